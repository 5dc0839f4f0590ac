use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A retention rule keeps data without an end.
    ///
    /// # What it checks
    ///
    /// `while`, `from`, `criteria`, `longer-if` and `limit` of a retention rule, against a list of phrases
    /// such as "indefinitely" or "without limit", in the language of the registry.
    ///
    /// # Why
    ///
    /// Article 5(1)(e) allows data that identify people no longer than necessary for the purposes; use
    /// without restriction as to time is not limited to what is necessary (C-446/21, Schrems v Meta).
    ///
    /// # Example
    ///
    /// ```toml
    /// # retention.toml, without subscription.while
    /// [subscription]
    /// criteria = ["nothing: addresses are kept permanently"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # retention.toml
    /// [subscription]
    /// while = "you subscribe to the newsletter"
    /// ```
    ///
    /// # Limits
    ///
    /// Archiving in the public interest, research and statistics may keep data longer (Article 89); a waiver
    /// of the rule says so. Not re-read in the source: C-446/21.
    "retention-indefinite", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.retention.iter() {
        let rule = &entry.record;
        let single = [&rule.r#while, &rule.from, &rule.limit].into_iter().filter_map(|field| field.located());
        let single = single.map(|one| (one.value, one.span));
        let lists = [&rule.criteria, &rule.longer_if].into_iter().flat_map(|list| list.located());
        for (text, span) in single.chain(lists.map(|one| (&one.value, one.span))) {
            if let Some(words) = scope.words.endless.find(text) {
                report.add(
                    id,
                    finding(span, format!("`{}` keeps data without an end", entry.id))
                        .label(format!("\"{words}\""))
                        .help("write a `period`, or criteria under which the data are erased or made anonymous"),
                );
            }
        }
    }
}
