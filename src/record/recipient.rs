//! `recipients`: everybody but processors who receives data, Articles 4(9) and 30(1)(d).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::decode::{Country, Date, Field, Internal, List, Phrase, Prose, Rows, Stated};
use crate::record::party::ShownAs;
use crate::record::transfer::Transfer;
use crate::record::waiver::Waiver;

/// A recipient who is not our processor, Article 4(9).
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Recipient {
    /// Its name. Required. Internal if `shown-as = "category"`.
    #[schemars(extend("x-articles" = ["13(1)(e)", "30(1)(d)"], "x-internal-if" = "shown-as = \"category\""))]
    pub name: Field<String>,
    /// Its kind as a noun phrase, plural: "our group companies".
    #[schemars(extend("x-text" = "We share data with ...", "x-articles" = ["13(1)(e)", "30(1)(d)"]))]
    pub category: Field<Phrase>,
    /// Whether notices name it or show its category (the default is the name).
    pub shown_as: Field<ShownAs>,
    /// What it is to us. Stands for the category where there is none.
    #[schemars(extend("x-articles" = ["4(9)", "30(1)(d)"]))]
    pub kind: Field<RecipientKind>,
    /// One or two sentences of explanation.
    pub description: Field<Prose>,
    /// ISO codes of the countries it is in.
    pub countries: List<Country>,
    /// What it is bound to; each completes "They must ...".
    #[schemars(extend("x-text" = "They must ..."))]
    pub commitments: List<Phrase>,
    /// Its privacy notice, where it is a controller of its own. Internal if
    /// `shown-as = "category"`.
    #[schemars(extend("x-internal-if" = "shown-as = \"category\""))]
    pub privacy_notice: Field<String>,
    /// Its transfers to third countries, one row each.
    #[schemars(extend("x-articles" = ["13(1)(f)", "30(1)(e)"]))]
    pub transfers: Rows<Transfer>,
    /// Said on purpose: that data do not leave the EEA, and why.
    pub no_transfers: Field<Stated>,
    /// Agreement or contact for the register.
    pub contact: Internal<Field<String>>,
    /// Notes for the register.
    pub note: Internal<Field<Prose>>,
    /// Day this record last changed in substance.
    pub changed: Internal<Field<Date>>,
    /// Findings accepted for a while.
    pub waivers: Internal<List<Waiver>>,
}

/// What a recipient is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecipientKind {
    /// A company of our group.
    GroupCompany,
    /// A controller of its own.
    Controller,
    /// A controller jointly with us, Article 26.
    JointController,
    /// A business partner.
    BusinessPartner,
    /// A bank, payment network or other financial organisation.
    FinancialOrganisation,
    /// A professional adviser.
    Adviser,
    /// An advertising network.
    AdvertisingNetwork,
    /// A public authority.
    Authority,
    /// A court.
    Court,
    /// A buyer or seller of a business.
    BuyerOrSeller,
    /// The public.
    Public,
    /// Another user or customer.
    OtherPerson,
    /// Any other third party.
    ThirdParty,
}

impl RecipientKind {
    /// Whether nobody can name such a recipient before the case comes up.
    pub fn is_seldom_known(self) -> bool {
        matches!(
            self,
            RecipientKind::Authority
                | RecipientKind::Court
                | RecipientKind::Public
                | RecipientKind::OtherPerson
                | RecipientKind::BuyerOrSeller
        )
    }
}
