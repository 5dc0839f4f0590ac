use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Profiles are made, and nothing says how, from what or with which effect.
    ///
    /// # What it checks
    ///
    /// Activities with `profiling.used = true` say in `method` what is done, in `inputs` what the profile draws on,
    /// and in `effect` what it leads to.
    ///
    /// # Why
    ///
    /// People should hear of the existence of profiling and of its consequences (recital 60); Article 13(2)(f) asks
    /// for the logic where it decides alone, and WP251 rev.01 commends the same for other profiling.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [profiling]
    /// used = true
    /// method = "rank you by the books you order"
    /// inputs = ["your orders"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [profiling]
    /// used = true
    /// method = "rank you by the books you order"
    /// inputs = ["your orders"]
    /// effect = "The rank decides which books we show you first."
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: WP251 rev.01.
    "profiling-unexplained", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        let Some(profiling) = entry.record.profiling.get() else { continue };
        let Some(used) = profiling.used.located().filter(|used| *used.value) else { continue };
        let facts = [
            (profiling.method.is_absent(), "`method`"),
            (profiling.inputs.is_empty(), "`inputs`"),
            (profiling.effect.is_absent(), "`effect`"),
        ];
        let lacking: Vec<&str> = facts.into_iter().filter_map(|(absent, key)| absent.then_some(key)).collect();
        if !lacking.is_empty() {
            let lacking = lacking.join(", ");
            report.add(
                id,
                finding(used.span, format!("the profiling of `{}` lacks {lacking}", entry.id))
                    .label("how, from what, to what effect?")
                    .help(format!("add {lacking}")),
            );
        }
    }
}
