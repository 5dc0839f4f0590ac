//! How people use the checks from day to day. The commands and files in it are run by tests.

use super::{Page, chapter};

/// The page as it is written.
const TEXT: &str = include_str!("users.md");

pub(super) fn page() -> Page {
    chapter("users.html", "In your pipeline", TEXT)
}
