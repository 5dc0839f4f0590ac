//! Systems: what runs, who runs it, and what all its declarations share.

use super::declaration::{self, Common};
use super::organization::address;
use super::shared::Manifest;
use super::words::WORDS;
use crate::decode::Lifetime;
use crate::import::Node;
use crate::import::making::Fields;
use crate::import::node::flag;
use crate::record::Kind;
use crate::source::Span;

/// A system that the file marks as a processor is a processor as well: who makes it works for us.
pub(super) fn read<'n>(manifest: &mut Manifest<'n>, resource: &'n Node) {
    let at = resource.span;
    let key = manifest.making.take(resource, "fides_key");
    let Some((title, titled)) = manifest.making.take(resource, "name").or_else(|| key.clone()) else { return };
    let id = manifest.store_id(key.as_ref(), &title);
    manifest.store(&title, titled);
    let processor = processor(manifest, resource, (&title, titled));
    let mut common = Common {
        id: id.clone(),
        title: title.clone(),
        owner: owner(manifest, resource),
        controller: controller(manifest, resource),
        recipients: processor.iter().cloned().collect(),
        security: security(manifest, resource, (&title, at)),
        datasets: manifest.making.take_each(resource, "dataset_references"),
        profiling: resource.get("uses_profiling").filter(|node| flag(Some(node)) == Some(true)),
        dpia: dpia(manifest, resource),
    };
    common.datasets.retain(|(key, _)| manifest.datasets.contains_key(key));
    if let Some(node) = common.profiling {
        manifest.making.fates.place(node);
        manifest
            .making
            .fates
            .advise("say what profiles are made and what follows from them: fides has no field for it");
    }
    let list = resource.get("privacy_declarations").map(Node::each).unwrap_or_default();
    let mut activities = Vec::new();
    for node in list.iter().filter(|node| node.is_table()) {
        activities.push(declaration::read(manifest, node, &common));
    }
    cookies(manifest, resource, &common, &activities);
    let mut fields = Fields::default();
    fields.text("title", &title, titled);
    fields.text("operated-by", processor.as_deref().unwrap_or_default(), at);
    if let Some((owner, at)) = &common.owner {
        fields.text("owner", owner, *at);
    }
    if processor.is_none() && flag(resource.get("does_international_transfers")) == Some(true) {
        manifest.transferring.push(id.clone());
    }
    let rest = manifest.making.fates.rest(resource, "");
    fields.note(&rest, at);
    manifest.making.add(Kind::System, &id, at, fields);
}

fn owner<'n>(manifest: &mut Manifest<'n>, resource: &'n Node) -> Option<(String, Span)> {
    // Fides writes this where nobody said anything.
    let said = resource.get("administrating_department").filter(|node| node.text() != Some("Not defined"));
    said.and_then(|_| manifest.making.take(resource, "administrating_department"))
}

/// The controller of the system, where the file has several.
fn controller<'n>(manifest: &mut Manifest<'n>, resource: &'n Node) -> Option<String> {
    let (key, _) = manifest.making.take(resource, "organization_fides_key")?;
    let several = manifest.organizations.len() > 1;
    manifest.organizations.iter().find(|(known, _)| several && *known == key).map(|(_, id)| id.clone())
}

fn processor<'n>(manifest: &mut Manifest<'n>, resource: &'n Node, title: (&str, Span)) -> Option<String> {
    // Older manifests name the second one.
    let roles = resource.get("responsibility").or_else(|| resource.get("data_responsibility_title"));
    let roles = roles.map(Node::each).unwrap_or_default();
    for role in roles.iter().filter(|role| matches!(role.text(), Some("Controller" | "Processor"))) {
        manifest.making.fates.place(role);
    }
    roles.iter().find(|role| matches!(role.text(), Some("Processor" | "Sub-Processor")))?;
    manifest.processors += 1;
    let at = resource.span;
    let (name, named) = manifest.making.take(resource, "legal_name").unwrap_or((title.0.to_owned(), title.1));
    let id = manifest.making.id(Kind::Processor, &name);
    let mut fields = Fields::default();
    fields.text("name", &name, named);
    if let Some((text, at)) = manifest.making.take(resource, "description") {
        fields.words("description", &text, at);
    }
    transfers(manifest, resource, &mut fields);
    address(manifest, resource, "legal_address", &mut fields);
    if let Some((text, at)) = manifest.making.take(resource, "dpo") {
        fields.text("contact", &text, at);
    }
    manifest.making.add(Kind::Processor, &id, at, fields);
    Some(id)
}

/// The instruments of transfers. Fides does not say which countries.
fn transfers<'n>(manifest: &mut Manifest<'n>, resource: &'n Node, fields: &mut Fields) {
    let Some(does) = resource.get("does_international_transfers").filter(|node| flag(Some(node)) == Some(true)) else {
        return;
    };
    manifest.making.fates.place(does);
    manifest.making.fates.advise("name the countries of each transfer: fides has no field for them");
    let mut mechanisms = Vec::new();
    for node in resource.get("legal_basis_for_transfers").map(Node::each).unwrap_or_default() {
        if let Some(mechanism) = WORDS.mechanism(&node.written()) {
            manifest.making.fates.place(node);
            mechanisms.push(mechanism);
        }
    }
    let mut transfer = Fields::default();
    transfer.list("mechanisms", mechanisms, does.span);
    let mut rows = Fields::default();
    // A row says that there is a transfer, even where nothing is known of it.
    rows.put("international", transfer.into_node(does.span).content, does.span);
    fields.table("transfers", rows, does.span);
}

/// What the file says on security, as one measure called after the system: whether it is one or many, people
/// decide.
fn security<'n>(manifest: &mut Manifest<'n>, resource: &'n Node, system: (&str, Span)) -> Option<String> {
    let (text, at) = manifest.making.take(resource, "data_security_practices")?;
    let id = manifest.making.id(Kind::SecurityMeasure, system.0);
    let mut fields = Fields::default();
    fields.text("title", system.0, at);
    fields.words("detail", &text, at);
    manifest.making.add(Kind::SecurityMeasure, &id, at, fields);
    Some(id)
}

fn dpia<'n>(manifest: &mut Manifest<'n>, resource: &'n Node) -> Fields {
    let mut fields = Fields::default();
    // Older manifests have a table of their own for it.
    // How far it has come is no outcome, and stays in the note of the system.
    let (of, [needed, place]) = match resource.get("data_protection_impact_assessment") {
        Some(table) if table.is_table() => (table, ["is_required", "link"]),
        _ => (resource, ["requires_data_protection_assessments", "dpa_location"]),
    };
    if let Some(node) = of.get(needed)
        && let Some(needed) = flag(Some(node))
    {
        manifest.making.fates.place(node);
        fields.flag("needed", needed, node.span);
    }
    if let Some((text, at)) = manifest.making.take(of, place) {
        fields.text("reference", &text, at);
    }
    fields
}

/// One record for all cookies of a system, because fides says no more of them.
fn cookies<'n>(manifest: &mut Manifest<'n>, resource: &'n Node, system: &Common<'n>, activities: &[String]) {
    let Some(uses) = resource.get("uses_cookies").filter(|node| flag(Some(node)) == Some(true)) else { return };
    manifest.making.fates.place(uses);
    let id = manifest.making.id(Kind::Cookie, &system.id);
    let mut fields = Fields::default();
    fields.words("name", &format!("cookies ({})", system.title), uses.span);
    if let Some(node) = resource.get("cookie_max_age_seconds")
        && let Some(lifetime) = lifetime(&node.written())
    {
        manifest.making.fates.place(node);
        fields.text("lifetime", &lifetime, node.span);
    }
    if let [activity] = activities {
        fields.text("activity", activity, uses.span);
    }
    manifest.making.add(Kind::Cookie, &id, uses.span, fields);
    manifest.making.fates.advise("describe the cookies one by one: fides says only that there are some");
}

/// Seconds as a lifetime; nothing if no cookie lives so long.
fn lifetime(seconds: &str) -> Option<String> {
    let seconds: u64 = seconds.parse().ok().filter(|seconds| *seconds > 0)?;
    let text = if seconds.is_multiple_of(86_400) {
        format!("P{}D", seconds / 86_400)
    } else {
        format!("PT{}H{}M{}S", seconds / 3600, seconds % 3600 / 60, seconds % 60)
    };
    Lifetime::parse(&text).ok().map(|_| text)
}

#[cfg(test)]
mod tests {
    use super::lifetime;

    #[test]
    fn seconds_become_a_lifetime() {
        assert_eq!(lifetime("31536000").as_deref(), Some("P365D"));
        assert_eq!(lifetime("5400").as_deref(), Some("PT1H30M0S"));
        for none in ["0", "-1", "1e9", "99999999999999999999", "86399999999999999"] {
            assert_eq!(lifetime(none), None, "{none}");
        }
    }
}
