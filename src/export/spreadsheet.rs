//! What the two spreadsheet formats have in common: which cells they can hold, how wide columns are,
//! and the rows of a sheet from top to bottom.

mod layout;
mod rows;
mod value;

pub(super) use layout::Layout;
pub(super) use rows::{Limits, Row, Sink, lay_out};
pub(super) use value::{Value, clean};

/// Rows of a sheet in Excel and in LibreOffice.
pub(super) const ROWS: u32 = 1_048_576;
