use super::mandatory_data_unmarked::{binding_basis, marked_by_item};
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::activity::Required;
use crate::registry::DataSource;

declare_lint! {
    /// People give data, and nothing says whether they are free to, or what follows if they do not.
    ///
    /// # What it checks
    ///
    /// Rows of `data` from the person have `required`, and `if-refused` where it is `"voluntary"`. Rows that serve a
    /// contract or a duty are found by `mandatory-data-unmarked`, required data by `refusal-consequence-missing`;
    /// rows and activities with a `notice-exemption` are left alone.
    ///
    /// # Why
    ///
    /// Article 13(2)(e) asks the notice to say whether people are obliged to give the data and what may follow if
    /// they do not; that nothing follows is an answer too.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/newsletter.toml, without data.address.if-refused
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [data.address]
    /// if-refused = "You get no newsletter."
    /// ```
    "refusal-untold", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for place in scope.data_rows() {
        let row = &place.row.value;
        if !place.links.sources.contains(&DataSource::DataSubject) || place.exemption().is_some() {
            continue;
        }
        let name = &place.row.key.name;
        let found = match row.required.located() {
            None if binding_basis(scope, &place).is_some() || marked_by_item(scope, &place) => continue,
            None => {
                finding(place.row.key.span, format!("`data.{name}` does not say whether people are free to refuse"))
                    .label("required or voluntary?")
                    .help("add `required`, for example `\"voluntary\"`, and `if-refused`")
            }
            Some(said) if *said.value == Required::Voluntary && row.if_refused.is_absent() => {
                finding(said.span, format!("`data.{name}` does not say what follows if people refuse"))
                    .label("and if not?")
                    .help("add `if-refused`, a whole sentence such as \"You get no newsletter.\"")
            }
            Some(_) => continue,
        };
        report.add(place.id, found);
    }
}
