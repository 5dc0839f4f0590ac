//! The word that stands for a choice in the records.

use serde::Serialize;

/// What authors write for a choice: `"scc"` for standard contractual clauses. It comes from the
/// declaration that also reads it, so that the two cannot differ. Empty for what is no choice.
pub fn word(choice: &impl Serialize) -> String {
    match serde_json::to_value(choice) {
        Ok(serde_json::Value::String(written)) => written,
        _ => String::new(),
    }
}
