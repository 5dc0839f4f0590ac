//! The texts of a record that several lints read for words.

use super::scope::Scope;
use super::words::List;
use crate::decode::Located;
use crate::record::activity::Activity;
use crate::record::data_category::DataCategory;
use crate::record::legal_basis::LegalBasis;
use crate::registry::{DataLinks, Entry, Id};
use crate::source::Span;

/// The name and the items of a data category.
pub(super) fn of_category(record: &DataCategory) -> Vec<Located<&str>> {
    let name = record.name.located().map(|one| Located { value: &**one.value, span: one.span });
    name.into_iter().chain(items(record).map(|(text, _)| text)).collect()
}

/// The texts of a data category which nobody has marked as a special category.
pub(super) fn unmarked(record: &DataCategory) -> Vec<Located<&str>> {
    if !record.special.is_absent() {
        return Vec::new();
    }
    let items: Vec<(Located<&str>, bool)> = items(record).collect();
    // A category whose items are marked may be called after them.
    let name = record.name.located().filter(|_| items.iter().all(|(_, marked)| !marked));
    let name = name.map(|one| Located { value: &**one.value, span: one.span });
    name.into_iter().chain(items.into_iter().filter(|(_, marked)| !marked).map(|(text, _)| text)).collect()
}

fn items(record: &DataCategory) -> impl Iterator<Item = (Located<&str>, bool)> {
    record.items.get().into_iter().flat_map(|items| items.iter()).map(|item| {
        let marked = item.more.as_ref().is_some_and(|more| !more.special.is_absent());
        (Located { value: &*item.label, span: item.span }, marked)
    })
}

/// A data row with an item that asks for a law, where no basis of its purposes cites one.
pub(super) struct Uncited<'a> {
    /// The activity.
    pub activity: Id<Activity>,
    /// Its id.
    pub id: &'a str,
    /// The key of the row.
    pub key: &'a str,
    /// Where the row names the category.
    pub at: Span,
    /// Where the category names the item.
    pub item: Span,
    /// The words that were found there.
    pub words: String,
}

/// Data rows with an item from a list, whose purposes rest on bases that cite no law.
pub(super) fn uncited<'a>(scope: &Scope<'a>, list: &List) -> Vec<Uncited<'a>> {
    // Categories are few and rows are many, so each category is read once.
    let categories = scope.registry.data_categories.iter();
    let named: Vec<Option<(Span, String)>> = categories
        .map(|(_, category)| {
            of_category(&category.record).into_iter().find_map(|text| Some((text.span, list.find(text.value)?)))
        })
        .collect();
    let mut found = Vec::new();
    for (activity, entry) in scope.activities() {
        for (row, links) in entry.record.data.iter().zip(&entry.links.data) {
            let bases = bases_of_row(entry, links);
            let cites = |basis| !scope.registry.legal_bases[basis].record.laws.is_empty();
            if bases.is_empty() || bases.into_iter().any(cites) {
                continue;
            }
            for (category, written) in links.categories.iter().zip(row.value.categories.located()) {
                if let Some(Some((item, words))) = named.get(category.index() as usize).cloned() {
                    let (id, key) = (entry.id.as_str(), row.key.name.as_str());
                    found.push(Uncited { activity, id, key, at: written.span, item, words });
                }
            }
        }
    }
    found
}

/// The legal bases of the purposes that a row of an activity's data serves; some perhaps twice.
pub(super) fn bases_of_row(entry: &Entry<Activity>, row: &DataLinks) -> Vec<Id<LegalBasis>> {
    let purposes = row.purposes.iter().filter_map(|index| entry.links.purposes.get(*index));
    purposes.flat_map(|purpose| purpose.legal_bases.iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use crate::lint::words;

    #[test]
    fn ordinary_words_are_no_special_data() {
        let lists = words::of("en");
        for text in [
            "the health of your servers",
            "diagnostic data of your device",
            "the results of races",
            "that you act in good faith",
            "your team and tribe",
            "the denomination of your gift card",
            "whether you are a politically exposed person",
            "documents dating from 2020",
            "the language you prefer",
        ] {
            let found = lists.special.values().chain(lists.revealing.values()).find_map(|list| list.find(text));
            assert_eq!(found, None, "{text}");
        }
    }

    #[test]
    fn posts_and_forms_of_address_are_meant_as_such() {
        let lists = words::of("en");
        for text in ["reports to the chief executive", "Group privacy officer", "Head of Privacy"] {
            assert_eq!(lists.deciding_posts.find(text), None, "{text}");
        }
        for text in ["your job title", "the titles of the books you order"] {
            assert_eq!(lists.forms_of_address.find(text), None, "{text}");
        }
    }
}
