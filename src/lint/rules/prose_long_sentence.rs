use crate::lint::prose::{self, LONG};
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A sentence that readers of a notice get is long.
    ///
    /// # What it checks
    ///
    /// Every paragraph and whole sentence of an author that a notice shows: introductions, statements, descriptions and explanations. A sentence
    /// of more than 40 words is long; an item of an enumeration counts as one word.
    ///
    /// # Why
    ///
    /// Article 12(1) asks for a concise form in clear and plain language; the Article 29 Working Party refers authors to
    /// short and simple sentences (WP260 rev.01, paragraphs 8 and 12).
    ///
    /// # Example
    ///
    /// ```toml
    /// # notices.toml
    /// [website]
    /// introduction = """
    /// This notice tells you which data the shop collects when you look at its pages or order a book or write to it, what it
    /// does with them for as long as it has them and what you can do if you think that one of them is wrong."""
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # notices.toml
    /// [website]
    /// introduction = """
    /// This notice tells you which data the shop collects when you look at its pages, order a book or write to it. It also
    /// says what the shop does with them. You can ask for a correction."""
    /// ```
    ///
    /// # Limits
    ///
    /// Words are counted, not understood. The number 40 is ours: no guideline gives one. Not re-read in the source: WP260.
    "prose-long-sentence", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for passage in prose::public(scope) {
        for sentence in prose::sentences(passage.text.value) {
            let words = prose::length(&sentence);
            if words > LONG {
                let start: Vec<&str> = sentence.split_whitespace().take(6).collect();
                report.add(
                    passage.node,
                    finding(passage.text.span, format!("a sentence of `{}` has {words} words", passage.key))
                        .label(format!("the one that begins with \"{} ...\"", start.join(" ")))
                        .help(format!("split it in `{}`; one thought per sentence", passage.key)),
                );
            }
        }
    }
}
