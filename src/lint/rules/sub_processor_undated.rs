use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A list of sub-processors does not say since when one is engaged.
    ///
    /// # What it checks
    ///
    /// Each engagement in a list of sub-processors has `since`.
    ///
    /// # Why
    ///
    /// Article 28(2) has the controller informed of changes: one without a day is in no feed, and nobody can see
    /// whether it was announced in time.
    ///
    /// # Example
    ///
    /// ```toml
    /// # client-processing.toml
    /// [printing]
    /// title = "Printing for publishers"
    /// processing = ["printing"]
    /// sub-processors = ["host"]
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
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # client-processing.toml
    /// [printing]
    /// title = "Printing for publishers"
    /// processing = ["printing"]
    /// sub-processors = ["host"]
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
    "sub-processor-undated", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, list) in scope.registry.sub_processor_lists.iter() {
        for row in list.record.engagements.iter().filter(|row| row.value.since.is_absent()) {
            report.add(
                id,
                finding(row.key.span, format!("nothing says since when `{}` is engaged", row.key.name))
                    .label("from which day?")
                    .help("add `since`, the day from which it is engaged"),
            );
        }
    }
}
