//! Pictures as SVG, drawn when a page is built: no script, no other program, no style of their own.
//!
//! Plain data in, an [`Svg`] out. What a picture shows also stands in a table beside it, so that
//! nobody depends on seeing it. Nothing is told by colour alone: there are words, numbers, outlines
//! and shapes too. Colours, fonts and strokes belong to the theme (`style/pictures.css`); all
//! lengths are whole numbers, so that the same data make the same bytes everywhere.
//!
//! - [`flow`](flow()): boxes in columns, and what leads from one column to the next.
//! - [`timeline`](timeline()): periods that begin with an event, on an axis that is stretched.
//! - [`grid`](grid()): rows and columns with numbers or marks where they meet.
//! - [`bars`](bars()): a whole and its parts, one bar below the other.
//! - [`columns`](columns()): a number over time, one column beside the other.

mod axis;
mod bars;
mod canvas;
mod columns;
mod flow;
mod grid;
mod label;
mod timeline;

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

pub use bars::{Bar, Bars, Part, bars};
pub use columns::{Column, Columns, columns};
pub use flow::{Condensed, Flow, Look, Node, condense, flow};
pub use grid::{Cell, Grid, Head, Line, Mark, grid};
pub use timeline::{Rule, Term, Tick, Timeline, timeline};

/// A picture that is safe to put into a page: words are escaped, and there is nothing in it that
/// could run. Only this module makes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Svg(String);

impl Svg {
    /// The SVG.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl JsonSchema for Svg {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Svg".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "contentMediaType": "image/svg+xml" })
    }
}

/// What every picture is called.
#[derive(Debug, Clone, Default)]
pub struct About {
    /// What the ids in it begin with; unique on the page.
    pub id: String,
    /// What it is: "Flow of data". Plain words.
    pub title: String,
    /// What can be seen in it, for those who cannot. Plain words.
    pub description: String,
}
