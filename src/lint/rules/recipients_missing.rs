use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// An activity does not say who receives the data, nor that nobody does.
    ///
    /// # What it checks
    ///
    /// Each activity that goes on has `disclosures`, or says in `no-disclosures` why there are none. Each
    /// row of `disclosures` names `recipients`. Processors are recipients too.
    ///
    /// # Why
    ///
    /// Article 30(1)(d) asks for the categories of recipients to whom the data have been or will be
    /// disclosed; Articles 13(1)(e) and 14(1)(e) put them into the notice.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/newsletter.toml, without disclosures
    /// # activities/orders.toml
    /// [disclosures.confirmations]
    /// recipients = ["mailer"]
    /// categories = ["contact", "orders"]
    /// purpose = ["confirm your order"]
    /// only-necessary = true
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/newsletter.toml, without disclosures
    /// no-disclosures = "We send it from our own server."
    /// # activities/orders.toml
    /// [disclosures.confirmations]
    /// recipients = ["mailer"]
    /// categories = ["contact", "orders"]
    /// purpose = ["confirm your order"]
    /// only-necessary = true
    /// ```
    "recipients-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        let record = &entry.record;
        if record.disclosures.is_empty() && record.no_disclosures.is_absent() {
            report.add(
                id,
                finding(entry.at, format!("`{}` does not say who receives the data", entry.id))
                    .label("neither `disclosures` nor `no-disclosures`")
                    .help("add a row `[disclosures.KEY]` with `recipients`, processors included, or say in `no-disclosures` why there are none"),
            );
        }
        for row in record.disclosures.iter().filter(|row| row.value.recipients.is_empty()) {
            report.add(
                id,
                finding(
                    row.key.span,
                    format!("the disclosure `{}` of `{}` names no recipient", row.key.name, entry.id),
                )
                .label("to whom?")
                .help("name processors or recipients in `recipients`"),
            );
        }
    }
}
