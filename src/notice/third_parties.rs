//! Sites and services of others.

use super::composer::{Composer, told};
use crate::document::Block;
use crate::markdown::escape;

pub(super) fn blocks(composer: &Composer<'_>) -> Vec<Block> {
    let Some(others) = &composer.notice.third_parties else { return Vec::new() };
    let mut sentences = Vec::new();
    if !others.not_covered.is_empty() {
        sentences.push(composer.say_one("others-not-covered", "whose", &composer.or(&others.not_covered)));
    }
    sentences.extend(others.also_where.as_ref().map(|place| composer.say_one("others-also", "where", &place.0)));
    if !others.social_media.is_empty() {
        let names: Vec<String> = others.social_media.iter().map(|name| escape(name)).collect();
        sentences.push(composer.say_one("others-social-media", "names", &composer.strings.and(&names)));
    }
    // It speaks of all of them, so it follows them.
    if others.no_responsibility {
        let social = if others.social_media.is_empty() { "no" } else { "yes" };
        sentences.push(composer.say("others-no-responsibility", &[("several", social.into())]));
    }
    sentences.extend(others.advice.as_ref().map(|text| text.0.clone()));
    composer.sentences(told(sentences, &others.origins)).into_iter().collect()
}
