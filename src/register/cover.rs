//! The first page of the version on a single page: whose register it is, of when, and made with what.

use super::composer::Composer;
use super::contacts;
use super::desk::Desk;
use super::facts::Facts;
use crate::document::Document;
use crate::law;
use crate::markdown;
use crate::record::Kind;
use crate::registry::{Extract, Id};

/// The controllers with their contacts, the day, the version of the program and of its legal data, and
/// how many records there are.
pub fn cover(desk: &Desk<'_>) -> Document {
    let composer = Composer::single(desk, "cover");
    let mut lead = vec![composer.paragraph("register-cover-article")];
    let mut facts = Facts::new(&composer);
    facts.lines("register-extract", extract(&composer));
    facts.day("register-cover-as-of", Some(desk.as_of));
    let versions = [("version", env!("CARGO_PKG_VERSION").into()), ("law", law::version().into())];
    facts.line("register-cover-commit", desk.sources.short_commit().map(markdown::escape));
    facts.line("register-cover-program", Some(composer.say("register-cover-version", &versions)));
    let kinds = Kind::ALL.into_iter().filter(|kind| desk.count(*kind) > 0).map(|kind| {
        let name = composer.plain(&format!("register-kinds-{}", kind.folder()));
        composer.say("register-counted", &[("what", (&name).into()), ("n", desk.count(kind).into())])
    });
    facts.line("register-cover-records", Some(composer.join(kinds)));
    lead.extend(facts.block());
    for node in desk.nodes(Kind::Controller) {
        let name = markdown::escape(&composer.name(node));
        lead.push(composer.heading(&format!("controller-{}", node.index), name));
        lead.extend(contacts::facts(&composer, Id::at(node.index)).block());
    }
    let title = desk.registry.settings.title.text();
    let title = title.map_or_else(|| composer.plain("register-title"), markdown::escape);
    Document { title: title.into(), lead, sections: Vec::new() }
}

/// What the register was reduced to, where it is not the whole.
fn extract(composer: &Composer<'_>) -> Vec<String> {
    let Some(Extract { controller, activities, client }) = &composer.desk.registry.extract else {
        return Vec::new();
    };
    let escaped = |name: &String| markdown::escape(name);
    let controller =
        controller.as_ref().map(|name| composer.say_one("register-extract-controller", "name", &escaped(name)));
    let client = client.as_ref().map(|name| composer.say_one("register-extract-client", "name", &escaped(name)));
    let activities = (!activities.is_empty()).then(|| {
        composer.say_one("register-extract-activities", "names", &composer.join(activities.iter().map(escaped)))
    });
    controller.into_iter().chain(client).chain(activities).collect()
}
