use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::party::ShownAs;

declare_lint! {
    /// A list of sub-processors shows one by its category and not by its name.
    ///
    /// # What it checks
    ///
    /// Processors in the `engagements` of a list of sub-processors are not `shown-as = "category"`.
    ///
    /// # Why
    ///
    /// Article 28(2) has the controller informed of the addition or replacement of other processors, and controllers
    /// should have the identity of all of them at hand (EDPB Opinion 22/2024).
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml
    /// [counter]
    /// name = "Example Counter GmbH"
    /// category = "companies that count visits for us"
    /// services = ["counting of visits"]
    /// country = "DE"
    /// locations = ["DE"]
    /// support-from = ["DE"]
    /// no-transfers = "All servers and staff are in Germany."
    /// shown-as = "category"
    ///
    /// [counter.contract]
    /// reference = "contracts/counter.pdf"
    /// signed = 2025-01-01
    /// checked = 2026-05-01
    /// sub-processing = "none"
    ///
    /// # client-processing.toml
    /// [printing]
    /// title = "Printing for publishers"
    /// processing = ["printing"]
    /// sub-processors = ["counter"]
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
    /// owner = "Head of Sales"
    ///
    /// [printing.engagements.counter]
    /// processor = "counter"
    /// since = 2024-01-01
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [counter]
    /// name = "Example Counter GmbH"
    /// category = "companies that count visits for us"
    /// services = ["counting of visits"]
    /// country = "DE"
    /// locations = ["DE"]
    /// support-from = ["DE"]
    /// no-transfers = "All servers and staff are in Germany."
    ///
    /// [counter.contract]
    /// reference = "contracts/counter.pdf"
    /// signed = 2025-01-01
    /// checked = 2026-05-01
    /// sub-processing = "none"
    ///
    /// # client-processing.toml
    /// [printing]
    /// title = "Printing for publishers"
    /// processing = ["printing"]
    /// sub-processors = ["counter"]
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
    /// owner = "Head of Sales"
    ///
    /// [printing.engagements.counter]
    /// processor = "counter"
    /// since = 2024-01-01
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: EDPB Opinion 22/2024.
    "sub-processor-unnamed", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, list) in scope.registry.sub_processor_lists.iter() {
        for (row, processor) in list.record.engagements.iter().zip(&list.links.engagements) {
            let Some(processor) = processor.map(|processor| &scope.registry.processors[processor]) else { continue };
            let hides = processor.record.shown_as.located().filter(|one| *one.value == ShownAs::Category);
            let Some(shown) = hides else { continue };
            report.add(
                id,
                finding(
                    row.value.processor.span().unwrap_or(row.key.span),
                    format!("`{}` shows `{}` by its category", list.id, processor.id),
                )
                .label("clients cannot see who it is")
                .related(shown.span, "because of this")
                .help("remove `shown-as` from the processor, or take it off the list"),
            );
        }
    }
}
