//! `ropa explain`, `ropa lints`: the manual pages on the terminal.

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::{Console, DONE, Outcome};
use crate::law::NOT_MATERIAL;
use crate::lint::levels::unknown;
use crate::lint::{ALL, Group, Lint, find};

/// What is no lint, but stands where waivers name lints.
const NOT_MATERIAL_PAGE: &str = include_str!("explain/not-material.md");

/// Explain a lint: what it checks, why, and an example that is mended.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa explain retention-missing
  ropa explain not-material       the waiver that speaks to `ropa diff`

Exit codes: 0 printed, 2 there is no such lint")]
pub(super) struct Explain {
    /// Name of a lint, as it stands in brackets in a finding, or of a group
    #[arg(value_name = "NAME")]
    name: String,
}

impl Explain {
    pub(super) fn run(self, console: &Console) -> Outcome {
        if let Some(group) = Group::ALL.into_iter().find(|group| group.name() == self.name) {
            console.say(group_table(group).trim_end());
            return Ok(DONE);
        }
        if self.name == NOT_MATERIAL {
            console.say(NOT_MATERIAL_PAGE.trim_end());
            return Ok(DONE);
        }
        let lint = find(&self.name).ok_or_else(|| unknown(&self.name))?;
        let level = lint.group.default_level().name();
        console.say(&format!(
            "{}  (group `{}`, by default `{level}`)\n\n{}",
            lint.name,
            lint.group.name(),
            lint.page()
        ));
        Ok(DONE)
    }
}

/// List the lints with their groups.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa lints
  ropa lints --format json

Exit code: 0")]
pub(super) struct Lints {
    /// How the list is written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: ListFormat,
}

/// How lists are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    /// Text for people
    Human,
    /// JSON, for programs
    Json,
}

/// A lint in the JSON list.
#[derive(Serialize)]
struct Listed {
    name: &'static str,
    group: &'static str,
    level: &'static str,
    summary: String,
    reason: String,
}

impl Lints {
    pub(super) fn run(self, console: &Console) -> Outcome {
        match self.format {
            ListFormat::Human => console.say(table().trim_end()),
            ListFormat::Json => {
                let listed: Vec<Listed> = ALL.iter().map(|lint| listed(lint)).collect();
                console.say(&serde_json::to_string_pretty(&listed)?);
            }
        }
        Ok(DONE)
    }
}

fn listed(lint: &Lint) -> Listed {
    Listed {
        name: lint.name,
        group: lint.group.name(),
        level: lint.group.default_level().name(),
        summary: lint.summary(),
        reason: lint.reason(),
    }
}

/// Groups from the gravest on, each with its lints by name.
fn table() -> String {
    Group::ALL.map(group_table).concat()
}

fn group_table(group: Group) -> String {
    let width = ALL.iter().map(|lint| lint.name.len()).max().unwrap_or_default();
    let mut text = format!("{} ({}): {}\n", group.name(), group.default_level().name(), group.meaning());
    for lint in ALL.iter().filter(|lint| lint.group == group) {
        text.push_str(&format!("  {:width$}  {}\n", lint.name, lint.summary()));
    }
    text + "\n"
}
