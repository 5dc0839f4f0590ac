use std::collections::BTreeSet;

use crate::decode::{Country, Located, Rows};
use crate::diagnostic::Diagnostic;
use crate::fix::{Change, Fix};
use crate::lint::report::finding;
use crate::lint::scope::node;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::processor::Processor;
use crate::record::system::System;
use crate::record::transfer::Transfer;
use crate::registry::{Id, Party};
use crate::source::FileId;

declare_lint! {
    /// A recipient is outside the EEA, and no transfer to its country is recorded.
    ///
    /// # What it checks
    ///
    /// Countries of processors and recipients that an activity discloses data to, or whose systems it uses
    /// (`country`, `locations`, `countries`, and `countries` of the systems). Each outside the European
    /// Economic Area stands in one of the party's `transfers`, unless `no-transfers` says why there are none.
    ///
    /// # Why
    ///
    /// Article 44 allows a transfer only on the conditions of Chapter V, and Article 30(1)(e) asks the
    /// register to name the third country.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml, without host.no-transfers
    /// [host]
    /// country = "IN"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [host]
    /// country = "DE"
    /// ```
    "transfer-undeclared", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let elsewhere = scope.elsewhere();
    let systems = scope.systems_in_use();
    for (&party, places) in scope.receivers() {
        if elsewhere.contains(&node(party)) {
            continue;
        }
        let (countries, transfers, denied, file) = match party {
            Party::Processor(id) => {
                let entry = &scope.registry.processors[id];
                let record = &entry.record;
                (countries_of(scope, id, &systems), &record.transfers, &record.no_transfers, entry.at.file)
            }
            Party::Recipient(id) => {
                let entry = &scope.registry.recipients[id];
                let record = &entry.record;
                let countries = record.countries.located().cloned().collect();
                (countries, &record.transfers, &record.no_transfers, entry.at.file)
            }
            Party::Controller(_) | Party::Source(_) => continue,
        };
        // What contradicts such a statement is for `no-transfers-contradicted`.
        if !denied.is_absent() {
            continue;
        }
        let mut said: Vec<Country> = Vec::new();
        for country in countries {
            if !scope.outside_eea(country.value) || declares(transfers, country.value) || said.contains(&country.value)
            {
                continue;
            }
            said.push(country.value);
            let found = undeclared(scope, scope.id(node(party)), &country);
            let found = places.iter().take(3).fold(found, |found, at| found.related(*at, "data are disclosed here"));
            report.add(node(party), Diagnostic { fix: by_adequacy(scope, party, file, country.value), ..found });
        }
    }
}

/// Where a processor is, where it stores data, and where the systems stand that it runs for us.
fn countries_of(scope: &Scope<'_>, id: Id<Processor>, systems: &BTreeSet<Id<System>>) -> Vec<Located<Country>> {
    let record = &scope.registry.processors[id].record;
    let seat = record.country.located().map(|one| Located { value: *one.value, span: one.span });
    let systems = systems.iter().map(|id| &scope.registry.systems[*id]);
    let systems = systems.filter(|system| system.links.operated_by == Some(id));
    let of_systems = systems.flat_map(|system| system.record.countries.located());
    seat.into_iter().chain(record.locations.located().chain(of_systems).cloned()).collect()
}

/// Whether one of the transfers goes to a country.
pub(super) fn declares(transfers: &Rows<Transfer>, country: Country) -> bool {
    transfers.iter().any(|row| row.value.countries.iter().any(|one| *one == country))
}

fn undeclared(scope: &Scope<'_>, id: &str, country: &Located<Country>) -> Diagnostic {
    let name = &country.value.0.country().name;
    finding(country.span, format!("data go to {name} with `{id}`, and no transfer says so"))
        .label("outside the EEA")
        .help(how_to_declare(scope, country.value))
}

/// Where an adequacy decision covers the whole country, the transfer can be written without a decision
/// of anybody's.
fn by_adequacy(scope: &Scope<'_>, party: Party, file: FileId, country: Country) -> Option<Fix> {
    scope.registry.law.adequacy_on(country.0, scope.as_of).filter(|decision| !decision.is_partial())?;
    let code = country.0.as_str();
    let keys = scope.keys(node(party), file, &["transfers", &code.to_lowercase()]);
    let toml = format!("countries = [\"{code}\"]\nmechanisms = [\"adequacy\"]\n");
    Some(Fix { file, change: Change::Add { keys, toml } })
}

/// What to write so that a transfer to a country is declared.
pub(super) fn how_to_declare(scope: &Scope<'_>, country: Country) -> String {
    let law = country.0.country();
    let code = law.code.as_str();
    match scope.registry.law.adequacy_on(law.code, scope.as_of) {
        Some(decision) if !decision.is_partial() => format!(
            "add a transfer with `countries = [\"{code}\"]` and `mechanisms = [\"adequacy\"]` ({})",
            decision.instrument
        ),
        Some(decision) => format!(
            "add a transfer with `countries = [\"{code}\"]`; the adequacy decision ({}) covers only some recipients",
            decision.instrument
        ),
        None => format!(
            "add a transfer with `countries = [\"{code}\"]` and its mechanism, such as `scc` with `module` and `assessment`"
        ),
    }
}
