//! A document as CommonMark with tables, written by comrak from a syntax tree.
//!
//! The tree is built block by block; words are parsed as Markdown once more and their nodes put in,
//! so that what comes out is escaped as CommonMark asks.

mod parts;

use comrak::nodes::{Ast, ListDelimType, ListType, Node, NodeHeading, NodeList, NodeTable, NodeValue, TableAlignment};
use comrak::{Arena, Options};

use crate::document::{Block, Cell, Document, ListItem, Order, Text};

pub use parts::{Lead, Part, write_parts};

/// Writes a document. Its title is the only heading of the first level.
pub fn write(document: &Document) -> String {
    let arena = Arena::new();
    let writer = Writer { arena: &arena, options: options() };
    let root = writer.node(NodeValue::Document);
    root.append(writer.heading(1, &document.title));
    writer.blocks(root, &document.lead, 2);
    for section in &document.sections {
        root.append(writer.heading(2, &section.heading));
        writer.blocks(root, &section.blocks, 3);
    }
    let mut out = String::new();
    // Writing into a string cannot fail; what stands in it is returned in any case.
    let _ = comrak::format_commonmark(root, &writer.options, &mut out);
    out
}

/// Writes some blocks.
pub fn write_blocks(blocks: &[Block]) -> String {
    let arena = Arena::new();
    let writer = Writer { arena: &arena, options: options() };
    let root = writer.node(NodeValue::Document);
    writer.blocks(root, blocks, 1);
    let mut out = String::new();
    // As above.
    let _ = comrak::format_commonmark(root, &writer.options, &mut out);
    out
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.render.width = 0;
    options
}

struct Writer<'a> {
    arena: &'a Arena<'a>,
    options: Options<'static>,
}

impl<'a> Writer<'a> {
    fn node(&self, value: NodeValue) -> Node<'a> {
        self.arena.alloc(Ast::new(value, (0, 0).into()).into())
    }

    fn heading(&self, level: u8, text: &Text) -> Node<'a> {
        let heading = self.node(NodeValue::Heading(NodeHeading { level, setext: false, closed: false }));
        self.inline(heading, text);
        heading
    }

    fn paragraph(&self, text: &Text) -> Node<'a> {
        let paragraph = self.node(NodeValue::Paragraph);
        self.inline(paragraph, text);
        paragraph
    }

    fn parse(&self, text: &str) -> Node<'a> {
        let root = comrak::parse_document(self.arena, text, &self.options);
        for node in root.descendants() {
            if let NodeValue::Link(link) = &mut node.data_mut().value {
                // comrak writes a link whose words are its address in angle brackets; were brackets
                // in it, what comes out could be read as another link.
                link.url = link.url.replace('[', "%5B").replace(']', "%5D");
            }
        }
        root
    }

    /// Puts the words of a text below a node.
    fn inline(&self, parent: Node<'a>, text: &Text) {
        let root = self.parse(&crate::markdown::one_line(&text.words));
        for paragraph in root.children() {
            for child in paragraph.children().collect::<Vec<_>>() {
                parent.append(child);
            }
        }
    }

    fn blocks(&self, root: Node<'a>, blocks: &[Block], level: u8) {
        for block in blocks {
            match block {
                Block::Heading { text, .. } => root.append(self.heading(level, text)),
                Block::Paragraph { text } | Block::Pages { text } => root.append(self.paragraph(text)),
                Block::Prose { text } => {
                    let prose = self.parse(&text.words);
                    for child in prose.children().collect::<Vec<_>>() {
                        root.append(child);
                    }
                }
                Block::List { order, items } => root.append(self.list(*order, items)),
                Block::Table { head, rows } => root.append(self.table(head, rows)),
                Block::Listing { head, rows } => {
                    let head: Vec<Text> = head.iter().map(|column| column.text.clone()).collect();
                    let row = |row: &Vec<Cell>| row.iter().map(|cell| cell.text.clone()).collect();
                    root.append(self.table(&head, &rows.iter().map(row).collect::<Vec<_>>()));
                }
                Block::Facts { facts } => {
                    let items = facts.iter().map(|fact| {
                        let lines: Vec<&str> = fact.lines.iter().map(|line| line.words.as_str()).collect();
                        ListItem::new(format!("**{}**: {}", fact.term.words, lines.join("; ")))
                    });
                    root.append(self.list(Order::None, &items.collect::<Vec<_>>()));
                }
                Block::Lines { lines } => root.append(self.lines(lines)),
                // CommonMark has no pictures of its own; the words say the same.
                Block::Figure { caption, blocks, .. } => {
                    root.append(self.paragraph(caption));
                    self.blocks(root, blocks, level);
                }
            }
        }
    }

    /// CommonMark knows numbers only, so letters and Roman numbers become such.
    fn list(&self, order: Order, items: &[ListItem]) -> Node<'a> {
        let is_numbered = order != Order::None;
        let kind = NodeList {
            list_type: if is_numbered { ListType::Ordered } else { ListType::Bullet },
            padding: if is_numbered { 3 } else { 2 },
            start: 1,
            delimiter: ListDelimType::Period,
            bullet_char: b'-',
            tight: true,
            ..NodeList::default()
        };
        let list = self.node(NodeValue::List(kind));
        for item in items {
            let node = self.node(NodeValue::Item(kind));
            node.append(self.paragraph(&item.text));
            if !item.items.is_empty() {
                node.append(self.list(Order::None, &item.items));
            }
            list.append(node);
        }
        list
    }

    fn table(&self, head: &[Text], rows: &[Vec<Text>]) -> Node<'a> {
        let table = self.node(NodeValue::Table(Box::new(NodeTable {
            alignments: vec![TableAlignment::None; head.len()],
            num_columns: head.len(),
            num_rows: rows.len() + 1,
            num_nonempty_cells: 0,
        })));
        table.append(self.row(true, head));
        for row in rows {
            table.append(self.row(false, row));
        }
        table
    }

    fn row(&self, is_head: bool, cells: &[Text]) -> Node<'a> {
        let row = self.node(NodeValue::TableRow(is_head));
        for cell in cells {
            let node = self.node(NodeValue::TableCell);
            self.inline(node, cell);
            row.append(node);
        }
        row
    }

    fn lines(&self, lines: &[Text]) -> Node<'a> {
        let paragraph = self.node(NodeValue::Paragraph);
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                paragraph.append(self.node(NodeValue::LineBreak));
            }
            self.inline(paragraph, line);
        }
        paragraph
    }
}

#[cfg(test)]
mod tests {
    use super::write;
    use crate::document::{Block, Document, ListItem, Order, Section, Text};

    #[test]
    fn blocks_come_out_as_commonmark() {
        let text = |words: &str| Text::from(words.to_owned());
        let document = Document {
            title: text("Title"),
            lead: vec![Block::paragraph("See [us](https://example.org).".to_owned())],
            sections: vec![Section {
                anchor: "a".into(),
                heading: text("1. Section"),
                mark: None,
                apart: false,
                blocks: vec![
                    Block::ordered(Order::Roman, [text("first"), text("second")]),
                    Block::List {
                        order: Order::None,
                        items: vec![ListItem { text: text("one"), items: vec![ListItem::new("two".to_owned())] }],
                    },
                    Block::Table { head: vec![text("A"), text("B")], rows: vec![vec![text("x \\| y"), text("z")]] },
                    Block::Lines { lines: vec![text("a"), text("b")] },
                ],
            }],
        };
        let written = write(&document);
        for part in [
            "# Title",
            "[us](https://example.org)",
            "## 1\\. Section",
            "1. first\n2. second",
            "- one",
            "  - two",
            "| A | B |",
            "x \\| y",
        ] {
            assert!(written.contains(part), "{part} in\n{written}");
        }
    }
}
