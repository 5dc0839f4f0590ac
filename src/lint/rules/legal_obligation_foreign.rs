use crate::decode::{Country, Jurisdiction};
use crate::law::{CountryCode, Ground};
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::legal_basis::Law;
use crate::source::Span;

declare_lint! {
    /// A duty or task rests on the law of a country outside the European Economic Area alone.
    ///
    /// # What it checks
    ///
    /// Legal bases with `article = "6(1)(c)"` or `"6(1)(e)"` that a controller under the GDPR uses: where
    /// every law in `laws` is of a country outside the EEA.
    ///
    /// # Why
    ///
    /// Article 6(3) has the basis laid down by Union law or the law of a Member State to which the controller
    /// is subject; a duty under another law is none in the sense of Article 6(1)(c).
    ///
    /// # Example
    ///
    /// ```toml
    /// # legal-bases.toml
    /// [accounts]
    /// laws = [{ act = "Sarbanes-Oxley Act", article = "section 802", country = "US" }]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # legal-bases.toml
    /// [accounts]
    /// laws = [
    ///     { act = "Companies Act 2014", article = "sections 281 to 286", country = "IE" },
    ///     { act = "Sarbanes-Oxley Act", article = "section 802", country = "US" },
    /// ]
    /// ```
    "legal-obligation-foreign", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.legal_bases.iter() {
        let basis = &entry.record;
        let ground = basis.article.copied().map(|article| article.0);
        if !matches!(ground, Some(Ground::LegalObligation | Ground::PublicTask)) {
            continue;
        }
        let foreign: Vec<_> = basis.laws.iter().filter_map(|law| foreign(scope, law)).collect();
        // One law of the EEA, or one whose country nobody wrote, may carry the duty.
        if foreign.len() < basis.laws.iter().count() {
            continue;
        }
        let by_one_under_gdpr = scope.activities().any(|(_, activity)| {
            scope.bases(activity).contains(&id)
                && activity.links.controllers.values.iter().any(|controller| scope.is_under_gdpr(*controller))
        });
        if let Some((code, span)) = foreign.first().filter(|_| by_one_under_gdpr) {
            report.add(
                id,
                finding(*span, format!("`{}` rests on the law of {} alone", entry.id, code.country().name))
                    .label("outside the EEA")
                    .help(
                        "cite the law of the Union or of a Member State in `laws`, or choose another `article` \
                        such as `6(1)(f)`",
                    ),
            );
        }
    }
}

/// The country of a law, and where it is written, if it is outside the European Economic Area.
fn foreign(scope: &Scope<'_>, law: &Law) -> Option<(CountryCode, Span)> {
    let written = law.country.located()?;
    match written.value {
        Jurisdiction::Country(code) if scope.outside_eea(Country(*code)) => Some((*code, written.span)),
        Jurisdiction::Country(_) | Jurisdiction::Union => None,
    }
}
