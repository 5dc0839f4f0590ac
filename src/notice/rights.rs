//! Rights and how to use them.

use super::composer::{Composer, told};
use crate::decode::word;
use crate::document::{Block, Text};
use crate::record::controller::ContactUse;
use crate::record::notice::NoticeRight;
use crate::view::notice::{Markdown, Requests};

pub(super) fn blocks(composer: &Composer<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let rights: Vec<NoticeRight> =
        composer.notice.rights.iter().copied().filter(|right| !apart(composer, *right)).collect();
    if !rights.is_empty() {
        blocks.push(Block::paragraph(Text::told(composer.plain("rights-lead"), &composer.notice.rights_origins)));
        blocks.push(Block::list(rights.iter().map(|right| item(composer, *right))));
    }
    let requests = composer.notice.requests.as_ref();
    let how = composer.contact_sentences("requests-contact", ContactUse::Requests);
    let reached = composer.notice.controller.as_ref().map(|controller| controller.origins.clone()).unwrap_or_default();
    let mut ways: Vec<Text> = told(how, &reached).collect();
    if let Some(requests) = requests {
        ways.extend(told(using(composer, requests), &requests.origins));
    }
    blocks.extend(composer.sentences(ways));
    if let Some(requests) = requests {
        blocks.extend(composer.sentences(told(handling(composer, requests), &requests.origins)));
        let consequences = requests.consequences.iter().map(|text| text.0.clone());
        blocks.extend(composer.sentences(told(consequences, &requests.origins)));
    }
    blocks
}

/// The right to object is told apart from other information (Article 21(4)), and the right to
/// complain has a section of its own. A notice that leaves those sections out tells both here.
fn apart(composer: &Composer<'_>, right: NoticeRight) -> bool {
    use crate::record::notice::SectionName;
    let has = |name: SectionName| composer.notice.plan.sections.iter().any(|plan| plan.name == name);
    match right {
        NoticeRight::Object | NoticeRight::ObjectMarketing => has(SectionName::Objection),
        NoticeRight::Complaint => has(SectionName::Complaints),
        _ => false,
    }
}

fn item(composer: &Composer<'_>, right: NoticeRight) -> Text {
    let named = composer.plain(&format!("right-{}", word(&right)));
    let promise =
        composer.notice.requests.iter().flat_map(|requests| &requests.promises).find(|promise| promise.right == right);
    match promise {
        Some(promise) => {
            let words =
                composer.say("right-promise", &[("right", (&named).into()), ("promise", (&promise.text.0).into())]);
            Text::told(words, &composer.notice.rights_origins.with([&promise.origins]))
        }
        None => Text::told(named, &composer.notice.rights_origins),
    }
}

fn using(composer: &Composer<'_>, requests: &Requests) -> Vec<String> {
    let some = |key: &str, gap: &str, items: &[Markdown], joined: String| {
        (!items.is_empty()).then(|| composer.say_one(key, gap, &joined))
    };
    let sentences = [
        some("requests-occasions", "occasions", &requests.occasions, composer.or(&requests.occasions)),
        some("requests-contents", "contents", &requests.contents, composer.and(&requests.contents)),
        some("requests-must-be", "what", &requests.must_be, composer.and(&requests.must_be)),
    ];
    let self_service = requests.self_service.iter().map(|text| text.0.clone());
    sentences.into_iter().flatten().chain(self_service).collect()
}

fn handling(composer: &Composer<'_>, requests: &Requests) -> Vec<String> {
    let mut sentences = Vec::new();
    if let Some(when) = &requests.answered {
        sentences.push(composer.say_one("requests-answered", "when", &when.0));
    }
    if let Some(period) = requests.answered_within {
        let key = if requests.answered.is_some() { "requests-within-also" } else { "requests-within" };
        sentences.push(composer.say_one(key, "period", &composer.strings.period(period)));
    }
    if requests.free {
        sentences.push(composer.plain("requests-free"));
    }
    if requests.verify_identity {
        sentences.push(composer.plain("requests-verify"));
    }
    if let Some(why) = &requests.verify_because {
        sentences.push(composer.say_one("requests-verify-because", "why", &why.0));
    }
    if let Some(why) = &requests.contact_back_because {
        sentences.push(composer.say_one("requests-contact-back", "why", &why.0));
    }
    if !requests.refusal_grounds.is_empty() {
        sentences.push(composer.say_one("requests-refusal", "grounds", &composer.or(&requests.refusal_grounds)));
    }
    if let Some(how) = &requests.limits {
        sentences.push(composer.say_one("requests-limits", "how", &how.0));
    }
    if let Some(law) = &requests.law {
        sentences.push(composer.say_one("requests-law", "law", &law.0));
    }
    sentences
}
