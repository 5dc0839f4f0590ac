use crate::decode::{Date, Field, Located};
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::source::Span;

declare_lint! {
    /// A balancing test is older than the last change of what it weighed.
    ///
    /// # What it checks
    ///
    /// `assessment.date` of a legal basis against `changed` of that basis and of the activities that rest on it.
    ///
    /// # Why
    ///
    /// Articles 5(2) and 24(1) ask that what was shown once is shown again when the processing changes; the test of
    /// Article 6(1)(f) speaks of the processing as it was.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml
    /// changed = 2026-05-01
    ///
    /// [purposes.check]
    /// title = "see whether an order is meant"
    /// legal-bases = ["against-fraud"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/orders.toml
    /// changed = 2026-05-01
    ///
    /// [purposes.check]
    /// title = "see whether an order is meant"
    /// legal-bases = ["against-fraud"]
    ///
    /// # legal-bases.toml
    /// [against-fraud.assessment]
    /// date = 2026-05-01
    /// ```
    ///
    /// # Limits
    ///
    /// Rests on the dates in the records; it cannot tell whether the change touched what was weighed.
    "legitimate-interest-balancing-stale", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.legal_bases.iter() {
        let Some(made) = entry.record.assessment.internal().get().and_then(|test| test.date.located()) else {
            continue;
        };
        let newer = |changed: &Field<Date>, span: Option<Span>| {
            let written = changed.located()?;
            let known = written.value.0 <= scope.as_of && written.value.0 > made.value.0;
            known.then(|| Located { value: written.value.0, span: span.unwrap_or(written.span) })
        };
        let own = newer(entry.record.changed.internal(), None);
        let of_activities = scope
            .activities()
            .filter(|(_, activity)| scope.bases(activity).contains(&id))
            .filter_map(|(_, activity)| newer(activity.record.changed.internal(), None));
        if let Some(change) = own.into_iter().chain(of_activities).max_by_key(|change| change.value) {
            report.add(
                id,
                finding(made.span, format!("the balancing test of `{}` is older than a change", entry.id))
                    .label(format!("made on {}", made.value.0))
                    .related(change.span, "changed since")
                    .help("weigh again what is done now, then set `assessment.date`"),
            );
        }
    }
}
