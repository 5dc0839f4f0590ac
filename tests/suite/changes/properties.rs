//! What holds for every registry.

use proptest::prelude::{ProptestConfig, Strategy, any, proptest};
use ropa::change::compare;
use ropa::export::json::of_toml;
use ropa::record::Kind;
use ropa::schema::{self, FieldInfo, Shape};
use serde_json::{Map, Value, json};

use super::{example, reading, told};

#[test]
fn a_registry_does_not_differ_from_itself() {
    let (one, other) = (example(|_, text| text.to_owned()), example(|_, text| text.to_owned()));
    assert!(compare(&one, &other).changes.is_empty());
}

/// The same facts as another text: no comments, other keys first, inline tables, other spaces.
fn rewritten(text: &str) -> String {
    fn toml(value: &Value) -> String {
        match value {
            Value::Array(list) if !list.is_empty() => {
                format!("[\n  {},\n]", list.iter().map(toml).collect::<Vec<_>>().join(",\n  "))
            }
            Value::Object(table) => {
                let pairs = table.iter().map(|(key, value)| format!("\"{key}\" = {}", inline(value)));
                format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
            }
            other => inline(other),
        }
    }
    fn inline(value: &Value) -> String {
        match value {
            Value::String(text) if text.parse::<chrono::NaiveDate>().is_ok() => text.clone(),
            Value::Array(list) => format!("[{}]", list.iter().map(inline).collect::<Vec<_>>().join(", ")),
            Value::Object(_) => toml(value),
            other => other.to_string(),
        }
    }
    let table: Map<String, Value> = of_toml(text).unwrap();
    // Purposes and rows keep their order, which is told; keys of a record have none.
    let mut keys: Vec<&String> = table.keys().collect();
    keys.sort_by_key(|key| std::cmp::Reverse(key.len()));
    keys.iter().map(|key| format!("  \"{key}\"   =   {} # a comment\n\n", toml(&table[*key]))).collect()
}

#[test]
fn reformatting_is_silence() {
    let before = example(|_, text| text.to_owned());
    let is_record = |path: &str| path.ends_with(".toml");
    let after = example(|path, text| if is_record(path) { rewritten(text) } else { text.to_owned() });
    assert!(!after.is_broken(), "{:?}", after.diagnostics.first());
    assert!(compare(&before, &after).changes.is_empty(), "{}", told(&before, &after));
}

#[test]
fn moved_files_are_no_change() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("registry");
    let read = ropa::load::load(&folder, "registry").unwrap();
    let mut loaded = ropa::load::Loaded::default();
    for (_, source) in read.sources.iter() {
        let parts: Vec<&str> = source.path.split('/').collect();
        let path = match parts.as_slice() {
            [kind, .., file] if *kind != "profiles" => format!("{kind}/elsewhere/{file}"),
            _ => source.path.clone(),
        };
        loaded.add(&path, source.text.clone());
    }
    let after = ropa::reading::Reading::of_loaded(loaded);
    assert!(compare(&example(|_, text| text.to_owned()), &after).changes.is_empty());
}

/// Two values that a field can take, and that say different things.
fn two(field: &FieldInfo, shape: &Shape) -> (Value, Value) {
    match shape {
        Shape::Text | Shape::Phrase | Shape::Prose => match field.path.rsplit('.').next().unwrap() {
            "country" | "countries" | "locations" | "registered-in" => (json!("FI"), json!("US")),
            _ => (json!("one thing"), json!("another thing")),
        },
        Shape::Form(_) => (json!("P1Y"), json!("P3Y")),
        Shape::Date => (json!("2026-01-31"), json!("2026-02-28")),
        Shape::Number => (json!(1), json!(2)),
        Shape::Flag => (json!(true), json!(false)),
        Shape::Choice(choices) => (json!(choices[0].word), json!(choices.get(1).map_or("other", |one| &one.word))),
        Shape::Reference(_) => (json!("first-id"), json!("second-id")),
        Shape::List(element) => {
            let (one, other) = two(field, element);
            (json!([one]), json!([one, other]))
        }
        Shape::Table => (json!({ "first-key": "one thing" }), json!({ "first-key": "another thing" })),
        Shape::Rows(element) => {
            let (one, other) = two(field, element);
            (json!({ "first-row": one }), json!({ "first-row": one, "second-row": other }))
        }
        Shape::Either(shapes) => two(field, &shapes[0]),
    }
}

/// A record in which nothing stands but one value, at its place.
fn record(path: &str, value: Value) -> Value {
    let mut tree = value;
    for part in path.split('.').rev() {
        tree = match part.strip_suffix("[]") {
            Some(part) => json!({ part: [tree] }),
            None if part == "*" => json!({ "row": tree }),
            None => json!({ part: tree }),
        };
    }
    tree
}

fn text(kind: Kind, path: &str, value: Value) -> String {
    let name = if matches!(kind, Kind::Activity) { "title" } else { "name" };
    let mut record = record(path, value);
    if record.get(name).is_none() {
        record[name] = json!("Something");
    }
    toml(record)
}

fn toml(record: Value) -> String {
    fn inline(value: &Value) -> String {
        match value {
            Value::Array(list) => format!("[{}]", list.iter().map(inline).collect::<Vec<_>>().join(", ")),
            Value::Object(table) => {
                let pairs = table.iter().map(|(key, value)| format!("{key} = {}", inline(value)));
                format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
            }
            Value::String(text) if text.parse::<chrono::NaiveDate>().is_ok() => text.clone(),
            other => other.to_string(),
        }
    }
    record.as_object().unwrap().iter().map(|(key, value)| format!("{key} = {}\n", inline(value))).collect()
}

#[test]
fn every_key_that_an_article_asks_for_is_reported() {
    let mut asked = 0;
    for kind in Kind::ALL {
        for field in schema::fields(kind).into_iter().filter(|field| !field.articles.is_empty()) {
            let (one, other) = two(&field, &field.shape);
            let path = format!("{}/thing.toml", kind.folder());
            let nothing = text(kind, "note", json!("nothing"));
            let (one, other) = (text(kind, &field.path, one), text(kind, &field.path, other));
            for (before, after) in [(&one, &other), (&nothing, &one), (&one, &nothing)] {
                let before = reading(&[(path.as_str(), before)]);
                let after = reading(&[(path.as_str(), after)]);
                let difference = compare(&before, &after);
                // The key itself, what it stands in, or what stands in it.
                let within = |key: &str, other: &str| {
                    let (key, other) = (key.replace("[]", ""), other.replace("[]", ""));
                    key == other || other.starts_with(&format!("{key}."))
                };
                let is_it = |key: &str| !key.is_empty() && (within(key, &field.path) || within(&field.path, key));
                let found = difference.changes.iter().find(|change| is_it(&change.key));
                let found = found.unwrap_or_else(|| panic!("{kind:?} {}: {:#?}", field.path, difference.changes));
                assert!(!found.articles.is_empty(), "{kind:?} {}", field.path);
                // It has words, whatever the key is.
                let told = told(&before, &after);
                assert!(!told.contains("[["), "{kind:?} {}: {told}", field.path);
            }
            asked += 1;
        }
    }
    assert!(asked > 100, "{asked}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_compared_without_panic(one in any::<String>(), keys in "[a-z.\"= \\[\\]{}0-9\n-]{0,80}") {
        let before = reading(&[("activities/a.toml", &one), ("retention.toml", &keys)]);
        let after = reading(&[("activities/a.toml", &keys), ("retention.toml", &one)]);
        let _ = told(&before, &after);
        let same = compare(&before, &reading(&[("activities/a.toml", &one), ("retention.toml", &keys)]));
        assert!(same.changes.is_empty());
    }

    #[test]
    fn words_of_authors_stay_words(name in "[^\\p{C}]{1,40}".prop_filter("not blank", |text| !text.trim().is_empty())) {
        let record = |title: &str| format!("title = {}\nowner = {}\n", json!(title), json!(title));
        let before = reading(&[("activities/a.toml", &record("Something"))]);
        let after = reading(&[("activities/a.toml", &record(&name))]);
        let theme = ropa::theme::Theme::embedded("en").unwrap();
        let difference = compare(&before, &after);
        let teller = ropa::change::words::Teller::new(&before.registry, &after.registry, theme.strings());
        let report = ropa::change::report::Report::new(&difference, &teller, ("a", "b"), Vec::new());
        let markdown = ropa::change::report::markdown::render(&report);
        let html = ropa::change::report::html::render(&report, "en");
        let allowed = ["<!-- -->", "<!-- ropa diff -->", "<details>", "</details>", "<summary>", "</summary>"];
        let rest = allowed.iter().fold(markdown.replace("\\<", ""), |text, tag| text.replace(tag, ""));
        assert!(!rest.contains('<'), "{markdown}");
        assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("<a "), "{html}");
    }
}
