//! The right to object, presented clearly and separately from other information (Article 21(4)).

use super::composer::Composer;
use crate::document::Block;
use crate::law::Ground;
use crate::record::controller::ContactUse;
use crate::record::notice::NoticeRight;

pub(super) fn blocks(composer: &Composer<'_>) -> Vec<Block> {
    let has = |right: NoticeRight| composer.notice.rights.contains(&right);
    let mut sentences = Vec::new();
    if has(NoticeRight::Object) {
        let bases = || composer.notice.purposes.iter().flat_map(|purpose| &purpose.bases);
        let uses = |ground: Ground| bases().any(|basis| basis.ground == ground);
        let key = match (uses(Ground::LegitimateInterests), uses(Ground::PublicTask)) {
            (true, true) => "objection-both",
            (false, true) => "objection-public-task",
            _ => "objection-legitimate-interests",
        };
        sentences.push(composer.strings.plain(key));
    }
    if has(NoticeRight::ObjectMarketing) {
        sentences.push(composer.strings.plain("objection-marketing"));
    }
    if sentences.is_empty() {
        return Vec::new();
    }
    if let Some(contact) = composer.contact_for(ContactUse::Requests) {
        sentences.push(composer.say_one("objection-contact", "contact", &contact));
    }
    composer.sentences(sentences).into_iter().collect()
}
