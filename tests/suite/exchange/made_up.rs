//! Registries made up from the JSON Schemas: every field that a record can have, in any order, with texts
//! that have their own ideas of what a quote is.

use std::collections::BTreeSet;

use ropa::export::json::FORMAT;
use ropa::record::Kind;
use ropa::record::notice::SectionName;
use ropa::schema;
use serde_json::{Map, Value, json};

/// What texts are made of. Markup is left out: records refuse it.
const PIECES: [&str; 26] = [
    "word",
    "We use it",
    "é",
    "ß",
    "Ж",
    "日本",
    "🦊",
    "'",
    "\"",
    "'''",
    "\"\"\"",
    "\\",
    "\\n",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "  ",
    "#",
    "=",
    "{}",
    "a.b",
    "\u{2028}",
    "\u{a0}",
    "2026-01-31",
    "true",
];

/// A source of choices that repeats itself for the same seed.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Dice {
        Dice(seed ^ 0x9e37_79b9_7f4a_7c15)
    }

    /// A number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit.max(1)
    }

    pub fn one_in(&mut self, number: usize) -> bool {
        self.below(number) == 0
    }

    fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    fn shuffled<T>(&mut self, mut all: Vec<T>) -> Vec<T> {
        for at in (1..all.len()).rev() {
            let other = self.below(at + 1);
            all.swap(at, other);
        }
        all
    }
}

/// A whole export with records of every kind.
pub fn export(seed: u64) -> Value {
    let mut dice = Dice::new(seed);
    let mut records = Map::new();
    for kind in Kind::ALL {
        let schema = schema::record_schema(kind);
        let mut of_kind = Map::new();
        for number in 0..2 {
            let id = id(kind, number);
            let mut maker = Maker { dice: &mut dice, kind: kind.folder() };
            let mut record = maker.value(&schema, "");
            mend(kind, number, &mut record);
            let folder = kind.folder();
            let wrapped = match dice.below(4) {
                0 => json!({ "record": record, "file": format!("{folder}.toml") }),
                1 => json!({ "record": record, "file": format!("{folder}/Büro 1/{}/{id}.toml", dice.below(2)) }),
                2 => json!({ "file": format!("{folder}/{id}.toml"), "record": record }),
                _ => json!({ "record": record }),
            };
            of_kind.insert(id, wrapped);
        }
        records.insert(kind.folder().to_owned(), of_kind.into());
    }
    let mut maker = Maker { dice: &mut dice, kind: "registry" };
    let mut settings = maker.value(&schema::settings_schema(), "");
    if let Some(language) = settings.get_mut("language") {
        *language = "en".into();
    }
    json!({ "format": FORMAT, "settings": settings, "records": records })
}

fn id(kind: Kind, number: usize) -> String {
    format!("{}-{number}", kind.folder())
}

/// What a record must not lack or must not share with another.
fn mend(kind: Kind, number: usize, record: &mut Value) {
    if matches!(kind, Kind::CollectionPoint | Kind::SubProcessorList) {
        let title = record["title"].as_str().unwrap_or_default().to_owned();
        record["title"] = format!("T{number} {title}").into();
    }
    if record.pointer("/authority/id").is_some() {
        record["authority"]["id"] = "fi".into();
    }
}

struct Maker<'d> {
    dice: &'d mut Dice,
    kind: &'static str,
}

impl Maker<'_> {
    fn value(&mut self, schema: &Value, path: &str) -> Value {
        if let Some(target) = schema["x-refers-to"].as_str() {
            return self.target(target).into();
        }
        if let Some(alternatives) = schema["anyOf"].as_array() {
            let one = self.dice.below(alternatives.len());
            return self.value(&alternatives[one], path);
        }
        if let Some(words) = schema["oneOf"].as_array().or(schema["enum"].as_array()) {
            return match self.dice.pick(words) {
                Value::String(word) => word.as_str().into(),
                choice if choice["const"].is_string() => choice["const"].clone(),
                choice => self.dice.pick(choice["enum"].as_array().unwrap()).clone(),
            };
        }
        match schema["type"].as_str() {
            Some("boolean") => self.dice.one_in(2).into(),
            Some("integer") => self.dice.below(1 << 20).into(),
            Some("array") => {
                let count = self.dice.below(4);
                (0..count).map(|_| self.value(&schema["items"], path)).collect()
            }
            Some("object") if schema["additionalProperties"].is_object() => {
                let count = self.dice.below(3);
                let rows =
                    (0..count).map(|row| (self.key(path, row), self.value(&schema["additionalProperties"], path)));
                // Two sections may have the same key.
                rows.collect::<Map<_, _>>().into()
            }
            Some("object") => self.table(schema, path).into(),
            _ if schema["format"] == "date" => {
                let (month, day) = (1 + self.dice.below(12), 1 + self.dice.below(28));
                format!("{}-{month:02}-{day:02}", 1990 + self.dice.below(60)).into()
            }
            _ if schema["pattern"].is_string() => self.dice.pick(schema["examples"].as_array().unwrap()).clone(),
            _ => self.text().into(),
        }
    }

    fn table(&mut self, schema: &Value, path: &str) -> Map<String, Value> {
        let Some(properties) = schema["properties"].as_object() else { return Map::new() };
        let required: BTreeSet<&str> =
            schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let mut table = Map::new();
        let has_purposes = path.is_empty() && self.kind == "activities";
        for (name, property) in self.dice.shuffled(properties.iter().collect()) {
            let path = format!("{path}/{name}");
            // Rows of data and disclosures name purposes, which have to be there.
            if has_purposes && name == "purposes" {
                let row = self.value(&property["additionalProperties"], &path);
                table.insert(name.clone(), json!({ "row-0": row }));
            } else if required.contains(name.as_str()) || self.dice.one_in(3) {
                table.insert(name.clone(), self.value(property, &path));
            }
        }
        table
    }

    fn key(&mut self, path: &str, row: usize) -> String {
        match (self.kind, path) {
            ("notices", "/sections") => self.dice.pick(&SectionName::ALL).name().to_owned(),
            ("registry", "/lints") => ["purpose-vague", "guidance"][row % 2].to_owned(),
            _ => format!("row-{row}"),
        }
    }

    fn target(&mut self, target: &str) -> String {
        let number = self.dice.below(2);
        match target {
            "parties" => id(*self.dice.pick(&[Kind::Processor, Kind::Recipient, Kind::Controller]), number),
            "sources-of-data" if self.dice.one_in(2) => "data-subject".to_owned(),
            "sources-of-data" => id(*self.dice.pick(&[Kind::Source, Kind::Recipient]), number),
            "purposes-of-activity" => "row-0".to_owned(),
            folder => id(Kind::of_folder(folder).unwrap(), number),
        }
    }

    fn text(&mut self) -> String {
        if self.dice.one_in(60) {
            return "long ".repeat(2_000 + self.dice.below(2_000));
        }
        let count = 1 + self.dice.below(6);
        let pieces: String = (0..count).map(|_| *self.dice.pick(&PIECES)).collect();
        // An empty text is a mistake.
        if pieces.trim().is_empty() { format!("{pieces}x{pieces}") } else { pieces }
    }
}
