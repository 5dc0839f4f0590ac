//! Questions about what people are told, and by whom.

use super::{DataPlace, Scope};
use crate::decode::{Date, Field};
use crate::record::activity::{Activity, NoticeExemption};
use crate::record::controller::Controller;
use crate::record::profiling::AutomatedDecisions;
use crate::registry::{Entry, Id, Party, Registry};
use crate::source::Span;

/// The day on which the record of a party last changed.
pub fn party_changed(registry: &Registry, party: Party) -> &Field<Date> {
    match party {
        Party::Controller(id) => registry.controllers[id].record.changed.internal(),
        Party::Processor(id) => registry.processors[id].record.changed.internal(),
        Party::Recipient(id) => registry.recipients[id].record.changed.internal(),
        Party::Source(id) => registry.sources[id].record.changed.internal(),
    }
}

impl<'a> DataPlace<'a> {
    /// What keeps the row out of notices: its own exemption or that of the activity.
    pub fn exemption(&self) -> Option<&'a NoticeExemption> {
        let own = self.row.value.notice_exemption.internal();
        own.get().or(self.activity.record.notice_exemption.internal().get())
    }
}

impl<'a> Scope<'a> {
    /// The controllers of activities that go on, once each.
    pub fn controllers_in_use(&self) -> Vec<Id<Controller>> {
        super::once(self.activities().flat_map(|(_, activity)| activity.links.controllers.values.iter().copied()))
    }

    /// Activities that decide by machine alone, with the place that says so.
    pub fn automated(&self) -> impl Iterator<Item = (Id<Activity>, &'a Entry<Activity>, &'a AutomatedDecisions, Span)> {
        self.activities().filter_map(|(id, activity)| {
            let decisions: &AutomatedDecisions = activity.record.automated_decisions.get()?;
            let used = decisions.used.located().filter(|one| *one.value)?;
            Some((id, activity, decisions, used.span))
        })
    }
}
