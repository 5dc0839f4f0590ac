//! The ways to reach somebody.

use crate::record::controller::{Contact, Controller};

/// A way to reach a controller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// By letter.
    Post,
    /// By telephone.
    Telephone,
    /// By e-mail or on a page.
    OnLine,
}

impl Way {
    /// In the words of a finding: "by post".
    pub(super) fn words(self) -> &'static str {
        match self {
            Way::Post => "by post",
            Way::Telephone => "by telephone",
            Way::OnLine => "on line",
        }
    }
}

/// The ways to reach a controller, once each.
pub(super) fn to_reach(record: &Controller) -> Vec<Way> {
    let any = |has: fn(&Contact) -> bool| record.contacts.iter().any(|row| has(&row.value));
    let post = record.address.get().is_some_and(|address| !address.lines.is_empty());
    let telephone = !record.phone.is_absent() || any(|contact| !contact.phone.is_absent());
    let on_line = !record.email.is_absent() || any(|contact| !contact.email.is_absent() || !contact.url.is_absent());
    [(Way::Post, post), (Way::Telephone, telephone), (Way::OnLine, on_line)]
        .into_iter()
        .filter_map(|(way, there)| there.then_some(way))
        .collect()
}

/// Whether a controller says that it has a data protection officer, or why it has none.
pub(super) fn says_about_officer(record: &Controller) -> bool {
    record.dpo.get().is_some_and(|dpo| dpo.appointed.is_true() || !dpo.reason.is_absent())
}
