use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::cookie::{Cookie, CookieConsent};
use crate::view::notice::tells;

declare_lint! {
    /// A notice tells of cookies that need consent, and not how the choice is changed.
    ///
    /// # What it checks
    ///
    /// Notices that tell of an activity with cookies that need consent, by their `class` or their `consent`, have
    /// `cookies.change-choice`, or name a `cookies.separate-notice`. Cookies that people control in their browser alone,
    /// and whose `refuse` says how, are left out: what is asked about them is whether there is consent.
    ///
    /// # Why
    ///
    /// Article 7(3) lets people withdraw consent at any time, as easily as they gave it, and has them told
    /// beforehand.
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
    /// activity = "newsletter"
    ///
    /// # notices.toml, without website.cookies
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
    ///
    /// # notices.toml
    /// [website.cookies]
    /// change-choice = "with the link \"Cookies\" at the foot of each page"
    /// ```
    ///
    /// # Limits
    ///
    /// Cookies without an `activity` belong to no notice in particular; nothing is said about them.
    "cookie-choice-missing", Guidance, check
}

/// Whether people choose whether it is set, in another place than their browser.
fn has_choice(cookie: &Cookie) -> bool {
    let in_browser = cookie.consent.copied() == Some(CookieConsent::BrowserOnly) && !cookie.refuse.is_absent();
    cookie.needs_consent() && !in_browser
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, notice) in scope.registry.notices.iter() {
        let controls = &notice.record.cookies;
        if controls.get().is_some_and(|one| !one.change_choice.is_absent() || !one.separate_notice.is_absent()) {
            continue;
        }
        let mut cookies = scope.registry.cookies.iter().filter(|(_, cookie)| has_choice(&cookie.record));
        let told = cookies.find(|(_, cookie)| {
            cookie.links.activity.is_some_and(|activity| tells(notice, &scope.registry.activities[activity]))
        });
        let Some((_, cookie)) = told else { continue };
        report.add(
            id,
            finding(
                controls.span().or(notice.record.title.span()).unwrap_or(notice.at),
                format!("`{}` does not say how a choice about cookies is changed", notice.id),
            )
            .label("how is consent withdrawn?")
            .related(cookie.record.name.span().unwrap_or(cookie.at), "needs consent")
            .help("add `cookies.change-choice`, which completes \"You can change your choice at any time ...\""),
        );
    }
}
