use crate::law::{Ground, SpecialCondition};
use crate::lint::report::finding;
use crate::lint::scope::has_condition;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Data are passed on with explicit consent, and no legal basis says what people agree to.
    ///
    /// # What it checks
    ///
    /// Rows of `disclosures` with `explicit-consent = true` name in `legal-bases`, or serve purposes with, a basis of
    /// `article = "6(1)(a)"` or `article-9 = ["9(2)(a)"]`.
    ///
    /// # Why
    ///
    /// Consent is given for one specific thing (Articles 4(11) and 6(1)(a)) and has to be proven (Article 7(1)):
    /// that takes a record of what is asked and how.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [disclosures.survey]
    /// recipients = ["mailer"]
    /// categories = ["contact"]
    /// only-necessary = true
    /// purpose = ["ask you how you like your books"]
    /// purposes = ["sell"]
    /// explicit-consent = true
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # legal-bases.toml
    /// [survey]
    /// title = "Consent to the survey"
    /// article = "6(1)(a)"
    ///
    /// [survey.consent]
    /// to = "ask you by e-mail how you like your books"
    /// asked = "An empty box beside the order, with a text that names the survey."
    /// proof = "Time and version of the text are logged."
    /// withdraw = "with the link in each message"
    ///
    /// # activities/orders.toml
    /// [disclosures.survey]
    /// recipients = ["mailer"]
    /// categories = ["contact"]
    /// only-necessary = true
    /// purpose = ["ask you how you like your books"]
    /// purposes = ["sell"]
    /// legal-bases = ["survey"]
    /// explicit-consent = true
    /// ```
    "disclosure-consent-unrecorded", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, activity) in scope.activities() {
        for (row, links) in activity.record.disclosures.iter().zip(&activity.links.disclosures) {
            let Some(said) = row.value.explicit_consent.located().filter(|one| *one.value) else { continue };
            let purposes = links.purposes.iter().filter_map(|index| activity.links.purposes.get(*index));
            let mut bases = purposes.flat_map(|purpose| &purpose.legal_bases).chain(&links.legal_bases);
            let is_recorded = bases.any(|basis| {
                let basis = &scope.registry.legal_bases[*basis].record;
                basis.article.copied().is_some_and(|article| article.0 == Ground::Consent)
                    || has_condition(basis, SpecialCondition::ExplicitConsent)
            });
            if !is_recorded {
                let key = &row.key.name;
                report.add(
                    id,
                    finding(said.span, format!("`disclosures.{key}` rests on a consent that is nowhere on record"))
                        .label("consent to what?")
                        .help("add `legal-bases` with a basis of 6(1)(a) and its `consent`, and say in `purpose` what for"),
                );
            }
        }
    }
}
