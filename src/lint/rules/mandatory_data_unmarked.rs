use crate::law::Ground;
use crate::lint::report::finding;
use crate::lint::scope::DataPlace;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::data_category::Item;
use crate::registry::DataSource;
use crate::source::Span;

declare_lint! {
    /// People give data for a contract or a duty, and nothing says whether they must.
    ///
    /// # What it checks
    ///
    /// Rows of `data` from the person whose purposes rest on `6(1)(b)` or `6(1)(c)` have `required`, or each item of
    /// their categories says `mandatory`.
    ///
    /// # Why
    ///
    /// Article 13(2)(e) asks the notice to say whether giving the data is required by law or contract, or needed to
    /// enter into one, and whether the person is obliged to.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml, without data.order.required
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [data.order]
    /// required = "contract"
    /// ```
    "mandatory-data-unmarked", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for place in scope.data_rows() {
        let row = &place.row.value;
        if !row.required.is_absent()
            || place.exemption().is_some()
            || !place.links.sources.contains(&DataSource::DataSubject)
            || marked_by_item(scope, &place)
        {
            continue;
        }
        let Some(basis) = binding_basis(scope, &place) else { continue };
        report.add(
            place.id,
            finding(
                place.row.key.span,
                format!("`data.{}` does not say whether people must give them", place.row.key.name),
            )
            .label("required or voluntary?")
            .related(basis, "a purpose of theirs rests on this")
            .help("add `required`: `\"statute\"`, `\"contract\"`, `\"to-enter-contract\"` or `\"voluntary\"`"),
        );
    }
}

/// Where a basis of the purposes that a row serves says that it is a contract or a duty.
pub(super) fn binding_basis(scope: &Scope<'_>, place: &DataPlace<'_>) -> Option<Span> {
    let binds = |ground: Ground| matches!(ground, Ground::Contract | Ground::LegalObligation);
    let bases = scope.bases_of_data(place);
    let article = bases.iter().find_map(|basis| basis.article.located().filter(|one| binds(one.value.0)))?;
    Some(article.span)
}

/// Whether each item of a row's categories says whether it is mandatory.
pub(super) fn marked_by_item(scope: &Scope<'_>, place: &DataPlace<'_>) -> bool {
    let mut categories = place.links.categories.iter().map(|id| &scope.registry.data_categories[*id].record);
    categories.all(|category| {
        category.items.get().is_some_and(|items| {
            let is_marked = |more: &Item| !more.mandatory.is_absent();
            !items.0.is_empty() && items.iter().all(|item| item.more.as_ref().is_some_and(is_marked))
        })
    })
}
