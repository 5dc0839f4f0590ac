use std::io;
use std::path::{Path, PathBuf};

/// Why a build could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The file system refused.
    #[error("cannot {action} {path}")]
    Io {
        /// What was tried, as a verb.
        action: &'static str,
        /// The file or folder it was tried on.
        path: PathBuf,
        /// The answer of the file system.
        source: io::Error,
    },

    /// A route would leave the output folder or reach its bookkeeping.
    #[error("route {route:?} is not a plain relative path inside the output")]
    Route {
        /// The route as it was given.
        route: String,
    },

    /// Two pages of one build would share a file, at least where the file system ignores case.
    #[error("routes `{first}` and `{second}` are one file where case is ignored")]
    Collision {
        /// The route that came first.
        first: String,
        /// The route that was refused.
        second: String,
    },

    /// Something that no earlier build wrote stands where a page belongs.
    #[error("foreign file at {path}; move it away or choose another --output")]
    Foreign {
        /// Where it stands.
        path: PathBuf,
    },

    /// A symbolic link lies below the output folder, on the way to a page or in its place.
    #[error("symbolic link at {path}; remove it or choose another --output")]
    Link {
        /// The link, not what it points to.
        path: PathBuf,
    },

    /// The manifest or the journal cannot be understood.
    #[error("{path} is damaged; delete it, then remove the files of earlier builds by hand")]
    Damaged {
        /// The damaged file.
        path: PathBuf,
        /// What is wrong with it.
        source: serde_json::Error,
    },

    /// Another process holds the lock of the output folder.
    #[error("another build is writing to {dir}")]
    Busy {
        /// The output folder.
        dir: PathBuf,
    },
}

impl WriteError {
    /// Returns an adapter for `map_err` that says what was tried, and where.
    pub(super) fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> WriteError {
        move |source| WriteError::Io { action, path: path.to_owned(), source }
    }
}
