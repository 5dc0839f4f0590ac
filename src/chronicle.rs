//! The history of a registry, read commit by commit: what each changed, and what stood there month by month.
//!
//! Two states are compared at a time, the older with the newer, so that no more than two are in memory. Blobs
//! are read once. Where a state has files that cannot be read, what the others say is compared all the same, and
//! the files count as they last could be read; a state of which nothing can be read is said to be so, and the next
//! one is compared with the last that could.

mod calendar;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::change::report::{self, Report};
use crate::change::words::Teller;
use crate::change::{Difference, Unread, compare};
use crate::history::{Commit, HistoryError, Logged, Repository, Store};
use crate::lint::levels::Overrides;
use crate::load::{Loaded, Read, Role, role_of};
use crate::reading::Reading;
use crate::record::Kind;
use crate::register::{Chronicle, Entry, Remark, Told, What};
use crate::source::Sources;
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
    /// The last state that could be read, with files that could not be read as they last could.
    state: Option<Reading>,
    /// The texts of files that could not be read, by path, so that each is told once.
    broken: BTreeMap<String, String>,
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
    let mut walk =
        Walk { asked, state, broken: BTreeMap::new(), entries: Vec::new(), calendar: Calendar::new(asked, first) };
    for logged in log.commits.iter().rev() {
        let day = logged.commit.day();
        walk.calendar.before(day, walk.state.as_ref());
        match read(&logged.commit) {
            Ok(found) => walk.step(logged, found, begins),
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
    fn step(&mut self, logged: &Logged, found: Option<Reading>, begins: bool) {
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
        let (known, unread): (Vec<&Unread>, Vec<&Unread>) =
            difference.unread.iter().filter(|one| one.is_whole).partition(|one| one.before);
        let unread: BTreeSet<&str> = unread.into_iter().map(|one| one.path.as_str()).collect();
        let text = |path: &str| after.sources.iter().find(|(_, source)| source.path == path).map(|(_, one)| &one.text);
        let broken: BTreeMap<String, String> =
            unread.iter().map(|path| ((*path).to_owned(), text(path).cloned().unwrap_or_default())).collect();
        let is_new = |path: &&str| {
            let is_known = known.iter().any(|one| one.path == **path);
            !is_known && self.broken.get(*path) != broken.get(*path)
        };
        let new: Vec<String> = unread.iter().copied().filter(|path| is_new(path)).map(str::to_owned).collect();
        let told = told(&difference, &Teller::new(&before.registry, &after.registry, self.asked.strings));
        let state = if unread.is_empty() { after } else { as_last_read(&unread, before, &after) };
        self.rename(&difference);
        if !told.is_empty() || !new.is_empty() {
            self.tell(logged, new, What::Changed(told));
        }
        self.broken = broken;
        self.state = Some(state);
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

/// A state with its unreadable files as the state before had them, wherever they stood: what they say is compared
/// when it can be read again. A file that was not there before is left out.
fn as_last_read(unread: &BTreeSet<&str>, before: &Reading, after: &Reading) -> Reading {
    let mut files = BTreeMap::new();
    for (id, source) in after.sources.iter().filter(|(_, source)| !unread.contains(source.path.as_str())) {
        files.insert(source.path.as_str(), after.sources.held(id));
    }
    let roles: Vec<Role> = unread.iter().filter_map(|path| role_of(path)).collect();
    for (id, source) in before.sources.iter() {
        let is_meant =
            unread.contains(source.path.as_str()) || role_of(&source.path).is_some_and(|role| roles.contains(&role));
        if is_meant {
            files.entry(source.path.as_str()).or_insert_with(|| before.sources.held(id));
        }
    }
    let mut loaded = Loaded { sources: Sources::new(&after.sources.root), ..Loaded::default() };
    for (path, source) in files {
        loaded.put(path, &Read::Text(Arc::clone(source)));
    }
    Reading::of_loaded(loaded)
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
