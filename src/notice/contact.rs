//! Where to ask.

use super::composer::{Composer, told};
use crate::document::Block;
use crate::record::controller::ContactUse;

pub(super) fn blocks(composer: &Composer<'_>) -> Vec<Block> {
    let questions = composer.contact_for(ContactUse::Questions);
    let questions = questions.map(|contact| composer.say_one("contact-questions", "contact", &contact));
    let security = composer.contact_for(ContactUse::Security);
    let security = security.map(|contact| composer.say_one("contact-security", "contact", &contact));
    let from = composer.notice.controller.as_ref().map(|controller| controller.origins.clone()).unwrap_or_default();
    composer.sentences(told([questions, security].into_iter().flatten(), &from)).into_iter().collect()
}
