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
    if others.no_responsibility {
        sentences.push(composer.strings.plain("others-no-responsibility"));
    }
    sentences.extend(others.also_where.as_ref().map(|place| composer.say_one("others-also", "where", &place.0)));
    if !others.social_media.is_empty() {
        let names: Vec<String> = others.social_media.iter().map(|name| escape(name)).collect();
        sentences.push(composer.say_one("others-social-media", "names", &composer.strings.and(&names)));
    }
    sentences.extend(others.advice.as_ref().map(|text| text.0.clone()));
    composer.sentences(told(sentences, &others.origins)).into_iter().collect()
}
