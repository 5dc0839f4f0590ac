use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A controller does not say whether it is a public body.
    ///
    /// # What it checks
    ///
    /// Controllers of activities have `public-body`: `true` or `false`.
    ///
    /// # Why
    ///
    /// A public body needs a data protection officer (Article 37(1)(a)) and cannot rest its tasks on legitimate
    /// interests (Article 6(1), second subparagraph); lints that ask for either look at `public-body`.
    ///
    /// # Example
    ///
    /// ```toml
    /// # controllers.toml, without shop.public-body
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # controllers.toml
    /// [shop]
    /// public-body = false
    /// ```
    "public-body-unstated", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for id in scope.controllers_in_use() {
        let entry = &scope.registry.controllers[id];
        if entry.record.public_body.internal().is_absent() {
            report.add(
                id,
                finding(
                    entry.record.name.span().unwrap_or(entry.at),
                    format!("`{}` does not say whether it is a public body", entry.id),
                )
                .label("a public authority or body?")
                .help("add `public-body = false`, or `true`"),
            );
        }
    }
}
