//! Datasets: stores of data, and the categories of their fields.

use super::shared::{Dataset, Manifest};
use crate::import::Node;
use crate::import::making::Fields;
use crate::record::Kind;
use crate::source::Span;

/// How programs read and join fields, in the two spellings that fides knows.
const TECHNICAL: [&str; 2] = ["fides_meta", "fidesops_meta"];

/// A dataset is a system in which data are kept. Its fields name categories; which field holds which is
/// for the register, and stands in the note.
pub(super) fn read<'n>(manifest: &mut Manifest<'n>, resource: &'n Node) {
    let at = resource.span;
    let key = manifest.making.take(resource, "fides_key");
    let Some((title, titled)) = manifest.making.take(resource, "name").or_else(|| key.clone()) else { return };
    let id = manifest.store_id(key.as_ref(), &title);
    manifest.store(&title, titled);
    let mut store = Store { categories: manifest.making.take_each(resource, "data_categories"), ..Store::default() };
    let mut collections = Vec::new();
    for collection in resource.get("collections").map(Node::each).unwrap_or_default() {
        store.collection(manifest, collection, &mut collections);
    }
    technical(manifest, resource);
    // Data of the system itself are about nobody, by their definition.
    store.categories.retain(|(key, _)| key != "system" && !key.starts_with("system."));
    manifest.category_ids(&store.categories);
    let mut fields = Fields::default();
    fields.text("title", &title, titled);
    let mut lines = manifest.making.fates.rest(resource, "");
    lines.extend(collections);
    lines.extend(store.said.into_iter().map(|(line, places)| format!("{line} ({})", places.join(", "))));
    fields.note(&lines, at);
    if let Some((key, _)) = key {
        manifest.datasets.insert(key, Dataset { system: id.clone(), categories: store.categories });
    }
    manifest.making.add(Kind::System, &id, at, fields);
}

/// What is met in the collections of a dataset.
#[derive(Default)]
struct Store {
    categories: Vec<(String, Span)>,
    /// What is said of fields besides, and of which ones: many say the same.
    said: Vec<(String, Vec<String>)>,
}

impl Store {
    /// A collection, as a line of the note: `customers: e-mail addresses (email), names (first, last)`.
    fn collection<'n>(&mut self, manifest: &mut Manifest<'n>, collection: &'n Node, lines: &mut Vec<String>) {
        let name = manifest.making.keep(collection, "name").map(|(name, _)| name).unwrap_or_default();
        let mut sorted: Vec<(String, Vec<String>)> = Vec::new();
        let whole = manifest.making.take_each(collection, "data_categories");
        whole.iter().for_each(|(key, _)| among(&mut sorted, manifest.category_words(key), None));
        self.categories.extend(whole);
        for field in collection.get("fields").map(Node::each).unwrap_or_default() {
            self.field(manifest, field, (&name, ""), &mut sorted);
        }
        let sorted: Vec<String> = sorted
            .into_iter()
            .map(|(words, fields)| if fields.is_empty() { words } else { format!("{words} ({})", fields.join(", ")) })
            .collect();
        if !name.is_empty() {
            lines.push(format!("{name}: {}", sorted.join(", ")).trim_end_matches(": ").to_owned());
        }
        technical(manifest, collection);
        self.others(manifest, collection, &name);
    }

    /// A field and those in it.
    fn field<'n>(
        &mut self,
        manifest: &mut Manifest<'n>,
        field: &'n Node,
        (collection, within): (&str, &str),
        sorted: &mut Vec<(String, Vec<String>)>,
    ) {
        let name = manifest.making.keep(field, "name").map(|(name, _)| format!("{within}{name}")).unwrap_or_default();
        let keys = manifest.making.take_each(field, "data_categories");
        let inner = field.get("fields").map(Node::each).unwrap_or_default();
        for (key, _) in &keys {
            among(sorted, manifest.category_words(key), Some(name.clone()));
        }
        if keys.is_empty() && inner.is_empty() && !name.is_empty() {
            among(sorted, "without a category".into(), Some(name.clone()));
        }
        self.categories.extend(keys);
        technical(manifest, field);
        for inner in inner {
            self.field(manifest, inner, (collection, &format!("{name}.")), sorted);
        }
        self.others(manifest, field, &format!("{collection}.{name}"));
    }

    /// What else is said of a collection or a field.
    fn others<'n>(&mut self, manifest: &mut Manifest<'n>, of: &'n Node, place: &str) {
        for (key, value) in of.entries().iter().filter(|(key, _)| key.name != "fields") {
            for line in manifest.making.fates.rest(value, &key.name) {
                among(&mut self.said, line, Some(place.to_owned()));
            }
        }
    }
}

/// Puts a word under its head, in the order in which heads come.
fn among(sorted: &mut Vec<(String, Vec<String>)>, head: String, word: Option<String>) {
    match sorted.iter_mut().find(|(known, _)| *known == head) {
        Some((_, words)) => words.extend(word),
        None => sorted.push((head, word.into_iter().collect())),
    }
}

/// Leaves out how programs read a store: hundreds of lines that say nothing of people.
fn technical<'n>(manifest: &mut Manifest<'n>, of: &'n Node) {
    for key in TECHNICAL {
        if let Some(node) = of.get(key) {
            let why = "it tells programs how to read and join fields, and a register does not say it";
            manifest.making.fates.leave_out(node, key, why);
        }
    }
}
