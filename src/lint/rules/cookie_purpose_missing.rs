use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A cookie does not say what it is for.
    ///
    /// # What it checks
    ///
    /// Cookies that need consent, by their `class` or their `consent`, have `purposes`.
    ///
    /// # Why
    ///
    /// Article 5(3) of Directive 2002/58/EC asks for clear and full information, in particular about the purposes,
    /// before people consent.
    ///
    /// # Example
    ///
    /// ```toml
    /// # cookies.toml
    /// [statistics]
    /// name = "statistics cookies"
    /// class = "analytics"
    /// technologies = ["cookie"]
    /// lifetime = "P6M"
    /// consent = "opt-in"
    /// refuse = "with the button \"Refuse\" in the banner"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # cookies.toml
    /// [statistics]
    /// name = "statistics cookies"
    /// class = "analytics"
    /// technologies = ["cookie"]
    /// purposes = ["count visits"]
    /// lifetime = "P6M"
    /// consent = "opt-in"
    /// refuse = "with the button \"Refuse\" in the banner"
    /// ```
    "cookie-purpose-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.cookies.iter() {
        let cookie = &entry.record;
        if cookie.purposes.is_empty() && cookie.needs_consent() {
            report.add(
                id,
                finding(cookie.name.span().unwrap_or(entry.at), format!("`{}` has no purpose", entry.id))
                    .label("what for?")
                    .help("add `purposes`; each completes \"We use them to ...\""),
            );
        }
    }
}
