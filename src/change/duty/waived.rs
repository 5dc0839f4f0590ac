//! Changes of which somebody says that people need not hear of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::change::Difference;
use crate::change::words::Teller;
use crate::law::NOT_MATERIAL;
use crate::record::Kind;
use crate::record::waiver::Waiver;
use crate::registry::Registry;

/// Who says of the changes of a record that people need not hear of them, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Waived {
    /// Who answers for it: a role.
    pub owner: String,
    /// Why.
    pub reason: String,
}

/// The records that came with a waiver of [`NOT_MATERIAL`], by kind and id, without those whose waiver has ended on
/// the day on which changes are told. One that stood there before was written for other changes: only another reason
/// makes it a new one, not another day, owner or id of the record.
pub(super) fn waived(difference: &Difference, teller: &Teller<'_>) -> BTreeMap<(Kind, String), Waived> {
    let now = |kind: Kind, id: &str| {
        let renamed = difference.renamed.iter().find(|one| one.kind == kind && one.from == id);
        (kind, renamed.map_or(id, |one| one.to.as_str()).to_owned())
    };
    let then: BTreeSet<((Kind, String), String)> = written(teller.before)
        .map(|(kind, id, waiver)| (now(kind, &id), folded(waiver.reason.text().unwrap_or_default())))
        .collect();
    let holds = |waiver: &Waiver| waiver.expires.get().zip(teller.today).is_none_or(|(day, today)| day.0 > today);
    written(teller.after)
        .filter(|(_, _, waiver)| holds(waiver))
        .filter_map(|(kind, id, waiver)| {
            let (record, text) = ((kind, id), |text: Option<&str>| text.unwrap_or_default().to_owned());
            let is_new = !then.contains(&(record.clone(), folded(waiver.reason.text().unwrap_or_default())));
            let waived = Waived { owner: text(waiver.owner.text()), reason: text(waiver.reason.text()) };
            is_new.then_some((record, waived))
        })
        .collect()
}

/// A reason without spaces, marks and capitals, which make no other one of it.
fn folded(reason: &str) -> String {
    reason.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Where such waivers stand.
fn written(registry: &Registry) -> impl Iterator<Item = (Kind, String, &Waiver)> {
    let waivers = registry.waivers().into_iter().filter(|(_, waiver)| waiver.value.lint.text() == Some(NOT_MATERIAL));
    waivers.map(|(node, waiver)| (node.kind, registry.identity(node).0.to_owned(), &waiver.value))
}
