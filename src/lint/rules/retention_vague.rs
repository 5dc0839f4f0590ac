use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A retention rule says how long in words that nobody can test.
    ///
    /// # What it checks
    ///
    /// `while`, `from`, `limit`, `afterwards`, `criteria` and `longer-if` of a retention rule, against a list of
    /// phrases such as "as long as necessary", in the language of the registry.
    ///
    /// # Why
    ///
    /// Article 13(2)(a) asks for the period or the criteria that determine it; for the Article 29 Working
    /// Party "as long as necessary for the legitimate purposes" is not enough (WP260 rev.01, annex).
    ///
    /// # Example
    ///
    /// ```toml
    /// # retention.toml
    /// [subscription]
    /// criteria = ["what is necessary for the purposes"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # retention.toml
    /// [subscription]
    /// criteria = ["how long you subscribe"]
    /// ```
    "retention-vague", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.retention.iter() {
        let rule = &entry.record;
        let single = [&rule.r#while, &rule.from, &rule.limit].into_iter().filter_map(|field| field.located());
        let single = single.map(|one| (one.value, one.span));
        let lists = [&rule.afterwards, &rule.criteria, &rule.longer_if].into_iter().flat_map(|list| list.located());
        for (text, span) in single.chain(lists.map(|one| (&one.value, one.span))) {
            if let Some(words) = scope.words.vague_periods.find(text) {
                report.add(
                    id,
                    finding(span, format!("`{}` keeps data for a time that cannot be tested", entry.id))
                        .label(format!("\"{words}\" sets no limit"))
                        .help("write a `period` and the event it runs `from`, or `criteria` a reader can apply"),
                );
            }
        }
    }
}
