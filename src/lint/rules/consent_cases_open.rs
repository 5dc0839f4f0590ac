use crate::law::Ground;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::legal_basis::BasisExtent;

declare_lint! {
    /// Consent is relied on in some cases, and nothing says in which.
    ///
    /// # What it checks
    ///
    /// Legal bases with `article = "6(1)(a)"` and `extent = "some-cases"` have `consent.to`; `examples` leave open
    /// which other cases there are.
    ///
    /// # Why
    ///
    /// Consent is specific and informed (Article 4(11)), so it is known what people agree to, and Article 13(2)(c)
    /// asks to tell where it can be withdrawn.
    ///
    /// # Example
    ///
    /// ```toml
    /// # legal-bases.toml, without newsletter.consent.to
    /// [newsletter]
    /// extent = "some-cases"
    /// examples = ["when you subscribe to our newsletter"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # legal-bases.toml
    /// [newsletter]
    /// extent = "some-cases"
    ///
    /// [newsletter.consent]
    /// to = "send you news about books"
    /// ```
    "consent-cases-open", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.legal_bases.iter() {
        let basis = &entry.record;
        let is_consent = basis.article.copied().is_some_and(|article| article.0 == Ground::Consent);
        let partial = basis.extent.located().filter(|one| *one.value == BasisExtent::SomeCases);
        let Some(partial) = partial.filter(|_| is_consent) else { continue };
        if basis.consent.get().is_some_and(|consent| !consent.to.is_absent()) {
            continue;
        }
        let found = finding(partial.span, format!("nothing says in which cases `{}` is asked for", entry.id))
            .label("in which cases?")
            .help("say in `consent.to` what people agree to; make a legal basis for each kind of consent");
        let examples = basis.examples.span();
        report.add(id, examples.into_iter().fold(found, |found, span| found.related(span, "examples, no list")));
    }
}
