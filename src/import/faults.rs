//! What no TOML file can hold, and days that are none.

use serde_json::Value;

use super::node::{Content, Node};
use super::toml::{below, element, is_date};
use crate::decode::Key;
use crate::diagnostic::Diagnostic;

/// Finds values that cannot be written as TOML, and texts without the form of a day where a record takes
/// a day. Everything else is judged when the written text is read.
pub(super) fn faults(node: &Node, schema: &Value, found: &mut Vec<Diagnostic>) {
    match &node.content {
        Content::Null => found.push(
            Diagnostic::error("wrong-type", node.span, "`null` is no value of a record")
                .help("leave out the key, or the element of the list"),
        ),
        Content::Number(number) if !fits(number) => found.push(
            Diagnostic::error("bad-value", node.span, format!("the number `{}` is too large", shortened(number)))
                .note("whole numbers of a registry have at most 63 bits"),
        ),
        Content::Text(text) if is_date(schema) && !is_day(text) => found.push(
            Diagnostic::error("bad-date", node.span, format!("`{}` is no day", shortened(text)))
                .help("write a day of the calendar as year-month-day, such as `\"2026-01-31\"`"),
        ),
        Content::List(items) => items.iter().for_each(|item| faults(item, element(schema), found)),
        Content::Table(entries) => {
            entries.iter().for_each(|(Key { name, .. }, inner)| faults(inner, below(schema, name), found));
        }
        _ => {}
    }
}

/// Whether TOML has this number. Other numbers are told by those who wanted a whole one.
fn fits(number: &str) -> bool {
    number.contains(['.', 'e', 'E']) || number.parse::<i64>().is_ok()
}

/// Whether a text has the form of a day. Whether the calendar has it is judged with everything else.
pub(super) fn is_day(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 10
        && bytes
            .iter()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { *byte == b'-' } else { byte.is_ascii_digit() })
}

fn shortened(text: &str) -> String {
    let mut start: String = text.chars().take(40).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if text.chars().nth(40).is_some() {
        start.push('…');
    }
    start
}
