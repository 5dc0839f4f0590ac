//! The controller, its officer, recipients, sources, and transfers to third countries.

use super::words::WORDS;
use super::{Reading, flag, headline, is_web_address, name_by, service, tells};
use crate::import::Node;
use crate::import::making::Fields;
use crate::law;
use crate::record::Kind;
use crate::source::Span;

/// The controller. Its "representative" in TILT is a person to write to, not the representative of
/// Article 27.
pub(super) fn controller<'n>(reading: &mut Reading<'n>, root: &'n Node) {
    let making = &mut reading.making;
    let empty = |node: &&Node| !node.is_empty();
    let node = root.get("controller").filter(empty);
    let officer = root.get("dataProtectionOfficer").filter(empty);
    let authority = root.get("rightToComplain").and_then(|right| right.get("supervisoryAuthority")).filter(empty);
    let Some(at) = node.or(officer).or(authority).map(|node| node.span) else { return };
    let name = node.and_then(|node| making.take(node, "name"));
    if name.is_none() {
        making.fates.advise("write the name of the controller: the document does not say it");
    }
    let name = name.or_else(|| service(root).map(|name| (name.written(), name.span)));
    let (words, named) = name.unwrap_or_else(|| ("TILT".into(), at));
    let id = making.id(Kind::Controller, &words);
    let mut fields = Fields::default();
    fields.text("name", &words, named);
    if let Some(node) = node {
        address(reading, node, &mut fields);
        let person = node.get("representative").map(|person| contact(reading, person, Fields::words));
        let mut rows = Fields::default();
        rows.table("representative", person.unwrap_or_default(), at);
        fields.table("contacts", rows, at);
    }
    if let Some(officer) = officer {
        let mut dpo = Fields::default();
        let person = contact(reading, officer, Fields::text);
        if !person.is_empty() {
            dpo.flag("appointed", true, officer.span);
            dpo.extend(person);
            address(reading, officer, &mut dpo);
        }
        fields.table("dpo", dpo, officer.span);
    }
    if let Some(authority) = authority {
        fields.table("authority", self::authority(reading, authority), authority.span);
    }
    let mut rest = Vec::new();
    for (node, path) in [(node, ""), (officer, "dataProtectionOfficer"), (authority, "supervisoryAuthority")] {
        rest.extend(node.map(|node| reading.making.fates.rest(node, path)).unwrap_or_default());
    }
    fields.note(&rest, at);
    reading.making.add(Kind::Controller, &id, at, fields);
    reading.controller = Some(id);
}

/// Somebody to write to; `named` puts the name, which is Markdown in some tables and plain in others.
fn contact<'n>(reading: &mut Reading<'n>, person: &'n Node, named: fn(&mut Fields, &str, &str, Span)) -> Fields {
    let mut fields = Fields::default();
    if let Some((text, at)) = reading.making.take(person, "name") {
        named(&mut fields, "name", &text, at);
    }
    for key in ["email", "phone"] {
        if let Some((text, at)) = reading.making.take(person, key) {
            fields.text(key, &text, at);
        }
    }
    // TILT has no member for a form; some documents add one.
    let form = ["url", "contact_form"].into_iter().filter_map(|key| person.get(key));
    if let Some(form) = form.into_iter().find(|form| is_web_address(&form.written())) {
        reading.making.fates.place(form);
        fields.text("url", &form.written(), form.span);
    }
    fields
}

fn address<'n>(reading: &mut Reading<'n>, of: &'n Node, fields: &mut Fields) {
    let country = country(reading, of);
    let mut address = Fields::default();
    if let Some(node) = of.get("address").filter(|node| !node.written().is_empty()) {
        reading.making.fates.place(node);
        // Some documents name the country here again, and nothing else.
        let is_country = |words: &str| {
            let known = WORDS.country(words).map(|country| country.code.to_string());
            known.is_some() && known == country.as_ref().map(|(code, _)| code.clone())
        };
        let lines = node.text().unwrap_or_default().split([',', '\n']).map(str::trim);
        address.list("lines", lines.filter(|line| !is_country(line)), node.span);
    }
    if let Some((code, at)) = country {
        address.text("country", &code, at);
    }
    fields.table("address", address, of.span);
}

/// A country by its code or its name. Other words are not certain and stay words.
fn country<'n>(reading: &mut Reading<'n>, of: &'n Node) -> Option<(String, Span)> {
    let node = of.get("country")?;
    let country = WORDS.country(&node.written())?;
    reading.making.fates.place(node);
    Some((country.code.to_string(), node.span))
}

fn authority<'n>(reading: &mut Reading<'n>, node: &'n Node) -> Fields {
    let mut fields = Fields::default();
    let Some((name, at)) = reading.making.take(node, "name") else { return fields };
    let same = |known: &str| known.eq_ignore_ascii_case(name.trim());
    match law::authorities().find(|known| same(&known.name) || same(&known.native_name)) {
        Some(known) => fields.text("id", &known.id, at),
        None => fields.text("name", &name, at),
    }
    fields
}

/// A text of the document, and where it stands.
type Said = (String, Span);

/// The record of a recipient, by its id.
pub(super) fn recipient<'n>(reading: &mut Reading<'n>, node: &'n Node) -> Option<String> {
    let making = &mut reading.making;
    let (name, category) = match (node.text(), node.is_table()) {
        (Some(text), _) if !text.trim().is_empty() => {
            making.fates.place(node);
            (None, Some((node.written(), node.span)))
        }
        (_, true) => (making.take(node, "name"), making.take(node, "category")),
        _ => return None,
    };
    // "None" is a recipient in many documents. That the data go to nobody is not said by it.
    let says = |said: &Said| !WORDS.says_nothing(&said.0);
    let (name, category) = (name.filter(says), category.filter(says));
    let (words, at) = name.clone().or_else(|| category.clone())?;
    let place = country(reading, node);
    let sort = category.as_ref().map(|(words, _)| words.to_lowercase()).unwrap_or_default();
    let kind = if WORDS.is_processor(&sort) { Kind::Processor } else { Kind::Recipient };
    let what = format!("{words}|{sort}|{}", place.as_ref().map_or("", |(code, _)| code.as_str()));
    let is_new = reading.making.known(kind, &what).is_none();
    let id = reading.making.shared(kind, &what, &headline(&words), at, || {
        let mut fields = Fields::default();
        name_by(&mut fields, "name", &words, at);
        if let Some((category, at)) = &category {
            fields.words("category", &headline(category), *at);
        }
        if name.is_none() {
            fields.text("shown-as", "category", at);
        }
        if let Some((code, at)) = &place {
            match kind {
                Kind::Processor => fields.text("country", code, *at),
                _ => fields.list("countries", [code.as_str()], *at),
            }
        }
        fields
    });
    if kind == Kind::Processor {
        reading
            .making
            .fates
            .advise("check which recipients are processors: TILT says it only in the words of a category");
    }
    let rest = reading.making.fates.rest(node, "");
    reading.making.note(kind, &id, &rest);
    if let (Some((code, _)), true) = (place, is_new) {
        reading.countries.push((code, kind, id.clone()));
    }
    Some(id)
}

/// Sources by the category of data they give, Article 14(2)(f).
pub(super) fn sources<'n>(reading: &mut Reading<'n>, root: &'n Node) {
    for group in root.get("sources").map(Node::each).unwrap_or_default() {
        let category = reading.making.take(group, "dataCategory").map(|(category, _)| category).unwrap_or_default();
        let mut last = None;
        for source in group.get("sources").map(Node::each).unwrap_or_default() {
            let description = reading.making.take(source, "description");
            let url = source.get("url").filter(|url| is_web_address(&url.written()));
            let Some((words, at)) = description.or_else(|| url.map(|url| (url.written(), url.span))) else { continue };
            let public = flag(source.get("publiclyAvailable"));
            let id = reading.making.shared(Kind::Source, &words, &headline(&words), at, || {
                let mut fields = Fields::default();
                name_by(&mut fields, "name", &words, at);
                if let Some(public) = public {
                    fields.flag("publicly-accessible", public, at);
                }
                fields.text("website", &url.map(Node::written).unwrap_or_default(), at);
                fields
            });
            url.into_iter().for_each(|url| reading.making.fates.place(url));
            if public.is_some() {
                source.get("publiclyAvailable").into_iter().for_each(|node| reading.making.fates.place(node));
            }
            let rest = reading.making.fates.rest(source, "");
            reading.making.note(Kind::Source, &id, &rest);
            reading.sources.push((category.to_lowercase(), id.clone()));
            last = Some(id);
        }
        if let Some(id) = last {
            let rest = reading.making.fates.rest(group, "");
            reading.making.note(Kind::Source, &id, &rest);
        }
    }
}

/// Transfers stand beside the recipients in TILT; here they belong to those in the country.
pub(super) fn transfers<'n>(reading: &mut Reading<'n>, root: &'n Node) {
    for node in root.get("thirdCountryTransfers").map(Node::each).unwrap_or_default() {
        if !tells(node) {
            continue;
        }
        let code = node.get("country").map(Node::written).unwrap_or_default();
        let code = WORDS.country(&code).map_or(code, |country| country.code.to_string());
        let parties = reading.countries.iter().filter(|(known, ..)| *known == code && !code.is_empty());
        let parties: Vec<_> = parties.map(|(_, kind, id)| (*kind, id.clone())).collect();
        if parties.is_empty() {
            // Without a controller there is no record to keep it, and it is told as left out.
            if let Some(controller) = reading.controller.clone() {
                let rest = reading.making.fates.rest(node, "thirdCountryTransfers");
                reading.making.note(Kind::Controller, &controller, &rest);
            }
            reading.making.fates.advise("say which recipient a transfer to a third country goes to: TILT does not");
            continue;
        }
        reading.making.fates.place_at(node, "country");
        let mut mechanisms = Vec::new();
        for (member, mechanism) in [("adequacyDecision", "adequacy"), ("standardDataProtectionClause", "scc")] {
            if let Some(said) = node.get(member)
                && let Some(available) = flag(said.get("available"))
            {
                reading.making.fates.place_at(said, "available");
                if available {
                    mechanisms.push(mechanism);
                }
            }
        }
        let rest = reading.making.fates.rest(node, "thirdCountryTransfers");
        for (kind, id) in parties {
            let mut transfer = Fields::default();
            transfer.list("countries", [code.as_str()], node.span);
            transfer.list("mechanisms", mechanisms.iter().copied(), node.span);
            let mut rows = Fields::default();
            rows.table(&code.to_ascii_lowercase(), transfer, node.span);
            reading.making.put(kind, &id, "transfers", rows, node.span);
            reading.making.note(kind, &id, &rest);
        }
    }
}
