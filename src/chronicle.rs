//! The history of a registry, read commit by commit: what each changed, and what stood there month by month.
//!
//! Two states are compared at a time, the older with the newer, so that no more than two are in memory. Blobs
//! are read once; states that cannot be read are said to be so, and the next one is compared with the last that
//! could.

mod calendar;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;

use crate::change::report::{self, Report};
use crate::change::words::Teller;
use crate::change::{Difference, compare};
use crate::history::{Commit, HistoryError, Logged, Repository, Store};
use crate::lint::levels::Overrides;
use crate::load::Loaded;
use crate::reading::Reading;
use crate::record::Kind;
use crate::register::{Chronicle, Entry, Remark, Told, What};
use crate::strings::Strings;

use calendar::Calendar;

/// What is asked of a history.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The last commit; none for that of the work tree.
    pub tip: Option<&'a Commit>,
    /// How many commits are read at most.
    pub most: usize,
    /// Whether those who wrote them are named.
    pub names_authors: bool,
    /// The day of the register.
    pub as_of: NaiveDate,
    /// Levels of lints that win over those of the registry.
    pub overrides: &'a Overrides,
    /// What messages call the registry.
    pub shown_as: &'a str,
    /// The words.
    pub strings: &'a Strings,
}

/// Reads the history of a registry. Why there is none is part of what it says, and never a failure.
pub fn read(repository: Result<Repository, HistoryError>, asked: &Asked<'_>) -> Chronicle {
    match repository.and_then(|repository| walk(&repository, asked)) {
        Ok(chronicle) => chronicle,
        Err(why) => Chronicle::unknown(match why {
            HistoryError::NoGit(_) => Remark::NoGit,
            HistoryError::NoRepository(_) => Remark::NoRepository,
            HistoryError::NoCommit => Remark::NoCommit,
            other => Remark::Unreadable(other.to_string()),
        }),
    }
}

/// Where the walk has come to.
struct Walk<'a> {
    asked: &'a Asked<'a>,
    /// The last state that could be read.
    state: Option<Reading>,
    /// The oldest first.
    entries: Vec<Entry>,
    calendar: Calendar<'a>,
}

fn walk(repository: &Repository, asked: &Asked<'_>) -> Result<Chronicle, HistoryError> {
    let log = repository.log(asked.tip, asked.most)?;
    let mut store = Store::default();
    let mut read = |commit: &Commit| {
        let snapshot = repository.snapshot(commit, asked.shown_as, &mut store)?;
        Ok::<_, HistoryError>(snapshot.map(|snapshot| Reading::of_loaded(snapshot.loaded)))
    };
    let (state, begins) = match log.before.as_ref().map(&mut read) {
        Some(Ok(Some(state))) => (Some(state), false),
        Some(Ok(None)) => (None, true),
        // Nothing is known of it, so nothing is told of what the next one changed.
        Some(Err(_)) => (None, false),
        None => (None, !log.is_cut),
    };
    let remark = if log.is_cut { Some(Remark::Shallow) } else { (!begins).then_some(Remark::More) };
    let first = log.commits.last().and_then(|logged| logged.commit.day());
    let mut walk = Walk { asked, state, entries: Vec::new(), calendar: Calendar::new(asked, first) };
    for (at, logged) in log.commits.iter().enumerate().rev() {
        let day = logged.commit.day();
        walk.calendar.before(day, walk.state.as_ref());
        match read(&logged.commit) {
            Ok(found) => walk.step(logged, found, begins, at == 0),
            Err(why) => walk.tell(logged, Vec::new(), What::Unreadable(why.to_string())),
        }
    }
    walk.calendar.end(walk.state.as_ref());
    walk.entries.reverse();
    let mut chronicle = Chronicle::new(walk.entries);
    chronicle.remarks.extend(remark);
    chronicle.read = log.commits.len();
    chronicle.names_authors = asked.names_authors;
    chronicle.months = walk.calendar.months;
    Ok(chronicle)
}

impl Walk<'_> {
    /// Goes on to the state of the next commit.
    fn step(&mut self, logged: &Logged, found: Option<Reading>, begins: bool, is_last: bool) {
        let Some(before) = &self.state else {
            // Before the registry began there is nothing to tell, and of what a clone lacks nothing is known.
            if let Some(reading) = found {
                if begins {
                    self.tell(logged, Vec::new(), What::Began(reading.registry.activities.len()));
                }
                self.state = Some(reading);
            }
            return;
        };
        // A registry that was deleted: everything is gone.
        let after = found.unwrap_or_else(|| Reading::of_loaded(Loaded::default()));
        let difference = compare(before, &after);
        let known: BTreeSet<&str> =
            difference.unread.iter().filter(|one| one.before && one.is_whole).map(|one| one.path.as_str()).collect();
        let unread: Vec<String> = difference
            .unread
            .iter()
            .filter(|one| one.is_whole && !one.before && !known.contains(one.path.as_str()))
            .map(|one| one.path.clone())
            .collect();
        if !unread.is_empty() && !is_last {
            // What it changed is told with the next state that can be read, so that nothing is lost.
            self.tell(logged, unread, What::Changed(Vec::new()));
            return;
        }
        let told = told(&difference, &Teller::new(&before.registry, &after.registry, self.asked.strings));
        self.rename(&difference);
        if !told.is_empty() || !unread.is_empty() {
            self.tell(logged, unread, What::Changed(told));
        }
        self.state = Some(after);
    }

    fn tell(&mut self, logged: &Logged, unread: Vec<String>, what: What) {
        self.entries.push(Entry { logged: logged.clone(), unread, what });
    }

    /// What was told of an activity goes on under its new id.
    fn rename(&mut self, difference: &Difference) {
        let renamed = difference.renamed.iter().filter(|one| one.kind == Kind::Activity);
        let renamed: BTreeMap<&str, &str> = renamed.map(|one| (one.from.as_str(), one.to.as_str())).collect();
        if renamed.is_empty() {
            return;
        }
        for entry in &mut self.entries {
            let What::Changed(told) = &mut entry.what else { continue };
            for told in told {
                let now = told.activities.iter().map(|id| renamed.get(id.as_str()).copied().unwrap_or(id).to_owned());
                told.activities = now.collect();
            }
        }
    }
}

/// The changes in words, those of the same activities together.
fn told(difference: &Difference, teller: &Teller<'_>) -> Vec<Told> {
    let report = Report::new(difference, teller, ("", ""), Vec::new());
    let mut all: Vec<Told> = Vec::new();
    let mut places: HashMap<(String, BTreeSet<String>), usize> = HashMap::new();
    for one in report.public.iter().chain(&report.internal).map(of_block) {
        // The same activities have a part that notices tell and one that only the register says.
        let place = *places.entry((one.heading.clone(), one.activities.clone())).or_insert(all.len());
        match all.get_mut(place) {
            Some(other) => other.lines.extend(one.lines),
            None => all.push(one),
        }
    }
    all
}

fn of_block(block: &report::Block<'_>) -> Told {
    let touches = block.lines.iter().flat_map(|line| &line.change.touches);
    Told {
        heading: block.heading.clone(),
        activities: touches.map(|touch| touch.activity.clone()).collect(),
        lines: block.lines.iter().map(|line| line.said.clone()).collect(),
    }
}
