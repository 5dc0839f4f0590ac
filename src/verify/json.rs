//! JSON twins.

use serde_json::Value;

use super::{CELL, Copy, Form, Passage, facts, spaced};
use crate::markdown;

/// The shape of the twins that can be read.
const SCHEMA: &str = "ropa-notice/1";

pub(super) fn read(text: &str) -> Option<Copy> {
    let twin: Value = serde_json::from_str(text).ok()?;
    if twin["schema"] != SCHEMA {
        return None;
    }
    let notice = twin["id"].as_str()?.to_owned();
    let mut copy = Copy {
        notice,
        form: Form::Json,
        updated: twin["updated"].as_str().and_then(|day| day.parse().ok()),
        sections: Vec::new(),
        passages: Vec::new(),
        facts: facts::facts(&twin),
    };
    let document = &twin["document"];
    let mut add = |section: &str, words: &str| {
        for line in words.split("\n\n") {
            let words = spaced(&markdown::words(line));
            if !words.is_empty() {
                copy.passages.push(Passage { section: section.to_owned(), words });
            }
        }
    };
    blocks(&document["lead"], &mut |words| add("head", words));
    for section in document["sections"].as_array()? {
        let anchor = section["anchor"].as_str()?;
        blocks(&section["blocks"], &mut |words| add(anchor, words));
        let heading = section["heading"].as_str().map(markdown::words).unwrap_or_default();
        copy.sections.push((anchor.to_owned(), heading));
    }
    Some(copy)
}

/// Every text of some blocks, in order: whatever is a string, but for the names of types and
/// anchors.
fn blocks(value: &Value, add: &mut dyn FnMut(&str)) {
    match value {
        Value::String(words) => add(words),
        Value::Array(values) => values.iter().for_each(|value| blocks(value, add)),
        Value::Object(object) => {
            // The words of an item stand before the items below it.
            let own = ["text", "term"].iter().filter_map(|key| object.get(*key));
            let below = ["items", "facts", "lines"].iter().filter_map(|key| object.get(*key));
            own.chain(below).for_each(|value| blocks(value, add));
            let rows = object.get("rows").and_then(Value::as_array).into_iter().flatten();
            for row in object.get("head").into_iter().chain(rows) {
                let cells = row.as_array().into_iter().flatten().filter_map(Value::as_str);
                add(&cells.collect::<Vec<_>>().join(CELL));
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
