use crate::lint::report::finding;
use crate::lint::scope::is_class;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Nothing says in which country a processor is established.
    ///
    /// # What it checks
    ///
    /// Processors that we engage, and those that they engage, have a `country`. A record that stands for a class of processors, whose `name`
    /// repeats its `category`, has none. Where nothing says where the data are either,
    /// `processor-country-missing` speaks.
    ///
    /// # Why
    ///
    /// The law of the country it is established in can have a processor hand over data that it keeps elsewhere
    /// (Article 48; EDPB Recommendations 01/2020): for Article 30(1)(e) it matters besides the place of the data.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml, without host.country
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [host]
    /// country = "DE"
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: EDPB Recommendations 01/2020.
    "processor-seat-missing", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let elsewhere = scope.elsewhere();
    for id in scope.processors_in_use().into_iter().filter(|id| !elsewhere.contains(&(*id).into())) {
        let entry = &scope.registry.processors[id];
        let record = &entry.record;
        let is_placed =
            !record.locations.is_empty() || !record.transfers.is_empty() || !record.no_transfers.is_absent();
        if record.country.is_absent() && is_placed && !is_class(record) {
            report.add(
                id,
                finding(
                    record.name.span().unwrap_or(entry.at),
                    format!("nothing says where `{}` is established", entry.id),
                )
                .label("under which law?")
                .help("add `country`, the ISO code of the country of its seat"),
            );
        }
    }
}
