//! Parties as records.

use crate::record::Kind;
use crate::registry::{Id, Node, Party};

/// The record of a party.
pub(super) fn node(party: Party) -> Node {
    match party {
        Party::Controller(id) => id.into(),
        Party::Processor(id) => id.into(),
        Party::Recipient(id) => id.into(),
        Party::Source(id) => id.into(),
    }
}

/// The party that a record is, if it is one.
pub(super) fn of(node: Node) -> Option<Party> {
    match node.kind {
        Kind::Controller => Some(Party::Controller(Id::at(node.index))),
        Kind::Processor => Some(Party::Processor(Id::at(node.index))),
        Kind::Recipient => Some(Party::Recipient(Id::at(node.index))),
        Kind::Source => Some(Party::Source(Id::at(node.index))),
        _ => None,
    }
}
