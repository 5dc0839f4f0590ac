//! The grid as JSON, for programs. `ropa schema coverage` prints its JSON Schema.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{Article, Coverage, Gap, GroupCoverage, Item, Place, Reason, Row, State, Status};
use crate::registry::{Id, Registry};
use crate::source::Sources;
use crate::strings::Strings;

/// What `ropa coverage --format json` prints. Fields may be added within a version.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Grid {
    /// Version of this format: `ropa-coverage/1`.
    pub schema: String,
    /// Version of the program.
    pub program: String,
    /// Date of the legal data it knows, `YYYY-MM-DD`.
    pub legal_data: String,
    /// How many items lack something that the law asks for, counted for each group.
    pub missing: usize,
    /// The notices.
    pub notices: Vec<NoticeGrid>,
}

/// One notice.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct NoticeGrid {
    /// Its id.
    pub notice: String,
    /// Its title.
    pub title: String,
    /// The groups it speaks to.
    pub groups: Vec<GroupGrid>,
}

/// One group of people.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct GroupGrid {
    /// Its id.
    pub group: String,
    /// Its name.
    pub name: String,
    /// How many items lack something that the law asks for.
    pub missing: usize,
    /// Every item, in order.
    pub items: Vec<ItemRow>,
}

/// One information item.
#[skip_serializing_none]
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ItemRow {
    /// Its name, such as `N10`.
    pub item: String,
    /// What it is.
    pub what: String,
    /// What it rests on.
    pub status: Status,
    /// For data from the person.
    pub article_13: Option<Cell>,
    /// For data from elsewhere.
    pub article_14: Option<Cell>,
}

/// An answer.
#[skip_serializing_none]
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Cell {
    /// What asks for the item: points of the Regulation, a judgment, a guideline.
    pub source: String,
    /// The answer.
    pub state: Answer,
    /// Where it is answered, from the top of the public site: `website.html#retention`. Absent where
    /// it is answered in the register.
    pub at: Option<String>,
    /// Why it is not due.
    pub reason: Option<Reason>,
    /// Why it is not due, or why no file can show it, in words.
    pub why: Option<String>,
    /// What is missing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<MissingFact>,
}

/// The answers there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// The notice says it.
    Met,
    /// It is due, and something is missing.
    Missing,
    /// The records give no cause to say it.
    NotDue,
    /// No file can show it.
    Untestable,
}

/// A fact that is missing.
#[skip_serializing_none]
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MissingFact {
    /// The record where it belongs: its kind and its id, `activities/newsletter`.
    pub record: String,
    /// The key to write, from the record.
    pub write: String,
    /// Path of the file, with `/`.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// The lint that looks for this fact by itself.
    pub lint: Option<String>,
}

/// What the grid is written from.
#[derive(Debug, Clone, Copy)]
pub struct Writer<'a> {
    /// The records.
    pub registry: &'a Registry,
    /// The files they come from.
    pub sources: &'a Sources,
    /// The words.
    pub strings: &'a Strings,
}

impl Writer<'_> {
    /// The grid of some notices.
    pub fn grid(&self, notices: &[Coverage]) -> Grid {
        Grid {
            schema: "ropa-coverage/1".to_owned(),
            program: env!("CARGO_PKG_VERSION").to_owned(),
            legal_data: crate::law::version().to_owned(),
            missing: notices.iter().map(Coverage::missing).sum(),
            notices: notices.iter().map(|one| self.notice(one)).collect(),
        }
    }

    fn notice(&self, coverage: &Coverage) -> NoticeGrid {
        let entry = &self.registry.notices[coverage.notice];
        let groups = coverage.groups.iter().map(|group| self.group(&entry.id, group));
        NoticeGrid { notice: entry.id.clone(), title: entry.name().to_owned(), groups: groups.collect() }
    }

    fn group(&self, notice: &str, coverage: &GroupCoverage) -> GroupGrid {
        let entry = &self.registry.subject_groups[coverage.group];
        let items = coverage.rows.iter().map(|row| self.row(notice, row));
        GroupGrid {
            group: entry.id.clone(),
            name: entry.name().to_owned(),
            missing: coverage.missing(),
            items: items.collect(),
        }
    }

    fn row(&self, notice: &str, row: &Row) -> ItemRow {
        let cell = |article: Article, state: &Option<State>| {
            Some(self.cell(notice, row.item, row.item.source(article)?, state.as_ref()?))
        };
        ItemRow {
            item: row.item.id.to_owned(),
            what: what(self.strings, row.item),
            status: row.item.status,
            article_13: cell(Article::Direct, &row.direct),
            article_14: cell(Article::Indirect, &row.indirect),
        }
    }

    fn cell(&self, notice: &str, item: &Item, source: &str, state: &State) -> Cell {
        let (answer, at, reason) = match state {
            State::Met(place) => (Answer::Met, address(self.registry, notice, *place), None),
            State::Missing(_) => (Answer::Missing, None, None),
            State::NotDue(reason) => (Answer::NotDue, None, Some(*reason)),
            State::Untestable => (Answer::Untestable, None, None),
        };
        let gaps = if let State::Missing(gaps) = state { gaps.as_slice() } else { &[] };
        Cell {
            source: source.to_owned(),
            state: answer,
            at,
            reason,
            why: why(self.strings, item, state),
            missing: gaps.iter().map(|gap| self.gap(gap)).collect(),
        }
    }

    fn gap(&self, gap: &Gap) -> MissingFact {
        let (line, _) = self.sources.get(gap.at.file).position(gap.at.start);
        MissingFact {
            record: self.registry.path_of(gap.record),
            write: gap.write.clone(),
            path: self.sources.shown_path(gap.at.file),
            line,
            lint: gap.lint.map(str::to_owned),
        }
    }
}

/// An item in words.
pub fn what(strings: &Strings, item: &Item) -> String {
    strings.plain(&format!("coverage-item-{}", item.id))
}

/// Why an item is not due, or why no file can show it.
pub fn why(strings: &Strings, item: &Item, state: &State) -> Option<String> {
    match state {
        State::Met(_) | State::Missing(_) => None,
        State::NotDue(reason) => Some(strings.plain(&format!("coverage-reason-{}", crate::decode::word(reason)))),
        State::Untestable => Some(strings.plain(&format!("coverage-why-{}", item.id))),
    }
}

/// Where an answer stands, from the top of the public site.
pub fn address(registry: &Registry, notice: &str, place: Place) -> Option<String> {
    let other = |id: Id<crate::record::notice::Notice>| registry.notices[id].id.as_str();
    match place {
        Place::Section(section) => Some(format!("{notice}.html#{}", section.name())),
        Place::Elsewhere(id, section) => Some(format!("{}.html#{}", other(id), section.name())),
        Place::Top => Some(format!("{notice}.html")),
        Place::Register => None,
    }
}

/// The JSON Schema of a [`Grid`].
pub fn schema() -> serde_json::Value {
    schemars::schema_for!(Grid).to_value()
}
