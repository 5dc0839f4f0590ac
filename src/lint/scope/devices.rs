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
        match (first, other) {
            (Party::Processor(first), Party::Processor(other)) => self.chain(first).contains(&other),
            _ => false,
        }
    }
}
