//! The groups of people, and the terms used.

use super::composer::Composer;
use crate::document::{Block, Text};
use crate::markdown::{escape, link};
use crate::source::Origins;
use crate::view::notice::{Definition, Group};

/// Whether the groups are listed: there are several, and something is said about some.
pub(super) fn are_listed(composer: &Composer<'_>) -> bool {
    let defined =
        |group: &Group| group.definition.is_some() || group.related_to.is_some() || group.minimum_age.is_some();
    composer.notice.groups.len() > 1 && composer.notice.groups.iter().any(defined)
}

pub(super) fn blocks(composer: &Composer<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if are_listed(composer) {
        let groups = &composer.notice.groups;
        let from: Origins = groups.iter().map(|group| &group.origins).collect();
        blocks.push(Block::paragraph(Text::told(composer.plain("groups-lead"), &from)));
        blocks.push(Block::list(groups.iter().map(|group| Text::told(item(composer, group), &group.origins))));
    }
    let defined = |key: &str, definition: &Definition| {
        let (term, meaning) = (escape(&definition.term), &definition.meaning.0);
        let words = composer.say(key, &[("term", (&term).into()), ("meaning", meaning.into())]);
        Text::told(words, &definition.origins)
    };
    match composer.notice.definitions.as_slice() {
        [] => {}
        [only] => blocks.push(Block::paragraph(defined("definition-one", only))),
        several => {
            let from: Origins = several.iter().map(|definition| &definition.origins).collect();
            blocks.push(Block::paragraph(Text::told(composer.plain("definitions-lead"), &from)));
            blocks.push(Block::list(several.iter().map(|definition| defined("definition", definition))));
        }
    }
    blocks
}

fn item(composer: &Composer<'_>, group: &Group) -> String {
    // The name leads to the page of the group.
    let name = link(&group.name, &format!("{}/{}.html", composer.notice.id, group.id));
    let definition = group.definition.as_ref().map(|definition| {
        composer.say("group-item", &[("name", (&name).into()), ("definition", (&definition.0).into())])
    });
    let related = group.related_to.as_ref().map(|other| match &other.singular {
        Some(singular) => composer.say_one("group-related-one", "singular", &escape(singular)),
        None => composer.say_one("group-related", "group", &escape(&other.name)),
    });
    let age = group.minimum_age.map(|age| composer.say("group-age", &[("age", age.into())]));
    // A name that sentences follow is told apart from them.
    let first = match definition {
        Some(definition) => definition,
        None if related.is_some() || age.is_some() => composer.say_one("group-item-undefined", "name", &name),
        None => name,
    };
    let sentences: Vec<String> = [Some(first), related, age].into_iter().flatten().collect();
    sentences.join(" ")
}
