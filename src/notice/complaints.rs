//! Complaints to supervisory authorities and others.

use super::composer::{Composer, told};
use crate::document::{Block, Order, Text};
use crate::markdown::{escape, site, web};
use crate::record::controller::{ComplaintPlace, ContactUse};
use crate::record::notice::{NoticeRight, SectionName};
use crate::strings::Gap;
use crate::view::notice::{Authority, Complaints};

/// Whether this section sends readers to the contact for complaints.
pub(super) fn tells_contact(composer: &Composer<'_>) -> bool {
    let told = composer.notice.plan.sections.iter().any(|plan| plan.name == SectionName::Complaints);
    told && composer.notice.complaints.as_ref().is_some_and(|complaints| complaints.contact_us_first)
}

pub(super) fn blocks(composer: &Composer<'_>) -> Vec<Block> {
    let has_right = composer.notice.rights.contains(&NoticeRight::Complaint);
    let Some(complaints) = &composer.notice.complaints else { return Vec::new() };
    let mut sentences = Vec::new();
    if has_right || !complaints.places.is_empty() {
        sentences.push(right(composer, complaints));
    }
    if let Some(url) = &complaints.authorities_list {
        sentences.push(composer.say_one("complaints-list", "url", &web(url)));
    }
    if let Some(known) = complaints.authority.as_ref().filter(|_| !sentences.is_empty()) {
        sentences.push(authority(composer, known));
    }
    if complaints.contact_us_first {
        let first = composer.plain("complaints-us-first");
        sentences.push(first);
        sentences.extend(composer.contact_sentences("complaints-contact", ContactUse::Complaints));
    }
    let answered = complaints.answered.as_ref();
    sentences.extend(answered.map(|when| composer.say_one("complaints-answered", "when", &when.0)));
    let mut blocks: Vec<Block> = composer.sentences(told(sentences, &complaints.origins)).into_iter().collect();
    let steps: Vec<Text> = complaints
        .steps
        .iter()
        .map(|step| {
            let name = step.url.as_deref().map_or_else(|| escape(&step.name), |url| site(&step.name, url));
            let text = step.text.as_ref().map_or("", |text| text.0.as_str());
            let words = composer.say("complaints-step", &[("name", (&name).into()), ("text", text.into())]);
            Text::told(words, &step.origins)
        })
        .collect();
    if !steps.is_empty() {
        blocks.push(Block::paragraph(Text::told(composer.plain("complaints-steps"), &complaints.origins)));
        blocks.push(Block::ordered(Order::Numbers, steps));
    }
    blocks
}

fn right(composer: &Composer<'_>, complaints: &Complaints) -> String {
    let places: Vec<String> = complaints
        .places
        .iter()
        .map(|place| {
            composer.plain(match place {
                ComplaintPlace::Residence => "place-residence",
                ComplaintPlace::Work => "place-work",
                ComplaintPlace::Infringement => "place-infringement",
            })
        })
        .collect();
    let always = ("always", Gap::from(if complaints.at_any_time { "yes" } else { "no" }));
    if places.is_empty() {
        composer.say("complaints-right", &[always])
    } else {
        let places = composer.strings.or(&places);
        composer.say("complaints-right-places", &[("places", (&places).into()), always])
    }
}

fn authority(composer: &Composer<'_>, known: &Authority) -> String {
    let controller = composer.notice.controller.as_ref().map_or(String::new(), |c| escape(&c.name));
    let name = escape(&known.name);
    let gaps = [("controller", Gap::from(&controller)), ("authority", Gap::from(&name))];
    let is = match &known.website {
        Some(url) => composer.say("complaints-authority-website", &[gaps[0], gaps[1], ("url", (&web(url)).into())]),
        None => composer.say("complaints-authority", &gaps),
    };
    let page = known.complaint_url.as_deref().map(|url| composer.say_one("complaints-page", "url", &web(url)));
    std::iter::once(is).chain(page).collect::<Vec<_>>().join(" ")
}
