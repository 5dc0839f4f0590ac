//! From TOML text to records, keeping every place and every mistake.
//!
//! Plain serde stops at the first error of a record. Here a deserializer over toml's spanned
//! tree (see [`decode`]) writes each mistake down as a [`Diagnostic`] where it meets it,
//! and the wrappers that records are made of ([`Field`], [`List`], [`Rows`]) turn a broken value
//! into an absent one, so that decoding goes on. One run therefore finds every unknown key,
//! wrong type and bad value of a file.
//!
//! The wrappers also say who may read a value: everything is public but what stands in
//! [`Internal`].

mod choice;
mod date;
mod decoder;
mod fault;
mod field;
mod internal;
mod items;
mod key;
mod list;
mod period;
mod place;
mod reference;
mod rows;
mod slug;
mod text;
mod word;

pub use choice::{Article6, Article9};
pub use date::Date;
pub use decoder::{Context, decode};
pub use field::{Field, Located};
pub use internal::Internal;
pub use items::{Items, PlainItem};
pub use list::List;
pub use period::{Lifetime, Period};
pub use place::{Country, Jurisdiction};
pub use reference::{PartyRef, Ref, RowRef, SourceRef};
pub use rows::{Key, Row, Rows};
pub use slug::slug;
pub use text::{Phrase, Prose, Stated, is_safe_link};
pub use word::word;

use crate::diagnostic::Diagnostic;

/// Text that a value was written as could not be understood: what is wrong and what to write.
///
/// serde lets an error carry nothing but text, so this travels to the decoder as lines: the
/// name of the diagnostic, the message, the help, what should stand there instead.
pub struct BadText {
    name: &'static str,
    message: String,
    help: String,
    /// What should stand there instead, as TOML, where there is no doubt.
    instead: String,
}

impl BadText {
    pub(crate) fn new(name: &'static str, message: impl Into<String>, help: impl Into<String>) -> BadText {
        BadText { name, message: message.into(), help: help.into(), instead: String::new() }
    }
}

impl BadText {
    fn instead(mut self, toml: Option<String>) -> BadText {
        self.instead = toml.unwrap_or_default();
        self
    }
}

impl std::fmt::Display for BadText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let one_line = |text: &str| text.replace('\n', " ");
        write!(f, "{}\n{}\n{}\n{}", self.name, one_line(&self.message), one_line(&self.help), self.instead)
    }
}

/// The nearest of some words to a mistyped one, if it is near enough to be meant.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let limit = (word.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&candidate.to_lowercase(), &word), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

/// Whether a word can be an id: lower-case letters, digits and single hyphens, 1 to 80 characters.
pub fn is_id(word: &str) -> bool {
    let body = word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    body && (1..=80).contains(&word.len()) && !word.starts_with('-') && !word.ends_with('-') && !word.contains("--")
}

/// The nearest id to a word that cannot be one; empty if there is none.
pub fn kebab(word: &str) -> String {
    let hyphens: String =
        word.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let mut id = hyphens.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    id.truncate(80);
    id.truncate(id.trim_end_matches('-').len());
    id
}

/// The diagnostic for a word that cannot be an id.
pub fn bad_id(word: &str, span: crate::source::Span) -> Diagnostic {
    let proposal = kebab(word);
    let diagnostic = Diagnostic::error("bad-id", span, format!("`{word}` cannot be an id"))
        .label("not in kebab-case")
        .note("ids name files and anchors: lower-case letters, digits and single hyphens, at most 80");
    if proposal.is_empty() { diagnostic } else { diagnostic.help(format!("write `{proposal}`")) }
}
