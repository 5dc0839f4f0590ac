//! Where to ask, to complain, to say what could be better, and to report problems.

use super::complaints;
use super::composer::{Composer, told};
use crate::document::Block;
use crate::record::controller::ContactUse;

pub(super) fn blocks(composer: &Composer<'_>) -> Vec<Block> {
    let mut sentences = Vec::new();
    for (contact, uses) in matters(composer) {
        let words = |wanted: &ContactUse| composer.plain(matter(*wanted));
        let about = composer.strings.or(&uses.iter().map(words).collect::<Vec<_>>());
        let gaps = [("matters", (&about).into()), ("contact", (&contact).into())];
        sentences.push(composer.say("contact-about", &gaps));
        let because = uses.iter().find_map(|wanted| composer.subject_because(*wanted));
        sentences.extend(because);
    }
    sentences.extend(composer.contact_sentences("contact-security", ContactUse::Security));
    let from = composer.notice.controller.as_ref().map(|controller| controller.origins.clone()).unwrap_or_default();
    composer.sentences(told(sentences, &from)).into_iter().collect()
}

/// Contacts with what each is for; what goes to the same contact is told in one sentence.
fn matters(composer: &Composer<'_>) -> Vec<(String, Vec<ContactUse>)> {
    let mut found: Vec<(String, Vec<ContactUse>)> = Vec::new();
    for wanted in [ContactUse::Questions, ContactUse::Complaints, ContactUse::Feedback] {
        if wanted == ContactUse::Complaints && complaints::tells_contact(composer) {
            continue;
        }
        let Some(contact) = composer.contact_for(wanted) else { continue };
        match found.iter_mut().find(|(known, _)| *known == contact) {
            Some((_, uses)) => uses.push(wanted),
            None => found.push((contact, vec![wanted])),
        }
    }
    found
}

fn matter(wanted: ContactUse) -> &'static str {
    match wanted {
        ContactUse::Complaints => "matter-complaints",
        ContactUse::Feedback => "matter-feedback",
        _ => "matter-questions",
    }
}
