//! What a template may use: the data of each page, as a contract with a version.
//!
//! The contract is the JSON Schema of the very types that pages are made of ([`crate::page`]), so it
//! cannot say anything else than what templates get. Fields may be added within a version; a field that
//! goes, or means something else, makes a new version. A test compares the contract with the one that was
//! published.

mod made_up;
mod table;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::brand::Brand;
use crate::page::{
    IndexPage, ManualPage, NoticePage, PointPage, RedlinePage, RegisterPage, SinglePage, SubProcessorsPage,
    VersionPage, VersionsPage,
};
use crate::schema::unwrapped;
use crate::sub_processors::Feed;

pub use made_up::{AMOUNTS, Amount, made_up};
pub use table::{overview, table};

/// The version of the contract. A theme may ask for it: `contract = "ropa-theme/1"` in `theme.toml`.
pub const VERSION: &str = "ropa-theme/1";

/// The name under which every template finds what `theme.toml` sets.
pub const BRAND: &str = "theme";

/// A kind of page, its template and its data.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// What `ropa theme data` calls it.
    pub name: &'static str,
    /// Its template.
    pub template: &'static str,
    /// What is made with it.
    pub about: &'static str,
    /// Fields that pages of other templates can lack and this one always has.
    always: &'static [&'static str],
    of: fn() -> Value,
}

/// Every kind of page.
pub const PAGES: [Page; 14] = [
    page::<NoticePage<'_>>("notice", "notice.html", "the page of a whole notice"),
    page::<NoticePage<'_>>("fragment", "fragment.html", "a whole notice as a part of somebody else's page"),
    page::<NoticePage<'_>>("group", "group.html", "what a notice says to one group of people").always(&["group"]),
    page::<NoticePage<'_>>("section", "section.html", "a section of a notice on a page of its own")
        .always(&["section"]),
    page::<VersionsPage<'_>>("versions", "versions.html", "what changed in a notice, version by version"),
    page::<VersionPage<'_>>("version", "version.html", "an earlier or planned version of a notice"),
    page::<RedlinePage<'_>>("redline", "redline.html", "what differs between two versions of a notice"),
    page::<PointPage<'_>>("point", "point.html", "the short notice of a collection point, for somebody else's page"),
    page::<IndexPage<'_>>("index", "index.html", "the page that lists the notices"),
    page::<SubProcessorsPage<'_>>("sub-processors", "sub-processors.html", "a list of sub-processors"),
    page::<RegisterPage<'_>>("register", "register.html", "a page of the register"),
    page::<SinglePage<'_>>("single", "single.html", "the whole register on one page"),
    page::<ManualPage>("manual", "manual.html", "a page of the manual"),
    page::<Feed<'_>>("feed", "feed.xml", "the Atom feed of a list of sub-processors, or of the versions of a notice"),
];

const fn page<T: JsonSchema>(name: &'static str, template: &'static str, about: &'static str) -> Page {
    Page { name, template, about, always: &[], of: schema::<T> }
}

impl Page {
    const fn always(mut self, fields: &'static [&'static str]) -> Page {
        self.always = fields;
        self
    }
}

impl Page {
    /// The page with a name.
    pub fn named(name: &str) -> Option<&'static Page> {
        PAGES.iter().find(|page| page.name == name || page.template == name)
    }

    /// Whether its data have a field of this name.
    pub fn has(&self, field: &str) -> bool {
        self.schema()["properties"].get(field).is_some()
    }

    /// Whether anything in its data has a field of this name.
    pub fn has_below(&self, field: &str) -> bool {
        fn below(value: &Value, field: &str) -> bool {
            match value {
                Value::Object(map) => {
                    map.get("properties").is_some_and(|own| own.get(field).is_some())
                        || map.values().any(|inner| below(inner, field))
                }
                Value::Array(items) => items.iter().any(|inner| below(inner, field)),
                _ => false,
            }
        }
        below(&self.schema(), field)
    }

    /// The JSON Schema of what its template gets.
    pub fn schema(&self) -> Value {
        let mut schema = (self.of)();
        if let Some(required) = schema["required"].as_array_mut() {
            required.extend(self.always.iter().map(|field| json!(field)));
        }
        if let Some(schema) = schema.as_object_mut() {
            schema.insert("$id".to_owned(), json!(format!("{VERSION}/{}", self.name)));
            schema.insert("title".to_owned(), json!(self.template));
        }
        schema
    }
}

/// The whole contract: its version and the schema of each page by its name.
pub fn whole() -> Value {
    let pages: serde_json::Map<String, Value> =
        PAGES.iter().map(|page| (page.name.to_owned(), page.schema())).collect();
    json!({ "version": VERSION, "pages": pages })
}

/// The schema of a type as it is written for a template, with what `theme.toml` sets beside it.
fn schema<T: JsonSchema>() -> Value {
    let mut generator = SchemaSettings::draft07().for_serialize().into_generator();
    let brand = generator.subschema_for::<Brand>();
    let mut schema = generator.into_root_schema_for::<T>().to_value();
    let mut brand = brand.to_value();
    brand["description"] = json!("What `theme.toml` sets; every page has it.");
    schema["properties"][BRAND] = brand;
    if let Some(required) = schema["required"].as_array_mut() {
        required.push(json!(BRAND));
    }
    tidied(&mut schema);
    schema
}

/// Without the line breaks of doc comments and the widths of integers.
fn tidied(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(tidied),
        Value::Object(map) => {
            if map.get("type").is_some_and(|name| name == "integer") {
                map.remove("format");
            }
            for (key, value) in map.iter_mut() {
                match value {
                    Value::String(text) if key == "description" => *text = unwrapped(text),
                    other => tidied(other),
                }
            }
        }
        _ => {}
    }
}
