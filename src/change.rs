//! What changed between two states of a registry, in the words of the field.
//!
//! 1. `forest` takes the records out of the files that differ, as the trees that their authors wrote: comments,
//!    formatting, the order of keys and the names of files are no part of them.
//! 2. `rename` finds the records that only got another id; every name of them is read as the new one.
//! 3. `walk` compares the two trees of a record key by key, along the schema of its kind: a list of names is a
//!    set, a row is known by its key, a period by its length.
//! 4. `reach` says which activities a change touches and which groups of people it concerns, in the registry
//!    that has what changed.
//! 5. [`Difference`] holds the changes as plain values; [`words`] says them, [`duty`] says what they ask for.

mod canon;
mod compare;
pub mod duty;
mod fields;
mod forest;
mod reach;
mod rename;
pub mod report;
mod unread;
mod walk;
pub mod words;

use serde_json::Value;

pub use compare::{Difference, Renamed, Unread, compare};

use crate::record::Kind;
use crate::schema::Visibility;

/// One change of one record.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What changed.
    pub subject: Subject,
    /// Which key, as the schema lists it: `disclosures.*.recipients`; empty where it is the whole record.
    pub key: String,
    /// The keys of the rows on the way to it: `["card-payments"]`.
    pub rows: Vec<String>,
    /// How it changed.
    pub event: Event,
    /// What stood there; in a list, the elements that went.
    pub before: Option<Value>,
    /// What stands there now; in a list, the elements that came.
    pub after: Option<Value>,
    /// Who could read it: internal changes never reach a notice.
    pub audience: Visibility,
    /// The articles that ask for the key.
    pub articles: Vec<String>,
    /// The activities it touches, in order of their ids.
    pub touches: Vec<Touch>,
}

/// The record that changed, with its id and its name as they are now, or were if it is gone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject {
    /// Its kind; none for the settings of the registry.
    pub kind: Option<Kind>,
    /// Its id; empty for the settings.
    pub id: String,
    /// Its name or title.
    pub name: String,
}

/// How something changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Event {
    /// It was not there before.
    Added,
    /// It is not there any more.
    Removed,
    /// It says something else.
    Changed,
    /// It is a period, and longer than before.
    Longer,
    /// It is a period, and shorter than before.
    Shorter,
    /// The record has another id.
    Renamed,
}

/// An activity that a change touches, and the people whom it concerns there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Touch {
    /// Id of the activity.
    pub activity: String,
    /// Its title.
    pub title: String,
    /// The groups concerned: id and name, in order of ids.
    pub groups: Vec<(String, String)>,
}

impl Event {
    /// The word for it in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Event::Added => "added",
            Event::Removed => "removed",
            Event::Changed => "changed",
            Event::Longer => "longer",
            Event::Shorter => "shorter",
            Event::Renamed => "renamed",
        }
    }
}

impl Change {
    /// Whether it is this key of this kind of record.
    pub fn is(&self, kind: Kind, key: &str) -> bool {
        self.subject.kind == Some(kind) && self.key == key
    }

    /// What stands there now, or stood there, as text.
    pub fn text(&self) -> Option<&str> {
        self.after.as_ref().or(self.before.as_ref()).and_then(Value::as_str)
    }
}
