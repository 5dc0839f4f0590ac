//! Data made up from a schema, to try templates with.

use serde_json::{Map, Value, json};

/// How much there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// Every field, and every kind of what a list can hold.
    All,
    /// The fields that are always there, and lists with something in them.
    Least,
    /// The fields that are always there, and nothing in any list.
    Nothing,
}

/// Every amount: a template that can be rendered with each of them takes any page.
pub const AMOUNTS: [Amount; 3] = [Amount::All, Amount::Least, Amount::Nothing];

/// Lists that hold lists of their own kind end at this depth.
const DEEPEST: usize = 9;

/// Data that fit a schema.
pub fn made_up(schema: &Value, amount: Amount) -> Value {
    Maker { root: schema, amount }.value(schema, 0)
}

struct Maker<'a> {
    root: &'a Value,
    amount: Amount,
}

impl<'a> Maker<'a> {
    fn value(&self, schema: &'a Value, depth: usize) -> Value {
        let schema = self.followed(schema);
        if let Some(value) = schema.get("const") {
            return value.clone();
        }
        if let Some(values) = schema["enum"].as_array() {
            let pick = if self.amount == Amount::All { values.last() } else { values.first() };
            return pick.cloned().unwrap_or_default();
        }
        if let Some(one) = self.kinds(schema).first() {
            return self.value(one, depth);
        }
        let name = match &schema["type"] {
            Value::Array(names) => names.iter().find(|name| *name != "null").and_then(Value::as_str),
            name => name.as_str(),
        };
        match name {
            Some("object") => self.table(schema, depth),
            Some("array") => self.list(schema, depth),
            Some("boolean") => json!(self.amount == Amount::All),
            Some("integer" | "number") => json!(1),
            _ if schema["contentMediaType"] == "text/html" => json!("<strong>words</strong>"),
            Some("string") => json!("words"),
            _ => Value::Null,
        }
    }

    fn table(&self, schema: &'a Value, depth: usize) -> Value {
        let required = schema["required"].as_array().map(Vec::as_slice).unwrap_or_default();
        let properties = schema["properties"].as_object().into_iter().flatten();
        let there = properties.filter(|(name, _)| {
            self.amount == Amount::All || required.iter().any(|known| known.as_str() == Some(name.as_str()))
        });
        let fields: Map<String, Value> =
            there.map(|(name, schema)| (name.clone(), self.value(schema, depth + 1))).collect();
        Value::Object(fields)
    }

    fn list(&self, schema: &'a Value, depth: usize) -> Value {
        let Some(items) = schema.get("items").filter(|_| self.amount != Amount::Nothing && depth < DEEPEST) else {
            return json!([]);
        };
        let items = self.followed(items);
        let kinds = self.kinds(items);
        let made = match kinds.as_slice() {
            [] => vec![self.value(items, depth + 1), self.value(items, depth + 1)],
            kinds => kinds.iter().map(|kind| self.value(kind, depth + 1)).collect(),
        };
        Value::Array(made)
    }

    /// The kinds of a value that can be of several, without the one that is nothing.
    fn kinds(&self, schema: &'a Value) -> Vec<&'a Value> {
        let listed = ["oneOf", "anyOf"].into_iter().find_map(|key| schema[key].as_array());
        listed.into_iter().flatten().filter(|kind| kind["type"] != "null").collect()
    }

    fn followed(&self, schema: &'a Value) -> &'a Value {
        // A reference with words beside it stands in a list of one.
        let schema = match schema["allOf"].as_array().map(Vec::as_slice) {
            Some([only]) => only,
            _ => schema,
        };
        let target = schema["$ref"].as_str().and_then(|target| self.root.pointer(target.trim_start_matches('#')));
        target.unwrap_or(schema)
    }
}
