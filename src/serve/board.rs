//! What is shown now, and who wants to hear of it.

use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::edition::Edition;
use super::trouble::Troubles;

/// What is shown now.
pub(super) struct Board {
    now: Mutex<Now>,
}

#[derive(Default)]
struct Now {
    /// The last good edition.
    edition: Option<Arc<Edition>>,
    troubles: Arc<Troubles>,
    /// Open pages. One that is closed is noticed when it is told something.
    pages: Vec<Sender<Event>>,
}

/// What an open page is told.
#[derive(Debug, Clone)]
pub(super) enum Event {
    /// The name of the edition: a page of another one is old.
    Edition(String),
    /// What is wrong.
    Troubles(Arc<Troubles>),
}

impl Board {
    pub(super) fn new() -> Board {
        Board { now: Mutex::default() }
    }

    /// The last good edition.
    pub(super) fn edition(&self) -> Option<Arc<Edition>> {
        self.now().edition.clone()
    }

    /// What is wrong.
    pub(super) fn troubles(&self) -> Arc<Troubles> {
        Arc::clone(&self.now().troubles)
    }

    /// Puts up a new edition. What was wrong before is no longer told; what is wrong now follows.
    pub(super) fn publish(&self, edition: Arc<Edition>) {
        let mut now = self.now();
        now.tell(&Event::Edition(edition.name.clone()));
        now.troubles = Arc::default();
        // The old one is let go without the lock, because others wait for that.
        let old = now.edition.replace(edition);
        drop(now);
        drop(old);
    }

    /// Says what is wrong; `edition` names the one it is about, or none for what has no edition. Word
    /// of an edition that was replaced meanwhile is dropped.
    pub(super) fn trouble(&self, edition: Option<&str>, troubles: Troubles) {
        let mut now = self.now();
        if edition.is_some_and(|name| now.edition.as_ref().is_none_or(|current| current.name != name)) {
            return;
        }
        // Findings that come late do not hide that the records are broken by now.
        if edition.is_some() && now.troubles.broken {
            return;
        }
        now.troubles = Arc::new(troubles);
        let event = Event::Troubles(Arc::clone(&now.troubles));
        now.tell(&event);
    }

    /// Tells a new page what holds now, and everything from now on.
    pub(super) fn listen(&self) -> Receiver<Event> {
        let (page, events) = mpsc::channel();
        let mut now = self.now();
        if let Some(edition) = &now.edition {
            let _ = page.send(Event::Edition(edition.name.clone()));
        }
        let _ = page.send(Event::Troubles(Arc::clone(&now.troubles)));
        now.pages.push(page);
        events
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Now {
    fn tell(&mut self, event: &Event) {
        self.pages.retain(|page| page.send(event.clone()).is_ok());
    }
}
