//! Plain, finished data for pages and exports.
//!
//! The public view ([`notice`]) has no internal field: what composes and renders a notice sees
//! nothing else of the registry, so it cannot publish what it does not have.

pub mod notice;
