use crate::decode::Country;
use crate::lint::report::finding;
use crate::lint::rules::transfer_undeclared::declares;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::system::System;
use crate::registry::Id;

declare_lint! {
    /// A system that nobody runs for us stands outside the EEA, and no transfer says so.
    ///
    /// # What it checks
    ///
    /// Systems that activities of controllers under the Regulation use and that have no `operated-by`: each of their
    /// `countries` outside the European Economic Area stands in a row of `transfers` of one of these controllers.
    ///
    /// # Why
    ///
    /// Article 30(1)(e) asks the register for transfers to third countries, and Article 44 lets data go there only
    /// on the conditions of Chapter V; data on servers abroad are within reach of whoever runs the place.
    ///
    /// # Example
    ///
    /// ```toml
    /// # systems.toml, without database.operated-by
    /// [database]
    /// countries = ["HK"]
    /// # activities/orders.toml
    /// systems = ["database"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # systems.toml
    /// [database]
    /// countries = ["DE"]
    /// # activities/orders.toml
    /// systems = ["database"]
    /// ```
    ///
    /// # Limits
    ///
    /// Where one company stores its own data abroad and no other company has them, there may be no transfer (EDPB
    /// Guidelines 05/2021, not re-read in the source); a waiver is the place to say so. Who runs a system for us
    /// is the matter of `transfer-undeclared`.
    "system-outside-eea", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for id in scope.systems_in_use() {
        let entry = &scope.registry.systems[id];
        if entry.links.operated_by.is_some() || !is_used_under_gdpr(scope, id) {
            continue;
        }
        let mut outside = entry.record.countries.located().filter(|one| scope.outside_eea(one.value));
        let Some(country) = outside.find(|one| !is_declared(scope, id, one.value)) else { continue };
        let name = &country.value.0.country().name;
        report.add(
            id,
            finding(country.span, format!("`{}` stands in {name}, and no transfer says so", entry.id))
                .label("outside the EEA")
                .help("name who runs it in `operated-by`, or add a row to `transfers` of the controller"),
        );
    }
}

fn is_used_under_gdpr(scope: &Scope<'_>, id: Id<System>) -> bool {
    scope
        .activities()
        .any(|(_, activity)| activity.links.systems.values.contains(&id) && scope.is_activity_under_gdpr(activity))
}

/// Whether a controller that uses the system has a transfer to a country.
fn is_declared(scope: &Scope<'_>, id: Id<System>, country: Country) -> bool {
    let using = scope.activities().filter(|(_, activity)| activity.links.systems.values.contains(&id));
    using
        .flat_map(|(_, activity)| &activity.links.controllers.values)
        .any(|id| declares(&scope.registry.controllers[*id].record.transfers, country))
}
