mod examples;
pub(super) mod sample;
mod silence;
