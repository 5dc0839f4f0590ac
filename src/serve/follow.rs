//! From a change to what is shown: a new edition, or word of what is wrong.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Receiver;
use std::thread;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use super::board::Board;
use super::edition::{Edition, Material};
use super::trouble::{Editor, Places, Troubles};
use super::watch::Batch;
use super::{Host, News};
use crate::diagnostic::with_causes;
use crate::load::Touched;
use crate::reading::{Reader, Reading};
use crate::theme::{Theme, ThemeError};
use crate::versions::Library;

/// The one hidden file that changes what is shown.
const BASELINE: &str = ".ropa-baseline.json";

/// Follows the changes of a registry and a theme.
pub(super) struct Follower {
    reader: Reader,
    registry: PathBuf,
    theme_folder: Option<PathBuf>,
    editor: Option<Arc<Editor>>,
    host: Arc<dyn Host>,
    board: Arc<Board>,
    /// The theme and the language it speaks; none if it has to be read again.
    theme: Option<(Arc<Theme>, String)>,
    /// What the names of editions begin with: another run has other ones.
    run: u128,
    editions: u64,
    /// What git holds of earlier versions of notices.
    library: Library,
}

impl Follower {
    pub(super) fn new(
        reader: Reader,
        registry: PathBuf,
        theme_folder: Option<PathBuf>,
        editor: Option<Editor>,
        host: Arc<dyn Host>,
        board: Arc<Board>,
    ) -> Follower {
        let run = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
        let editor = editor.map(Arc::new);
        let library = Library::default();
        Follower { reader, registry, theme_folder, editor, host, board, theme: None, run, editions: 0, library }
    }

    /// Shows what there is, then everything that comes, until no more can come.
    pub(super) fn follow(mut self, changes: &Receiver<Batch>) {
        self.show(Instant::now(), &[]);
        for batch in changes {
            let start = Instant::now();
            let Some(touched) = self.touched(&batch) else { continue };
            match self.reader.refresh(&touched.registry) {
                Err(error) => {
                    let why = with_causes(&error);
                    self.board.trouble(None, Troubles::hindered(why.clone()));
                    self.host.tell(News::Hindered(why));
                }
                Ok(changed) => {
                    if touched.theme {
                        self.theme = None;
                    }
                    // What was told of a folder that was gone for a moment must not stay.
                    if touched.other || !changed.is_empty() || self.board.troubles().hindered {
                        self.show(start, &changed);
                    }
                }
            }
        }
    }

    /// What a batch may have changed; nothing if none of it can matter.
    fn touched(&self, batch: &Batch) -> Option<Changes> {
        let mut files = BTreeSet::new();
        let mut changes = Changes { registry: Touched::Anything, theme: batch.anything, other: batch.anything };
        for path in &batch.paths {
            if let Some(folder) = &self.theme_folder
                && let Ok(below) = path.strip_prefix(folder)
                && !is_hidden(below)
                && !is_left_over(below)
            {
                (changes.theme, changes.other) = (true, true);
            }
            let Ok(below) = path.strip_prefix(&self.registry) else { continue };
            let name = below.to_string_lossy().replace('\\', "/");
            if name == BASELINE {
                changes.other = true;
            } else if !is_hidden(below) && (self.reader.knows(&name) || (path.exists() && !is_left_over(below))) {
                files.insert(name);
            }
        }
        if !batch.anything {
            changes.registry = Touched::Files(files);
        }
        let nothing = changes.registry == Touched::Files(BTreeSet::new()) && !changes.other;
        (!nothing).then_some(changes)
    }

    fn show(&mut self, start: Instant, changed: &[String]) {
        let mut reading = self.reader.reading();
        if reading.is_broken() {
            self.board.trouble(None, Troubles::of(&reading.diagnostics, true, self.places(&reading)));
            self.host.tell(News::Broken { changed, reading: &reading });
            return;
        }
        let theme = match self.theme(&reading) {
            Ok(theme) => theme,
            Err(error) => {
                let why = with_causes(&error);
                self.board.trouble(None, self.of_theme(&error, &why));
                self.host.tell(News::Hindered(why));
                return;
            }
        };
        // Which texts are not at hand, the page about what changed says too.
        self.library.fetch(&mut reading, theme.strings(), &self.registry);
        self.editions += 1;
        let name = format!("{:x}-{}", self.run, self.editions);
        let material = Arc::new(Material::new(reading, theme, self.host.as_of()));
        self.board.publish(Arc::new(Edition::begin(name.clone(), Arc::clone(&material))));
        let read = start.elapsed();
        let (host, board, editor) = (Arc::clone(&self.host), Arc::clone(&self.board), self.editor.clone());
        let (folder, changed) = (self.registry.clone(), changed.to_vec());
        thread::spawn(move || {
            let start = Instant::now();
            let reading = &material.reading;
            let (judgement, failed) = match host.judge(reading, material.as_of) {
                Ok(judgement) => (judgement, None),
                Err(why) => (Default::default(), Some(why)),
            };
            let shown = &material.judged(judgement).shown;
            let judged = start.elapsed();
            match failed {
                None => {
                    let places = Places { sources: &reading.sources, folder: &folder, editor: editor.as_deref() };
                    board.trouble(Some(&name), Troubles::of(shown, false, places));
                    host.tell(News::Judged { changed: &changed, read, judged, reading, shown });
                }
                Some(why) => {
                    board.trouble(Some(&name), Troubles::hindered(why.clone()));
                    host.tell(News::Hindered(why));
                }
            }
        });
    }

    /// The theme in the language of the records, read again only if it changed.
    fn theme(&mut self, reading: &Reading) -> Result<Arc<Theme>, ThemeError> {
        let language = reading.registry.settings.language.text().unwrap_or_default();
        if let Some((theme, spoken)) = &self.theme
            && spoken == language
        {
            return Ok(Arc::clone(theme));
        }
        self.theme = None;
        let theme = Arc::new(self.host.theme(reading)?);
        self.theme = Some((Arc::clone(&theme), language.to_owned()));
        Ok(theme)
    }

    /// What is wrong with a theme: mistakes with their places, as those of records.
    fn of_theme(&self, error: &ThemeError, why: &str) -> Troubles {
        match (error, &self.theme_folder) {
            (ThemeError::Broken(faults), Some(folder)) => {
                let places = Places { sources: &faults.sources, folder, editor: self.editor.as_deref() };
                Troubles { hindered: true, ..Troubles::of(&faults.diagnostics, true, places) }
            }
            _ => Troubles::hindered(why.to_owned()),
        }
    }

    fn places<'a>(&'a self, reading: &'a Reading) -> Places<'a> {
        Places { sources: &reading.sources, folder: &self.registry, editor: self.editor.as_deref() }
    }
}

/// What has to be looked at.
struct Changes {
    registry: Touched,
    theme: bool,
    /// Whether there is something new to show although no record changed.
    other: bool,
}

fn is_hidden(below: &Path) -> bool {
    below.components().any(|part| part.as_os_str().to_string_lossy().starts_with('.'))
}

/// Whether editors leave files of this name behind for a moment: copies, swap files, and vim's try
/// whether a folder can be written.
fn is_left_over(below: &Path) -> bool {
    let name = below.file_name().unwrap_or_default().to_string_lossy();
    let ends = ["~", ".swp", ".swx", ".tmp", ".bak", "___jb_tmp___", "___jb_old___"];
    name == "4913" || (name.starts_with('#') && name.ends_with('#')) || ends.iter().any(|end| name.ends_with(end))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{is_hidden, is_left_over};

    #[test]
    fn what_editors_leave_behind_is_no_change() {
        for name in ["systems/a.toml~", "a.toml.swp", "4913", "#a.toml#", "systems/a.toml___jb_tmp___"] {
            assert!(is_left_over(Path::new(name)), "{name}");
        }
        for name in ["systems/a.toml", "systems", "49130", "#a.toml"] {
            assert!(!is_left_over(Path::new(name)), "{name}");
        }
        assert!(is_hidden(Path::new("systems/.a.toml.swp")) && is_hidden(Path::new(".git/index")));
        assert!(!is_hidden(Path::new("systems/a.toml")) && !is_hidden(Path::new("")));
    }
}
