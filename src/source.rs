//! Source files and places in them.

mod origins;

use std::sync::Arc;

pub use origins::Origins;

/// A file of the registry, as an index into [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FileId(pub u32);

/// A range of bytes in one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The very beginning of a file: the place of what concerns it as a whole.
    pub fn top(file: FileId) -> Span {
        Span { file, start: 0, end: 0 }
    }

    /// A span from the byte range that the TOML parser reports.
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Span {
        // Files are limited to far less than 4 GiB when they are read.
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Span { file, start: byte(range.start), end: byte(range.end) }
    }
}

/// A file of the registry: its path with `/`, relative to the registry, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Path below the registry folder, with `/`.
    pub path: String,
    /// The whole text.
    pub text: String,
}

impl Source {
    /// The text of a place in this file.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// Line and column, both from 1, of a byte. Columns count characters, as editors do.
    pub fn position(&self, byte: u32) -> (usize, usize) {
        let mut at = (byte as usize).min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let before = &self.text[..at];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}

/// All files of a registry, in the order of their paths.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<Arc<Source>>,
    /// The registry folder as the user named it, with `/`; what messages put before each path.
    pub root: String,
    /// The commit that the files were read from, if it was not the work tree: its whole name.
    pub commit: Option<String>,
}

impl Sources {
    /// No files yet, for the folder that messages call `root`.
    pub fn new(root: impl Into<String>) -> Sources {
        Sources { root: root.into(), ..Sources::default() }
    }

    /// Adds a file and names it.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> FileId {
        self.keep(Arc::new(Source { path: path.into(), text: text.into() }))
    }

    /// Adds a file that others hold too, and names it.
    pub fn keep(&mut self, source: Arc<Source>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(source);
        id
    }

    /// The same files with a space in place of every byte but line breaks: places stay where they are,
    /// and there is nothing to read.
    pub fn blank(&self) -> Sources {
        let blank = |source: &Arc<Source>| {
            let text = source.text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
            Arc::new(Source { path: source.path.clone(), text })
        };
        Sources { files: self.files.iter().map(blank).collect(), ..self.clone() }
    }

    /// The commit that the files were read from, as people write it.
    pub fn short_commit(&self) -> Option<&str> {
        self.commit.as_ref().map(|commit| commit.get(..12).unwrap_or(commit))
    }

    /// The file with this id, to be held.
    pub(crate) fn held(&self, id: FileId) -> &Arc<Source> {
        &self.files[id.0 as usize]
    }

    /// The file with this id.
    pub fn get(&self, id: FileId) -> &Source {
        &self.files[id.0 as usize]
    }

    /// The path of a file as messages show it: the registry folder and the path below it.
    pub fn shown_path(&self, id: FileId) -> String {
        let path = &self.get(id).path;
        if self.root.is_empty() { path.clone() } else { format!("{}/{path}", self.root) }
    }

    /// All files with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        self.files
            .iter()
            .enumerate()
            .map(|(index, source)| (FileId(u32::try_from(index).unwrap_or(u32::MAX)), &**source))
    }

    /// Number of files.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is no file at all.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn positions_count_characters_and_lines_from_one() {
        let source = Source { path: "a.toml".into(), text: "ä = 1\nb = \"ö\"\n".into() };
        assert_eq!(source.position(0), (1, 1));
        assert_eq!(source.position(2), (1, 2));
        assert_eq!(source.position(7), (2, 1));
        assert_eq!(source.position(9_999), (3, 1));
    }
}
