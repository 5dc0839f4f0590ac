use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::cookie::{CookieClass, CookieConsent};

declare_lint! {
    /// A cookie that is not strictly necessary is set without consent.
    ///
    /// # What it checks
    ///
    /// Cookies of a `class` other than `"strictly-necessary"` with `consent` of `"opt-out"`, `"implied"` or
    /// `"browser-only"`, also where no `class` says that they are strictly necessary, and cookies of advertising and referral with `"not-needed"`.
    ///
    /// # Why
    ///
    /// Article 5(3) of Directive 2002/58/EC asks for consent before anything is stored or read; boxes ticked before
    /// and going on browsing are none (C-673/17, Planet49).
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
    /// consent = "implied"
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
    /// Not re-read in the source: C-673/17. Some Member States exempt some measuring of audiences; say
    /// `consent = "not-needed"` there, which is the matter of `cookie-exempt-doubtful`.
    "cookie-no-consent", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.cookies.iter() {
        let cookie = &entry.record;
        let Some(consent) = cookie.consent.located() else { continue };
        let label = match (cookie.class.copied(), consent.value) {
            (Some(CookieClass::StrictlyNecessary), _) | (_, CookieConsent::OptIn) => continue,
            (_, CookieConsent::OptOut) => "set before anybody agrees",
            (_, CookieConsent::Implied) => "going on is no consent",
            (_, CookieConsent::BrowserOnly) => "the settings of a browser are no consent",
            (Some(CookieClass::Advertising | CookieClass::Affiliate), CookieConsent::NotNeeded) => "nobody is asked",
            (_, CookieConsent::NotNeeded) => continue,
        };
        let found = finding(consent.span, format!("`{}` is set without consent", entry.id)).label(label);
        let found = match cookie.class.span() {
            Some(class) => found
                .related(class, "not strictly necessary")
                .help("ask before it is set and write `consent = \"opt-in\"`, or stop setting it"),
            None => found.help(
                "ask before it is set and write `consent = \"opt-in\"`, or say with `class` that it is strictly necessary",
            ),
        };
        report.add(id, found);
    }
}
