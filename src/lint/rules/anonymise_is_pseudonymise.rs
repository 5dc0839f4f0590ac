use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::retention::Disposal;

declare_lint! {
    /// Data are said to be made anonymous by what only gives them a pseudonym.
    ///
    /// # What it checks
    ///
    /// The `procedure` of retention rules with `then = "anonymise"`, against a list of words such as
    /// "hashed" or "masked", in the language of the registry.
    ///
    /// # Why
    ///
    /// Recital 26: data under a pseudonym, which more information can attribute to a person, are personal
    /// data; hashing and encryption are pseudonyms and not anonymity (WP216, section 4).
    ///
    /// # Example
    ///
    /// ```toml
    /// # retention.toml
    /// [subscription]
    /// then = "anonymise"
    /// procedure = "Addresses are hashed on the day of withdrawal."
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # retention.toml
    /// [subscription]
    /// then = "anonymise"
    /// procedure = "Only the number of subscribers per month remains."
    /// ```
    ///
    /// # Limits
    ///
    /// Words are a hint. Not re-read in the source: WP216.
    "anonymise-is-pseudonymise", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.retention.iter() {
        let Some(then) = entry.record.then.located().filter(|one| *one.value == Disposal::Anonymise) else { continue };
        let Some(procedure) = entry.record.procedure.internal().located() else { continue };
        if let Some(words) = scope.words.pseudonyms.find(procedure.value) {
            report.add(
                id,
                finding(procedure.span, format!("`{}` calls anonymous what is a pseudonym", entry.id))
                    .label(format!("\"{words}\""))
                    .related(then.span, "said to be anonymous")
                    .help("set `then = \"erase\"` and a `period` for the pseudonyms, or say in `procedure` what remains that identifies nobody"),
            );
        }
    }
}
