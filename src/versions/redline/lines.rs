//! A document as parts with lines of plain words.

use crate::document::{Block, Document, ListItem, Text};
use crate::markdown;

/// What kind of line it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A heading below that of the section.
    Heading,
    /// A paragraph.
    Paragraph,
    /// An item of a list, a row of a table, a term with what is said about it.
    Item,
    /// An item below another one.
    Below,
}

/// What stands together.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Line {
    /// What kind of line it is.
    pub kind: Kind,
    /// Its words, without marks.
    pub words: String,
}

/// What stands before the first section, or a section.
#[derive(Debug)]
pub(super) struct Part {
    /// The anchor of the section; empty before the first.
    pub(super) anchor: String,
    pub(super) heading: String,
    pub(super) lines: Vec<Line>,
}

pub(super) fn parts(document: &Document) -> Vec<Part> {
    let lead = Part { anchor: String::new(), heading: plain(&document.title), lines: lines(&document.lead) };
    let sections = document.sections.iter().map(|section| Part {
        anchor: section.anchor.clone(),
        heading: plain(&section.heading),
        lines: lines(&section.blocks),
    });
    std::iter::once(lead).chain(sections).collect()
}

fn lines(blocks: &[Block]) -> Vec<Line> {
    let mut lines = Vec::new();
    for block in blocks {
        add(block, &mut lines);
    }
    lines.retain(|line| !line.words.is_empty());
    lines
}

fn add(block: &Block, lines: &mut Vec<Line>) {
    let mut put = |kind, words| lines.push(Line { kind, words });
    match block {
        Block::Heading { text, .. } => put(Kind::Heading, plain(text)),
        Block::Paragraph { text } | Block::Pages { text } => put(Kind::Paragraph, plain(text)),
        Block::Prose { text } => prose(&text.words).into_iter().for_each(|(kind, words)| put(kind, words)),
        Block::List { items, .. } => items.iter().for_each(|item| add_item(item, Kind::Item, lines)),
        Block::Table { head, rows } => {
            let heads: Vec<String> = head.iter().map(plain).collect();
            rows.iter().for_each(|row| put(Kind::Item, row_words(&heads, row.iter())));
        }
        Block::Listing { head, rows } => {
            let heads: Vec<String> = head.iter().map(|column| plain(&column.text)).collect();
            rows.iter().for_each(|row| put(Kind::Item, row_words(&heads, row.iter().map(|cell| &cell.text))));
        }
        Block::Facts { facts } => {
            for fact in facts {
                let said: Vec<String> = fact.lines.iter().map(plain).collect();
                put(Kind::Item, format!("{}: {}", plain(&fact.term), said.join(" ")));
            }
        }
        Block::Lines { lines } => lines.iter().for_each(|line| put(Kind::Item, plain(line))),
        Block::Figure { caption, blocks, .. } => {
            put(Kind::Paragraph, plain(caption));
            blocks.iter().for_each(|block| add(block, lines));
        }
    }
}

fn add_item(item: &ListItem, kind: Kind, lines: &mut Vec<Line>) {
    lines.push(Line { kind, words: plain(&item.text) });
    item.items.iter().for_each(|below| add_item(below, Kind::Below, lines));
}

/// The cells of a row, each behind the heading of its column.
fn row_words<'a>(heads: &[String], cells: impl Iterator<Item = &'a Text>) -> String {
    let cell = |(at, cell): (usize, &Text)| {
        let words = plain(cell);
        let head = heads.get(at).map(String::as_str).unwrap_or_default();
        let told = match head.chars().next_back() {
            None => words.clone(),
            // A question needs no colon.
            Some(last) if last.is_alphanumeric() => format!("{head}: {words}"),
            Some(_) => format!("{head} {words}"),
        };
        (!words.is_empty()).then_some(told)
    };
    cells.enumerate().filter_map(cell).collect::<Vec<_>>().join(" – ")
}

fn plain(text: &Text) -> String {
    markdown::words(&markdown::one_line(&text.words))
}

/// The paragraphs and items that an author wrote.
fn prose(text: &str) -> Vec<(Kind, String)> {
    let mut found: Vec<(Kind, String)> = Vec::new();
    let mut is_open = false;
    for line in text.lines() {
        let line = line.trim();
        let item = item(line);
        match (item, found.last_mut()) {
            _ if line.is_empty() => is_open = false,
            (None, Some((_, words))) if is_open => {
                words.push(' ');
                words.push_str(line);
            }
            (item, _) => {
                found.push(
                    item.map_or_else(|| (Kind::Paragraph, line.to_owned()), |item| (Kind::Item, item.to_owned())),
                );
                is_open = true;
            }
        }
    }
    found.into_iter().map(|(kind, words)| (kind, markdown::words(&markdown::one_line(&words)))).collect()
}

/// What stands behind the mark of an item.
fn item(line: &str) -> Option<&str> {
    let bullet = ["- ", "* ", "+ "].iter().find_map(|mark| line.strip_prefix(mark));
    bullet.or_else(|| {
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let rest = rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") "))?;
        line.starts_with(|c: char| c.is_ascii_digit()).then_some(rest)
    })
}

#[cfg(test)]
mod tests {
    use super::{Kind, prose};

    #[test]
    fn prose_falls_into_paragraphs_and_items() {
        let text = "One line\nand *more*.\n\n- first\n- second\n  goes on\n\n2. third";
        let told = [
            (Kind::Paragraph, "One line and more."),
            (Kind::Item, "first"),
            (Kind::Item, "second goes on"),
            (Kind::Item, "third"),
        ];
        assert_eq!(prose(text), told.map(|(kind, words)| (kind, words.to_owned())));
    }
}
