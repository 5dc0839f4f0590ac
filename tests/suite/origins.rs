//! Every sentence of a notice knows where it comes from; the register shows it, the public site
//! does not.

use std::fs;
use std::path::{Path, PathBuf};

use ropa::document::{Block, Document, ListItem, Text};
use ropa::reading::Reading;
use ropa::source::Origins;
use ropa::theme::Theme;
use ropa::view::notice::gather;

use crate::program::ropa;

/// The registries with notices.
pub fn registries() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let notices = fs::read_dir(root.join("tests/notices")).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<PathBuf> = notices.filter(|path| path.is_dir()).collect();
    found.push(root.join("registry"));
    found.sort();
    found
}

/// The sentences of a section with what they come from; those above the sections for `head`, and
/// the headings of the sections, which the contents list there.
pub fn sentences<'d>(document: &'d Document, section: &str) -> Vec<(&'d str, &'d Origins)> {
    let is_head = section == "head";
    let blocks: Vec<&Block> = if is_head {
        document.lead.iter().collect()
    } else {
        let sections = document.sections.iter().filter(|known| known.anchor == section);
        sections.flat_map(|known| &known.blocks).collect()
    };
    let headings = document.sections.iter().filter(|_| is_head).map(|section| &section.heading);
    let sentences = of_blocks(blocks.into_iter()).into_iter().chain(headings).flat_map(Text::sentences);
    sentences.filter_map(|(words, from)| Some((words, from?))).collect()
}

/// Every text of a document but the headings of tables, which belong to no record.
fn texts(document: &Document) -> Vec<&Text> {
    let mut found = vec![&document.title];
    found.extend(document.sections.iter().map(|section| &section.heading));
    found.extend(of_blocks(document.lead.iter().chain(document.sections.iter().flat_map(|section| &section.blocks))));
    found.retain(|text| !text.words.is_empty());
    found
}

/// The texts that the program composes, without the paragraphs of authors.
pub fn composed(document: &Document) -> Vec<&Text> {
    let blocks = document.lead.iter().chain(document.sections.iter().flat_map(|section| &section.blocks));
    of_blocks(blocks.filter(|block| !matches!(block, Block::Prose { .. })))
}

pub fn of_blocks<'d>(blocks: impl Iterator<Item = &'d Block>) -> Vec<&'d Text> {
    fn of_item<'d>(item: &'d ListItem, found: &mut Vec<&'d Text>) {
        found.push(&item.text);
        item.items.iter().for_each(|item| of_item(item, found));
    }
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text } | Block::Pages { text } | Block::Prose { text } => {
                found.push(text)
            }
            Block::List { items, .. } => items.iter().for_each(|item| of_item(item, &mut found)),
            Block::Table { rows, .. } => found.extend(rows.iter().flatten()),
            Block::Listing { rows, .. } => found.extend(rows.iter().flatten().map(|cell| &cell.text)),
            Block::Facts { facts } => {
                found.extend(facts.iter().flat_map(|fact| std::iter::once(&fact.term).chain(&fact.lines)));
            }
            Block::Lines { lines } => found.extend(lines),
            Block::Figure { blocks, .. } => found.extend(of_blocks(blocks.iter())),
        }
    }
    found
}

fn unknown(document: &Document) -> Vec<String> {
    let sentences = texts(document).into_iter().flat_map(Text::sentences);
    let unknown = sentences.filter(|(_, from)| from.is_none_or(Origins::is_empty));
    unknown.map(|(words, _)| words.to_owned()).collect()
}

#[test]
fn every_sentence_of_a_notice_knows_where_it_comes_from() {
    let theme = Theme::embedded("en").unwrap();
    let strings = theme.strings();
    for folder in registries() {
        let reading = Reading::of_folder(&folder, "registry").unwrap();
        for (_, entry) in reading.registry.notices.iter() {
            let facts = gather(&reading.registry, entry);
            let whole = ropa::notice::compose(&facts, strings);
            assert!(texts(&whole).len() > 10, "{}: a notice with words", folder.display());
            let documents =
                (0..facts.groups.len()).map(|group| ropa::notice::compose_for_group(&facts, group, strings));
            for document in std::iter::once(whole).chain(documents) {
                let unknown = unknown(&document);
                assert!(unknown.is_empty(), "{}: {:?}: {unknown:#?}", folder.display(), document.title.words);
            }
        }
    }
}

#[test]
fn the_register_shows_where_sentences_come_from_and_the_public_site_does_not() {
    let folder = tempfile::tempdir().unwrap();
    let registry = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/notices/upcloud");
    let built = ropa(folder.path(), &["--registry", registry.to_str().unwrap(), "build"]);
    assert_eq!(built.code, 1, "what the notice leaves out is found: {}", built.err);
    let text = fs::read_to_string(folder.path().join("output/internal/notices/privacy/text.html")).unwrap();
    let rules = fs::read_to_string(registry.join("retention.toml")).unwrap();
    let heads = rules.lines().enumerate().filter(|(_, line)| line.starts_with('['));
    let linked = |at: usize| text.contains(&format!(">retention.toml:{}</a>", at + 1));
    assert!(heads.into_iter().any(|(at, _)| linked(at)), "a rule on time is a source, by its own line");
    assert!(text.contains(r#"<a href="../../activities/prospecting.html">activities/prospecting.toml:"#));
    let public = folder.path().join("output/public");
    for entry in walk(&public) {
        let page = fs::read_to_string(&entry).unwrap();
        assert!(!page.contains(".toml") && !page.contains("class=\"ropa-from\""), "{}", entry.display());
    }
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(walk(&path)) } else { found.push(path) }
    }
    found
}
