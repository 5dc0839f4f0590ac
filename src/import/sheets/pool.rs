//! Records that several activities share: the same text is the same record.

use std::collections::{HashMap, HashSet};

use super::fold::{id_of, same};
use super::held::{Held, name_key};
use super::naming::{Named, named, shortened, without_stop};
use super::record::{Table, text};
use super::words::WORDS;
use crate::decode::{Key, is_id};
use crate::import::Drafted;
use crate::import::node::Node;
use crate::record::Kind;
use crate::source::Span;

/// Kinds that share one space of ids, in the order in which a name is looked up.
const PARTIES: [Kind; 4] = [Kind::Processor, Kind::Recipient, Kind::Controller, Kind::Source];

/// A shared record.
#[derive(Debug)]
struct Shared {
    kind: Kind,
    id: String,
    /// Its name as it stood in the first cell.
    name: String,
    span: Span,
    table: Table,
    /// Whether the folder has it already under this name.
    held: bool,
}

/// The shared records of an import.
#[derive(Debug)]
pub(super) struct Pool<'h> {
    held: &'h Held,
    /// Whether more may stand behind a name.
    names_lead: bool,
    records: Vec<Shared>,
    names: HashMap<(Kind, String), usize>,
    ids: HashSet<(Kind, String)>,
    /// Names of records, as they will stand in them.
    shown: HashSet<(Kind, String)>,
}

/// A record of the pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct At(usize);

impl<'h> Pool<'h> {
    pub(super) fn new(held: &'h Held, names_lead: bool) -> Pool<'h> {
        Pool {
            held,
            names_lead,
            records: Vec::new(),
            names: HashMap::new(),
            ids: HashSet::new(),
            shown: HashSet::new(),
        }
    }

    /// The record of a kind with a name: the one that was made for the same text, or that the folder has,
    /// or a new one.
    pub(super) fn get(&mut self, kind: Kind, words: &str, span: Span) -> At {
        if self.names_lead {
            return self.get_as(kind, words, words, None, span);
        }
        if let Some(at) = self.names.get(&(kind, same(words))) {
            return At(*at);
        }
        let Named { name, more } = named(kind, words, span);
        // Two texts with the same beginning are two records, and are told apart by more of their words.
        let is_free = !self.shown.contains(&(kind, same(&name)));
        let longer = shortened(without_stop(words), 2 * name.chars().count().max(80));
        let at = self.get_as(kind, words, if is_free { &name } else { &longer }, None, span);
        for (field, value) in more {
            self.table(at).put(field, value);
        }
        at
    }

    /// The same for a record that a longer text tells apart, or that says its id.
    pub(super) fn get_as(&mut self, kind: Kind, key: &str, name: &str, id: Option<&str>, span: Span) -> At {
        let known = (kind, same(key));
        // Two records of one name that say their ids are two.
        let other = |at: &usize| id.is_some_and(|id| is_id(id) && self.records[*at].id != id);
        if let Some(at) = self.names.get(&known).filter(|at| !other(at)) {
            return At(*at);
        }
        let own = self.held.named(kind, text(kind, name_key(kind), name, span).text().unwrap_or_default());
        let given = id.filter(|id| is_id(id) && !self.is_taken(kind, id)).map(str::to_owned);
        let held = own.filter(|own| !self.is_taken(kind, own) && given.as_deref().is_none_or(|given| given == *own));
        let (is_held, id) = match (held.map(str::to_owned), given) {
            (Some(own), _) => (true, own),
            (None, Some(given)) => (false, given),
            (None, None) => (false, self.free_id(kind, name)),
        };
        self.ids.insert((kind, id.clone()));
        self.shown.insert((kind, same(name)));
        let at = self.records.len();
        self.records.push(Shared { kind, id, name: name.to_owned(), span, table: Table::default(), held: is_held });
        self.names.entry(known).or_insert(at);
        At(at)
    }

    /// The party of a name, whatever its kind; a new one of a kind.
    pub(super) fn party(&mut self, kind: Kind, name: &str, span: Span) -> At {
        let (kind, name) = match WORDS.processor(name) {
            Some(name) if !self.names_lead => (Kind::Processor, name),
            _ => (kind, name),
        };
        let key = same(name);
        let known = PARTIES.into_iter().find_map(|kind| self.names.get(&(kind, key.clone())).copied());
        if let Some(at) = known {
            return At(at);
        }
        let written = |kind| text(kind, name_key(kind), name, span);
        let held = PARTIES
            .into_iter()
            .find(|kind| self.held.named(*kind, written(*kind).text().unwrap_or_default()).is_some());
        self.get(held.unwrap_or(kind), name, span)
    }

    /// The record whose name a text begins with, where more stands behind it in the way of our exports:
    /// "name (category; country)", "title: more".
    pub(super) fn leading(&self, kinds: &[Kind], text: &str) -> Option<At> {
        let line = text.replace('\n', " ");
        let ends = std::iter::once(line.len())
            .chain(line.match_indices(" (").map(|(at, _)| at))
            .chain(line.match_indices("; ").map(|(at, _)| at))
            .chain(line.match_indices(": ").map(|(at, _)| at));
        let mut ends: Vec<usize> = ends.take(if self.names_lead { usize::MAX } else { 1 }).collect();
        ends.sort_unstable_by(|a, b| b.cmp(a));
        let find = |end: usize| {
            let key = same(&line[..end]);
            kinds.iter().find_map(|kind| self.names.get(&(*kind, key.clone())).copied())
        };
        ends.into_iter().find_map(find).map(At)
    }

    /// Whether a record of a kind was given a name.
    pub(super) fn is_shown(&self, kind: Kind, name: &str) -> bool {
        self.shown.contains(&(kind, same(name)))
    }

    /// Whether a record was made for a key.
    pub(super) fn has_key(&self, kind: Kind, key: &str) -> bool {
        self.names.contains_key(&(kind, same(key)))
    }

    fn is_taken(&self, kind: Kind, id: &str) -> bool {
        if PARTIES.contains(&kind) {
            return PARTIES.into_iter().any(|one| self.ids.contains(&(one, id.to_owned())));
        }
        self.ids.contains(&(kind, id.to_owned()))
    }

    fn free_id(&self, kind: Kind, name: &str) -> String {
        let stem = id_of(name);
        let other =
            |id: &str| PARTIES.contains(&kind) && PARTIES.into_iter().any(|one| one != kind && self.held.has(one, id));
        let free = |id: &String| {
            !self.is_taken(kind, id) && !other(id) && !["data-subject", "observed", "derived"].contains(&id.as_str())
        };
        let numbered = (2_u32..).map(|number| format!("{stem}-{number}"));
        std::iter::once(stem.clone()).chain(numbered).find(free).unwrap_or(stem)
    }

    /// The id of a record, as a value at a place.
    pub(super) fn refer(&self, at: At, span: Span) -> Node {
        super::record::word(self.records[at.0].id.as_str(), span)
    }

    /// The only record of a kind.
    pub(super) fn only(&self, kind: Kind) -> Option<At> {
        let mut all = self.records.iter().enumerate().filter(|(_, record)| record.kind == kind);
        let first = all.next();
        first.filter(|_| all.next().is_none()).map(|(at, _)| At(at))
    }

    /// Whether more may stand behind a name, as in our exports.
    pub(super) fn names_lead(&self) -> bool {
        self.names_lead
    }

    pub(super) fn kind(&self, at: At) -> Kind {
        self.records[at.0].kind
    }

    /// The name of a record, as its first cell has it.
    pub(super) fn name(&self, at: At) -> &str {
        &self.records[at.0].name
    }

    /// Whether a record has nothing at a path of keys.
    pub(super) fn is_free(&self, at: At, path: &str) -> bool {
        self.records[at.0].table.is_free(path)
    }

    /// The keys of a record beside its name.
    pub(super) fn table(&mut self, at: At) -> &mut Table {
        &mut self.records[at.0].table
    }

    /// A rule on time from its words: its period where that is certain.
    pub(super) fn retention(&mut self, words: &str, span: Span) -> At {
        let at = self.get(Kind::Retention, words, span);
        let names_lead = self.names_lead;
        let table = self.table(at);
        if let Some(limit) = super::period::limit(words) {
            table.put("period", super::record::word(limit.period.to_string(), span));
            if let Some(from) = limit.from {
                table.put("from", text(Kind::Retention, "from", &from, span));
            }
        } else if !names_lead {
            // Words that are no period tell what the time depends on, Article 13(2)(a).
            table.put("criteria", super::naming::criteria(words, span));
        }
        at
    }

    /// A special category of data from its words, marked where its kind is certain.
    pub(super) fn special(&mut self, words: &str, span: Span) -> At {
        let at = self.get(Kind::DataCategory, words, span);
        if let Some(special) = super::naming::special(words) {
            self.table(at).put("special", super::record::word(special, span));
        }
        at
    }

    /// Categories of data from their words: one for each special category that a cell lists.
    pub(super) fn categories(&mut self, words: &str, span: Span) -> Vec<At> {
        if self.names_lead {
            return vec![self.get(Kind::DataCategory, words, span)];
        }
        match super::naming::special_parts(words) {
            Some((label, parts)) => {
                let one = |part: &str| {
                    let at = self.special(part, span);
                    // Which of the kinds it is, people know.
                    if self.table(at).is_free("special") {
                        self.table(at).put("note", text(Kind::DataCategory, "note", &format!("{label}: {part}"), span));
                    }
                    at
                };
                parts.into_iter().map(one).collect()
            }
            None => vec![self.special(words, span)],
        }
    }

    /// How many records the folder had already.
    pub(super) fn found(&self) -> usize {
        self.records.iter().filter(|record| record.held).count()
    }

    /// The records as they are to be written, kind by kind.
    pub(super) fn into_drafts(self) -> Vec<Drafted> {
        let held = self.held;
        let mut records = self.records;
        records.sort_by_key(|record| record.kind);
        let draft = |record: Shared| {
            let Shared { kind, id, name, span, mut table, held: is_held } = record;
            // What the folder calls it stays, also where that is written with other capitals.
            if !is_held {
                table.put(name_key(kind), text(kind, name_key(kind), &name, span));
            }
            let path = held.file(kind, &id).map_or_else(|| format!("{}.toml", kind.folder()), str::to_owned);
            Drafted {
                kind,
                id: Key { name: id, span },
                file: Some(Key { name: path, span }),
                content: table.into_node(kind, span),
            }
        };
        records.into_iter().map(draft).collect()
    }
}
