use std::fs::{self, File, TryLockError};
use std::io::{self, BufWriter, ErrorKind};
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::error::WriteError;
use super::journal::Journal;
use super::manifest::Manifest;
use super::tree::{Tree, standing};

/// The folder inside the output that holds everything which is not output.
pub(super) const FOLDER: &str = ".ropa";

/// The bookkeeping of one output folder, locked against other builds for as long as it lives.
pub(super) struct Bookkeeping {
    target: PathBuf,
    folder: PathBuf,
    _lock: File,
}

impl Bookkeeping {
    /// Opens the bookkeeping of the output folder `target`, creating both when absent.
    pub(super) fn open(target: &Path) -> Result<Self, WriteError> {
        let folder = target.join(FOLDER);
        refuse_links(&folder)?;
        fs::create_dir_all(&folder).map_err(WriteError::io("create", &folder))?;

        let path = folder.join("lock");
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(WriteError::io("open", &path))?;
        lock.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => WriteError::Busy { dir: target.to_owned() },
            TryLockError::Error(source) => WriteError::io("lock", &path)(source),
        })?;

        Ok(Bookkeeping { target: target.to_owned(), folder, _lock: lock })
    }

    /// The folder where finished pages stand.
    pub(super) fn target(&self) -> Tree {
        Tree::new(self.target.clone())
    }

    /// The folder where the pages of an unfinished build wait.
    pub(super) fn staging(&self) -> Tree {
        Tree::new(self.staging_path())
    }

    /// Returns the manifest of the last finished build, an empty one when there was none.
    pub(super) fn manifest(&self) -> Result<Manifest, WriteError> {
        Ok(load(&self.manifest_path())?.unwrap_or_default())
    }

    pub(super) fn save_manifest(&self, manifest: &Manifest) -> Result<(), WriteError> {
        save(&self.manifest_path(), manifest)
    }

    /// Returns the journal that an interrupted build left behind.
    pub(super) fn journal(&self) -> Result<Option<Journal>, WriteError> {
        load(&self.journal_path())
    }

    pub(super) fn save_journal(&self, journal: &Journal) -> Result<(), WriteError> {
        save(&self.journal_path(), journal)
    }

    pub(super) fn remove_journal(&self) -> Result<(), WriteError> {
        let path = self.journal_path();
        fs::remove_file(&path).map_err(WriteError::io("remove", &path))
    }

    /// Throws away what an unfinished build staged, and makes an empty staging folder.
    pub(super) fn renew_staging(&self) -> Result<(), WriteError> {
        let path = self.staging_path();
        match fs::remove_dir_all(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(WriteError::io("remove", &path)(error)),
            _ => fs::create_dir(&path).map_err(WriteError::io("create", &path)),
        }
    }

    /// Removes the staging folder, unless a journal still needs it. A failure does no harm: the
    /// next build tries again.
    pub(super) fn discard_staging(&self) {
        if matches!(self.journal_path().try_exists(), Ok(false)) {
            let _ = fs::remove_dir_all(self.staging_path());
        }
    }

    fn staging_path(&self) -> PathBuf {
        self.folder.join("staging")
    }

    fn manifest_path(&self) -> PathBuf {
        self.folder.join("manifest.json")
    }

    fn journal_path(&self) -> PathBuf {
        self.folder.join("journal.json")
    }
}

/// Refuses a bookkeeping folder that is or holds a symbolic link, which would have us write
/// elsewhere.
fn refuse_links(folder: &Path) -> Result<(), WriteError> {
    if standing(folder)?.is_none() {
        return Ok(());
    }
    for entry in fs::read_dir(folder).map_err(WriteError::io("read", folder))? {
        let entry = entry.map_err(WriteError::io("read", folder))?;
        standing(&entry.path())?;
    }
    Ok(())
}

fn load<T: DeserializeOwned>(path: &Path) -> Result<Option<T>, WriteError> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(WriteError::io("read", path)(error)),
    };
    serde_json::from_slice(&bytes).map(Some).map_err(|source| WriteError::Damaged { path: path.to_owned(), source })
}

/// Writes beside the file and renames, so that it is whole at every moment.
fn save<T: Serialize>(path: &Path, value: &T) -> Result<(), WriteError> {
    let write = || -> io::Result<()> {
        let fresh = path.with_extension("json.new");
        let mut writer = BufWriter::new(File::create(&fresh)?);
        serde_json::to_writer_pretty(&mut writer, value)?;
        writer.into_inner()?.sync_all()?;
        fs::rename(&fresh, path)
    };
    write().map_err(WriteError::io("write", path))
}
