use crate::diagnostic::Diagnostic;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::collection_point::{Collected, CollectionPoint};
use crate::record::data_category::DataCategory;
use crate::registry::{Entry, Id};

declare_lint! {
    /// A collection point asks for data that its activities do not declare.
    ///
    /// # What it checks
    ///
    /// `category` of each row in `collects` stands in `data` of one of the `activities`; `item`, where it is given,
    /// is an item of a category whose list is closed (`exhaustive = true`).
    ///
    /// # Why
    ///
    /// Article 5(1)(c) asks for no more data than the purposes need, and Article 30(1)(c) for all their categories in
    /// the record: a form that asks for more than its activity declares shows that one of the two is wrong.
    ///
    /// # Example
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
    /// category = "payments"
    /// mandatory = true
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
    ///
    /// # Limits
    ///
    /// Items of open lists are not compared: such a list names examples.
    "collection-point-data-undeclared", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.collection_points.iter() {
        if entry.links.activities.is_empty() {
            continue;
        }
        for (row, category) in entry.record.collects.iter().zip(&entry.links.collects) {
            let Some((category, written)) = category.zip(row.value.category.span()) else { continue };
            let declared =
                entry.links.activities.iter().flat_map(|id| scope.categories(&scope.registry.activities[*id]));
            if !declared.into_iter().any(|one| one == category) {
                let name = &scope.registry.data_categories[category].id;
                report.add(
                    id,
                    finding(written, format!("`{}` asks for `{name}`, which its activities do not declare", entry.id))
                        .label("in no `data` of these activities")
                        .related(entry.record.activities.span().unwrap_or(entry.at), "collected for these")
                        .help("add the category to `data` of the activity that uses it, or stop asking for it"),
                );
            } else if let Some(found) = unknown_item(scope, entry, &row.value, category) {
                report.add(id, found);
            }
        }
    }
}

/// An item that a closed list does not have.
fn unknown_item(
    scope: &Scope<'_>,
    entry: &Entry<CollectionPoint>,
    row: &Collected,
    category: Id<DataCategory>,
) -> Option<Diagnostic> {
    let item = row.item.internal().located()?;
    let category = &scope.registry.data_categories[category];
    let items = category.record.items.get().filter(|_| category.record.exhaustive.is_true())?;
    let wanted = item.value.trim().to_lowercase();
    if items.iter().any(|known| known.label.trim().to_lowercase() == wanted) {
        return None;
    }
    Some(
        finding(item.span, format!("`{}` asks for `{}`, which `{}` does not hold", entry.id, item.value, category.id))
            .label("not in its closed list")
            .related(category.record.items.span().unwrap_or(category.at), "the items")
            .help("write the item as the category does, add it there, or stop asking for it"),
    )
}
