use crate::lint::grammar;
use crate::lint::prose::{self, CHAIN};
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A sentence that readers of a notice get heaps up verbs in the passive.
    ///
    /// # What it checks
    ///
    /// Every paragraph and whole sentence of an author that a notice shows. Two forms of the passive in one sentence are a heap, in languages whose
    /// forms the word lists know: English.
    ///
    /// # Why
    ///
    /// Article 12(1) asks for clear and plain language; the Article 29 Working Party asks for the active instead of the
    /// passive form, because it says who does it (WP260 rev.01, paragraph 13).
    ///
    /// # Example
    ///
    /// ```toml
    /// # notices.toml
    /// [website]
    /// introduction = "Your data are collected by our partners and are sent to the shop."
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # notices.toml
    /// [website]
    /// introduction = "Our partners collect your data and send them to the shop."
    /// ```
    ///
    /// # Limits
    ///
    /// Forms are matched, not understood: an adjective that looks like a participle counts, unless a list knows it. Not
    /// re-read in the source: WP260.
    "prose-passive", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let forms = grammar::of(scope.registry.settings.language.text().unwrap_or("en"));
    for passage in prose::public(scope) {
        for sentence in prose::sentences(passage.text.value) {
            let found = forms.passives(&sentence);
            if found.len() >= CHAIN {
                let quoted: Vec<String> = found.iter().map(|verb| format!("\"{verb}\"")).collect();
                report.add(
                    passage.node,
                    finding(passage.text.span, format!("a sentence of `{}` does not say who acts", passage.key))
                        .label(format!("{} in one sentence", quoted.join(" and ")))
                        .help(format!("write in `{}` who does it: \"we collect\", \"our bank sends\"", passage.key)),
                );
            }
        }
    }
}
