//! Questions about all records, whatever their kind.

use super::{Arena, Linked, Node, Registry};
use crate::decode::Located;
use crate::record::waiver::Waiver;
use crate::source::Span;

impl Registry {
    /// Kind and id of a record as they are written: `activities/newsletter`.
    pub fn path_of(&self, node: Node) -> String {
        format!("{}/{}", node.kind.folder(), self.identity(node).0)
    }

    /// Every record and where it begins.
    pub fn places(&self) -> Vec<(Node, Span)> {
        fn of<R: Linked>(arena: &Arena<R>, found: &mut Vec<(Node, Span)>) {
            found.extend(arena.iter().map(|(id, entry)| (Node::from(id), entry.at)));
        }
        let mut found = Vec::with_capacity(self.len());
        of(&self.activities, &mut found);
        of(&self.client_processing, &mut found);
        of(&self.controllers, &mut found);
        of(&self.cookies, &mut found);
        of(&self.data_categories, &mut found);
        of(&self.legal_bases, &mut found);
        of(&self.notices, &mut found);
        of(&self.processors, &mut found);
        of(&self.recipients, &mut found);
        of(&self.retention, &mut found);
        of(&self.security_measures, &mut found);
        of(&self.sources, &mut found);
        of(&self.subject_groups, &mut found);
        of(&self.systems, &mut found);
        found
    }

    /// Every waiver with the record it stands in, in order.
    pub fn waivers(&self) -> Vec<(Node, &Located<Waiver>)> {
        fn of<'a, R: Linked>(arena: &'a Arena<R>, found: &mut Vec<(Node, &'a Located<Waiver>)>) {
            for (id, entry) in arena.iter() {
                found.extend(entry.record.waivers().located().map(|waiver| (Node::from(id), waiver)));
            }
        }
        let mut found = Vec::new();
        of(&self.activities, &mut found);
        of(&self.client_processing, &mut found);
        of(&self.controllers, &mut found);
        of(&self.cookies, &mut found);
        of(&self.data_categories, &mut found);
        of(&self.legal_bases, &mut found);
        of(&self.notices, &mut found);
        of(&self.processors, &mut found);
        of(&self.recipients, &mut found);
        of(&self.retention, &mut found);
        of(&self.security_measures, &mut found);
        of(&self.sources, &mut found);
        of(&self.subject_groups, &mut found);
        of(&self.systems, &mut found);
        found
    }
}
