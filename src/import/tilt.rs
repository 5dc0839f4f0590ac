//! A register from a notice in TILT, the Transparency Information Language.
//!
//! 1. The JSON is read with the place of every value.
//! 2. `party` makes the controller, the recipients and the sources; `item` groups the data disclosed into
//!    activities, with the bases of `basis` and the time limits of `storage`; `notice` makes the notice.
//!
//! The reader is lenient, because few documents fit the schema of TILT: nulls say nothing, and what has no
//! field is kept in the note of its record. TILT says nothing of groups of people: all activities concern one
//! group, the data subjects, until people write theirs, because a notice tells only of what concerns a group.
//!
//! Source of the format: <https://github.com/Transparency-Information-Language/schema>, `tilt-schema.json`.

mod basis;
mod characters;
mod item;
mod notice;
mod party;
mod storage;
mod words;

use super::Draft;
use super::json::syntax;
use super::making::{Fields, Making};
use super::node::{Content, Node, flag};
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
    /// The group that stands for all people whom the data are about.
    people: Option<String>,
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
    let written_out = characters::unescape(&mut root);
    let replaced = root.clean();
    let language = root.get("meta").and_then(|meta| meta.get("language")).map(Node::written);
    let mut reading = Reading { language: language.filter(|tag| !tag.is_empty()), ..Reading::default() };
    party::controller(&mut reading, &root);
    party::sources(&mut reading, &root);
    item::read(&mut reading, &root);
    party::transfers(&mut reading, &root);
    notice::read(&mut reading, &root);
    let fates = &mut reading.making.fates;
    fates.advise("reword purposes so that they complete \"We use your data to ...\", then run `ropa check`");
    let name = root.get("controller").and_then(|controller| controller.get("name")).filter(|name| !name.is_empty());
    let name = name.or_else(|| service(&root));
    let title = name.map_or_else(|| (draft.title_of_file(), root.span), |name| (name.written(), name.span));
    draft.propose_settings(&title.0, title.1);
    let (records, fates) = reading.making.into_parts();
    draft.records = records;
    let mut account = fates.finish(&root);
    account.replaced = replaced;
    account.written_out = written_out;
    draft.account = Some(account);
}

/// Whether a table says more than what it is called: editors write empty ones.
fn tells(table: &Node) -> bool {
    fn says(node: &Node) -> bool {
        match &node.content {
            Content::List(tables) => tables.iter().any(says),
            Content::Table(entries) => entries.iter().any(|(_, inner)| says(inner)),
            _ => !node.is_empty(),
        }
    }
    table.entries().iter().any(|(key, inner)| key.name != "_id" && says(inner))
}

/// What the document is about: most are named after a service.
fn service(root: &Node) -> Option<&Node> {
    root.get("meta").and_then(|meta| meta.get("name")).filter(|name| !name.is_empty())
}

/// The longest name of a record, in characters.
const LONGEST: usize = 90;

/// The first sentence of a text or its first words, as the name or title of a record.
fn headline(text: &str) -> String {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':'));
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST).collect();
    // Short words before a full stop are often abbreviations.
    let is_end = |at: &usize| cut[..*at].chars().rev().take_while(|c| c.is_alphabetic()).count() > 4;
    if let Some(end) = cut.match_indices(". ").map(|(at, _)| at).find(is_end) {
        return cut[..end].to_owned();
    }
    format!("{} …", cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words))
}

/// Names a record by the first words of a text. A longer text is kept whole in the note.
fn name_by(fields: &mut Fields, key: &str, text: &str, at: Span) {
    // A name may end with a full stop, such as that of a company.
    let short = if text.chars().count() > LONGEST { headline(text) } else { text.to_owned() };
    fields.text(key, &short, at);
    if is_cut(&short, text) {
        fields.note(&[text.to_owned()], at);
    }
}

/// Whether words say less than the text of which they are the first ones.
fn is_cut(short: &str, text: &str) -> bool {
    short.chars().count() + 4 < text.trim().chars().count()
}

/// Whether a text is an address of the web and nothing else.
fn is_web_address(text: &str) -> bool {
    (text.starts_with("https://") || text.starts_with("http://")) && !text.contains(char::is_whitespace)
}
