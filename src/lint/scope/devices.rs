//! Questions about who provides cookies.

use super::Scope;
use crate::registry::Party;

impl Scope<'_> {
    /// Whether a processor engages another one, directly or further down the chain.
    pub fn engages(&self, first: Party, other: Party) -> bool {
        match (first, other) {
            (Party::Processor(first), Party::Processor(other)) => self.chain(first).contains(&other),
            _ => false,
        }
    }
}
