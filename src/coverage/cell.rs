//! What is said about one item, for one group, under one article.

use serde::{Deserialize, Serialize};

use crate::record::notice::{Notice, SectionName};
use crate::registry::{Id, Node};
use crate::source::Span;

/// Whether a notice says an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It says it, here.
    Met(Place),
    /// It is due, and these facts are missing.
    Missing(Vec<Gap>),
    /// The records give no cause to say it.
    NotDue(Reason),
    /// No file can show it; the message `coverage-why-N13` says why.
    Untestable,
}

/// Where an item is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In a section of the notice. Its name is its anchor.
    Section(SectionName),
    /// In a section of another notice of the same controller, which speaks to the group too.
    Elsewhere(Id<Notice>, SectionName),
    /// Above the first section.
    Top,
    /// In the register, because nothing of it goes into a notice.
    Register,
}

/// A fact that is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The record where it belongs.
    pub record: Node,
    /// The place in it.
    pub at: Span,
    /// The key to write, from the record: `purposes.sell.legal-bases`.
    pub write: String,
    /// The lint that looks for this fact by itself.
    pub lint: Option<&'static str>,
}

/// Why an item is not due; the message `coverage-reason-no-transfer` says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// No activity that the notice tells of concerns the group.
    NobodyConcerned,
    /// Everything about the group is kept out of notices.
    Withheld,
    /// None of the group's data come from the person.
    NotFromPerson,
    /// None of the group's data come from elsewhere.
    NotFromElsewhere,
    /// Nobody decides jointly with the controller.
    NoJointController,
    /// There is no representative.
    NoRepresentative,
    /// There is no data protection officer.
    NoOfficer,
    /// No basis is legitimate interests.
    NoInterest,
    /// No basis is a duty or a public task.
    NoDuty,
    /// No data are of a special category.
    NoSpecialData,
    /// No data are about offences.
    NoCriminalData,
    /// No data serve a contract or a duty.
    NothingRequired,
    /// Nothing rests on consent.
    NoConsent,
    /// Nobody receives the data.
    NobodyReceives,
    /// No transfer leaves the European Economic Area.
    NoTransfer,
    /// No transfer goes where an adequacy decision stands.
    NoAdequacy,
    /// Every transfer goes where an adequacy decision stands.
    OnlyAdequacy,
    /// No transfer rests on safeguards.
    NoSafeguards,
    /// No transfer rests on compelling legitimate interests.
    NoCompellingInterest,
    /// No row of data is told.
    NoData,
    /// No rule on time is on record.
    NoRule,
    /// One rule holds for all the data.
    OneRule,
    /// No basis gives the right.
    NoGround,
    /// The right exists here.
    RightExists,
    /// No purpose is direct marketing.
    NoMarketing,
    /// No basis names research or statistics.
    NoResearch,
    /// No decision is made by machine alone.
    NoDecision,
    /// No decision rests on an exception with a right to a person.
    NoReview,
    /// Nothing is kept out of notices under this article.
    NoExemption,
    /// The notice has no icons.
    NoIcons,
    /// No cookie or other technique that needs consent concerns the group.
    NoDeviceAccess,
}
