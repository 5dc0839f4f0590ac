//! Who we are.

use super::composer::{Composer, prose, told};
use crate::document::{Block, Text};
use crate::markdown::{escape, mail, phone, web};
use crate::record::controller::ContactUse;
use crate::view::notice::{Contact, Controller, Dpo, Joint, Representative};

pub(super) fn blocks(composer: &Composer<'_>) -> Vec<Block> {
    let Some(controller) = &composer.notice.controller else { return Vec::new() };
    let from = &controller.origins;
    let mut blocks: Vec<Block> = composer.sentences(told(identity(composer, controller), from)).into_iter().collect();
    blocks.extend(controller.description.as_ref().map(|text| prose(text, from)));
    let lines = lines(composer, controller);
    if lines.len() > 1 {
        blocks.push(Block::Lines { lines: told(lines, from).collect() });
    }
    blocks.extend(composer.sentences(contacts(composer, controller)));
    blocks.extend(controller.dpo.as_ref().and_then(|dpo| officer(composer, dpo)));
    blocks.extend(controller.representative.as_ref().map(|other| representative(composer, other)));
    for joint in &composer.notice.joint {
        blocks.extend(jointly(composer, controller, joint));
    }
    blocks
}

fn identity(composer: &Composer<'_>, controller: &Controller) -> Vec<String> {
    let name = match &controller.trade_name {
        Some(trade) => composer.say(
            "controller-trade-name",
            &[("trade", (&escape(trade)).into()), ("name", (&escape(&controller.name)).into())],
        ),
        None => escape(&controller.name),
    };
    let mut sentences = vec![composer.say_one("controller-is", "name", &name)];
    let country = controller.registered_in.as_deref().map(|code| composer.strings.country(code));
    match (&controller.legal_form, &country) {
        (Some(form), Some(country)) => sentences.push(
            composer.say("controller-form-registered", &[("form", (&form.0).into()), ("country", country.into())]),
        ),
        (Some(form), None) => sentences.push(composer.say_one("controller-form", "form", &form.0)),
        (None, Some(country)) => sentences.push(composer.say_one("controller-registered", "country", country)),
        (None, None) => {}
    }
    if let Some(number) = &controller.registration_number {
        let label = composer.plain("registration-number");
        let label = controller.registration_name.as_ref().map_or(label.as_str(), |name| name.0.as_str());
        sentences.push(
            composer.say("controller-registration", &[("label", label.into()), ("number", (&escape(number)).into())]),
        );
    }
    if !controller.short_names.is_empty() {
        let mut names = vec![composer.plain("quoted-we"), composer.plain("quoted-us")];
        names.extend(controller.short_names.iter().map(|name| composer.say_one("quoted", "words", &escape(name))));
        sentences.push(composer.say(
            "controller-called",
            &[("names", (&composer.strings.and(&names)).into()), ("name", (&escape(&controller.name)).into())],
        ));
    }
    sentences
}

/// Name, address, telephone, e-mail and web site, one line each.
fn lines(composer: &Composer<'_>, controller: &Controller) -> Vec<String> {
    let mut lines = vec![escape(&controller.name)];
    if let Some(address) = &controller.address {
        lines.extend(composer.address(address));
    }
    let labelled = |key: &str, value: String| composer.say_one(key, "value", &value);
    lines.extend(controller.phone.as_deref().map(|number| labelled("line-phone", phone(number))));
    lines.extend(controller.email.as_deref().map(|address| labelled("line-email", mail(address))));
    lines.extend(controller.website.as_deref().map(|url| labelled("line-website", web(url))));
    lines
}

/// Contact points for general use; the others stand where they are needed.
fn contacts(composer: &Composer<'_>, controller: &Controller) -> Vec<Text> {
    let general = controller.contacts.iter().filter(|contact| contact.uses.contains(&ContactUse::General));
    let reach = |contact: &Contact| composer.say_one("contact-reach", "contact", &composer.contact(contact));
    general.map(|contact| Text::told(reach(contact), &contact.origins)).collect()
}

fn officer(composer: &Composer<'_>, dpo: &Dpo) -> Option<Block> {
    if !dpo.appointed {
        let none = composer.plain("dpo-none");
        let reason = dpo.reason.clone().map_or(String::new(), |reason| reason.0);
        return composer.sentences(told([none, reason], &dpo.origins));
    }
    let ways = composer.ways(dpo.email.as_deref(), dpo.phone.as_deref(), dpo.url.as_deref());
    let named = match &dpo.name {
        Some(name) => composer.say_one("dpo-is-named", "name", &escape(name)),
        None if ways.is_empty() => composer.plain("dpo-is"),
        None => String::new(),
    };
    let reach = if ways.is_empty() { String::new() } else { composer.say_one("dpo-reach", "ways", &ways) };
    let address = dpo.address.as_ref().map_or(String::new(), |address| {
        composer.say_one("address-is", "address", &composer.address(address).join(", "))
    });
    composer.sentences(told([named, reach, address], &dpo.origins))
}

fn representative(composer: &Composer<'_>, other: &Representative) -> Block {
    let mut parts = vec![escape(&other.name)];
    if let Some(address) = &other.address {
        parts.extend(composer.address(address));
    }
    let ways = composer.ways(other.email.as_deref(), other.phone.as_deref(), None);
    let reach = if ways.is_empty() { String::new() } else { composer.say_one("representative-reach", "ways", &ways) };
    let is = composer.say_one("representative-is", "who", &parts.join(", "));
    Block::paragraph(Text::joined(told([is, reach], &other.origins)))
}

/// Who decides with us, on what, and how it was arranged, Article 26(2).
fn jointly(composer: &Composer<'_>, controller: &Controller, joint: &Joint) -> Vec<Block> {
    let others: Vec<String> = joint
        .with
        .iter()
        .filter(|other| other.name != controller.name)
        .map(|other| {
            let lines = other.address.iter().flat_map(|address| composer.address(address));
            let parts: Vec<String> = lines.chain(other.email.as_deref().map(mail)).collect();
            let (name, address) = (escape(&other.name), parts.join(", "));
            if address.is_empty() {
                return name;
            }
            composer.say("joint-other", &[("name", (&name).into()), ("address", (&address).into())])
        })
        .collect();
    let others = composer.strings.and(&others);
    let from = &joint.origins;
    let contact = joint.contact.as_ref().map(|contact| composer.say_one("joint-contact", "contact", &contact.0));
    let mut blocks: Vec<Block> = Vec::new();
    match joint.purposes.as_slice() {
        [] | [_] => {
            let purposes = composer.and(&joint.purposes);
            let key = if purposes.is_empty() { "joint-with" } else { "joint-with-to" };
            let with = composer.say(key, &[("others", (&others).into()), ("purposes", (&purposes).into())]);
            blocks.extend(composer.sentences(told(std::iter::once(with).chain(contact), from)));
        }
        purposes => {
            blocks.push(Block::paragraph(Text::told(composer.say_one("joint-with-list", "others", &others), from)));
            blocks.push(Block::list(told(purposes.iter().map(|purpose| purpose.0.clone()), from)));
            blocks.extend(composer.sentences(told(contact, from)));
        }
    }
    blocks.extend(joint.essence.as_ref().map(|text| prose(text, from)));
    blocks
}
