//! YAML with the place of every value.
//!
//! `granit-parser` reads the text as events with their bytes, bounds how deep collections stand in each
//! other, and never expands an alias. Here the events become values: plain words get the types of YAML 1.2,
//! aliases the value of their anchor, `<<` the entries it names. What aliases make is counted, so that a
//! small file cannot grow without end.

use std::collections::HashMap;

use granit_parser::{Event, Parser, ScalarStyle, ScanError, options};

use crate::decode::Key;
use crate::diagnostic::Diagnostic;
use crate::import::json::syntax::shown;
use crate::import::{Content, Node};
use crate::source::{FileId, Span};

/// How deep values may stand in each other. Manifests need about twelve levels.
const DEEPEST: usize = 60;

/// So many values are made of a file, with what aliases stand for.
const MOST: usize = 1_000_000;

/// The documents of a text; what is wrong is written down, and then there are none.
pub(super) fn read(text: &str, found: &mut Vec<Diagnostic>) -> Vec<Node> {
    let limits = options! { flow_nesting_limit: DEEPEST, block_nesting_limit: DEEPEST, emit_comments: false };
    let mut reader = Reader { documents: Vec::new(), open: Vec::new(), anchors: HashMap::new(), made: 0, found };
    for next in Parser::new_from_str_with_options(text, limits) {
        let read = match next {
            Ok((event, span)) => {
                let range = span.byte_range().unwrap_or_default();
                reader.event(event, Span::new(FileId(0), range))
            }
            Err(error) => Err(Box::new(no_yaml(text, &error))),
        };
        if let Err(wrong) = read {
            reader.found.push(*wrong);
            return Vec::new();
        }
    }
    reader.documents
}

fn no_yaml(text: &str, error: &ScanError) -> Diagnostic {
    let mut at = error.marker().byte_offset().unwrap_or_default().min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let end = text[at..].chars().next().filter(|c| *c != '\n').map_or(at, |c| at + c.len_utf8());
    Diagnostic::error("yaml-syntax", Span::new(FileId(0), at..end), format!("the file is no YAML: {}", error.info()))
        .label("YAML cannot be read here")
        .note(format!("values may stand at most {DEEPEST} levels deep in each other"))
        .help("mend the file with a program that knows YAML; fides itself tells what it cannot read")
}

/// A collection whose end was not met yet.
struct Open {
    anchor: usize,
    span: Span,
    content: Content,
    /// The key whose value comes next.
    key: Option<Key>,
    /// The keys that were met.
    keys: HashMap<String, Span>,
}

impl Open {
    fn new(anchor: usize, span: Span, content: Content) -> Open {
        Open { anchor, span, content, key: None, keys: HashMap::new() }
    }
}

struct Reader<'f> {
    documents: Vec<Node>,
    open: Vec<Open>,
    anchors: HashMap<usize, (Node, usize)>,
    made: usize,
    found: &'f mut Vec<Diagnostic>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, span: Span) -> Result<(), Box<Diagnostic>> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let is_text = tag.is_some_and(|tag| tag.is_yaml_core_schema_tag("str"));
                let content = if style == ScalarStyle::Plain && !is_text {
                    plain(&text)
                } else {
                    Content::Text(text.into_owned())
                };
                self.value(Node { content, span }, anchor, 1)
            }
            Event::SequenceStart(_, anchor, _) => {
                self.open.push(Open::new(anchor, span, Content::List(Vec::new())));
                Ok(())
            }
            Event::MappingStart(_, anchor, _) => {
                self.open.push(Open::new(anchor, span, Content::Table(Vec::new())));
                Ok(())
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let Some(Open { anchor, span: start, content, .. }) = self.open.pop() else { return Ok(()) };
                let mut node = Node { content, span: Span { end: span.end.max(start.end), ..start } };
                merge(&mut node);
                let size = if anchor == 0 { 1 } else { size(&node) };
                self.value(node, anchor, size)
            }
            Event::Alias(anchor) => {
                let Some((node, size)) = self.anchors.get(&anchor) else {
                    return Err(Box::new(
                        Diagnostic::error("yaml-syntax", span, "an alias stands in the value that it names")
                            .help("write the value out"),
                    ));
                };
                let (node, size) = (node.clone(), *size);
                self.count(size, span)?;
                self.value(node, 0, 0)
            }
            _ => Ok(()),
        }
    }

    fn count(&mut self, more: usize, at: Span) -> Result<(), Box<Diagnostic>> {
        self.made += more;
        if self.made <= MOST {
            return Ok(());
        }
        Err(Box::new(
            Diagnostic::error("too-large", at, "the file holds more values than a register can")
                .note(format!("at most {MOST} values are read, and each alias counts as the values that it stands for"))
                .help("split the file, or write out what its aliases stand for"),
        ))
    }

    /// Puts a whole value where it belongs.
    fn value(&mut self, node: Node, anchor: usize, size: usize) -> Result<(), Box<Diagnostic>> {
        self.count(1, node.span)?;
        if anchor != 0 {
            self.anchors.insert(anchor, (node.clone(), size));
        }
        let Some(open) = self.open.last_mut() else {
            self.documents.push(node);
            return Ok(());
        };
        match (&mut open.content, open.key.take()) {
            (Content::List(items), _) => items.push(node),
            (Content::Table(entries), Some(key)) => match open.keys.insert(key.name.clone(), key.span) {
                Some(first) if key.name != MERGE => self.found.push(twice(&key, first)),
                _ => entries.push((key, node)),
            },
            (Content::Table(_), None) if matches!(node.content, Content::List(_) | Content::Table(_)) => {
                return Err(Box::new(
                    Diagnostic::error("yaml-syntax", node.span, "a list or table stands where a key belongs")
                        .help("write the key as a word"),
                ));
            }
            (Content::Table(_), None) => open.key = Some(Key { name: key_of(&node), span: node.span }),
            _ => {}
        }
        Ok(())
    }
}

/// The key whose value is a table that this one begins with.
const MERGE: &str = "<<";

fn twice(key: &Key, first: Span) -> Diagnostic {
    Diagnostic::error("duplicate-key", key.span, format!("the key `{}` stands twice", shown(&key.name)))
        .label("and again here")
        .related(first, "first here")
        .note("of two such entries most programs see one only, so nothing is guessed")
        .help("keep one of the two")
}

fn key_of(node: &Node) -> String {
    match &node.content {
        Content::Text(text) => text.clone(),
        Content::Null => "null".into(),
        _ => node.written(),
    }
}

/// Puts the entries that `<<` names into the table; those of the table itself win.
fn merge(node: &mut Node) {
    let Content::Table(entries) = &mut node.content else { return };
    while let Some(at) = entries.iter().position(|(key, node)| {
        key.name == MERGE
            && (node.is_table() || matches!(&node.content, Content::List(all) if all.iter().all(Node::is_table)))
    }) {
        let (_, merged) = entries.remove(at);
        for (key, inner) in merged.each().iter().flat_map(Node::entries) {
            if !entries.iter().any(|(known, _)| known.name == key.name) {
                entries.push((key.clone(), inner.clone()));
            }
        }
    }
}

fn size(node: &Node) -> usize {
    match &node.content {
        Content::List(items) => 1 + items.iter().map(size).sum::<usize>(),
        Content::Table(entries) => 1 + entries.iter().map(|(_, inner)| size(inner)).sum::<usize>(),
        _ => 1,
    }
}

/// A word without quotes: the core schema of YAML 1.2.
fn plain(text: &str) -> Content {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Content::Null,
        "true" | "True" | "TRUE" => Content::Flag(true),
        "false" | "False" | "FALSE" => Content::Flag(false),
        _ if is_number(text) => Content::Number(text.to_owned()),
        _ => Content::Text(text.to_owned()),
    }
}

fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && digits.contains(|c: char| c.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'-' | b'+'))
        && text.parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::import::Content;

    fn names(text: &str) -> Vec<&'static str> {
        let mut found = Vec::new();
        let documents = read(text, &mut found);
        assert!(documents.is_empty() || found.iter().all(|one| one.name == "duplicate-key"));
        found.iter().map(|one| one.name).collect()
    }

    #[test]
    fn words_have_the_types_of_yaml_and_places() {
        let text = "a: 1\nb: [yes, true, ~, '1', 2024-01-02, 1.5, !!str 7]\n---\n- x: &x {k: v, l: w}\n- <<: *x\n  l: z\n- *x\n";
        let documents = read(text, &mut Vec::new());
        let list = documents[0].get("b").unwrap().each();
        let is = |at: usize, content: Content| assert_eq!(list[at].content, content);
        is(0, Content::Text("yes".into()));
        is(1, Content::Flag(true));
        is(2, Content::Null);
        is(3, Content::Text("1".into()));
        is(4, Content::Text("2024-01-02".into()));
        is(5, Content::Number("1.5".into()));
        is(6, Content::Text("7".into()));
        assert_eq!(&text[list[4].span.start as usize..list[4].span.end as usize], "2024-01-02");
        let merged = &documents[1].each()[1];
        assert_eq!(merged.get("l").unwrap().text(), Some("z"));
        assert_eq!(merged.get("k").unwrap().text(), Some("v"));
        assert_eq!(documents[1].each()[2].get("l").unwrap().text(), Some("w"));
    }

    #[test]
    fn harm_is_refused() {
        assert_eq!(names("a: [1, 2"), ["yaml-syntax"]);
        assert_eq!(names("a: 1\na: 2\n"), ["duplicate-key"]);
        assert_eq!(names("a: *nobody"), ["yaml-syntax"]);
        assert_eq!(names("a: &a [*a]"), ["yaml-syntax"]);
        assert_eq!(names("? [a]\n: b"), ["yaml-syntax"]);
        assert_eq!(names(&"[".repeat(100_000)), ["yaml-syntax"]);
        assert_eq!(
            names(&(0..200).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect::<String>()),
            ["yaml-syntax"]
        );
        let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for level in 1..12 {
            let before = format!("*a{}", level - 1);
            bomb.push_str(&format!("a{level}: &a{level} [{}]\n", vec![before; 10].join(", ")));
        }
        assert_eq!(names(&bomb), ["too-large"]);
    }
}
