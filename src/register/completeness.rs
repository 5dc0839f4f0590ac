//! How much of what a record of an activity is asked to hold is written: the points of Article 30(1),
//! and what the register itself needs besides.
//!
//! This counts what is there. Whether it is true, and whether it is enough, no program can tell. What
//! is missing here is, with few exceptions, also a finding of a lint, which says where to write it.

use super::disclosures;
use super::retention;
use super::transfer;
use super::transfers;
use crate::decode::Country;
use crate::record::Kind;
use crate::record::activity::Activity;
use crate::record::controller::Controller;
use crate::registry::{Entry, Id, Node, Registry};
use crate::strings::Strings;

/// Something that the record of an activity is asked to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Point {
    /// A controller with contact details.
    Controller,
    /// Purposes, each in words.
    Purposes,
    /// Categories of people.
    People,
    /// Categories of data in each row, each of somebody.
    Data,
    /// Recipients in each disclosure, or that there are none.
    Recipients,
    /// The third countries that data go to, where they do.
    Transfers,
    /// A time limit for all the data.
    TimeLimits,
    /// Security measures.
    Security,
    /// A legal basis for each purpose.
    LegalBases,
    /// Where the data of each row come from.
    Sources,
    /// Whether there are profiles and decisions by machine alone.
    Automation,
    /// Whether an impact assessment is needed.
    Assessment,
    /// Who answers for the activity.
    Owner,
    /// When the record is checked.
    Review,
}

/// What a record says about a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answer {
    /// It is written.
    Written,
    /// It is asked for, and something of it is not written.
    Missing,
    /// The records give no cause for it.
    NotDue,
}

/// What the record of an activity holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Completeness {
    /// The activity.
    pub activity: Id<Activity>,
    answers: [Answer; Point::ALL.len()],
}

impl Point {
    /// All of them: those of Article 30(1) in its order, then the others.
    pub const ALL: [Point; 14] = [
        Point::Controller,
        Point::Purposes,
        Point::People,
        Point::Data,
        Point::Recipients,
        Point::Transfers,
        Point::TimeLimits,
        Point::Security,
        Point::LegalBases,
        Point::Sources,
        Point::Automation,
        Point::Assessment,
        Point::Owner,
        Point::Review,
    ];

    /// What asks for it. Nothing asks in so many words for an owner and for dates of review: Article
    /// 24(1) asks for organisational measures that are reviewed and updated where necessary.
    pub fn article(self) -> &'static str {
        match self {
            Point::Controller => "30(1)(a)",
            Point::Purposes => "30(1)(b)",
            Point::People | Point::Data => "30(1)(c)",
            Point::Recipients => "30(1)(d)",
            Point::Transfers => "30(1)(e)",
            Point::TimeLimits => "30(1)(f)",
            Point::Security => "30(1)(g)",
            Point::LegalBases => "6(1)",
            Point::Sources => "14(2)(f)",
            Point::Automation => "13(2)(f)",
            Point::Assessment => "35(1)",
            Point::Owner | Point::Review => "24(1)",
        }
    }

    /// Its name, which messages are called after: `completeness-point-time-limits`.
    pub fn name(self) -> &'static str {
        match self {
            Point::Controller => "controller",
            Point::Purposes => "purposes",
            Point::People => "people",
            Point::Data => "data",
            Point::Recipients => "recipients",
            Point::Transfers => "transfers",
            Point::TimeLimits => "time-limits",
            Point::Security => "security",
            Point::LegalBases => "legal-bases",
            Point::Sources => "sources",
            Point::Automation => "automation",
            Point::Assessment => "assessment",
            Point::Owner => "owner",
            Point::Review => "review",
        }
    }
}

impl Completeness {
    /// Looks at the record of an activity and at those that it names.
    pub fn of(registry: &Registry, activity: Id<Activity>) -> Completeness {
        let entry = &registry.activities[activity];
        Completeness { activity, answers: Point::ALL.map(|point| answer(registry, entry, point)) }
    }

    /// The points with what the record says about each, in the order of [`Point::ALL`].
    pub fn answers(&self) -> impl Iterator<Item = (Point, Answer)> {
        Point::ALL.into_iter().zip(self.answers)
    }

    /// The points that are asked for and not written.
    pub fn missing(&self) -> impl Iterator<Item = Point> {
        self.answers().filter(|(_, answer)| *answer == Answer::Missing).map(|(point, _)| point)
    }

    /// How many of the points that are asked for are written, and how many are asked for.
    pub fn written(&self) -> (usize, usize) {
        let count = |wanted: Answer| self.answers.iter().filter(|answer| **answer == wanted).count();
        let written = count(Answer::Written);
        (written, written + count(Answer::Missing))
    }
}

/// A point in words: "purposes".
pub fn words(strings: &Strings, point: Point) -> String {
    strings.plain(&format!("completeness-point-{}", point.name()))
}

fn answer(registry: &Registry, entry: &Entry<Activity>, point: Point) -> Answer {
    let (record, links) = (&entry.record, &entry.links);
    let anonymous = |row: &crate::registry::DataLinks| registry.is_anonymous(&row.categories);
    let is_written = match point {
        Point::Controller => {
            let named = &links.controllers.values;
            !named.is_empty() && named.iter().all(|id| is_reachable(&registry.controllers[*id].record))
        }
        Point::Purposes => {
            !record.purposes.is_empty() && record.purposes.iter().all(|row| !row.value.title.is_absent())
        }
        Point::People => {
            let rows = links.data.iter().map(|row| &row.subject_groups);
            let rows = rows.chain(links.purposes.iter().map(|row| &row.subject_groups));
            let mut rows = rows.chain(links.disclosures.iter().map(|row| &row.subject_groups));
            !links.subject_groups.is_empty() || rows.any(|groups| !groups.is_empty())
        }
        Point::Data => !links.data.is_empty() && links.data.iter().all(|row| !row.categories.is_empty()),
        Point::Recipients => {
            let none = !record.no_disclosures.is_absent();
            let named = || links.disclosures.iter().all(|row| !row.recipients.is_empty());
            if links.disclosures.is_empty() { none } else { named() }
        }
        Point::Transfers => return transfers_said(registry, entry),
        Point::TimeLimits => {
            let rule = |id: &_| retention::sets_time(&registry.retention[*id].record);
            let limited = |ids: &[_]| !ids.is_empty() && ids.iter().all(rule);
            match links.data.as_slice() {
                [] => limited(&links.retention.values),
                rows => rows.iter().all(|row| limited(&row.retention.values) || anonymous(row)),
            }
        }
        Point::Security => !links.security.values.is_empty(),
        Point::LegalBases => {
            let mut purposes = links.purposes.iter().enumerate();
            let based = purposes.all(|(at, row)| !row.legal_bases.is_empty() || !registry.needs_basis(entry, at));
            !links.purposes.is_empty() && based
        }
        Point::Sources => {
            !links.data.is_empty() && links.data.iter().all(|row| !row.sources.is_empty() || anonymous(row))
        }
        Point::Automation => {
            record.profiling.get().is_some_and(|one| !one.used.is_absent())
                && record.automated_decisions.get().is_some_and(|one| !one.used.is_absent())
        }
        Point::Assessment => record.dpia.internal().get().is_some_and(|dpia| !dpia.needed.is_absent()),
        Point::Owner => {
            let defaults = registry.settings.activity_defaults.get();
            !record.owner.internal().is_absent() || defaults.is_some_and(|defaults| !defaults.owner.is_absent())
        }
        Point::Review => !record.reviewed.internal().is_absent() || !record.next_review.internal().is_absent(),
    };
    if is_written { Answer::Written } else { Answer::Missing }
}

/// Whether there is an address, a telephone number, an e-mail address or a page.
fn is_reachable(record: &Controller) -> bool {
    let contact = record.contacts.iter().map(|row| &row.value);
    record.address.get().is_some_and(|address| !address.lines.is_empty())
        || !record.phone.is_absent()
        || !record.email.is_absent()
        || contact.into_iter().any(|one| !one.phone.is_absent() || !one.email.is_absent() || !one.url.is_absent())
}

/// Where data go outside the EEA, the countries of all transfers are named. Where nothing shows that
/// they do, nothing is asked for: Article 30(1)(e) says "where applicable".
fn transfers_said(registry: &Registry, entry: &Entry<Activity>) -> Answer {
    let mut is_said = false;
    for node in disclosures::reached(registry, entry) {
        let Some(transfers) = transfers::of(registry, node) else { continue };
        let outside = countries(registry, node).any(|country| !country.0.country().in_eea());
        let denied = disclosures::none(registry, node).is_some_and(|none| !none.is_absent());
        let has_place = |one: &crate::record::transfer::Transfer| {
            !one.countries.is_empty() || !one.organisation.is_absent() || !one.destination.is_absent()
        };
        if (outside && transfers.is_empty() && !denied) || !transfer::each(transfers).all(has_place) {
            return Answer::Missing;
        }
        is_said |= denied || !transfers.is_empty();
    }
    if is_said { Answer::Written } else { Answer::NotDue }
}

/// Where a party is and where it keeps data.
fn countries(registry: &Registry, node: Node) -> impl Iterator<Item = &Country> {
    let (seat, places) = match node.kind {
        Kind::Processor => {
            let record = &registry.processors[Id::at(node.index)].record;
            (record.country.get(), Some(&record.locations))
        }
        Kind::Recipient => (None, Some(&registry.recipients[Id::at(node.index)].record.countries)),
        _ => (None, None),
    };
    seat.into_iter().chain(places.into_iter().flat_map(|places| places.iter()))
}

#[cfg(test)]
mod tests {
    use super::{Answer, Completeness, Point};
    use crate::load::Loaded;
    use crate::reading::Reading;
    use crate::registry::{Id, Registry};

    fn registry(files: &[(&str, &str)]) -> Registry {
        let mut loaded = Loaded::default();
        for (path, text) in files {
            loaded.add(path, (*text).to_owned());
        }
        Reading::of_loaded(loaded).registry
    }

    fn missing(registry: &Registry) -> Vec<Point> {
        Completeness::of(registry, Id::at(0)).missing().collect()
    }

    #[test]
    fn an_empty_record_lacks_everything_but_transfers() {
        let empty = registry(&[("activities/orders.toml", "title = \"Orders\"\n")]);
        let all_but_transfers: Vec<Point> = Point::ALL.into_iter().filter(|one| *one != Point::Transfers).collect();
        assert_eq!(missing(&empty), all_but_transfers);
        let found = Completeness::of(&empty, Id::at(0));
        assert_eq!(found.written(), (0, 13));
    }

    #[test]
    fn a_recipient_outside_the_eea_asks_for_transfers() {
        let with = |recipient: &str| {
            let activity = "title = \"Orders\"\n[disclosures.card]\nrecipients = [\"bank\"]\n";
            let recipient = format!("[bank]\nname = \"Bank\"\n{recipient}");
            let read = registry(&[("activities/orders.toml", activity), ("recipients.toml", &recipient)]);
            let answers: Vec<_> = Completeness::of(&read, Id::at(0)).answers().collect();
            answers.into_iter().find(|(point, _)| *point == Point::Transfers).map(|(_, answer)| answer)
        };
        assert_eq!(with("countries = [\"FI\"]\n"), Some(Answer::NotDue));
        assert_eq!(with("countries = [\"US\"]\n"), Some(Answer::Missing));
        assert_eq!(with("countries = [\"US\"]\n[bank.transfers.us]\ncountries = [\"US\"]\n"), Some(Answer::Written));
        assert_eq!(with("[bank.transfers.some]\nwhen = \"sometimes\"\n"), Some(Answer::Missing));
        assert_eq!(with("no-transfers = \"It stays here.\"\n"), Some(Answer::Written));
    }
}
