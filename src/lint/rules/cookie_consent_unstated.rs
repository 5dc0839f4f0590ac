use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::cookie::CookieClass;

declare_lint! {
    /// A cookie that is not strictly necessary does not say how people agree to it.
    ///
    /// # What it checks
    ///
    /// Cookies of a `class` other than `"strictly-necessary"`, or without a class, have `consent`.
    ///
    /// # Why
    ///
    /// Article 5(3) of Directive 2002/58/EC asks for consent to whatever is not strictly necessary for a
    /// service that the person asked for.
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
    /// lifetime = "P6M"
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
    "cookie-consent-unstated", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.cookies.iter() {
        let cookie = &entry.record;
        if cookie.consent.is_absent() && cookie.class.copied() != Some(CookieClass::StrictlyNecessary) {
            let at = cookie.class.span().or(cookie.name.span()).unwrap_or(entry.at);
            report.add(
                id,
                finding(at, format!("`{}` does not say how people agree to it", entry.id))
                    .label("asked before it is set?")
                    .help(
                        "add `consent`, such as `\"opt-in\"`; what a service needs has `class = \
                        \"strictly-necessary\"`",
                    ),
            );
        }
    }
}
