use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use std::collections::BTreeMap;

declare_lint! {
    /// Sensitive data of a group are processed, and nothing says of how many people.
    ///
    /// # What it checks
    ///
    /// Groups of people in rows of `data` with a special category or with data on convictions and offences have
    /// `people`.
    ///
    /// # Why
    ///
    /// Whether such data are processed on a large scale decides about an impact assessment (Article 35(3)(b)) and a
    /// data protection officer (Article 37(1)(c)), and the number of people comes first (WP243 rev.01, section
    /// 2.1.3).
    ///
    /// # Example
    ///
    /// ```toml
    /// # data-categories.toml
    /// [orders]
    /// special = "beliefs"
    ///
    /// # legal-bases.toml
    /// [sale]
    /// article-9 = ["9(2)(a)"]
    ///
    /// [sale.consent]
    /// to = "keep what you read"
    /// asked = "An empty box in the order form."
    /// proof = "Time and text are logged."
    /// withdraw = "by writing to us"
    ///
    /// # subject-groups.toml, without customers.people
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # data-categories.toml
    /// [orders]
    /// special = "beliefs"
    ///
    /// # legal-bases.toml
    /// [sale]
    /// article-9 = ["9(2)(a)"]
    ///
    /// [sale.consent]
    /// to = "keep what you read"
    /// asked = "An empty box in the order form."
    /// proof = "Time and text are logged."
    /// withdraw = "by writing to us"
    ///
    /// # subject-groups.toml
    /// [customers]
    /// people = 4000
    /// ```
    ///
    /// # Limits
    ///
    /// What a large scale is depends on more than the number. Not re-read in the source: WP243 rev.01.
    "scale-unstated", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let mut concerned = BTreeMap::new();
    for place in scope.data_rows() {
        let is_sensitive =
            |id| scope.special(id).is_some() || scope.registry.data_categories[id].record.criminal.is_true();
        let Some((_, at)) = scope.categories_where(&place, is_sensitive).into_iter().next() else { continue };
        for group in &place.links.subject_groups {
            concerned.entry(*group).or_insert(at);
        }
    }
    for (id, at) in concerned {
        let entry = &scope.registry.subject_groups[id];
        if entry.record.people.internal().is_absent() {
            report.add(
                id,
                finding(
                    entry.record.name.span().unwrap_or(entry.at),
                    format!("nothing says how many people `{}` counts", entry.id),
                )
                .label("on a large scale?")
                .related(at, "sensitive data of theirs")
                .help("add `people`, roughly"),
            );
        }
    }
}
