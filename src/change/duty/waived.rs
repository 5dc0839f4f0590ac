//! Changes of which somebody says that people need not hear of them.

use std::collections::BTreeSet;

use crate::change::words::Teller;
use crate::law::NOT_MATERIAL;
use crate::record::Kind;
use crate::registry::{Node, Registry};

/// The records that came with a waiver of [`NOT_MATERIAL`], by kind and id. One that stood there before was written for
/// other changes.
pub(in crate::change) fn waived(before: &Registry, after: &Registry) -> BTreeSet<(Kind, String)> {
    let then: BTreeSet<String> = written(before).into_iter().map(|(_, waiver)| waiver).collect();
    let now = written(after).into_iter().filter(|(_, waiver)| !then.contains(waiver));
    now.map(|(node, _)| (node.kind, after.identity(node).0.to_owned())).collect()
}

/// Where such waivers stand, and each with its record and all that it says.
fn written(registry: &Registry) -> Vec<(Node, String)> {
    let waivers = registry.waivers().into_iter().filter(|(_, waiver)| waiver.value.lint.text() == Some(NOT_MATERIAL));
    let told = |node: Node, waiver: &crate::record::waiver::Waiver| {
        let day = waiver.expires.get().map(|day| day.0);
        let record = (node.kind.folder(), registry.identity(node).0);
        format!("{record:?} {:?} {:?} {day:?}", waiver.reason.text(), waiver.owner.text())
    };
    waivers.map(|(node, waiver)| (node, told(node, &waiver.value))).collect()
}

impl Teller<'_> {
    /// Whether a record came with such a waiver.
    pub(super) fn is_waived(&self, kind: Option<Kind>, id: &str) -> bool {
        let waived = self.waived.get_or_init(|| waived(self.before, self.after));
        kind.is_some_and(|kind| waived.contains(&(kind, id.to_owned())))
    }
}
