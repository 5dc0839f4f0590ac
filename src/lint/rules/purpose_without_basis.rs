use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A purpose rests on no legal basis.
    ///
    /// # What it checks
    ///
    /// Each purpose of an activity that goes on names at least one record in `legal-bases`. Purposes that use
    /// anonymous data only (`identifiability = "anonymous"`) need none; where all rows of `data` that serve a purpose
    /// name `legal-bases` of their own, these answer for it.
    ///
    /// # Why
    ///
    /// Article 6(1) asks for at least one of its grounds; Articles 13(1)(c) and 14(1)(c) ask the notice
    /// for the purposes and the legal basis.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml, without purposes.book-keeping.legal-bases
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [purposes.book-keeping]
    /// legal-bases = ["accounts"]
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: recital 26, by which the Regulation does not apply to anonymous data.
    "purpose-without-basis", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        for (at, (row, links)) in entry.record.purposes.iter().zip(&entry.links.purposes).enumerate() {
            if links.legal_bases.is_empty() && scope.registry.needs_basis(entry, at) {
                let at = row.value.legal_bases.span().unwrap_or(row.key.span);
                report.add(
                    id,
                    finding(at, format!("`purposes.{}` of `{}` has no legal basis", row.key.name, entry.id))
                        .label("on which ground?")
                        .help("name one in `legal-bases`; `ropa new legal-basis ID` makes one"),
                );
            }
        }
    }
}
