use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A cookie does not say how long it works.
    ///
    /// # What it checks
    ///
    /// Cookies that need consent, by their `class` or their `consent`, have a `lifetime`.
    ///
    /// # Why
    ///
    /// Consent takes clear and full information, which holds how long a cookie works (C-673/17, Planet49, on
    /// Article 5(3) of Directive 2002/58/EC).
    ///
    /// # Example
    ///
    /// ```toml
    /// # cookies.toml
    /// [statistics]
    /// name = "statistics cookies"
    /// class = "analytics"
    /// technologies = ["cookie"]
    /// purposes = ["count visits"]
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
    ///
    /// # Limits
    ///
    /// Not re-read in the source: C-673/17.
    "cookie-lifetime-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.cookies.iter() {
        let cookie = &entry.record;
        if cookie.lifetime.is_absent() && cookie.needs_consent() {
            report.add(
                id,
                finding(cookie.name.span().unwrap_or(entry.at), format!("`{}` has no lifetime", entry.id))
                    .label("works for how long?")
                    .help("add `lifetime`: a period such as `\"P6M\"` or `\"PT30M\"`, or `\"session\"`"),
            );
        }
    }
}
