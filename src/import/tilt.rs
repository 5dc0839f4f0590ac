//! A register from a notice in TILT, the Transparency Information Language.
//!
//! 1. The JSON is read with the place of every value.
//! 2. `party` makes the controller, the recipients and the sources; `item` groups the data disclosed into
//!    activities, with the bases of `basis` and the time limits of `storage`; `notice` makes the notice.
//!
//! The reader is lenient, because few documents fit the schema of TILT: nulls say nothing, and what has no
//! field is kept in the note of its record. TILT says nothing of groups of people, so nothing is made up.
//!
//! Source of the format: <https://github.com/Transparency-Information-Language/schema>, `tilt-schema.json`.

mod basis;
mod item;
mod notice;
mod party;
mod storage;

use super::Draft;
use super::json::syntax;
use super::making::Making;
use super::node::Node;
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Source, Span};

/// Members by which a document is known.
const MEMBERS: [&str; 4] = ["meta", "controller", "dataDisclosed", "dataProtectionOfficer"];

/// A document while it is read.
#[derive(Debug, Default)]
struct Reading<'n> {
    making: Making<'n>,
    /// `de`, `en`: it helps to read legal references.
    language: Option<String>,
    controller: Option<String>,
    /// Recipients and processors by the country they are in.
    countries: Vec<(String, crate::record::Kind, String)>,
    /// Sources by the category of data they give.
    sources: Vec<(String, String)>,
    activities: Vec<String>,
}

/// Reads a document; messages call it `shown_as`. What is wrong with it stands in [`Draft::diagnostics`].
pub fn read(text: &str, shown_as: &str) -> Draft {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).to_owned();
    let mut draft = Draft::of_file(shown_as);
    match syntax::read(&text, &mut draft.diagnostics) {
        // Members that stand twice were told, and nothing is guessed.
        Some(_) if !draft.diagnostics.is_empty() => {}
        Some(root) if MEMBERS.iter().any(|member| root.get(member).is_some()) => document(root, &mut draft),
        Some(_) => draft.diagnostics.push(
            Diagnostic::error(
                "wrong-format",
                Span { start: 0, end: 1, file: FileId(0) },
                "the file is no TILT document",
            )
            .note(format!("it should have members such as `{}`", MEMBERS.join("`, `")))
            .help(
                "import a document of the Transparency Information Language; a registry is read by `ropa import json`",
            ),
        ),
        None => {}
    }
    draft.source = Source { path: shown_as.to_owned(), text };
    draft
}

fn document(mut root: Node, draft: &mut Draft) {
    let replaced = root.clean();
    let language = root.get("meta").and_then(|meta| meta.get("language")).map(Node::written);
    let mut reading = Reading { language: language.filter(|tag| !tag.is_empty()), ..Reading::default() };
    party::controller(&mut reading, &root);
    party::sources(&mut reading, &root);
    item::read(&mut reading, &root);
    party::transfers(&mut reading, &root);
    notice::read(&mut reading, &root);
    let fates = &mut reading.making.fates;
    fates.advise("write the groups of people and name them in the activities: TILT has no field for them");
    fates.advise("reword purposes so that they complete \"We use your data to ...\", then run `ropa check`");
    let name = root.get("controller").and_then(|controller| controller.get("name")).filter(|name| !name.is_empty());
    let title = name.map_or((draft.source.path.clone(), root.span), |name| (name.written(), name.span));
    draft.propose_settings(&title.0, title.1);
    let (records, fates) = reading.making.into_parts();
    draft.records = records;
    let mut account = fates.finish(&root);
    account.replaced = replaced;
    draft.account = Some(account);
}

/// A flag. Prose in its place is none.
fn flag(node: Option<&Node>) -> Option<bool> {
    match node?.written().to_ascii_lowercase().as_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// The first words of a text, as the title of a record.
fn headline(text: &str) -> String {
    const LONGEST: usize = 90;
    if text.chars().count() <= LONGEST {
        return text.trim_end_matches('.').to_owned();
    }
    let cut: String = text.chars().take(LONGEST).collect();
    format!("{} …", cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words))
}

/// Whether a text is an address of the web and nothing else.
fn is_web_address(text: &str) -> bool {
    (text.starts_with("https://") || text.starts_with("http://")) && !text.contains(char::is_whitespace)
}
