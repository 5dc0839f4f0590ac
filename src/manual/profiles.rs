//! How table exports are laid out, with every fact. The example in it is run by a test.

use std::collections::BTreeMap;

use super::{Page, chapter, code, section};
use crate::document::{Block, Text};
use crate::export::{facts, profile};
use crate::markdown;
use crate::record::profile::{Audience, RowKind};

/// The page as it is written, without what is generated below it.
pub const TEXT: &str = include_str!("profiles.md");

pub(super) fn page() -> Page {
    let mut page = chapter("profiles.html", "Profiles of table exports", TEXT);
    let sections = &mut page.document.sections;
    sections.push(section("built-in", "Profiles of the program", vec![built_in()]));
    sections.push(section("rows", "Kinds of rows", vec![rows()]));
    sections.push(section("words", "Words a profile can say", vec![words()]));
    let mut families: BTreeMap<&str, Vec<&facts::Fact>> = BTreeMap::new();
    for fact in facts::all() {
        families.entry(fact.family()).or_default().push(fact);
    }
    for (family, facts) in families {
        let heading = format!("Facts: {family}");
        sections.push(section(&format!("facts-{family}"), &heading, vec![table(&facts)]));
    }
    page
}

fn head<const N: usize>(words: [&str; N]) -> Vec<Text> {
    words.iter().map(|word| Text::from((*word).to_owned())).collect()
}

fn built_in() -> Block {
    let rows = profile::built_ins().into_iter().map(|profile| {
        let title = profile.english.clone().unwrap_or_else(|| profile.title.clone());
        let form = profile.source.as_deref().map(markdown::web).unwrap_or_default();
        let audience = if profile.audience == Audience::Public { "public" } else { "internal" };
        let note = profile.note.unwrap_or_default();
        let authority = profile.authority.unwrap_or_default();
        [
            code(&profile.name),
            markdown::escape(&title),
            markdown::escape(&authority),
            audience.into(),
            form,
            markdown::escape(&note),
        ]
        .map(Text::from)
        .to_vec()
    });
    Block::Table { head: head(["Profile", "Title", "Authority", "Audience", "Form", "Note"]), rows: rows.collect() }
}

fn rows() -> Block {
    let rows = RowKind::ALL.iter().map(|kind| {
        let families: Vec<String> = facts::families(*kind).iter().map(|family| code(&format!("{family}."))).collect();
        vec![Text::from(code(&kind.to_string())), Text::from(families.join(", "))]
    });
    Block::Table { head: head(["Rows", "Facts they have begin with"]), rows: rows.collect() }
}

fn words() -> Block {
    let families = profile::FAMILIES.iter().map(|family| code(&format!("{family}...")));
    Block::list(profile::WORDS.iter().map(|word| code(word)).chain(families))
}

fn table(facts: &[&facts::Fact]) -> Block {
    let rows = facts.iter().map(|fact| {
        vec![
            Text::from(code(fact.name)),
            Text::from(markdown::escape(fact.doc)),
            Text::from(markdown::escape(fact.article)),
        ]
    });
    Block::Table { head: head(["Fact", "What it is", "Article"]), rows: rows.collect() }
}
