use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::processor::SubProcessing;

declare_lint! {
    /// A processor engages others, and its agreement does not say that it may.
    ///
    /// # What it checks
    ///
    /// Processors that we engage with `sub-processors` and a `contract`: `contract.sub-processing` is `"specific"` or
    /// `"general"`, neither absent nor `"none"`.
    ///
    /// # Why
    ///
    /// Article 28(2): a processor engages another processor only with the prior specific or general
    /// written authorisation of the controller.
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer]
    /// sub-processors = ["host"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [mailer]
    /// sub-processors = ["host"]
    ///
    /// [mailer.contract]
    /// sub-processing = "specific"
    /// ```
    "sub-processor-authorisation-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for id in scope.engaged_processors().keys().copied() {
        let entry = &scope.registry.processors[id];
        let record = &entry.record;
        // Without a contract the lint about contracts speaks.
        let Some(contract) = record.contract.internal().get() else { continue };
        let subs = record.sub_processors.internal();
        let (Some(first), Some(list)) = (subs.iter().next(), subs.span()) else { continue };
        let says = &contract.sub_processing;
        let found = match says.located() {
            None if says.is_absent() => {
                finding(list, format!("nothing says that `{}` may engage `{}`", entry.id, first.name))
                    .label("no `contract.sub-processing`")
                    .help("write in `contract.sub-processing` whether the authorisation is `\"specific\"` or `\"general\"`")
            }
            Some(written) if *written.value == SubProcessing::None => {
                finding(list, format!("`{}` engages `{}`, and its agreement allows none", entry.id, first.name))
                    .label("allowed by what?")
                    .related(written.span, "the agreement allows no sub-processors")
                    .help("get an authorisation and write `\"specific\"` or `\"general\"` in `contract.sub-processing`, or take the sub-processor out")
            }
            _ => continue,
        };
        report.add(id, found);
    }
}
