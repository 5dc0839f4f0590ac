//! The register as CommonMark.

use std::collections::BTreeSet;

use comrak::nodes::NodeValue;
use comrak::{Anchorizer, Arena, Options};
use ropa::handover::markdown::register;

use super::{assert_known, made, of_files, read, registries};

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options
}

/// What a reader of CommonMark finds: headings with their levels, addresses of links, and all words.
fn parsed(text: &str) -> (Vec<(u8, String)>, Vec<String>, String) {
    let arena = Arena::new();
    let root = comrak::parse_document(&arena, text, &options());
    let (mut headings, mut links, mut words) = (Vec::new(), Vec::new(), String::new());
    for node in root.descendants() {
        match &node.data().value {
            NodeValue::Heading(heading) => {
                let text = node.descendants().filter_map(|node| match &node.data().value {
                    NodeValue::Text(text) => Some(text.to_string()),
                    NodeValue::Code(code) => Some(code.literal.clone()),
                    _ => None,
                });
                headings.push((heading.level, text.collect()));
            }
            NodeValue::Link(link) => links.push(link.url.clone()),
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::Code(code) => words.push_str(&code.literal),
            NodeValue::Paragraph | NodeValue::TableCell => words.push('\n'),
            NodeValue::HtmlBlock(_) | NodeValue::HtmlInline(_) | NodeValue::Image(_) => panic!("markup in {text}"),
            _ => {}
        }
    }
    (headings, links, words)
}

#[test]
fn every_registry_is_commonmark_with_its_facts() {
    for folder in registries() {
        let reading = read(&folder);
        let text = made(&reading, register);
        let (headings, links, _) = parsed(&text);
        let mut anchorizer = Anchorizer::new();
        let slugs: BTreeSet<String> = headings.iter().map(|(_, words)| anchorizer.anchorize(words)).collect();
        assert!(links.len() > 50);
        for link in &links {
            let sound = match link.strip_prefix('#') {
                Some(slug) => slugs.contains(slug),
                None => ["https://", "http://", "mailto:", "tel:"].iter().any(|start| link.starts_with(start)),
            };
            assert!(sound, "{}: {link}", folder.display());
        }
        assert_eq!(headings.iter().filter(|(level, _)| *level == 1).count(), 1);
        assert!(headings.is_sorted_by(|(one, _), (other, _)| *other <= one + 1), "no level is left out");
        assert_known(&folder, |_, title| {
            let head = text.lines().find(|line| line.starts_with("### 2.") && line.ends_with(title)).unwrap();
            let rest = &text[text.find(&format!("{head}\n")).unwrap()..];
            let part = rest[4..].find("\n### ").map_or(rest, |end| &rest[..end + 4]);
            parsed(part).2
        });
        assert_eq!(text, made(&reading, register));
        let widest = text.lines().map(|line| line.matches(" | ").count()).max().unwrap();
        assert!(widest < 4, "wide tables are lists");
    }
}

#[test]
fn hostile_words_stay_words() {
    let hostile = "<script>x</script> [a](javascript:b) ![c](d) | # e ``f`` &lt; ~~g~~ <!-- h";
    let toml = hostile.replace('\\', "\\\\");
    let activity = format!("title = \"{toml}\"\nowner = \"{toml}\"\nsummary = \"# heading\\n\\nwords\"\n");
    let controllers = format!("[us]\nname = \"{toml}\"\n");
    let reading = of_files(&[
        ("registry.toml", &format!("title = \"{toml}\"\n")),
        ("controllers.toml", &controllers),
        ("activities/a.toml", &activity),
    ]);
    let text = made(&reading, register);
    let (headings, links, words) = parsed(&text);
    assert_eq!(headings[0], (1, hostile.to_owned()));
    assert!(words.matches(hostile).count() > 5, "{words}");
    assert!(links.iter().all(|link| link.starts_with('#')), "{links:?}");
    assert!(headings.iter().all(|(_, words)| words != "heading"), "a heading of an author is a paragraph");
}
