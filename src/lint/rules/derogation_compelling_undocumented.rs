use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::transfer::Mechanism;

declare_lint! {
    /// A transfer rests on compelling legitimate interests, and what has to be documented is missing.
    ///
    /// # What it checks
    ///
    /// Transfers that name `compelling-legitimate-interests` have `compelling-interest` (told to people),
    /// `assessment` and `documents` on the safeguards.
    ///
    /// # Why
    ///
    /// Article 49(1), second subparagraph, asks for an assessment of all circumstances, suitable safeguards, and that
    /// people are told the interests; Articles 49(6) and 30(1)(e) ask for their documentation in the register.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml, without mailer.transfers.us.module, mailer.transfers.us.assessment
    /// [mailer.transfers.us]
    /// mechanisms = ["compelling-legitimate-interests"]
    /// extent = "limited-cases"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml, without mailer.transfers.us.module
    /// [mailer.transfers.us]
    /// mechanisms = ["compelling-legitimate-interests"]
    /// extent = "limited-cases"
    /// compelling-interest = "warn buyers of a book that has to be recalled"
    /// documents = ["assessments/recall.md: safeguards, and the letter to the authority of 2026-05-02"]
    /// ```
    ///
    /// # Limits
    ///
    /// That the authority was informed, and how many people are concerned, has no key of its own: write it into
    /// `documents`.
    "derogation-compelling-undocumented", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for transfer in scope.transfers() {
        let Some(at) = transfer.names(Mechanism::CompellingLegitimateInterests) else { continue };
        let value = &transfer.row.value;
        let missing: Vec<&str> = [
            ("`compelling-interest`", value.compelling_interest.is_absent()),
            ("`assessment`", value.assessment.internal().is_absent()),
            ("`documents`", value.documents.internal().is_empty()),
        ]
        .into_iter()
        .filter_map(|(key, is_missing)| is_missing.then_some(key))
        .collect();
        if !missing.is_empty() {
            report.add(
                transfer.node,
                finding(at, format!("{} rests on compelling interests that are not documented", scope.transfer_name(transfer)))
                    .label(format!("without {}", missing.join(", ")))
                    .help("add `compelling-interest` (it completes \"Our compelling interest is to ...\"), `assessment`, and `documents` on the safeguards and on the letter to the authority"),
            );
        }
    }
}
