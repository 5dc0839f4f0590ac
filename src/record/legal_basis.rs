//! `legal-bases`: a ground of Article 6 as this organisation uses it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::decode::{Article6, Article9, Date, Field, Internal, Jurisdiction, List, Phrase, Prose};
use crate::record::waiver::Waiver;

/// One ground of Article 6(1), as this organisation uses it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct LegalBasis {
    /// What the register calls this basis: "Contract with the customer". Required.
    pub title: Internal<Field<String>>,
    /// The ground: `"6(1)(a)"` to `"6(1)(f)"`.
    #[schemars(extend("x-articles" = ["6(1)", "13(1)(c)", "14(1)(c)"]))]
    pub article: Field<Article6>,
    /// The conditions of Article 9(2) relied on besides, such as `"9(2)(a)"`.
    #[schemars(extend("x-articles" = ["9(2)"]))]
    pub article_9: List<Article9>,
    /// How far the basis reaches: in some cases, only for some of the data.
    pub extent: Field<BasisExtent>,
    /// Cases in which it is used; each completes "for example ...".
    #[schemars(extend("x-text" = "for example ..."))]
    pub examples: List<Phrase>,
    /// For 6(1)(b): which contract or request. Completes "The processing is necessary to ...", for
    /// example "perform our contract with you".
    #[schemars(extend("x-text" = "The processing is necessary to ...", "x-articles" = ["6(1)(b)"]))]
    pub contract: Field<Phrase>,
    /// For 6(1)(c) and (e): what the law requires or the task is. Completes "We must ...".
    #[schemars(extend("x-text" = "We must ...", "x-articles" = ["6(1)(c)", "6(1)(e)", "6(3)"]))]
    pub obligation: Field<Phrase>,
    /// For 6(1)(c) and (e), 9(2) and 10: the laws relied on.
    #[schemars(extend("x-articles" = ["6(3)", "9(2)", "10"]))]
    pub laws: List<Law>,
    /// For 6(1)(f): the interests; each completes "Our interest is to ...".
    #[schemars(extend("x-text" = "Our interest is to ...", "x-articles" = ["6(1)(f)", "13(1)(d)", "14(2)(b)"]))]
    pub interests: List<Phrase>,
    /// For 6(1)(f): whose interest it is, where it is not only ours: "our customers".
    #[schemars(extend("x-articles" = ["13(1)(d)", "14(2)(b)"]))]
    pub interest_of: Field<Phrase>,
    /// For 6(1)(d): whose life or health is at stake. Completes "It protects ...".
    #[schemars(extend("x-text" = "It protects ...", "x-articles" = ["6(1)(d)"]))]
    pub vital_interest: Field<Phrase>,
    /// For 6(1)(a): what is asked, proven and withdrawn, and how.
    #[schemars(extend("x-articles" = ["7"]))]
    pub consent: Field<Consent>,
    /// For 6(1)(f): the balancing test.
    #[schemars(extend("x-articles" = ["6(1)(f)", "5(2)"]))]
    pub assessment: Internal<Field<Assessment>>,
    /// Notes for the register.
    pub note: Internal<Field<Prose>>,
    /// Day this record last changed in substance.
    pub changed: Internal<Field<Date>>,
    /// Findings accepted for a while.
    pub waivers: Internal<List<Waiver>>,
}

/// A law that an obligation, a task or a time limit rests on, Article 6(3).
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Law {
    /// The act: "Accounting Act (1336/1997)".
    #[schemars(extend("x-articles" = ["6(3)"]))]
    pub act: Field<Phrase>,
    /// Where in the act: "chapter 2, section 10".
    pub article: Field<Phrase>,
    /// ISO code of the country, or `EU` for Union law.
    pub country: Field<Jurisdiction>,
}

/// How consent is obtained and taken back, Article 7.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Consent {
    /// What the person agrees to. Completes "You agree that we ...".
    #[schemars(extend("x-text" = "You agree that we ..."))]
    pub to: Field<Phrase>,
    /// How it is withdrawn. Completes "You can withdraw your consent ...", for example "with the
    /// link at the end of each newsletter".
    #[schemars(extend("x-text" = "You can withdraw your consent ...", "x-articles" = ["7(3)", "13(2)(c)"]))]
    pub withdraw: Field<Phrase>,
    /// How it is asked: the form, the words, the place.
    #[schemars(extend("x-articles" = ["7(2)"]))]
    pub asked: Internal<Field<Prose>>,
    /// How it can be proven: who, when, which text.
    #[schemars(extend("x-articles" = ["7(1)"]))]
    pub proof: Internal<Field<Prose>>,
}

/// The balancing test of legitimate interests (C-13/16, WP217).
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Assessment {
    /// Day it was made or last looked at.
    pub date: Field<Date>,
    /// Why lighter means do not do.
    pub necessity: Field<Prose>,
    /// What was weighed, and the outcome.
    pub result: Field<Prose>,
    /// Where it is kept.
    pub reference: Field<String>,
}

/// How far a basis reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum BasisExtent {
    /// For everything that names it (the default).
    Always,
    /// In some cases only.
    SomeCases,
    /// As the main basis beside others.
    Primarily,
}
