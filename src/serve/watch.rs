//! Word from the system of what changed in the folders.
//!
//! Editors save in bursts: a file is written beside, renamed, its permissions set. What comes close
//! together is handed on as one [`Batch`].

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use notify::{Config, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

/// How long nothing must happen until a burst counts as over.
const QUIET: Duration = Duration::from_millis(40);
/// How long a burst is waited for at most.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often folders are looked at where the system gives no word.
const POLL: Duration = Duration::from_secs(1);

/// What changed together.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// The paths, as the system calls them.
    pub(super) paths: BTreeSet<PathBuf>,
    /// Whether more may have changed than the paths say.
    pub(super) anything: bool,
}

/// Watches folders from now on. Besides the changes comes the reason why they are found by looking
/// now and then, if the system cannot give word of them.
pub(super) fn watch(registry: &Path, theme: Option<&Path>) -> Result<(Receiver<Batch>, Option<String>), notify::Error> {
    let roots: Vec<PathBuf> = [Some(registry), theme].into_iter().flatten().map(Path::to_owned).collect();
    let (tell, told) = mpsc::channel();
    let by_word = RecommendedWatcher::new(tell.clone(), Config::default()).and_then(|mut watcher| {
        begin(&mut watcher, &roots)?;
        Ok(watcher)
    });
    let (watcher, polling): (Box<dyn Watcher + Send>, Option<String>) = match by_word {
        Ok(watcher) => (Box::new(watcher), None),
        Err(why) => {
            let mut watcher = PollWatcher::new(tell, Config::default().with_poll_interval(POLL))?;
            begin(&mut watcher, &roots)?;
            (Box::new(watcher), Some(why.to_string()))
        }
    };
    let (send, batches) = mpsc::channel();
    thread::spawn(move || {
        let mut watcher = watcher;
        while let Some(batch) = gather(&told, &roots, watcher.as_mut()) {
            if send.send(batch).is_err() {
                break;
            }
        }
    });
    Ok((batches, polling))
}

/// A folder is watched with all below it. Its parent tells when the folder itself comes and goes.
fn begin(watcher: &mut dyn Watcher, roots: &[PathBuf]) -> Result<(), notify::Error> {
    let parents: BTreeSet<&Path> = roots.iter().filter_map(|root| root.parent()).collect();
    for parent in parents.into_iter().filter(|parent| !roots.iter().any(|root| parent.starts_with(root))) {
        watcher.watch(parent, RecursiveMode::NonRecursive)?;
    }
    roots.iter().try_for_each(|root| watcher.watch(root, RecursiveMode::Recursive))
}

/// Waits for something to happen, and then until it is over; nothing if nobody gives word any more.
fn gather(
    told: &Receiver<Result<Event, notify::Error>>,
    roots: &[PathBuf],
    watcher: &mut dyn Watcher,
) -> Option<Batch> {
    let mut batch = Batch::default();
    while batch.paths.is_empty() && !batch.anything {
        take(told.recv().ok()?, &mut batch, roots, watcher);
    }
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        match told.recv_timeout(QUIET) {
            Ok(event) => take(event, &mut batch, roots, watcher),
            Err(RecvTimeoutError::Timeout) => break,
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
    Some(batch)
}

fn take(event: Result<Event, notify::Error>, batch: &mut Batch, roots: &[PathBuf], watcher: &mut dyn Watcher) {
    let Ok(event) = event else {
        batch.anything = true;
        return;
    };
    // Reading a file is told too; who reads because of that reads for ever.
    if matches!(event.kind, EventKind::Access(_)) {
        return;
    }
    batch.anything |= event.need_rescan();
    for path in event.paths {
        if roots.contains(&path) && !matches!(event.kind, EventKind::Modify(notify::event::ModifyKind::Metadata(_))) {
            // What is watched is the folder that was, not the one that has its name now. While there
            // is none, its parent tells when it comes back.
            let _ = watcher.unwatch(&path);
            let _ = watcher.watch(&path, RecursiveMode::Recursive);
            batch.anything = true;
        }
        if roots.iter().any(|root| path.starts_with(root)) {
            batch.paths.insert(path);
        }
    }
}
