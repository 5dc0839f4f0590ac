use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Whoever makes a request has to give more data than it takes to find them.
    ///
    /// # What it checks
    ///
    /// `requests.contents` of controllers: fewer than four of its items are data by which people are known or
    /// reached, such as name, company, address, e-mail address and telephone number, from a list in the language
    /// of the registry.
    ///
    /// # Why
    ///
    /// Article 12(6) lets a controller ask for more only where it has reasonable doubts about who is asking, and
    /// Article 5(1)(c) limits data to what is necessary (EDPB Guidelines 01/2022, section 3.2).
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop.requests]
    /// contents = ["your full name", "your postal address", "your e-mail address", "your phone number"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop.requests]
    /// contents = ["your name", "the e-mail address you order with"]
    /// ```
    ///
    /// # Limits
    ///
    /// Counts items; whether each is needed depends on the data that are kept. Not re-read in the source: EDPB
    /// Guidelines 01/2022.
    "request-asks-much", Guidance, check
}

/// So many items are more than it takes in most cases.
const MANY: usize = 4;

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.controllers.iter() {
        let Some(requests) = entry.record.requests.get() else { continue };
        let known = requests.contents.iter().filter(|item| scope.words.identifying.find(item).is_some()).count();
        let Some(span) = requests.contents.span().filter(|_| known >= MANY) else { continue };
        report.add(
            id,
            finding(span, format!("`{}` asks for {known} items of contact data with every request", entry.id))
                .label("all of them, each time?")
                .help("name what finds a person in your data; more can be asked for where there is doubt"),
        );
    }
}
