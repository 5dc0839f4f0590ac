//! Organizations: the controller, its officer and its representative.

use super::shared::Manifest;
use crate::import::Node;
use crate::import::making::Fields;
use crate::record::Kind;
use crate::source::Span;

pub(super) fn read<'n>(manifest: &mut Manifest<'n>, resource: &'n Node) {
    let at = resource.span;
    let key = manifest.making.take(resource, "fides_key");
    let name = manifest.making.take(resource, "name").or_else(|| key.clone());
    let Some((name, named)) = name else { return };
    manifest.name(&name, named);
    let id = manifest.making.id(Kind::Controller, &name);
    if let Some((key, _)) = key {
        manifest.organizations.push((key, id.clone()));
    }
    let mut fields = Fields::default();
    fields.text("name", &name, named);
    if let Some(contact) = resource.get("controller") {
        address(manifest, contact, "address", &mut fields);
        for key in ["phone", "email"] {
            let text = manifest.making.take(contact, key);
            text.into_iter().for_each(|(text, at)| fields.text(key, &text, at));
        }
    }
    if let Some((text, at)) = manifest.making.take(resource, "description") {
        fields.words("description", &text, at);
    }
    for (theirs, ours) in [("data_protection_officer", "dpo"), ("representative", "representative")] {
        let person = resource.get(theirs).map(|person| (person.span, self::person(manifest, person)));
        if let Some((at, person)) = person {
            fields.table(ours, person, at);
        }
    }
    let rest = manifest.making.fates.rest(resource, "");
    fields.note(&rest, at);
    manifest.making.add(Kind::Controller, &id, at, fields);
}

/// An officer or a representative. Fides writes empty texts where there is none.
fn person<'n>(manifest: &mut Manifest<'n>, person: &'n Node) -> Fields {
    let mut fields = Fields::default();
    if person.entries().iter().all(|(_, value)| value.is_empty()) {
        return fields;
    }
    fields.flag("appointed", true, person.span);
    for key in ["name", "email", "phone"] {
        let text = manifest.making.take(person, key);
        text.into_iter().for_each(|(text, at)| fields.text(key, &text, at));
    }
    address(manifest, person, "address", &mut fields);
    fields
}

/// An address in one text, as the lines of an envelope.
pub(super) fn address<'n>(manifest: &mut Manifest<'n>, of: &'n Node, key: &str, fields: &mut Fields) {
    if let Some(node) = of.get(key)
        && let Some(text) = node.text()
        && !node.is_empty()
    {
        manifest.making.fates.place(node);
        fields.table("address", lines(text, node.span), node.span);
    }
}

/// What stands between commas or on lines of its own is a line.
fn lines(text: &str, at: Span) -> Fields {
    let mut address = Fields::default();
    address.list("lines", text.split([',', '\n']), at);
    address
}
