//! `ropa coverage`.

use std::fmt::Write;

use clap::Args;

use super::check::{count, leave};
use super::explain::ListFormat;
use super::workplace::Workplace;
use super::{Console, DONE, FINDINGS, Outcome};
use crate::coverage::json::{Answer, Cell, Grid, GroupGrid, ItemRow, Writer};
use crate::coverage::{self, Status, cover};
use crate::decode::did_you_mean;
use crate::reading::Reading;
use crate::theme::Theme;

/// Show which information items of Articles 13 and 14 each notice says, and which it lacks.
///
/// A grid of notices, groups of people and items. Each item is met, with the place in the notice;
/// missing, with the record and the key to write; or not due, with the reason. Data from the person
/// fall under Article 13, data from elsewhere under Article 14. Only what the law asks for counts as an
/// error; guidance and good practice are marked as such. What no file can show is said so.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa coverage
  ropa coverage --notice website
  ropa coverage --notice website --group customers
  ropa coverage --format json > coverage.json

Exit codes: 0 nothing that the law asks for is missing, 1 something is, or there are mistakes in the
files, 2 could not run")]
pub(super) struct Coverage {
    /// Only this notice, by id
    #[arg(long, value_name = "ID")]
    notice: Option<String>,

    /// Only this group of people, by id
    #[arg(long, value_name = "ID")]
    group: Option<String>,

    /// How the grid is written; `ropa schema coverage` describes the JSON
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: ListFormat,
}

/// Why no grid could be shown.
#[derive(Debug, thiserror::Error)]
enum CoverageError {
    #[error("there is no {what} `{id}`{help}")]
    Unknown { what: &'static str, id: String, help: String },
    #[error("no notice that is asked for speaks to `{0}`")]
    Silent(String),
}

impl Coverage {
    pub(super) fn run(self, place: &Workplace, console: &Console) -> Outcome {
        let reading = place.read()?;
        if reading.is_broken() {
            console.diagnostics(&reading.diagnostics, &reading.sources);
            console.note("records with mistakes are not judged; mend them first");
            return Ok(leave(reading, FINDINGS));
        }
        let theme = Theme::embedded(reading.registry.settings.language.text().unwrap_or("en"))
            .or_else(|_| Theme::embedded("en"))?;
        let notices = self.chosen(&reading, &theme)?;
        let writer = Writer { registry: &reading.registry, sources: &reading.sources, strings: theme.strings() };
        let grid = writer.grid(&notices);
        match self.format {
            ListFormat::Json => console.say(&serde_json::to_string_pretty(&grid)?),
            ListFormat::Human => console.say(drawn(&grid).trim_end()),
        }
        let code = if grid.missing > 0 { FINDINGS } else { DONE };
        Ok(leave(reading, code))
    }

    /// The notices and groups that are asked for.
    fn chosen(&self, reading: &Reading, theme: &Theme) -> Result<Vec<coverage::Coverage>, CoverageError> {
        let registry = &reading.registry;
        let ids = || registry.notices.iter().map(|(_, entry)| entry.id.as_str());
        if let Some(id) = self.notice.as_deref().filter(|id| registry.notices.find(id).is_none()) {
            return Err(unknown("notice", id, ids()));
        }
        let groups = || registry.subject_groups.iter().map(|(_, entry)| entry.id.as_str());
        if let Some(id) = self.group.as_deref().filter(|id| registry.subject_groups.find(id).is_none()) {
            return Err(unknown("subject group", id, groups()));
        }
        let wanted = registry.notices.iter().filter(|(_, entry)| self.notice.as_ref().is_none_or(|id| *id == entry.id));
        let mut notices: Vec<coverage::Coverage> = wanted.map(|(id, _)| cover(registry, id, theme.strings())).collect();
        if let Some(group) = &self.group {
            for notice in &mut notices {
                notice.groups.retain(|one| registry.subject_groups[one.group].id == *group);
            }
            notices.retain(|notice| !notice.groups.is_empty());
            if notices.is_empty() {
                return Err(CoverageError::Silent(group.clone()));
            }
        }
        Ok(notices)
    }
}

fn unknown<'a>(what: &'static str, id: &str, known: impl Iterator<Item = &'a str>) -> CoverageError {
    let near = did_you_mean(id, known).map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    CoverageError::Unknown { what, id: id.to_owned(), help: near }
}

/// A table for each group, then what is missing, and why the rest is not due.
fn drawn(grid: &Grid) -> String {
    let mut text = String::new();
    for notice in &grid.notices {
        for group in &notice.groups {
            let _ = writeln!(text, "{} ({})  to  {} ({})\n", notice.notice, notice.title, group.group, group.name);
            table(&mut text, group);
            missing(&mut text, group);
            reasons(&mut text, group);
            text.push('\n');
        }
    }
    let cells = || grid.notices.iter().flat_map(|notice| &notice.groups).flat_map(|group| &group.items).flat_map(cells);
    let number = |answer: Answer| cells().filter(|(_, cell)| cell.state == answer).count();
    let items = count(grid.missing, "item that the law asks for", "items that the law asks for");
    let _ = writeln!(
        text,
        "{} missing; of all cells {} are met, {} missing, {} not due, {} shown by no file",
        if grid.missing == 1 { format!("{items} is") } else { format!("{items} are") },
        number(Answer::Met),
        number(Answer::Missing),
        number(Answer::NotDue),
        number(Answer::Untestable),
    );
    text
}

/// The cells of a row, with the number of the article.
fn cells(row: &ItemRow) -> impl Iterator<Item = (&'static str, &Cell)> {
    let direct = row.article_13.iter().map(|cell| ("13", cell));
    direct.chain(row.article_14.iter().map(|cell| ("14", cell)))
}

fn table(text: &mut String, group: &GroupGrid) {
    let _ = writeln!(text, "  {:4}  {:10}  {:14}  {:14}  what it is", "item", "rests on", "Article 13", "Article 14");
    for row in &group.items {
        let cells = [&row.article_13, &row.article_14].map(|cell| cell.as_ref().map_or("-".to_owned(), short));
        let [direct, indirect] = cells;
        let status = asked_by(row.status);
        let _ = writeln!(text, "  {:4}  {status:10}  {direct:14}  {indirect:14}  {}", row.item, row.what);
    }
}

/// What asks for an item, in a word.
fn asked_by(status: Status) -> &'static str {
    match status {
        Status::Law => "law",
        Status::Guidance => "guidance",
        Status::Practice => "practice",
        Status::Untestable => "untestable",
    }
}

/// A cell in one word: the anchor where it is met.
fn short(cell: &Cell) -> String {
    match (cell.state, &cell.at) {
        (Answer::Met, Some(at)) => at.find('#').map_or_else(|| "top".to_owned(), |hash| at[hash..].to_owned()),
        (Answer::Met, None) => "register".to_owned(),
        (Answer::Missing, _) => "MISSING".to_owned(),
        (Answer::NotDue, _) => "not due".to_owned(),
        (Answer::Untestable, _) => "?".to_owned(),
    }
}

/// Each missing fact once, with the place where it belongs: first what the law asks for.
fn missing(text: &mut String, group: &GroupGrid) {
    let mut lines: Vec<(String, Vec<&str>)> = Vec::new();
    let (law, rest): (Vec<_>, Vec<_>) = group.items.iter().partition(|row| row.status == Status::Law);
    for row in law.into_iter().chain(rest) {
        for (article, cell) in cells(row) {
            for fact in &cell.missing {
                let lint = fact.lint.as_ref().map(|lint| format!("  [{lint}]")).unwrap_or_default();
                let what = format!("{}: `{}`  {}:{}{lint}", fact.record, fact.write, fact.path, fact.line);
                let begin = format!("{:<8}  {}  ", asked_by(row.status), row.item);
                let line = format!("{begin}{}  {what}", cell.source);
                let known = lines.iter_mut().find(|(known, _)| known.ends_with(&what) && known.starts_with(&begin));
                match known {
                    Some((_, articles)) => articles.push(article),
                    None => lines.push((line, vec![article])),
                }
            }
        }
    }
    if !lines.is_empty() {
        text.push_str("\n  missing: what asks for it, item, article; record, key to write or to change, place, lint that looks for it\n");
        for (line, _) in lines {
            let _ = writeln!(text, "    {line}");
        }
    }
}

/// Why items are not due or cannot be shown: each reason once, with its items.
fn reasons(text: &mut String, group: &GroupGrid) {
    let mut found: Vec<(Answer, &'static str, &str, Vec<&str>)> = Vec::new();
    for row in &group.items {
        for (article, cell) in cells(row) {
            let Some(why) = cell.why.as_deref() else { continue };
            match found.iter_mut().find(|(answer, of, known, _)| (*answer, *of, *known) == (cell.state, article, why)) {
                Some((.., items)) => items.push(&row.item),
                None => found.push((cell.state, article, why, vec![&row.item])),
            }
        }
    }
    for (answer, heading) in [(Answer::NotDue, "not due"), (Answer::Untestable, "shown by no file")] {
        // What is the same under both articles is said once.
        let mut said: Vec<(String, Vec<&str>)> = Vec::new();
        for (_, article, why, items) in found.iter().filter(|(state, ..)| *state == answer) {
            let line = format!("{}: {why}", items.join(" "));
            match said.iter_mut().find(|(known, _)| *known == line) {
                Some((_, articles)) => articles.push(article),
                None => said.push((line, vec![article])),
            }
        }
        if !said.is_empty() {
            let _ = writeln!(text, "\n  {heading}");
        }
        for (line, articles) in said {
            let _ = writeln!(text, "    {:10}{line}", format!("({})", articles.join(", ")));
        }
    }
}
