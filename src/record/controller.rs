//! `controllers`: who decides on purposes and means, Articles 4(7), 13(1)(a) and 30(1)(a).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::decode::{Country, Date, Field, Internal, List, Period, Phrase, Prose, Ref, Rows};
use crate::record::address::Address;
use crate::record::notice::NoticeRight;
use crate::record::subject_group::SubjectGroup;
use crate::record::transfer::Transfer;
use crate::record::waiver::Waiver;

/// A controller, Article 4(7).
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Controller {
    /// Its legal name. Required.
    #[schemars(extend("x-articles" = ["13(1)(a)", "14(1)(a)", "30(1)(a)"]))]
    pub name: Field<String>,
    /// The name it trades under.
    pub trade_name: Field<String>,
    /// What the notice calls it besides "we" and "us".
    pub short_names: List<String>,
    /// Its legal form in words: "limited liability company".
    pub legal_form: Field<Phrase>,
    /// ISO code of the country in whose register it stands.
    pub registered_in: Field<Country>,
    /// What its registration number is called: "business ID".
    pub registration_name: Field<Phrase>,
    /// Its registration number.
    pub registration_number: Field<String>,
    /// Its postal address.
    #[schemars(extend("x-articles" = ["13(1)(a)", "14(1)(a)", "30(1)(a)"]))]
    pub address: Field<Address>,
    /// Telephone number, as it is dialled from abroad.
    #[schemars(extend("x-articles" = ["13(1)(a)", "30(1)(a)"]))]
    pub phone: Field<String>,
    /// E-mail address for everything that has no contact of its own.
    #[schemars(extend("x-articles" = ["13(1)(a)", "30(1)(a)"]))]
    pub email: Field<String>,
    /// Its web site.
    pub website: Field<String>,
    /// One or two sentences on who it is.
    pub description: Field<Prose>,
    /// Contact points by use.
    #[schemars(extend("x-articles" = ["12(2)", "13(1)(a)"]))]
    pub contacts: Rows<Contact>,
    /// The data protection officer, or why there is none.
    #[schemars(extend("x-articles" = ["13(1)(b)", "14(1)(b)", "30(1)(a)", "37"]))]
    pub dpo: Field<Dpo>,
    /// The representative in the Union, or why there is none.
    #[schemars(extend("x-articles" = ["13(1)(a)", "14(1)(a)", "27", "30(1)(a)"]))]
    pub representative: Field<Representative>,
    /// The supervisory authority that leads for this controller.
    #[schemars(extend("x-articles" = ["13(2)(d)", "56", "77"]))]
    pub authority: Field<AuthorityContact>,
    /// How people use their rights with it.
    #[schemars(extend("x-articles" = ["12"]))]
    pub requests: Field<Requests>,
    /// How people complain.
    #[schemars(extend("x-articles" = ["13(2)(d)", "14(2)(e)", "77"]))]
    pub complaints: Field<Complaints>,
    /// How people stop direct marketing.
    #[schemars(extend("x-articles" = ["21(2)", "21(3)", "13 Directive 2002/58/EC"]))]
    pub marketing: Field<Marketing>,
    /// Its own transfers: the data that it receives itself in a third country, one row each.
    #[schemars(extend("x-articles" = ["13(1)(f)", "14(1)(f)", "30(1)(e)"]))]
    pub transfers: Rows<Transfer>,
    /// Number of people it employs (Article 30(5)).
    #[schemars(extend("x-articles" = ["30(5)"]))]
    pub staff: Internal<Field<u64>>,
    /// ISO codes of the countries in which it has establishments.
    #[schemars(extend("x-articles" = ["3(1)", "27", "56"]))]
    pub establishments: Internal<List<Country>>,
    /// Whether it is a public authority or body.
    #[schemars(extend("x-articles" = ["6(1)", "37(1)(a)"]))]
    pub public_body: Internal<Field<bool>>,
    /// Notes for the register.
    pub note: Internal<Field<Prose>>,
    /// Day this record last changed in substance.
    pub changed: Internal<Field<Date>>,
    /// Findings accepted for a while.
    pub waivers: Internal<List<Waiver>>,
}

/// A contact point and what it is for.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Contact {
    /// What it is called: "our Support Team".
    pub name: Field<Phrase>,
    /// E-mail address.
    pub email: Field<String>,
    /// Telephone number.
    pub phone: Field<String>,
    /// Address of a form or page.
    pub url: Field<String>,
    /// Subject line to put.
    pub subject_line: Field<String>,
    /// Why that subject line helps. Completes "Please use this subject line so that ...".
    #[schemars(extend("x-text" = "Please use this subject line so that ..."))]
    pub subject_because: Field<Phrase>,
    /// What it is for.
    pub uses: List<ContactUse>,
}

/// What a contact point is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContactUse {
    /// Anything.
    General,
    /// Using one's rights.
    Requests,
    /// Questions about the notice or the processing.
    Questions,
    /// Complaints.
    Complaints,
    /// Suggestions and other feedback.
    Feedback,
    /// Stopping direct marketing.
    MarketingOptOut,
    /// Reporting a breach or a weakness.
    Security,
}

/// The data protection officer, Articles 37 to 39.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Dpo {
    /// Whether there is one. `false` says so on purpose.
    #[schemars(extend("x-articles" = ["37(1)"]))]
    pub appointed: Field<bool>,
    /// Why there is none. A whole sentence.
    #[schemars(extend("x-articles" = ["37(1)"]))]
    pub reason: Field<Phrase>,
    /// The name, if it is published.
    pub name: Field<String>,
    /// E-mail address.
    #[schemars(extend("x-articles" = ["13(1)(b)", "37(7)"]))]
    pub email: Field<String>,
    /// Telephone number.
    pub phone: Field<String>,
    /// Address of a form or page.
    pub url: Field<String>,
    /// Postal address, if it is not the controller's.
    pub address: Field<Address>,
    /// What the officer is the contact for.
    pub uses: List<ContactUse>,
    /// The person or firm.
    #[schemars(extend("x-articles" = ["37(7)"]))]
    pub holder: Internal<Field<String>>,
    /// Day the authority was told.
    #[schemars(extend("x-articles" = ["37(7)"]))]
    pub notified: Internal<Field<Date>>,
}

/// The representative in the Union, Article 27.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Representative {
    /// Whether there is one. `false` says so on purpose.
    #[schemars(extend("x-articles" = ["27"]))]
    pub appointed: Field<bool>,
    /// Why there is none. Kept in the register.
    #[schemars(extend("x-articles" = ["27(2)"]))]
    pub reason: Internal<Field<Prose>>,
    /// Its name.
    #[schemars(extend("x-articles" = ["13(1)(a)", "27"]))]
    pub name: Field<String>,
    /// Its postal address.
    pub address: Field<Address>,
    /// E-mail address.
    pub email: Field<String>,
    /// Telephone number.
    pub phone: Field<String>,
    /// Day of the written mandate.
    #[schemars(extend("x-articles" = ["27(1)"]))]
    pub mandated: Internal<Field<Date>>,
}

/// A supervisory authority, Article 51.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct AuthorityContact {
    /// Id in the legal data, such as `fi`; its name and pages come from there.
    pub id: Field<String>,
    /// Its name, if it is not in the legal data or should read otherwise.
    pub name: Field<String>,
    /// Its web site.
    pub website: Field<String>,
    /// Its page for complaints.
    pub complaint_url: Field<String>,
}

/// How requests under Articles 15 to 22 are handled, Article 12.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Requests {
    /// When people may turn to us besides; each completes "Contact us also if ...".
    #[schemars(extend("x-text" = "Contact us also if ..."))]
    pub occasions: List<Phrase>,
    /// What a request should state, each a noun phrase: "your full name".
    pub contents: List<Phrase>,
    /// What a request must be like; each an adjective that completes "Your request has to be ...":
    /// "thorough".
    #[schemars(extend("x-text" = "Your request has to be ..."))]
    pub must_be: List<Phrase>,
    /// What people can do on their own. A whole sentence.
    pub self_service: List<Phrase>,
    /// Whether more information may be asked to confirm identity.
    #[schemars(extend("x-articles" = ["12(6)"]))]
    pub verify_identity: Field<bool>,
    /// Why. Completes "We do this so that ...".
    #[schemars(extend("x-text" = "We do this so that ...", "x-articles" = ["12(6)"]))]
    pub verify_because: Field<Phrase>,
    /// Why people may be contacted back. Completes "We may contact you for further information so
    /// that ...".
    #[schemars(extend("x-text" = "We may contact you for further information so that ..."))]
    pub contact_back_because: Field<Phrase>,
    /// Time within which requests are answered.
    #[schemars(extend("x-articles" = ["12(3)"]))]
    pub answered_within: Field<Period>,
    /// When requests are answered, in words that name no time. Completes "We answer ...": "as soon
    /// as possible".
    #[schemars(extend("x-text" = "We answer ..."))]
    pub answered: Field<Phrase>,
    /// Whether requests are free of charge.
    #[schemars(extend("x-articles" = ["12(5)"]))]
    pub free: Field<bool>,
    /// Which requests may be refused; each completes "We may refuse a request that is ...".
    #[schemars(extend("x-text" = "We may refuse a request that is ...", "x-articles" = ["12(5)"]))]
    pub refusal_grounds: List<Phrase>,
    /// Where the rights end. Completes "Your rights can be limited ...": "in cases that the law names".
    #[schemars(extend("x-text" = "Your rights can be limited ...", "x-articles" = ["23"]))]
    pub limits: Field<Phrase>,
    /// What may follow from using a right. Whole sentences.
    pub consequences: List<Phrase>,
    /// What is promised about one right, one row each.
    pub promises: Rows<Promise>,
    /// Law that governs requests besides the GDPR, in words.
    pub law: Field<Phrase>,
}

/// What is promised about one right.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Promise {
    /// The right: the key of a right, such as `erasure`.
    pub right: Field<NoticeRight>,
    /// A whole sentence: "We always answer, and say whether we erased the data."
    pub text: Field<Phrase>,
}

/// How people complain, Article 77.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Complaints {
    /// Whether people are asked to come to us first.
    pub contact_us_first: Field<bool>,
    /// When we answer complaints. Completes "We answer complaints ...": "promptly".
    #[schemars(extend("x-text" = "We answer complaints ..."))]
    pub answered: Field<Phrase>,
    /// Where the authorities are listed.
    pub authorities_list: Field<String>,
    /// Whether it is said that people may complain at any time.
    pub at_any_time: Field<bool>,
    /// Where people may complain.
    #[schemars(extend("x-articles" = ["77(1)"]))]
    pub places: List<ComplaintPlace>,
    /// Further bodies, in the order to turn to them.
    pub steps: Rows<ComplaintStep>,
}

/// The places of Article 77(1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ComplaintPlace {
    /// The country of habitual residence.
    Residence,
    /// The country of work.
    Work,
    /// The country of the alleged infringement.
    Infringement,
}

/// A body to complain to besides the authority.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ComplaintStep {
    /// Its name.
    pub name: Field<String>,
    /// Its page.
    pub url: Field<String>,
    /// When and how. A whole sentence.
    pub text: Field<Phrase>,
}

/// How direct marketing is stopped, Article 21(2) and (3).
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Marketing {
    /// How to opt out; each completes "You can stop it ...": "with the link in each message".
    #[schemars(extend("x-text" = "You can stop it ...", "x-articles" = ["21(2)", "21(3)"]))]
    pub opt_out: List<Phrase>,
    /// Whether it is said that people may opt out at any time.
    pub at_any_time: Field<bool>,
    /// Whether people may opt out even after they gave consent.
    pub despite_consent: Field<bool>,
    /// What is still sent, one row each.
    pub still_sent: Rows<StillSent>,
    /// What is kept so that the wish is respected. A whole sentence.
    #[schemars(extend("x-articles" = ["21(3)"]))]
    pub suppression: Field<Phrase>,
}

/// A message that survives an opt-out.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct StillSent {
    /// What it is. Completes "Even then, we still ...": "send you invoices".
    #[schemars(extend("x-text" = "Even then, we still ..."))]
    pub to: Field<Phrase>,
    /// Whom it concerns, by id of the group.
    pub subject_groups: List<Ref<SubjectGroup>>,
}
