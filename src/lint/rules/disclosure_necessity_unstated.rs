use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A disclosure does not say whether only what is necessary goes.
    ///
    /// # What it checks
    ///
    /// Each row of `disclosures` in an activity that goes on has `only-necessary`.
    ///
    /// # Why
    ///
    /// Articles 5(1)(c) and 25(2) ask that data are limited to what each purpose needs, their accessibility included;
    /// Article 5(2) asks to be able to show it.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml, without disclosures.taxes.only-necessary
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [disclosures.taxes]
    /// only-necessary = true
    /// ```
    ///
    /// # Limits
    ///
    /// The law asks for no such words in the register or the notice.
    "disclosure-necessity-unstated", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        for row in entry.record.disclosures.iter().filter(|row| row.value.only_necessary.is_absent()) {
            report.add(
                id,
                finding(
                    row.key.span,
                    format!("the disclosure `{}` of `{}` does not say whether it is limited", row.key.name, entry.id),
                )
                .label("only what is necessary?")
                .help("look whether less would do, then add `only-necessary = true`, or `false` if more goes"),
            );
        }
    }
}
