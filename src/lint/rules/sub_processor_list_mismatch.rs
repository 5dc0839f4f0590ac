use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::processor::Processor;
use crate::registry::Id;

declare_lint! {
    /// A public list of sub-processors and the register name different ones.
    ///
    /// # What it checks
    ///
    /// A list of sub-processors names the `client-processing` it holds for; every sub-processor of these stands in its
    /// `engagements`, and each engagement that is not over is with one of them.
    ///
    /// # Why
    ///
    /// Article 28(2) has the controller informed of changes concerning sub-processors: who trusts the list and cannot
    /// find one in it was told nothing, and who reads a name that is not engaged was told something else.
    ///
    /// # Example
    ///
    /// ```toml
    /// # client-processing.toml
    /// [printing]
    /// title = "Printing for publishers"
    /// processing = ["printing"]
    /// sub-processors = ["host", "mailer"]
    /// no-transfers = "All printers are in Finland."
    /// security = ["encryption"]
    /// owner = "Head of Sales"
    ///
    /// [printing.clients.publishers]
    /// name = "Example Publishers"
    /// contact = "privacy@publishers.example"
    /// contract = "contracts/publishers.pdf"
    ///
    /// # sub-processor-lists.toml
    /// [printing]
    /// title = "Sub-processors"
    /// client-processing = ["printing"]
    /// updated = 2026-06-01
    /// notice-period = "P30D"
    /// owner = "Head of Sales"
    ///
    /// [printing.engagements.host]
    /// processor = "host"
    /// since = 2024-01-01
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # client-processing.toml
    /// [printing]
    /// title = "Printing for publishers"
    /// processing = ["printing"]
    /// sub-processors = ["host", "mailer"]
    /// no-transfers = "All printers are in Finland."
    /// security = ["encryption"]
    /// owner = "Head of Sales"
    ///
    /// [printing.clients.publishers]
    /// name = "Example Publishers"
    /// contact = "privacy@publishers.example"
    /// contract = "contracts/publishers.pdf"
    ///
    /// # sub-processor-lists.toml
    /// [printing]
    /// title = "Sub-processors"
    /// client-processing = ["printing"]
    /// updated = 2026-06-01
    /// notice-period = "P30D"
    /// owner = "Head of Sales"
    ///
    /// [printing.engagements.host]
    /// processor = "host"
    /// since = 2024-01-01
    ///
    /// [printing.engagements.mailer]
    /// processor = "mailer"
    /// announced = 2025-04-01
    /// since = 2025-06-01
    /// ```
    ///
    /// # Limits
    ///
    /// A list of sub-processors that is kept elsewhere cannot be seen.
    "sub-processor-list-mismatch", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, list) in scope.registry.sub_processor_lists.iter() {
        let held = list.record.client_processing.internal();
        let at = held.span().or(list.record.title.span()).unwrap_or(list.at);
        if list.links.client_processing.is_empty() {
            report.add(
                id,
                finding(at, format!("nothing says for which client processing `{}` holds", list.id))
                    .label("whose sub-processors are these?")
                    .help("name the records of `client-processing` in the list's `client-processing`"),
            );
            continue;
        }
        let clients = list.links.client_processing.iter().map(|one| &scope.registry.client_processing[*one]);
        let engaged: Vec<Id<Processor>> = clients.clone().flat_map(|one| &one.links.sub_processors).copied().collect();
        // Whom an engagement of the past names may be engaged elsewhere now.
        let rows = list.record.engagements.iter().zip(&list.links.engagements);
        let current: Vec<_> = rows
            .filter(|(row, _)| row.value.until.get().is_none_or(|until| until.0 > scope.as_of))
            .filter_map(|(row, processor)| Some(((*processor)?, row)))
            .collect();
        for client in clients {
            let named = client.record.sub_processors.internal().located();
            for (processor, named) in client.links.sub_processors.iter().zip(named) {
                if !current.iter().any(|(one, _)| one == processor) {
                    let name = &scope.registry.processors[*processor].id;
                    report.add(
                        id,
                        finding(at, format!("`{}` does not list `{name}`", list.id))
                            .label("holds for this")
                            .related(named.span, "engaged here")
                            .help(format!("add `[engagements.{name}]` with `processor`, `announced` and `since`")),
                    );
                }
            }
        }
        for (processor, row) in current.iter().filter(|(processor, _)| !engaged.contains(processor)) {
            let name = &scope.registry.processors[*processor].id;
            report.add(
                id,
                finding(
                    row.value.processor.span().unwrap_or(row.key.span),
                    format!("`{}` lists `{name}`, which the register does not engage", list.id),
                )
                .label("a sub-processor of nothing that the list holds for")
                .related(at, "what it holds for")
                .help("give the engagement its `until`, or add it to `sub-processors` of the client processing"),
            );
        }
    }
}
