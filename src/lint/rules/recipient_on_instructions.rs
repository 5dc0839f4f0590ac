use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::registry::Party;

declare_lint! {
    /// A recipient is recorded as no processor, and acts on instructions like one.
    ///
    /// # What it checks
    ///
    /// `commitments` of recipients, and of the rows of `disclosures` that name them, against a list of phrases such
    /// as "on our instructions", in the language of the registry.
    ///
    /// # Why
    ///
    /// Who decides on purposes is a controller (Article 4(7)), who processes on behalf of one is a processor
    /// (Article 4(8)) and needs a contract (Article 28(3)); nobody is both for the same processing (Article 28(10)).
    ///
    /// # Example
    ///
    /// ```toml
    /// # recipients.toml
    /// [tax-authority]
    /// commitments = ["use the data only on our instructions"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # recipients.toml
    /// [tax-authority]
    /// commitments = ["keep the data confidential"]
    /// ```
    "recipient-on-instructions", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let bound = |text: &str| scope.words.instructions.find(text);
    let help = "record it among `processors` with its `contract`, or drop the commitment if it decides itself";
    for (id, entry) in scope.registry.recipients.iter() {
        let mut commitments = entry.record.commitments.located();
        if let Some((words, at)) = commitments.find_map(|one| Some((bound(&one.value)?, one.span))) {
            let found = finding(at, format!("`{}` is no processor and acts on instructions", entry.id))
                .label(format!("\"{words}\""))
                .help(help);
            let kind = entry.record.kind.span();
            report.add(id, kind.into_iter().fold(found, |found, span| found.related(span, "recorded as this")));
        }
    }
    for (id, activity) in scope.activities() {
        for (row, links) in activity.record.disclosures.iter().zip(&activity.links.disclosures) {
            // One commitment holds for all who are named, so a processor among them may be meant.
            let is_meant = !links.recipients.is_empty()
                && links.recipients.iter().all(|party| matches!(party, Party::Recipient(_)));
            let mut commitments = row.value.commitments.located().filter(|_| is_meant);
            if let Some((words, at)) = commitments.find_map(|one| Some((bound(&one.value)?, one.span))) {
                let key = &row.key.name;
                report.add(
                    id,
                    finding(
                        at,
                        format!("the recipients of `disclosures.{key}` are no processors and act on instructions"),
                    )
                    .label(format!("\"{words}\""))
                    .help(help),
                );
            }
        }
    }
}
