//! What schemars leaves to us: names, visibility and the line breaks of doc comments.

use serde_json::{Map, Value};

use super::field::Visibility;

/// Keys under which a schema holds schemas of what stands at the same place or one step below.
const NESTED: [&str; 5] = ["items", "additionalProperties", "anyOf", "oneOf", "allOf"];

/// Gives the root of a schema its name, in front of everything else.
pub(super) fn name(schema: Value, file_name: &str, title: &str) -> Value {
    let mut named = Map::new();
    named.insert("$schema".into(), "http://json-schema.org/draft-07/schema#".into());
    named.insert("$id".into(), file_name.into());
    named.insert("title".into(), title.into());
    if let Value::Object(mut rest) = schema {
        for key in ["description", "type", "required"] {
            named.extend(rest.remove(key).map(|value| (key.to_owned(), value)));
        }
        rest.retain(|key, _| !named.contains_key(key));
        named.extend(rest);
    }
    Value::Object(named)
}

/// Says of every property who may read it. What stands in something internal is internal.
pub(super) fn mark(mut schema: Value, from_above: Visibility) -> Value {
    go_on(&mut schema, from_above);
    schema
}

fn go_on(schema: &mut Value, from_above: Visibility) {
    match schema {
        Value::Array(alternatives) => alternatives.iter_mut().for_each(|one| go_on(one, from_above)),
        Value::Object(schema) => {
            if let Some(Value::String(text)) = schema.get_mut("description") {
                *text = unwrapped(text);
            }
            // schemars notes the width of integers, which no validator knows.
            if schema.get("type").is_some_and(|name| name == "integer") {
                schema.remove("format");
            }
            if let Some(Value::Object(properties)) = schema.get_mut("properties") {
                properties.values_mut().for_each(|property| mark_property(property, from_above));
            }
            for key in NESTED {
                if let Some(nested) = schema.get_mut(key) {
                    go_on(nested, from_above);
                }
            }
        }
        _ => {}
    }
}

fn mark_property(property: &mut Value, from_above: Visibility) {
    let visibility = match Visibility::of(property) {
        Some(Visibility::Internal) => Visibility::Internal,
        _ => from_above,
    };
    go_on(property, visibility);
    if let Value::Object(property) = property {
        property.insert("x-visibility".into(), visibility.name().into());
    }
}

/// A doc comment breaks its lines for the reader of the source; only its paragraphs mean something.
pub(crate) fn unwrapped(text: &str) -> String {
    let paragraphs: Vec<String> = text.split("\n\n").map(|paragraph| paragraph.replace('\n', " ")).collect();
    paragraphs.join("\n\n")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{mark, unwrapped};
    use crate::schema::Visibility;

    #[test]
    fn what_stands_in_something_internal_is_internal() {
        let inner = json!({ "properties": { "b": { "type": "string" } } });
        let schema = json!({ "properties": {
            "open": { "items": inner },
            "closed": { "x-visibility": "internal", "additionalProperties": { "anyOf": [inner] } },
        } });
        let marked = mark(schema, Visibility::Public);
        assert_eq!(marked["properties"]["open"]["x-visibility"], "public");
        assert_eq!(marked["properties"]["open"]["items"]["properties"]["b"]["x-visibility"], "public");
        let closed = &marked["properties"]["closed"];
        assert_eq!(closed["x-visibility"], "internal");
        assert_eq!(closed["additionalProperties"]["anyOf"][0]["properties"]["b"]["x-visibility"], "internal");
    }

    #[test]
    fn lines_are_joined_and_paragraphs_are_not() {
        assert_eq!(unwrapped("One\nsentence.\n\nAnother."), "One sentence.\n\nAnother.");
    }
}
