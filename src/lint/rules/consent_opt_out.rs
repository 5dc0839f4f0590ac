use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Consent seems to be taken from a box ticked before, from silence or from going on.
    ///
    /// # What it checks
    ///
    /// `consent.asked` against a list of phrases such as "pre-ticked", "opt-out" and "by continuing", in the
    /// language of the registry. Parts of a sentence that deny something are left out: "not pre-ticked" is fine.
    ///
    /// # Why
    ///
    /// Consent takes a clear affirmative act (Article 4(11)); recital 32 and C-673/17 (Planet49) exclude silence,
    /// boxes ticked before and inactivity.
    ///
    /// # Example
    ///
    /// ```toml
    /// # legal-bases.toml
    /// [newsletter.consent]
    /// asked = "The order form has a pre-ticked box beside the e-mail field."
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # legal-bases.toml
    /// [newsletter.consent]
    /// asked = "The order form has an empty box beside the e-mail field, never ticked by default."
    /// ```
    ///
    /// # Limits
    ///
    /// Knows words, not forms. Not re-read in the source: C-673/17.
    "consent-opt-out", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for one in scope.consents() {
        let Some(asked) = one.consent.and_then(|consent| consent.asked.internal().located()) else { continue };
        if let Some(words) = scope.words.passive_consent.find_affirmed(asked.value, &scope.words.denial) {
            report.add(
                one.id,
                finding(asked.span, format!("`{}` seems to take consent without an act", one.entry.id))
                    .label(format!("\"{words}\" is no act of agreeing"))
                    .help("ask for an act, such as ticking an empty box, and say so in `consent.asked`"),
            );
        }
    }
}
