use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A group looks vulnerable by its name, and nothing says whether it is.
    ///
    /// # What it checks
    ///
    /// The `name` of each subject group against a list of words such as "children", "patients" or
    /// "employees": then `vulnerable` says yes or no.
    ///
    /// # Why
    ///
    /// Recital 75 and WP248 rev.01, criterion 7, count vulnerable people among the risks that weigh for an
    /// impact assessment under Article 35: children, employees, patients, asylum seekers, the elderly.
    ///
    /// # Example
    ///
    /// ```toml
    /// # subject-groups.toml
    /// [customers]
    /// name = "Patients"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # subject-groups.toml
    /// [customers]
    /// name = "Patients"
    /// vulnerable = true
    /// ```
    ///
    /// # Limits
    ///
    /// Words are a hint. Not re-read in the source: WP248.
    "vulnerable-not-flagged", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.subject_groups.iter() {
        if !entry.record.vulnerable.internal().is_absent() {
            continue;
        }
        let Some(name) = entry.record.name.located() else { continue };
        if let Some(words) = scope.words.vulnerable.find(name.value) {
            report.add(
                id,
                finding(name.span, format!("`{}` does not say whether its members are vulnerable", entry.id))
                    .label(format!("\"{words}\""))
                    .help("add `vulnerable = true`, or `vulnerable = false` where they are not"),
            );
        }
    }
}
