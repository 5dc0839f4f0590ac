//! Blocks as templates see them: the same tree, with HTML for words.

use schemars::JsonSchema;
use serde::Serialize;
use serde_with::skip_serializing_none;

use super::Link;
use crate::document::{Block, Filter, ListItem, Order, Section, Text};
use crate::markdown::{self, Html};
use crate::picture::Svg;
use crate::source::Origins;
use crate::strings::Strings;

/// How words become HTML.
#[derive(Clone, Copy)]
pub(super) enum Show<'a> {
    /// The words alone, as everything public is shown. Cells of tables name their columns, so that
    /// they can stand below each other on a narrow screen.
    Public,
    /// The words alone, for the register and the manual.
    Words,
    /// Each sentence with links to where it comes from, for the register.
    Sources(&'a Sourcing<'a>),
}

/// Links to where something comes from.
pub type Sourcing<'a> = dyn Fn(&Origins) -> Vec<Link> + 'a;

impl Show<'_> {
    fn inline(self, text: &Text) -> Html {
        match self {
            Show::Public | Show::Words => markdown::inline(&text.words),
            Show::Sources(links) => {
                let sentences = text.sentences().map(|(words, from)| {
                    let words = markdown::inline(words);
                    match from {
                        Some(from) => words.sourced(&pairs(links(from))),
                        None => words,
                    }
                });
                Html::spaced(sentences)
            }
        }
    }

    fn prose(self, text: &Text) -> Html {
        let html = markdown::prose(&text.words);
        match (self, text.sentences().find_map(|(_, from)| from)) {
            (Show::Sources(links), Some(from)) => html.sourced(&pairs(links(from))),
            _ => html,
        }
    }
}

fn pairs(links: Vec<Link>) -> Vec<(String, String)> {
    links.into_iter().map(|link| (link.name, link.href)).collect()
}

/// A block; `type` says which fields are there.
#[derive(Debug, Clone, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", tag = "type")]
pub enum BlockView {
    /// A heading below that of the section.
    Heading {
        /// Its anchor.
        anchor: String,
        /// Its words.
        html: Html,
    },
    /// Sentences.
    Paragraph {
        /// Its words.
        html: Html,
    },
    /// Links between the pages of a long list.
    Pages {
        /// The links.
        html: Html,
    },
    /// Paragraphs and lists as an author wrote them: HTML of its own blocks.
    Prose {
        /// The blocks.
        html: Html,
    },
    /// A list.
    List {
        /// How its items are numbered.
        order: Order,
        /// The items.
        items: Vec<ItemView>,
    },
    /// A table.
    Table {
        /// Its name, for those who cannot see the heading above it.
        label: String,
        /// Whether its rows may be stacked as cards on a narrow screen.
        stacks: bool,
        /// Whether readers may sort and filter it.
        listing: bool,
        /// The headings of its columns.
        head: Vec<HeadView>,
        /// The cells of each row.
        rows: Vec<Vec<CellView>>,
    },
    /// Terms and what is to be said about each.
    Facts {
        /// The terms.
        facts: Vec<FactView>,
    },
    /// Lines that belong together, such as an address.
    Lines {
        /// The lines.
        lines: Vec<Html>,
    },
    /// A picture of the register, and the same in words.
    Figure {
        /// What it is called, for those who cannot see it.
        label: String,
        /// What it shows, and what it does not show.
        html: Html,
        /// The picture.
        svg: Svg,
        /// What can be seen in it as tables; empty where the page has them elsewhere.
        blocks: Vec<BlockView>,
    },
}

/// The heading of a column.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct HeadView {
    /// Its words.
    pub html: Html,
    /// What readers may choose among in the column, in a table that they can filter.
    pub filter: Option<Filter>,
}

/// A cell of a table.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct CellView {
    /// Its words.
    pub html: Html,
    /// The heading of its column without marks, where the table may be stacked.
    pub label: Option<String>,
    /// What it is sorted by where that is not its words; empty for a gap.
    pub sort: Option<String>,
}

/// An item of a list.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct ItemView {
    /// Its words.
    pub html: Html,
    /// A list below it; empty where there is none.
    pub items: Vec<ItemView>,
}

/// A term and what is to be said about it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FactView {
    /// The term.
    pub term: Html,
    /// What is to be said about it.
    pub lines: Vec<Html>,
}

/// A section.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize, JsonSchema)]
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

impl SectionView {
    /// Its own anchor and those of the headings in it.
    pub(super) fn anchors(&self) -> Vec<String> {
        let headings = self.blocks.iter().filter_map(|block| match block {
            BlockView::Heading { anchor, .. } => Some(anchor.clone()),
            _ => None,
        });
        std::iter::once(self.anchor.clone()).chain(headings).collect()
    }
}

pub(super) fn section(section: &Section, strings: &Strings, show: Show<'_>) -> SectionView {
    SectionView {
        anchor: section.anchor.clone(),
        html: markdown::inline(&section.heading.words),
        plain: markdown::words(&markdown::one_line(&section.heading.words)),
        mark: section.mark.clone(),
        apart: section.apart,
        blocks: blocks(&section.blocks, &section.heading, strings, show),
    }
}

/// Blocks under a heading, which names the tables among them for those who cannot see it.
pub(super) fn blocks(blocks: &[Block], heading: &Text, strings: &Strings, show: Show<'_>) -> Vec<BlockView> {
    let inline = |text: &Text| show.inline(text);
    let mut nearest = heading;
    let mut views = Vec::with_capacity(blocks.len());
    let mut tables = 0_usize;
    for block in blocks {
        let mut label = || {
            tables += 1;
            let name = markdown::words(&nearest.words);
            strings.say("page-table", &[("heading", (&name).into()), ("n", tables.into())])
        };
        views.push(match block {
            Block::Heading { anchor, text } => {
                nearest = text;
                BlockView::Heading { anchor: anchor.clone(), html: markdown::inline(&text.words) }
            }
            Block::Paragraph { text } => BlockView::Paragraph { html: inline(text) },
            Block::Pages { text } => BlockView::Pages { html: inline(text) },
            Block::Prose { text } => BlockView::Prose { html: show.prose(text) },
            Block::List { order, items } => {
                BlockView::List { order: *order, items: items.iter().map(|one| item(one, show)).collect() }
            }
            Block::Table { head, rows } => {
                let columns = head.iter().map(|text| (text, None));
                let cells = rows.iter().map(|row| row.iter().map(|text| (text, None)).collect());
                table(&label(), false, columns.collect(), cells, show)
            }
            Block::Listing { head, rows } => {
                let columns = head.iter().map(|column| (&column.text, column.filter));
                let cells = rows.iter().map(|row| row.iter().map(|cell| (&cell.text, cell.sort.as_deref())).collect());
                table(&label(), true, columns.collect(), cells, show)
            }
            Block::Facts { facts } => BlockView::Facts {
                facts: facts
                    .iter()
                    .map(|fact| FactView { term: inline(&fact.term), lines: fact.lines.iter().map(&inline).collect() })
                    .collect(),
            },
            Block::Lines { lines } => BlockView::Lines { lines: lines.iter().map(&inline).collect() },
            Block::Figure { name, caption, svg, blocks } => BlockView::Figure {
                label: strings.say("page-picture", &[("name", (&markdown::words(&name.words)).into())]),
                html: inline(caption),
                svg: svg.clone(),
                blocks: self::blocks(blocks, name, strings, show),
            },
        });
    }
    views
}

/// A table; on public pages its cells name their columns.
fn table<'t>(
    label: &str,
    listing: bool,
    columns: Vec<(&Text, Option<Filter>)>,
    rows: impl Iterator<Item = Vec<(&'t Text, Option<&'t str>)>>,
    show: Show<'_>,
) -> BlockView {
    let stacks = matches!(show, Show::Public);
    let heading = |text: &Text| stacks.then(|| markdown::words(&markdown::one_line(&text.words)));
    let names: Vec<Option<String>> = columns.iter().map(|(text, _)| heading(text)).collect();
    let cell = |(column, (text, sort)): (usize, (&Text, Option<&str>))| CellView {
        html: show.inline(text),
        label: names.get(column).cloned().flatten(),
        sort: sort.map(str::to_owned),
    };
    BlockView::Table {
        label: label.to_owned(),
        stacks,
        listing,
        rows: rows.map(|row| row.into_iter().enumerate().map(cell).collect()).collect(),
        head: columns.into_iter().map(|(text, filter)| HeadView { html: show.inline(text), filter }).collect(),
    }
}

/// Gives the links of some blocks other targets.
pub(super) fn relink(blocks: &mut [BlockView], lead: &impl Fn(&str) -> Option<String>) {
    let relink = |html: &mut Html| *html = html.relinked(lead);
    for block in blocks {
        match block {
            BlockView::Heading { html, .. }
            | BlockView::Paragraph { html }
            | BlockView::Pages { html }
            | BlockView::Prose { html } => relink(html),
            BlockView::List { items, .. } => items.iter_mut().for_each(|item| relink_item(item, lead)),
            BlockView::Table { head, rows, .. } => {
                let cells = rows.iter_mut().flatten().map(|cell| &mut cell.html);
                head.iter_mut().map(|column| &mut column.html).chain(cells).for_each(relink);
            }
            BlockView::Facts { facts } => {
                for fact in facts {
                    relink(&mut fact.term);
                    fact.lines.iter_mut().for_each(relink);
                }
            }
            BlockView::Lines { lines } => lines.iter_mut().for_each(relink),
            BlockView::Figure { html, blocks, .. } => {
                relink_picture(html, blocks, lead);
            }
        }
    }
}

/// The links of a picture itself stay: only the register has any, where they lead to its pages.
fn relink_picture(caption: &mut Html, blocks: &mut [BlockView], lead: &impl Fn(&str) -> Option<String>) {
    *caption = caption.relinked(lead);
    relink(blocks, lead);
}

fn relink_item(item: &mut ItemView, lead: &impl Fn(&str) -> Option<String>) {
    item.html = item.html.relinked(lead);
    item.items.iter_mut().for_each(|item| relink_item(item, lead));
}

fn item(item: &ListItem, show: Show<'_>) -> ItemView {
    ItemView { html: show.inline(&item.text), items: item.items.iter().map(|one| self::item(one, show)).collect() }
}
