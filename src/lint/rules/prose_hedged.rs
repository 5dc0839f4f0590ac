use crate::lint::prose;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A sentence that readers of a notice get leaves open whether something happens.
    ///
    /// # What it checks
    ///
    /// Every paragraph and whole sentence of an author that a notice shows, against a list of words such as "we may" and "possibly", in the language
    /// of the registry. Purposes and recipients are read by `notice-weasel-words`.
    ///
    /// # Why
    ///
    /// Article 12(1) asks for clear and plain language; the Article 29 Working Party names "may", "might", "some",
    /// "often" and "possible" as words to avoid (WP260 rev.01, paragraph 13).
    ///
    /// # Example
    ///
    /// ```toml
    /// # notices.toml
    /// [website]
    /// introduction = "We may compare your order with earlier ones."
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # notices.toml
    /// [website]
    /// introduction = "We compare your order with earlier ones if you pay by invoice."
    /// ```
    ///
    /// # Limits
    ///
    /// Knows words. "You may" allows readers something and is not found.
    "prose-hedged", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for passage in prose::public(scope) {
        for sentence in prose::sentences(passage.text.value) {
            if let Some(words) = scope.words.hedges.find(&sentence) {
                report.add(
                    passage.node,
                    finding(passage.text.span, format!("`{}` leaves open whether it happens", passage.key))
                        .label(format!("\"{words}\": does it or not?"))
                        .help(format!("say in `{}` what happens, and in which case", passage.key)),
                );
            }
        }
    }
}
