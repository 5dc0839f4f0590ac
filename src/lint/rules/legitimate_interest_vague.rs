use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A legitimate interest is named in words that fit any interest.
    ///
    /// # What it checks
    ///
    /// Each of `interests` against a list of phrases that say nothing alone, such as "run our business" and "our
    /// legitimate interests", in the language of the registry.
    ///
    /// # Why
    ///
    /// Articles 13(1)(d) and 14(2)(b) ask for the interest pursued; for the Article 29 Working Party the specific
    /// interest must be identified for the person (WP260 rev.01, annex).
    ///
    /// # Example
    ///
    /// ```toml
    /// # legal-bases.toml
    /// [against-fraud]
    /// interests = ["pursue our legitimate interests"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # legal-bases.toml
    /// [against-fraud]
    /// interests = ["protect ourselves against orders that nobody means to pay"]
    /// ```
    "legitimate-interest-vague", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.legal_bases.iter() {
        for interest in entry.record.interests.located() {
            if scope.words.empty_interests.find(&interest.value).is_some() {
                report.add(
                    id,
                    finding(interest.span, format!("`{}` names an interest that fits anything", entry.id))
                        .label("interest in what?")
                        .help("say what you want to reach; it completes \"Our interest is to ...\""),
                );
            }
        }
    }
}
