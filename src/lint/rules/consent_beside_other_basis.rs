use crate::law::{Ground, SpecialCondition};
use crate::lint::report::finding;
use crate::lint::scope::has_condition;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A purpose rests on consent and on another ground for the same processing.
    ///
    /// # What it checks
    ///
    /// Purposes whose `legal-bases` name a basis with `article = "6(1)(a)"` and one with another ground. Bases with
    /// `extent = "some-cases"`, and consent that serves as condition of Article 9(2)(a), are left out.
    ///
    /// # Why
    ///
    /// Article 6(1) allows several grounds, but people who are asked must be able to say no: a controller cannot
    /// fall back on another ground when consent fails (EDPB Guidelines 05/2020, paragraphs 121 to 123).
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [purposes.news]
    /// legal-bases = ["newsletter", "against-fraud"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [purposes.news]
    /// legal-bases = ["newsletter"]
    /// ```
    "consent-beside-other-basis", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for purpose in scope.purposes() {
        let named: Vec<_> = scope.bases_of(&purpose).into_iter().filter(|one| one.is_general()).collect();
        let consent = named.iter().find(|one| {
            one.ground() == Some(Ground::Consent)
                && !has_condition(&one.entry.record, SpecialCondition::ExplicitConsent)
        });
        let other = named.iter().find(|one| one.ground().is_some_and(|ground| ground != Ground::Consent));
        let (Some(consent), Some(other)) = (consent, other) else { continue };
        report.add(
            purpose.id,
            finding(
                consent.span,
                format!("`purposes.{}` rests on consent and on something else", purpose.row.key.name),
            )
            .label("can be refused and withdrawn")
            .related(other.span, "would go on after a refusal")
            .help("keep the basis that is relied on, or make two rows in `purposes`, each with its own `legal-bases`"),
        );
    }
}
