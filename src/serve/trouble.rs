//! What is wrong, as pages show it, and how its files open in an editor.

use std::fmt::Write;
use std::path::Path;

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Sources;

/// How many findings a page gets; a register that was just begun has thousands.
const MOST: usize = 200;

/// Everything that is wrong now.
#[derive(Debug, Default, Serialize)]
pub(super) struct Troubles {
    /// Whether the pages are those of the last good reading.
    pub(super) broken: bool,
    /// How many there are at each level; not all of them stand in `list`.
    pub(super) errors: usize,
    pub(super) warnings: usize,
    /// The first of them, errors before warnings.
    pub(super) list: Vec<Trouble>,
    /// Whether something else than the records stands in the way.
    #[serde(skip)]
    pub(super) hindered: bool,
}

/// One thing that is wrong.
#[derive(Debug, Serialize)]
pub(super) struct Trouble {
    pub(super) level: &'static str,
    /// The lint or the kind of mistake; empty for what concerns no record.
    pub(super) name: String,
    pub(super) message: String,
    /// Path, line and column, as compilers write them.
    pub(super) place: Option<String>,
    /// The address that opens the place in an editor.
    pub(super) href: Option<String>,
    pub(super) notes: Vec<String>,
    pub(super) help: Vec<String>,
}

/// Where diagnostics stand and how they are opened.
#[derive(Clone, Copy)]
pub(super) struct Places<'a> {
    pub(super) sources: &'a Sources,
    /// The registry folder, from the top of the file system.
    pub(super) folder: &'a Path,
    pub(super) editor: Option<&'a Editor>,
}

impl Troubles {
    /// What the lints found, or what is wrong with the files.
    pub(super) fn of(diagnostics: &[Diagnostic], broken: bool, places: Places<'_>) -> Troubles {
        let at = |severity| diagnostics.iter().filter(move |one| one.severity == severity);
        let (errors, warnings) = (at(Severity::Error), at(Severity::Warning));
        Troubles {
            broken,
            errors: errors.clone().count(),
            warnings: warnings.clone().count(),
            list: errors.chain(warnings).take(MOST).map(|one| Trouble::of(one, places)).collect(),
            hindered: false,
        }
    }

    /// Something that concerns no record, such as a theme that cannot be used.
    pub(super) fn hindered(message: String) -> Troubles {
        let trouble = Trouble {
            level: "error",
            name: String::new(),
            message,
            place: None,
            href: None,
            notes: Vec::new(),
            help: Vec::new(),
        };
        Troubles { broken: true, errors: 1, warnings: 0, list: vec![trouble], hindered: true }
    }
}

impl Trouble {
    fn of(diagnostic: &Diagnostic, places: Places<'_>) -> Trouble {
        let span = diagnostic.primary.span;
        let source = places.sources.get(span.file);
        let (line, column) = source.position(span.start);
        // What the program brings along is no file that could be opened.
        let file = Some(places.folder.join(&source.path)).filter(|file| file.is_file());
        let href = places.editor.zip(file).map(|(editor, file)| editor.address(&file, line, column));
        Trouble {
            level: match diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            name: diagnostic.name.to_owned(),
            message: diagnostic.message.clone(),
            place: Some(format!("{}:{line}:{column}", places.sources.shown_path(span.file))),
            href,
            notes: diagnostic.notes.clone(),
            help: diagnostic.help.clone(),
        }
    }
}

/// The address that opens a file in an editor, with gaps for `{path}`, `{line}` and `{column}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Editor(String);

/// Why a template opens no file.
#[derive(Debug, thiserror::Error)]
pub enum EditorError {
    /// It would open the same address for each file.
    #[error("`{0}` does not say where the path goes; write `{{path}}` there, as in {EXAMPLE}")]
    NoPath(String),
    /// It is no address.
    #[error("`{0}` does not begin with the scheme of an editor, as {EXAMPLE} does")]
    NoScheme(String),
}

const EXAMPLE: &str = "`vscode://file/{path}:{line}:{column}`";

impl Editor {
    /// An editor by its template.
    ///
    /// # Errors
    /// If the template has no scheme, one that would run in the page, or no place for the path.
    pub fn new(template: &str) -> Result<Editor, EditorError> {
        let scheme = template.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
        let plain = |scheme: &String| {
            !scheme.is_empty() && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
        };
        if scheme.filter(plain).is_none_or(|scheme| ["javascript", "data", "vbscript"].contains(&scheme.as_str())) {
            return Err(EditorError::NoScheme(template.to_owned()));
        }
        if !template.contains("{path}") {
            return Err(EditorError::NoPath(template.to_owned()));
        }
        Ok(Editor(template.to_owned()))
    }

    /// The address of a place. Whether the template has a slash before the path or not, there is one.
    fn address(&self, file: &Path, line: usize, column: usize) -> String {
        let path = file.to_string_lossy().replace('\\', "/");
        let path = path.trim_start_matches("//?/").trim_start_matches('/');
        let mut escaped = String::with_capacity(path.len());
        for byte in path.bytes() {
            let _ = match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' | b':' => {
                    escaped.write_char(char::from(byte))
                }
                other => write!(escaped, "%{other:02X}"),
            };
        }
        self.0
            .replace("/{path}", "{path}")
            .replace("{path}", &format!("/{escaped}"))
            .replace("{line}", &line.to_string())
            .replace("{column}", &column.to_string())
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Editor;

    #[test]
    fn places_open_in_editors() {
        for (template, address) in [
            ("vscode://file/{path}:{line}:{column}", "vscode://file/home/a%20b/c.toml:3:7"),
            ("vscode://file{path}:{line}:{column}", "vscode://file/home/a%20b/c.toml:3:7"),
            ("idea://open?file={path}&line={line}", "idea://open?file=/home/a%20b/c.toml&line=3"),
        ] {
            assert_eq!(Editor::new(template).unwrap().address(Path::new("/home/a b/c.toml"), 3, 7), address);
        }
        for template in ["", "{path}", "javascript://{path}", "a b://{path}", "vscode://file"] {
            Editor::new(template).unwrap_err();
        }
    }
}
