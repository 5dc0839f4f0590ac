use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::notice::{SectionName, ShownAs};

/// The sections that a notice can show as a table.
const WITH_TABLE: [SectionName; 2] = [SectionName::Purposes, SectionName::Retention];

declare_lint! {
    /// A section is to be shown as a table, but has no such form.
    ///
    /// # What it checks
    ///
    /// `shown-as = "table"` stands only in the sections `purposes` and `retention`. Others keep their sentences, so
    /// that the key changes nothing there. Cookies always have a table where their names are known.
    ///
    /// # Why
    ///
    /// A key without effect misleads those who keep the register. Article 12(1) leaves the form of a notice open as
    /// long as it is concise and easy to read.
    ///
    /// # Example
    ///
    /// ```toml
    /// # notices.toml
    /// [website.sections.rights]
    /// shown-as = "table"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # notices.toml
    /// [website.sections.purposes]
    /// shown-as = "table"
    /// ```
    "section-without-table", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.notices.iter() {
        for row in entry.record.sections.iter() {
            let shown_as = &row.value.shown_as;
            let is_table = shown_as.copied() == Some(ShownAs::Table);
            if !is_table || WITH_TABLE.iter().any(|section| section.name() == row.key.name) {
                continue;
            }
            report.add(
                id,
                finding(
                    shown_as.span().unwrap_or(row.key.span),
                    format!("the section `{}` cannot be shown as a table", row.key.name),
                )
                .label("changes nothing")
                .help("remove the key; `purposes` and `retention` can be tables"),
            );
        }
    }
}
