//! `ropa` makes a public privacy notice and an internal Article 30 register from the same TOML
//! records.

pub mod cli;
pub mod decode;
pub mod diagnostic;
pub mod document;
pub mod law;
pub mod load;
pub mod markdown;
pub mod notice;
pub mod parse;
pub mod reading;
pub mod record;
pub mod register;
pub mod registry;
pub mod resolve;
pub mod schema;
pub mod source;
pub mod strings;
pub mod view;
pub mod write;
