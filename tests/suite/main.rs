//! All integration tests, in one binary so that they link once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests may fail a test")]

mod house;
mod leak;
mod planted;
mod program;
mod readme;
mod register;
mod scaffold;
mod schema;
