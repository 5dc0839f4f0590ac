use crate::decode::{Country, Field, Located, Rows, Stated};
use crate::diagnostic::Diagnostic;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::transfer::Transfer;
use crate::registry::Node;
use crate::source::Span;

declare_lint! {
    /// A record says that data do not leave the EEA, and says elsewhere that they do.
    ///
    /// # What it checks
    ///
    /// Processors, recipients and client processings with `no-transfers`: they have no `transfers` out of
    /// the EEA, and no place outside it in `locations`, `support-from` or `countries`. A processor may be
    /// established outside the EEA (`country`) if it stores the data inside.
    ///
    /// # Why
    ///
    /// Article 30(1)(e) and (2)(c) ask for transfers where there are any, and Articles 13(1)(f) and 14(1)(f) put
    /// them into the notice; two answers in one record leave open which is true.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml
    /// [host]
    /// locations = ["DE", "US"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [host]
    /// locations = ["DE"]
    /// ```
    "no-transfers-contradicted", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let elsewhere = scope.elsewhere();
    let mut say = |node: Node, said: &Field<Stated>, transfers: &Rows<Transfer>, places: Vec<Located<Country>>| {
        let Some(said) = said.span().filter(|_| !elsewhere.contains(&node)) else { return };
        let id = scope.id(node);
        let leaving = transfers.iter().find(|row| {
            let countries = &row.value.countries;
            countries.is_empty() || countries.iter().any(|country| scope.outside_eea(*country))
        });
        let outside = places.iter().find(|place| scope.outside_eea(place.value));
        if let Some(row) = leaving {
            report.add(node, contradiction(said, id, row.key.span, "a transfer, all the same"));
        } else if let Some(place) = outside {
            report.add(node, contradiction(said, id, place.span, "outside the EEA"));
        }
    };
    for (id, entry) in scope.registry.processors.iter() {
        let record = &entry.record;
        let seat = record.country.located().filter(|_| record.locations.is_empty());
        let seat = seat.map(|one| Located { value: *one.value, span: one.span });
        let places = record.locations.located().chain(record.support_from.internal().located()).cloned().chain(seat);
        say(id.into(), &record.no_transfers, &record.transfers, places.collect());
    }
    for (id, entry) in scope.registry.recipients.iter() {
        let record = &entry.record;
        say(id.into(), &record.no_transfers, &record.transfers, record.countries.located().cloned().collect());
    }
    for (id, entry) in scope.registry.client_processing.iter() {
        let record = &entry.record;
        say(id.into(), record.no_transfers.internal(), record.transfers.internal(), Vec::new());
    }
}

fn contradiction(said: Span, id: &str, other: Span, why: &str) -> Diagnostic {
    finding(other, format!("`{id}` says that there are no transfers, and shows one"))
        .label(why.to_owned())
        .related(said, "says that there are none")
        .help("remove `no-transfers` and declare the transfer in `[transfers.KEY]`, or take out the country")
}
