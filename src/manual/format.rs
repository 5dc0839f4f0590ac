//! The format, from the schema.

use super::{Page, code, section, words};
use crate::document::{Block, Document, Fact, Section, Text};
use crate::markdown;
use crate::record::Kind;
use crate::schema::{self, FieldInfo, Shape};

pub(super) fn pages() -> Vec<Page> {
    let mut pages = vec![list()];
    pages.extend(Kind::ALL.map(|kind| page(kind.folder(), about(kind), schema::fields(kind))));
    pages.push(page(
        "registry",
        "Settings of the registry as a whole: `registry.toml`. Nothing of it is published.".to_owned(),
        schema::settings_fields(),
    ));
    pages
}

fn about(kind: Kind) -> String {
    let (folder, stem) = (kind.folder(), kind.schema_stem());
    let schema = schema::record_schema(kind);
    let text = schema["description"].as_str().unwrap_or_default();
    format!(
        "{} Each stands in a table of `{folder}.toml`, or in a file of its own below `{folder}/`, whose name is its id. \
         Editors know the keys through `#:schema schemas/{stem}.schema.json`.",
        markdown::escape(text)
    )
}

fn list() -> Page {
    let rows = Kind::ALL.iter().map(|kind| kind.folder()).chain(["registry"]).map(|name| {
        let fields = match Kind::of_folder(name) {
            Some(kind) => schema::fields(kind),
            None => schema::settings_fields(),
        };
        let link = markdown::link(name, &format!("format/{name}.html"));
        vec![Text::from(link), Text::from(fields.len().to_string())]
    });
    Page {
        route: "format.html".into(),
        document: Document {
            title: Text::from("Format of the records"),
            lead: vec![
                Block::paragraph(
                    "Records are TOML. A key is public or internal by its type: what is internal never reaches a notice. \
                     Only what names a record is required; everything else that is missing is a finding."
                        .to_owned(),
                ),
                Block::Table { head: vec![Text::from("Kind"), Text::from("Keys")], rows: rows.collect() },
            ],
            sections: Vec::new(),
        },
    }
}

fn page(name: &str, about: String, fields: Vec<FieldInfo>) -> Page {
    Page {
        route: format!("format/{name}.html"),
        document: Document {
            title: Text::from(name.to_owned()),
            lead: vec![Block::paragraph(about)],
            sections: fields.iter().map(field).collect(),
        },
    }
}

fn field(field: &FieldInfo) -> Section {
    let anchor: String =
        field.path.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }).collect();
    let mut facts = Vec::new();
    let mut fact = |term: &str, line: String| facts.push(Fact { term: words(term), lines: vec![Text::from(line)] });
    let visibility = match &field.internal_if {
        Some(condition) => format!("{}; internal if {}", field.visibility.name(), code(condition)),
        None => field.visibility.name().to_owned(),
    };
    fact("Visibility", visibility);
    fact("Takes", takes(&field.shape));
    if field.required {
        fact("Required", "yes".into());
    }
    if let Some(sentence) = &field.sentence {
        fact("Completes", markdown::escape(sentence));
    }
    if let Some(target) = &field.refers_to {
        fact("Names", code(target));
    }
    if !field.articles.is_empty() {
        fact("Law", markdown::escape(&field.articles.join(", ")));
    }
    section(&anchor, &field.path, vec![Block::paragraph(field.description.clone()), Block::Facts { facts }])
}

/// What a field takes, in words.
fn takes(shape: &Shape) -> String {
    match shape {
        Shape::Text => "a text".to_owned(),
        Shape::Phrase => "a phrase: one line of inline Markdown".to_owned(),
        Shape::Prose => "paragraphs of Markdown".to_owned(),
        Shape::Form(examples) => {
            let examples: Vec<String> = examples.iter().map(|one| code(&format!("\"{one}\""))).collect();
            format!("a text of a fixed form, such as {}", examples.join(", "))
        }
        Shape::Date => format!("a day: {}", code("2026-01-31")),
        Shape::Number => "a whole number".to_owned(),
        Shape::Flag => format!("{} or {}", code("true"), code("false")),
        Shape::Choice(choices) => {
            let words: Vec<String> = choices.iter().map(|one| code(&format!("\"{}\"", one.word))).collect();
            format!("one of {}", words.join(", "))
        }
        Shape::Reference(target) => format!("a name from {}", code(target)),
        Shape::List(of) => format!("a list; each is {}", takes(of)),
        Shape::Table => "a table with the keys below".to_owned(),
        Shape::Rows(of) => format!("a table of rows whose keys you choose; each is {}", takes(of)),
        Shape::Either(shapes) => shapes.iter().map(takes).collect::<Vec<_>>().join("; or "),
    }
}
