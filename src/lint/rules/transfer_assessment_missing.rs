use crate::law;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A transfer rests on safeguards, and no assessment of the law of the country is on record.
    ///
    /// # What it checks
    ///
    /// `assessment` of transfers that rest on an instrument of Article 46, such as `scc` or `bcr`, for a country that
    /// no adequacy decision named in the row covers. Module 4 of the clauses is left out.
    ///
    /// # Why
    ///
    /// The exporter has to verify, case by case, whether the law of the country lets the safeguards be kept (C-311/18,
    /// Schrems II); Clause 14 of the clauses of Decision (EU) 2021/914 asks to document it.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml, without mailer.transfers.us.assessment
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer.transfers.us.assessment]
    /// date = 2026-05-01
    /// result = "Addresses only, encrypted on the way; the clauses can be kept."
    /// reference = "assessments/mailer.md"
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: C-311/18. EDPB Recommendations 01/2020 describe the steps.
    "transfer-assessment-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for transfer in scope.transfers().into_iter().filter(|transfer| transfer.needs_safeguards(scope.as_of)) {
        let value = &transfer.row.value;
        let module = value.module.internal().copied().and_then(|number| u8::try_from(number).ok());
        let excused = module.and_then(law::scc_module).is_some_and(|module| !module.tia);
        let needing = transfer.mechanisms().find(|(one, _)| one.tia && !one.is_dead_on(scope.as_of));
        let Some((mechanism, at)) = needing.filter(|(one, _)| one.id != "scc" || !excused) else { continue };
        let assessment = value.assessment.internal();
        let says = assessment
            .get()
            .is_some_and(|one| !(one.date.is_absent() && one.result.is_absent() && one.reference.is_absent()));
        if !says {
            report.add(
                transfer.node,
                finding(at, format!("no assessment of {} is on record", scope.transfer_name(transfer)))
                    .label(mechanism.name.clone())
                    .help("add `assessment` with `date`, `result` and `reference`"),
            );
        }
    }
}
