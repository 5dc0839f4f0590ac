use crate::law::Ground;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A purpose rests on legitimate interests, and no balancing test is on file.
    ///
    /// # What it checks
    ///
    /// Legal bases with `article = "6(1)(f)"` have an `assessment` with `date` and `result`.
    ///
    /// # Why
    ///
    /// Article 6(1)(f) holds only where the interest is not overridden by those of the person, and Article
    /// 5(2) has the controller show it (C-13/16, Rigas satiksme; EDPB Guidelines 1/2024, version for
    /// consultation).
    ///
    /// # Example
    ///
    /// ```toml
    /// # legal-bases.toml, without against-fraud.assessment
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # legal-bases.toml
    /// [against-fraud.assessment]
    /// date = 2026-02-01
    /// necessity = "Nothing lighter finds repeated fraud."
    /// result = "The interest prevails: few data, short time, and customers expect it."
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: C-13/16.
    "legitimate-interest-no-balancing", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.legal_bases.iter() {
        let basis = &entry.record;
        let Some(article) = basis.article.located() else { continue };
        if article.value.0 != Ground::LegitimateInterests {
            continue;
        }
        let test = basis.assessment.internal();
        let (span, lacks) = match test.get() {
            None => (article.span, "balancing test"),
            Some(made) if made.date.is_absent() => (test.span().unwrap_or(entry.at), "date of the balancing test"),
            Some(made) if made.result.is_absent() => (test.span().unwrap_or(entry.at), "result of the balancing test"),
            Some(_) => continue,
        };
        report.add(
            id,
            finding(span, format!("`{}` has no {lacks}", entry.id)).label("weighed when, and with which result?").help(
                "add `assessment` with `date`, `necessity` and `result`: the interest, why lighter means \
                do not do, what was weighed",
            ),
        );
    }
}
