use std::collections::HashMap;

use super::error::WriteError;
use super::route::Route;

/// The pages seen so far.
#[derive(Default)]
pub(super) struct Tally {
    claimed: HashMap<String, Route>,
    pub(super) staged: Vec<Route>,
    /// Unchanged files of the previous build. A file of the user's that happens to have the right
    /// bytes is not listed: it must never become ours to remove.
    pub(super) kept: Vec<Route>,
    pub(super) unchanged: usize,
}

impl Tally {
    /// Refuses a route that another page already has, at least where case is ignored.
    pub(super) fn claim(&mut self, route: &Route) -> Result<(), WriteError> {
        match self.claimed.insert(route.key(), route.clone()) {
            None => Ok(()),
            Some(first) => Err(WriteError::Collision { first: first.to_string(), second: route.to_string() }),
        }
    }

    /// Counts a page whose file already has the right bytes; `ours` if the previous build wrote it.
    pub(super) fn keep(&mut self, route: Route, ours: bool) {
        self.unchanged += 1;
        if ours {
            self.kept.push(route);
        }
    }
}
