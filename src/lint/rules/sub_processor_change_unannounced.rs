use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::source::Span;

declare_lint! {
    /// A sub-processor was engaged, and clients were told late or not at all.
    ///
    /// # What it checks
    ///
    /// An engagement of a list of sub-processors that begins after the first one has `announced`, on a day that leaves
    /// `notice-period` before `since`; without a period, a day before it.
    ///
    /// # Why
    ///
    /// Article 28(2) has the processor inform the controller of intended changes, so that it can object to them: that
    /// is before they are made.
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
    ///
    /// [printing.engagements.mailer]
    /// processor = "mailer"
    /// since = 2025-06-01
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
    /// Under a specific authorisation each controller agrees beforehand, and the list may only follow; waive the lint
    /// then. Who was engaged on the first day of the list was part of the contract.
    "sub-processor-change-unannounced", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, list) in scope.registry.sub_processor_lists.iter() {
        let rows = || list.record.engagements.iter();
        let Some(first) = rows().filter_map(|row| row.value.since.copied()).min() else { continue };
        let period = list.record.notice_period.copied();
        let place: Option<Span> = list.record.notice_period.span();
        for row in rows() {
            let Some(since) = row.value.since.located() else { continue };
            let latest = period.map_or(Some(since.value.0), |period| period.before(since.value.0));
            let name = &row.key.name;
            match row.value.announced.located() {
                None if *since.value > first => report.add(
                    id,
                    finding(since.span, format!("nothing says when `{name}` was announced"))
                        .label("engaged after the list began")
                        .help("add `announced`, the day on which clients were told"),
                ),
                Some(announced) if latest.is_some_and(|latest| announced.value.0 > latest) => {
                    let found = finding(announced.span, format!("`{name}` was announced too late to object in time"))
                        .label("told on this day")
                        .related(since.span, "engaged from this day");
                    let found = place.into_iter().fold(found, |found, at| found.related(at, "promised before it"));
                    report.add(id, found.help("move `since`, or correct the day on which clients were told"));
                }
                _ => {}
            }
        }
    }
}
