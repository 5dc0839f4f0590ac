//! The rights a notice can state, by name.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The rights a notice can state, Articles 7 and 12 to 22.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeRight {
    /// To be informed, Articles 13 and 14.
    Information,
    /// Confirmation whether data are processed, Article 15(1).
    Confirmation,
    /// Access, Article 15.
    Access,
    /// Rectification, Article 16.
    Rectification,
    /// Erasure, Article 17.
    Erasure,
    /// Restriction, Article 18.
    Restriction,
    /// Portability, Article 20.
    Portability,
    /// A plain electronic copy of the data, short of Article 20.
    ElectronicCopy,
    /// The data themselves, short of Article 20.
    ReceiveData,
    /// Objection, Article 21(1).
    Object,
    /// Objection to direct marketing, Article 21(2).
    ObjectMarketing,
    /// Withdrawal of consent, Article 7(3).
    WithdrawConsent,
    /// No solely automated decisions, Article 22.
    NoAutomatedDecision,
    /// Deletion of an account.
    AccountDeletion,
    /// Complaint, Article 77.
    Complaint,
}
