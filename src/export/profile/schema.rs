//! The JSON Schema of a profile, for editors: with the names of all facts.

use serde_json::{Value, json};

use crate::export::facts;
use crate::schema;

/// The schema of `profiles/NAME.toml`.
pub fn schema() -> Value {
    let mut schema = schema::profile_schema();
    let names: Vec<Value> = facts::all().map(|fact| json!({ "const": fact.name, "description": fact.doc })).collect();
    let parts = &mut schema["properties"]["sheets"]["items"]["properties"]["parts"]["items"]["properties"];
    for key in ["columns", "facts"] {
        parts[key]["items"]["properties"]["from"]["items"] = json!({ "type": "string", "oneOf": names });
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::schema;

    #[test]
    fn it_knows_the_facts() {
        let schema = schema();
        let parts = &schema["properties"]["sheets"]["items"]["properties"]["parts"]["items"]["properties"];
        for key in ["columns", "facts"] {
            let column = &parts[key]["items"]["properties"];
            assert!(column["label"].is_object(), "{schema:#}");
            assert!(column["from"]["items"]["oneOf"].as_array().is_some_and(|facts| facts.len() > 200));
        }
    }
}
