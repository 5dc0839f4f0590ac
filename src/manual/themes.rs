//! How the sites get the looks of somebody. What the text shows is run by tests.

use super::{Page, chapter};

/// The page as it is written.
const TEXT: &str = include_str!("themes.md");

pub(super) fn page() -> Page {
    chapter("themes.html", "Themes", TEXT)
}
