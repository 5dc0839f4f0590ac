use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint, ways};

declare_lint! {
    /// A controller does not say whether it needs a data protection officer.
    ///
    /// # What it checks
    ///
    /// Each controller that is no public body has a `dpo` with `appointed = true`, or with
    /// `appointed = false` and the `reason`. Public bodies are checked by `dpo-missing-public-body`.
    ///
    /// # Why
    ///
    /// Article 37(1)(b) and (c) ask for an officer where core activities are large-scale monitoring or
    /// large-scale special data; WP243 rev.01, section 2.1, asks to document why there is none.
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml, without shop.dpo
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop.dpo]
    /// appointed = false
    /// reason = "We are small and do not monitor people on a large scale."
    /// ```
    ///
    /// # Limits
    ///
    /// What a core activity is and what a large scale is cannot be read from the records. Not re-read in
    /// the source: WP243 rev.01.
    "dpo-undecided", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.controllers.iter() {
        let is_public = entry.record.public_body.internal().is_true();
        if is_public || !scope.is_under_gdpr(id) || ways::says_about_officer(&entry.record) {
            continue;
        }
        let found = match entry.record.dpo.get().and_then(|dpo| dpo.appointed.span()) {
            Some(at) => {
                finding(at, format!("`{}` has no data protection officer, and no reason", entry.id)).label("why not?")
            }
            None => finding(entry.at, format!("`{}` says nothing about a data protection officer", entry.id))
                .label("is there one?"),
        };
        report.add(
            id,
            found.help("add `dpo` with `appointed = true` and a way to reach the officer, or `appointed = false` with the `reason`"),
        );
    }
}
