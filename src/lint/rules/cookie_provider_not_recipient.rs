use crate::lint::report::finding;
use crate::lint::scope::node;
use crate::lint::{Report, Scope, declare_lint};
use crate::registry::Party;

declare_lint! {
    /// A cookie is set or read by somebody who does not stand among the recipients.
    ///
    /// # What it checks
    ///
    /// `provider` of each cookie: the cookie's `activity` discloses data to it, or any activity where the cookie names
    /// none. Controllers of the activity, and sub-processors of a recipient, need no disclosure.
    ///
    /// # Why
    ///
    /// Article 30(1)(d) asks the register for the recipients, and who sets or reads a cookie on a page gets the data
    /// (C-40/17, Fashion ID); access of third parties must be told (C-673/17, Planet49).
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml
    /// [counter]
    /// name = "Example Counter GmbH"
    /// category = "companies that count visits for us"
    /// services = ["counting of visits"]
    /// country = "DE"
    /// locations = ["DE"]
    /// support-from = ["DE"]
    /// no-transfers = "All servers and staff are in Germany."
    ///
    /// [counter.contract]
    /// reference = "contracts/counter.pdf"
    /// signed = 2025-01-01
    /// checked = 2026-05-01
    /// sub-processing = "none"
    ///
    /// # cookies.toml
    /// [statistics]
    /// name = "statistics cookies"
    /// class = "analytics"
    /// technologies = ["cookie"]
    /// purposes = ["count visits"]
    /// lifetime = "P6M"
    /// consent = "opt-in"
    /// refuse = "with the button \"Refuse\" in the banner"
    /// provider = "counter"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [counter]
    /// name = "Example Counter GmbH"
    /// category = "companies that count visits for us"
    /// services = ["counting of visits"]
    /// country = "DE"
    /// locations = ["DE"]
    /// support-from = ["DE"]
    /// no-transfers = "All servers and staff are in Germany."
    ///
    /// [counter.contract]
    /// reference = "contracts/counter.pdf"
    /// signed = 2025-01-01
    /// checked = 2026-05-01
    /// sub-processing = "none"
    ///
    /// # activities/newsletter.toml
    /// [disclosures.counting]
    /// recipients = ["counter"]
    /// categories = ["contact"]
    /// purpose = ["count how often the newsletter is opened"]
    /// only-necessary = true
    ///
    /// # cookies.toml
    /// [statistics]
    /// name = "statistics cookies"
    /// class = "analytics"
    /// technologies = ["cookie"]
    /// purposes = ["count visits"]
    /// lifetime = "P6M"
    /// consent = "opt-in"
    /// refuse = "with the button \"Refuse\" in the banner"
    /// provider = "counter"
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: C-40/17, C-673/17.
    "cookie-provider-not-recipient", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.cookies.iter() {
        let Some((party, at)) = entry.links.provider.zip(entry.record.provider.span()) else { continue };
        let of_cookie = entry.links.activity;
        let activities: Vec<_> = scope
            .activities()
            .filter(|(activity, _)| of_cookie.is_none_or(|wanted| wanted == *activity))
            .map(|(_, activity)| activity)
            .collect();
        // The activity of the cookie has ended, or there is none at all: nothing can be said.
        if activities.is_empty() {
            continue;
        }
        let is_known = activities.iter().any(|activity| {
            let recipients = activity.links.disclosures.iter().flat_map(|links| &links.recipients);
            let by_us =
                |party| matches!(party, Party::Controller(id) if activity.links.controllers.values.contains(&id));
            by_us(party) || recipients.copied().any(|one| one == party || scope.engages(one, party))
        });
        if is_known {
            continue;
        }
        let (name, _) = scope.registry.identity(node(party));
        let found = finding(at, format!("`{name}` sets or reads `{}` and is no recipient", entry.id))
            .label("gets data from people's devices");
        let (found, place) = match of_cookie.map(|activity| &scope.registry.activities[activity]) {
            Some(activity) => (
                found.related(activity.record.disclosures.span().unwrap_or(activity.at), "not among these recipients"),
                format!("`disclosures` of `{}`", activity.id),
            ),
            None => (found, "`disclosures` of the activity that uses the cookie".to_owned()),
        };
        report.add(id, found.help(format!("add it to {place}")));
    }
}
