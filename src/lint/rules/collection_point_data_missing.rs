use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// What is collected somewhere is not recorded.
    ///
    /// # What it checks
    ///
    /// Each collection point has rows in `collects`, each with `label` and `category`.
    ///
    /// # Why
    ///
    /// Article 13(2)(e) has people told which data they must give, and Article 5(1)(c) asks for no more than the
    /// purposes need: neither can be seen where nobody knows what is asked.
    ///
    /// # Example
    ///
    /// ```toml
    /// # collection-points.toml
    /// [form]
    /// title = "Newsletter form"
    /// kind = "form"
    /// activities = ["newsletter"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # collection-points.toml
    /// [form]
    /// title = "Newsletter form"
    /// kind = "form"
    /// activities = ["newsletter"]
    ///
    /// [form.collects.email]
    /// label = "your e-mail address"
    /// category = "contact"
    /// item = "your e-mail address"
    /// mandatory = true
    /// ```
    "collection-point-data-missing", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.collection_points.iter() {
        let record = &entry.record;
        if record.collects.is_empty() {
            let at = record.collects.span().or(record.title.span()).unwrap_or(entry.at);
            report.add(
                id,
                finding(at, format!("nothing says what `{}` collects", entry.id))
                    .label("asks for what?")
                    .help("add a row for each thing that is asked: `[collects.email]` with `label` and `category`"),
            );
        }
        for row in record.collects.iter() {
            let missing: Vec<&str> =
                [("label", row.value.label.is_absent()), ("category", row.value.category.is_absent())]
                    .into_iter()
                    .filter_map(|(key, absent)| absent.then_some(key))
                    .collect();
            if !missing.is_empty() {
                report.add(
                    id,
                    finding(row.key.span, format!("`collects.{}` has no {}", row.key.name, missing.join(" and no ")))
                        .label("what is it?")
                        .help("add `label`, as people read or hear it, and `category`, the id of a data category"),
                );
            }
        }
    }
}
