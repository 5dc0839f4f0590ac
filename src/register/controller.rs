//! A controller: Article 30(1)(a), its contacts, and its own register.

use super::about;
use super::composer::Composer;
use super::contacts;
use super::facts::Facts;
use super::paging;
use super::register_rows;
use super::transfer;
use crate::decode::Field;
use crate::document::{Block, Document, Section, Text};
use crate::law;
use crate::markdown;
use crate::record::controller::{AuthorityContact, Complaints, Contact, Controller, Marketing, Requests};
use crate::registry::{Entry, Id, Node};

pub(super) fn sections(composer: &Composer<'_>, id: Id<Controller>, entry: &Entry<Controller>) -> Vec<Section> {
    let record = &entry.record;
    let mut identity = Facts::new(composer);
    identity.text("register-trade-name", &record.trade_name);
    identity.texts("register-short-names", &record.short_names);
    identity.phrase("register-legal-form", &record.legal_form);
    identity.country("register-registered-in", &record.registered_in);
    identity.phrase("register-registration-name", &record.registration_name);
    identity.text("register-registration-number", &record.registration_number);
    identity.prose("register-description", &record.description);
    identity.number("register-staff", record.staff.internal());
    identity.countries("register-establishments", record.establishments.internal());
    identity.flag("register-public-body", record.public_body.internal());
    let points = record.contacts.iter().flat_map(|row| {
        let heading = composer.heading(&format!("contact-{}", row.key.name), markdown::escape(&row.key.name));
        std::iter::once(heading).chain(contact(composer, &row.value).block())
    });
    let blocks = |facts: Facts<'_>| facts.block().into_iter().collect::<Vec<_>>();
    let optional = [
        ("transfers", "register-own-transfers", transfer::rows(composer, &record.transfers)),
        ("contacts", "register-contacts", points.collect()),
        (
            "authority",
            "register-authority",
            record.authority.get().map_or_else(Vec::new, |one| blocks(authority(composer, one))),
        ),
        (
            "requests",
            "register-requests",
            record.requests.get().map_or_else(Vec::new, |one| blocks(requests(composer, one))),
        ),
        (
            "complaints",
            "register-complaints",
            record.complaints.get().map_or_else(Vec::new, |one| complaints(composer, one)),
        ),
        (
            "marketing",
            "register-marketing",
            record.marketing.get().map_or_else(Vec::new, |one| blocks(marketing(composer, entry, one))),
        ),
    ];
    let mut sections = vec![composer.section(
        "controller",
        "register-controller",
        Some("30(1)(a)"),
        blocks(contacts::facts(composer, id)),
    )];
    sections.push(composer.section("identity", "register-identity", None, blocks(identity)));
    let filled = optional.into_iter().filter(|(_, _, blocks)| !blocks.is_empty());
    sections.extend(filled.map(|(anchor, heading, blocks)| composer.section(anchor, heading, None, blocks)));
    sections.push(composer.section("register", "register-own", None, own_register(composer, id.into(), 1)));
    sections.push(about::section(composer, entry, &record.note, &record.changed, Facts::new(composer)));
    sections
}

/// A further page of the activities of a controller.
pub(super) fn activities(composer: &Composer<'_>, node: Node, page: usize) -> Document {
    let name = markdown::escape(&composer.name(node));
    Document {
        title: composer.say_one("register-own-title", "name", &name).into(),
        lead: own_register(composer, node, page),
        sections: Vec::new(),
    }
}

/// The activities of a controller with the points of Article 30(1).
fn own_register(composer: &Composer<'_>, node: Node, page: usize) -> Vec<Block> {
    let all = composer.desk.sorted(composer.desk.activities_of(node));
    if composer.is_single() {
        return vec![register_rows::table(composer, &all)];
    }
    let (id, _) = composer.desk.registry.identity(node);
    let folder = format!("{}/{id}", node.kind.folder());
    let address = |number: usize| {
        composer.address(&if number == 1 { format!("{folder}.html") } else { format!("{folder}/{number}.html") })
    };
    let mut blocks: Vec<Block> =
        paging::links(composer, page, all.len(), paging::REGISTER_ROWS, address).into_iter().collect();
    blocks.push(register_rows::table(composer, paging::slice(&all, page, paging::REGISTER_ROWS)));
    blocks
}

fn contact<'c>(composer: &'c Composer<'c>, contact: &Contact) -> Facts<'c> {
    let mut facts = Facts::new(composer);
    facts.phrase("register-name", &contact.name);
    facts.mail("register-email", &contact.email);
    facts.phone("register-phone", &contact.phone);
    facts.web("register-url", &contact.url);
    facts.text("register-subject-line", &contact.subject_line);
    facts.phrase("register-subject-because", &contact.subject_because);
    facts.words("register-uses", "contact-use", &contact.uses);
    facts
}

fn authority<'c>(composer: &'c Composer<'c>, authority: &AuthorityContact) -> Facts<'c> {
    let known = authority.id.text().and_then(law::authority);
    let or_known = |field: &Field<String>, known: Option<&str>| field.text().or(known).map(str::to_owned);
    let mut facts = Facts::new(composer);
    let name = or_known(&authority.name, known.map(|known| known.name.as_str()));
    facts.line("register-name", name.map(|name| markdown::escape(&name))).or_gap();
    let website = or_known(&authority.website, known.map(|known| known.website.as_str()));
    facts.line("register-website", website.map(|url| markdown::web(&url)));
    facts.web("register-complaint-url", &authority.complaint_url);
    facts.text("register-authority-id", &authority.id);
    facts
}

fn requests<'c>(composer: &'c Composer<'c>, requests: &Requests) -> Facts<'c> {
    let mut facts = Facts::new(composer);
    facts.phrases("register-request-occasions", &requests.occasions);
    facts.phrases("register-request-contents", &requests.contents);
    facts.phrases("register-request-must-be", &requests.must_be);
    facts.phrases("register-self-service", &requests.self_service);
    facts.flag("register-verify-identity", &requests.verify_identity);
    facts.phrase("register-verify-because", &requests.verify_because);
    facts.phrase("register-contact-back-because", &requests.contact_back_because);
    let within = requests.answered_within.copied().map(|period| composer.desk.strings.period(period));
    facts.line("register-answered-within", within);
    facts.phrase("register-answered", &requests.answered);
    facts.flag("register-free", &requests.free);
    facts.phrases("register-refusal-grounds", &requests.refusal_grounds);
    facts.phrase("register-request-limits", &requests.limits);
    facts.phrases("register-request-consequences", &requests.consequences);
    let promises = requests.promises.iter().map(|row| {
        let right = row.value.right.get().map_or_else(|| composer.gap(), |right| composer.word("right", right));
        let text = row.value.text.text().map_or_else(|| composer.gap(), |text| composer.authored(text));
        let said = composer.say("register-about", &[("what", (&right).into()), ("text", (&text).into())]);
        composer.keyed(&row.key, &said)
    });
    facts.lines("register-promises", promises);
    facts.phrase("register-requests-law", &requests.law);
    facts
}

fn complaints(composer: &Composer<'_>, complaints: &Complaints) -> Vec<Block> {
    let mut facts = Facts::new(composer);
    facts.flag("register-contact-us-first", &complaints.contact_us_first);
    facts.phrase("register-answered", &complaints.answered);
    facts.web("register-authorities-list", &complaints.authorities_list);
    facts.flag("register-at-any-time", &complaints.at_any_time);
    facts.words("register-complaint-places", "complaint-place", &complaints.places);
    let mut blocks: Vec<Block> = facts.block().into_iter().collect();
    let cell = |text: Option<String>| Text::from(text.unwrap_or_default());
    let rows: Vec<Vec<Text>> = complaints
        .steps
        .iter()
        .map(|row| {
            let step = &row.value;
            vec![
                cell(Some(
                    composer.keyed(&row.key, &step.name.text().map_or_else(|| composer.gap(), markdown::escape)),
                )),
                cell(step.url.text().map(markdown::web)),
                cell(step.text.text().map(|text| composer.authored(text))),
            ]
        })
        .collect();
    if !rows.is_empty() {
        blocks.push(composer.table(
            &["register-complaint-step", "register-url", "register-text"],
            rows,
            "register-none",
        ));
    }
    blocks
}

fn marketing<'c>(composer: &'c Composer<'c>, entry: &Entry<Controller>, marketing: &Marketing) -> Facts<'c> {
    let mut facts = Facts::new(composer);
    facts.phrases("register-opt-out", &marketing.opt_out);
    facts.flag("register-at-any-time", &marketing.at_any_time);
    facts.flag("register-despite-consent", &marketing.despite_consent);
    let still = marketing.still_sent.iter().zip(&entry.links.still_sent).map(|(row, groups)| {
        let to = row.value.to.text().map_or_else(|| composer.gap(), |to| composer.authored(to));
        let to = composer.keyed(&row.key, &to);
        let groups = composer.links(groups);
        if groups.is_empty() {
            to
        } else {
            composer.say("register-for-groups", &[("what", (&to).into()), ("groups", (&groups).into())])
        }
    });
    facts.lines("register-still-sent", still);
    facts.phrase("register-suppression", &marketing.suppression);
    facts
}
