//! `theme.toml` as it is written.
//!
//! Everything in it is public: it reaches every page of the notices. Nothing of a register belongs here.

use schemars::JsonSchema;
use serde::Deserialize;

use super::colour::Colour;
use crate::decode::{Field, Prose, Rows};

/// Name, colours, logo and footer of a theme. Public as a whole: all of it reaches the pages of the notices.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Written {
    /// Name of the theme, for those who keep it; no page shows it.
    pub name: Field<String>,
    /// Version of the data that its templates rely on: `ropa-theme/1`. A program that has another refuses
    /// the theme instead of writing wrong pages.
    pub contract: Field<String>,
    /// Colours; those that are absent stay as the style sheet has them.
    pub colours: Field<Colours>,
    /// The line above each page.
    pub header: Field<Header>,
    /// The logo in that line.
    pub logo: Field<Logo>,
    /// Picture for tabs and bookmarks: a file of the theme, `svg`, `png` or `ico`.
    pub favicon: Field<String>,
    /// The text below each page, in Markdown, by the language of the pages: `[footer]`, then `en = "..."`.
    pub footer: Rows<Prose>,
}

/// Colours for light and for dark surroundings.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Colours {
    /// Colours for people who read dark on light, which is what those without a wish get.
    pub light: Field<Palette>,
    /// Colours for people who read light on dark.
    pub dark: Field<Palette>,
}

/// Colours by what they are for.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Palette {
    /// Words.
    pub ink: Field<Colour>,
    /// Words beside the point: captions, heads of tables.
    pub soft: Field<Colour>,
    /// What words stand on.
    pub paper: Field<Colour>,
    /// What boxes stand on.
    pub tint: Field<Colour>,
    /// Rules and borders.
    pub line: Field<Colour>,
    /// Links, and what has the focus.
    pub link: Field<Colour>,
    /// Shades at the edge of a table that scrolls; the only colour that may let others through.
    pub shade: Field<Colour>,
    /// What the register misses.
    pub gap: Field<Colour>,
}

impl Palette {
    /// The colours with the names of their custom properties.
    pub fn named(&self) -> [(&'static str, &Field<Colour>); 8] {
        [
            ("ink", &self.ink),
            ("soft", &self.soft),
            ("paper", &self.paper),
            ("tint", &self.tint),
            ("line", &self.line),
            ("link", &self.link),
            ("shade", &self.shade),
            ("gap", &self.gap),
        ]
    }
}

/// The line above each page.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Header {
    /// The name of whoever publishes the notices.
    pub name: Field<String>,
    /// The address that the logo and the name lead to, with `https://`, or from the top of the host: `/`.
    pub home: Field<String>,
}

/// The logo.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Logo {
    /// A file of the theme, `svg`, `png`, `webp` or `jpg`.
    pub file: Field<String>,
    /// Another for dark surroundings, of the same size.
    pub dark: Field<String>,
    /// What it says, for those who cannot see it. Left out where the name stands beside it.
    pub alt: Field<String>,
    /// How wide it is shown, in CSS pixels.
    pub width: Field<u32>,
    /// How high it is shown, in CSS pixels.
    pub height: Field<u32>,
}
