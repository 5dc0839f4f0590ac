use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A disclosure does not say what it is for.
    ///
    /// # What it checks
    ///
    /// Each row of `disclosures` says in `purpose` what it is for, in `cases` when it happens, or in `purposes`
    /// which of the activity's purposes it serves.
    ///
    /// # Why
    ///
    /// Article 5(1)(b) ties every processing, disclosure included, to a specified purpose, and Article 28(3) has the
    /// contract with a processor set out the nature and purpose of what it does.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml, without disclosures.taxes.purpose
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [disclosures.taxes]
    /// purposes = ["book-keeping"]
    /// ```
    "disclosure-purpose-missing", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        for row in entry.record.disclosures.iter() {
            let said = &row.value;
            if said.purpose.is_empty() && said.cases.is_empty() && said.purposes.is_empty() {
                report.add(
                    id,
                    finding(
                        row.key.span,
                        format!("the disclosure `{}` of `{}` does not say what it is for", row.key.name, entry.id),
                    )
                    .label("what for?")
                    .help("add `purpose`, which completes \"... to ...\", or name rows of `purposes`"),
                );
            }
        }
    }
}
