//! The fields of a schema, one by one.

use serde_json::Value;

use super::shape::{self, Shape};

/// One field of a record, at any depth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldInfo {
    /// Where it stands: keys joined by dots, `*` for the key of a row, `[]` after a list whose
    /// elements are tables: `purposes.*.title`, `waivers[].lint`.
    pub path: String,
    /// Its documentation.
    pub description: String,
    /// Who may read it.
    pub visibility: Visibility,
    /// Where a public field is internal all the same: `shown-as = "category"`.
    pub internal_if: Option<String>,
    /// Whether what it stands in cannot do without it.
    pub required: bool,
    /// What it takes.
    pub shape: Shape,
    /// The sentence that its text completes.
    pub sentence: Option<String>,
    /// The articles that ask for it.
    pub articles: Vec<String>,
    /// What it, or each of its elements, names by id: a folder of records, `parties` ...
    pub refers_to: Option<String>,
}

/// Who may read a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Visibility {
    /// It may reach a notice.
    Public,
    /// It stays in the register.
    Internal,
}

impl Visibility {
    /// The word for it in schemas.
    pub fn name(self) -> &'static str {
        match self {
            Visibility::Public => "public",
            Visibility::Internal => "internal",
        }
    }

    /// What a schema says of itself.
    pub(super) fn of(schema: &Value) -> Option<Visibility> {
        match schema["x-visibility"].as_str()? {
            "internal" => Some(Visibility::Internal),
            _ => Some(Visibility::Public),
        }
    }
}

/// The fields of a finished schema, in its order, each before those in it.
pub(super) fn of(schema: &Value) -> Vec<FieldInfo> {
    let mut fields = Vec::new();
    collect(schema, "", &mut fields);
    fields
}

fn collect(schema: &Value, path: &str, fields: &mut Vec<FieldInfo>) {
    let required = shape::strings(&schema["required"]);
    for (name, property) in schema["properties"].as_object().into_iter().flatten() {
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        fields.push(field(path.clone(), required.contains(name), property));
        collect(property, &path, fields);
    }
    if schema["items"].is_object() {
        collect(&schema["items"], &format!("{path}[]"), fields);
    }
    if schema["additionalProperties"].is_object() {
        collect(&schema["additionalProperties"], &format!("{path}.*"), fields);
    }
    for alternative in schema["anyOf"].as_array().into_iter().flatten() {
        collect(alternative, path, fields);
    }
}

fn field(path: String, required: bool, schema: &Value) -> FieldInfo {
    let text = |key: &str| schema[key].as_str().map(str::to_owned);
    let shape = Shape::of(schema);
    FieldInfo {
        path,
        description: text("description").unwrap_or_default(),
        visibility: Visibility::of(schema).unwrap_or(Visibility::Internal),
        internal_if: text("x-internal-if"),
        required,
        sentence: text("x-text"),
        articles: shape::strings(&schema["x-articles"]),
        refers_to: shape.refers_to().map(str::to_owned),
        shape,
    }
}
