//! Standard output and standard error.

use std::error::Error;
use std::io::{self, IsTerminal, Write};

use super::Colours;
use crate::diagnostic::{Diagnostic, human};
use crate::source::Sources;
use crate::theme::ThemeError;

/// Where the program speaks.
#[derive(Debug, Clone, Copy)]
pub struct Console {
    colours: bool,
    progress: bool,
}

impl Console {
    pub(super) fn new(colours: Colours) -> Console {
        let terminal = io::stderr().is_terminal();
        let quiet = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
        let colours = match colours {
            Colours::Always => true,
            Colours::Never => false,
            Colours::Auto => terminal && !quiet,
        };
        Console { colours, progress: terminal }
    }

    /// Whether progress is shown: only where somebody watches.
    pub(super) fn shows_progress(&self) -> bool {
        self.progress
    }

    /// A result, on standard output. That nobody reads on is no failure.
    pub(super) fn say(&self, text: &str) {
        let _ = writeln!(io::stdout().lock(), "{text}");
    }

    /// A result as it is, on standard output.
    pub(super) fn raw(&self, bytes: &[u8]) {
        let mut out = io::stdout().lock();
        let _ = out.write_all(bytes).and_then(|()| out.flush());
    }

    /// A remark, on standard error.
    pub(super) fn note(&self, text: &str) {
        let _ = writeln!(io::stderr().lock(), "{text}");
    }

    /// A line that the next one overwrites.
    pub(super) fn progress(&self, text: &str) {
        if self.progress {
            let mut err = io::stderr().lock();
            let _ = write!(err, "\r\x1b[2K{text}").and_then(|()| err.flush());
        }
    }

    /// Diagnostics, on standard error, with an empty line after each.
    pub(super) fn diagnostics(&self, diagnostics: &[Diagnostic], sources: &Sources) {
        let mut err = io::BufWriter::new(io::stderr().lock());
        for diagnostic in diagnostics {
            if writeln!(err, "{}\n", human::render(diagnostic, sources, self.colours)).is_err() {
                break;
            }
        }
        let _ = err.flush();
    }

    /// Why a command could not run, with its causes.
    pub(super) fn failure(&self, failure: &(dyn Error + 'static)) {
        let mut text = format!("{}: {failure}", self.bold_red("error"));
        let mut error = failure;
        loop {
            // Mistakes in files are shown with their lines.
            if let Some(ThemeError::Broken(faults)) = error.downcast_ref() {
                self.diagnostics(&faults.diagnostics, &faults.sources);
                text = format!("{}: the theme cannot be used; nothing was written", self.bold_red("error"));
            }
            let Some(cause) = error.source() else { break };
            if !matches!(cause.downcast_ref(), Some(ThemeError::Broken(_))) {
                text.push_str(&format!("\n  because: {cause}"));
            }
            error = cause;
        }
        self.note(&text);
    }

    /// The word for errors.
    pub(super) fn bold_red(&self, word: &str) -> String {
        if self.colours { format!("\x1b[1;31m{word}\x1b[0m") } else { word.to_owned() }
    }
}
