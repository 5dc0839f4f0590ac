use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// An activity does not say what the data are used for.
    ///
    /// # What it checks
    ///
    /// Each activity that goes on has at least one row in `purposes`, and each row a `title`.
    ///
    /// # Why
    ///
    /// Article 30(1)(b) asks the record for the purposes, Articles 13(1)(c) and 14(1)(c) the notice;
    /// Article 5(1)(b) allows only specified and explicit ones.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/newsletter.toml, without purposes.news.title
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [purposes.news]
    /// title = "send you news about books by e-mail"
    /// ```
    "purpose-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        if entry.record.purposes.is_empty() {
            report.add(
                id,
                finding(entry.record.purposes.span().unwrap_or(entry.at), format!("`{}` has no purpose", entry.id))
                    .label("what for?")
                    .help("add `[purposes.NAME]` with `title`; it completes \"We use your data to ...\""),
            );
        }
        for row in entry.record.purposes.iter().filter(|row| row.value.title.is_absent()) {
            report.add(
                id,
                finding(row.key.span, format!("`purposes.{}` of `{}` says nothing", row.key.name, entry.id))
                    .label("no title")
                    .help("add `title`; it completes \"We use your data to ...\""),
            );
        }
    }
}
