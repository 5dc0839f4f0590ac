//! Changes of the words that notices have of their own.

use serde_json::Value;

use super::Teller;
use crate::change::{Change, Event};
use crate::record::Kind;

impl Teller<'_> {
    /// What has a sentence of its own; the rest is told like other records.
    pub(super) fn of_notice(&self, change: &Change) -> Option<String> {
        let word = |value: Option<&Value>| {
            value.map(|value| self.value(Some(Kind::Notice), "statements.*.text", value)).unwrap_or_default()
        };
        let text = |row: &Option<Value>| word(row.as_ref().and_then(|row| row.get("text")));
        match (change.key.as_str(), change.event) {
            ("statements", Event::Added) => {
                Some(self.message("change-statement-added", &[("text", &text(&change.after))]))
            }
            ("statements", Event::Removed) => {
                Some(self.message("change-statement-removed", &[("text", &text(&change.before))]))
            }
            ("statements.*.text", Event::Changed) => {
                let (before, after) = (word(change.before.as_ref()), word(change.after.as_ref()));
                Some(self.message("change-statement-changed", &[("before", &before), ("after", &after)]))
            }
            _ => self.of_shared(change),
        }
    }
}
