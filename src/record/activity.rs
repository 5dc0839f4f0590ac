//! `activities`: processing activities, Article 30(1).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::decode::{Date, Field, Internal, List, PartyRef, Phrase, Prose, Ref, RowRef, Rows, SourceRef, Stated};
use crate::record::controller::Controller;
use crate::record::data_category::DataCategory;
use crate::record::legal_basis::LegalBasis;
use crate::record::profiling::{AutomatedDecisions, Profiling};
use crate::record::retention::Retention;
use crate::record::security_measure::SecurityMeasure;
use crate::record::subject_group::SubjectGroup;
use crate::record::system::System;
use crate::record::waiver::Waiver;

/// A processing activity: a matrix of purposes, data rows and disclosures, Article 30(1).
///
/// Tables that many activities leave out stand behind boxes, so that a large register stays small.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Activity {
    /// What the register calls the activity: "Customer accounts". Required.
    pub title: Internal<Field<String>>,
    /// One sentence on what happens, for the register.
    pub summary: Internal<Field<Prose>>,
    /// The controllers, by id; several are joint controllers. Without it, the default controller.
    #[schemars(extend("x-articles" = ["26", "30(1)(a)"]))]
    pub controllers: List<Ref<Controller>>,
    /// The arrangement between joint controllers.
    #[schemars(extend("x-articles" = ["26"]))]
    pub joint_arrangement: Field<Box<JointArrangement>>,
    /// Position among the activities in notices; activities without one follow in order of id.
    pub order: Field<i64>,
    /// The groups of people concerned, by id.
    #[schemars(extend("x-articles" = ["30(1)(c)"]))]
    pub subject_groups: List<Ref<SubjectGroup>>,
    /// What the data are used for, one row per purpose.
    #[schemars(extend("x-articles" = ["13(1)(c)", "14(1)(c)", "30(1)(b)"]))]
    pub purposes: Rows<Purpose>,
    /// Which data, of whom, from where, for how long; one row per equal answer.
    #[schemars(extend("x-articles" = ["30(1)(c)", "13(2)(a)", "14(1)(d)"]))]
    pub data: Rows<DataRow>,
    /// Who gets what, and why; one row per circumstance.
    #[schemars(extend("x-articles" = ["13(1)(e)", "14(1)(e)", "30(1)(d)"]))]
    pub disclosures: Rows<Disclosure>,
    /// Said on purpose: that nobody receives the data, and why.
    #[schemars(extend("x-articles" = ["30(1)(d)"]))]
    pub no_disclosures: Field<Stated>,
    /// Retention rules of the activity, by id; data rows may have their own.
    #[schemars(extend("x-articles" = ["13(2)(a)", "14(2)(a)", "30(1)(f)"]))]
    pub retention: List<Ref<Retention>>,
    /// Measures, by id.
    #[schemars(extend("x-articles" = ["30(1)(g)", "32"]))]
    pub security: List<Ref<SecurityMeasure>>,
    /// Where the data are kept, by id.
    pub systems: List<Ref<System>>,
    /// Profiling, or that there is none.
    #[schemars(extend("x-articles" = ["4(4)", "13(2)(f)"]))]
    pub profiling: Field<Box<Profiling>>,
    /// Solely automated decisions, or that there are none.
    #[schemars(extend("x-articles" = ["22", "13(2)(f)", "14(2)(g)"]))]
    pub automated_decisions: Field<Box<AutomatedDecisions>>,
    /// Keeps the whole activity out of notices, with the article and the reason.
    #[schemars(extend("x-articles" = ["13(4)", "14(5)"]))]
    pub notice_exemption: Internal<Field<NoticeExemption>>,
    /// Whether a data protection impact assessment is needed, and the one made.
    #[schemars(extend("x-articles" = ["35"]))]
    pub dpia: Internal<Field<Box<Dpia>>>,
    /// Who answers for the activity: a role, not a person.
    pub owner: Internal<Field<String>>,
    /// Day the processing began.
    pub started: Internal<Field<Date>>,
    /// Day it ended or will end.
    pub ended: Internal<Field<Date>>,
    /// Day somebody last checked this record against what is really done.
    #[schemars(extend("x-articles" = ["5(2)", "24"]))]
    pub reviewed: Internal<Field<Date>>,
    /// Day of the next check.
    pub next_review: Internal<Field<Date>>,
    /// Notes for the register.
    pub note: Internal<Field<Prose>>,
    /// Day this record last changed in substance.
    pub changed: Internal<Field<Date>>,
    /// Findings accepted for a while.
    pub waivers: Internal<List<Waiver>>,
}

/// One purpose and the bases it rests on, Articles 5(1)(b) and 13(1)(c).
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Purpose {
    /// The purpose. Completes "We use your data to ...": "deliver the services you order".
    #[schemars(extend("x-text" = "We use your data to ...", "x-articles" = ["13(1)(c)", "14(1)(c)", "30(1)(b)"]))]
    pub title: Field<Phrase>,
    /// What it includes; each completes "This includes that we ...": "take payments".
    #[schemars(extend("x-text" = "This includes that we ..."))]
    pub includes: List<Phrase>,
    /// The legal bases, by id.
    #[schemars(extend("x-articles" = ["6(1)", "13(1)(c)", "14(1)(c)"]))]
    pub legal_bases: List<Ref<LegalBasis>>,
    /// The groups concerned; without it, those of the activity.
    pub subject_groups: List<Ref<SubjectGroup>>,
    /// The data used, by id of the category; without it, all of the activity.
    pub categories: List<Ref<DataCategory>>,
    /// When it applies. Completes "if ...".
    #[schemars(extend("x-text" = "... if ..."))]
    pub condition: Field<Phrase>,
    /// How less or no personal data are used. A whole sentence.
    #[schemars(extend("x-articles" = ["5(1)(c)"]))]
    pub minimisation: Field<Phrase>,
    /// Whether it is direct marketing, so that the right to object is absolute.
    #[schemars(extend("x-articles" = ["21(2)", "21(3)"]))]
    pub direct_marketing: Field<bool>,
    /// Notes for the register.
    pub note: Internal<Field<Prose>>,
}

/// A row of the matrix: categories of data, of whom, from where, for how long.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct DataRow {
    /// The categories of data, by id.
    #[schemars(extend("x-articles" = ["30(1)(c)", "14(1)(d)"]))]
    pub categories: List<Ref<DataCategory>>,
    /// The groups concerned; without it, those of the activity.
    #[schemars(extend("x-articles" = ["30(1)(c)"]))]
    pub subject_groups: List<Ref<SubjectGroup>>,
    /// Where the data come from: ids of sources and other parties, or the reserved words
    /// `data-subject` (the person), `observed` (cookies, logs, behaviour) and `derived`.
    #[schemars(extend("x-articles" = ["14(2)(f)"]))]
    pub sources: List<SourceRef>,
    /// The one of `sources` that most of the data come from.
    pub main_source: Field<SourceRef>,
    /// When the person gives them; each completes "You give us these data ...": "when you sign up".
    #[schemars(extend("x-text" = "You give us these data ..."))]
    pub given_when: List<Phrase>,
    /// When they are observed; each completes "We record these data ...": "when you open a newsletter".
    #[schemars(extend("x-text" = "We record these data ..."))]
    pub observed_when: List<Phrase>,
    /// The purposes they serve, by key of the activity's purposes; without it, all. A notice tells
    /// it with the purposes: "For this we use ...".
    pub purposes: List<RowRef>,
    /// The bases on which these data are processed, by id, where they differ from those of the purposes.
    #[schemars(extend("x-text" = "The legal basis for ... is ...", "x-articles" = ["6(1)", "13(1)(c)", "14(1)(c)"]))]
    pub legal_bases: List<Ref<LegalBasis>>,
    /// What they are combined with; each completes "We combine these data with ...": "what you
    /// tell us on the telephone".
    #[schemars(extend("x-text" = "We combine these data with ..."))]
    pub combined_with: List<Phrase>,
    /// What decides which of them are processed. Completes "Which of these data we process depends
    /// on ...": "how you use our services".
    #[schemars(extend("x-text" = "Which of these data we process depends on ..."))]
    pub depends_on: Field<Phrase>,
    /// Whether the person must give them.
    #[schemars(extend("x-articles" = ["13(2)(e)"]))]
    pub required: Field<Required>,
    /// What follows if they are not given. A whole sentence: "We cannot open an account."
    #[schemars(extend("x-articles" = ["13(2)(e)"]))]
    pub if_refused: Field<Phrase>,
    /// When they are processed at all. Completes "if ...".
    #[schemars(extend("x-text" = "... if ..."))]
    pub condition: Field<Phrase>,
    /// Retention rules, by id; without it, those of the activity.
    #[schemars(extend("x-articles" = ["13(2)(a)", "14(2)(a)", "30(1)(f)"]))]
    pub retention: List<Ref<Retention>>,
    /// Keeps the row out of notices, with the article and the reason.
    #[schemars(extend("x-articles" = ["13(4)", "14(5)"]))]
    pub notice_exemption: Internal<Field<NoticeExemption>>,
    /// Notes for the register.
    pub note: Internal<Field<Prose>>,
}

/// Whether and why a person must give data, Article 13(2)(e).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Required {
    /// The law requires it.
    Statute,
    /// A contract requires it.
    Contract,
    /// It is needed to enter into a contract.
    ToEnterContract,
    /// The person is free not to.
    Voluntary,
}

/// A circumstance in which others receive data, Articles 13(1)(e) and 30(1)(d).
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Disclosure {
    /// The circumstance, as a heading in the notice: "Legal compliance". Rows with the same
    /// heading stand together.
    pub heading: Field<Phrase>,
    /// Who receives the data, by id.
    #[schemars(extend("x-articles" = ["13(1)(e)", "14(1)(e)", "30(1)(d)"]))]
    pub recipients: List<PartyRef>,
    /// The groups concerned; without it, those of the activity.
    pub subject_groups: List<Ref<SubjectGroup>>,
    /// The data disclosed, by id of the category; without it, all of the activity.
    #[schemars(extend("x-articles" = ["30(1)(d)"]))]
    pub categories: List<Ref<DataCategory>>,
    /// The activity's purposes that it serves, by key; without it, all. A notice tells them where
    /// neither `purpose` nor `cases` says what the disclosure is for.
    pub purposes: List<RowRef>,
    /// What for; each completes "... to ...": "take card payments".
    #[schemars(extend("x-text" = "We share data with them to ...", "x-articles" = ["13(1)(e)"]))]
    pub purpose: List<Phrase>,
    /// In which cases; each completes "... if ...": "a court orders it".
    #[schemars(extend("x-text" = "We share data with them if ..."))]
    pub cases: List<Phrase>,
    /// Whether it possibly happens, and not always: "We may share ...".
    pub possible: Field<bool>,
    /// The legal bases of the disclosure where they differ from the purposes', by id.
    pub legal_bases: List<Ref<LegalBasis>>,
    /// Whether only what is necessary is disclosed.
    #[schemars(extend("x-articles" = ["5(1)(c)"]))]
    pub only_necessary: Field<bool>,
    /// Whether people are told before.
    pub told_before: Field<ToldBefore>,
    /// Whether it happens only with explicit consent.
    pub explicit_consent: Field<bool>,
    /// How that consent is taken back. Completes "You can withdraw it ...".
    #[schemars(extend("x-text" = "You can withdraw it ..."))]
    pub withdraw: Field<Phrase>,
    /// What the recipients are bound to here; each completes "They must ...".
    #[schemars(extend("x-text" = "They must ..."))]
    pub commitments: List<Phrase>,
    /// Notes for the register.
    pub note: Internal<Field<Prose>>,
}

/// Whether people hear of a disclosure before it happens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ToldBefore {
    /// Always.
    Always,
    /// Where possible.
    WherePossible,
    /// Not.
    No,
}

/// The arrangement between joint controllers, Article 26.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct JointArrangement {
    /// Its essence, told to everybody. Whole sentences.
    #[schemars(extend("x-articles" = ["26(2)"]))]
    pub essence: Field<Prose>,
    /// Who answers requests. Completes "You can turn to ...".
    #[schemars(extend("x-text" = "You can turn to ...", "x-articles" = ["26(1)"]))]
    pub contact: Field<Phrase>,
    /// Day it was agreed.
    pub signed: Internal<Field<Date>>,
    /// Where it is kept.
    pub reference: Internal<Field<String>>,
}

/// Why something is kept out of notices, Articles 13(4) and 14(5).
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct NoticeExemption {
    /// The exemption, such as `14(5)(b)`.
    pub article: Field<String>,
    /// Why it applies.
    pub reason: Field<Prose>,
}

/// Data protection impact assessment, Article 35.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Dpia {
    /// Whether one is needed.
    pub needed: Field<bool>,
    /// Which of the nine criteria of WP248 apply.
    pub criteria: List<String>,
    /// Why it is or is not needed.
    pub reason: Field<Prose>,
    /// Day it was made.
    pub date: Field<Date>,
    /// Day of its next review, Article 35(11).
    pub next_review: Field<Date>,
    /// Its outcome.
    pub result: Field<Prose>,
    /// What the data protection officer advised, Article 35(2).
    pub dpo_advice: Field<Prose>,
    /// Where it is kept.
    pub reference: Field<String>,
}
