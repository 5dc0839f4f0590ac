//! Privacy declarations: one activity each.

use super::shared::{Basis, Manifest};
use super::words::WORDS;
use crate::import::Node;
use crate::import::making::Fields;
use crate::import::node::flag;
use crate::record::Kind;
use crate::source::Span;

/// What a system says for all its declarations.
pub(super) struct Common<'n> {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) owner: Option<(String, Span)>,
    pub(super) controller: Option<String>,
    pub(super) recipients: Vec<String>,
    pub(super) security: Option<String>,
    /// Keys of datasets of the file.
    pub(super) datasets: Vec<(String, Span)>,
    pub(super) profiling: Option<&'n Node>,
    pub(super) dpia: Fields,
}

/// Makes an activity and tells its id.
pub(super) fn read<'n>(manifest: &mut Manifest<'n>, node: &'n Node, system: &Common<'n>) -> String {
    let at = node.span;
    manifest.activities += 1;
    let name = manifest.making.take(node, "name");
    let data_use = manifest.making.take(node, "data_use");
    let purpose = data_use.as_ref().map(|(key, at)| (WORDS.purpose(key, &manifest.own), *at));
    data_use.iter().for_each(|(key, _)| manifest.use_named(key));
    let words = name.as_ref().or(data_use.as_ref()).map_or("", |(words, _)| words.as_str());
    let id = manifest.making.id(Kind::Activity, &format!("{} {words}", system.id));
    let mut fields = Fields::default();
    match (&name, &purpose) {
        (Some((name, at)), _) => fields.text("title", name.trim_end_matches('.'), *at),
        (None, Some((purpose, at))) => fields.text("title", &format!("{}: {purpose}", system.title), *at),
        (None, None) => fields.text("title", &system.title, at),
    }
    fields.list("controllers", system.controller.as_deref(), at);
    let groups = manifest.making.take_each(node, "data_subjects");
    let groups: Vec<String> = groups.iter().map(|(key, at)| manifest.group(key, *at)).collect();
    fields.list("subject-groups", groups.iter().map(String::as_str), at);
    purposes(manifest, node, purpose.zip(data_use), &mut fields);
    let datasets = data(manifest, node, system, &mut fields);
    disclosures(manifest, node, system, &mut fields);
    fields.list("security", system.security.as_deref(), at);
    let systems = std::iter::once(system.id.as_str()).chain(datasets.iter().map(String::as_str));
    fields.list("systems", systems, at);
    if let Some(profiling) = system.profiling {
        let mut used = Fields::default();
        used.flag("used", true, profiling.span);
        fields.table("profiling", used, profiling.span);
    }
    fields.table("dpia", system.dpia.clone(), at);
    if let Some((owner, at)) = &system.owner {
        fields.text("owner", owner, *at);
    }
    let rest = manifest.making.fates.rest(node, "");
    fields.note(&rest, at);
    manifest.making.add(Kind::Activity, &id, at, fields);
    id
}

/// A text of the file, and where it stands.
type Said = (String, Span);

/// The data use, in words and by its key, with its basis.
fn purposes<'n>(manifest: &mut Manifest<'n>, node: &'n Node, purpose: Option<(Said, Said)>, fields: &mut Fields) {
    let basis = basis(manifest, node);
    let Some(((words, at), (key, _))) = purpose else { return };
    let mut row = Fields::default();
    row.words("title", &words, at);
    row.list("legal-bases", basis.as_deref(), at);
    if WORDS.is_direct_marketing(&key) {
        row.flag("direct-marketing", true, at);
    }
    let mut rows = Fields::default();
    rows.table(&row_key(&key), row, at);
    fields.table("purposes", rows, at);
}

/// The last part of a key, as the key of a row.
fn row_key(key: &str) -> String {
    let id = crate::import::making::id_of(key.rsplit('.').next().unwrap_or(key));
    if id.is_empty() { "use".into() } else { id }
}

fn basis<'n>(manifest: &mut Manifest<'n>, node: &'n Node) -> Option<String> {
    let known = |key: &str, of: fn(&str) -> Option<&'static str>| {
        let value = node.get(key)?;
        of(&value.written()).map(|article| (value, article))
    };
    let ground = known("legal_basis_for_processing", |words| WORDS.ground(words));
    let condition = known("special_category_legal_basis", |words| WORDS.condition(words));
    ground.iter().chain(&condition).for_each(|(value, _)| manifest.making.fates.place(value));
    let (first, _) = ground.or(condition)?;
    let title = [ground, condition].into_iter().flatten().map(|(value, _)| value.written()).collect::<Vec<_>>();
    let assessment = manifest.making.take(node, "impact_assessment_location");
    let basis = Basis {
        title: &title.join("; "),
        ground: ground.map(|(_, article)| article),
        condition: condition.map(|(_, article)| article),
        assessment: assessment.as_ref().map(|(place, _)| place.as_str()),
    };
    manifest.making.fates.advise("say of each legal basis what it rests on: the contract, the law, the interest");
    Some(manifest.basis(&basis, first.span))
}

/// The categories of the declaration and of the datasets it names; the records of those are returned.
fn data<'n>(manifest: &mut Manifest<'n>, node: &'n Node, system: &Common<'n>, fields: &mut Fields) -> Vec<String> {
    let mut categories = manifest.making.take_each(node, "data_categories");
    let own = node.get("dataset_references").map(Node::each).unwrap_or_default();
    let own: Vec<&Node> = own.iter().filter(|key| manifest.datasets.contains_key(&key.written())).collect();
    own.iter().for_each(|key| manifest.making.fates.place(key));
    let keys: Vec<String> =
        own.iter().map(|key| key.written()).chain(system.datasets.iter().map(|(key, _)| key.clone())).collect();
    let mut stores: Vec<String> = Vec::new();
    for dataset in keys.iter().filter_map(|key| manifest.datasets.get(key)) {
        if !stores.contains(&dataset.system) {
            stores.push(dataset.system.clone());
            // The declaration decides which data it is about; a dataset speaks where it says nothing.
            if node.get("data_categories").is_none_or(Node::is_empty) {
                categories.extend(dataset.categories.iter().cloned());
            }
        }
    }
    let at = categories.first().map_or(node.span, |(_, at)| *at);
    let ids = manifest.category_ids(&categories);
    let mut row = Fields::default();
    row.list("categories", ids.iter().map(String::as_str), at);
    let sources = node.get("ingress").map(Node::each).unwrap_or_default().iter();
    if let Some(user) = sources.clone().find(|source| source.text() == Some("user")) {
        manifest.making.fates.place(user);
        row.list("sources", ["data-subject"], user.span);
    }
    if let Some((words, at)) = manifest.making.take(node, "retention_period") {
        let rule = manifest.retention(&words, at);
        row.list("retention", [rule.as_str()], at);
        manifest.making.fates.advise("give each retention rule a period or criteria where its title says how long");
    }
    let mut rows = Fields::default();
    rows.table("data", row, at);
    fields.table("data", rows, at);
    stores
}

fn disclosures<'n>(manifest: &mut Manifest<'n>, node: &'n Node, system: &Common<'n>, fields: &mut Fields) {
    let at = node.span;
    let mut rows = Fields::default();
    if !system.recipients.is_empty() {
        let mut row = Fields::default();
        row.list("recipients", system.recipients.iter().map(String::as_str), at);
        rows.table("processor", row, at);
    }
    if let Some((words, at)) = manifest.making.take(node, "third_parties") {
        let ids = manifest.third_parties(&words, at);
        let shared = manifest.making.take_each(node, "shared_categories");
        let categories = manifest.category_ids(&shared);
        let mut row = Fields::default();
        row.list("recipients", ids.iter().map(String::as_str), at);
        row.list("categories", categories.iter().map(String::as_str), at);
        rows.table("third-parties", row, at);
        let said = node.get("data_shared_with_third_parties").filter(|node| flag(Some(node)) == Some(true));
        said.into_iter().for_each(|said| manifest.making.fates.place(said));
        manifest.making.fates.advise("name the recipients where you know them: fides says only what sort they are");
    }
    fields.table("disclosures", rows, at);
}
