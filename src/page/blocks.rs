//! Blocks as templates see them: the same tree, with HTML for words.

use serde::Serialize;
use serde_with::skip_serializing_none;

use crate::document::{Block, ListItem, Section, Text};
use crate::markdown::{self, Html};
use crate::strings::Strings;

/// A block; `type` says which fields are there.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case", tag = "type")]
#[allow(missing_docs, reason = "the fields are those of crate::document::Block")]
pub enum BlockView {
    Heading { anchor: String, html: Html },
    Paragraph { html: Html },
    Prose { html: Html },
    List { items: Vec<ItemView> },
    Table { label: String, head: Vec<Html>, rows: Vec<Vec<Html>> },
    Facts { facts: Vec<FactView> },
    Lines { lines: Vec<Html> },
}

/// An item of a list.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the fields are those of crate::document::ListItem")]
pub struct ItemView {
    pub html: Html,
    pub items: Vec<ItemView>,
}

/// A term and what is to be said about it.
#[derive(Debug, Clone, Serialize)]
#[allow(missing_docs, reason = "the fields are those of crate::document::Fact")]
pub struct FactView {
    pub term: Html,
    pub lines: Vec<Html>,
}

/// A section.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
pub struct SectionView {
    /// Its anchor.
    pub anchor: String,
    /// Its heading.
    pub html: Html,
    /// Its heading without marks, for a table of contents.
    pub plain: String,
    /// A mark beside the heading; absent where there is none.
    pub mark: Option<String>,
    /// Whether it is set apart from the others (Article 21(4)).
    pub apart: bool,
    /// What stands in it.
    pub blocks: Vec<BlockView>,
}

pub(super) fn section(section: &Section, strings: &Strings) -> SectionView {
    SectionView {
        anchor: section.anchor.clone(),
        html: inline(&section.heading),
        plain: markdown::words(&markdown::one_line(&section.heading.0)),
        mark: section.mark.clone(),
        apart: section.apart,
        blocks: blocks(&section.blocks, &section.heading, strings),
    }
}

/// Blocks under a heading, which names the tables among them for those who cannot see it.
pub(super) fn blocks(blocks: &[Block], heading: &Text, strings: &Strings) -> Vec<BlockView> {
    let mut nearest = heading;
    let mut views = Vec::with_capacity(blocks.len());
    let mut tables = 0_usize;
    for block in blocks {
        views.push(match block {
            Block::Heading { anchor, text } => {
                nearest = text;
                BlockView::Heading { anchor: anchor.clone(), html: inline(text) }
            }
            Block::Paragraph { text } => BlockView::Paragraph { html: inline(text) },
            Block::Prose { text } => BlockView::Prose { html: markdown::prose(&text.0) },
            Block::List { items } => BlockView::List { items: items.iter().map(item).collect() },
            Block::Table { head, rows } => {
                tables += 1;
                let name = markdown::words(&nearest.0);
                let label = strings.say("page-table", &[("heading", (&name).into()), ("n", tables.into())]);
                BlockView::Table {
                    label,
                    head: head.iter().map(inline).collect(),
                    rows: rows.iter().map(|row| row.iter().map(inline).collect()).collect(),
                }
            }
            Block::Facts { facts } => BlockView::Facts {
                facts: facts
                    .iter()
                    .map(|fact| FactView { term: inline(&fact.term), lines: fact.lines.iter().map(inline).collect() })
                    .collect(),
            },
            Block::Lines { lines } => BlockView::Lines { lines: lines.iter().map(inline).collect() },
        });
    }
    views
}

/// Gives the links of some blocks other targets.
pub(super) fn relink(blocks: &mut [BlockView], lead: &impl Fn(&str) -> Option<String>) {
    let relink = |html: &mut Html| *html = html.relinked(lead);
    for block in blocks {
        match block {
            BlockView::Heading { html, .. } | BlockView::Paragraph { html } | BlockView::Prose { html } => relink(html),
            BlockView::List { items } => items.iter_mut().for_each(|item| relink_item(item, lead)),
            BlockView::Table { head, rows, .. } => head.iter_mut().chain(rows.iter_mut().flatten()).for_each(relink),
            BlockView::Facts { facts } => {
                for fact in facts {
                    relink(&mut fact.term);
                    fact.lines.iter_mut().for_each(relink);
                }
            }
            BlockView::Lines { lines } => lines.iter_mut().for_each(relink),
        }
    }
}

fn relink_item(item: &mut ItemView, lead: &impl Fn(&str) -> Option<String>) {
    item.html = item.html.relinked(lead);
    item.items.iter_mut().for_each(|item| relink_item(item, lead));
}

fn item(item: &ListItem) -> ItemView {
    ItemView { html: inline(&item.text), items: item.items.iter().map(self::item).collect() }
}

fn inline(text: &Text) -> Html {
    markdown::inline(&text.0)
}
