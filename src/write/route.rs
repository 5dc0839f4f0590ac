use std::fmt;

use serde::{Deserialize, Serialize};

use super::bookkeeping;
use super::error::WriteError;

/// The place of a file below the output folder, such as `public/index.html`.
///
/// A route never leads out of the folder or into its bookkeeping. That holds for those read back
/// from disk as well.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Route(String);

impl Route {
    /// The name under which two routes are the same file where case is ignored.
    pub(super) fn key(&self) -> String {
        self.0.to_lowercase()
    }

    /// The folders above the file, outermost first: `public`, then `public/activities`.
    pub(super) fn folders(&self) -> impl Iterator<Item = &str> {
        self.0.match_indices('/').map(|(end, _)| &self.0[..end])
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Route {
    type Error = WriteError;

    fn try_from(route: String) -> Result<Self, WriteError> {
        let mut segments = route.split('/');
        let is_hidden = |first: &str| first.eq_ignore_ascii_case(bookkeeping::FOLDER);
        if segments.clone().next().is_some_and(is_hidden) || !segments.all(is_plain) {
            return Err(WriteError::Route { route });
        }
        Ok(Route(route))
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether a segment names a file or folder and nothing else. An absolute route has an empty first
/// segment; a backslash or a colon would mean a folder, a drive or a stream on Windows.
fn is_plain(segment: &str) -> bool {
    !matches!(segment, "" | "." | "..") && !segment.contains(['\\', ':', '\0'])
}
