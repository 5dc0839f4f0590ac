use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A transfer does not say which country the data go to.
    ///
    /// # What it checks
    ///
    /// Each row in `transfers` names `countries` or an `organisation`. A `destination` in words is taken for
    /// a place unless it is one of a list such as "worldwide" or "outside the EU", in the language of the
    /// registry.
    ///
    /// # Why
    ///
    /// Article 30(1)(e) asks for the identification of the third country or international organisation; in
    /// notices third countries should be named too (WP260 rev.01, annex).
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml, without mailer.transfers.us.countries
    /// [mailer]
    /// country = "IE"
    /// locations = ["IE"]
    /// support-from = ["IE"]
    ///
    /// [mailer.transfers.us]
    /// destination = "outside the EEA"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer]
    /// country = "IE"
    /// locations = ["IE"]
    /// support-from = ["IE"]
    ///
    /// [mailer.transfers.us]
    /// countries = ["US"]
    /// ```
    "transfer-country-unnamed", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for transfer in scope.transfers() {
        let value = &transfer.row.value;
        if !value.countries.is_empty() || !value.organisation.is_absent() {
            continue;
        }
        let destination = value.destination.located();
        let (at, label) = match &destination {
            // A place without an ISO code, such as Kosovo, can only be written in words.
            Some(written) => match scope.words.nowhere.find(written.value) {
                Some(words) => (written.span, format!("\"{words}\" is no country")),
                None => continue,
            },
            None => (transfer.row.key.span, "to which country?".to_owned()),
        };
        report.add(
            transfer.node,
            finding(at, format!("{} names no country", scope.transfer_name(transfer)))
                .label(label)
                .help("list the ISO codes in `countries`, such as `[\"US\", \"IN\"]`, or name the `organisation`"),
        );
    }
}
