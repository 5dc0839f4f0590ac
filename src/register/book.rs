//! The version on a single page as a book: its chapters with numbers, a page on how to read it, and
//! all activities at a glance. It is what leaves the building (Article 30(4)), so whoever reads it may
//! know neither the organisation nor the program.

use std::collections::{BTreeMap, BTreeSet};

use super::composer::Composer;
use super::desk::{Desk, applying};
use super::page;
use super::retention;
use super::subject::{Subject, parts};
use crate::document::{Block, Document, Text};
use crate::markdown;
use crate::record::Kind;
use crate::record::activity::Activity;
use crate::registry::{Entry, Id};

/// The points of Article 30(1) with the heading of the section of an activity that answers each.
const POINTS: [(&str, &str, &[&str]); 7] = [
    ("30(1)(a)", "register-guide-a", &["register-controllers"]),
    ("30(1)(b)", "register-guide-b", &["register-purposes"]),
    ("30(1)(c)", "register-guide-c", &["register-people", "register-data"]),
    ("30(1)(d)", "register-guide-d", &["register-recipients"]),
    ("30(1)(e)", "register-guide-e", &["register-transfers"]),
    ("30(1)(f)", "register-guide-f", &["register-time-limits"]),
    ("30(1)(g)", "register-guide-g", &["register-security"]),
];

/// A chapter of the single page: the records of a kind, or the overviews.
#[derive(Debug, Clone)]
pub struct Chapter {
    /// Its number, from 1.
    pub number: usize,
    /// Its anchor, that of the list of the kind.
    pub anchor: String,
    /// Its heading in plain words.
    pub title: String,
    /// The kind of its records; none for the overviews.
    pub kind: Option<Kind>,
    /// Its parts with their numbers: `2.14`.
    pub parts: Vec<(String, Subject)>,
}

/// The chapters of the single page, in their order.
pub fn chapters(desk: &Desk<'_>) -> Vec<Chapter> {
    let subjects = parts(desk);
    let chapters = subjects.chunk_by(|a, b| a.kind() == b.kind()).enumerate().map(|(at, subjects)| {
        let number = at + 1;
        let kind = subjects.first().and_then(|subject| subject.kind());
        let key = kind.map_or("page-overviews".to_owned(), |kind| format!("register-kinds-{}", kind.folder()));
        let numbered = subjects.iter().enumerate().map(|(at, subject)| (format!("{number}.{}", at + 1), *subject));
        Chapter {
            number,
            anchor: kind.map_or("overviews", Kind::folder).to_owned(),
            title: desk.strings.plain(&key),
            kind,
            parts: numbered.collect(),
        }
    });
    chapters.collect()
}

/// Which pages of the internal site stand on the single page: route and anchor.
pub fn places(desk: &Desk<'_>, chapters: &[Chapter]) -> BTreeMap<String, String> {
    let lists = chapters.iter().filter_map(|chapter| {
        let kind = chapter.kind?;
        Some((Subject::List(kind, 1).route(desk.registry), chapter.anchor.clone()))
    });
    let parts = chapters.iter().flat_map(|chapter| &chapter.parts);
    let parts = parts.map(|(_, subject)| (subject.route(desk.registry), page::anchor(desk, *subject)));
    lists.chain(parts).collect()
}

/// How to read the register: which section of an activity answers which point of Article 30, and what
/// the marks of the program mean.
pub fn guide(desk: &Desk<'_>, chapters: &[Chapter]) -> Document {
    let composer = Composer::single(desk, "guide");
    let chapter = |kind: Kind| chapters.iter().find(|chapter| chapter.kind == Some(kind));
    let mut lead = Vec::new();
    let to = |chapter: &Chapter| {
        let gaps = [("n", chapter.number.into()), ("title", (&chapter.title).into())];
        markdown::link(&composer.say("register-guide-chapter", &gaps), &format!("#{}", chapter.anchor))
    };
    if let Some(activities) = chapter(Kind::Activity) {
        lead.push(Block::paragraph(composer.say_one("register-guide-lead", "chapter", &to(activities))));
        let rows = POINTS.into_iter().map(|(point, asks, sections)| {
            let sections = composer.join(sections.iter().map(|key| composer.plain(key)));
            let point = composer.say_one("register-mark", "point", point);
            [point, composer.plain(asks), sections].into_iter().map(Text::from).collect()
        });
        let head = ["register-guide-point", "register-guide-asks", "register-guide-section"];
        lead.push(composer.table(&head, rows.collect(), "register-none"));
    }
    if let Some(clients) = chapter(Kind::ClientProcessing) {
        lead.push(Block::paragraph(composer.say_one("register-guide-clients", "chapter", &to(clients))));
    }
    let gap = composer.gap();
    lead.push(Block::list([
        composer.say_one("register-guide-gap", "gap", &gap),
        composer.plain("register-guide-stated"),
        composer.plain("register-guide-default"),
        composer.plain("register-guide-names"),
    ]));
    Document { title: composer.plain("register-guide").into(), lead, sections: Vec::new() }
}

/// Every activity with its number, who is responsible and its time limits.
pub fn glance(desk: &Desk<'_>, chapters: &[Chapter]) -> Document {
    let composer = Composer::single(desk, "glance");
    let activities = chapters.iter().filter(|chapter| chapter.kind == Some(Kind::Activity));
    let rows = activities.flat_map(|chapter| &chapter.parts).filter_map(|(number, subject)| match subject {
        Subject::Record(node) => Some((number, Id::<Activity>::at(node.index))),
        _ => None,
    });
    let rows = rows.map(|(number, id)| {
        let entry = &desk.registry.activities[id];
        let controllers = composer.join(entry.links.controllers.values.iter().map(|id| composer.link(*id)));
        let or_gap = |words: String| if words.is_empty() { composer.gap() } else { words };
        let cells = [number.clone(), composer.link(id), or_gap(controllers), or_gap(limits(&composer, entry))];
        cells.into_iter().map(Text::from).collect()
    });
    let head = ["register-glance-number", "register-activity", "register-controllers", "register-time-limits"];
    let table = composer.table(&head, rows.collect(), "register-activities-none");
    Document { title: composer.plain("register-glance").into(), lead: vec![table], sections: Vec::new() }
}

/// How long the data of an activity are kept, each time once. Many rules say the same time.
fn limits(composer: &Composer<'_>, entry: &Entry<Activity>) -> String {
    let of_rows = entry.links.data.iter().filter(|row| !row.retention.inherited);
    let of_rows = of_rows.flat_map(|row| row.retention.values.iter().copied());
    let mut seen = BTreeSet::new();
    let mut times = Vec::new();
    for id in applying(&entry.links).values.iter().copied().chain(of_rows) {
        let time = retention::time(composer, &composer.desk.registry.retention[id].record);
        if seen.insert(time.clone()) {
            times.push(time);
        }
    }
    composer.join(times)
}
