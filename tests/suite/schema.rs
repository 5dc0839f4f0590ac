//! The JSON Schemas, judged by a validator that is not ours.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jsonschema::Validator;
use ropa::record::Kind;
use ropa::schema::{self, Shape, Visibility};
use serde_json::{Value, json};
use tempfile::tempdir;

use crate::program::ropa;
use crate::scaffold::started;

static VALIDATORS: LazyLock<HashMap<String, Validator>> = LazyLock::new(|| {
    let compiled = |schema: &Value| jsonschema::draft7::new(schema).expect("a schema");
    schema::schemas().iter().map(|(name, schema)| (name.clone(), compiled(schema))).collect()
});

/// What a schema has against a value.
pub fn errors(schema: &str, value: &Value) -> Vec<String> {
    VALIDATORS[schema].iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// A TOML text as editors hand it to a validator: dates are strings.
pub fn json_of(text: &str) -> Value {
    fn value(toml: toml::Value) -> Value {
        match toml {
            toml::Value::Datetime(date) => date.to_string().into(),
            toml::Value::Array(list) => list.into_iter().map(value).collect(),
            toml::Value::Table(table) => table.into_iter().map(|(key, inner)| (key, value(inner))).collect(),
            toml::Value::String(text) => text.into(),
            toml::Value::Integer(number) => number.into(),
            toml::Value::Float(number) => number.into(),
            toml::Value::Boolean(flag) => flag.into(),
        }
    }
    value(toml::Value::Table(text.parse().expect("TOML")))
}

/// Every TOML file below a registry, with the name of its schema.
fn files(registry: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(registry).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap();
        if stem == ropa::archive::FOLDER {
            // What notices said before is JSON, and no record.
            continue;
        }
        if path.is_dir() {
            let kind = Kind::of_folder(stem).unwrap_or_else(|| panic!("{} is no kind", path.display()));
            let name = format!("{}.schema.json", kind.schema_stem());
            found.extend(toml_below(&path).into_iter().map(|path| (path, name.clone())));
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            found.push((path.clone(), format!("{stem}.schema.json")));
        }
    }
    found
}

fn toml_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(toml_below(&path));
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            found.push(path);
        }
    }
    found
}

fn assert_fits(registry: &Path) {
    let files = files(registry);
    assert!(!files.is_empty(), "{}", registry.display());
    for (path, schema) in files {
        let record = json_of(&fs::read_to_string(&path).unwrap());
        assert_eq!(errors(&schema, &record), [""; 0], "{} against {schema}", path.display());
    }
}

#[test]
fn schemas_are_schemas() {
    let schemas = schema::schemas();
    let names: BTreeSet<&str> = schemas.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!((names.len(), schemas.len()), (33, 33));
    for (name, schema) in &schemas {
        assert_eq!(jsonschema::draft7::meta::validate(schema).map_err(|error| error.to_string()), Ok(()), "{name}");
        assert_eq!(schema["$id"], name.as_str());
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
        assert!(schema["title"].is_string() && schema["description"].is_string(), "{name}");
    }
}

#[test]
fn every_registry_at_hand_fits() {
    let folder = started();
    assert_fits(&folder.path().join("registry"));
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let notices = fs::read_dir(here.join("tests/notices")).into_iter().flatten().map(|entry| entry.unwrap().path());
    for registry in notices.chain([here.join("registry")]).filter(|path| path.is_dir()) {
        assert_fits(&registry);
    }
}

#[test]
fn mistakes_do_not_fit() {
    let base = json!({ "title": "Newsletter", "purposes": { "send": { "title": "send it" } } });
    assert_eq!(errors("activity.schema.json", &base), [""; 0]);
    for (mistake, words) in [
        (json!({ "title": "a", "purpose": {} }), "'purpose' was unexpected"),
        (json!({ "title": "a", "purposes": { "send": { "titel": "b" } } }), "'titel' was unexpected"),
        (json!({ "title": "a", "purposes": { "Send It": {} } }), "Send It"),
        (json!({ "title": "a", "data": { "x": { "required": "maybe" } } }), "/data/x/required"),
        (json!({ "title": "a", "reviewed": "yesterday" }), "date"),
        (json!({ "title": "a", "owner": 1 }), "not of type"),
        (json!({ "title": "" }), "/title"),
        (json!({ "owner": "Marketing" }), "\"title\" is a required property"),
        (json!({ "title": "a", "waivers": [{ "lint": "x" }] }), "required property"),
    ] {
        let found = errors("activity.schema.json", &mistake).join("\n");
        assert!(found.contains(words), "{mistake}: `{words}` is not in: {found}");
    }
    for (schema, mistake) in [
        ("activities.schema.json", json!({ "Newsletter": { "title": "a" } })),
        ("activities.schema.json", json!({ "newsletter": { "titel": "a" } })),
        ("activities.schema.json", json!({ "newsletter": "a" })),
        ("retention-rule.schema.json", json!({ "title": "a", "period": "six years" })),
        ("system.schema.json", json!({ "title": "a", "countries": ["XX"] })),
        ("legal-basis.schema.json", json!({ "title": "a", "article": "6(1)(g)" })),
        ("data-category.schema.json", json!({ "name": "a", "items": { "b": { "condition": "c" } } })),
        ("notice.schema.json", json!({ "title": "a", "sections": { "wrights": {} } })),
        ("registry.schema.json", json!({ "titel": "a" })),
    ] {
        assert!(!errors(schema, &mistake).is_empty(), "{schema} takes {mistake}");
    }
}

/// Calls `each` with every property of a schema, at every depth, and the visibility around it.
fn properties(schema: &Value, around: &str, path: &str, each: &mut dyn FnMut(&str, &str, &Value)) {
    match schema {
        Value::Object(object) => {
            if let Some(Value::Object(properties_here)) = object.get("properties") {
                assert_eq!(object["additionalProperties"], false, "{path}");
                for (name, property) in properties_here {
                    let path = format!("{path}/{name}");
                    each(&path, around, property);
                    properties(property, property["x-visibility"].as_str().unwrap_or(around), &path, each);
                }
            }
            let rest = object.iter().filter(|(key, _)| *key != "properties");
            rest.for_each(|(_, value)| properties(value, around, path, each));
        }
        Value::Array(list) => list.iter().for_each(|value| properties(value, around, path, each)),
        _ => {}
    }
}

#[test]
fn every_property_says_what_it_is_and_who_may_read_it() {
    let mut count = 0;
    for (name, schema) in schema::schemas() {
        let around = schema["x-visibility"].as_str().unwrap_or("public").to_owned();
        properties(&schema, &around, &name, &mut |path, around, property| {
            count += 1;
            let description = property["description"].as_str().unwrap_or_default();
            assert!(description.ends_with(['.', '"']), "{path}: {description}");
            assert!(!description.contains('\n'), "{path}: {description}");
            let visibility = property["x-visibility"].as_str().unwrap_or_default();
            assert!(["public", "internal"].contains(&visibility), "{path}");
            assert!(around == "public" || visibility == "internal", "{path} is public within something internal");
        });
        assert!(!schema.to_string().contains("\"$ref\""), "{name}");
    }
    assert!(count > 500, "{count}");
}

#[test]
fn fields_are_listed_at_every_depth() {
    let fields = schema::fields(Kind::Activity);
    let of = |path: &str| fields.iter().find(|field| field.path == path).unwrap_or_else(|| panic!("no {path}"));

    assert_eq!(fields[0].path, "title");
    assert_eq!((fields[0].required, fields[0].visibility), (true, Visibility::Internal));
    let title = of("purposes.*.title");
    assert_eq!((title.visibility, &title.shape), (Visibility::Public, &Shape::Phrase));
    assert_eq!(title.sentence.as_deref(), Some("We use your data to ..."));
    assert_eq!(title.articles, ["13(1)(c)", "14(1)(c)", "30(1)(b)"]);
    assert_eq!(of("purposes").shape, Shape::Rows(Box::new(Shape::Table)));
    assert_eq!(of("purposes.*.note").visibility, Visibility::Internal);
    assert_eq!(of("purposes.*.legal-bases").refers_to.as_deref(), Some("legal-bases"));
    assert_eq!(of("data.*.sources").refers_to.as_deref(), Some("sources-of-data"));
    assert_eq!(of("dpia.reason").visibility, Visibility::Internal);
    assert_eq!((&of("waivers[].expires").shape, of("waivers[].expires").required), (&Shape::Date, true));
    match &of("data.*.required").shape {
        Shape::Choice(choices) => {
            let words: Vec<&str> = choices.iter().map(|choice| choice.word.as_str()).collect();
            assert_eq!(words, ["statute", "contract", "to-enter-contract", "voluntary"]);
            assert_eq!(choices[0].meaning.as_deref(), Some("The law requires it."));
        }
        other => panic!("{other:?}"),
    }

    let fields = schema::fields(Kind::DataCategory);
    let paths: Vec<&str> = fields.iter().map(|field| field.path.as_str()).collect();
    assert!(paths.contains(&"items") && paths.contains(&"items.*.label"), "{paths:?}");
    assert!(matches!(fields.iter().find(|field| field.path == "items").unwrap().shape, Shape::Either(_)));
    let transfers = schema::fields(Kind::ClientProcessing);
    assert!(transfers.iter().filter(|f| f.path.starts_with("transfers")).all(|f| f.visibility == Visibility::Internal));
    let name = schema::fields(Kind::Processor).swap_remove(0);
    assert_eq!(name.internal_if.as_deref(), Some("shown-as = \"category\""));
    assert!(schema::settings_fields().iter().all(|field| field.visibility == Visibility::Internal));
}

#[test]
fn the_program_prints_and_writes_the_same_schemas() {
    let folder = tempdir().unwrap();
    let all = ropa(folder.path(), &["schema"]).done().out;
    assert_eq!(all, ropa(folder.path(), &["schema"]).done().out);
    let printed: Value = serde_json::from_str(&all).unwrap();
    let mut expected = schema::schemas();
    expected.push(("findings.schema.json".to_owned(), ropa::diagnostic::json::schema()));
    expected.push(("verify.schema.json".to_owned(), ropa::verify::schema()));
    expected.push(("theme.schema.json".to_owned(), schema::theme_schema()));
    expected.push(("profile.schema.json".to_owned(), ropa::export::profile::schema()));
    expected.push(("coverage.schema.json".to_owned(), ropa::coverage::json::schema()));
    expected.push(("diff.schema.json".to_owned(), ropa::change::report::json::schema()));
    expected.push((ropa::export::json::SCHEMA.to_owned(), ropa::export::json::schema()));
    expected.push((ropa::import::sheets::SCHEMA.to_owned(), ropa::import::sheets::schema()));
    assert_eq!(printed.as_object().unwrap().len(), expected.len());

    let ran = ropa(folder.path(), &["schema", "--output", "some/schemas"]).done();
    assert!(ran.err.contains("41 schemas written to some/schemas"), "{}", ran.err);
    ropa(folder.path(), &["schema", "--output", "some/schemas"]).done();
    let written = fs::read_dir(folder.path().join("some/schemas")).unwrap().count();
    assert_eq!(written, expected.len());
    for (name, schema) in expected {
        let text = fs::read_to_string(folder.path().join("some/schemas").join(&name)).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), schema);
        assert_eq!(printed[&name], schema);
        let stem = name.strip_suffix(".schema.json").unwrap();
        assert_eq!(ropa(folder.path(), &["schema", stem]).done().out, text);
    }
    ropa(folder.path(), &["schema", "activites"]).refused("did you mean `activities`?");
}
