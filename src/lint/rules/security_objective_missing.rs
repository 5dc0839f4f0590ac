use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A security measure does not say what it is for.
    ///
    /// # What it checks
    ///
    /// Each security measure names in `serves` at least one of the points of Article 32(1).
    ///
    /// # Why
    ///
    /// Article 32(1) asks for measures against risks, among them for confidentiality, integrity, availability,
    /// resilience, restoring and testing; only who knows what each measure serves sees which of them has none.
    ///
    /// # Example
    ///
    /// ```toml
    /// # security-measures.toml, without encryption.serves
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # security-measures.toml
    /// [encryption]
    /// serves = ["pseudonymisation-encryption"]
    /// ```
    "security-objective-missing", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.security_measures.iter() {
        if entry.record.serves.is_empty() {
            report.add(
                id,
                finding(entry.at, format!("nothing says what `{}` is for", entry.id))
                    .label("no `serves`")
                    .help("add `serves`, such as `[\"confidentiality\"]`; the points are those of Article 32(1)"),
            );
        }
    }
}
