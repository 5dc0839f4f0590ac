//! What tera says of a template, as diagnostics with places.

use tera::{Error, ErrorKind, ReportError};

use super::contract;
use super::files::default_text;
use crate::decode::did_you_mean;
use crate::diagnostic::{Diagnostic, with_causes};
use crate::source::{FileId, Sources, Span};

/// Diagnostics for an error of a template. `template` is the one that was parsed or rendered; the error may
/// stand in another that it uses.
pub(super) fn diagnostics(error: &Error, template: &str, sources: &mut Sources) -> Vec<Diagnostic> {
    match error.kind() {
        ErrorKind::SyntaxError(report) => {
            vec![reported("template-syntax", report, sources).label("the template cannot be read here")]
        }
        ErrorKind::RenderingError(report) => vec![rendered(report, template, sources)],
        ErrorKind::MissingParent { current, parent } => {
            let file = file(sources, current);
            let quoted = format!("\"{parent}\"");
            let start = sources.get(file).text.find(&quoted).unwrap_or_default();
            let span = Span::new(file, start..start + if start > 0 { quoted.len() } else { 0 });
            let wrong = Diagnostic::error("template-unknown", span, format!("there is no template `{parent}`"));
            vec![near(
                wrong,
                parent,
                super::files::DEFAULT.iter().filter_map(|(name, _)| name.strip_prefix("templates/")),
            )]
        }
        _ => {
            let whole = with_causes(error);
            let listed = listed(&whole, sources);
            if listed.is_empty() {
                let at = Span::top(file(sources, template));
                let first = whole.lines().next().unwrap_or_default();
                return vec![Diagnostic::error("template-broken", at, format!("the template cannot be used: {first}"))];
            }
            listed
        }
    }
}

/// What concerns several places comes as one text: `error: message`, then `--> file:line:column`.
fn listed(text: &str, sources: &mut Sources) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut message = None;
    for line in text.lines() {
        if let Some(said) = line.strip_prefix("error: ") {
            message = Some(said.to_owned());
        } else if let Some((_, place)) = line.split_once("--> ")
            && let Some(said) = message.take()
        {
            let mut parts = place.rsplitn(3, ':');
            let (column, line) = (number(parts.next()), number(parts.next()));
            let file = file(sources, parts.next().unwrap_or_default());
            let start = byte(&sources.get(file).text, line, column);
            let word = said.split('`').nth(1).unwrap_or_default().to_owned();
            let found_word = sources.get(file).text.get(start..).and_then(|rest| Some((rest.find(&word)?, rest)));
            let at = found_word.filter(|(at, _)| *at < 80).map_or(start, |(at, _)| start + at);
            let span = Span::new(file, at..at + word.len());
            let wrong = Diagnostic::error("template-unknown", span, lower(&said)).label("not known");
            found.push(match said.contains("component") {
                true => near(wrong, &word, ["blocks", "items", "sections", "head", "contents", "brand"]),
                false => wrong,
            });
        }
    }
    found
}

fn number(text: Option<&str>) -> usize {
    text.and_then(|text| text.trim().parse().ok()).unwrap_or(1)
}

/// The byte of a line and a column, both from 1.
fn byte(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(start..).unwrap_or_default();
    start + rest.char_indices().nth(column.saturating_sub(1)).map_or(0, |(at, _)| at)
}

fn reported(name: &'static str, report: &ReportError, sources: &mut Sources) -> Diagnostic {
    let span = Span::new(file(sources, report.filename()), report.span().range.clone());
    Diagnostic::error(name, span, lower(report.message()))
}

fn rendered(report: &ReportError, template: &str, sources: &mut Sources) -> Diagnostic {
    let (said, available) = match report.message().split_once(". Available ") {
        Some((said, rest)) => (said, rest.split_once(": ").map(|(_, names)| names).unwrap_or_default()),
        None => (report.message(), ""),
    };
    let said = said.trim_end_matches('.');
    let mut wrong = reported("template-variable", report, sources);
    let word = said.split('`').nth(1).unwrap_or_default();
    let page = contract::PAGES.iter().find(|page| page.template == template);
    let is_variable = said.starts_with("Variable");
    let known = page.is_some_and(|page| if is_variable { page.has(word) } else { page.has_below(word) });
    if !said.ends_with("is not defined") {
        wrong.name = "template-broken";
        wrong.message = lower(said);
    } else if known {
        wrong.message = format!("`{word}` is not always there");
        wrong = wrong.label("absent here").help(format!(
            "ask first with `{{% if ... %}}`, write `?.` for a dot behind `{word}`, or add `| default(value=\"\")`"
        ));
    } else {
        let what = if is_variable { "variable" } else { "field" };
        wrong.message = format!("there is no {what} `{word}`");
        wrong = wrong.label("not defined");
    }
    if !available.is_empty() && !known {
        wrong = near(wrong, word, available.split(", "));
    }
    let file = sources.get(wrong.primary.span.file).path.clone();
    if file.ends_with(BUILT_IN) {
        wrong = wrong.note("this template is the default's own; what it was given does not fit");
    }
    if let Some(page) = page {
        wrong = wrong.note(format!("met while `{template}` was rendered"));
        wrong = wrong.help(format!("`ropa theme data {}` prints what it may use", page.name));
    }
    wrong
}

/// Adds the nearest of some names, and all of them.
fn near<'a>(diagnostic: Diagnostic, word: &str, names: impl IntoIterator<Item = &'a str>) -> Diagnostic {
    let names: Vec<&str> = names.into_iter().collect();
    let listed = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let diagnostic = diagnostic.note(format!("there are {listed}"));
    match did_you_mean(word, names) {
        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
        None => diagnostic,
    }
}

/// As our messages are: lower case at the beginning, no full stop.
fn lower(text: &str) -> String {
    let text = text.trim_end_matches('.');
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// Behind the path of a template that the theme does not replace.
const BUILT_IN: &str = " (built in)";

/// The file of a template; one of the default theme is added to the texts.
pub(super) fn file(sources: &mut Sources, template: &str) -> FileId {
    let path = format!("templates/{template}");
    let built_in = format!("{path}{BUILT_IN}");
    if let Some((file, _)) = sources.iter().find(|(_, one)| one.path == path || one.path == built_in) {
        return file;
    }
    let text = default_text(&path).unwrap_or_default();
    sources.add(built_in, text)
}
