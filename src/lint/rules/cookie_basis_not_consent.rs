use crate::law::Ground;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::cookie::{CookieClass, CookieConsent};

declare_lint! {
    /// A cookie asks for consent, and the activity it belongs to knows of none.
    ///
    /// # What it checks
    ///
    /// Cookies of `class` analytics, advertising or affiliate with `consent = "opt-in"` and an `activity`:
    /// one of the activity's purposes rests on a basis with `article = "6(1)(a)"`.
    ///
    /// # Why
    ///
    /// Article 5(3) of Directive 2002/58/EC knows consent and no legitimate interests; data that were had with
    /// consent to a purpose are used on that footing (Article 5(1)(b)).
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
    /// consent = "opt-in"
    /// refuse = "with the button \"Refuse\" in the banner"
    /// activity = "orders"
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
    /// activity = "newsletter"
    /// ```
    ///
    /// # Limits
    ///
    /// Further use of the data may rest on another ground; waive the lint with the reason. A legitimate
    /// interest for storage itself, as proposed in COM(2025) 837, is not law.
    "cookie-basis-not-consent", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.cookies.iter() {
        let cookie = &entry.record;
        let measures = matches!(
            cookie.class.copied(),
            Some(CookieClass::Analytics | CookieClass::Advertising | CookieClass::Affiliate)
        );
        if !measures || cookie.consent.copied() != Some(CookieConsent::OptIn) {
            continue;
        }
        let Some((activity, at)) = entry.links.activity.zip(cookie.activity.internal().span()) else { continue };
        let bases = scope.bases(&scope.registry.activities[activity]);
        let grounds: Vec<Option<Ground>> = bases
            .iter()
            .map(|basis| scope.registry.legal_bases[*basis].record.article.copied().map(|article| article.0))
            .collect();
        // A basis without an article might be consent.
        if grounds.is_empty() || grounds.iter().any(|ground| matches!(ground, None | Some(Ground::Consent))) {
            continue;
        }
        let activity = &scope.registry.activities[activity];
        report.add(
            id,
            finding(at, format!("`{}` asks for consent, and `{}` knows of none", entry.id, activity.id))
                .label("this activity names no consent")
                .related(activity.record.purposes.span().unwrap_or(activity.at), "its purposes")
                .help(
                    "name a basis with `article = \"6(1)(a)\"` in the purpose that uses the data, or another \
                    `activity`",
                ),
        );
    }
}
