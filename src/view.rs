//! Plain, finished data for pages and exports.
//!
//! The public views ([`notice`], [`sub_processors`], [`versions`]) have no internal field: what composes and renders
//! them sees nothing else of the registry, so it cannot publish what it does not have.

pub mod notice;
pub mod sub_processors;
pub mod versions;
