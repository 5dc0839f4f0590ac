//! What a pack says of itself: a text for people, JSON for programs.

use std::fmt::Write;

use chrono::NaiveDate;
use serde::Serialize;

use super::Provenance;
use crate::law;
use crate::strings::Strings;

/// What a pack is and where it comes from.
#[derive(Debug, Clone, Copy)]
pub struct About<'a> {
    /// What it is called.
    pub title: &'a str,
    /// Why it is handed over: one sentence.
    pub reason: &'a str,
    /// Day on which the register was judged.
    pub as_of: NaiveDate,
    /// The program that set the PDF, with its version.
    pub typesetter: Option<&'a str>,
    /// Where the records stand; none where that is not told.
    pub origin: Option<Origin<'a>>,
}

/// Where the records stand.
#[derive(Debug, Clone, Copy)]
pub enum Origin<'a> {
    /// In git, at this commit.
    Git(&'a Provenance),
    /// Nowhere in git.
    Loose,
}

impl Origin<'_> {
    fn text(self, strings: &Strings) -> String {
        let Some(Provenance { commit, date, changed }) = self.git() else {
            return strings.plain("pack-no-commit");
        };
        let message = if *changed { "pack-commit-changed" } else { "pack-commit" };
        strings.say(message, &[("commit", commit.as_str().into()), ("date", date.as_str().into())])
    }

    fn git(&self) -> Option<&Provenance> {
        match self {
            Origin::Git(provenance) => Some(provenance),
            Origin::Loose => None,
        }
    }
}

/// `pack.json`.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Json<'a> {
    format: &'static str,
    title: &'a str,
    as_of: NaiveDate,
    ropa: &'static str,
    legal_data: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    typesetter: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    commit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    committed: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changed_since: Option<bool>,
    files: Vec<&'a str>,
}

impl About<'_> {
    /// The text for people. Each entry is a file or a folder and the message that says what it is.
    pub(super) fn text(&self, entries: &[(&str, &str)], strings: &Strings) -> String {
        let mut text = format!("{}\n{}\n\n", self.title, "=".repeat(self.title.chars().count()));
        let as_of = strings.say("pack-as-of", &[("date", (&strings.date(self.as_of)).into())]);
        let _ = writeln!(text, "{} {as_of}\n\n{}\n", self.reason, strings.plain("pack-files"));
        let width = entries.iter().map(|(path, _)| path.chars().count()).max().unwrap_or_default();
        for (path, message) in entries {
            let _ = writeln!(text, "  {path:width$}  {}", strings.plain(message));
        }
        let versions = [("version", env!("CARGO_PKG_VERSION").into()), ("law", law::version().into())];
        let _ = writeln!(text, "\n{}", strings.say("pack-versions", &versions));
        if let Some(typesetter) = self.typesetter {
            let _ = writeln!(text, "{}", strings.say("pack-typesetter", &[("program", typesetter.into())]));
        }
        if let Some(origin) = self.origin {
            let _ = writeln!(text, "{}", origin.text(strings));
        }
        text
    }

    /// The same for programs.
    pub(super) fn json<'a>(&'a self, files: impl Iterator<Item = &'a str>) -> serde_json::Result<String> {
        let git = self.origin.as_ref().and_then(Origin::git);
        let json = Json {
            format: "ropa-pack/1",
            title: self.title,
            as_of: self.as_of,
            ropa: env!("CARGO_PKG_VERSION"),
            legal_data: law::version(),
            typesetter: self.typesetter,
            commit: git.map(|from| from.commit.as_str()),
            committed: git.map(|from| from.date.as_str()),
            changed_since: git.map(|from| from.changed),
            files: files.collect(),
        };
        Ok(serde_json::to_string_pretty(&json)? + "\n")
    }
}
