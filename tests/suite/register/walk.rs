//! Walks the pages of the register: their words, anchors and links.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use pulldown_cmark::{Event, Parser, Tag};
use ropa::document::{Block, Document, ListItem, Text};
use ropa::markdown;
use ropa::register::Page;

fn texts<'d>(document: &'d Document, found: &mut Vec<&'d Text>) {
    fn items<'d>(list: &'d [ListItem], found: &mut Vec<&'d Text>) {
        for item in list {
            found.push(&item.text);
            items(&item.items, found);
        }
    }
    fn blocks<'d>(list: &'d [Block], found: &mut Vec<&'d Text>) {
        for block in list {
            match block {
                Block::Heading { text, .. }
                | Block::Paragraph { text }
                | Block::Pages { text }
                | Block::Prose { text } => found.push(text),
                Block::List { items: list, .. } => items(list, found),
                Block::Table { head, rows } => found.extend(head.iter().chain(rows.iter().flatten())),
                Block::Listing { head, rows } => {
                    found.extend(head.iter().map(|column| &column.text));
                    found.extend(rows.iter().flatten().map(|cell| &cell.text));
                }
                Block::Facts { facts } => {
                    found.extend(facts.iter().flat_map(|fact| std::iter::once(&fact.term).chain(&fact.lines)));
                }
                Block::Lines { lines } => found.extend(lines),
                Block::Figure { caption, blocks: list, .. } => {
                    found.push(caption);
                    blocks(list, found);
                }
            }
        }
    }
    found.push(&document.title);
    blocks(&document.lead, found);
    for section in &document.sections {
        found.push(&section.heading);
        blocks(&section.blocks, found);
    }
}

/// All words of a page, line by line.
pub fn words(page: &Page) -> String {
    let mut found = Vec::new();
    texts(&page.document, &mut found);
    found.iter().fold(String::new(), |mut out, text| {
        writeln!(out, "{}", markdown::words(&text.words)).unwrap();
        out
    })
}

/// The anchors of sections and headings.
pub fn anchors(document: &Document) -> Vec<&str> {
    let mut found = Vec::new();
    for section in &document.sections {
        found.push(section.anchor.as_str());
        found.extend(section.blocks.iter().filter_map(|block| match block {
            Block::Heading { anchor, .. } => Some(anchor.as_str()),
            _ => None,
        }));
    }
    found
}

/// The pictures of a page.
pub fn pictures(page: &Page) -> impl Iterator<Item = &str> {
    let blocks = page.document.lead.iter().chain(page.document.sections.iter().flat_map(|section| &section.blocks));
    blocks.filter_map(|block| match block {
        Block::Figure { svg, .. } => Some(svg.as_str()),
        _ => None,
    })
}

/// The targets of the links in a picture.
fn links_of_picture(svg: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).unwrap();
    let links = document.descendants().filter_map(|node| node.attribute("href"));
    links.map(str::to_owned).collect()
}

/// The targets of all links, those of the trail and of pictures included.
pub fn links(page: &Page) -> Vec<String> {
    let mut found: Vec<&Text> = page.trail.iter().collect();
    texts(&page.document, &mut found);
    let targets = |text: &Text| {
        let links = Parser::new(&text.words).filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.into_string()),
            _ => None,
        });
        links.collect::<Vec<_>>()
    };
    found.into_iter().flat_map(targets).chain(pictures(page).flat_map(links_of_picture)).collect()
}

/// The route that a relative link leads to; nothing for links to other sites.
pub fn target(route: &str, link: &str) -> Option<String> {
    if link.contains(':') {
        return None;
    }
    let mut steps: Vec<&str> = route.split('/').collect();
    steps.pop();
    for step in link.split('#').next().unwrap().split('/') {
        match step {
            ".." => drop(steps.pop()),
            "." => {}
            step => steps.push(step),
        }
    }
    Some(steps.join("/"))
}

/// Every link leads to a page, every page is reached from the start, no anchor stands twice.
pub fn check_links(pages: &BTreeMap<String, Page>) {
    let mut reached = BTreeSet::from(["internal/index.html".to_owned()]);
    let mut next = vec!["internal/index.html".to_owned()];
    while let Some(route) = next.pop() {
        // The text of a notice has the links of the public page, which only its HTML leads elsewhere.
        let links = if pages[&route].text_of.is_some() { Vec::new() } else { links(&pages[&route]) };
        for link in links {
            let Some(target) = target(&route, &link) else { continue };
            if target.starts_with("internal/downloads/") {
                continue;
            }
            assert!(pages.contains_key(&target), "{route} links to {link}, which is no page");
            if reached.insert(target.clone()) {
                next.push(target);
            }
        }
    }
    let all: BTreeSet<String> = pages.keys().cloned().collect();
    assert_eq!(all.difference(&reached).collect::<Vec<_>>(), Vec::<&String>::new(), "pages without a way to them");
    for (route, page) in pages {
        let anchors = anchors(&page.document);
        assert_eq!(anchors.iter().collect::<BTreeSet<_>>().len(), anchors.len(), "{route} repeats an anchor");
    }
}
