mod coverage;
mod examples;
pub(super) mod sample;
mod silence;
