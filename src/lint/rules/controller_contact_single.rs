use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint, ways};

declare_lint! {
    /// A controller can be reached in one way only.
    ///
    /// # What it checks
    ///
    /// Each controller can be reached in at least two of these ways: by post, by telephone, on line
    /// (an e-mail address or a page).
    ///
    /// # Why
    ///
    /// WP260 rev.01, annex: contact details should preferably allow different forms of communication,
    /// such as telephone, e-mail and post (Articles 13(1)(a) and 14(1)(a)).
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml, without shop.address.lines, shop.phone
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop]
    /// phone = "+353 1 000 0000"
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: the annex of WP260.
    "controller-contact-single", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.controllers.iter() {
        if let [only] = ways::to_reach(&entry.record)[..] {
            report.add(
                id,
                finding(entry.at, format!("`{}` can be reached {} only", entry.id, only.words()))
                    .label("one way of contact")
                    .help("add another: `email`, `phone` or `[address]` with its `lines`"),
            );
        }
    }
}
