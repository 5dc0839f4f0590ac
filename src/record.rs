//! Records exactly as authors write them: one file per kind, each a plain serde struct.
//!
//! A record still speaks in names: what it refers to may not exist. [`crate::resolve`]
//! turns records into a [`crate::registry::Registry`], where every reference is an id.
//!
//! The doc comment of a field is its documentation everywhere: in the JSON Schema, in
//! editors and in the manual. The type of a field fixes who may read it: what is wrapped in
//! [`Internal`](crate::decode::Internal) never reaches a public page.

pub mod activity;
pub mod address;
pub mod client_processing;
pub mod collection_point;
pub mod controller;
pub mod cookie;
pub mod data_category;
pub mod layout;
pub mod legal_basis;
pub mod legal_data;
pub mod notice;
pub mod party;
pub mod processor;
pub mod profile;
pub mod profiling;
pub mod recipient;
pub mod retention;
pub mod right;
pub mod section;
pub mod security_measure;
pub mod settings;
pub mod source;
pub mod sub_processor_list;
pub mod subject_group;
pub mod system;
pub mod transfer;
pub mod waiver;

mod kind;

pub use kind::{Kind, Record};
