//! The legal data, with their dates and sources.

use super::{Page, section, words};
use crate::document::{Block, Document, Text};
use crate::law;
use crate::markdown;

pub(super) fn page() -> Page {
    let lead = Block::paragraph(format!(
        "Legal data of {}. What could not be read in a source is marked; nothing here is legal advice.",
        law::version()
    ));
    Page {
        route: "law.html".into(),
        document: Document {
            title: Text::from("Legal data"),
            lead: vec![lead],
            sections: vec![
                section("adequacy", "Adequacy decisions (Article 45)", vec![decisions()]),
                section("mechanisms", "What a transfer can rest on (Chapter V)", vec![mechanisms()]),
                section("authorities", "Supervisory authorities", vec![authorities()]),
                section("eea", "Countries of the European Economic Area", vec![eea()]),
            ],
        },
    }
}

fn heads<const N: usize>(names: [&str; N]) -> Vec<Text> {
    names.map(words).into()
}

fn read(verified: bool) -> Text {
    words(if verified { "yes" } else { "no" })
}

fn decisions() -> Block {
    let rows = law::decisions().map(|one| {
        let place = match (&one.country, &one.organisation) {
            (Some(code), _) => code.country().name.clone(),
            (None, Some(organisation)) => organisation.clone(),
            (None, None) => String::new(),
        };
        let end = one.ended.or(one.expires).map(|day| day.to_string()).unwrap_or_default();
        let scope = if one.is_partial() { one.limits.join("; ") } else { "everything".to_owned() };
        vec![
            words(&place),
            Text::from(markdown::link(&one.instrument, &one.source)),
            words(&one.adopted.to_string()),
            words(&end),
            words(&scope),
            read(one.verified),
        ]
    });
    Block::Table {
        head: heads(["Place", "Decision", "Adopted", "Ends", "Covers", "Read in a source"]),
        rows: rows.collect(),
    }
}

fn mechanisms() -> Block {
    let rows = law::mechanisms().map(|one| {
        let end = match (one.ended, &one.ended_by) {
            (Some(day), Some(by)) => format!("{day}, {by}"),
            (Some(day), None) => day.to_string(),
            (None, _) => String::new(),
        };
        vec![
            Text::from(super::code(&one.id)),
            words(&one.name),
            words(&one.article),
            words(if one.tia { "yes" } else { "no" }),
            words(&end),
        ]
    });
    Block::Table { head: heads(["Key", "Name", "Article", "Impact assessment", "Ended"]), rows: rows.collect() }
}

fn authorities() -> Block {
    let rows = law::authorities().map(|one| {
        let country = one.country.map(|code| code.country().name.clone()).unwrap_or_default();
        vec![
            Text::from(super::code(&one.id)),
            words(&country),
            Text::from(markdown::link(&one.name, &one.website)),
            words(&one.regime),
            read(one.verified),
        ]
    });
    Block::Table { head: heads(["Id", "Country", "Name", "Supervises", "Read in a source"]), rows: rows.collect() }
}

fn eea() -> Block {
    let inside = law::countries().filter(|country| country.in_eea());
    Block::list(inside.map(|country| format!("{} ({})", markdown::escape(&country.name), country.code.as_str())))
}
