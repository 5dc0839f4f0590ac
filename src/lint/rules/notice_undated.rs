use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A notice has no date or no version.
    ///
    /// # What it checks
    ///
    /// Each notice has `updated` and `version`.
    ///
    /// # Why
    ///
    /// Readers see by the date and the version whether a notice changed (Article 12(1); WP260 rev.01, paragraphs 29
    /// to 32).
    ///
    /// # Example
    ///
    /// ```toml
    /// # notices.toml, without website.version
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # notices.toml
    /// [website]
    /// version = "3"
    /// ```
    "notice-undated", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.notices.iter() {
        let lacks = match (entry.record.updated.is_absent(), entry.record.version.is_absent()) {
            (true, true) => "`updated` and `version`",
            (true, false) => "`updated`",
            (false, true) => "`version`",
            (false, false) => continue,
        };
        report.add(
            id,
            finding(entry.record.title.span().unwrap_or(entry.at), format!("`{}` lacks {lacks}", entry.id))
                .label("which state is this?")
                .help(format!("add {lacks}")),
        );
    }
}
