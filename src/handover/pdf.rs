//! The whole register as a typeset PDF: tagged, for archiving, with the data attached.
//!
//! typst sets it. To build that program into this one would add about fifty megabytes and a quarter of an
//! hour of compiling, so it is called, if it is there: it reads a document from us and writes the PDF back,
//! and no file is made on the way.
//!
//! The PDF is one of PDF/A-3a (ISO 19005-3, for archiving, with attachments) and of PDF/UA-1 (ISO 14289-1,
//! for assistive technology): typst refuses to write it otherwise. Fonts are those inside typst, so that the
//! same records make the same bytes on every machine with the same version of it.

mod letters;
mod tree;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use chrono::Datelike;
use serde_json::json;

use super::HandoverError;
use super::book::Book;
use crate::site::Site;
use letters::Letters;
use tree::Tree;

/// The variable that names the program `typst`.
pub const VARIABLE: &str = "ROPA_TYPST";

/// What sets the data.
const TEMPLATE: &str = include_str!("pdf/register.typ");

/// A file inside the PDF: the records as JSON.
#[derive(Debug, Clone, Copy)]
pub struct Attachment<'a> {
    /// Its name: `register.json`.
    pub name: &'a str,
    /// JSON.
    pub text: &'a str,
}

/// How a PDF is made.
#[derive(Debug, Clone, Default)]
pub struct Typst<'a> {
    /// The program; without it, the one that `ROPA_TYPST` names, or `typst` on the path.
    pub program: Option<PathBuf>,
    /// A folder of further fonts, for scripts that those inside typst lack. With it no character is
    /// replaced, and the bytes depend on these fonts too.
    pub fonts: Option<PathBuf>,
    /// What is attached.
    pub attachment: Option<Attachment<'a>>,
}

impl Typst<'_> {
    /// The register as PDF.
    ///
    /// # Errors
    /// If typst is not there, or refuses the document, for example because it is older than 0.14.
    pub fn pdf(&self, site: &Site<'_>) -> Result<Vec<u8>, HandoverError> {
        let source = self.source(site);
        let program = self.program();
        let missing = |error| HandoverError::Typst { program: program.display().to_string(), source: error };
        let mut child = self.command(&program, site).spawn().map_err(missing)?;
        let pipe = child.stdin.take();
        let output = std::thread::scope(|scope| {
            // typst reads all before it writes, but what it has to say must not fill a pipe meanwhile. If it
            // ends early, its own words say why.
            scope.spawn(move || pipe.map(|mut pipe| pipe.write_all(source.as_bytes())));
            child.wait_with_output()
        })?;
        if output.status.success() && output.stdout.starts_with(b"%PDF-") {
            return Ok(output.stdout);
        }
        let said = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        Err(HandoverError::Typesetting { program: program.display().to_string(), said })
    }

    /// What the program says it is, such as `typst 0.14.0`: the bytes of a PDF depend on it.
    pub fn version(&self) -> Option<String> {
        let output = Command::new(self.program()).arg("--version").stdin(Stdio::null()).output().ok()?;
        let said = String::from_utf8_lossy(&output.stdout);
        let words: Vec<&str> = said.split_whitespace().take(2).collect();
        (output.status.success() && words.len() == 2).then(|| words.join(" "))
    }

    /// The document that typst sets, with all data in it.
    pub fn source(&self, site: &Site<'_>) -> String {
        let book = Book::of(site);
        let strings = site.theme.strings();
        let letters = Letters::new(self.fonts.is_some());
        let tree = Tree::new(&book, &letters);
        let page = strings.say("export-page", &[("n", "%n%".into()), ("all", "%all%".into())]);
        let mut data = json!({
            "title": letters.set(&book.title),
            "description": strings.plain("register-cover-article"),
            "authors": book.authors.iter().map(|name| letters.set(name)).collect::<Vec<_>>(),
            "language": language(site),
            "date": [site.as_of.year(), site.as_of.month(), site.as_of.day()],
            "as_of": letters.set(&book.as_of),
            "words": {
                "article": strings.plain("register-cover-article"),
                "contents": strings.plain("page-contents"),
                "page": page,
                "page-head": strings.plain("export-page-head"),
                "replaced": strings.plain("export-replaced"),
                "attached": strings.say("export-attached", &[("name", self.attachment.map_or("", |one| one.name).into())]),
            },
            // The first block says again what stands above the title.
            "cover": tree.blocks(book.cover.lead.get(1..).unwrap_or_default()),
            "guide": { "title": tree.letters.set(&book.guide.title.words), "blocks": tree.blocks(&book.guide.lead) },
            "glance": { "title": tree.letters.set(&book.glance.title.words), "blocks": tree.blocks(&book.glance.lead) },
            "chapters": tree.chapters(&book),
        });
        data["replaced"] = letters.replaced().into();
        let attached = self.attachment.map_or("none".to_owned(), |one| {
            let description = strings.plain("export-attachment");
            format!("(name: {}, text: {}, description: {})", quoted(one.name), quoted(one.text), quoted(&description))
        });
        format!("#let data = json(bytes({}))\n#let attached = {attached}\n{TEMPLATE}", quoted(&data.to_string()))
    }

    fn program(&self) -> PathBuf {
        let named = self.program.clone().or_else(|| std::env::var_os(VARIABLE).map(PathBuf::from));
        named.filter(|path| !path.as_os_str().is_empty()).unwrap_or_else(|| Path::new("typst").to_owned())
    }

    fn command(&self, program: &Path, site: &Site<'_>) -> Command {
        let midnight = site.as_of.and_time(chrono::NaiveTime::MIN).and_utc().timestamp();
        let mut command = Command::new(program);
        command
            .args(["compile", "--format", "pdf", "--pdf-standard", "a-3a,ua-1", "--ignore-system-fonts"])
            .args(["--creation-timestamp", &midnight.to_string()]);
        if let Some(fonts) = &self.fonts {
            command.arg("--font-path").arg(fonts);
        }
        // What is set for other documents on this machine must not change this one.
        for variable in ["TYPST_FONT_PATHS", "TYPST_ROOT", "TYPST_FEATURES", "SOURCE_DATE_EPOCH"] {
            command.env_remove(variable);
        }
        command.args(["-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }
}

/// The language of the records without its region, as typst knows languages.
fn language<'s>(site: &Site<'s>) -> &'s str {
    let tag = site.reading.registry.settings.language.text().unwrap_or("en");
    tag.split('-').next().unwrap_or(tag)
}

/// A text as a string of typst's.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8 + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                out.push('\\');
                out.push(letter);
            }
            letter if letter.is_control() => out.push_str(&format!("\\u{{{:x}}}", u32::from(letter))),
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn strings_end_where_they_should() {
        assert_eq!(quoted("a\"#panic()\\n\n\u{7}é"), "\"a\\\"#panic()\\\\n\\u{a}\\u{7}é\"");
    }
}
