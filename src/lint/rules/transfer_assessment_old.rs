use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

/// Days after which an assessment asks for another look.
const AGE: i64 = 2 * 365;

declare_lint! {
    /// The assessment of a transfer is more than two years old.
    ///
    /// # What it checks
    ///
    /// `assessment.date` of transfers that rest on an instrument of Article 46, against the day of the run.
    ///
    /// # Why
    ///
    /// EDPB Recommendations 01/2020, step 6, ask to re-evaluate at appropriate intervals; Clause 14 of Decision (EU)
    /// 2021/914 asks to react to changes of law and practice in the country.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer.transfers.us.assessment]
    /// date = 2023-05-01
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer.transfers.us.assessment]
    /// date = 2026-05-01
    /// ```
    ///
    /// # Limits
    ///
    /// The two years are this program's; the recommendations set no time.
    "transfer-assessment-old", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for transfer in scope.transfers().into_iter().filter(|transfer| transfer.needs_safeguards(scope.as_of)) {
        let Some(assessment) = transfer.row.value.assessment.internal().get() else { continue };
        let Some(made) = assessment.date.located() else { continue };
        if (scope.as_of - made.value.0).num_days() > AGE {
            let name = scope.transfer_name(transfer);
            report.add(
                transfer.node,
                finding(made.span, format!("the assessment of {name} is of {}", made.value.0))
                    .label(format!("more than two years before {}", scope.as_of))
                    .help("look at the law and practice of the country again and write the new day into `assessment.date`"),
            );
        }
    }
}
