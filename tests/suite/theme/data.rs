//! What templates may rely on, as `ropa theme data` prints it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use ropa::reading::Reading;
use ropa::site::Site;
use ropa::theme::Theme;
use ropa::theme::contract::{self, PAGES};
use serde_json::Value;
use tempfile::tempdir;

use super::root;
use crate::program::ropa;
use crate::scaffold::started;

/// The contract as it was published. A field may come; none may go or change without a new version.
const PUBLISHED: &str = "tests/fixtures/theme/contract.json";

#[test]
fn the_contract_is_the_published_one() {
    let path = root().join(PUBLISHED);
    let now = contract::whole();
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, format!("{now:#}\n")).unwrap();
    }
    let published: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    if published["version"] == now["version"] {
        let (before, after) = (paths(&published), paths(&now));
        let gone: Vec<&String> = before.difference(&after).collect();
        assert_eq!(gone, [] as [&String; 0], "gone without a new version in src/theme/contract.rs");
    }
    assert!(published == now, "the contract changed: say so in CHANGELOG.md, then UPDATE=1 cargo test the_contract");
    let changelog = fs::read_to_string(root().join("CHANGELOG.md")).unwrap();
    assert!(changelog.contains(contract::VERSION), "CHANGELOG.md does not name {}", contract::VERSION);
}

/// Every field with its type, and every field that is always there.
fn paths(value: &Value) -> BTreeSet<String> {
    fn walk(value: &Value, path: &str, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(map) => map.iter().filter(|(key, _)| *key != "description").for_each(|(key, value)| {
                walk(value, &format!("{path}/{key}"), found);
            }),
            Value::Array(items) => items.iter().for_each(|item| walk(item, &format!("{path}[]"), found)),
            other => _ = found.insert(format!("{path} = {other}")),
        }
    }
    let mut found = BTreeSet::new();
    walk(value, "", &mut found);
    found
}

#[test]
fn every_field_of_the_contract_says_what_it_is() {
    fn walk(value: &Value, path: &str, bare: &mut Vec<String>) {
        let Some(map) = value.as_object() else { return };
        for (name, field) in map.get("properties").and_then(Value::as_object).into_iter().flatten() {
            if field.get("const").is_none() && !field["description"].is_string() {
                bare.push(format!("{path}.{name}"));
            }
        }
        for (key, value) in map {
            walk(value, &format!("{path}.{key}"), bare);
            value.as_array().into_iter().flatten().for_each(|one| walk(one, &format!("{path}.{key}[]"), bare));
        }
    }
    let mut bare = Vec::new();
    walk(&contract::whole(), "", &mut bare);
    assert_eq!(bare, [""; 0]);
}

/// The data of every page of the example and of the manual, by template.
fn handed_over() -> BTreeMap<String, Vec<Value>> {
    let pages: Arc<Mutex<BTreeMap<String, Vec<Value>>>> = Arc::default();
    let observed = || {
        let pages = Arc::clone(&pages);
        let theme = Theme::of_folder("en", &root().join("themes/paper")).unwrap();
        theme.observed(Box::new(move |template, data| {
            pages.lock().unwrap().entry(template.to_owned()).or_default().push(data);
        }))
    };
    // No section of the example has a page of its own.
    let folder = tempdir().unwrap();
    crate::building::copy(&root().join("registry"), folder.path(), false);
    let notice = "title = \"Other\"\n[sections.cookies]\nown-page = true\n";
    fs::write(folder.path().join("notices/other.toml"), notice).unwrap();
    let reading = Reading::of_folder(folder.path(), "registry").unwrap();
    let theme = observed();
    let as_of = chrono::NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
    let site = Site { reading: &reading, theme: &theme, findings: &[], as_of, single_page: true };
    site.render(&|_, _| Ok(())).unwrap();
    ropa::manual::render(&ropa::cli::command(), &observed(), &|_, _| Ok(())).unwrap();
    let pages = pages.lock().unwrap();
    pages.clone()
}

#[test]
fn pages_keep_the_contract() {
    let pages = handed_over();
    for page in &PAGES {
        let mut schema = page.schema();
        closed(&mut schema);
        let validator = jsonschema::draft7::new(&schema).unwrap();
        let handed = pages.get(page.template).unwrap_or_else(|| panic!("the example has no {}", page.template));
        for data in handed {
            let errors: Vec<String> = validator
                .iter_errors(data)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .take(3)
                .collect();
            assert_eq!(errors, [""; 0], "{}", page.template);
        }
        for amount in contract::AMOUNTS {
            let made_up = contract::made_up(&page.schema(), amount);
            assert!(validator.is_valid(&made_up), "{} {amount:?}: {made_up:#}", page.name);
        }
    }
    let known: BTreeSet<&str> = PAGES.iter().map(|page| page.template).collect();
    assert_eq!(pages.keys().map(String::as_str).collect::<BTreeSet<_>>(), known);
}

/// Lets no field pass that the schema does not have.
fn closed(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            if map.contains_key("properties") {
                map.insert("additionalProperties".to_owned(), Value::Bool(false));
            }
            map.values_mut().for_each(closed);
        }
        Value::Array(items) => items.iter_mut().for_each(closed),
        _ => {}
    }
}

#[test]
fn the_default_templates_use_nothing_else() {
    let whole = contract::whole().to_string();
    let themes = ["themes/default/templates", "themes/paper/templates"];
    let files = themes.iter().flat_map(|folder| fs::read_dir(root().join(folder)).unwrap());
    let paths: Vec<PathBuf> = files.map(|entry| entry.unwrap().path()).collect();
    assert!(paths.len() > 12);
    let mut fields = 0;
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let marked = ["{{", "{%"].into_iter().flat_map(|open| {
            text.split(open).skip(1).filter_map(move |part| part.split(if open == "{{" { "}}" } else { "%}" }).next())
        });
        for part in marked {
            let code: String = part.split('"').step_by(2).collect::<Vec<_>>().join("\"");
            for (at, _) in code.match_indices('.') {
                let name: String = code[at + 1..].chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                let owner = code[..at].chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric() || c == '?');
                if !owner || name.is_empty() || code[..at].ends_with("loop") {
                    continue;
                }
                fields += 1;
                assert!(whole.contains(&format!("\"{name}\":")), "{}: {name} in {part}", path.display());
            }
        }
    }
    assert!(fields > 40, "{fields}");
}

#[test]
fn the_contract_is_printed() {
    let folder = tempdir().unwrap();
    let overview = ropa(folder.path(), &["theme", "data"]).done().out;
    assert!(overview.starts_with(contract::VERSION), "{overview}");
    for page in &PAGES {
        assert!(overview.contains(page.template));
        let table = ropa(folder.path(), &["theme", "data", page.name]).done().out;
        assert!(table.starts_with(&format!("{}  {}", page.template, contract::VERSION)), "{table}");
        let schema: Value =
            serde_json::from_str(&ropa(folder.path(), &["theme", "data", page.name, "--format", "json"]).done().out)
                .unwrap();
        assert_eq!(schema, page.schema());
        for field in schema["properties"].as_object().unwrap().keys() {
            assert!(table.lines().any(|line| line.trim_start().starts_with(field.as_str())), "{field}: {table}");
        }
    }
    ropa(folder.path(), &["theme", "data", "notce"]).refused("did you mean `notice`?");
    let sample = || ropa(root(), &["theme", "data", "notice", "--sample"]).done().out;
    let first: Value = serde_json::from_str(&sample()).unwrap();
    assert!(first["sections"].as_array().unwrap().len() > 5 && first["theme"].is_object());
    assert_eq!(sample(), sample());
    let folder = started();
    ropa(folder.path(), &["theme", "data", "sub-processors", "--sample"]).refused("makes no page with");
}

#[test]
fn theme_toml_has_a_schema() {
    let schema: Value = serde_json::from_str(&ropa(root(), &["schema", "theme"]).done().out).unwrap();
    let validator = jsonschema::draft7::new(&schema).unwrap();
    let own = fs::read_to_string(root().join("themes/paper/theme.toml")).unwrap();
    assert!(validator.is_valid(&crate::schema::json_of(&own)));
    for bad in ["naem = \"x\"", "[colours.light]\nink = \"red\"", "[logo]\nwidth = \"1\""] {
        assert!(!validator.is_valid(&crate::schema::json_of(bad)), "{bad}");
    }
}
