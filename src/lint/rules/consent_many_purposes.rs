use crate::law::Ground;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::source::Span;
use std::collections::BTreeMap;

declare_lint! {
    /// One consent is asked for several purposes at once.
    ///
    /// # What it checks
    ///
    /// Legal bases with `article = "6(1)(a)"` that several purposes name, of one activity or of more. Bases with
    /// `extent = "some-cases"` are left out.
    ///
    /// # Why
    ///
    /// Recital 43 presumes consent not to be free if it cannot be given for each purpose apart; recital 32 asks
    /// for consent to all of them (EDPB Guidelines 05/2020, paragraphs 42 to 45).
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [purposes.reviews]
    /// title = "ask you by e-mail to review the books you bought"
    /// legal-bases = ["newsletter"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # legal-bases.toml
    /// [reviews]
    /// title = "Consent to questions about books"
    /// article = "6(1)(a)"
    ///
    /// [reviews.consent]
    /// to = "ask you about the books you bought"
    /// asked = "A second empty box beside the e-mail field, for these questions alone."
    /// proof = "Time, version of the text and address are logged."
    /// withdraw = "with the link at the end of each question"
    ///
    /// # activities/newsletter.toml
    /// [purposes.reviews]
    /// title = "ask you by e-mail to review the books you bought"
    /// legal-bases = ["reviews"]
    /// ```
    ///
    /// # Limits
    ///
    /// Purposes that are two words for one thing are better one row.
    "consent-many-purposes", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let mut uses: BTreeMap<_, Vec<Span>> = BTreeMap::new();
    for purpose in scope.purposes() {
        for named in scope.bases_of(&purpose) {
            if named.ground() == Some(Ground::Consent) && named.is_general() {
                uses.entry(named.id).or_default().push(named.span);
            }
        }
    }
    for (id, spans) in uses.into_iter().filter(|(_, spans)| spans.len() > 1) {
        let entry = &scope.registry.legal_bases[id];
        let at = entry.record.article.span().unwrap_or(entry.at);
        let found = finding(at, format!("`{}` asks one consent for {} purposes", entry.id, spans.len()))
            .label("one yes for all of them")
            .help("make a basis for each purpose, with a `consent.asked` of its own, or join purposes that are one");
        report.add(
            id,
            spans.iter().take(3).fold(found, |found, span| found.related(*span, "a purpose that rests on it")),
        );
    }
}
