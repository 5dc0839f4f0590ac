//! Versions of notices that are not the one of now: how their texts are found, and what differs between two.

pub mod feed;
mod library;
pub mod redline;

pub use library::Library;
