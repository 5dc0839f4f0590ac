use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// An activity describes no security measure.
    ///
    /// # What it checks
    ///
    /// Activities that go on have `security`, their own or that of the defaults in `registry.toml`;
    /// processing for clients has its own.
    ///
    /// # Why
    ///
    /// Articles 30(1)(g) and 30(2)(d) ask for a general description of the technical and organisational
    /// measures of Article 32(1), where possible.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/newsletter.toml, without security
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// security = ["encryption"]
    /// ```
    "security-missing", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    const HELP: &str = "name measures in `security`; `ropa new security-measure ID` makes one";
    for (id, entry) in scope.activities() {
        if entry.links.security.values.is_empty() {
            let at = entry.record.security.span().unwrap_or(entry.at);
            report.add(
                id,
                finding(at, format!("`{}` has no security measure", entry.id)).label("protected how?").help(HELP),
            );
        }
    }
    for (id, entry) in scope.registry.client_processing.iter() {
        if entry.links.security.is_empty() {
            let at = entry.record.security.internal().span().unwrap_or(entry.at);
            report.add(
                id,
                finding(at, format!("`{}` has no security measure", entry.id)).label("protected how?").help(HELP),
            );
        }
    }
}
