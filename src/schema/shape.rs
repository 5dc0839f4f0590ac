//! What a field takes, read from its schema.

use serde_json::Value;

/// What a field takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// Plain text.
    Text,
    /// One line of inline Markdown.
    Phrase,
    /// Paragraphs of Markdown.
    Prose,
    /// Text of a fixed form, such as a period; with examples.
    Form(Vec<String>),
    /// A day.
    Date,
    /// A whole number.
    Number,
    /// Yes or no.
    Flag,
    /// One of some words.
    Choice(Vec<Choice>),
    /// An id or key of what is named here: a folder of records, `parties` ...
    Reference(String),
    /// A list of these.
    List(Box<Shape>),
    /// A table with keys of its own, which are fields too.
    Table,
    /// A table of rows whose keys the author makes up.
    Rows(Box<Shape>),
    /// Any of these.
    Either(Vec<Shape>),
}

/// A word that a field takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The word.
    pub word: String,
    /// What it means, where the word does not say it.
    pub meaning: Option<String>,
}

impl Shape {
    pub(super) fn of(schema: &Value) -> Shape {
        let text = |key: &str| schema[key].as_str();
        let list = |key: &str| schema[key].as_array();
        if let Some(target) = text("x-refers-to") {
            return Shape::Reference(target.to_owned());
        }
        if let Some(alternatives) = list("anyOf") {
            return Shape::Either(alternatives.iter().map(Shape::of).collect());
        }
        if let Some(words) = list("oneOf").or(list("enum")) {
            return Shape::Choice(words.iter().flat_map(choices).collect());
        }
        match text("type") {
            Some("boolean") => Shape::Flag,
            Some("integer" | "number") => Shape::Number,
            Some("array") => Shape::List(Box::new(Shape::of(&schema["items"]))),
            Some("object") if schema["additionalProperties"].is_object() => {
                Shape::Rows(Box::new(Shape::of(&schema["additionalProperties"])))
            }
            Some("object") => Shape::Table,
            _ if text("format") == Some("date") => Shape::Date,
            _ if text("pattern").is_some() => Shape::Form(strings(&schema["examples"])),
            _ => match text("x-format") {
                Some("inline Markdown") => Shape::Phrase,
                Some(_) => Shape::Prose,
                None => Shape::Text,
            },
        }
    }

    /// What the field, or each of its elements, names by id.
    pub fn refers_to(&self) -> Option<&str> {
        match self {
            Shape::Reference(target) => Some(target),
            Shape::List(element) | Shape::Rows(element) => element.refers_to(),
            Shape::Either(shapes) => shapes.iter().find_map(Shape::refers_to),
            _ => None,
        }
    }
}

/// One alternative of a choice: a bare word, a word with its meaning, or several bare words.
fn choices(alternative: &Value) -> Vec<Choice> {
    if let Some(word) = alternative.as_str() {
        return vec![Choice { word: word.to_owned(), meaning: None }];
    }
    if let Some(word) = alternative["const"].as_str() {
        let meaning = alternative["description"].as_str().map(str::to_owned);
        return vec![Choice { word: word.to_owned(), meaning }];
    }
    strings(&alternative["enum"]).into_iter().map(|word| Choice { word, meaning: None }).collect()
}

/// The strings of a list; none if it is no list.
pub(super) fn strings(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
