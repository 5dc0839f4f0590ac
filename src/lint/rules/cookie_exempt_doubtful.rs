use crate::diagnostic::Diagnostic;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::cookie::{Cookie, CookieClass, CookieConsent};
use crate::registry::Entry;

declare_lint! {
    /// A cookie is treated as strictly necessary, and what is said of it speaks against that.
    ///
    /// # What it checks
    ///
    /// Cookies with `class = "strictly-necessary"` whose name or purposes hold a word such as "analytics" or
    /// "advertising", and cookies of another class with `consent = "not-needed"`.
    ///
    /// # Why
    ///
    /// The exemption in Article 5(3) of Directive 2002/58/EC covers what a service the person asked for cannot do
    /// without; analytics, advertising and social plugins as a rule are not (WP194).
    ///
    /// # Example
    ///
    /// ```toml
    /// # cookies.toml
    /// [basket]
    /// purposes = ["remember what is in your basket", "measure how many baskets are left behind"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # cookies.toml
    /// [basket]
    /// purposes = ["remember what is in your basket"]
    /// ```
    ///
    /// # Limits
    ///
    /// Knows words, in the language of the registry. France, Spain and other states exempt some measuring of audiences
    /// on conditions; waive the lint with the rule relied on.
    "cookie-exempt-doubtful", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.cookies.iter() {
        let Some(class) = entry.record.class.located() else { continue };
        let found = match class.value {
            CookieClass::StrictlyNecessary => {
                measuring(scope, entry).map(|found| found.related(class.span, "said to be necessary"))
            }
            // Never exempt: the matter of `cookie-no-consent`.
            CookieClass::Advertising | CookieClass::Affiliate => None,
            _ => unasked(entry).map(|found| found.related(class.span, "not the class of necessary ones")),
        };
        if let Some(found) = found {
            report.add(id, found);
        }
    }
}

fn measuring(scope: &Scope<'_>, entry: &Entry<Cookie>) -> Option<Diagnostic> {
    let name = entry.record.name.located().map(|one| (&**one.value, one.span));
    let purposes = entry.record.purposes.located().map(|one| (&*one.value, one.span));
    let (words, span) = name
        .into_iter()
        .chain(purposes)
        .find_map(|(text, span)| scope.words.measuring.find(text).map(|words| (words, span)))?;
    Some(
        finding(span, format!("`{}` is said to be strictly necessary", entry.id))
            .label(format!("\"{words}\" seldom is"))
            .help("make a cookie of its own for this purpose, with its `class` and `consent = \"opt-in\"`"),
    )
}

fn unasked(entry: &Entry<Cookie>) -> Option<Diagnostic> {
    let consent = entry.record.consent.located().filter(|one| *one.value == CookieConsent::NotNeeded)?;
    Some(finding(consent.span, format!("nobody is asked about `{}`", entry.id)).label("exempt on which ground?").help(
        "write `class = \"strictly-necessary\"` if a service that people ask for needs it, else `consent = \"opt-in\"`",
    ))
}
