//! Records with every field filled, made from the schemas: each value must be found on its page.

use std::fs;

use chrono::{Days, NaiveDate};
use ropa::record::Kind;
use ropa::schema::{record_schema, settings_schema};
use ropa::strings::Strings;
use serde_json::Value;
use tempfile::tempdir;

use super::walk::words;
use super::{english, pages, read};

/// Rounds enough for every word of every choice.
const ROUNDS: usize = 22;

/// Fills schemas with values that can be told apart.
struct Filler<'s> {
    round: usize,
    strings: &'s Strings,
    /// What must be found, in the words of a page.
    planted: Vec<(String, String)>,
}

impl Filler<'_> {
    fn fill(&mut self, schema: &Value, path: &str) -> toml::Value {
        if let Some(target) = schema["x-refers-to"].as_str() {
            return self.reference(target).into();
        }
        if let Some(alternatives) = schema["anyOf"].as_array() {
            return self.fill(&alternatives[self.round % alternatives.len()], path);
        }
        if let Some(words) = schema["oneOf"].as_array().or(schema["enum"].as_array()) {
            let words: Vec<&str> = words.iter().flat_map(alternatives).collect();
            return words[self.round % words.len()].into();
        }
        match schema["type"].as_str() {
            Some("boolean") => self.round.is_multiple_of(2).into(),
            Some("integer") => {
                let number = 4000 + i64::try_from(self.planted.len()).unwrap();
                self.plant(path, number.to_string());
                number.into()
            }
            Some("array") => vec![self.fill(&schema["items"], path)].into(),
            Some("object") => self.table(schema, path).into(),
            _ => self.text(schema, path),
        }
    }

    fn table(&mut self, schema: &Value, path: &str) -> toml::Table {
        if schema["additionalProperties"].is_object() {
            let keys = schema["propertyNames"]["enum"].as_array();
            let key = keys.map_or("row", |keys| keys[self.round % keys.len()].as_str().unwrap());
            let row = self.fill(&schema["additionalProperties"], &format!("{path}.{key}"));
            return toml::Table::from_iter([(key.to_owned(), row)]);
        }
        let properties = schema["properties"].as_object().unwrap();
        properties.iter().map(|(key, schema)| (key.clone(), self.fill(schema, &format!("{path}.{key}")))).collect()
    }

    fn text(&mut self, schema: &Value, path: &str) -> toml::Value {
        if schema["format"] == "date" {
            let first: NaiveDate = "1901-01-01".parse().unwrap();
            let date = first + Days::new(u64::try_from(self.planted.len()).unwrap());
            self.plant(path, self.strings.date(date));
            return toml::Value::Datetime(date.to_string().parse().unwrap());
        }
        if let Some(examples) = schema["examples"].as_array().filter(|_| schema["pattern"].is_string()) {
            return examples[self.round % examples.len()].as_str().unwrap().into();
        }
        if path == ".authority.id" {
            // The only text that has to be known, for it names an authority of the legal data.
            return "fi".into();
        }
        let canary = format!("canary{:04}x", self.planted.len());
        self.plant(path, canary.clone());
        canary.into()
    }

    fn reference(&self, target: &str) -> &'static str {
        const SOURCES: [&str; 4] = ["data-subject", "observed", "derived", "source"];
        const PARTIES: [&str; 4] = ["controller", "processor", "recipient", "source"];
        match target {
            "parties" => PARTIES[self.round % PARTIES.len()],
            "sources-of-data" => SOURCES[self.round % SOURCES.len()],
            "purposes-of-activity" => "row",
            folder => Kind::of_folder(folder).unwrap().schema_stem(),
        }
    }

    fn plant(&mut self, path: &str, found: String) {
        self.planted.push((path.to_owned(), found));
    }
}

fn alternatives(choice: &Value) -> Vec<&str> {
    let several = choice["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
    [choice.as_str(), choice["const"].as_str()].into_iter().flatten().chain(several).collect()
}

#[test]
fn nothing_that_a_record_says_is_lost() {
    for round in 0..ROUNDS {
        let (folder, strings) = (tempdir().unwrap(), english());
        let mut planted: Vec<(String, String, String)> = Vec::new();
        let mut make = |file: &str, route: &str, schema: &Value| {
            let mut filler = Filler { round, strings: &strings, planted: Vec::new() };
            let text = toml::to_string(&filler.fill(schema, "")).unwrap();
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
            let of_file = filler.planted.into_iter().map(|(path, found)| (route.to_owned(), path, found));
            planted.extend(of_file);
        };
        make("registry.toml", "internal/index.html", &settings_schema());
        for kind in Kind::ALL {
            let (folder, stem) = (kind.folder(), kind.schema_stem());
            make(&format!("{folder}/{stem}.toml"), &format!("internal/{folder}/{stem}.html"), &record_schema(kind));
        }
        let reading = read(folder.path());
        let pages = pages(&reading, &strings, "2026-11-22");
        for (route, path, found) in planted {
            let page = words(&pages[&route]);
            assert!(page.contains(&found), "round {round}: {route} does not show {path} ({found})\n{page}");
        }
        assert_eq!(strings.missing(), Vec::<String>::new());
    }
}
