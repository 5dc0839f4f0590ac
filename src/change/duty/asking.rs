//! Who a duty is about: the activities that a change touches, or the record itself.

use crate::change::Change;
use crate::change::words::Teller;
use crate::law::Ask;
use crate::record::Kind;
use crate::record::sub_processor_list::SubProcessorList;
use crate::registry::{Entry, Registry};

/// The titles, as plain text. Who is told of a new sub-processor is told as long before as the public list says.
pub(super) fn asking(change: &Change, ask: Ask, teller: &Teller<'_>) -> Vec<String> {
    if ask == Ask::AnnounceSubProcessor {
        return announced(change, teller).unwrap_or_else(|| vec![change.subject.name.clone()]);
    }
    match change.touches.as_slice() {
        [] => vec![change.subject.name.clone()],
        touches => touches.iter().map(|touch| touch.title.clone()).collect(),
    }
}

/// The lists that have to announce a sub-processor, each with its period.
fn announced(change: &Change, teller: &Teller<'_>) -> Option<Vec<String>> {
    let lists = |registry: &Registry| -> Vec<String> {
        let concerned = |list: &Entry<SubProcessorList>| match change.subject.kind {
            Some(Kind::SubProcessorList) => list.id == change.subject.id,
            _ => list.links.client_processing.iter().any(|id| registry.client_processing[*id].id == change.subject.id),
        };
        let told = |list: &Entry<SubProcessorList>| match list.record.notice_period.get() {
            Some(period) => {
                let period = teller.strings.period(*period);
                let gaps = [("name", list.name().into()), ("period", (&period).into())];
                teller.strings.say("change-announced-before", &gaps)
            }
            None => list.name().to_owned(),
        };
        registry.sub_processor_lists.iter().map(|(_, list)| list).filter(|list| concerned(list)).map(told).collect()
    };
    Some(lists(teller.after)).filter(|lists| !lists.is_empty())
}
