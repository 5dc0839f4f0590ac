//! The facts of a JSON twin, one by one.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FactKind {
    /// The day of the last update.
    Updated,
    /// The day it takes effect.
    Effective,
    /// The version.
    Version,
    /// The controller.
    Controller,
    /// A group of people.
    SubjectGroup,
    /// A purpose, with the articles it rests on.
    Purpose,
    /// A category of data.
    DataCategory,
    /// A recipient, with the countries it is in.
    Recipient,
    /// A country that data go to, with what that rests on.
    Country,
    /// How long data are kept.
    Retention,
    /// A cookie or a class of cookies, with its lifetime.
    Cookie,
    /// A right.
    Right,
}

/// A fact by its name, with what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    kind: FactKind,
    name: String,
    value: String,
}

/// A fact that only one side has, or that both have otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct FactChange {
    /// What it is about.
    pub kind: FactKind,
    /// What it is called; empty for dates and the version.
    pub name: String,
    /// What the file says of it; absent if it does not have it.
    pub file: Option<String>,
    /// What the register says of it; absent if it does not have it.
    pub register: Option<String>,
}

/// The facts of a twin. What several rows say of one thing is put together.
pub(super) fn facts(twin: &Value) -> Vec<Fact> {
    let mut found: BTreeMap<(FactKind, String), Vec<String>> = BTreeMap::new();
    let mut add = |kind: FactKind, name: String, value: String| {
        let values = found.entry((kind, name)).or_default();
        if !value.is_empty() && !values.contains(&value) {
            values.push(value);
        }
    };
    for (key, kind) in
        [("updated", FactKind::Updated), ("effective", FactKind::Effective), ("version", FactKind::Version)]
    {
        if let Some(value) = twin[key].as_str() {
            add(kind, String::new(), value.to_owned());
        }
    }
    if let Some(name) = twin["controller"]["name"].as_str() {
        add(FactKind::Controller, name.to_owned(), String::new());
    }
    for group in list(&twin["groups"]) {
        add(FactKind::SubjectGroup, text(&group["name"]), String::new());
    }
    for purpose in list(&twin["purposes"]) {
        let articles: Vec<String> = list(&purpose["bases"]).map(|basis| text(&basis["article"])).collect();
        add(FactKind::Purpose, text(&purpose["title"]), articles.join(", "));
    }
    for category in list(&twin["data"]).flat_map(|data| list(&data["categories"])) {
        let items: Vec<String> = list(&category["items"]).map(|item| text(&item["label"])).collect();
        add(FactKind::DataCategory, text(&category["name"]), items.join(", "));
    }
    for party in list(&twin["disclosures"]).flat_map(|disclosure| list(&disclosure["recipients"])) {
        add(FactKind::Recipient, party_name(party), texts(&party["countries"]));
    }
    for transfer in list(&twin["transfers"]) {
        for country in list(&transfer["countries"]) {
            add(FactKind::Country, text(country), texts(&transfer["mechanisms"]));
        }
    }
    for rule in list(&twin["retention"]) {
        let what = texts(&rule["categories"]);
        let parts = ["while", "period", "from", "limit", "then"].map(|key| text(&rule[key]));
        let criteria = texts(&rule["criteria"]);
        let value: Vec<String> = parts.into_iter().chain([criteria]).filter(|part| !part.is_empty()).collect();
        add(FactKind::Retention, what, value.join(", "));
    }
    for cookie in list(&twin["cookies"]) {
        add(FactKind::Cookie, text(&cookie["name"]), text(&cookie["lifetime"]));
    }
    for right in list(&twin["rights"]) {
        add(FactKind::Right, text(right), String::new());
    }
    let facts = found.into_iter().map(|((kind, name), values)| Fact { kind, name, value: values.join("; ") });
    facts.collect()
}

/// What two lists of facts do not share.
pub(super) fn compare(file: &[Fact], register: &[Fact]) -> Vec<FactChange> {
    let of =
        |facts: &[Fact], one: &Fact| facts.iter().find(|fact| fact.kind == one.kind && fact.name == one.name).cloned();
    let mut changes = Vec::new();
    for fact in file {
        let now = of(register, fact);
        if now.as_ref() != Some(fact) {
            let (file, register) = (Some(fact.value.clone()), now.map(|now| now.value));
            changes.push(FactChange { kind: fact.kind, name: fact.name.clone(), file, register });
        }
    }
    for fact in register.iter().filter(|fact| of(file, fact).is_none()) {
        let register = Some(fact.value.clone());
        changes.push(FactChange { kind: fact.kind, name: fact.name.clone(), file: None, register });
    }
    changes.sort_by(|one, other| (one.kind, &one.name).cmp(&(other.kind, &other.name)));
    changes
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn texts(value: &Value) -> String {
    list(value).map(text).collect::<Vec<_>>().join(", ")
}

fn party_name(party: &Value) -> String {
    [&party["name"], &party["category"], &party["kind"]]
        .into_iter()
        .map(text)
        .find(|name| !name.is_empty())
        .unwrap_or_default()
}
