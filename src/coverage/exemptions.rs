//! What is kept out of notices, Articles 13(4) and 14(5).

use super::audience::Audience;
use super::cell::{Gap, Place, Reason, State};

/// N73, N74: the point of the law and the reason. Nothing of it stands in the notice; the register
/// keeps it.
pub(super) fn state(audience: &Audience<'_>) -> State {
    if audience.withheld.is_empty() {
        return State::NotDue(Reason::NoExemption);
    }
    let mut gaps = Vec::new();
    for (id, at, exemption) in &audience.withheld {
        for (key, absent) in [("article", exemption.article.is_absent()), ("reason", exemption.reason.is_absent())] {
            if absent {
                let (write, lint) = (format!("notice-exemption.{key}"), Some("notice-exemption-unreasoned"));
                gaps.push(Gap { record: (*id).into(), at: *at, write, lint });
            }
        }
    }
    if gaps.is_empty() { State::Met(Place::Register) } else { State::Missing(gaps) }
}
