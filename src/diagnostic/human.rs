//! Diagnostics for people, drawn like rustc's.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Diagnostic, Label, Severity};
use crate::source::{FileId, Sources, Span};

/// Lines kept around a place; more of a large file is not handed to the renderer.
const CONTEXT_LINES: usize = 3;

/// Draws one diagnostic, with colours or without.
pub fn render(diagnostic: &Diagnostic, sources: &Sources, colours: bool) -> String {
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut files = vec![diagnostic.primary.span.file];
    for label in &diagnostic.related {
        if !files.contains(&label.span.file) {
            files.push(label.span.file);
        }
    }
    let paths: Vec<String> = files.iter().map(|file| sources.shown_path(*file)).collect();
    let mut group = Group::with_title(level.primary_title(diagnostic.message.as_str()).id(diagnostic.name));
    for (file, path) in files.iter().zip(&paths) {
        group = group.element(snippet(diagnostic, sources, *file, path));
    }
    for note in &diagnostic.notes {
        group = group.element(Level::NOTE.message(note.as_str()));
    }
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    if diagnostic.fix.is_some() {
        group = group.element(Level::HELP.message("`ropa check --fix` does that"));
    }
    renderer.render(&[group]).to_string()
}

/// The part of a file that the labels need.
fn snippet<'a>(
    diagnostic: &'a Diagnostic,
    sources: &'a Sources,
    file: FileId,
    path: &'a str,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let labels: Vec<(&Label, AnnotationKind)> = std::iter::once((&diagnostic.primary, AnnotationKind::Primary))
        .chain(diagnostic.related.iter().map(|label| (label, AnnotationKind::Context)))
        .filter(|(label, _)| label.span.file == file)
        .collect();
    let text = sources.get(file).text.as_str();
    let (first, last) = labels.iter().fold((text.len(), 0), |(first, last), (label, _)| {
        (first.min(label.span.start as usize), last.max(label.span.end as usize))
    });
    let window = window(text, first, last);
    let line = text[..window.start].matches('\n').count() + 1;
    let mut snippet = Snippet::source(&text[window.clone()]).line_start(line).path(path);
    for (label, kind) in labels {
        let range = within(text, label.span, &window);
        let annotation = kind.span(range);
        snippet =
            snippet.annotation(if label.text.is_empty() { annotation } else { annotation.label(label.text.as_str()) });
    }
    snippet
}

/// The lines around a range of bytes: a message about the end of a large file stays quick.
fn window(text: &str, first: usize, last: usize) -> std::ops::Range<usize> {
    let first = floor(text, first);
    let last = floor(text, last).max(first);
    let start = text[..first].rmatch_indices('\n').nth(CONTEXT_LINES).map_or(0, |(at, _)| at + 1);
    let end = text[last..].match_indices('\n').nth(CONTEXT_LINES).map_or(text.len(), |(at, _)| last + at + 1);
    start..end
}

/// A place as bytes of the window. A place that spans several lines is shown by its first line.
fn within(text: &str, span: Span, window: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    let start = floor(text, span.start as usize);
    let end = floor(text, span.end as usize).max(start);
    let end = text[start..end].find('\n').map_or(end, |newline| start + newline);
    start - window.start..end - window.start
}

fn floor(text: &str, byte: usize) -> usize {
    let mut at = byte.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::render;
    use crate::diagnostic::Diagnostic;
    use crate::source::{FileId, Sources, Span};

    fn sources(texts: &[&str]) -> (Sources, Vec<FileId>) {
        let mut sources = Sources::new("registry");
        let ids = texts.iter().enumerate().map(|(index, text)| sources.add(format!("{index}.toml"), *text)).collect();
        (sources, ids)
    }

    #[test]
    fn two_files_notes_and_help_are_shown() {
        let (sources, files) = sources(&["a = 1\nb = \"ö\"\n", "c = 3\n"]);
        let diagnostic = Diagnostic::error("some-fault", Span::new(files[0], 6..7), "something is wrong")
            .label("here")
            .related(Span::new(files[1], 0..1), "and there")
            .note("Article 30(1)")
            .help("write `b = 2`");
        let text = render(&diagnostic, &sources, false);
        for part in [
            "error[some-fault]: something is wrong",
            "registry/0.toml:2:1",
            "here",
            "registry/1.toml",
            "and there",
            "note: Article 30(1)",
            "help: write `b = 2`",
        ] {
            assert!(text.contains(part), "{part} in\n{text}");
        }
    }

    #[test]
    fn odd_places_never_panic() {
        let (sources, files) = sources(&["", "\r\n\tä = \"语言\"\r\n", "no newline at the end"]);
        for file in files {
            for start in 0..25 {
                for length in [0, 1, 7, 400] {
                    let span = Span::new(file, start..start + length);
                    render(&Diagnostic::error("x", span, "message").label("label"), &sources, true);
                }
            }
        }
    }
}
