//! JSON with the place of every value.
//!
//! serde_json judges the text first, so that what is JSON and what is not is no question of ours; it says
//! where the text stops being JSON. What follows only walks a text that is known to be right, and keeps
//! places, the order of members, and members that stand twice.

use serde::de::IgnoredAny;

use crate::decode::Key;
use crate::diagnostic::Diagnostic;
use crate::import::{Content, Node};
use crate::source::{FileId, Span};

/// How deep values may stand in each other. Records need eight levels.
const DEEPEST: usize = 60;

/// The value of a JSON text; what is wrong is written down, and then there is none.
pub(in crate::import) fn read(text: &str, found: &mut Vec<Diagnostic>) -> Option<Node> {
    if let Err(error) = serde_json::from_str::<IgnoredAny>(text) {
        found.push(not_json(text, &error));
        return None;
    }
    let mut walker = Walker { text, at: 0, depth: 0, found };
    walker.value()
}

fn not_json(text: &str, error: &serde_json::Error) -> Diagnostic {
    let line = error.line().saturating_sub(1);
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let mut at = (start + error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let end = text[at..].chars().next().filter(|c| *c != '\n').map_or(at, |c| at + c.len_utf8());
    let message = error.to_string();
    // The place is told beside the line itself.
    let message = message.rsplit_once(" at line ").map_or(message.as_str(), |(message, _)| message);
    Diagnostic::error("json-syntax", Span::new(FileId(0), at..end), format!("the file is no JSON: {message}"))
        .label("JSON cannot be read here")
        .help("export the registry again, or mend the file with a program that knows JSON")
}

struct Walker<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
    found: &'t mut Vec<Diagnostic>,
}

impl Walker<'_> {
    fn blank(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
    }

    fn next(&mut self) -> u8 {
        self.blank();
        self.text.as_bytes().get(self.at).copied().unwrap_or_default()
    }

    /// Steps over a comma or a closing bracket, and says whether it was a comma.
    fn goes_on(&mut self) -> bool {
        let comma = self.next() == b',';
        self.at = (self.at + 1).min(self.text.len());
        comma
    }

    fn span(&self, start: usize) -> Span {
        Span::new(FileId(0), start..self.at)
    }

    fn value(&mut self) -> Option<Node> {
        let first = self.next();
        let start = self.at;
        let content = match first {
            b'{' | b'[' if self.depth == DEEPEST => {
                self.found.push(
                    Diagnostic::error(
                        "too-deep",
                        Span::new(FileId(0), start..start + 1),
                        "values stand too deep in each other",
                    )
                    .note(format!("the deepest that is read is {DEEPEST} levels; records need far fewer")),
                );
                return None;
            }
            b'{' => self.nested(Walker::table)?,
            b'[' => self.nested(Walker::list)?,
            b'"' => Content::Text(self.string()?),
            _ => {
                let rest = &self.text[start..];
                let end = rest.find([',', ']', '}', ' ', '\t', '\n', '\r']).unwrap_or(rest.len());
                self.at += end;
                match &rest[..end] {
                    "null" => Content::Null,
                    "true" => Content::Flag(true),
                    "false" => Content::Flag(false),
                    number => Content::Number(number.to_owned()),
                }
            }
        };
        Some(Node { content, span: self.span(start) })
    }

    fn nested(&mut self, read: impl FnOnce(&mut Self) -> Option<Content>) -> Option<Content> {
        self.at += 1;
        self.depth += 1;
        let content = read(self);
        self.depth -= 1;
        content
    }

    fn list(&mut self) -> Option<Content> {
        let mut items = Vec::new();
        if self.next() == b']' {
            self.at += 1;
            return Some(Content::List(items));
        }
        loop {
            items.push(self.value()?);
            if !self.goes_on() {
                return Some(Content::List(items));
            }
        }
    }

    fn table(&mut self) -> Option<Content> {
        let mut entries: Vec<(Key, Node)> = Vec::new();
        let mut first: std::collections::HashMap<String, Span> = std::collections::HashMap::new();
        if self.next() == b'}' {
            self.at += 1;
            return Some(Content::Table(entries));
        }
        loop {
            self.blank();
            let start = self.at;
            let name = self.string()?;
            let key = Key { name, span: self.span(start) };
            self.blank();
            self.at += 1;
            let value = self.value()?;
            match first.get(&key.name) {
                Some(other) => self.found.push(
                    Diagnostic::error(
                        "duplicate-key",
                        key.span,
                        format!("the key `{}` stands twice", shown(&key.name)),
                    )
                    .label("and again here")
                    .related(*other, "first here")
                    .note("of two such members most programs see one only, so nothing is guessed")
                    .help("keep one of the two; ids of records and keys of rows must differ"),
                ),
                None => {
                    first.insert(key.name.clone(), key.span);
                    entries.push((key, value));
                }
            }
            if !self.goes_on() {
                return Some(Content::Table(entries));
            }
        }
    }

    fn string(&mut self) -> Option<String> {
        let start = self.at;
        let mut escaped = false;
        let bytes = self.text.as_bytes().iter().skip(start + 1);
        let length = bytes.take_while(|byte| {
            let inside = escaped || **byte != b'"';
            escaped = !escaped && **byte == b'\\';
            inside
        });
        self.at = (start + length.count() + 2).min(self.text.len());
        match serde_json::from_str(&self.text[start..self.at]) {
            Ok(text) => Some(text),
            Err(_) => {
                self.found.push(
                    Diagnostic::error("json-syntax", self.span(start), "the text has an escape that is no character")
                        .note("half of a surrogate pair, such as `\\ud800`, is no character"),
                );
                // What follows can be read all the same.
                Some(String::new())
            }
        }
    }
}

/// A key, short enough for a message.
pub(in crate::import) fn shown(key: &str) -> String {
    key.chars().take(80).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::read;
    use crate::import::{Content, Node};

    fn json(node: &Node) -> serde_json::Value {
        match &node.content {
            Content::Null => serde_json::Value::Null,
            Content::Flag(flag) => (*flag).into(),
            Content::Number(number) => number.parse::<serde_json::Number>().unwrap().into(),
            Content::Text(text) => text.as_str().into(),
            Content::List(items) => items.iter().map(json).collect(),
            Content::Table(entries) => entries.iter().map(|(key, node)| (key.name.clone(), json(node))).collect(),
        }
    }

    fn names(text: &str) -> Vec<(&'static str, (usize, usize))> {
        let mut found = Vec::new();
        read(text, &mut found);
        let source = crate::source::Source { path: String::new(), text: text.to_owned() };
        found.iter().map(|one| (one.name, source.position(one.primary.span.start))).collect()
    }

    #[test]
    fn mistakes_have_a_place() {
        assert_eq!(names("{\n  \"a\": 1,\n  b\n}"), [("json-syntax", (3, 3))]);
        assert_eq!(names(""), [("json-syntax", (1, 1))]);
        assert_eq!(names("{\"é\": 1 2}"), [("json-syntax", (1, 9))]);
        assert_eq!(names("{\"a\": 1,\n\"a\": \"\\ud800\"}"), [("json-syntax", (2, 6)), ("duplicate-key", (2, 1))]);
        assert_eq!(names(&format!("{}{}", "[".repeat(100), "]".repeat(100))), [("too-deep", (1, 61))]);
        assert_eq!(names(&"[".repeat(2_000_000))[0].0, "json-syntax");
    }

    proptest! {
        #[test]
        fn it_reads_what_serde_json_reads(text in "[\\[\\]{}\",:0-9a-e.\\\\ \ntrufalsn-]{0,40}") {
            let mut found = Vec::new();
            let node = read(&text, &mut found);
            match serde_json::from_str::<serde_json::Value>(&text) {
                Ok(value) => {
                    let twice = found.iter().any(|one| one.name == "duplicate-key");
                    prop_assert!(twice || node.as_ref().map(json) == Some(value), "{found:?}");
                }
                // Numbers beyond all bounds are JSON; here they are told later.
                Err(error) => prop_assert!(!found.is_empty() || error.to_string().contains("number out of range")),
            }
        }
    }
}
