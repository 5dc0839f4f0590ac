//! Changes as JSON, for programs. `ropa schema diff` prints its JSON Schema.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_with::skip_serializing_none;

use crate::change::duty::{self, Duties, Time};
use crate::change::words::Teller;
use crate::change::{self, Difference};
use crate::decode::word;
use crate::law::{Ask, Rule};
use crate::markdown::words;

/// What `ropa diff --format json` prints. Fields may be added within a version.
#[skip_serializing_none]
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Answer {
    /// Version of this format: `ropa-diff/1`.
    pub schema: String,
    /// Version of the program.
    pub program: String,
    /// The commit before.
    pub from: State,
    /// The commit after, or the files as they are.
    pub to: State,
    /// The changes, record by record.
    pub changes: Vec<Change>,
    /// What they ask for.
    pub duties: Vec<Duty>,
    /// The notices that tell something material, or told it before.
    pub notices: Vec<Notice>,
    /// Those of them that leave too little time before it takes effect, by id.
    pub unannounced: Vec<String>,
    /// Activities that changed materially, and people whom no notice tells of them.
    pub untold: Vec<Untold>,
    /// Records that only got another id.
    pub renamed: Vec<Renamed>,
    /// What could not be read: files, of whose records nothing is said, and places in others.
    pub unread: Vec<Unread>,
}

/// A state of the registry.
#[skip_serializing_none]
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct State {
    /// The commit, in full; absent for the files as they are.
    pub commit: Option<String>,
    /// When it was committed: ISO 8601.
    pub date: Option<String>,
    /// Where the registry stood in the repository; absent if there was none.
    pub folder: Option<String>,
}

/// One change.
#[skip_serializing_none]
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Change {
    /// The record: its kind and id, or `registry.toml`.
    pub record: String,
    /// Its name or title.
    pub name: String,
    /// The key, as `ropa schema` lists it; absent where it is the whole record.
    pub key: Option<String>,
    /// The keys of the rows on the way to it.
    pub rows: Vec<String>,
    /// `added`, `removed`, `changed`, `longer`, `shorter` or `renamed`.
    pub event: String,
    /// What stood there; of a list, what went.
    pub before: Option<Value>,
    /// What stands there; of a list, what came.
    pub after: Option<Value>,
    /// `public` or `internal`: who may read the key.
    pub audience: String,
    /// The articles that ask for it.
    pub articles: Vec<String>,
    /// The activities it touches.
    pub activities: Vec<Activity>,
    /// The change as a sentence, in plain text.
    pub words: String,
    /// The rules it falls under, such as `new-recipient`.
    pub rules: Vec<String>,
    /// Whether the people concerned have to hear of it before it takes effect.
    pub material: bool,
    /// Whether only a person can see if they have to hear of it, and no waiver says that they do not.
    pub unclear: bool,
    /// Who says in a waiver of `not-material` that they do not have to hear of it, and why.
    pub waived: Option<Waived>,
}

/// Who says that people need not hear of a change.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Waived {
    /// The role that answers for it.
    pub owner: String,
    /// Why.
    pub reason: String,
}

/// Something that the changes ask for.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Duty {
    /// Its name, such as `notice-version`.
    pub ask: String,
    /// What is asked for.
    pub words: String,
    /// Articles of the GDPR by their numbers, guidelines and judgments by their names.
    pub sources: Vec<String>,
    /// Whether all of them were read for this.
    pub verified: bool,
    /// The activities and records that ask for it, by title.
    pub records: Vec<String>,
}

/// A notice that something material concerns.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Notice {
    /// Its id; of one that is gone, the one that it had.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Whether it is gone.
    pub gone: bool,
}

/// An activity, and people whom no notice tells of it.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Untold {
    /// Its id.
    pub activity: String,
    /// Its title.
    pub title: String,
    /// The groups of people, by id; none where the activity names none.
    pub groups: Vec<String>,
    /// Whether a notice told them before.
    pub told_before: bool,
}

/// An activity that a change touches.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Activity {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The groups of people whom the change concerns there, by id.
    pub groups: Vec<String>,
}

/// A record that only got another id.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Renamed {
    /// What it was.
    pub from: String,
    /// What it is.
    pub to: String,
}

/// A file that could not be read, or a place in one.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Unread {
    /// Whether it is one of the state before.
    pub before: bool,
    /// The path of the file below the registry.
    pub path: String,
    /// The line.
    pub line: usize,
    /// What is wrong there.
    pub why: String,
    /// Whether nothing of the file could be read.
    pub whole: bool,
}

/// Puts changes into the form that programs read; `today` is the day from which time is counted.
pub fn answer(difference: &Difference, teller: &Teller<'_>, today: NaiveDate, (from, to): (State, State)) -> Answer {
    let duties = Duties::of(difference, teller);
    let change = |(change, rules): (&change::Change, &Vec<Rule>)| Change {
        record: change
            .subject
            .kind
            .map_or_else(|| "registry.toml".to_owned(), |kind| format!("{}/{}", kind.folder(), change.subject.id)),
        name: change.subject.name.clone(),
        key: (!change.key.is_empty()).then(|| change.key.clone()),
        rows: change.rows.clone(),
        event: change.event.name().to_owned(),
        before: change.before.clone(),
        after: change.after.clone(),
        audience: change.audience.name().to_owned(),
        articles: change.articles.clone(),
        activities: change.touches.iter().map(activity).collect(),
        words: words(&teller.say(change)),
        rules: rules.iter().map(word).collect(),
        material: duty::is_material(change, rules),
        unclear: duties.is_unclear(change, rules),
        waived: duties.waiver(change, rules).map(|one| Waived { owner: one.owner.clone(), reason: one.reason.clone() }),
    };
    let path = |kind: crate::record::Kind, id: &str| format!("{}/{id}", kind.folder());
    let late = |(id, time): (&str, Time)| (!matches!(time, Time::Enough(_))).then(|| id.to_owned());
    Answer {
        schema: "ropa-diff/1".to_owned(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        from,
        to,
        changes: difference.changes.iter().zip(&duties.rules).map(change).collect(),
        duties: duties.asks.iter().map(|(ask, who)| duty(*ask, who, teller)).collect(),
        notices: duties.concerned.notices.iter().map(notice).collect(),
        unannounced: duties.time(teller, today).into_iter().filter_map(late).collect(),
        untold: duties
            .concerned
            .lost
            .iter()
            .map(|one| untold(one, true))
            .chain(duties.concerned.untold.iter().map(|one| untold(one, false)))
            .collect(),
        renamed: difference
            .renamed
            .iter()
            .map(|one| Renamed { from: path(one.kind, &one.from), to: path(one.kind, &one.to) })
            .collect(),
        unread: difference.unread.iter().map(unread).collect(),
    }
}

fn duty(ask: Ask, who: &BTreeSet<String>, teller: &Teller<'_>) -> Duty {
    let source = ask.source();
    Duty {
        ask: word(&ask),
        words: super::asked(ask, teller.strings),
        sources: source.map(|source| source.sources.clone()).unwrap_or_default(),
        verified: source.is_some_and(|source| source.verified),
        records: who.iter().cloned().collect(),
    }
}

fn unread(one: &change::Unread) -> Unread {
    Unread { before: one.before, path: one.path.clone(), line: one.line, why: one.why.clone(), whole: one.is_whole }
}

fn notice((id, one): (&String, &duty::OneNotice)) -> Notice {
    Notice { id: id.clone(), title: one.title.clone(), gone: one.is_gone }
}

fn untold((id, one): (&String, &duty::Untold), told_before: bool) -> Untold {
    let groups = one.groups.iter().map(|(id, _)| id.clone()).collect();
    Untold { activity: id.clone(), title: one.title.clone(), groups, told_before }
}

fn activity(touch: &change::Touch) -> Activity {
    Activity {
        id: touch.activity.clone(),
        title: touch.title.clone(),
        groups: touch.groups.iter().map(|(id, _)| id.clone()).collect(),
    }
}

/// The JSON Schema of [`Answer`].
pub fn schema() -> Value {
    schemars::schema_for!(Answer).to_value()
}
