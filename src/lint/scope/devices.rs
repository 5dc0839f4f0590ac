//! Questions about cookies and who provides them.

use super::Scope;
use crate::record::cookie::{Cookie, CookieClass, CookieConsent};
use crate::registry::Party;

/// Whether a cookie needs consent, by what the record says of its class or of consent.
pub fn needs_consent(cookie: &Cookie) -> bool {
    match cookie.class.copied() {
        Some(CookieClass::StrictlyNecessary) => false,
        Some(_) => true,
        None => cookie.consent.copied().is_some_and(|consent| consent != CookieConsent::NotNeeded),
    }
}

impl Scope<'_> {
    /// Whether a processor engages another one, directly or further down the chain.
    pub fn engages(&self, first: Party, other: Party) -> bool {
        let (Party::Processor(first), Party::Processor(other)) = (first, other) else { return false };
        let mut seen = vec![first];
        let mut next = 0;
        while let Some(id) = seen.get(next).copied() {
            next += 1;
            for sub in &self.registry.processors[id].links.sub_processors {
                if *sub == other {
                    return true;
                }
                if !seen.contains(sub) {
                    seen.push(*sub);
                }
            }
        }
        false
    }
}
