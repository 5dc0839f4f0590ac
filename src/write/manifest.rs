use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::route::Route;
use super::tree::Tree;

/// The files that one build wrote, by [`Route::key`]. On disk it is a sorted list of routes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Route>", into = "Vec<Route>")]
pub(super) struct Manifest(BTreeMap<String, Route>);

impl Manifest {
    /// Whether the file that stands at `route` was written by the build of this manifest, perhaps
    /// under a name that differs in case.
    pub(super) fn owns(&self, route: &Route, target: &Tree) -> bool {
        self.0.get(&route.key()).is_some_and(|written| written == route || target.is_same_file(written, route))
    }

    /// Returns the routes of this manifest that `newer` does not have, sorted.
    pub(super) fn stale(&self, newer: &Manifest) -> Vec<Route> {
        self.0.iter().filter(|(key, route)| newer.0.get(*key) != Some(*route)).map(|(_, route)| route.clone()).collect()
    }
}

impl FromIterator<Route> for Manifest {
    fn from_iter<I: IntoIterator<Item = Route>>(routes: I) -> Self {
        Manifest(routes.into_iter().map(|route| (route.key(), route)).collect())
    }
}

impl From<Vec<Route>> for Manifest {
    fn from(routes: Vec<Route>) -> Self {
        routes.into_iter().collect()
    }
}

impl From<Manifest> for Vec<Route> {
    fn from(manifest: Manifest) -> Self {
        let mut routes: Vec<Route> = manifest.0.into_values().collect();
        routes.sort();
        routes
    }
}
