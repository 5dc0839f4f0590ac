//! Which rules a change falls under.

mod activity;
mod notice;
mod shared;
mod values;

use crate::change::words::Teller;
use crate::change::{Change, Event};
use crate::law::Rule;
use crate::record::Kind;
use crate::registry::Id;

/// The rules that a change falls under, each once. A record that no activity uses asks for nothing.
pub(super) fn rules(change: &Change, teller: &Teller<'_>) -> Vec<Rule> {
    let mut rules = match change.subject.kind {
        None => activity::by_default(change, teller),
        Some(Kind::Activity) => activity::rules(change, teller),
        Some(Kind::Controller) => notice::of_controller(change),
        Some(Kind::Notice) => notice::rules(change, teller),
        Some(Kind::SubProcessorList) if change.key == "engagements" && is_new(change) => {
            vec![Rule::NewSubProcessorForClients]
        }
        Some(Kind::ClientProcessing) if change.key == "sub-processors" && is_new(change) => {
            vec![Rule::NewSubProcessorForClients]
        }
        Some(kind) if !change.touches.is_empty() => shared::rules(kind, change, teller),
        _ => Vec::new(),
    };
    // Consent covers what people were told when they gave it.
    let reaches_consent = [
        Rule::NewRecipient,
        Rule::WiderDisclosure,
        Rule::NewThirdCountry,
        Rule::NewAdequateCountry,
        Rule::NewData,
        Rule::PurposeReworded,
    ];
    let is_retold = change.is(Kind::Activity, "purposes.*.title");
    if (is_retold || rules.iter().any(|rule| reaches_consent.contains(rule))) && rests_on_consent(change, teller) {
        rules.push(Rule::ConsentAffected);
    }
    rules.sort_unstable();
    rules.dedup();
    rules
}

fn is_new(change: &Change) -> bool {
    change.event == Event::Added
}

/// Whether an activity that is touched rests on consent for a purpose.
fn rests_on_consent(change: &Change, teller: &Teller<'_>) -> bool {
    let registry = teller.after;
    change.touches.iter().filter_map(|touch| registry.activities.find(&touch.activity)).any(|id: Id<_>| {
        let bases = registry.activities[id].links.purposes.iter().flat_map(|purpose| &purpose.legal_bases);
        bases.into_iter().any(|basis| values::is_consent(registry, &registry.legal_bases[*basis].id))
    })
}
