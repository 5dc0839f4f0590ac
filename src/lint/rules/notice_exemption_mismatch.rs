use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::registry::DataSource;

declare_lint! {
    /// Data from the person are kept out of notices with an exemption for data from elsewhere.
    ///
    /// # What it checks
    ///
    /// `notice-exemption` with an `article` of 14(5) where all `sources` of the data are `data-subject` or `observed`.
    ///
    /// # Why
    ///
    /// Data collected from the person, by observation too, fall under Article 13 (C-422/24), whose only exemption is
    /// that the person already has the information (Article 13(4)).
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [data.address.notice-exemption]
    /// article = "14(5)(b)"
    /// reason = "Telling everybody takes too long."
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [data.address.notice-exemption]
    /// article = "13(4)"
    /// reason = "Subscribers read the notice before they subscribe."
    /// ```
    "notice-exemption-mismatch", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let mut said = Vec::new();
    for place in scope.data_rows() {
        let Some(exemption) = place.exemption() else { continue };
        let Some(article) = exemption.article.located().filter(|one| one.value.starts_with("14(5)")) else { continue };
        let direct = |source: &DataSource| matches!(source, DataSource::DataSubject | DataSource::Observed);
        let sources = &place.links.sources;
        if sources.is_empty() || !sources.iter().all(direct) || said.contains(&article.span) {
            continue;
        }
        said.push(article.span);
        let found = finding(
            article.span,
            format!("`data.{}` come from the person, and the exemption is for other data", place.row.key.name),
        )
        .label("for data from elsewhere");
        let found =
            place.row.value.sources.span().into_iter().fold(found, |found, at| found.related(at, "from the person"));
        report.add(
            place.id,
            found.help(
                "write `article = \"13(4)\"` if the person already has the information, or remove `notice-exemption`",
            ),
        );
    }
}
