use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Decisions by machine alone are denied for one activity, and nothing is said of another.
    ///
    /// # What it checks
    ///
    /// Activities without `automated-decisions`, where another activity of the registry has
    /// `automated-decisions.used = false`. Activities without a purpose, and those kept out of notices, are left
    /// out.
    ///
    /// # Why
    ///
    /// Articles 13(2)(f) and 14(2)(g) ask to tell of such decisions where there are any. Who denies them for some
    /// activities leaves readers to guess about the rest.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml, without automated-decisions
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [automated-decisions]
    /// used = false
    /// ```
    "adm-partly-denied", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let denied = scope.activities().find_map(|(_, activity)| {
        let used = activity.record.automated_decisions.get()?.used.located().filter(|one| !*one.value)?;
        Some((activity, used.span))
    });
    let Some((other, at)) = denied else { return };
    for (id, activity) in scope.activities() {
        let record = &activity.record;
        let is_told = record.notice_exemption.internal().get().is_none() && !record.purposes.is_empty();
        if is_told && record.automated_decisions.is_absent() {
            report.add(
                id,
                finding(
                    record.title.internal().span().unwrap_or(activity.at),
                    format!("`{}` does not say whether machines decide alone", activity.id),
                )
                .label("no `automated-decisions`")
                .related(at, format!("denied for `{}`", other.id))
                .help("add `automated-decisions` with `used = false`, or with what is decided and how"),
            );
        }
    }
}
