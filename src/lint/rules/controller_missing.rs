use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Nothing says who decides on the processing.
    ///
    /// # What it checks
    ///
    /// A registry with activities has a controller, and each activity that goes on belongs to one: the
    /// one it names, `default-controller` of `registry.toml`, or the only one there is.
    ///
    /// # Why
    ///
    /// Article 30(1)(a) puts the name and contact details of the controller into the record, and
    /// Article 13(1)(a) into the notice.
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml, without shop
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop]
    /// name = "Example Books Ltd"
    /// ```
    "controller-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    if scope.registry.activities.is_empty() {
        return;
    }
    if scope.registry.controllers.is_empty() {
        report.add_general(
            finding(scope.top, "the registry names no controller")
                .label("its activities are nobody's")
                .help("write `controllers.toml` with one table per company: `name`, `address`, `email`, `phone`"),
        );
        return;
    }
    for (id, entry) in scope.activities() {
        if entry.links.controllers.values.is_empty() {
            let at = entry.record.controllers.span().unwrap_or(entry.at);
            report.add(
                id,
                finding(at, format!("`{}` has no controller", entry.id))
                    .label("there are several, and none is chosen")
                    .related(scope.top, "no `default-controller` here")
                    .help("name it in `controllers` of the activity, or in `default-controller` of `registry.toml`"),
            );
        }
    }
}
