use std::collections::BTreeSet;

use super::transfer_undeclared::{declares, how_to_declare};
use crate::decode::{Country, Located};
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::processor::Processor;
use crate::registry::{Id, Node, Party};
use crate::source::Span;

declare_lint! {
    /// The chain of processors leaves the EEA, and no transfer to that country is recorded.
    ///
    /// # What it checks
    ///
    /// Processors below those that we engage (`sub-processors`, to any depth), and those that help with what
    /// is processed for clients. Each of their countries (`country`, `locations`) outside the EEA stands in
    /// the `transfers` of the sub-processor, of a processor above it, or of the client processing.
    ///
    /// # Why
    ///
    /// Article 44 covers onward transfers, and Article 28(4) lays the same duties on every processor in the
    /// chain; Articles 30(1)(e) and 30(2)(c) ask the register to name the third country.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml
    /// [host]
    /// sub-processors = ["backup"]
    ///
    /// [host.contract]
    /// sub-processing = "specific"
    ///
    /// [backup]
    /// name = "Example Backup Pvt Ltd"
    /// category = "backup companies"
    /// services = ["backups"]
    /// country = "IN"
    /// locations = ["IN"]
    /// support-from = ["IN"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [host]
    /// sub-processors = ["backup"]
    ///
    /// [host.contract]
    /// sub-processing = "specific"
    ///
    /// [backup]
    /// name = "Example Backup Pvt Ltd"
    /// category = "backup companies"
    /// services = ["backups"]
    /// country = "IN"
    /// locations = ["IN"]
    /// support-from = ["IN"]
    ///
    /// [backup.transfers.india]
    /// countries = ["IN"]
    /// mechanisms = ["scc"]
    /// copy-from = "by writing to us"
    /// module = 3
    /// signed = 2025-03-01
    /// documents = ["contracts/backup.pdf, annex 2"]
    ///
    /// [backup.transfers.india.assessment]
    /// date = 2026-05-01
    /// result = "Backups are encrypted, and the key stays in Germany."
    /// reference = "assessments/backup.md"
    /// ```
    "sub-processor-transfer-undeclared", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let elsewhere = scope.elsewhere();
    let registry = scope.registry;
    let receivers = scope.receivers();
    // What a processor gets from us directly is for `transfer-undeclared`.
    let is_direct = |id: Id<Processor>| receivers.contains_key(&Party::Processor(id));
    let mut said: BTreeSet<(Id<Processor>, Country)> = BTreeSet::new();
    let mut judge = |id: Id<Processor>, above: &dyn Fn(Country) -> bool, named: Span| {
        let entry = &registry.processors[id];
        if is_direct(id) || elsewhere.contains(&Node::from(id)) || !entry.record.no_transfers.is_absent() {
            return;
        }
        for country in countries_of(&entry.record) {
            let declared = declares(&entry.record.transfers, country.value) || above(country.value);
            if !scope.outside_eea(country.value) || declared || !said.insert((id, country.value)) {
                continue;
            }
            let name = &country.value.0.country().name;
            report.add(
                id,
                finding(country.span, format!("data go on to {name} with `{}`, and no transfer says so", entry.id))
                    .label("outside the EEA")
                    .related(named, "the chain begins here")
                    .help(how_to_declare(scope, country.value)),
            );
        }
    };
    for (id, entry) in registry.processors.iter().filter(|(id, _)| is_direct(*id)) {
        for below in scope.chain(id) {
            let above = |country: Country| declared_above(scope, id, below, country);
            judge(below, &above, entry.record.sub_processors.internal().span().unwrap_or(entry.at));
        }
    }
    for (client, entry) in registry.client_processing.iter() {
        if elsewhere.contains(&Node::from(client)) || !entry.record.no_transfers.internal().is_absent() {
            continue;
        }
        let written = entry.record.sub_processors.internal().located();
        for (id, name) in entry.links.sub_processors.iter().zip(written) {
            for below in std::iter::once(*id).chain(scope.chain(*id)) {
                let of_client = entry.record.transfers.internal();
                let above =
                    |country: Country| declares(of_client, country) || declared_above(scope, *id, below, country);
                judge(below, &above, name.span);
            }
        }
    }
}

/// Whether a processor between the first of a chain and one below declares a transfer to a country.
fn declared_above(scope: &Scope<'_>, first: Id<Processor>, below: Id<Processor>, country: Country) -> bool {
    let mut chain = std::iter::once(first).chain(scope.chain(first));
    chain.any(|one| {
        let leads = one == first || scope.chain(one).contains(&below);
        leads && declares(&scope.registry.processors[one].record.transfers, country)
    })
}

fn countries_of(record: &Processor) -> Vec<Located<Country>> {
    let seat = record.country.located().map(|one| Located { value: *one.value, span: one.span });
    seat.into_iter().chain(record.locations.located().cloned()).collect()
}
