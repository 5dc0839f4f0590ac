//! Records of one kind and typed indices into them.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Index;
use std::sync::Arc;

use crate::record::Record;
use crate::source::Span;

/// A record type with the links that resolving gives it.
pub trait Linked: Record {
    /// What the record refers to, by id.
    type Links: fmt::Debug + Default + Send + Sync;
}

/// A record, its id and place, and what it refers to.
#[derive(Debug)]
pub struct Entry<R: Linked> {
    /// Its id.
    pub id: String,
    /// Where it begins.
    pub at: Span,
    /// Its plain facts.
    pub record: Arc<R>,
    /// What it refers to.
    pub links: R::Links,
}

impl<R: Linked> Entry<R> {
    /// Its name or title, or its id where the name is broken.
    pub fn name(&self) -> &str {
        self.record.name().text.unwrap_or(&self.id)
    }
}

/// The records of one kind, in the order of their ids.
#[derive(Debug)]
pub struct Arena<R: Linked>(Vec<Entry<R>>);

impl<R: Linked> Arena<R> {
    /// Records that are already in the order of their ids.
    pub fn new(entries: Vec<Entry<R>>) -> Arena<R> {
        Arena(entries)
    }

    /// The records with their typed ids.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Id<R>, &Entry<R>)> + ExactSizeIterator {
        self.0.iter().enumerate().map(|(index, entry)| (Id::at(u32::try_from(index).unwrap_or(u32::MAX)), entry))
    }

    /// The records without their ids, for parallel work.
    pub fn as_slice(&self) -> &[Entry<R>] {
        &self.0
    }

    /// The record with an id as written.
    pub fn find(&self, id: &str) -> Option<Id<R>> {
        let index = self.0.binary_search_by(|entry| entry.id.as_str().cmp(id)).ok()?;
        u32::try_from(index).ok().map(Id::at)
    }

    /// Number of records.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<R: Linked> Default for Arena<R> {
    fn default() -> Arena<R> {
        Arena(Vec::new())
    }
}

impl<R: Linked> Index<Id<R>> for Arena<R> {
    type Output = Entry<R>;

    fn index(&self, id: Id<R>) -> &Entry<R> {
        &self.0[id.0 as usize]
    }
}

/// The id of a record of one kind after resolving: an index that cannot lead to another kind.
pub struct Id<R>(u32, PhantomData<fn() -> R>);

impl<R> Id<R> {
    pub(crate) fn at(index: u32) -> Id<R> {
        Id(index, PhantomData)
    }

    /// The index among the records of the kind.
    pub fn index(self) -> u32 {
        self.0
    }
}

impl<R> Clone for Id<R> {
    fn clone(&self) -> Id<R> {
        *self
    }
}

impl<R> Copy for Id<R> {}

impl<R> PartialEq for Id<R> {
    fn eq(&self, other: &Id<R>) -> bool {
        self.0 == other.0
    }
}

impl<R> Eq for Id<R> {}

impl<R> PartialOrd for Id<R> {
    fn partial_cmp(&self, other: &Id<R>) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<R> Ord for Id<R> {
    fn cmp(&self, other: &Id<R>) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}

impl<R> Hash for Id<R> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<R> fmt::Debug for Id<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}
