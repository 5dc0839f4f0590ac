//! Where records name each other.

use std::collections::BTreeMap;

use super::Node;
use crate::source::Span;

/// One place where a record is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The record that names it; none for the settings of the registry.
    pub from: Option<Node>,
    /// The record that is named.
    pub to: Node,
    /// The name, with its quotes.
    pub at: Span,
}

/// Every mention of every record.
#[derive(Debug, Default)]
pub struct Mentions {
    all: Vec<Mention>,
    users: BTreeMap<Node, Vec<Node>>,
}

impl Mentions {
    /// Sorts mentions, and who uses whom.
    pub fn new(all: Vec<Mention>) -> Mentions {
        let mut users: BTreeMap<Node, Vec<Node>> = BTreeMap::new();
        for mention in &all {
            if let Some(from) = mention.from.filter(|from| *from != mention.to) {
                users.entry(mention.to).or_default().push(from);
            }
        }
        for nodes in users.values_mut() {
            nodes.sort_unstable();
            nodes.dedup();
        }
        Mentions { all, users }
    }

    /// All of them, in the order in which records were resolved.
    pub fn iter(&self) -> impl Iterator<Item = &Mention> {
        self.all.iter()
    }

    /// The records that name this one, in order.
    pub fn users(&self, node: Node) -> &[Node] {
        self.users.get(&node).map_or(&[], Vec::as_slice)
    }
}
