//! Workbooks as files: what programs that know nothing of ours read in them.

mod csv;
mod html;
mod office;
mod samples;
mod spreadsheets;
