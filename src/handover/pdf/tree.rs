//! The register as plain data for the typst document: blocks, and words as typed runs.
//!
//! Markdown ends here. The document gets strings and shows them as strings, so no words of a record are
//! ever read as markup.

use std::collections::BTreeSet;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use serde_json::{Value, json};

use super::letters::Letters;
use crate::document::{self, Block, Document, ListItem, Order, Section, Text};
use crate::handover::book::{Book, Part};
use crate::handover::links::{Lead, Links};
use crate::markdown;
use crate::record::Kind;

/// Makes blocks and runs.
#[derive(Clone)]
pub(super) struct Tree<'a> {
    pub(super) letters: &'a Letters,
    links: &'a Links,
    /// The anchors there are; a link to another one would stop typst.
    anchors: BTreeSet<&'a str>,
    /// Whether parts link to each other.
    linked: bool,
}

/// Up to so many activities, parts link to each other. typst keeps every link in memory, and a register of
/// a thousand activities has a hundred thousand; there, the contents and the activities at a glance have
/// links alone.
const LINKED: usize = 500;

impl<'a> Tree<'a> {
    pub(super) fn new(book: &'a Book, letters: &'a Letters) -> Tree<'a> {
        let mut anchors = BTreeSet::from(["guide", "glance"]);
        for chapter in &book.chapters {
            anchors.insert(chapter.anchor.as_str());
            anchors.extend(chapter.parts.iter().map(|part| part.anchor.as_str()));
        }
        Tree { letters, links: &book.links, anchors, linked: true }
    }

    /// The chapters with their parts.
    pub(super) fn chapters(&self, book: &Book) -> Value {
        let of_activities = |part: &&Part| part.kind == Some(Kind::Activity);
        let activities = book.chapters.iter().flat_map(|chapter| &chapter.parts).filter(of_activities).count();
        let tree = Tree { linked: activities <= LINKED, ..self.clone() };
        let chapters = book.chapters.iter().map(|chapter| {
            let parts = chapter.parts.iter().map(|part| {
                let apart = matches!(part.kind, Some(Kind::Activity | Kind::Controller | Kind::ClientProcessing));
                json!({
                    "number": part.number,
                    "anchor": part.anchor,
                    "title": tree.runs(&part.document.title),
                    "apart": apart,
                    "small": !apart && lines(&part.document) < SMALL,
                    "blocks": tree.blocks(&part.document.lead),
                    "sections": part.document.sections.iter().map(|one| tree.section(one)).collect::<Vec<_>>(),
                })
            });
            let parts: Vec<Value> = parts.collect();
            json!({ "number": chapter.number, "anchor": chapter.anchor, "title": tree.letters.set(&chapter.title), "parts": parts })
        });
        chapters.collect()
    }

    fn section(&self, section: &Section) -> Value {
        json!({
            "title": self.runs(&section.heading),
            "mark": section.mark.as_ref().map(|mark| self.letters.set(mark)),
            "minor": is_record(section, 0..3),
            "record": is_record(section, 3..12),
            "blocks": self.blocks(&section.blocks),
        })
    }

    pub(super) fn blocks(&self, blocks: &[Block]) -> Vec<Value> {
        let mut out = Vec::with_capacity(blocks.len());
        for block in blocks {
            match block {
                Block::Heading { text, .. } => out.push(json!({ "k": "heading", "c": self.runs(text) })),
                Block::Paragraph { text } | Block::Pages { text } => {
                    out.push(json!({ "k": "par", "c": self.runs(text) }));
                }
                Block::Prose { text } => out.extend(self.prose(&text.words)),
                Block::List { order, items } => out.push(self.list(*order, items)),
                Block::Table { head, rows } => {
                    let head: Vec<&Text> = head.iter().collect();
                    let rows: Vec<Vec<&Text>> = rows.iter().map(|row| row.iter().collect()).collect();
                    out.push(self.table(&head, &rows));
                }
                Block::Listing { head, rows } => {
                    let head: Vec<&Text> = head.iter().map(|column| &column.text).collect();
                    let words =
                        |row: &Vec<document::Cell>| row.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>();
                    let rows: Vec<Vec<Text>> = rows.iter().map(words).collect();
                    let rows: Vec<Vec<&Text>> = rows.iter().map(|row| row.iter().collect()).collect();
                    out.push(self.table(&head, &rows));
                }
                Block::Facts { facts } => {
                    let facts = facts.iter().map(|fact| {
                        let lines: Vec<Value> = fact.lines.iter().map(|line| self.runs(line)).collect();
                        json!([self.runs(&fact.term), lines, fact.lines.iter().all(|line| letters_of(line) < 60)])
                    });
                    out.push(json!({ "k": "facts", "facts": facts.collect::<Vec<_>>() }));
                }
                Block::Lines { lines } => {
                    let lines: Vec<Value> = lines.iter().map(|line| self.runs(line)).collect();
                    out.push(json!({ "k": "lines", "lines": lines }));
                }
                Block::Figure { blocks, .. } => out.extend(self.blocks(blocks)),
            }
        }
        out
    }

    fn list(&self, order: Order, items: &[ListItem]) -> Value {
        let shown = items.iter().map(|item| {
            let mut blocks = vec![json!({ "k": "par", "c": self.runs(&item.text) })];
            if !item.items.is_empty() {
                blocks.push(self.list(Order::None, &item.items));
            }
            Value::Array(blocks)
        });
        let is_short = |item: &ListItem| item.items.is_empty() && letters_of(&item.text) < 56;
        json!({
            "k": "list",
            "order": numbering(order),
            "short": items.iter().all(is_short),
            "items": shown.collect::<Vec<_>>(),
        })
    }

    /// A table. What columns need is guessed from their words: typst shares width out evenly or not at
    /// all.
    fn table(&self, head: &[&Text], rows: &[Vec<&Text>]) -> Value {
        let plain = |text: &Text| markdown::words(&markdown::one_line(&text.words));
        let mut need = vec![0.0_f64; head.len()];
        let mut keep = Vec::with_capacity(rows.len());
        for row in std::iter::once(head).chain(rows.iter().map(Vec::as_slice)) {
            let mut largest = 0;
            for (need, text) in need.iter_mut().zip(row) {
                let words = plain(text);
                let letters = words.chars().count();
                let longest = words.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0);
                *need = need.max(longest.min(14) as f64 + 2.0).max((letters.min(900) as f64).sqrt() * 2.2);
                largest = largest.max(letters);
            }
            // A row of few lines stays on its page.
            keep.push(largest < 400);
        }
        let runs = |row: &[&Text]| row.iter().map(|text| self.runs(text)).collect::<Vec<_>>();
        json!({
            "k": "table",
            "need": need.iter().map(|need| (need * 10.0).round() as u64).collect::<Vec<_>>(),
            "head": runs(head),
            "rows": rows.iter().map(|row| runs(row)).collect::<Vec<_>>(),
            "keep": keep.get(1..).unwrap_or_default(),
        })
    }

    /// A line of inline Markdown.
    pub(super) fn runs(&self, text: &Text) -> Value {
        let line = markdown::one_line(&text.words);
        let mut open = vec![Frame::default()];
        for event in Parser::new_ext(&line, Options::ENABLE_STRIKETHROUGH) {
            self.event(event, &mut open);
        }
        finished(open)
    }

    /// Block Markdown of an author: paragraphs and lists; a heading is a paragraph.
    fn prose(&self, text: &str) -> Vec<Value> {
        let mut open = vec![Frame::default()];
        for event in Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::HtmlBlock) => open.push(Frame::of("par")),
                Event::Start(Tag::List(first)) => {
                    open.push(Frame { order: first.map(|_| "1."), ..Frame::of("list") });
                }
                Event::Start(Tag::Item) => open.push(Frame::of("item")),
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented)) => {
                    open.push(Frame::of("par"));
                }
                Event::End(
                    TagEnd::Paragraph
                    | TagEnd::Heading(_)
                    | TagEnd::HtmlBlock
                    | TagEnd::List(_)
                    | TagEnd::Item
                    | TagEnd::CodeBlock,
                ) => close(&mut open),
                other => self.event(other, &mut open),
            }
        }
        while open.len() > 1 {
            close(&mut open);
        }
        let blocks = open.pop().map(|frame| frame.content).unwrap_or_default();
        blocks.into_iter().map(|block| if block.get("k").is_some() { block } else { par(vec![block]) }).collect()
    }

    /// Something in a line.
    fn event(&self, event: Event<'_>, open: &mut Vec<Frame>) {
        let push = |open: &mut Vec<Frame>, value: Value| {
            if let Some(frame) = open.last_mut() {
                frame.content.push(value);
            }
        };
        match event {
            Event::Text(words) | Event::Html(words) | Event::InlineHtml(words) => {
                push(open, Value::String(self.letters.set(&words)));
            }
            Event::Code(words) => push(open, json!({ "k": "code", "c": self.letters.set(&words) })),
            Event::SoftBreak => push(open, Value::String(" ".to_owned())),
            Event::HardBreak => push(open, json!({ "k": "break" })),
            Event::Start(Tag::Strong) => open.push(Frame::of("strong")),
            Event::Start(Tag::Emphasis) => open.push(Frame::of("emph")),
            Event::Start(Tag::Strikethrough) => open.push(Frame::of("strike")),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let (kind, to) = match self.links.lead(&dest_url) {
                    Lead::Inside(anchor) if self.linked && self.anchors.contains(anchor) => ("to", anchor.to_owned()),
                    Lead::Outside(url) => ("url", encoded(url)),
                    Lead::Inside(_) | Lead::Nowhere => ("plain", String::new()),
                };
                open.push(Frame { to, ..Frame::of(kind) });
            }
            Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough | TagEnd::Link) => close(open),
            _ => {}
        }
    }
}

/// Lines of a part that stays on one page.
const SMALL: usize = 32;

/// About how many lines a document takes.
fn lines(document: &Document) -> usize {
    const A_LINE: usize = 80;
    let height = |text: &Text| letters_of(text).div_ceil(A_LINE);
    let of = |blocks: &[Block]| -> usize {
        let each = blocks.iter().map(|block| match block {
            Block::Facts { facts } => facts.iter().map(|fact| fact.lines.iter().map(height).sum::<usize>()).sum(),
            Block::Lines { lines } => lines.len(),
            Block::Heading { text, .. } | Block::Paragraph { text } => 1 + height(text),
            Block::List { items, .. } if items.iter().all(|item| item.items.is_empty()) => items.len(),
            // Tables and what authors wrote go over pages as they will.
            _ => SMALL,
        });
        each.sum()
    };
    let sections = document.sections.iter().map(|section| 2 + of(&section.blocks));
    2 + of(&document.lead) + sections.sum::<usize>()
}

/// Whether a section is the one about the record itself, with that many facts. Two say where it stands,
/// and no more.
fn is_record(section: &Section, count: std::ops::Range<usize>) -> bool {
    let is_last = section.anchor.ends_with("-record");
    is_last && matches!(section.blocks.as_slice(), [Block::Facts { facts }] if count.contains(&facts.len()))
}

fn letters_of(text: &Text) -> usize {
    markdown::words(&text.words).chars().count()
}

/// An element that is open.
#[derive(Default)]
struct Frame {
    kind: &'static str,
    to: String,
    order: Option<&'static str>,
    content: Vec<Value>,
}

impl Frame {
    fn of(kind: &'static str) -> Frame {
        Frame { kind, ..Frame::default() }
    }
}

/// Puts the last open element into the one around it.
fn close(open: &mut Vec<Frame>) {
    let Some(frame) = open.pop() else { return };
    let Some(around) = open.last_mut() else { return open.push(frame) };
    let Frame { kind, to, order, content } = frame;
    around.content.push(match kind {
        "par" => par(content),
        "list" => json!({ "k": "list", "order": order, "short": false, "items": content }),
        // What stands in an item without a paragraph of its own is one.
        "item" => {
            let mut blocks = Vec::new();
            let mut line = Vec::new();
            for value in content {
                if value.get("k").is_some_and(|kind| kind == "par" || kind == "list") {
                    blocks.extend((!line.is_empty()).then(|| par(std::mem::take(&mut line))));
                    blocks.push(value);
                } else {
                    line.push(value);
                }
            }
            blocks.extend((!line.is_empty()).then(|| par(line)));
            Value::Array(blocks)
        }
        "plain" => return around.content.extend(content),
        kind => json!({ "k": kind, "to": to, "c": content }),
    });
}

fn finished(mut open: Vec<Frame>) -> Value {
    while open.len() > 1 {
        close(&mut open);
    }
    Value::Array(open.pop().map(|frame| frame.content).unwrap_or_default())
}

fn par(content: Vec<Value>) -> Value {
    json!({ "k": "par", "c": content })
}

fn numbering(order: Order) -> Option<&'static str> {
    match order {
        Order::None => None,
        Order::Numbers => Some("1."),
        Order::Letters => Some("(a)"),
        Order::Roman => Some("(i)"),
    }
}

/// An address in the letters that addresses have.
fn encoded(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for byte in url.bytes() {
        if byte.is_ascii_graphic() {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
