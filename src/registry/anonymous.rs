//! What anonymous data need not.

use super::{Entry, Id, Registry};
use crate::record::activity::Activity;
use crate::record::data_category::{DataCategory, Identifiability};

impl Registry {
    /// Whether all of some categories, of which there is one at least, hold anonymous data. The
    /// Regulation does not concern them (recital 26).
    pub fn is_anonymous(&self, categories: &[Id<DataCategory>]) -> bool {
        let anonymous = |id: &Id<DataCategory>| {
            self.data_categories[*id].record.identifiability.copied() == Some(Identifiability::Anonymous)
        };
        !categories.is_empty() && categories.iter().all(anonymous)
    }

    /// Whether a purpose of an activity has to name a legal basis: it uses data of people, and not
    /// all rows that serve it name bases of their own.
    pub fn needs_basis(&self, entry: &Entry<Activity>, purpose: usize) -> bool {
        let serving = || entry.links.data.iter().filter(|data| data.purposes.contains(&purpose));
        let own = entry.links.purposes.get(purpose).map_or(&[][..], |links| &links.categories);
        let used: Vec<_> = match own {
            [] => serving().flat_map(|data| data.categories.iter().copied()).collect(),
            own => own.to_vec(),
        };
        let is_answered = serving().next().is_some() && serving().all(|data| !data.legal_bases.is_empty());
        !is_answered && !self.is_anonymous(&used)
    }
}
