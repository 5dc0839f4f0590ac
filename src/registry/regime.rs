//! Under which law a controller is.

use super::{Id, Registry};
use crate::decode::Country;
use crate::record::controller::Controller;

impl Registry {
    /// Where a controller is established.
    pub fn seat(&self, id: Id<Controller>) -> Option<Country> {
        let record = &self.controllers[id].record;
        let address = record.address.get().and_then(|address| address.country.copied());
        address.or(record.registered_in.copied())
    }

    /// Whether the Regulation is the law of a controller: it is established in the EEA, or has an
    /// establishment or a representative there. Where nothing is known it is taken to be.
    pub fn is_under_gdpr(&self, id: Id<Controller>) -> bool {
        let record = &self.controllers[id].record;
        let inside = |country: Country| country.0.country().in_eea();
        self.seat(id).is_none_or(inside)
            || record.establishments.internal().iter().any(|country| inside(*country))
            || record.representative.get().is_some_and(|one| one.appointed.is_true())
    }
}
