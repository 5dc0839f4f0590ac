//! What data are combined with, what decides which of them are processed, and bases of their own.

use super::composer::{Composer, told};
use super::data::{alike, what};
use super::purposes::{basis, list_of_bases};
use crate::document::{Block, Text};
use crate::view::notice::Data;

pub(super) fn blocks(composer: &Composer<'_>, part: &[&Data], all: usize) -> Vec<Block> {
    let mut sentences: Vec<Text> = Vec::new();
    for (depends_on, categories, from) in alike(part, |data| &data.depends_on) {
        let Some(on) = depends_on else { continue };
        let what = what(composer, &categories, all);
        let gaps = [("what", (&what).into()), ("on", (&on.0).into())];
        sentences.push(Text::told(composer.say("data-depends-on", &gaps), &from));
    }
    for (with, categories, from) in alike(part, |data| &data.combined_with) {
        if with.is_empty() {
            continue;
        }
        let what = what(composer, &categories, all);
        let with = composer.and(with);
        let gaps = [("what", (&what).into()), ("with", (&with).into())];
        sentences.push(Text::told(composer.say("data-combined", &gaps), &from));
    }
    let mut lists = Vec::new();
    for (bases, categories, from) in alike(part, |data| &data.bases) {
        let what = what(composer, &categories, all);
        match bases.as_slice() {
            [] => {}
            [only] => {
                let is = basis(composer, only);
                let gaps = [("what", (&what).into()), ("basis", (&is.phrase).into())];
                sentences.push(Text::told(composer.say("data-basis", &gaps), &from.with([&only.origins])));
                sentences.extend(told(is.sentences, &from.with([&only.origins])));
            }
            several => {
                let from = from.with(several.iter().map(|one| &one.origins));
                let lead = composer.say_one("data-bases", "what", &what);
                lists.push(Block::paragraph(Text::told(lead, &from)));
                lists.push(list_of_bases(composer, several, &from));
            }
        }
    }
    composer.sentences(sentences).into_iter().chain(lists).collect()
}
