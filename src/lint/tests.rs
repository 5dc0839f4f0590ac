mod examples;
pub(super) mod sample;
