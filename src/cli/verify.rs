//! `ropa verify`.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::explain::ListFormat;
use super::workplace::{Workplace, shown};
use super::{Console, DONE, FINDINGS, Outcome};
use crate::reading::Reading;
use crate::site::{Forms, SiteError};
use crate::theme::Theme;
use crate::verify::{Copy, Form, Report};

/// Compare a published copy of a notice with the one that the register makes now.
///
/// FILE is a saved page, fragment or JSON twin that `ropa build` made, or a page that holds the
/// fragment; it is recognised by the marks in it. What differs is said in words: a recipient in one
/// and not in the other, another period, an older date. A page whose theme leaves the marks out cannot be recognised.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa verify saved.html
  curl --silent https://example.org/privacy | ropa verify -
  ropa verify website.json --format json

Exit codes: 0 both say the same, 1 they differ, 2 the file is no copy of a notice of this registry")]
pub(super) struct Verify {
    /// The copy; `-` for standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,

    /// Folder of the theme that the copy was made with [default: as `ropa build`]
    #[arg(long, value_name = "DIR")]
    theme: Option<PathBuf>,

    /// How to print
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: ListFormat,
}

/// Why nothing could be compared.
#[derive(Debug, thiserror::Error)]
enum VerifyError {
    #[error("cannot read {file}")]
    Read { file: String, source: std::io::Error },
    #[error("{0} is no page, fragment or JSON twin of a notice that ropa made, or its marks are gone")]
    Unknown(String),
    #[error("{file} is a copy of the notice `{notice}`, which this registry does not have")]
    NoNotice { file: String, notice: String },
    #[error("{file} is about the group `{group}`, to which the notice `{notice}` does not speak any more")]
    NoGroup { file: String, group: String, notice: String },
    #[error("{file} is about the section `{section}`, which has no page of its own in the notice `{notice}` any more")]
    NoSection { file: String, section: String, notice: String },
    #[error("the registry has mistakes; `ropa check` shows them")]
    Broken,
    #[error("the pages of this theme have no marks, so that they cannot be compared")]
    Unmarked,
    #[error(transparent)]
    Site(#[from] SiteError),
}

impl Verify {
    pub(super) fn run(self, place: &Workplace, console: &Console) -> Outcome {
        let file = if self.file == Path::new("-") { "standard input".to_owned() } else { shown(&self.file) };
        let bytes = if self.file == Path::new("-") {
            std::io::read_to_string(std::io::stdin())
        } else {
            fs::read(&self.file).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        };
        let text = bytes.map_err(|source| VerifyError::Read { file: file.clone(), source })?;
        let copy = Copy::recognise(&text).ok_or_else(|| VerifyError::Unknown(file.clone()))?;
        let reading = place.read()?;
        if reading.is_broken() {
            return Err(VerifyError::Broken.into());
        }
        let theme = super::build::theme(self.theme.as_deref(), &reading)?;
        let now = now(&file, &copy, &reading, &theme)?;
        let report = Report::new(&file, &copy, &now);
        match self.format {
            ListFormat::Human => console.say(report.words().trim_end()),
            ListFormat::Json => console.say(&serde_json::to_string_pretty(&report)?),
        }
        Ok(if report.same { DONE } else { FINDINGS })
    }
}

/// The same form as the register makes it now.
fn now(file: &str, copy: &Copy, reading: &Reading, theme: &Theme) -> Result<Copy, VerifyError> {
    let file = || file.to_owned();
    let notice = &copy.notice;
    let found = reading.registry.notices.find(notice);
    let id = found.ok_or_else(|| VerifyError::NoNotice { file: file(), notice: notice.clone() })?;
    let entry = &reading.registry.notices[id];
    let forms = Forms::new(&reading.registry, theme, entry);
    let text = match &copy.form {
        Form::Page => forms.page()?,
        Form::Fragment => forms.fragment()?,
        Form::Json => forms.twin()?,
        Form::Group(group) => forms.group(group)?.ok_or_else(|| VerifyError::NoGroup {
            file: file(),
            group: group.clone(),
            notice: notice.clone(),
        })?,
        Form::Section(section) => forms.section(section)?.ok_or_else(|| VerifyError::NoSection {
            file: file(),
            section: section.clone(),
            notice: notice.clone(),
        })?,
    };
    Copy::recognise(&text).ok_or(VerifyError::Unmarked)
}
