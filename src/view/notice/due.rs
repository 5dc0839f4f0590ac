//! The rights that people have, as they follow from what processing rests on.

use super::activity::{Decision, Purpose};
use super::basis::Basis;
use super::data::Data;
use super::disclosure::Disclosure;
use crate::law;
use crate::record::notice::{Notice, NoticeRight};

/// What rights follow from.
pub(super) struct Grounds<'a> {
    pub(super) purposes: &'a [Purpose],
    pub(super) data: &'a [Data],
    pub(super) disclosures: &'a [Disclosure],
    pub(super) decisions: &'a [Decision],
}

impl<'a> Grounds<'a> {
    /// The bases of purposes and, where these have their own, of data and disclosures.
    pub(super) fn bases(&self) -> impl Iterator<Item = &'a Basis> + use<'a> {
        let of_data = self.data.iter().flat_map(|data| &data.bases);
        let of_disclosures = self.disclosures.iter().flat_map(|disclosure| &disclosure.bases);
        self.purposes.iter().flat_map(|purpose| &purpose.bases).chain(of_data).chain(of_disclosures)
    }

    /// The rights that the notice lists, or those that follow (Articles 7 and 15 to 22).
    pub(super) fn rights(&self, record: &Notice) -> Vec<NoticeRight> {
        if record.rights.is_absent() { self.derived() } else { record.rights.iter().copied().collect() }
    }

    /// The rights that follow.
    pub(super) fn derived(&self) -> Vec<NoticeRight> {
        if self.purposes.is_empty() && self.bases().next().is_none() {
            return Vec::new();
        }
        let mut grounds: Vec<law::Ground> = self.bases().filter_map(|basis| basis.ground).collect();
        grounds.sort_unstable();
        grounds.dedup();
        let mut special: Vec<law::SpecialCondition> =
            self.bases().flat_map(|basis| basis.special.iter().copied()).collect();
        special.sort_unstable();
        special.dedup();
        let direct_marketing = self.purposes.iter().any(|purpose| purpose.direct_marketing);
        let automated = self.decisions.iter().any(|decision| decision.used);
        law::rights(&grounds, &special, direct_marketing, automated).into_iter().map(from_law).collect()
    }
}

fn from_law(right: law::Right) -> NoticeRight {
    match right {
        law::Right::Confirmation => NoticeRight::Confirmation,
        law::Right::Access => NoticeRight::Access,
        law::Right::Rectification => NoticeRight::Rectification,
        law::Right::Erasure => NoticeRight::Erasure,
        law::Right::Restriction => NoticeRight::Restriction,
        law::Right::Portability => NoticeRight::Portability,
        law::Right::Object => NoticeRight::Object,
        law::Right::ObjectMarketing => NoticeRight::ObjectMarketing,
        law::Right::NoAutomatedDecision => NoticeRight::NoAutomatedDecision,
        law::Right::WithdrawConsent => NoticeRight::WithdrawConsent,
        law::Right::Complaint => NoticeRight::Complaint,
    }
}
