//! What was found, for people and for programs.

use std::fmt::Write;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::facts::{self, FactChange, FactKind};
use super::{Copy, Difference, Form, compare};

/// What `ropa verify --format json` prints. Fields may be added within a version.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Report {
    /// Version of this shape: `ropa-verify/1`.
    pub schema: String,
    /// The file, as it was named.
    pub file: String,
    /// What it is: `page`, `fragment`, `group` or `json`.
    pub form: String,
    /// Id of the notice.
    pub notice: String,
    /// Whether the file says what the register says.
    pub same: bool,
    /// Day of the last update that the file states, `YYYY-MM-DD`.
    pub updated_in_file: Option<String>,
    /// Day of the last update that the register states, `YYYY-MM-DD`.
    pub updated_in_register: Option<String>,
    /// Facts that differ; only a JSON twin has facts apart from its words.
    pub facts: Vec<FactChange>,
    /// Passages that differ.
    pub differences: Vec<Difference>,
}

/// The JSON Schema of [`Report`].
pub fn schema() -> Value {
    schemars::schema_for!(Report).into()
}

impl Report {
    /// Compares a copy with what the register makes now.
    pub fn new(file: &str, copy: &Copy, now: &Copy) -> Report {
        let facts = facts::compare(&copy.facts, &now.facts);
        let differences = compare(copy, now);
        let form = match copy.form {
            Form::Page => "page",
            Form::Fragment => "fragment",
            Form::Group(_) => "group",
            Form::Section(_) => "section",
            Form::Json => "json",
        };
        Report {
            schema: "ropa-verify/1".to_owned(),
            file: file.to_owned(),
            form: form.to_owned(),
            notice: copy.notice.clone(),
            same: facts.is_empty() && differences.is_empty() && copy.updated == now.updated,
            updated_in_file: copy.updated.map(|day| day.to_string()),
            updated_in_register: now.updated.map(|day| day.to_string()),
            facts,
            differences,
        }
    }

    /// The report in words.
    pub fn words(&self) -> String {
        let Report { file, notice, .. } = self;
        if self.same {
            return format!("{file} says what the register says of the notice `{notice}`\n");
        }
        let mut text = format!("{file} differs from the notice `{notice}` that the register makes now\n");
        if let (Some(old), Some(new)) = (&self.updated_in_file, &self.updated_in_register) {
            let state = match old.cmp(new) {
                std::cmp::Ordering::Less => "the file is older",
                std::cmp::Ordering::Greater => "the file is newer",
                std::cmp::Ordering::Equal => "the date is the same: was a change published without a new one?",
            };
            let _ = writeln!(text, "\n  last update: {old} in the file, {new} in the register ({state})");
        }
        let facts: Vec<&FactChange> = self.facts.iter().filter(|change| change.kind != FactKind::Updated).collect();
        if !facts.is_empty() {
            text.push_str("\nFacts\n");
        }
        for change in facts {
            let _ = writeln!(text, "  {}", fact(change));
        }
        let mut heading = None;
        for difference in &self.differences {
            if heading != Some(&difference.section) {
                let words = if difference.heading.is_empty() { "Above the sections" } else { &difference.heading };
                let _ = writeln!(text, "\n{words}");
                heading = Some(&difference.section);
            }
            text.push_str(&passage(difference));
        }
        text
    }
}

fn passage(difference: &Difference) -> String {
    match (&difference.file, &difference.register) {
        (Some(file), None) => format!("  only in the file: {file}\n"),
        (None, Some(register)) => format!("  only in the register: {register}\n"),
        (Some(_), Some(register)) => {
            let mut text = String::new();
            for change in &difference.words {
                let _ = match (change.file.as_str(), change.register.as_str()) {
                    ("", new) => writeln!(text, "  the file does not say “{new}”"),
                    (old, "") => writeln!(text, "  the register does not say “{old}”"),
                    (old, new) => writeln!(text, "  the file says “{old}”, the register “{new}”"),
                };
            }
            let _ = writeln!(text, "    in: {register}");
            text
        }
        (None, None) => String::new(),
    }
}

fn fact(change: &FactChange) -> String {
    let what = match change.kind {
        FactKind::Updated => "last update",
        FactKind::Effective => "in effect from",
        FactKind::Version => "version",
        FactKind::Controller => "controller",
        FactKind::SubjectGroup => "group of people",
        FactKind::Purpose => "purpose",
        FactKind::DataCategory => "data",
        FactKind::Recipient => "recipient",
        FactKind::Country => "country",
        FactKind::Retention => "time limit",
        FactKind::Cookie => "cookie",
        FactKind::Right => "right",
    };
    let name = match (change.kind, change.name.as_str()) {
        (FactKind::Retention, "") => " of all data".to_owned(),
        (_, "") => String::new(),
        (_, name) => format!(" “{name}”"),
    };
    let value = |value: &str| if value.is_empty() { String::new() } else { format!(" ({value})") };
    match (&change.file, &change.register) {
        (Some(file), Some(register)) => {
            let or_nothing = |value: &str| if value.is_empty() { "nothing".to_owned() } else { value.to_owned() };
            format!("{what}{name}: {} in the file, {} in the register", or_nothing(file), or_nothing(register))
        }
        (Some(file), None) => format!("{what}{name}{}: only in the file", value(file)),
        (None, Some(register)) => format!("{what}{name}{}: only in the register", value(register)),
        (None, None) => String::new(),
    }
}
