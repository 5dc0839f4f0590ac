use crate::decode::{Country, Located};
use crate::diagnostic::Diagnostic;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::registry::Party;

declare_lint! {
    /// A recipient is outside the EEA, and no transfer to its country is recorded.
    ///
    /// # What it checks
    ///
    /// Countries of processors and recipients that an activity discloses data to (`country`,
    /// `locations`, `countries`). Each outside the European Economic Area stands in one of the party's
    /// `transfers`.
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
    for (party, disclosures) in scope.disclosures_by_party() {
        let (countries, transfers) = match party {
            Party::Processor(id) => {
                let record = &scope.registry.processors[id].record;
                let seat = record.country.located().map(|one| (*one.value, one.span));
                let places = record.locations.located().map(|one| (one.value, one.span));
                (seat.into_iter().chain(places).collect::<Vec<_>>(), &record.transfers)
            }
            Party::Recipient(id) => {
                let record = &scope.registry.recipients[id].record;
                (record.countries.located().map(|one| (one.value, one.span)).collect(), &record.transfers)
            }
            Party::Controller(_) | Party::Source(_) => continue,
        };
        let declared =
            |country: Country| transfers.iter().any(|row| row.value.countries.iter().any(|one| *one == country));
        let mut said: Vec<Country> = Vec::new();
        for (country, span) in countries {
            if !scope.outside_eea(country) || declared(country) || said.contains(&country) {
                continue;
            }
            said.push(country);
            let found = undeclared(scope, &Located { value: country, span });
            let found =
                disclosures.iter().take(3).fold(found, |found, at| found.related(*at, "data are disclosed here"));
            report.add(crate::lint::scope::node(party), found);
        }
    }
}

fn undeclared(scope: &Scope<'_>, country: &Located<Country>) -> Diagnostic {
    let law = country.value.0.country();
    let help = match law.adequacy_on(scope.as_of) {
        Some(decision) if !decision.is_partial() => {
            format!(
                "add a transfer with `countries = [\"{}\"]` and `mechanisms = [\"adequacy\"]` ({})",
                law.code.as_str(),
                decision.instrument
            )
        }
        Some(decision) => format!(
            "add a transfer with `countries = [\"{}\"]`; the adequacy decision ({}) covers only some recipients",
            law.code.as_str(),
            decision.instrument
        ),
        None => format!(
            "add a transfer with `countries = [\"{}\"]` and its mechanism, such as `scc` with `module` and `assessment`",
            law.code.as_str()
        ),
    };
    finding(country.span, format!("data go to {}, and no transfer says so", law.name))
        .label("outside the EEA")
        .help(help)
}
