//! Laws that records rely on.

use super::report::finding;
use crate::decode::List;
use crate::diagnostic::Diagnostic;
use crate::record::legal_basis::Law;

/// A finding for each law of a record that nobody can look up, because its act or its country is not
/// written.
pub(super) fn unnamed(id: &str, laws: &List<Law>) -> Vec<Diagnostic> {
    let missing = |law: &Law| match (law.act.is_absent(), law.country.is_absent()) {
        (true, _) => Some("act"),
        (false, true) => Some("country"),
        (false, false) => None,
    };
    let found = laws.located().filter_map(|law| Some((law.span, missing(&law.value)?)));
    let told = found.map(|(span, missing)| {
        finding(span, format!("a law of `{id}` has no `{missing}`"))
            .label("nobody can look it up")
            .help(format!("add `{missing}` to this entry of `laws`"))
    });
    told.collect()
}
