//! The JSON Schema of the exported registry, from the schemas of the kinds.

use serde_json::{Map, Value, json};

use super::{FORMAT, SCHEMA};
use crate::record::Kind;
use crate::schema;

/// Keys under which a schema holds schemas.
const NESTED: [&str; 5] = ["items", "additionalProperties", "anyOf", "oneOf", "allOf"];

/// From this many words on a choice is defined once and named elsewhere: the countries.
const LONG_CHOICE: usize = 50;

/// The schema of what [`registry`](super::registry) makes and [`crate::import::json`] reads, in the
/// draft 2020-12.
///
/// It is a little wider than what is exported: `$schema`, `made-by`, `complete`, `settings` and the
/// `file` of a record may be absent, for those who write such a file themselves.
pub fn schema() -> Value {
    let mut definitions = Map::new();
    let settings = part(schema::settings_schema(), &mut definitions);
    definitions.insert("settings".into(), settings);
    let mut kinds = Map::new();
    for kind in Kind::ALL {
        let record = part(schema::record_schema(kind), &mut definitions);
        definitions.insert(kind.schema_stem().into(), record);
        kinds.insert(kind.folder().into(), records(kind));
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": FORMAT,
        "description": "A registry as one file: settings and records as they are written in TOML, dates as texts. \
            The order of members counts. Comments are not kept.",
        "type": "object",
        "required": ["format", "records"],
        "additionalProperties": false,
        "properties": {
            "$schema": { "description": "Name of this schema.", "type": "string" },
            "format": { "description": "The format and its version.", "const": FORMAT },
            "made-by": {
                "description": "What wrote the file.",
                "type": "object",
                "properties": {
                    "program": { "description": "Name of the program.", "type": "string" },
                    "version": { "description": "Its version.", "type": "string" },
                    "legal-data": {
                        "description": "Day of the newest legal data that the program knew.",
                        "type": "string",
                        "format": "date",
                    },
                    "commit": { "description": "The commit that was read, if it was not the work tree.", "type": "string" },
                },
            },
            "complete": {
                "description": "Whether all records of the registry are here (the default), or a selection of them.",
                "type": "boolean",
            },
            "settings": { "description": "What stands in registry.toml.", "$ref": "#/$defs/settings" },
            "records": {
                "description": "The records by kind and id, in the order of files and places.",
                "type": "object",
                "additionalProperties": false,
                "properties": kinds,
            },
        },
        "$defs": definitions,
    })
}

fn records(kind: Kind) -> Value {
    let folder = kind.folder();
    json!({
        "description": format!("Records of the kind `{folder}` by id."),
        "type": "object",
        "propertyNames": { "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 80 },
        "additionalProperties": {
            "type": "object",
            "required": ["record"],
            "additionalProperties": false,
            "properties": {
                "file": {
                    "description": format!(
                        "The file it stands in, below the registry: `{folder}.toml` for many records, or one ending \
                         in its id, `{folder}/the-id.toml` (the default), `{folder}/a-folder/the-id.toml`."
                    ),
                    "type": "string",
                    "pattern": format!(r"^{folder}(/[^/\\]+)*\.toml$"),
                },
                "record": { "$ref": format!("#/$defs/{}", kind.schema_stem()) },
            },
        },
    })
}

/// A schema as a part of this one: it does not name itself, days have their form, and long choices stand
/// among the definitions.
fn part(mut schema: Value, definitions: &mut Map<String, Value>) -> Value {
    if let Some(schema) = schema.as_object_mut() {
        schema.remove("$schema");
        schema.remove("$id");
    }
    share(&mut schema, definitions);
    schema
}

fn share(schema: &mut Value, definitions: &mut Map<String, Value>) {
    match schema {
        Value::Array(alternatives) => alternatives.iter_mut().for_each(|one| share(one, definitions)),
        Value::Object(schema) => {
            // Validators are free to take `format` as a remark.
            if schema.get("format").is_some_and(|format| format == "date") {
                schema.insert("pattern".into(), r"^\d{4}-\d{2}-\d{2}$".into());
            }
            if let Some(words) = schema.get("enum").filter(|words| is_long(words)).cloned() {
                let has_union = words.as_array().is_some_and(|words| words.iter().any(|word| word == "EU"));
                let name = if has_union { "jurisdiction" } else { "country" };
                definitions.insert(name.into(), json!({ "type": "string", "enum": words }));
                schema.remove("type");
                schema.remove("enum");
                schema.insert("$ref".into(), format!("#/$defs/{name}").into());
            }
            if let Some(Value::Object(properties)) = schema.get_mut("properties") {
                properties.values_mut().for_each(|property| share(property, definitions));
            }
            for key in NESTED {
                if let Some(nested) = schema.get_mut(key) {
                    share(nested, definitions);
                }
            }
        }
        _ => {}
    }
}

fn is_long(words: &Value) -> bool {
    words.as_array().is_some_and(|words| words.len() > LONG_CHOICE)
}
