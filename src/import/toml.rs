//! Records as TOML, as people write them.
//!
//! 1. A table begins with its plain values, their equals signs below each other; tables in it follow under
//!    headers of their own, with an empty line before each.
//! 2. A table that stands before a plain value cannot follow it without a change of order, so it is
//!    written in one line, or with dotted keys where that line would be long.
//! 3. Lists are broken where they are long, texts with line breaks stand between triple quotes, and days
//!    have no quotes where the schema says that a day stands there.

mod text;

use serde_json::Value;

use self::text::{key, quoted};
use super::faults::is_day;
use super::node::{Content, Node};
use crate::decode::Key;

/// Columns that a list or table in one line may take.
const WIDTH: usize = 120;
/// The same for a list whose elements are small tables.
const ROW_WIDTH: usize = 140;
/// Entries up to which a table in a list is small.
const SMALL: usize = 3;

/// The text of a file, from its table and the schema of what may stand there.
pub fn document(root: &Node, schema: &Value) -> String {
    let mut out = String::new();
    table(&mut out, &[], root, schema, false);
    out
}

/// Whether a schema is that of a day.
pub(super) fn is_date(schema: &Value) -> bool {
    schema["format"] == "date"
}

/// The schema of what stands under a key; `Null` where nothing is known.
pub(super) fn below<'s>(schema: &'s Value, key: &str) -> &'s Value {
    let own = schema.get("properties").and_then(|properties| properties.get(key));
    let rows = || schema.get("additionalProperties").filter(|rows| rows.is_object());
    let any = || alternatives(schema).map(|one| below(one, key)).find(|found| !found.is_null());
    own.or_else(rows).or_else(any).unwrap_or(&Value::Null)
}

/// The schema of the elements of a list.
pub(super) fn element(schema: &Value) -> &Value {
    let any = || alternatives(schema).map(element).find(|found| !found.is_null());
    schema.get("items").or_else(any).unwrap_or(&Value::Null)
}

fn alternatives(schema: &Value) -> impl Iterator<Item = &Value> {
    schema["anyOf"].as_array().into_iter().flatten()
}

/// A table: its header where it needs one, its plain values, then the tables in it.
fn table(out: &mut String, path: &[&str], node: &Node, schema: &Value, element_of_list: bool) {
    let entries = node.entries();
    let plain = entries.iter().rposition(|(_, inner)| !has_header(inner)).map_or(0, |last| last + 1);
    let (plain, tables) = entries.split_at(plain);
    if !path.is_empty() && (element_of_list || !plain.is_empty() || tables.is_empty()) {
        if !out.is_empty() {
            out.push('\n');
        }
        let keys = path.iter().map(|name| key(name)).collect::<Vec<_>>().join(".");
        out.push_str(&if element_of_list { format!("[[{keys}]]\n") } else { format!("[{keys}]\n") });
    }
    lines(out, plain, schema);
    for (Key { name, .. }, inner) in tables {
        let path: Vec<&str> = path.iter().copied().chain([name.as_str()]).collect();
        let schema = below(schema, name);
        match &inner.content {
            Content::List(rows) => rows.iter().for_each(|row| table(out, &path, row, element(schema), true)),
            _ => table(out, &path, inner, schema, false),
        }
    }
}

/// Whether a value can stand under a header of its own, or several, and reads better so.
fn has_header(node: &Node) -> bool {
    match &node.content {
        Content::Table(_) => true,
        Content::List(rows) => {
            let small =
                |row: &Node| row.entries().len() <= SMALL && row.entries().iter().all(|(_, inner)| is_leaf(inner));
            !rows.is_empty() && rows.iter().all(Node::is_table) && !rows.iter().all(small)
        }
        _ => false,
    }
}

fn is_leaf(node: &Node) -> bool {
    !matches!(node.content, Content::Table(_) | Content::List(_))
}

/// Plain values, a line each, with their equals signs below each other.
fn lines(out: &mut String, entries: &[(Key, Node)], schema: &Value) {
    let mut rows: Vec<(String, &Node, &Value)> = Vec::new();
    for (Key { name, .. }, inner) in entries {
        flatten(key(name), inner, below(schema, name), &mut rows);
    }
    let width = rows.iter().map(|(key, ..)| key.chars().count()).max().unwrap_or_default();
    for (key, node, schema) in rows {
        out.push_str(&format!("{key:width$} = {}\n", block(node, schema)));
    }
}

/// A value under its key, or the values of a table that is too long for a line under dotted keys.
fn flatten<'n>(path: String, node: &'n Node, schema: &'n Value, rows: &mut Vec<(String, &'n Node, &'n Value)>) {
    let entries = node.entries();
    if entries.is_empty() || path.chars().count() + 3 + one_line(node, schema).chars().count() <= WIDTH {
        rows.push((path, node, schema));
        return;
    }
    for (Key { name, .. }, inner) in entries {
        flatten(format!("{path}.{}", key(name)), inner, below(schema, name), rows);
    }
}

/// A value behind its equals sign, on several lines where that reads better.
fn block(node: &Node, schema: &Value) -> String {
    match &node.content {
        Content::Text(text) if text.contains('\n') && !is_date(schema) => text::paragraphs(text),
        Content::List(items) if !items.is_empty() => {
            let line = one_line(node, schema);
            let limit = if items.len() == 1 && items.iter().all(Node::is_table) { ROW_WIDTH } else { WIDTH };
            if line.chars().count() <= limit {
                return line;
            }
            let lines = items.iter().map(|item| format!("  {},\n", one_line(item, element(schema))));
            format!("[\n{}]", lines.collect::<String>())
        }
        _ => one_line(node, schema),
    }
}

/// A value on one line.
fn one_line(node: &Node, schema: &Value) -> String {
    match &node.content {
        // It has been reported; an empty text keeps the place.
        Content::Null => "\"\"".into(),
        Content::Flag(flag) => flag.to_string(),
        Content::Number(number) => number.clone(),
        Content::Text(text) if is_date(schema) && is_day(text) => text.clone(),
        Content::Text(text) => quoted(text),
        Content::List(items) => {
            let items: Vec<String> = items.iter().map(|item| one_line(item, element(schema))).collect();
            format!("[{}]", items.join(", "))
        }
        Content::Table(entries) if entries.is_empty() => "{}".into(),
        Content::Table(entries) => {
            let entry = |(Key { name, .. }, inner): &(Key, Node)| {
                format!("{} = {}", key(name), one_line(inner, below(schema, name)))
            };
            format!("{{ {} }}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
    }
}
