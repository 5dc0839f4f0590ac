//! `ropa show`.

use clap::Args;
use serde::Serialize;

use super::explain::ListFormat;
use super::past::At;
use super::workplace::Workplace;
use super::{Console, DONE, Outcome};
use crate::decode::did_you_mean;
use crate::reading::Reading;
use crate::registry::{Mention, Node};
use crate::source::Span;

/// Print a record with everything it uses and everything that uses it.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa show newsletter
  ropa show processors/mail-provider
  ropa show newsletter --format json
  ropa show newsletter --at 2026-03-31

Exit codes: 0 printed, 2 there is no such record")]
pub(super) struct Show {
    /// Id of the record; with its kind where several kinds have it
    #[arg(value_name = "ID")]
    id: String,

    /// How it is written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: ListFormat,

    #[command(flatten)]
    at: At,
}

/// Why nothing is shown.
#[derive(Debug, thiserror::Error)]
enum ShowError {
    #[error("there is no record `{0}`{1}")]
    Missing(String, String),
    #[error("`{0}` is the id of {1}; name one of them")]
    Several(String, String),
}

/// A record with its neighbours.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Shown {
    record: String,
    name: String,
    at: String,
    text: String,
    uses: Vec<Neighbour>,
    used_by: Vec<Neighbour>,
}

/// A record that is named, or names, and where.
#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct Neighbour {
    record: String,
    name: String,
    at: String,
}

impl Show {
    pub(super) fn run(self, place: &Workplace, console: &Console) -> Outcome {
        let reading = self.at.place(place, console)?.read()?;
        let shown = shown(&reading, find(&reading, &self.id)?);
        match self.format {
            ListFormat::Json => console.say(&serde_json::to_string_pretty(&shown)?),
            ListFormat::Human => console.say(drawn(&shown).trim_end()),
        }
        Ok(DONE)
    }
}

fn find(reading: &Reading, id: &str) -> Result<Node, ShowError> {
    let registry = &reading.registry;
    let nodes: Vec<Node> = registry.places().into_iter().map(|(node, _)| node).collect();
    let is_meant = |node: &&Node| registry.identity(**node).0 == id || registry.path_of(**node) == id;
    let found: Vec<Node> = nodes.iter().filter(is_meant).copied().collect();
    match found.as_slice() {
        [node] => Ok(*node),
        [] => {
            let near = did_you_mean(id, nodes.iter().map(|node| registry.identity(*node).0));
            let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            Err(ShowError::Missing(id.to_owned(), near))
        }
        several => {
            let paths: Vec<String> = several.iter().map(|node| format!("`{}`", registry.path_of(*node))).collect();
            Err(ShowError::Several(id.to_owned(), paths.join(" and ")))
        }
    }
}

fn shown(reading: &Reading, node: Node) -> Shown {
    let registry = &reading.registry;
    let neighbour = |record: Option<Node>, at: Span| Neighbour {
        record: record.map_or_else(|| "registry.toml".to_owned(), |node| registry.path_of(node)),
        name: record.map(|node| registry.identity(node).1.to_owned()).unwrap_or_default(),
        at: place(reading, at),
    };
    let mut uses = Vec::new();
    let mut used_by = Vec::new();
    for Mention { from, to, at } in registry.mentions.iter().copied() {
        if from == Some(node) {
            uses.push(neighbour(Some(to), at));
        }
        if to == node {
            used_by.push(neighbour(from, at));
        }
    }
    uses.sort();
    used_by.sort();
    let places = registry.places();
    let at = places.iter().find(|(other, _)| *other == node).map(|(_, at)| *at).unwrap_or_default();
    let text = text(reading, at, &places);
    Shown {
        record: registry.path_of(node),
        name: registry.identity(node).1.to_owned(),
        at: place(reading, at),
        text,
        uses,
        used_by,
    }
}

/// What was written: the whole file of a record of its own, or the lines up to the next record.
fn text(reading: &Reading, at: Span, places: &[(Node, Span)]) -> String {
    let source = reading.sources.get(at.file);
    let line_of = |byte: u32| source.text[..byte as usize].rfind('\n').map_or(0, |newline| newline + 1);
    let next = places.iter().map(|(_, other)| *other).filter(|other| other.file == at.file && other.start > at.start);
    let end = next.map(|other| line_of(other.start)).min().unwrap_or(source.text.len());
    source.text[line_of(at.start)..end].trim_end().to_owned()
}

fn place(reading: &Reading, at: Span) -> String {
    format!("{}:{}", reading.sources.shown_path(at.file), reading.sources.get(at.file).position(at.start).0)
}

fn drawn(shown: &Shown) -> String {
    let mut text = format!("{}  {}  ({})\n\n", shown.record, shown.name, shown.at);
    for line in shown.text.lines() {
        text.push_str(format!("    {line}").trim_end());
        text.push('\n');
    }
    for (heading, neighbours) in [("uses", &shown.uses), ("used by", &shown.used_by)] {
        text.push_str(&format!("\n{heading}:\n"));
        let width = neighbours.iter().map(|one| one.record.len()).max().unwrap_or_default();
        for one in neighbours {
            text.push_str(&format!("  {:width$}  {}  ({})\n", one.record, one.name, one.at));
        }
        if neighbours.is_empty() {
            text.push_str("  nothing\n");
        }
    }
    text
}
