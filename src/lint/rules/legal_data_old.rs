use crate::law;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

/// Days after which the legal data ask for a look.
const AGE: i64 = 180;

declare_lint! {
    /// The legal data in this program are old.
    ///
    /// # What it checks
    ///
    /// The date of the embedded legal data (`ropa law` prints it) is at most 180 days before the day of
    /// the run.
    ///
    /// # Why
    ///
    /// Adequacy decisions under Article 45 end, are annulled and are added; Article 5(2) asks for a register
    /// that is true today.
    ///
    /// # Example
    ///
    /// As of 2027-05-30, with the data of 2026-11-22:
    ///
    /// ```toml
    /// # registry.toml
    /// title = "Records of Example Books"
    /// ```
    ///
    /// # Mended
    ///
    /// As of 2026-12-01, with the same data:
    ///
    /// ```toml
    /// # registry.toml
    /// title = "Records of Example Books"
    /// ```
    "legal-data-old", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let known = law::oldest();
    if (scope.as_of - known).num_days() > AGE {
        report.add_general(
            finding(scope.top, format!("the legal data are of {known}"))
                .label(format!("judged on {}", scope.as_of))
                .help("install a newer `ropa`, or judge an earlier day with `--as-of`"),
        );
    }
}
