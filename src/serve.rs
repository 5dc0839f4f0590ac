//! The live preview: both sites in memory, on this machine only, renewed at every change.
//!
//! ```text
//!  files ─ watch ─> follow ─ Reader, theme ─> Edition ─ judge ─> findings
//!                                               │                  │
//!  browser <─ answer ─ a page at a time ────────┘   <─ events ─────┘
//! ```
//!
//! 1. `watch` says which paths changed, once a burst of changes is over.
//! 2. `follow` reads those files again. A sound registry makes a new `edition`; a broken one
//!    leaves the last good edition up and tells what is wrong.
//! 3. An edition makes pages when they are asked for, with the bytes that a build would write. Lints
//!    run beside it; pages of the register, which list what they find, wait for them.
//! 4. `answer` adds the script that reloads the page and shows findings. It stands in no built
//!    file.
//!
//! Only names that an edition knows lead anywhere: no path of a request ever reaches the file system.

mod address;
mod answer;
mod board;
mod edition;
mod follow;
mod own_pages;
mod trouble;
mod watch;

use std::path::PathBuf;
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

use chrono::NaiveDate;

use crate::diagnostic::Diagnostic;
use crate::lint::Finding;
use crate::reading::{Reader, Reading};
use crate::theme::{Theme, ThemeError};

pub use address::AddressError;
pub use trouble::{Editor, EditorError};

use address::Address;
use board::Board;

/// Threads that answer. Browsers ask for a few files at a time.
const ANSWERING: usize = 4;

/// What the preview asks of the program around it.
pub trait Host: Send + Sync {
    /// The theme for a registry.
    ///
    /// # Errors
    /// If it cannot be used.
    fn theme(&self, reading: &Reading) -> Result<Theme, ThemeError>;

    /// Runs the lints.
    ///
    /// # Errors
    /// If what they need cannot be read; the message says why.
    fn judge(&self, reading: &Reading, as_of: NaiveDate) -> Result<Judgement, String>;

    /// The day on which dates are judged.
    fn as_of(&self) -> NaiveDate;

    /// Tells what happens to whoever watches.
    fn tell(&self, news: News<'_>);
}

/// What the lints say.
#[derive(Debug, Default)]
pub struct Judgement {
    /// What they found, for the register.
    pub findings: Vec<Finding>,
    /// What is shown, in the order of files and places.
    pub shown: Vec<Diagnostic>,
}

/// What happens while the preview runs.
#[derive(Debug)]
pub enum News<'a> {
    /// It can be opened now.
    Serving {
        /// The address of the start page.
        address: &'a str,
        /// The port that was wanted, if others have it.
        taken: Option<u16>,
    },
    /// The system cannot say what changes; the folders are looked at now and then instead.
    Polling(String),
    /// A change was read and judged.
    Judged {
        /// Paths below the registry.
        changed: &'a [String],
        /// Until pages could be asked for.
        read: Duration,
        /// What the lints took.
        judged: Duration,
        /// The registry.
        reading: &'a Reading,
        /// What is shown.
        shown: &'a [Diagnostic],
    },
    /// Records are broken; the last good pages stay.
    Broken {
        /// Paths below the registry.
        changed: &'a [String],
        /// The registry as far as it could be understood.
        reading: &'a Reading,
    },
    /// Something else stands in the way: a theme that cannot be used, a folder that is gone.
    Hindered(String),
}

/// What the preview is told when it begins.
pub struct Setup {
    /// The registry folder.
    pub registry: PathBuf,
    /// Its reader.
    pub reader: Reader,
    /// The folder of the theme, if it is not the one built in.
    pub theme: Option<PathBuf>,
    /// The first port to try; 0 for any.
    pub port: u16,
    /// How files are opened in an editor.
    pub editor: Option<Editor>,
}

/// Why the preview cannot begin.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// No port could be had.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// The folders cannot be watched.
    #[error("cannot watch the registry and the theme for changes")]
    Watch(#[from] notify::Error),
    /// A path cannot be made out.
    #[error("cannot find {}", .0.display())]
    Path(PathBuf, #[source] std::io::Error),
}

/// Serves until `stop` says so, or nobody is left who could say it.
///
/// # Errors
/// If no port can be had, or the folders cannot be watched.
pub fn serve(setup: Setup, host: Arc<dyn Host>, stop: &mpsc::Receiver<()>) -> Result<(), ServeError> {
    let found = |path: PathBuf| path.canonicalize().map_err(|error| ServeError::Path(path, error));
    let registry = found(setup.registry)?;
    let theme = setup.theme.map(found).transpose()?;
    let address = Address::take(setup.port)?;
    let board = Arc::new(Board::new());
    let (changes, polling) = watch::watch(&registry, theme.as_deref())?;
    let follower =
        follow::Follower::new(setup.reader, registry, theme, setup.editor, Arc::clone(&host), Arc::clone(&board));
    let server = Arc::new(address.server);
    for _ in 0..ANSWERING {
        let (server, board) = (Arc::clone(&server), Arc::clone(&board));
        thread::spawn(move || {
            while let Ok(request) = server.recv() {
                answer::answer(request, &board);
            }
        });
    }
    if let Some(why) = polling {
        host.tell(News::Polling(why));
    }
    host.tell(News::Serving { address: &address.url, taken: address.taken });
    thread::spawn(move || follower.follow(&changes));
    // An error means that nobody can stop us any more, so nobody waits.
    let _ = stop.recv();
    Ok(())
}
