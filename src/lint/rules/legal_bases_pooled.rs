use std::collections::{BTreeMap, BTreeSet};

use crate::law::Ground;
use crate::lint::report::finding;
use crate::lint::scope::PurposeRow;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::legal_basis::LegalBasis;
use crate::registry::Id;

declare_lint! {
    /// Several grounds stand under several purposes together, so that nobody can tell which carries what.
    ///
    /// # What it checks
    ///
    /// Purposes that name the same legal bases, of three grounds of Article 6(1) or more, where there are three
    /// such purposes or more. The finding stands at the first of them.
    ///
    /// # Why
    ///
    /// Article 13(1)(c) asks for the purposes and the basis of each, and which rights people have depends on it;
    /// the Irish authority asked for such a link in its decision on WhatsApp of 20 August 2021.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [purposes.sell]
    /// legal-bases = ["sale", "accounts", "against-fraud"]
    ///
    /// [purposes.book-keeping]
    /// legal-bases = ["sale", "accounts", "against-fraud"]
    ///
    /// [purposes.compare]
    /// title = "compare orders with unpaid ones of the same address"
    /// legal-bases = ["sale", "accounts", "against-fraud"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [purposes.sell]
    /// legal-bases = ["sale"]
    ///
    /// [purposes.book-keeping]
    /// legal-bases = ["accounts"]
    ///
    /// [purposes.compare]
    /// title = "compare orders with unpaid ones of the same address"
    /// legal-bases = ["against-fraud"]
    /// ```
    ///
    /// # Limits
    ///
    /// Two purposes, or two grounds, may well stand together. Not re-read in the source: the decision on WhatsApp.
    "legal-bases-pooled", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let mut pools: BTreeMap<BTreeSet<Id<LegalBasis>>, Vec<PurposeRow<'_>>> = BTreeMap::new();
    for purpose in scope.purposes() {
        pools.entry(purpose.links.legal_bases.iter().copied().collect()).or_default().push(purpose);
    }
    for (bases, purposes) in pools {
        let grounds = bases.iter().filter_map(|id| scope.registry.legal_bases[*id].record.article.copied());
        let grounds: BTreeSet<Ground> = grounds.map(|article| article.0).collect();
        let [first, second, _, ..] = purposes.as_slice() else { continue };
        if grounds.len() < 3 {
            continue;
        }
        let Some(span) = scope.bases_of(first).first().map(|one| one.span) else { continue };
        let found = finding(span, format!("the same {} grounds carry {} purposes", grounds.len(), purposes.len()))
            .label(format!("which of them carries `purposes.{}`?", first.row.key.name))
            .help("name for each purpose the one basis it rests on; make two rows where two are needed");
        let again = scope.bases_of(second).first().map(|one| one.span);
        report.add(first.id, again.into_iter().fold(found, |found, span| found.related(span, "the same list again")));
    }
}
