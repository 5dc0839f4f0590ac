//! The register as a whole: its cover.

use super::clerk::{Clerk, distinct, text};
use super::controller::{dpo, representative};
use super::open::people;
use super::{facts, row};
use crate::export::workbook::Cell;
use crate::law;
use crate::record::profile::Audience;
use crate::registry::Extract;

facts! { Audience::Internal, row::everything;
    "register.title", "", "Name of the register." => |clerk, registry| match text(&registry.settings.title) {
        Cell::Empty => Cell::text(clerk.word("register-title")),
        title => title,
    };
    "register.as-of", "", "Day on which the register was judged and exported." => |clerk, _registry| Cell::Date(clerk.desk.as_of);
    "register.extract", "", "What was asked for, or that this is the whole register." => |clerk, registry| match &registry.extract {
        Some(extract) => Cell::list(extract_lines(clerk, extract)),
        None => Cell::text(clerk.word("export-whole")),
    };
    "register.language", "", "Language of the records, as its tag." => |_clerk, registry| text(&registry.settings.language);
    "register.program", "", "The program with its version, the version of its legal data, and the commit if the records are of an earlier day." => |clerk, _registry| {
        let mut gaps = vec![("version", env!("CARGO_PKG_VERSION").into()), ("law", law::version().into())];
        Cell::text(match clerk.desk.sources.short_commit() {
            Some(commit) => {
                gaps.push(("commit", commit.into()));
                clerk.say("register-cover-version-commit", &gaps)
            }
            None => clerk.say("register-cover-version", &gaps),
        })
    };
    "register.controllers", "30(1)(a)", "Name and contact details of each controller." => |clerk, registry| {
        Cell::list(registry.controllers.iter().map(|(_, entry)| people::controller(clerk, &entry.record)))
    };
    "register.dpo", "30(1)(a)", "The data protection officer of each controller, or why there is none." => |clerk, registry| {
        Cell::list(distinct(registry.controllers.iter().map(|(_, entry)| dpo(clerk, &entry.record))))
    };
    "register.representatives", "30(1)(a)", "The representative in the Union of each controller, or why there is none." => |clerk, registry| {
        Cell::list(distinct(registry.controllers.iter().map(|(_, entry)| representative(clerk, &entry.record))))
    };
    "register.activities", "30(1)", "Number of activities." => |_clerk, registry| count(registry.activities.len());
    "register.client-processing", "30(2)", "Number of kinds of processing done for others." => |_clerk, registry| count(registry.client_processing.len());
    "register.first-started", "", "Day on which the first of the activities began." => |_clerk, registry| {
        let days = registry.activities.iter().filter_map(|(_, entry)| entry.record.started.internal().copied());
        days.min().map_or(Cell::Empty, |day| Cell::Date(day.0))
    };
    "register.last-changed", "", "Day on which an activity last changed in substance." => |_clerk, registry| last_changed(registry);
}

fn extract_lines(clerk: &Clerk<'_>, extract: &Extract) -> Vec<String> {
    let named = |key: &str, gap: &str, words: &str| clerk.say(key, &[(gap, words.into())]);
    let controller = extract.controller.as_ref().map(|name| named("register-extract-controller", "name", name));
    let client = extract.client.as_ref().map(|name| named("register-extract-client", "name", name));
    let names = clerk.join(extract.activities.iter().cloned());
    let activities = (!names.is_empty()).then(|| named("register-extract-activities", "names", &names));
    controller.into_iter().chain(client).chain(activities).collect()
}

fn count(number: usize) -> Cell {
    Cell::Number(u64::try_from(number).unwrap_or(u64::MAX))
}

fn last_changed(registry: &crate::registry::Registry) -> Cell {
    let days = registry.activities.iter().filter_map(|(_, entry)| entry.record.changed.internal().copied());
    days.max().map_or(Cell::Empty, |day| Cell::Date(day.0))
}
