//! Purposes as a table: a row for each, with what it rests on.

use super::composer::{Composer, told};
use super::purposes::{about, basis, named};
use super::table;
use crate::document::{Block, Text};
use crate::view::notice::{Basis, Purpose, SectionPlan};

pub(super) fn blocks(composer: &Composer<'_>, plan: &SectionPlan, facts: &[Purpose]) -> Vec<Block> {
    let rows = facts.iter().map(|purpose| (&purpose.groups, row(composer, purpose))).collect();
    table::blocks(composer, plan, &["purposes-head-purpose", "purposes-head-bases"], rows)
}

fn row(composer: &Composer<'_>, purpose: &Purpose) -> Vec<Text> {
    let name = named(composer, purpose, &purpose.groups);
    let includes = (!purpose.includes.is_empty())
        .then(|| composer.say_one("purpose-includes-one", "include", &composer.and(&purpose.includes)));
    let sentences: Vec<String> = about(composer, purpose).chain(includes).collect();
    let what = if sentences.is_empty() {
        name
    } else {
        composer.say("purpose-and", &[("purpose", (&name).into()), ("sentences", (&sentences.join(" ")).into())])
    };
    vec![Text::told(what, &purpose.origins), bases(composer, purpose)]
}

/// What a purpose rests on: each basis, and what is said about it.
fn bases(composer: &Composer<'_>, purpose: &Purpose) -> Text {
    let from = &purpose.origins;
    let several = purpose.bases.len() > 1;
    let lead = several.then(|| Text::told(composer.plain("purposes-bases"), from));
    let one = |(at, one): (usize, &Basis)| {
        let is = basis(composer, one);
        let phrase = match several {
            true => {
                composer.say("purposes-basis-number", &[("number", (at + 1).into()), ("basis", (&is.phrase).into())])
            }
            false => composer.say_one("basis-item", "basis", &is.phrase),
        };
        Text::joined(told(std::iter::once(phrase).chain(is.sentences), &one.origins.with([from])))
    };
    Text::joined(lead.into_iter().chain(purpose.bases.iter().enumerate().map(one)))
}
