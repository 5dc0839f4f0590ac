//! Children.

use super::composer::{Composer, told};
use crate::document::Block;
use crate::record::notice::Stance;

pub(super) fn blocks(composer: &Composer<'_>) -> Vec<Block> {
    let Some(children) = &composer.notice.children else { return Vec::new() };
    let key = children.stance.map(|stance| match stance {
        Stance::NotForChildren => "children-not-for",
        Stance::NotKnowingly => "children-not-knowingly",
        Stance::WithParentalConsent => "children-with-consent",
    });
    let stance = key.map(|key| match children.age {
        Some(age) => composer.say(&format!("{key}-age"), &[("age", age.into())]),
        None => composer.plain(key),
    });
    let texts =
        [&children.consent, &children.treatment, &children.advice].into_iter().flatten().map(|text| text.0.clone());
    composer.sentences(told(stance.into_iter().chain(texts), &children.origins)).into_iter().collect()
}
