//! Rules on time, Article 30(1)(f).

use super::clerk::{Clerk, phrase, phrases, prose, text};
use super::open::text as said;
use super::{common, facts, row};
use crate::export::workbook::Cell;
use crate::record::profile::Audience;
use crate::record::retention::Retention;
use crate::registry::{Id, Registry};

facts! { Audience::Internal, row::retention;
    "retention.title", "", "What the register calls the rule." => |_clerk, entry| Cell::text(entry.name());
    "retention.rule", "30(1)(f)", "The rule in full." => |clerk, entry| Cell::text(said::rule(clerk, entry));
    "retention.time", "30(1)(f)", "How long: while something lasts, a period, criteria, a limit." => |clerk, entry| Cell::text(said::time(clerk, &entry.record));
    "retention.period", "30(1)(f)", "The period alone." => |clerk, entry| {
        entry.record.period.copied().map_or(Cell::Empty, |period| Cell::text(clerk.desk.strings.period(period)))
    };
    "retention.from", "30(1)(f)", "The event the period runs from." => |_clerk, entry| phrase(&entry.record.from);
    "retention.while", "30(1)(f)", "What the data are kept while." => |_clerk, entry| phrase(&entry.record.r#while);
    "retention.afterwards", "30(1)(f)", "What they are kept for after that." => |_clerk, entry| phrases(&entry.record.afterwards);
    "retention.criteria", "30(1)(f)", "What the time depends on." => |_clerk, entry| phrases(&entry.record.criteria);
    "retention.longer-if", "30(1)(f)", "What keeps data longer." => |_clerk, entry| phrases(&entry.record.longer_if);
    "retention.sooner-if", "30(1)(f)", "What ends it sooner." => |_clerk, entry| phrases(&entry.record.sooner_if);
    "retention.limit", "5(1)(e)", "The limit that always holds." => |_clerk, entry| phrase(&entry.record.limit);
    "retention.typically", "", "Whether it holds typically, or always." => |clerk, entry| clerk.flag(&entry.record.typically);
    "retention.legal-bases", "", "The legal bases it holds for." => |clerk, entry| {
        Cell::list(entry.links.legal_bases.iter().map(|id| super::legal_basis::line(clerk, *id)))
    };
    "retention.then", "30(1)(f)", "What happens at the end, and how." => |clerk, entry| Cell::text(said::then(clerk, &entry.record));
    "retention.review", "5(1)(e)", "The regular review." => |_clerk, entry| phrase(&entry.record.review);
    "retention.own-control", "", "What people can do themselves." => |_clerk, entry| phrase(&entry.record.own_control);
    "retention.laws", "6(3)", "The laws that fix the time." => |clerk, entry| Cell::text(said::laws(clerk, entry.record.laws.iter()));
    "retention.reason", "", "Why this time and not less." => |_clerk, entry| phrase(&entry.record.reason);
    "retention.procedure", "", "How and by whom deletion is done." => |_clerk, entry| prose(entry.record.procedure.internal());
    "retention.owner", "", "Who answers for deletion." => |_clerk, entry| text(entry.record.owner.internal());
    "retention.categories", "30(1)(f)", "The categories of data it is for." => |clerk, entry| {
        let id = clerk.desk.registry.retention.find(&entry.id);
        clerk.users(id.map(|id| clerk.desk.governed_by(id).0).unwrap_or_default().iter().copied())
    };
    "retention.activities", "30(1)(f)", "The activities it is for, by default too." => |clerk, entry| {
        let id = clerk.desk.registry.retention.find(&entry.id);
        clerk.users(id.map(|id| clerk.desk.governed_by(id).1).unwrap_or_default().iter().copied())
    };
    "retention.id", "", "Id of the record." => |_clerk, entry| Cell::text(entry.id.clone());
    "retention.place", "", "File and line of the record." => |clerk, entry| common::place(clerk, entry);
    "retention.note", "", "Notes." => |_clerk, entry| common::note(&entry.record.note);
    "retention.changed", "", "Day the record last changed in substance." => |_clerk, entry| common::changed(&entry.record.changed);
    "retention.waivers", "", "Findings accepted for a while." => |clerk, entry| common::waivers(clerk, entry.record.waivers.internal());
}

/// A rule with its title.
pub(super) fn line(clerk: &Clerk<'_>, id: Id<Retention>) -> String {
    let registry: &Registry = clerk.desk.registry;
    let entry = &registry.retention[id];
    let rule = said::rule(clerk, entry);
    if rule.is_empty() { entry.name().to_owned() } else { clerk.about(entry.name(), &rule) }
}
