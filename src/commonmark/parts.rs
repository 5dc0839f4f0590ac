//! A document of many parts, whose links lead from one to another.
//!
//! CommonMark has no anchors. The services that show it, GitHub and GitLab among them, give each heading
//! one made of its words, and comrak knows how; so links lead to headings.

use std::collections::BTreeMap;

use comrak::nodes::{Node, NodeValue};
use comrak::{Anchorizer, Arena};

use super::{Writer, options};
use crate::document::{Block, Fact, ListItem, Order, Text};
use crate::markdown;

/// Columns of a table that can still be read as text.
const COLUMNS: usize = 4;

/// Letters of a row that can still be read as text.
const LETTERS: usize = 160;

/// A heading and what stands below it.
pub struct Part<'a> {
    /// The level of the heading, from 1.
    pub level: u8,
    /// What links to it say, if any can.
    pub anchor: Option<&'a str>,
    /// The heading.
    pub heading: Text,
    /// What stands below it.
    pub blocks: &'a [Block],
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lead {
    /// To the part with this anchor.
    Part(String),
    /// Where it says.
    Address,
    /// Nowhere: only its words are written.
    Nowhere,
}

/// Writes parts one after the other. `lead` says where links lead; one to a part that is not there keeps
/// its words alone. Wide tables become lists, and headings of authors become paragraphs, so that those of
/// the parts are the only ones to lead to.
pub fn write_parts<'a>(parts: &[Part<'a>], lead: impl Fn(&str) -> Lead) -> String {
    let arena = Arena::new();
    let writer = Writer { arena: &arena, options: options() };
    let root = writer.node(NodeValue::Document);
    let mut headings = Vec::with_capacity(parts.len());
    for part in parts {
        let heading = writer.heading(part.level, &part.heading);
        headings.push((heading, part.anchor));
        root.append(heading);
        for block in part.blocks {
            add(&writer, root, block, part.level + 1);
        }
    }
    let slugs = slugs(root, &headings);
    let links: Vec<Node<'_>> =
        root.descendants().filter(|node| matches!(node.data().value, NodeValue::Link(_))).collect();
    for link in links {
        let NodeValue::Link(target) = &mut link.data_mut().value else { continue };
        match lead(&target.url) {
            Lead::Address => {}
            Lead::Part(anchor) => target.url = slugs.get(anchor.as_str()).map_or(String::new(), |to| format!("#{to}")),
            Lead::Nowhere => target.url.clear(),
        }
    }
    unlink(root);
    let mut out = String::new();
    // Writing into a string cannot fail; what stands in it is returned in any case.
    let _ = comrak::format_commonmark(root, &writer.options, &mut out);
    out
}

/// The anchors that services give headings, by those of ours.
fn slugs<'n, 'a>(root: Node<'n>, known: &[(Node<'n>, Option<&'a str>)]) -> BTreeMap<&'a str, String> {
    let mut anchorizer = Anchorizer::new();
    let mut known = known.iter().peekable();
    let mut slugs = BTreeMap::new();
    for node in root.children() {
        if !matches!(node.data().value, NodeValue::Heading(_)) {
            continue;
        }
        let slug = anchorizer.anchorize(&words(node));
        if let Some((_, anchor)) = known.next_if(|(heading, _)| node.same_node(heading))
            && let Some(anchor) = anchor
        {
            slugs.insert(*anchor, slug);
        }
    }
    slugs
}

fn words(node: Node<'_>) -> String {
    let mut words = String::new();
    for node in node.descendants() {
        match &node.data().value {
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::Code(code) => words.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => words.push(' '),
            _ => {}
        }
    }
    words
}

/// Puts the words of links without an address in their place.
fn unlink(root: Node<'_>) {
    let dead: Vec<Node<'_>> = root
        .descendants()
        .filter(|node| matches!(&node.data().value, NodeValue::Link(link) if link.url.is_empty()))
        .collect();
    for link in dead {
        for child in link.children().collect::<Vec<_>>() {
            link.insert_before(child);
        }
        link.detach();
    }
}

fn add<'a>(writer: &Writer<'a>, root: Node<'a>, block: &Block, level: u8) {
    let plain = |cells: &[Text]| -> usize {
        cells.iter().map(|cell| markdown::words(&markdown::one_line(&cell.words)).chars().count()).sum()
    };
    match block {
        Block::Prose { text } => {
            let prose = writer.parse(&text.words);
            for child in prose.children().collect::<Vec<_>>() {
                let is_heading = matches!(child.data().value, NodeValue::Heading(_));
                if is_heading {
                    child.data_mut().value = NodeValue::Paragraph;
                }
                root.append(child);
            }
        }
        Block::Table { head, rows } if head.len() > COLUMNS || rows.iter().any(|row| plain(row) > LETTERS) => {
            add_list(writer, root, &items(head, rows));
        }
        Block::List { order: Order::None, items } => add_list(writer, root, items),
        Block::Facts { facts } => add_list(writer, root, &facts.iter().map(fact).collect::<Vec<_>>()),
        Block::Listing { head, rows } => {
            let head = head.iter().map(|column| column.text.clone()).collect();
            let rows = rows.iter().map(|row| row.iter().map(|cell| cell.text.clone()).collect()).collect();
            add(writer, root, &Block::Table { head, rows }, level);
        }
        other => writer.blocks(root, std::slice::from_ref(other), level),
    }
}

/// Adds items to the list that stands last, if there is one: two lists side by side are one in CommonMark.
fn add_list<'a>(writer: &Writer<'a>, root: Node<'a>, items: &[ListItem]) {
    let list = writer.list(Order::None, items);
    let last = root
        .last_child()
        .filter(|last| matches!(&last.data().value, NodeValue::List(list) if list.bullet_char == b'-'));
    let Some(last) = last else { return root.append(list) };
    for item in list.children().collect::<Vec<_>>() {
        last.append(item);
    }
}

/// A fact as an item; its lines stand below it where they could be mistaken for parts of each other.
fn fact(fact: &Fact) -> ListItem {
    let term = &fact.term.words;
    if let [_, _, ..] = fact.lines.as_slice()
        && fact.lines.iter().any(|line| line.words.contains(';'))
    {
        let below = fact.lines.iter().map(|line| ListItem::new(line.clone()));
        return ListItem { text: format!("**{term}**:").into(), items: below.collect() };
    }
    let lines: Vec<&str> = fact.lines.iter().map(|line| line.words.as_str()).collect();
    ListItem::new(format!("**{term}**: {}", lines.join("; ")))
}

/// The rows of a table as items: the first cell, and below it the others with the headings of their
/// columns.
fn items(head: &[Text], rows: &[Vec<Text>]) -> Vec<ListItem> {
    let rows = rows.iter().map(|row| {
        let cells = head.iter().zip(row).skip(1).filter(|(_, cell)| !cell.words.trim().is_empty());
        let below = cells.map(|(head, cell)| ListItem::new(format!("**{}**: {}", head.words, cell.words)));
        ListItem { text: row.first().cloned().unwrap_or_default(), items: below.collect() }
    });
    rows.collect()
}

#[cfg(test)]
mod tests {
    use super::{Lead, Part, write_parts};
    use crate::document::{Block, Text};

    #[test]
    fn links_lead_to_headings() {
        let text = |words: &str| Text::from(words);
        let blocks = [
            Block::paragraph(
                "[one](<#one>) [two](<#two>) [gone](<#gone>) [page](<a.html>) [web](<https://example.org/>)",
            ),
            Block::Prose { text: text("# Two: b\n\nword") },
            Block::Table {
                head: ["A", "B", "C", "D", "E"].map(text).to_vec(),
                rows: vec![["[one](<#one>)", "2 | 3", "", "4", "5"].map(text).to_vec()],
            },
        ];
        let parts = [
            Part { level: 1, anchor: None, heading: text("Two: b"), blocks: &blocks },
            Part { level: 2, anchor: Some("one"), heading: text("1.1 *One* \\<b\\>"), blocks: &[] },
            Part { level: 2, anchor: Some("two"), heading: text("Two: b"), blocks: &[] },
        ];
        let written = write_parts(&parts, |url| match url.strip_prefix('#') {
            Some(anchor) => Lead::Part(anchor.to_owned()),
            None if url.starts_with("https:") => Lead::Address,
            None => Lead::Nowhere,
        });
        for line in [
            "[one](#11-one-b) [two](#two-b-1) gone page [web](https://example.org/)",
            "\nTwo: b\n\nword\n",
            "- [one](#11-one-b)\n  - **B**: 2 | 3\n  - **D**: 4\n  - **E**: 5\n",
            "## 1.1 *One* \\<b\\>\n",
        ] {
            assert!(written.contains(line), "{line} in\n{written}");
        }
    }
}
