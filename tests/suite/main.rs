//! All integration tests, in one binary so that they link once.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests may fail a test")]

mod audiences;
mod building;
mod commands;
mod coverage;
mod defects;
mod deletions;
mod diagnostics;
mod facts;
mod first_layer;
mod fixing;
mod forms;
mod hostile;
mod house;
mod html;
mod judging;
mod leak;
mod manual;
mod markup;
mod origins;
mod passages;
mod plain;
mod planted;
mod points;
mod preview;
mod program;
mod properties;
mod prose;
mod readme;
mod register;
mod scaffold;
mod schema;
mod shares;
mod sub_processors;
mod texts;
mod verify;
