//! A register from a manifest of fides: systems, privacy declarations, datasets and organizations in YAML.
//!
//! 1. `yaml` reads the documents of the file with the place of every value.
//! 2. Here the resources are found, in the order in which records need each other: organizations and their
//!    own words first, then datasets and systems with their declarations.
//! 3. `words` knows the public taxonomy of fides in the words of a register.
//!
//! The reader is lenient, because a manifest is no register: what has no field goes into the note of the
//! record it belongs to, and what belongs to no record is told as left out; see [`Account`](super::Account).
//! What fides does not say is not made up: no group, no country, no period.
//!
//! Source of the format: fideslang, `src/fideslang/models.py`.

mod dataset;
mod declaration;
mod organization;
mod shared;
mod system;
mod words;
mod yaml;

use self::shared::Manifest;
use super::Draft;
use super::node::{Content, Node};
use crate::diagnostic::Diagnostic;
use crate::record::Kind;
use crate::source::{FileId, Source, Span};

/// The kinds of resources that a manifest may hold, as fides writes them.
const RESOURCES: [&str; 8] =
    ["organization", "system", "dataset", "data_category", "data_use", "data_subject", "policy", "registry"];

/// Reads a manifest; messages call it `shown_as`. What is wrong with it stands in [`Draft::diagnostics`].
pub fn read(text: &str, shown_as: &str) -> Draft {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
    let mut draft = Draft::of_file(shown_as);
    let mut documents = yaml::read(&text, &mut draft.diagnostics);
    documents.retain(|document| !document.is_empty());
    if draft.diagnostics.is_empty() {
        let known = |document: &Node| document.entries().iter().any(|(key, _)| RESOURCES.contains(&key.name.as_str()));
        if documents.iter().any(known) {
            resources(documents, &mut draft);
        } else {
            draft.diagnostics.push(
                Diagnostic::error("wrong-format", Span::top(FileId(0)), "the file holds no resource of fides")
                    .note(format!("a manifest has one of these keys at its top: `{}`", RESOURCES.join("`, `")))
                    .help("import a manifest with systems, datasets or an organization"),
            );
        }
    }
    draft.source = Source { path: shown_as.to_owned(), text };
    draft
}

fn resources(documents: Vec<Node>, draft: &mut Draft) {
    let span = documents.first().map_or(Span::top(FileId(0)), |document| document.span);
    let mut root = Node { content: Content::List(documents), span };
    let replaced = root.clean();
    let mut manifest = Manifest::default();
    for kind in ["data_category", "data_use", "data_subject"] {
        of_kind(&root, kind).for_each(|node| manifest.own.add(node));
    }
    // Records name others, so those that are named come first.
    of_kind(&root, "organization").for_each(|node| organization::read(&mut manifest, node));
    of_kind(&root, "dataset").for_each(|node| dataset::read(&mut manifest, node));
    of_kind(&root, "system").for_each(|node| system::read(&mut manifest, node));
    manifest.add_shared();
    for (kind, of) in [("data_category", Kind::DataCategory), ("data_subject", Kind::SubjectGroup)] {
        of_kind(&root, kind).for_each(|node| manifest.own_rest(of, node));
    }
    of_kind(&root, "data_use").for_each(|node| manifest.own_use(node));
    manifest.advise();
    let title = manifest.title().unwrap_or_else(|| (draft.title_of_file(), span));
    let (records, fates) = manifest.making.into_parts();
    draft.propose_settings(&title.0, title.1);
    draft.records = records;
    let mut account = fates.finish(&root);
    account.replaced = replaced;
    for left in &mut account.left_out {
        // Only a file of several documents needs their number.
        if root.each().len() == 1 {
            left.path = left.path.trim_start_matches("[0].").to_owned();
        }
    }
    draft.account = Some(account);
}

/// The resources of one kind in all documents.
fn of_kind<'n>(root: &'n Node, kind: &str) -> impl Iterator<Item = &'n Node> {
    root.each()
        .iter()
        .filter_map(move |document| document.get(kind))
        .flat_map(Node::each)
        .filter(|node| node.is_table())
}
