use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A notice says what holds for children, and not below which age.
    ///
    /// # What it checks
    ///
    /// Notices with `children` say the `age` below which it speaks.
    ///
    /// # Why
    ///
    /// Under Article 8(1) children consent to services on line from the age of 16, or from a lower one that a Member
    /// State sets, not below 13: "children" alone leaves open who is meant.
    ///
    /// # Example
    ///
    /// ```toml
    /// # notices.toml
    /// [website.children]
    /// stance = "not-for-children"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # notices.toml
    /// [website.children]
    /// stance = "not-for-children"
    /// age = 16
    /// ```
    "notice-child-age-missing", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.notices.iter() {
        let children = &entry.record.children;
        let Some(at) = children.span().filter(|_| children.get().is_some_and(|one| one.age.is_absent())) else {
            continue;
        };
        report.add(
            id,
            finding(at, format!("`{}` speaks of children and names no age", entry.id))
                .label("below which age?")
                .help("add `children.age`"),
        );
    }
}
