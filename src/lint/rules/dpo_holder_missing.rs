use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// There is a data protection officer, and nothing says who it is.
    ///
    /// # What it checks
    ///
    /// A `dpo` with `appointed = true` has a `holder`, or a public `name`.
    ///
    /// # Why
    ///
    /// Article 38(6) keeps the officer free of conflicts of interest, and Article 37(5) asks for expert knowledge:
    /// both can be looked at only where the register says which person, post or firm it is.
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml, without shop.dpo
    /// [shop.dpo]
    /// appointed = true
    /// email = "dpo@example.com"
    /// notified = 2026-01-15
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml, without shop.dpo
    /// [shop.dpo]
    /// appointed = true
    /// email = "dpo@example.com"
    /// notified = 2026-01-15
    /// holder = "Example Privacy Consultants Ltd"
    /// ```
    ///
    /// # Limits
    ///
    /// The law asks the notice for the contact details only, not for a name.
    "dpo-holder-missing", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.controllers.iter() {
        let Some(dpo) = entry.record.dpo.get() else { continue };
        let Some(appointed) = dpo.appointed.located().filter(|one| *one.value) else { continue };
        if dpo.holder.internal().is_absent() && dpo.name.is_absent() {
            report.add(
                id,
                finding(appointed.span, format!("nothing says who the officer of `{}` is", entry.id))
                    .label("which person, post or firm?")
                    .help("add `dpo.holder`; it stays in the register"),
            );
        }
    }
}
