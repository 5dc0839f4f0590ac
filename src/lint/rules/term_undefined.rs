use crate::lint::prose;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A notice uses an abbreviation or a word of lawyers that it does not define.
    ///
    /// # What it checks
    ///
    /// Every paragraph and whole sentence of an author that a notice shows: abbreviations of two to six capitals that are not on a list of common
    /// ones, and words such as "data subject" and "pursuant to", in the language of the registry. A row of `definitions`
    /// defines a term for all notices, and so does the abbreviation in brackets behind the full words.
    ///
    /// # Why
    ///
    /// Article 12(1) asks for clear and plain language; the Article 29 Working Party asks authors to avoid overly
    /// legalistic, technical or specialist language (WP260 rev.01, paragraph 13).
    ///
    /// # Example
    ///
    /// ```toml
    /// # notices.toml
    /// [website]
    /// introduction = "Orders are kept in our OMS."
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # notices.toml
    /// [website]
    /// introduction = "Orders are kept in our order management system (OMS). The OMS stands in our office."
    /// ```
    ///
    /// # Limits
    ///
    /// Knows words and capitals. Not re-read in the source: WP260.
    "term-undefined", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let passages = prose::public(scope);
    let defined = |term: &str| {
        let rows = scope.registry.notices.iter().flat_map(|(_, entry)| entry.record.definitions.iter());
        let mut terms = rows.filter_map(|row| row.value.term.text());
        terms.any(|known| known.to_lowercase().contains(&term.to_lowercase()))
    };
    let explained = |term: &str| {
        let bracketed = [format!("({term})"), format!("({term}s)")];
        passages.iter().any(|passage| bracketed.iter().any(|words| passage.text.value.contains(words)))
    };
    for passage in &passages {
        let mut terms = prose::abbreviations(passage.text.value, scope.words);
        terms.retain(|term| !explained(term));
        terms.extend(scope.words.jargon.find(passage.text.value));
        for term in terms.into_iter().filter(|term| !defined(term)) {
            report.add(
                passage.node,
                finding(passage.text.span, format!("`{}` uses `{term}`, which nothing defines", passage.key))
                    .label(format!("do all readers know \"{term}\"?"))
                    .help(format!(
                        "use plain words in `{}`, or define the term in `definitions` of the notice",
                        passage.key
                    )),
            );
        }
    }
}
