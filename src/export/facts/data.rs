//! Rows of data: which data of whom, from where, to whom, for how long; Article 30(1)(c), (d) and (f).

use super::activity::{data_source, nobody};
use super::clerk::{Clerk, distinct, phrase, phrases, prose};
use super::row::OfData;
use super::{activity_more, facts, party, retention, row};
use crate::export::workbook::Cell;
use crate::record::activity::Purpose;
use crate::record::profile::Audience;
use crate::registry::{Entry, Party};

facts! { Audience::Internal, row::data;
    "data.key", "", "Key of the row in the activity." => |_clerk, one| Cell::text(one.key);
    "data.category", "30(1)(c)", "Name of the category of data." => |clerk, one| clerk.names(one.category);
    "data.groups", "30(1)(c)", "The people whose data they are." => |clerk, one| clerk.names(one.groups.iter().copied());
    "data.sources", "14(2)(f)", "Where the data come from." => |clerk, one| {
        Cell::list(one.links.sources.iter().map(|source| data_source(clerk, *source)))
    };
    "data.main-source", "14(2)(f)", "Where most of them come from." => |clerk, one| {
        one.links.main_source.map_or(Cell::Empty, |source| Cell::text(data_source(clerk, source)))
    };
    "data.given-when", "", "When people give them." => |_clerk, one| phrases(&one.data.given_when);
    "data.observed-when", "", "When they are observed." => |_clerk, one| phrases(&one.data.observed_when);
    "data.purposes", "30(1)(b)", "The purposes they serve; all of the activity where the row names none." => |clerk, one| {
        Cell::list(purposes(one.activity, &one.links.purposes).map(|purpose| super::open::text::purpose(clerk, purpose)))
    };
    "data.legal-bases", "6(1)", "The legal bases where they differ from those of the purposes." => |clerk, one| {
        Cell::list(one.links.legal_bases.iter().map(|id| super::legal_basis::line(clerk, *id)))
    };
    "data.recipients", "30(1)(d)", "Who receives this category about these people, or that nobody does." => |clerk, one| {
        let lines = receiving(&one).into_iter().map(|party| party::line(clerk, party));
        Cell::list(lines.chain([nobody(clerk, one.activity)]))
    };
    "data.retention", "30(1)(f)", "Its time limits in full; those of the activity where the row names none." => |clerk, one| {
        Cell::list(one.links.retention.values.iter().map(|id| retention::line(clerk, *id)))
    };
    "data.times", "30(1)(f)", "How long alone." => |clerk, one| {
        let rules = one.links.retention.values.iter();
        Cell::list(rules.map(|id| super::open::text::time(clerk, &clerk.desk.registry.retention[*id].record)))
    };
    "data.required", "13(2)(e)", "Whether and why people must give them." => |clerk, one| clerk.option("required", &one.data.required);
    "data.if-refused", "13(2)(e)", "What follows if they are not given." => |_clerk, one| phrase(&one.data.if_refused);
    "data.condition", "", "When they are processed at all." => |_clerk, one| phrase(&one.data.condition);
    "data.depends-on", "", "What decides which of them are processed." => |_clerk, one| phrase(&one.data.depends_on);
    "data.combined-with", "", "What they are combined with." => |_clerk, one| phrases(&one.data.combined_with);
    "data.notice-exemption", "14(5)", "What keeps the row out of notices: article and reason." => |clerk, one| {
        let exemption = one.data.notice_exemption.internal().get();
        exemption.map_or(Cell::Empty, |exemption| Cell::text(activity_more::exemption(clerk, exemption)))
    };
    "data.note", "", "Notes." => |_clerk, one| prose(one.data.note.internal());
}

/// Purposes by their places; all where none is named.
pub(super) fn purposes<'a>(
    entry: &'a Entry<crate::record::activity::Activity>,
    named: &'a [usize],
) -> impl Iterator<Item = &'a Purpose> {
    let rows = entry.record.purposes.iter().enumerate();
    rows.filter(|(at, _)| named.is_empty() || named.contains(at)).map(|(_, row)| &row.value)
}

/// Who receives a category about some of these people. A disclosure that names no categories is one of
/// all data.
fn receiving(one: &OfData<'_>) -> Vec<Party> {
    let takes = |links: &&crate::registry::DisclosureLinks| {
        let data = links.categories.is_empty() || one.category.is_none_or(|id| links.categories.contains(&id));
        let named = links.subject_groups.is_empty() || one.groups.is_empty();
        data && (named || links.subject_groups.iter().any(|group| one.groups.contains(group)))
    };
    distinct(one.activity.links.disclosures.iter().filter(takes).flat_map(|links| &links.recipients).copied())
}

/// Whether the category of a row is special or on offences.
pub(in crate::export) fn is_special(clerk: &Clerk<'_>, row: &row::Row) -> bool {
    row::category(clerk, row).is_some_and(|entry| !activity_more::category_marks(clerk, &entry.record).is_empty())
}
