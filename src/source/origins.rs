//! Where something that is told comes from.

use super::Span;

/// The places in the registry that a fact or a sentence comes from, in order, each once.
///
/// Places are for the register only: they are never serialised, so nothing public can hold one.
/// All origins are equal, because where a fact was written does not make it another fact: facts
/// that say the same are told once, and whoever joins them joins their origins.
#[derive(Debug, Clone, Default)]
pub struct Origins(Vec<Span>);

impl Origins {
    /// The places, in the order of files and lines.
    pub fn places(&self) -> &[Span] {
        &self.0
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a place.
    pub fn add(&mut self, place: Span) {
        if let Err(at) = self.0.binary_search(&place) {
            self.0.insert(at, place);
        }
    }

    /// Adds the places of another fact.
    pub fn join(&mut self, other: &Origins) {
        for place in &other.0 {
            self.add(*place);
        }
    }

    /// These places and those of other facts.
    pub fn with<'a>(&self, others: impl IntoIterator<Item = &'a Origins>) -> Origins {
        let mut all = self.clone();
        for other in others {
            all.join(other);
        }
        all
    }
}

impl From<Span> for Origins {
    fn from(place: Span) -> Origins {
        Origins(vec![place])
    }
}

impl From<Option<Span>> for Origins {
    fn from(place: Option<Span>) -> Origins {
        Origins(place.into_iter().collect())
    }
}

impl<'a> FromIterator<&'a Origins> for Origins {
    fn from_iter<I: IntoIterator<Item = &'a Origins>>(all: I) -> Origins {
        Origins::default().with(all)
    }
}

impl PartialEq for Origins {
    fn eq(&self, _: &Origins) -> bool {
        true
    }
}

impl Eq for Origins {}

impl std::hash::Hash for Origins {
    fn hash<H: std::hash::Hasher>(&self, _: &mut H) {}
}

#[cfg(test)]
mod tests {
    use super::Origins;
    use crate::source::{FileId, Span};

    #[test]
    fn places_are_kept_once_and_in_order() {
        let place = |file: u32, start: usize| Span::new(FileId(file), start..start + 1);
        let mut origins = Origins::from(place(1, 4));
        origins.join(&[Origins::from(place(0, 9)), Origins::from(place(1, 4))].iter().collect());
        assert_eq!(origins.places(), [place(0, 9), place(1, 4)]);
        assert!(!origins.is_empty());
    }
}
