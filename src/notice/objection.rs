//! The right to object, presented clearly and separately from other information (Article 21(4)).

use super::composer::{Composer, told};
use crate::document::Block;
use crate::law::Ground;
use crate::record::controller::ContactUse;
use crate::record::notice::NoticeRight;
use crate::source::Origins;

pub(super) fn blocks(composer: &Composer<'_>) -> Vec<Block> {
    let has = |right: NoticeRight| composer.notice.rights.contains(&right);
    let mut sentences = Vec::new();
    if has(NoticeRight::Object) {
        let uses = |ground: Ground| composer.notice.bases().any(|basis| basis.ground == Some(ground));
        let key = match (uses(Ground::LegitimateInterests), uses(Ground::PublicTask)) {
            (true, true) => "objection-both",
            (false, true) => "objection-public-task",
            _ => "objection-legitimate-interests",
        };
        sentences.push(composer.plain(key));
    }
    if has(NoticeRight::ObjectMarketing) {
        sentences.push(composer.plain("objection-marketing"));
    }
    if sentences.is_empty() {
        return Vec::new();
    }
    if let Some(contact) = composer.contact_for(ContactUse::Requests) {
        sentences.push(composer.say_one("objection-contact", "contact", &contact));
    }
    let resting = composer
        .notice
        .bases()
        .filter(|basis| matches!(basis.ground, Some(Ground::LegitimateInterests | Ground::PublicTask)));
    let marketing = composer.notice.purposes.iter().filter(|purpose| purpose.direct_marketing);
    let from =
        resting.map(|basis| &basis.origins).chain(marketing.map(|purpose| &purpose.origins)).collect::<Origins>();
    let from = if composer.notice.rights_derived { from } else { composer.notice.rights_origins.with([&from]) };
    composer.sentences(told(sentences, &from)).into_iter().collect()
}
