use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// The data protection officer holds a post that decides on purposes and means.
    ///
    /// # What it checks
    ///
    /// `dpo.holder`, part by part between commas, semicolons and brackets, against a list of posts such as
    /// "head of marketing", in the language of the registry.
    ///
    /// # Why
    ///
    /// Article 38(6) rules out tasks with a conflict of interests; they may not let the officer determine
    /// purposes and means (C-453/21, X-FAB; examples in WP243 rev.01, section 3.5).
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml, without shop.dpo.reason
    /// [shop.dpo]
    /// appointed = true
    /// email = "dpo@example.com"
    /// holder = "Erin Example, Head of Marketing"
    /// notified = 2026-01-15
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml, without shop.dpo.reason
    /// [shop.dpo]
    /// appointed = true
    /// email = "dpo@example.com"
    /// holder = "Example Privacy Partners, reports to the managing director"
    /// notified = 2026-01-15
    /// ```
    ///
    /// # Limits
    ///
    /// Whether somebody decides on purposes and means is judged case by case. Not re-read in the source:
    /// WP243 rev.01; C-453/21 was read in reports only.
    "dpo-conflict", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.controllers.iter() {
        let Some(dpo) = entry.record.dpo.get().filter(|dpo| dpo.appointed.is_true()) else { continue };
        let Some(holder) = dpo.holder.internal().located() else { continue };
        let post = holder.value.split([',', ';', '(', ')']).find_map(|part| scope.words.deciding_posts.find(part));
        if let Some(post) = post {
            report.add(
                id,
                finding(holder.span, format!("the data protection officer of `{}` is also {post}", entry.id))
                    .label("decides on purposes and means?")
                    .help("name an officer without such a post in `dpo.holder`, or say there why this one decides on nothing"),
            );
        }
    }
}
