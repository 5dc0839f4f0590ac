//! What a transfer rests on, on the day that is judged.

use chrono::NaiveDate;

use super::{Scope, TransferRow};
use crate::decode::{Country, Located, word};
use crate::law::{self, AdequacyDecision, Gate, Overlay, ScopeTest};
use crate::record::transfer::Mechanism;
use crate::registry::Node;
use crate::source::Span;

impl<'a> TransferRow<'a> {
    /// The countries outside the EEA, with their places.
    pub fn outside(&self) -> impl Iterator<Item = &'a Located<Country>> {
        self.row.value.countries.located().filter(|one| !one.value.0.country().in_eea())
    }

    /// Whether data leave the EEA, as far as the row says where they go.
    pub fn leaves_eea(&self) -> bool {
        let transfer = &self.row.value;
        transfer.countries.is_empty() || !transfer.organisation.is_absent() || self.outside().next().is_some()
    }

    /// The mechanisms that Chapter V knows, dead ones included, with their places.
    pub fn mechanisms(&self) -> impl Iterator<Item = (&'static law::Mechanism, Span)> {
        self.row.value.mechanisms.located().filter_map(|one| Some((law::mechanism(&word(&one.value))?, one.span)))
    }

    /// Where a mechanism is named.
    pub fn names(&self, wanted: Mechanism) -> Option<Span> {
        self.row.value.mechanisms.located().find(|one| one.value == wanted).map(|one| one.span)
    }

    /// Whether it rests on a mechanism of this gate that has effect.
    pub fn rests_on(&self, gate: Gate, as_of: NaiveDate) -> bool {
        self.mechanisms().any(|(mechanism, _)| mechanism.gate == gate && !mechanism.is_dead_on(as_of))
    }

    /// The adequacy decision that a mechanism of this row claims for a country and that is in force.
    pub fn covered_by(&self, country: Country, as_of: NaiveDate) -> Option<&'a AdequacyDecision> {
        self.mechanisms().find_map(|(mechanism, _)| covers(self.law, mechanism, country, as_of))
    }

    /// Whether it rests on appropriate safeguards somewhere: they are named, and no adequacy decision is
    /// claimed and in force for every country. Where countries are not named an adequacy decision may be
    /// what it rests on, unless the row says that it depends.
    pub fn needs_safeguards(&self, as_of: NaiveDate) -> bool {
        let mut outside = self.outside().peekable();
        let open = if outside.peek().is_some() {
            outside.any(|country| self.covered_by(country.value, as_of).is_none())
        } else {
            !self.rests_on(Gate::Adequacy, as_of) || self.is_mixed()
        };
        open && self.rests_on(Gate::Safeguards, as_of)
    }

    /// Whether it names no country and says that which mechanism applies depends on something: then each
    /// of them applies somewhere.
    pub fn is_mixed(&self) -> bool {
        self.row.value.countries.is_empty() && !self.row.value.depends_on.is_absent()
    }
}

impl Scope<'_> {
    /// "the transfer `us` of `mailer`"
    pub fn transfer_name(&self, transfer: TransferRow<'_>) -> String {
        format!("the transfer `{}` of `{}`", transfer.row.key.name, self.id(transfer.node))
    }

    /// The id of a record.
    pub fn id(&self, node: Node) -> &str {
        self.registry.identity(node).0
    }
}

/// The decision in force by which a mechanism covers a country.
pub fn covers<'a>(
    law: &'a Overlay,
    mechanism: &law::Mechanism,
    country: Country,
    as_of: NaiveDate,
) -> Option<&'a AdequacyDecision> {
    if mechanism.gate != Gate::Adequacy {
        return None;
    }
    match law.decision_of(mechanism) {
        Some(decision) => (decision.country == Some(country.0) && decision.stands_on(as_of)).then_some(decision),
        None => law.adequacy_on(country.0, as_of),
    }
}

/// Where a row claims the EU-US Data Privacy Framework, or its successors by the same test, for a country
/// that it covers.
pub fn framework(transfer: TransferRow<'_>, as_of: NaiveDate) -> Option<Span> {
    let listed = |decision: &AdequacyDecision| decision.scope_test == Some(ScopeTest::DpfListing);
    transfer.mechanisms().find_map(|(mechanism, at)| {
        let mut decisions = transfer.outside().filter_map(|one| covers(transfer.law, mechanism, one.value, as_of));
        decisions.any(listed).then_some(at)
    })
}
