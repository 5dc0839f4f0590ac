//! Workbooks as files: what programs that know nothing of ours read in them.

mod csv;
mod html;
pub mod office;
mod samples;
mod spreadsheets;
