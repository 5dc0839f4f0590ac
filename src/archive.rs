//! Versions of notices as they were published, kept in the registry: `archive/NOTICE/DAY.json`, where the day
//! is that of the version's last update.
//!
//! Such a file is the JSON twin of the notice ([`Twin`]), as a build writes it beside the page. Of it the
//! document counts: the words that people could read then, whatever the records or this program say since.
//! Its texts are checked like those of records, because anybody can write a file.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::parse::Written;
use crate::record::notice as written;
use crate::source::{FileId, Span};
use crate::view::notice::{Notice, SCHEMA};

/// The folder of the registry in which they stand.
pub const FOLDER: &str = "archive";

/// The JSON twin of a notice: the facts, and the document that was composed from them.
#[derive(Debug, Serialize)]
pub struct Twin<'a> {
    /// The facts.
    #[serde(flatten)]
    pub facts: &'a Notice,
    /// What was composed from them.
    pub document: &'a Document,
}

/// A version of a notice as it was published.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Published {
    /// Language of its sentences.
    pub language: String,
    /// Day of its last update.
    #[serde(default)]
    pub updated: Option<NaiveDate>,
    /// Day from which it is in effect.
    #[serde(default)]
    pub effective: Option<NaiveDate>,
    /// The controller that speaks.
    #[serde(default)]
    pub controller: Option<Named>,
    /// What it says.
    pub document: Document,
}

/// What has a name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Named {
    /// The name.
    pub name: String,
}

impl Published {
    /// A version from its facts and what was composed from them.
    pub fn of(facts: &Notice, document: Document) -> Published {
        Published {
            language: facts.language.clone(),
            updated: facts.updated,
            effective: facts.effective,
            controller: facts.controller.as_ref().map(|controller| Named { name: controller.name.clone() }),
            document,
        }
    }
}

/// What has to be read before the rest can be understood.
#[derive(Deserialize)]
struct Head {
    schema: String,
}

/// What earlier and planned versions of notices say, by id and day.
#[derive(Debug, Clone, Default)]
pub struct Archive(BTreeMap<(String, NaiveDate), Arc<Published>>);

impl Archive {
    /// What a version says, if that is known.
    pub fn get(&self, notice: &str, day: NaiveDate) -> Option<&Published> {
        self.0.get(&(notice.to_owned(), day)).map(|published| &**published)
    }

    /// Adds what a version says.
    pub fn put(&mut self, notice: &str, day: NaiveDate, published: Arc<Published>) {
        self.0.insert((notice.to_owned(), day), published);
    }

    /// The days of the versions of a notice.
    pub fn days(&self, notice: &str) -> impl Iterator<Item = NaiveDate> {
        self.0.keys().filter(move |(id, _)| id == notice).map(|(_, day)| *day)
    }

    /// Sorts what was read. What belongs to no notice is reported.
    pub(crate) fn of_records(
        archived: &[Written<Published>],
        notices: &[Written<written::Notice>],
    ) -> (Archive, Vec<Diagnostic>) {
        let (mut archive, mut diagnostics) = (Archive::default(), Vec::new());
        for one in archived {
            if !notices.iter().any(|notice| notice.id == one.id) {
                let problem = format!("there is no notice `{}` of which this could be a version", one.id);
                diagnostics.push(
                    Diagnostic::error("archive-of-no-notice", one.at, problem)
                        .note(format!("versions of a notice stand in `{FOLDER}/` and the id of the notice"))
                        .help("rename the folder with the notice, or move it out of the registry"),
                );
            } else if let Some(day) = one.record.updated {
                archive.put(&one.id, day, Arc::clone(&one.record));
            }
        }
        (archive, diagnostics)
    }
}

/// The path of a version below the registry, with `/`.
pub fn path(notice: &str, day: NaiveDate) -> String {
    format!("{FOLDER}/{notice}/{day}.json")
}

/// Reads a version.
///
/// # Errors
/// If it is no JSON twin of a notice, or not the one of its day.
pub(crate) fn parse(file: FileId, text: &str, day: NaiveDate) -> Result<Published, Box<Diagnostic>> {
    let refused = |at: Span, message: String| {
        let diagnostic = Diagnostic::error("bad-archive", at, message)
            .note("versions are kept as the JSON twin that a build writes beside the page of the notice")
            .help("write it with `ropa archive`, or take the JSON file of the notice as it was published");
        Err(Box::new(diagnostic))
    };
    let faulty = |error: &serde_json::Error| refused(place(file, text, error), format!("this cannot be read: {error}"));
    match serde_json::from_str::<Head>(text) {
        Ok(head) if head.schema != SCHEMA => {
            return refused(Span::top(file), format!("this is `{}` and not `{SCHEMA}`", head.schema));
        }
        Err(error) => return faulty(&error),
        Ok(_) => {}
    }
    match serde_json::from_str::<Published>(text) {
        Ok(published) if published.updated == Some(day) => Ok(published),
        Ok(published) => {
            let other = published.updated.map_or("no day".to_owned(), |day| day.to_string());
            refused(Span::top(file), format!("its `updated` is {other}, and the name of the file says {day}"))
        }
        Err(error) => faulty(&error),
    }
}

/// Where JSON is broken. Lines and columns of the parser count bytes from 1.
fn place(file: FileId, text: &str, error: &serde_json::Error) -> Span {
    let before: usize = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum();
    let mut at = (before + error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    Span::new(file, at..at)
}

/// The notice and the day that the path of a version names; nothing for other paths.
pub(crate) fn named(path: &str) -> Option<(&str, NaiveDate)> {
    let (notice, file) = path.split_once('/')?;
    let day = file.strip_suffix(".json")?;
    let parsed: NaiveDate = day.parse().ok()?;
    (parsed.to_string() == day && crate::decode::is_id(notice)).then_some((notice, parsed))
}

#[cfg(test)]
mod tests {
    use super::{named, parse};
    use crate::source::FileId;

    #[test]
    fn paths_name_a_notice_and_a_day() {
        assert_eq!(named("website/2025-05-12.json").unwrap().0, "website");
        for other in ["website/2025-5-12.json", "website/a/2025-05-12.json", "2025-05-12.json", "A/2025-05-12.json"] {
            assert_eq!(named(other), None, "{other}");
        }
    }

    #[test]
    fn what_is_no_twin_is_refused_with_its_place() {
        let day = "2025-05-12".parse().unwrap();
        let refused = |text: &str| parse(FileId(0), text, day).unwrap_err();
        for (text, message) in [
            ("", "cannot be read"),
            ("{}", "missing field `schema`"),
            (r#"{"schema": "other/1"}"#, "`other/1`"),
            (
                r#"{"schema": "ropa-notice/1", "language": "en", "document": {"title": "", "lead": [], "sections": []}}"#,
                "`updated` is no day",
            ),
            (
                r#"{"schema": "ropa-notice/1", "language": "en", "updated": "2025-05-12",
                   "document": {"title": "<b>x</b>", "lead": [], "sections": []}}"#,
                "is HTML",
            ),
        ] {
            assert!(refused(text).message.contains(message), "{}", refused(text).message);
        }
        let broken = "{\n  \"schema\": \"ropa-notice/1\",\n  nonsense";
        assert_eq!(refused(broken).primary.span.start, 33);
    }
}
