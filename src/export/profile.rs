//! Profiles: which facts a table export shows, in which order and under which labels.
//!
//! A profile is data. Those of the program are files like those of users in `registry/profiles/`, read
//! and checked by the same code:
//!
//! 1. The file is decoded as [`written`](crate::record::profile) like any other of the registry.
//! 2. [`check`] looks up each fact and says everything that is wrong in one run. A public profile with
//!    an internal fact is wrong.
//! 3. [`crate::export::tables`] makes a workbook of what holds.

mod built_in;
mod check;
mod described;
mod schema;
mod words;

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub use built_in::{DEFAULT, built_in, built_ins, texts};
pub use check::{check, checked};
pub use described::names;
pub use schema::schema;
pub use words::{FAMILIES, WORDS, is_word};

use crate::export::facts::Fact;
use crate::record::profile::{Audience, Fidelity, RowKind, Width};

/// A profile whose facts have been looked up.
#[derive(Debug, Clone)]
pub struct Profile {
    /// What the command line calls it: the name of its file.
    pub name: String,
    /// What the export is called.
    pub title: String,
    /// The same in English, where the title is not.
    pub english: Option<String>,
    /// The authority whose form it follows.
    pub authority: Option<String>,
    /// BCP 47 tag of the language of its labels.
    pub language: String,
    /// Address of the form.
    pub source: Option<String>,
    /// Day on which the form was read.
    pub read: Option<NaiveDate>,
    /// Whether the form itself was read.
    pub fidelity: Option<Fidelity>,
    /// Who reads the export.
    pub audience: Audience,
    /// What a reader should know about the form.
    pub note: Option<String>,
    /// Words of the program in the language of the profile.
    pub words: BTreeMap<String, String>,
    /// The sheets.
    pub sheets: Vec<Sheet>,
}

/// A sheet.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The name on its tab.
    pub name: String,
    /// The same in English.
    pub english: Option<String>,
    /// What there is a sheet for each of.
    pub for_each: Option<RowKind>,
    /// What stands in it.
    pub parts: Vec<Part>,
}

/// A part of a sheet.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its heading.
    pub heading: Option<String>,
    /// The heading in English.
    pub english: Option<String>,
    /// A sentence or two.
    pub note: Option<String>,
    /// What its rows are; a part without rows has labels and facts below each other.
    pub rows: Option<RowKind>,
    /// Label of the column that numbers its rows.
    pub numbered: Option<String>,
    /// Its columns, or its lines.
    pub columns: Vec<Column>,
}

/// A column of a table, or a line of a form.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its head.
    pub label: String,
    /// The same in English.
    pub english: Option<String>,
    /// The facts that fill it; none where the register cannot.
    pub from: Vec<&'static Fact>,
    /// Which of their entries it takes.
    pub take: Take,
    /// The article that asks for it.
    pub article: Option<String>,
    /// Whether the form asks for it in each row.
    pub required: bool,
    /// How much room it wants.
    pub width: Width,
}

/// Which entries of its facts a column takes, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    /// All of them.
    All,
    /// This one.
    Only(usize),
    /// This one and those after it.
    From(usize),
}

impl Column {
    /// Its English label, or the one it has.
    pub fn in_english(&self) -> &str {
        self.english.as_deref().unwrap_or(&self.label)
    }
}

/// The profile with a name: one of the registry or one of the program.
pub fn find(own: &[Profile], name: &str) -> Option<Profile> {
    own.iter().find(|profile| profile.name == name).cloned().or_else(|| built_in(name))
}
