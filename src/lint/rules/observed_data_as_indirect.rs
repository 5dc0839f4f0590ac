use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint, texts};
use crate::registry::{DataSource, Party};

declare_lint! {
    /// Data that we observe ourselves, or have observed for us, are recorded as coming from others.
    ///
    /// # What it checks
    ///
    /// Rows of `data` with parties as their only `sources`: none of these is a device, such as a source
    /// called "cameras"; and data named after observation, such as footage or log data, do not come from
    /// a processor alone.
    ///
    /// # Why
    ///
    /// Data observed about a person are collected from that person, so Article 13 applies and not
    /// Article 14 (C-422/24, Storstockholms Lokaltrafik, on body cameras).
    ///
    /// # Example
    ///
    /// ```toml
    /// # data-categories.toml
    /// [footage]
    /// name = "camera footage"
    /// items = ["pictures of you at our stall"]
    ///
    /// # activities/orders.toml
    /// [data.footage]
    /// categories = ["footage"]
    /// sources = ["host"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # data-categories.toml
    /// [footage]
    /// name = "camera footage"
    /// items = ["pictures of you at our stall"]
    ///
    /// # activities/orders.toml
    /// [data.footage]
    /// categories = ["footage"]
    /// sources = ["observed"]
    /// observed-when = ["when you come to our stall"]
    /// ```
    "observed-data-as-indirect", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        for (row, links) in entry.record.data.iter().zip(&entry.links.data) {
            let parties: Vec<Party> = links
                .sources
                .iter()
                .filter_map(|source| if let DataSource::Party(party) = source { Some(*party) } else { None })
                .collect();
            if parties.is_empty() || parties.len() < links.sources.len() {
                continue;
            }
            let ours = parties.iter().all(|party| matches!(party, Party::Processor(_)));
            let device = parties.iter().find_map(|party| device(scope, *party));
            let observed = links.categories.iter().find_map(|category| {
                let texts = texts::of_category(&scope.registry.data_categories[*category].record);
                texts.into_iter().find_map(|text| scope.words.observed.find(text.value))
            });
            let Some(words) = device.or(observed.filter(|_| ours)) else { continue };
            report.add(
                id,
                finding(
                    row.value.sources.span().unwrap_or(row.key.span),
                    format!("`data.{}` of `{}` is observed, and recorded as had from others", row.key.name, entry.id),
                )
                .label(format!("\"{words}\" is observation"))
                .help("write `sources = [\"observed\"]`, and `observed-when`; a processor that observes for us is no source"),
            );
        }
    }
}

/// The words that make a source a device of observation.
fn device(scope: &Scope<'_>, party: Party) -> Option<String> {
    let Party::Source(id) = party else { return None };
    let record = &scope.registry.sources[id].record;
    [record.name.text(), record.category.text()].into_iter().flatten().find_map(|text| scope.words.devices.find(text))
}
