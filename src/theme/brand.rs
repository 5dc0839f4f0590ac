//! What `theme.toml` gives to every page.

use schemars::JsonSchema;
use serde::Serialize;
use serde_with::skip_serializing_none;

use crate::markdown::Html;

/// What `theme.toml` gives to every page, under the name `theme`.
#[skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Brand {
    /// The line above the page; absent where the theme sets neither logo nor name.
    pub header: Option<Masthead>,
    /// File name of the favicon at the top of the site.
    pub favicon: Option<String>,
    /// The text below the page.
    pub footer: Option<Html>,
}

/// The line above a page.
#[skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Masthead {
    /// The name of whoever publishes the notices.
    pub name: Option<String>,
    /// The address that logo and name lead to.
    pub home: Option<String>,
    /// The logo.
    pub logo: Option<Emblem>,
}

/// A logo.
#[skip_serializing_none]
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Emblem {
    /// Its file name at the top of the site.
    pub file: String,
    /// That of the one for dark surroundings.
    pub dark: Option<String>,
    /// What it says; empty where the name stands beside it.
    pub alt: String,
    /// How wide it is shown, in CSS pixels.
    pub width: u32,
    /// How high it is shown, in CSS pixels.
    pub height: u32,
}

/// A file that stands beside the pages as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Its name at the top of a site: `logo.svg`.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}
