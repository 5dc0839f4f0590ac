use crate::law::Ground;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint, texts};
use crate::record::activity::Required;
use crate::record::legal_basis::LegalBasis;
use crate::registry::Id;

declare_lint! {
    /// A form of address or a gender is collected where contract or interest is the only ground.
    ///
    /// # What it checks
    ///
    /// Items of data such as "your gender" or "Mr or Ms" in a row of `data` that people must give
    /// (`required` is not `voluntary`) and whose purposes rest only on Article 6(1)(b) or (f). An item
    /// with `mandatory = false` is left alone.
    ///
    /// # Why
    ///
    /// Article 5(1)(c) asks for what is necessary; for the Court the title of a customer is not needed to
    /// sell a ticket, because a neutral address does as well (C-394/23, Mousse).
    ///
    /// # Example
    ///
    /// ```toml
    /// # data-categories.toml
    /// [contact]
    /// items = ["your name", "your gender", "your postal address"]
    ///
    /// # activities/orders.toml
    /// [data.order]
    /// purposes = ["sell"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # data-categories.toml
    /// [contact]
    /// items = ["your name", "your e-mail address", "your postal address"]
    /// ```
    ///
    /// # Limits
    ///
    /// Some services do need it; a waiver of the activity says why. C-394/23 was read in reports only.
    "title-or-gender-needless", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        for (row, links) in entry.record.data.iter().zip(&entry.links.data) {
            if row.value.required.copied().is_none_or(|required| required == Required::Voluntary) {
                continue;
            }
            let bases = texts::bases_of_row(entry, links);
            let needless = |basis: &Id<LegalBasis>| {
                let article = scope.registry.legal_bases[*basis].record.article.get();
                article.is_some_and(|one| matches!(one.0, Ground::Contract | Ground::LegitimateInterests))
            };
            if bases.is_empty() || !bases.iter().all(needless) {
                continue;
            }
            for (category, written) in links.categories.iter().zip(row.value.categories.located()) {
                let record = &scope.registry.data_categories[*category].record;
                let items = record.items.get().into_iter().flat_map(|items| items.iter());
                let mut asked = items.filter(|item| item.more.as_ref().is_none_or(|more| !more.mandatory.is_false()));
                let named = asked.find_map(|item| Some((item.span, scope.words.forms_of_address.find(&item.label)?)));
                let Some((item, words)) = named else { continue };
                report.add(
                    id,
                    finding(
                        written.span,
                        format!("`data.{}` of `{}` asks for a form of address or a gender", row.key.name, entry.id),
                    )
                    .label("rests on contract or interest only, and must be given")
                    .related(item, format!("\"{words}\""))
                    .help("leave the item out, or write it as `[items.NAME]` with `label` and `mandatory = false`"),
                );
            }
        }
    }
}
