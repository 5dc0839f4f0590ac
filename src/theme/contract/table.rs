//! The contract for people.

use std::fmt::Write;

use serde_json::{Map, Value};

use super::{PAGES, Page, VERSION};

/// The widest line.
const WIDTH: usize = 100;

/// The pages there are, and what every template can use.
pub fn overview() -> String {
    let mut text = format!("{VERSION}: what templates may use\n\n");
    for page in &PAGES {
        let _ = writeln!(text, "  {:<16}{:<22}{}", page.name, page.template, page.about);
    }
    text.push_str(
        "\nEvery template can also use:\n\n  \
         theme           what theme.toml sets: header, favicon, footer\n  \
         t(key=\"...\")    a message of the strings\n\n\
         `ropa theme data PAGE` prints the fields of a page. Fields may be added within a version;\n\
         a field that goes, or means something else, makes a new one.\n",
    );
    text
}

/// The fields of a page, then those of what stands in them.
pub fn table(page: &Page) -> String {
    let schema = page.schema();
    let mut text = format!("{}  {}\n{}\n", page.template, VERSION, page.about);
    fields(&mut text, &schema);
    for (name, definition) in schema["definitions"].as_object().into_iter().flatten() {
        // What is no table of fields is told where it is used.
        let kinds = definition["oneOf"].as_array().map(Vec::as_slice).unwrap_or_default();
        let tables: Vec<&Value> = kinds.iter().filter(|kind| kind["properties"].is_object()).collect();
        if definition["properties"].is_object() || !tables.is_empty() {
            let _ = write!(text, "\n{}", said(name));
            let about = definition["description"].as_str().unwrap_or_default();
            let _ = writeln!(text, ": {}", about.trim_end_matches('.'));
        }
        if definition["properties"].is_object() {
            fields(&mut text, definition);
        }
        if tables.is_empty() && !kinds.is_empty() {
            let about = definition["description"].as_str().unwrap_or_default();
            let _ = writeln!(text, "\n{}: {}", said(name), about.trim_end_matches('.'));
            for kind in kinds {
                let value = kind["const"].as_str().unwrap_or_default();
                let _ = writeln!(text, "  {value:<14}{}", kind["description"].as_str().unwrap_or_default());
            }
        }
        for kind in tables {
            let tag = kind["properties"]["type"]["const"].as_str().unwrap_or_default();
            let about = kind["description"].as_str().unwrap_or_default();
            let _ = writeln!(text, "\n  type = \"{tag}\": {}", about.trim_end_matches('.'));
            fields(&mut text, kind);
        }
    }
    text
}

fn fields(text: &mut String, schema: &Value) {
    let none = Map::new();
    let properties = schema["properties"].as_object().unwrap_or(&none);
    let required = schema["required"].as_array().map(Vec::as_slice).unwrap_or_default();
    let shown = properties.iter().filter(|(name, field)| *name != "type" || field.get("const").is_none());
    for (name, field) in shown {
        let always = required.iter().any(|known| known.as_str() == Some(name));
        let kind = if always { kind(field) } else { format!("{}, or absent", kind(field)) };
        let head = format!("  {name:<14}{kind:<26}");
        let words = field["description"].as_str().unwrap_or_default();
        let mut line = if head.len() > 42 { head + "  " } else { head };
        let mut rest = words.split_whitespace().peekable();
        while let Some(word) = rest.next() {
            line.push_str(word);
            let next = rest.peek().map_or(0, |next| next.len() + 1);
            if rest.peek().is_some() && line.chars().count() + next > WIDTH {
                let _ = writeln!(text, "{}", line.trim_end());
                line = " ".repeat(42);
            } else if rest.peek().is_some() {
                line.push(' ');
            }
        }
        let _ = writeln!(text, "{}", line.trim_end());
    }
}

/// What a field holds, in words.
fn kind(schema: &Value) -> String {
    if let Some([only]) = schema["allOf"].as_array().map(Vec::as_slice) {
        return kind(only);
    }
    if let Some(target) = schema["$ref"].as_str() {
        return said(target.rsplit('/').next().unwrap_or_default());
    }
    for key in ["anyOf", "oneOf"] {
        if let Some(kinds) = schema[key].as_array() {
            let kinds: Vec<String> = kinds.iter().filter(|one| one["type"] != "null").map(kind).collect();
            return kinds.join(" or ");
        }
    }
    if schema["contentMediaType"] == "text/html" {
        return "HTML".to_owned();
    }
    let name = match &schema["type"] {
        Value::Array(names) => names.iter().find(|name| *name != "null").and_then(Value::as_str),
        name => name.as_str(),
    };
    match name {
        Some("string") => "text".to_owned(),
        Some("integer" | "number") => "number".to_owned(),
        Some("boolean") => "true or false".to_owned(),
        Some("array") => format!("list of {}", kind(&schema["items"])),
        Some(other) => other.to_owned(),
        None => "anything".to_owned(),
    }
}

/// The name of a type in words: `SectionView` is a section.
fn said(name: &str) -> String {
    let mut words = String::new();
    for c in name.trim_end_matches("View").chars() {
        if c.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(c.to_lowercase());
    }
    words
}
