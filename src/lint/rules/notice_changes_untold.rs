use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A notice does not say how its changes are announced.
    ///
    /// # What it checks
    ///
    /// Each notice says in `changes` how a new version is `published`, or how people hear of a `material` change.
    ///
    /// # Why
    ///
    /// Changes of a notice should be communicated in a way that people notice (Article 12(1); WP260 rev.01,
    /// paragraphs 29 to 32); Article 13(3) asks to tell a further purpose beforehand.
    ///
    /// # Example
    ///
    /// ```toml
    /// # notices.toml, without website.changes
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # notices.toml
    /// [website.changes]
    /// material = "by e-mail"
    /// ```
    ///
    /// # Limits
    ///
    /// The law asks for no such words in the notice. Not re-read in the source: WP260.
    "notice-changes-untold", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.notices.iter() {
        let changes = entry.record.changes.get();
        if changes.is_none_or(|one| one.published.is_absent() && one.material.is_absent()) {
            report.add(
                id,
                finding(
                    entry.record.changes.span().or(entry.record.title.span()).unwrap_or(entry.at),
                    format!("`{}` does not say how changes are announced", entry.id),
                )
                .label("how do people hear of a change?")
                .help("add `changes.material`, which completes \"If we plan a material change, we tell you ...\""),
            );
        }
    }
}
