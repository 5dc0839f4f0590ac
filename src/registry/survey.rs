//! Questions about all records, whatever their kind.

use super::{Arena, Linked, Node, Registry};
use crate::decode::Located;
use crate::record::waiver::Waiver;
use crate::source::Span;

/// Something that is asked of the records of every kind.
trait Survey<'a> {
    /// Looks at the records of one kind.
    fn ask<R: Linked>(&mut self, arena: &'a Arena<R>);
}

/// Where records begin.
struct Places(Vec<(Node, Span)>);

impl<'a> Survey<'a> for Places {
    fn ask<R: Linked>(&mut self, arena: &'a Arena<R>) {
        self.0.extend(arena.iter().map(|(id, entry)| (Node::from(id), entry.at)));
    }
}

/// What is accepted for a while.
struct Waivers<'a>(Vec<(Node, &'a Located<Waiver>)>);

impl<'a> Survey<'a> for Waivers<'a> {
    fn ask<R: Linked>(&mut self, arena: &'a Arena<R>) {
        for (id, entry) in arena.iter() {
            self.0.extend(entry.record.waivers().located().map(|waiver| (Node::from(id), waiver)));
        }
    }
}

/// How many records there are.
struct Count(usize);

impl<'a> Survey<'a> for Count {
    fn ask<R: Linked>(&mut self, arena: &'a Arena<R>) {
        self.0 += arena.len();
    }
}

impl Registry {
    /// Kind and id of a record as they are written: `activities/newsletter`.
    pub fn path_of(&self, node: Node) -> String {
        format!("{}/{}", node.kind.folder(), self.identity(node).0)
    }

    /// Every record and where it begins.
    pub fn places(&self) -> Vec<(Node, Span)> {
        self.asked(Places(Vec::new())).0
    }

    /// Every waiver with the record it stands in, in order.
    pub fn waivers(&self) -> Vec<(Node, &Located<Waiver>)> {
        self.asked(Waivers(Vec::new())).0
    }

    /// The number of records.
    pub fn len(&self) -> usize {
        self.asked(Count(0)).0
    }

    /// Whether there is no record at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Asks the records of each kind, in the order of kinds.
    fn asked<'a, S: Survey<'a>>(&'a self, mut survey: S) -> S {
        survey.ask(&self.activities);
        survey.ask(&self.client_processing);
        survey.ask(&self.collection_points);
        survey.ask(&self.controllers);
        survey.ask(&self.cookies);
        survey.ask(&self.data_categories);
        survey.ask(&self.legal_bases);
        survey.ask(&self.notices);
        survey.ask(&self.processors);
        survey.ask(&self.recipients);
        survey.ask(&self.retention);
        survey.ask(&self.security_measures);
        survey.ask(&self.sources);
        survey.ask(&self.sub_processor_lists);
        survey.ask(&self.subject_groups);
        survey.ask(&self.systems);
        survey
    }
}
