//! Packs: what is handed over in one go, as a folder and as a zip archive.
//!
//! A pack says what it holds, what made it, and the SHA-256 sum of every file. The same records, judged
//! on the same day, make the same bytes.

mod about;
mod authority;
mod client;

use std::collections::BTreeMap;
use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::HandoverError;
use crate::strings::Strings;

pub use about::About;
pub use authority::{Authority, Pdf};
pub use client::Client;

/// What it is, for people.
const README: &str = "README.txt";
/// What it is, for programs.
const FACTS: &str = "pack.json";
/// The list of sums, in the form that `sha256sum --check` reads.
const SUMS: &str = "SHA256SUMS";

/// Which state of the records a pack was made from, as git knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The commit, in full.
    pub commit: String,
    /// When it was made: ISO 8601, with the zone of who made it.
    pub date: String,
    /// Whether files of the registry differ from that commit.
    pub changed: bool,
}

/// Files by their paths, with `/`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pack {
    files: BTreeMap<String, Vec<u8>>,
}

/// A pack that is whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Packed {
    /// Its files by their paths, with `/`.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What is other than usual, and why: whole sentences without a stop.
    pub remarks: Vec<String>,
}

impl Pack {
    /// Adds a file.
    pub fn put(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.files.insert(path.into(), bytes.into());
    }

    /// Adds what the pack says of itself, and the sums of all files. Each entry is a file or a folder and
    /// the message that says what it is.
    fn seal(
        mut self,
        about: &About<'_>,
        entries: &[(&str, &str)],
        strings: &Strings,
    ) -> Result<BTreeMap<String, Vec<u8>>, HandoverError> {
        let own = [(README, "pack-readme"), (FACTS, "pack-facts"), (SUMS, "pack-sums")];
        let entries: Vec<(&str, &str)> = entries.iter().copied().chain(own).collect();
        let json = about.json(self.files.keys().map(String::as_str)).map_err(std::io::Error::from)?;
        self.put(FACTS, json);
        self.put(README, about.text(&entries, strings));
        Ok(self.sealed())
    }

    /// Adds the sums of all files. Nothing may be added afterwards: it would have none.
    fn sealed(mut self) -> BTreeMap<String, Vec<u8>> {
        let mut sums = String::new();
        for (path, bytes) in &self.files {
            // Two spaces: read as bytes, not as text.
            let _ = writeln!(sums, "{}  {path}", sum(bytes));
        }
        self.put(SUMS, sums);
        self.files
    }
}

/// The SHA-256 sum in hexadecimal.
fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::Pack;

    #[test]
    fn every_file_has_its_sum() {
        let mut pack = Pack::default();
        pack.put("b/empty", "");
        pack.put("a", "abc");
        let files = pack.sealed();
        assert_eq!(
            String::from_utf8_lossy(&files["SHA256SUMS"]),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a\n\
             e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b/empty\n"
        );
    }
}
