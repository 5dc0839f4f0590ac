//! Named facts: everything that a table export can show, each with a name, an article and a meaning.
//!
//! A fact belongs to a family, the word before its dot, and reads one [`Row`]. Rows offer the facts of
//! what they belong to as well: a purpose those of its activity, each row those of the register.
//!
//! What stands in `open` is public: those files read nothing internal, which a test of the house
//! watches. A public profile may use no other facts.

mod activity;
mod activity_more;
mod actor;
mod clerk;
mod client;
mod common;
mod controller;
mod data;
mod disclosure;
mod groups_and_data;
mod legal_basis;
mod measure;
mod open;
mod party;
mod plain;
mod purpose;
mod register;
mod retention;
mod row;
mod system;
mod transfer;

pub use clerk::Clerk;
pub(in crate::export) use data::is_special;
pub use row::{Role, Row};
pub(in crate::export) use row::{activity_of, place};

use crate::decode::did_you_mean;
use crate::export::workbook::Cell;
use crate::record::profile::{Audience, RowKind};

/// A fact that a column can show.
pub struct Fact {
    /// Its name: its family, a dot and its own: `activity.purposes`.
    pub name: &'static str,
    /// The article it answers; empty where none asks for it.
    pub article: &'static str,
    /// What it is.
    pub doc: &'static str,
    /// Who may read it.
    pub audience: Audience,
    /// What it says of a row; nothing where the row is of another kind.
    of: fn(&Clerk<'_>, &Row) -> Cell,
}

impl std::fmt::Debug for Fact {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fact").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Fact {
    /// The family it belongs to.
    pub fn family(&self) -> &'static str {
        self.name.split_once('.').map_or(self.name, |(family, _)| family)
    }

    /// What it says of a row.
    pub fn read(&self, clerk: &Clerk<'_>, row: &Row) -> Cell {
        (self.of)(clerk, row)
    }
}

/// A list of facts of one family. The closure sees the clerk and what the reader makes of the row.
macro_rules! facts {
    ($audience:expr, $read:path; $($name:literal, $article:literal, $doc:literal => |$clerk:ident, $one:ident| $value:expr;)*) => {
        pub(in crate::export::facts) static FACTS: &[$crate::export::facts::Fact] = &[$(
            $crate::export::facts::Fact {
                name: $name,
                article: $article,
                doc: $doc,
                audience: $audience,
                of: |$clerk, row| match $read($clerk, row) {
                    Some($one) => $value,
                    None => $crate::export::workbook::Cell::Empty,
                },
            },
        )*];
    };
}
pub(in crate::export::facts) use facts;

/// Every fact, family by family.
pub fn all() -> impl Iterator<Item = &'static Fact> {
    [
        register::FACTS,
        controller::FACTS,
        actor::FACTS,
        activity::FACTS,
        activity_more::FACTS,
        open::FACTS,
        purpose::FACTS,
        data::FACTS,
        disclosure::FACTS,
        party::PROCESSOR,
        party::RECIPIENT,
        party::SOURCE,
        transfer::FACTS,
        retention::FACTS,
        measure::FACTS,
        client::PROCESSING,
        client::CLIENT,
        legal_basis::FACTS,
        system::FACTS,
        groups_and_data::CATEGORY,
        groups_and_data::GROUP,
    ]
    .into_iter()
    .flatten()
}

/// The fact with a name.
pub fn find(name: &str) -> Option<&'static Fact> {
    all().find(|fact| fact.name == name)
}

/// What a form about a row is called, after its record.
pub(in crate::export) fn title(clerk: &Clerk<'_>, row: &Row) -> Option<String> {
    row::place(clerk, row).map(|(node, _)| clerk.name(node))
}

/// The families whose facts a kind of row has, its own first.
pub fn families(rows: RowKind) -> &'static [&'static str] {
    match rows {
        RowKind::Register => &["register"],
        RowKind::Controller => &["controller", "register"],
        RowKind::Actor => &["actor", "controller", "register"],
        RowKind::Activity => &["activity", "inventory", "register"],
        RowKind::Inventory => &["inventory", "activity", "register"],
        RowKind::Purpose => &["purpose", "activity", "inventory", "register"],
        RowKind::Data | RowKind::OrdinaryData | RowKind::SpecialData => {
            &["data", "data-category", "activity", "inventory", "register"]
        }
        RowKind::Matrix => &["data", "data-category", "subject-group", "activity", "inventory", "register"],
        RowKind::Disclosure => &["disclosure", "activity", "inventory", "register"],
        RowKind::Processor => &["processor", "register"],
        RowKind::Recipient => &["recipient", "register"],
        RowKind::Source => &["source", "register"],
        RowKind::Transfer => &["transfer", "register"],
        RowKind::Retention => &["retention", "register"],
        RowKind::SecurityMeasure => &["security-measure", "register"],
        RowKind::ClientProcessing => &["client-processing", "register"],
        RowKind::Client => &["client", "client-processing", "register"],
        RowKind::LegalBasis => &["legal-basis", "register"],
        RowKind::System => &["system", "register"],
        RowKind::DataCategory => &["data-category", "register"],
        RowKind::SubjectGroup => &["subject-group", "register"],
    }
}

/// The name of a fact that was probably meant, among those that rows of a kind have.
pub fn near(name: &str, rows: RowKind) -> Option<&'static str> {
    let offered = |fact: &&Fact| families(rows).contains(&fact.family());
    did_you_mean(name, all().filter(offered).map(|fact| fact.name))
        .or_else(|| did_you_mean(name, all().map(|fact| fact.name)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{all, families, near};
    use crate::record::profile::{Audience, RowKind};

    #[test]
    fn names_are_unique_and_documented() {
        let mut seen = BTreeSet::new();
        for fact in all() {
            assert!(seen.insert(fact.name), "{} stands twice", fact.name);
            assert!(fact.doc.ends_with('.') && fact.name.contains('.'), "{}", fact.name);
            let offered = RowKind::ALL.iter().any(|rows| families(*rows).contains(&fact.family()));
            assert!(offered, "no row has {}", fact.name);
            let open = matches!(fact.family(), "inventory");
            assert_eq!(fact.audience == Audience::Public, open, "{}", fact.name);
        }
        assert!(seen.len() > 200, "{}", seen.len());
    }

    #[test]
    fn a_mistyped_name_finds_its_fact() {
        assert_eq!(near("activity.purpose", RowKind::Activity), Some("activity.purposes"));
        assert_eq!(near("quite.another", RowKind::Activity), None);
    }
}
