use crate::law::Ground;
use crate::lint::report::finding;
use crate::lint::scope::PurposeRow;
use crate::lint::{Report, Scope, declare_lint};
use crate::source::Span;

declare_lint! {
    /// A purpose such as advertising, profiling or measuring rests on a contract.
    ///
    /// # What it checks
    ///
    /// Purposes whose bases are all of `article = "6(1)(b)"` and that are `direct-marketing` or hold a word
    /// such as "advertising", "analyse" or "improve" in `title` or `includes`.
    ///
    /// # Why
    ///
    /// Article 6(1)(b) covers what the main object of a contract cannot do without (C-252/21, Meta); improving
    /// services, preventing fraud and advertising as a rule are not that (EDPB Guidelines 2/2019).
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [purposes.sell]
    /// includes = ["analyse which books sell together"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [purposes.sell]
    /// includes = ["pack and send them"]
    /// ```
    ///
    /// # Limits
    ///
    /// Where the contract is about that very thing, waive the lint. Not re-read in the source: C-252/21.
    "contract-for-ads-or-analytics", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for purpose in scope.purposes() {
        let named = scope.bases_of(&purpose);
        let is_contract = named.iter().all(|one| one.ground() == Some(Ground::Contract));
        let Some(basis) = named.first().filter(|_| is_contract) else { continue };
        if let Some((span, words)) = beyond(scope, &purpose) {
            report.add(
                purpose.id,
                finding(span, format!("`purposes.{}` rests on a contract alone", purpose.row.key.name))
                    .label(format!("{words}: needed to carry out the contract?"))
                    .related(basis.span, "the contract")
                    .help(
                        "make a row in `purposes` for it, with the basis that fits, such as consent or legitimate \
                        interests",
                    ),
            );
        }
    }
}

fn beyond(scope: &Scope<'_>, purpose: &PurposeRow<'_>) -> Option<(Span, String)> {
    let record = &purpose.row.value;
    if let Some(marketing) = record.direct_marketing.located().filter(|one| *one.value) {
        return Some((marketing.span, "direct marketing".to_owned()));
    }
    let title = record.title.located().map(|one| (&**one.value, one.span));
    let includes = record.includes.located().map(|one| (&*one.value, one.span));
    title
        .into_iter()
        .chain(includes)
        .find_map(|(text, span)| scope.words.beyond_contract.find(text).map(|words| (span, format!("\"{words}\""))))
}
