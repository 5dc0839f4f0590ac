//! The commands, from what clap knows.

use clap::{Arg, Command};

use super::{Page, code, prose, section, words};
use crate::document::{Block, Document, Fact, Text};
use crate::markdown;

pub(super) fn pages(command: &Command) -> Vec<Page> {
    let mut built = command.clone();
    built.build();
    let commands: Vec<&Command> = built.get_subcommands().filter(|one| one.get_name() != "help").collect();
    let mut pages = vec![list(&built, &commands)];
    pages.extend(commands.iter().map(|one| page(one)));
    pages
}

fn list(program: &Command, commands: &[&Command]) -> Page {
    let rows = commands.iter().map(|one| {
        let link = markdown::link(&format!("ropa {}", one.get_name()), &format!("commands/{}.html", one.get_name()));
        vec![Text::from(link), words(&about(one))]
    });
    let global: Vec<&Arg> = program.get_arguments().filter(|one| one.is_global_set()).collect();
    let mut blocks =
        vec![Block::Table { head: vec![Text::from("Command"), Text::from("What it does")], rows: rows.collect() }];
    blocks.extend(help(program));
    Page {
        route: "commands.html".into(),
        document: Document {
            title: Text::from("Commands"),
            lead: blocks,
            sections: vec![section("options", "Options of every command", vec![options(&global)])],
        },
    }
}

fn page(command: &Command) -> Page {
    let own: Vec<&Arg> = command.get_arguments().filter(|one| !one.is_global_set() && one.get_id() != "help").collect();
    let mut sections = Vec::new();
    if !own.is_empty() {
        sections.push(section("arguments", "Arguments and options", vec![options(&own)]));
    }
    for one in command.get_subcommands().filter(|one| one.get_name() != "help") {
        let arguments: Vec<&Arg> =
            one.get_arguments().filter(|one| !one.is_global_set() && one.get_id() != "help").collect();
        let blocks = vec![Block::paragraph(markdown::escape(&about(one))), options(&arguments)];
        sections.push(section(one.get_name(), &format!("{} {}", command.get_name(), one.get_name()), blocks));
    }
    let text = command.get_long_about().or_else(|| command.get_about()).map(ToString::to_string).unwrap_or_default();
    let usage = command.clone().render_usage().to_string();
    let mut lead: Vec<Block> = text.split("\n\n").map(|part| Block::Paragraph { text: said(part) }).collect();
    lead.push(prose(format!("```console\n{}\n```", usage.trim_start_matches("Usage: "))));
    lead.extend(help(command));
    Page {
        route: format!("commands/{}.html", command.get_name()),
        document: Document { title: Text::from(format!("ropa {}", command.get_name())), lead, sections },
    }
}

/// A text of the help: plain words, with code between backticks.
fn said(text: &str) -> Text {
    let parts = text.split('`').enumerate();
    let marked = parts.map(|(index, part)| if index % 2 == 1 { code(part) } else { markdown::escape(part) });
    marked.collect::<String>().into()
}

fn about(command: &Command) -> String {
    command.get_about().map(ToString::to_string).unwrap_or_default()
}

/// Examples and exit codes, as they stand in the help.
fn help(command: &Command) -> Option<Block> {
    let text = command.get_after_long_help()?.to_string();
    Some(prose(format!("```text\n{text}\n```")))
}

fn options(arguments: &[&Arg]) -> Block {
    let facts = arguments.iter().map(|one| {
        let text = one.get_help().map(ToString::to_string).unwrap_or_default();
        let values = one.get_possible_values();
        let mut lines = vec![said(&text)];
        for value in values.iter().filter(|value| !value.is_hide_set() && one.get_action().takes_values()) {
            let meaning = value.get_help().map(|help| format!(": {help}")).unwrap_or_default();
            lines.push(Text::from(format!("{}{}", code(value.get_name()), markdown::escape(&meaning))));
        }
        Fact { term: Text::from(code(&one.to_string())), lines }
    });
    Block::Facts { facts: facts.collect() }
}
