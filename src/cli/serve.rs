//! `ropa serve`.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Arc, mpsc};
use std::time::Duration;

use chrono::NaiveDate;
use clap::Args;

use super::baseline::Baseline;
use super::build::{theme, theme_folder};
use super::check::count;
use super::judging::{Judged, LevelOptions};
use super::workplace::{Workplace, WorkplaceError, shown};
use super::{Console, DONE, Outcome};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::levels::Overrides;
use crate::reading::{Reader, Reading};
use crate::serve::{Editor, Host, Judgement, News, Setup, serve};
use crate::theme::{Theme, ThemeError};

/// The preview ends with no code for findings.
const DENY: &str = "Show what this lint or group finds as errors; `warnings` means all that warn";

/// Show both sites in a browser, and show them anew at every change.
///
/// Serves the public and the internal site from memory, to this machine only, and writes nothing.
/// When a record or the theme changes, open pages load again and stay where they were scrolled to.
/// What is wrong is shown in the page, with file and line; while a record is broken, the last good
/// pages stay. Ctrl-C stops it.
#[derive(Debug, Args)]
#[command(mut_arg("deny", |deny| deny.help(DENY)))]
#[command(after_long_help = "\
Examples:
  ropa serve --open
  ropa serve --port 8080 --theme my-theme
  ropa serve --editor-url 'vscode://file/{path}:{line}:{column}'
  ROPA_EDITOR_URL='idea://open?file={path}&line={line}' ropa serve

Exit codes: 0 stopped, 2 could not run")]
pub(super) struct Serve {
    /// Open the start page in the browser
    #[arg(long)]
    open: bool,

    /// Port to listen on, or the next one that is free; 0 for any
    #[arg(long, value_name = "PORT", default_value_t = 4000)]
    port: u16,

    /// Folder of a theme [default: themes/default here if there is one, else the one built in]
    #[arg(long, value_name = "DIR")]
    theme: Option<PathBuf>,

    /// Address that opens a file in your editor, with {path}, {line} and {column}
    /// [default: ROPA_EDITOR_URL, else files are not linked]
    #[arg(long, value_name = "TEMPLATE")]
    editor_url: Option<String>,

    #[command(flatten)]
    levels: LevelOptions,
}

impl Serve {
    pub(super) fn run(self, place: &Workplace, console: &Console) -> Outcome {
        let template = self.editor_url.or_else(|| std::env::var("ROPA_EDITOR_URL").ok());
        let template = template.filter(|template| !template.is_empty());
        let editor = template.map(|template| Editor::new(&template)).transpose()?;
        let as_of = place.as_of()?;
        let folder = place.folder()?;
        let reader = Reader::open(&folder, &shown(&folder))?;
        if reader.is_empty() {
            return Err(WorkplaceError::Empty(shown(&folder)).into());
        }
        let theme_folder = theme_folder(self.theme.as_deref()).map(Path::to_owned);
        if let Some(folder) = theme_folder.as_ref().filter(|folder| !folder.is_dir()) {
            return Err(ThemeError::Missing(folder.clone()).into());
        }
        let setup = Setup { registry: folder.clone(), reader, theme: theme_folder, port: self.port, editor };
        let host = Desk {
            place: place.clone(),
            as_of,
            folder,
            theme: self.theme,
            overrides: self.levels.overrides(),
            console: *console,
            open: self.open,
        };
        let (stop, stopped) = mpsc::channel();
        ctrlc::set_handler(move || {
            // Whoever waited has gone already.
            let _ = stop.send(());
        })?;
        serve(setup, Arc::new(host), &stopped)?;
        Ok(DONE)
    }
}

/// What the preview asks of the command line.
struct Desk {
    place: Workplace,
    /// The day on which it began.
    as_of: NaiveDate,
    folder: PathBuf,
    theme: Option<PathBuf>,
    overrides: Overrides,
    console: Console,
    open: bool,
}

impl Host for Desk {
    fn theme(&self, reading: &Reading) -> Result<Theme, ThemeError> {
        theme(self.theme.as_deref(), reading)
    }

    fn judge(&self, reading: &Reading, as_of: NaiveDate) -> Result<Judgement, String> {
        let baseline = Baseline::of(&self.folder).map_err(|error| error.to_string())?;
        let judged = Judged::new(reading, as_of, &self.overrides, baseline);
        Ok(Judgement { findings: judged.verdict.findings, shown: judged.shown })
    }

    fn as_of(&self) -> NaiveDate {
        // It may be tomorrow by now.
        self.place.as_of().unwrap_or(self.as_of)
    }

    fn tell(&self, news: News<'_>) {
        let say = |text: &str| self.console.say(text);
        match news {
            News::Serving { address, taken } => {
                if let Some(port) = taken {
                    say(&format!("port {port} is taken, this is the next one that is free"));
                }
                say(&format!("preview of {} at {address} (Ctrl-C stops it)", shown(&self.folder)));
                if self.open && !open(address) {
                    self.console.note("no browser could be opened; open the address yourself");
                }
            }
            News::Polling(why) => {
                self.console
                    .note(&format!("changes are looked for every second, because the system cannot tell: {why}"));
            }
            News::Judged { changed, read, judged, reading, shown } => say(&format!(
                "{}: {}, read in {}, checked in {}: {}",
                files(changed),
                count(reading.registry.len(), "record", "records"),
                milliseconds(read),
                milliseconds(judged),
                findings(shown)
            )),
            News::Broken { changed, reading } => {
                self.console.diagnostics(&reading.diagnostics, &reading.sources);
                say(&format!("{}: {}; the last good pages stay", files(changed), findings(&reading.diagnostics)));
            }
            News::Hindered(why) => say(&format!("{why}; the last good pages stay")),
        }
    }
}

fn files(changed: &[String]) -> String {
    match changed {
        [] => "everything".to_owned(),
        [one] => one.clone(),
        [first, rest @ ..] => format!("{first} and {}", count(rest.len(), "other file", "other files")),
    }
}

fn findings(shown: &[Diagnostic]) -> String {
    let of = |severity| shown.iter().filter(|one| one.severity == severity).count();
    match (of(Severity::Error), of(Severity::Warning)) {
        (0, 0) => "no problems found".to_owned(),
        (0, warnings) => count(warnings, "warning", "warnings"),
        (errors, 0) => count(errors, "error", "errors"),
        (errors, warnings) => {
            format!("{}, {}", count(errors, "error", "errors"), count(warnings, "warning", "warnings"))
        }
    }
}

fn milliseconds(time: Duration) -> String {
    format!("{:.0} ms", time.as_secs_f64() * 1e3)
}

/// Opens an address in the browser of the user, and says whether somebody took it.
fn open(address: &str) -> bool {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[address])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", "", address])
    } else {
        ("xdg-open", &[address])
    };
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // It may run as long as the browser does.
    command.spawn().is_ok()
}
