//! Tables that readers sort and filter: what a script has to know of a cell besides its words.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::Text;

/// A column of a listing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its heading.
    pub text: Text,
    /// What readers may choose among, if they may.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filter: Option<Filter>,
}

/// What readers choose among to see some rows of a listing only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Filter {
    /// Whole cells, such as owners.
    Cell,
    /// Each entry of the lists in the cells, such as countries.
    Entry,
}

/// A cell of a listing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Its words.
    pub text: Text,
    /// What it is sorted by where that is not its words: a day as `2026-11-22`. Empty for a gap,
    /// which stands behind everything else in either order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<String>,
}

impl Cell {
    /// A day in words, sorted by the calendar.
    pub fn day(words: String, day: NaiveDate) -> Cell {
        Cell { text: words.into(), sort: Some(day.to_string()) }
    }

    /// What was not written.
    pub fn gap(words: String) -> Cell {
        Cell { text: words.into(), sort: Some(String::new()) }
    }
}

impl<T: Into<Text>> From<T> for Cell {
    fn from(text: T) -> Cell {
        Cell { text: text.into(), sort: None }
    }
}
