//! Datasets: stores of data, and the categories of their fields.

use super::shared::{Dataset, Manifest};
use crate::import::Node;
use crate::import::making::Fields;
use crate::record::Kind;
use crate::source::Span;

/// A dataset is a system in which data are kept. Its fields name categories; which field holds which is
/// for the register, and stands in the note.
pub(super) fn read<'n>(manifest: &mut Manifest<'n>, resource: &'n Node) {
    let at = resource.span;
    let key = manifest.making.take(resource, "fides_key");
    let Some((title, titled)) = manifest.making.take(resource, "name").or_else(|| key.clone()) else { return };
    let id = manifest.making.id(Kind::System, key.as_ref().map_or(title.as_str(), |(key, _)| key.as_str()));
    let mut categories = manifest.making.take_each(resource, "data_categories");
    let mut lines = Vec::new();
    for collection in resource.get("collections").map(Node::each).unwrap_or_default() {
        categories.extend(manifest.making.take_each(collection, "data_categories"));
        let fields = collection.get("fields").map(Node::each).unwrap_or_default();
        let mut described = Vec::new();
        fields.iter().for_each(|field| self::field(manifest, field, "", &mut categories, &mut described));
        if let Some((name, _)) = manifest.making.keep(collection, "name") {
            lines.push(format!("{name}: {}", described.join(", ")).trim_end_matches(": ").to_owned());
        }
    }
    categories.iter().for_each(|(key, at)| {
        manifest.category(key, *at);
    });
    let mut fields = Fields::default();
    fields.text("title", &title, titled);
    lines.extend(manifest.making.fates.rest(resource, ""));
    fields.note(&lines, at);
    if let Some((key, _)) = key {
        manifest.datasets.insert(key, Dataset { system: id.clone(), categories });
    }
    manifest.making.add(Kind::System, &id, at, fields);
}

/// A field and those in it: `address.street (user.contact.address.street)`.
fn field<'n>(
    manifest: &mut Manifest<'n>,
    field: &'n Node,
    within: &str,
    categories: &mut Vec<(String, Span)>,
    described: &mut Vec<String>,
) {
    let name = manifest.making.keep(field, "name").map(|(name, _)| format!("{within}{name}")).unwrap_or_default();
    let keys = manifest.making.take_each(field, "data_categories");
    let inner = field.get("fields").map(Node::each).unwrap_or_default();
    if !name.is_empty() && (inner.is_empty() || !keys.is_empty()) {
        let words = keys.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>().join(", ");
        described.push(if words.is_empty() { name.clone() } else { format!("{name} ({words})") });
    }
    categories.extend(keys);
    inner.iter().for_each(|inner| self::field(manifest, inner, &format!("{name}."), categories, described));
}
