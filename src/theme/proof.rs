//! Whether the templates of a theme can be used: all that is wrong, before any page is made.

use tera::Tera;

use super::files::default_text;
use super::folder::Folder;
use super::{broken, contract, files};
use crate::decode::did_you_mean;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Sources, Span};
use crate::strings::Strings;

/// An engine with the templates of a theme, and what is wrong with all of them. One that is broken has the
/// default in its place, so that the others still show what is wrong with them; there is no engine if they
/// do not fit together even so.
pub(super) fn parsed(
    engine: &dyn Fn() -> Tera,
    folder: &Folder,
    sources: &mut Sources,
) -> (Option<Tera>, Vec<Diagnostic>) {
    let mut tera = engine();
    let Err(error) = tera.add_raw_templates(folder.below("templates/")) else { return (Some(tera), Vec::new()) };
    // An engine stops at the first mistake. Each template alone among the default ones shows its own.
    let mut found = Vec::new();
    let mut broken = Vec::new();
    for (name, _) in folder.own_below("templates/") {
        let text = folder.text(&format!("templates/{name}")).unwrap_or_default();
        if let Err(error) = engine().add_raw_templates(defaults_but(name).chain([(name, text)])) {
            found.extend(broken::diagnostics(&error, name, sources));
            broken.push(name);
        }
    }
    if found.is_empty() {
        return (None, broken::diagnostics(&error, "base.html", sources));
    }
    let mended = folder.below("templates/").filter_map(|(name, text)| match broken.contains(&name) {
        true => Some((name, default_text(&format!("templates/{name}"))?)),
        false => Some((name, text)),
    });
    let mut tera = engine();
    let fits = tera.add_raw_templates(mended).is_ok();
    (fits.then_some(tera), found)
}

/// The default templates without one.
fn defaults_but(name: &str) -> impl Iterator<Item = (&str, &str)> {
    let defaults = files::DEFAULT.iter().filter_map(|(name, text)| Some((name.strip_prefix("templates/")?, *text)));
    defaults.filter(move |(other, _)| *other != name)
}

/// What goes wrong when each page is rendered with made-up data: everything there, as little as can be,
/// and nothing in any list.
pub(super) fn rendered(tera: &Tera, strings: &Strings, sources: &mut Sources) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    for page in &contract::PAGES {
        let schema = page.schema();
        for amount in contract::AMOUNTS {
            let made_up = contract::made_up(&schema, amount);
            let rendered = tera::Context::from_serialize(&made_up).and_then(|data| tera.render(page.template, &data));
            let Err(error) = rendered else { continue };
            for diagnostic in broken::diagnostics(&error, page.template, sources) {
                // One mistake in a part of many pages is one mistake.
                let known = |one: &Diagnostic| one.primary == diagnostic.primary && one.message == diagnostic.message;
                if !found.iter().any(known) {
                    found.push(diagnostic);
                }
            }
        }
    }
    let unknown = unknown_variables(tera, sources);
    let is_new = |one: &Diagnostic| found.iter().all(|known| known.primary.span != one.primary.span);
    let unknown: Vec<Diagnostic> = unknown.into_iter().filter(is_new).collect();
    found.extend(unknown);
    found.extend(missing_messages(strings, sources));
    found
}

/// Variables that no page has. Where one is only asked for, as in `if`, nothing goes wrong and nothing shows.
fn unknown_variables(tera: &Tera, sources: &Sources) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = Vec::new();
    for page in &contract::PAGES {
        let schema = page.schema();
        let known: Vec<&str> =
            schema["properties"].as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
        let mut used: Vec<&str> = tera.get_template_variables(page.template).into_iter().flatten().collect();
        used.sort_unstable();
        for name in used.into_iter().filter(|name| !known.contains(name)) {
            for (file, source) in sources.iter().filter(|(_, one)| one.path == format!("templates/{}", page.template)) {
                let Some(at) = word(&source.text, name) else { continue };
                let span = Span::new(file, at..at + name.len());
                let message = format!("`{}` has no `{name}`", page.template);
                let mut wrong = Diagnostic::error("template-variable", span, message).label("never there");
                wrong.severity = Severity::Warning;
                if let Some(near) = did_you_mean(name, known.iter().copied()) {
                    wrong = wrong.help(format!("did you mean `{near}`?"));
                }
                found.push(wrong.help(format!("`ropa theme data {}` prints what it may use", page.name)));
            }
        }
    }
    found
}

/// Messages that a template asks for and that do not exist.
fn missing_messages(strings: &Strings, sources: &Sources) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for key in strings.missing() {
        let quoted = format!("\"{key}\"");
        for (file, source) in sources.iter().filter(|(_, one)| one.path.starts_with("templates/")) {
            for (at, _) in source.text.match_indices(&quoted) {
                let span = Span::new(file, at..at + quoted.len());
                found.push(
                    Diagnostic::error("unknown-message", span, format!("the strings lack `{key}`"))
                        .help("add it to the strings of the theme, or ask for another message"),
                );
            }
        }
    }
    found
}

/// Where a word stands by itself.
fn word(text: &str, word: &str) -> Option<usize> {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
    text.match_indices(word).map(|(at, _)| at).find(|at| {
        let before = text[..*at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(part) && !after.is_some_and(|c| part(c) && c != '.')
    })
}
