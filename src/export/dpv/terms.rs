//! Which term of the vocabulary says what a register says.

use crate::record::notice::NoticeRight;
use crate::record::transfer::Mechanism;

/// `6(1)(f)` as `eu-gdpr:A6-1-f`.
pub(super) fn article(article: &str) -> String {
    format!("eu-gdpr:A{}", article.replace(")(", "-").replace('(', "-").replace(')', ""))
}

/// The legal basis of a transfer; nothing for what Chapter V does not know.
pub(super) fn mechanism(mechanism: Mechanism) -> Option<&'static str> {
    Some(match mechanism {
        Mechanism::Adequacy | Mechanism::Dpf => "eu-gdpr:A45-3",
        Mechanism::PublicBodiesInstrument => "eu-gdpr:A46-2-a",
        Mechanism::Bcr => "eu-gdpr:A46-2-b",
        Mechanism::Scc => "eu-gdpr:A46-2-c",
        Mechanism::SccAuthority => "eu-gdpr:A46-2-d",
        Mechanism::CodeOfConduct => "eu-gdpr:A46-2-e",
        Mechanism::Certification => "eu-gdpr:A46-2-f",
        Mechanism::AdHocClauses => "eu-gdpr:A46-3-a",
        Mechanism::AdministrativeArrangement => "eu-gdpr:A46-3-b",
        Mechanism::ExplicitConsent => "eu-gdpr:A49-1-a",
        Mechanism::ContractWithPerson => "eu-gdpr:A49-1-b",
        Mechanism::ContractInInterestOfPerson => "eu-gdpr:A49-1-c",
        Mechanism::PublicInterest => "eu-gdpr:A49-1-d",
        Mechanism::LegalClaims => "eu-gdpr:A49-1-e",
        Mechanism::VitalInterests => "eu-gdpr:A49-1-f",
        Mechanism::PublicRegister => "eu-gdpr:A49-1-g",
        // The vocabulary numbers the second subparagraph of Article 49(1) so.
        Mechanism::CompellingLegitimateInterests => "eu-gdpr:A49-2",
        Mechanism::PrivacyShield | Mechanism::SafeHarbour | Mechanism::ContractualUndertaking => return None,
    })
}

/// A right; nothing for those that the GDPR does not know.
pub(super) fn right(right: NoticeRight) -> &'static [&'static str] {
    match right {
        NoticeRight::Information => &["eu-gdpr:A13", "eu-gdpr:A14"],
        NoticeRight::Confirmation | NoticeRight::Access => &["eu-gdpr:A15"],
        NoticeRight::Rectification => &["eu-gdpr:A16"],
        NoticeRight::Erasure => &["eu-gdpr:A17"],
        NoticeRight::Restriction => &["eu-gdpr:A18"],
        NoticeRight::Portability => &["eu-gdpr:A20"],
        NoticeRight::Object | NoticeRight::ObjectMarketing => &["eu-gdpr:A21"],
        NoticeRight::NoAutomatedDecision => &["eu-gdpr:A22"],
        NoticeRight::WithdrawConsent => &["eu-gdpr:A7-3"],
        NoticeRight::Complaint => &["eu-gdpr:A77"],
        NoticeRight::ElectronicCopy | NoticeRight::ReceiveData | NoticeRight::AccountDeletion => &[],
    }
}
