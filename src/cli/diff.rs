//! `ropa diff`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, ValueEnum};

use super::build;
use super::check::leave;
use super::workplace::{Workplace, shown};
use super::{Console, DONE, FINDINGS, Outcome};
use crate::change::duty::Duties;
use crate::change::report::{Report, html, human, json, markdown, time};
use crate::change::words::Teller;
use crate::change::{Difference, compare};
use crate::history::{Commit, HistoryError, Moment, Repository, Store};
use crate::load::{self, LoadError, Loaded};
use crate::markdown::{self as md, words};
use crate::reading::Reading;
use crate::strings::Strings;

/// Say in the words of the field what changed in the registry between two commits, or since one.
///
/// Compares record by record and key by key, not line by line: comments, formatting, the order of keys and moved
/// files are no changes. Another id of a record is one change, and those that name the record have none. A change of
/// what activities share, such as the country of a processor, is told with the activities it touches. What only the
/// register says stands apart.
///
/// Under the changes stands what they ask for, with the sources: who has to be told and when, a new version of the
/// notice, an impact assessment, consent. `updated` and `effective` of a notice say whether it leaves people time.
///
/// Whether other words say something else, only a person can see: such changes count as material, unless the record
/// gets a waiver of `not-material` in the same change (`ropa explain not-material`). A purpose that shares less than half of its words with what it
/// said before counts as a new one.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa diff                            the files as they are against HEAD
  ropa diff --merge-base main          what this branch changes, whatever main did since
  ropa diff main...topic               the same of a branch that is not checked out
  ropa diff v1.0 v2.0                  two tags
  ropa diff 2026-03-31                 against the last commit of that day
  ropa diff --merge-base main --format markdown
                                       for the comment of a pull request
  ropa diff --merge-base main --deny material
                                       fail while people are not told in time

Exit codes: 0 compared, whether something changed or not, 1 with --deny: a material change leaves people no time, or
the registry has mistakes, 2 could not run")]
pub(super) struct Diff {
    /// The state before: a commit, branch or tag, or a day; `A...B` is what B changed since it left A
    #[arg(value_name = "REV|DATE", default_value = "HEAD")]
    before: String,

    /// The state after [default: the files as they are]
    #[arg(value_name = "REV|DATE")]
    after: Option<String>,

    /// Compare with the last commit that both states have in common, so that what one branch changed since is not
    /// told backwards
    #[arg(long)]
    merge_base: bool,

    /// End with exit code 1 if something material changed and people are not told in time: a notice that tells it, or
    /// told it before, has no new version or planned one since, or one that takes effect before the time has gone
    /// by that it promises (`changes.announced`, else a day; from the day of its update, or from --as-of); the
    /// notice is gone; no notice tells these people; or the registry after has mistakes that it did not have before, so that nobody knows
    #[arg(long, value_name = "WHAT")]
    deny: Option<Denied>,

    /// How it is told; `ropa schema diff` describes the JSON
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
}

/// How changes are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Plain text
    Human,
    /// For the comment of a pull request: at most 65,536 characters, with a part that opens
    Markdown,
    /// For programs
    Json,
    /// A page that needs nothing beside it
    Html,
}

/// What is not let through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Denied {
    /// Changes that people have to hear of before they take effect
    Material,
}

/// One of the two states.
struct State {
    reading: Reading,
    commit: Option<Commit>,
    /// Where the registry stood in the repository; none if there was none.
    folder: Option<String>,
    is_moved: bool,
}

impl Diff {
    pub(super) fn run(self, place: &Workplace, console: &Console) -> Outcome {
        let folder = place.folder().unwrap_or_else(|_| PathBuf::from("registry"));
        let repository = Repository::open(&folder)?;
        let (from, to) = self.commits(&repository)?;
        let mut store = Store::default();
        let after = match to {
            Some(commit) => past(&repository, commit, &folder, &mut store)?,
            None => {
                let loaded = match load::load(&folder, &shown(&folder)) {
                    Ok(loaded) => Some(loaded),
                    // A registry that was deleted: everything is gone.
                    Err(LoadError::Missing(_)) => None,
                    Err(error) => return Err(error.into()),
                };
                if let Some(loaded) = &loaded {
                    store.take_over(&repository, &from, loaded)?;
                }
                let folder = loaded.is_some().then(|| repository.folder().to_owned());
                State { reading: Reading::of_loaded(loaded.unwrap_or_default()), commit: None, folder, is_moved: false }
            }
        };
        let before = past(&repository, from, &folder, &mut store)?;
        if before.folder.is_none() && after.folder.is_none() {
            let commit = before.commit.or(after.commit);
            let none = |commit| HistoryError::NoRegistry { commit, folder: repository.folder().to_owned() };
            return Err(commit.map_or_else(|| "there is no registry".into(), |commit| none(commit).into()));
        }
        let difference = compare(&before.reading, &after.reading);
        let code = self.tell(&difference, (&before, &after), place.as_of()?, console)?;
        leave(before.reading, code);
        Ok(leave(after.reading, code))
    }

    /// The commit before, and the one after; none for the files as they are.
    fn commits(&self, repository: &Repository) -> Result<(Commit, Option<Commit>), Box<dyn std::error::Error>> {
        let named = |name: &str| repository.commit(&Moment::of(if name.is_empty() { "HEAD" } else { name }));
        let (before, after, is_branch) = match (self.before.split_once("..."), &self.after) {
            (Some(_), Some(_)) => {
                return Err(format!("`{}` names both states; nothing can stand beside it", self.before).into());
            }
            (Some((before, after)), None) => (before, Some(after), true),
            (None, after) => (self.before.as_str(), after.as_deref(), self.merge_base),
        };
        let (before, after) = (named(before)?, after.map(named).transpose()?);
        if !is_branch {
            return Ok((before, after));
        }
        let tip = match &after {
            Some(after) => after.clone(),
            None => named("HEAD")?,
        };
        Ok((repository.merge_base(&before, &tip)?, after))
    }

    fn tell(
        &self,
        difference: &Difference,
        (before, after): (&State, &State),
        today: NaiveDate,
        console: &Console,
    ) -> Outcome {
        let theme = build::theme(None, &after.reading)?;
        let strings = theme.strings();
        let teller = Teller::new(&before.reading.registry, &after.reading.registry, strings).on(today);
        let duties = Duties::of(difference, &teller);
        if self.format == Format::Json {
            let answer = json::answer(difference, &teller, today, (before.for_programs(), after.for_programs()));
            console.say(&serde_json::to_string_pretty(&answer)?);
            return Ok(self.judge(difference, &duties, &teller, after, today, console));
        }
        let names = (before.name(strings), after.name(strings));
        let places = [(before, &names.0), (after, &names.1)];
        let lead = places.into_iter().filter_map(|(state, name)| state.place(name, strings)).collect();
        let mut report = Report::new(difference, &teller, (&names.0, &names.1), lead);
        report.asks.extend(time::said(&duties, &teller, today));
        let language = after.reading.registry.settings.language.text().unwrap_or("en");
        let text = match self.format {
            Format::Markdown => markdown::render(&report),
            Format::Html => html::render(&report, language),
            Format::Human | Format::Json => human::render(&report),
        };
        console.raw(text.as_bytes());
        let missing = strings.missing();
        if !missing.is_empty() {
            return Err(crate::theme::ThemeError::MissingStrings(missing.join(", ")).into());
        }
        Ok(self.judge(difference, &duties, &teller, after, today, console))
    }

    /// Whether people are told in time, where that is asked.
    fn judge(
        &self,
        difference: &Difference,
        duties: &Duties,
        teller: &Teller<'_>,
        after: &State,
        today: NaiveDate,
        console: &Console,
    ) -> u8 {
        if self.deny.is_none() {
            return DONE;
        }
        let mut refusals: Vec<String> = time::lacking(duties, teller, today)
            .iter()
            .map(|one| words(one) + " (WP260 rev.01, paragraphs 29 to 31)")
            .collect();
        if after.folder.is_none() {
            refusals
                .push("there is no registry after the change, so that nothing says what people are told".to_owned());
        }
        if difference.has_new_mistakes {
            refusals.push(
                "the registry has mistakes after the change that it did not have before, so that it is not known what else \
                 changed; \
                 `ropa check` lists them"
                    .to_owned(),
            );
        }
        for refusal in &refusals {
            console.note(&format!("material: {refusal}"));
        }
        if refusals.is_empty() { DONE } else { FINDINGS }
    }
}

fn past(
    repository: &Repository,
    commit: Commit,
    folder: &std::path::Path,
    store: &mut Store,
) -> Result<State, HistoryError> {
    let snapshot = repository.snapshot(&commit, &shown(folder), store)?;
    let place = snapshot.as_ref().map(|snapshot| snapshot.folder.clone());
    let is_moved = snapshot.as_ref().is_some_and(|snapshot| snapshot.is_moved);
    let loaded = snapshot.map_or_else(Loaded::default, |snapshot| snapshot.loaded);
    Ok(State { reading: Reading::of_loaded(loaded), commit: Some(commit), folder: place, is_moved })
}

impl State {
    fn name(&self, strings: &Strings) -> String {
        match &self.commit {
            Some(commit) => strings.say("change-commit", &[("commit", (&commit.to_string()).into())]),
            None => strings.plain("change-files"),
        }
    }

    /// That there was no registry, or that it stood elsewhere.
    fn place(&self, name: &str, strings: &Strings) -> Option<String> {
        match &self.folder {
            None => Some(strings.say("change-no-registry", &[("where", name.into())])),
            Some(folder) if self.is_moved => {
                let folder = md::escape(folder);
                Some(strings.say("change-place", &[("where", name.into()), ("folder", (&folder).into())]))
            }
            Some(_) => None,
        }
    }

    fn for_programs(&self) -> json::State {
        json::State {
            commit: self.commit.as_ref().map(|commit| commit.id.clone()),
            date: self.commit.as_ref().map(|commit| commit.date.clone()),
            folder: self.folder.clone(),
        }
    }
}
