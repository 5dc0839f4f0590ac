//! A transfer to a third country or international organisation (Chapter V).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::decode::{Country, Date, Field, Internal, List, Phrase, Prose};

/// One transfer of a party: where the data go, on what footing, and how to get a copy.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Transfer {
    /// ISO codes of the countries the data go to or are read from.
    #[schemars(extend("x-articles" = ["30(1)(e)", "13(1)(f)", "14(1)(f)"]))]
    pub countries: List<Country>,
    /// The place in words, where countries cannot be named: "outside the EEA".
    /// Completes "Your data may go to recipients ...".
    #[schemars(extend("x-text" = "Your data may go to recipients ..."))]
    pub destination: Field<Phrase>,
    /// International organisation that receives the data.
    #[schemars(extend("x-articles" = ["30(1)(e)", "13(1)(f)"]))]
    pub organisation: Field<String>,
    /// When it happens. Completes "This happens ...", for example "when we share data with our
    /// group companies there".
    #[schemars(extend("x-text" = "This happens ..."))]
    pub when: Field<Phrase>,
    /// How regular the transfer is.
    pub extent: Field<Extent>,
    /// The instruments it rests on.
    #[schemars(extend("x-articles" = ["13(1)(f)", "14(1)(f)", "45", "46", "49"]))]
    pub mechanisms: List<Mechanism>,
    /// Completes "Which of them applies depends on ...", for example "the country".
    #[schemars(extend("x-text" = "Which of them applies depends on ..."))]
    pub depends_on: Field<Phrase>,
    /// How a person gets a copy of the safeguards. Completes "You can get a copy ...".
    #[schemars(extend("x-text" = "You can get a copy ...", "x-articles" = ["13(1)(f)", "14(1)(f)"]))]
    pub copy_from: Field<Phrase>,
    /// Further protection, told to everybody; each completes "We ...".
    #[schemars(extend("x-text" = "We ..."))]
    pub undertakings: List<Phrase>,
    /// The compelling legitimate interests, where Article 49(1) second subparagraph is used.
    /// Completes "Our compelling interest is to ...".
    #[schemars(extend("x-text" = "Our compelling interest is to ...", "x-articles" = ["49(1)"]))]
    pub compelling_interest: Field<Phrase>,
    /// The framework that the recipient takes part in, such as the EU-US Data Privacy Framework.
    pub framework: Field<Framework>,
    /// Module of the standard contractual clauses, 1 to 4.
    #[schemars(extend("x-articles" = ["46(2)(c)"]))]
    pub module: Internal<Field<u32>>,
    /// Day the clauses or the agreement were signed.
    pub signed: Internal<Field<Date>>,
    /// Day the recipient's listing or certification was last looked up.
    pub listing_checked: Internal<Field<Date>>,
    /// The transfer impact assessment.
    #[schemars(extend("x-articles" = ["46"]))]
    pub assessment: Internal<Field<TransferAssessment>>,
    /// Measures that supplement the instrument (EDPB Recommendations 01/2020).
    pub supplementary_measures: Internal<List<Phrase>>,
    /// The documents on suitable safeguards (Article 49(1) second subparagraph, 49(6)).
    #[schemars(extend("x-articles" = ["30(1)(e)", "49(6)"]))]
    pub documents: Internal<List<String>>,
}

/// A framework between the Union and a third country that companies take part in.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Framework {
    /// What it is called. Completes "They take part in ...": "the EU-US Data Privacy Framework".
    #[schemars(extend("x-text" = "They take part in ..."))]
    pub name: Field<Phrase>,
    /// Whether they have certified that they follow its principles.
    pub certified: Field<bool>,
    /// Whether its principles go before what this notice says, where the two conflict.
    pub principles_prevail: Field<bool>,
    /// Its page, with the list of those who take part.
    pub url: Field<String>,
    /// Who takes up complaints. Completes "A complaint that is not resolved can go to ...".
    #[schemars(extend("x-text" = "A complaint that is not resolved can go to ..."))]
    pub dispute_body: Field<Phrase>,
    /// The last step. Completes "As a last step you can ...": "ask a panel for binding arbitration".
    #[schemars(extend("x-text" = "As a last step you can ..."))]
    pub arbitration: Field<Phrase>,
    /// Who enforces it. Completes "They are subject to investigation and enforcement by ...".
    #[schemars(extend("x-text" = "They are subject to investigation and enforcement by ..."))]
    pub regulator: Field<Phrase>,
    /// Whether they stay liable for third parties to whom they pass the data on.
    pub onward_liability: Field<bool>,
}

/// A transfer impact assessment (EDPB Recommendations 01/2020, C-311/18).
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct TransferAssessment {
    /// Day it was made.
    pub date: Field<Date>,
    /// What it found.
    pub result: Field<Prose>,
    /// Where it is kept.
    pub reference: Field<String>,
}

/// How regular a transfer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Extent {
    /// As a rule.
    Always,
    /// Only in limited cases.
    LimitedCases,
    /// Possibly: "Your data may go to ...".
    Possible,
}

/// The instrument a transfer rests on, in the order of Chapter V.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mechanism {
    /// Adequacy decision, Article 45.
    Adequacy,
    /// EU-US Data Privacy Framework: an adequacy decision for listed recipients, Article 45.
    Dpf,
    /// Instrument between public authorities, Article 46(2)(a).
    PublicBodiesInstrument,
    /// Binding corporate rules, Articles 46(2)(b) and 47.
    Bcr,
    /// Standard contractual clauses of the Commission, Article 46(2)(c).
    Scc,
    /// Standard clauses of an authority, Article 46(2)(d).
    SccAuthority,
    /// Approved code of conduct, Article 46(2)(e).
    CodeOfConduct,
    /// Approved certification, Article 46(2)(f).
    Certification,
    /// Ad hoc clauses that an authority authorised, Article 46(3)(a).
    AdHocClauses,
    /// Administrative arrangement between public bodies, Article 46(3)(b).
    AdministrativeArrangement,
    /// Explicit consent, Article 49(1)(a).
    ExplicitConsent,
    /// Contract with the person, Article 49(1)(b).
    ContractWithPerson,
    /// Contract in the person's interest, Article 49(1)(c).
    ContractInInterestOfPerson,
    /// Important reasons of public interest, Article 49(1)(d).
    PublicInterest,
    /// Legal claims, Article 49(1)(e).
    LegalClaims,
    /// Vital interests, Article 49(1)(f).
    VitalInterests,
    /// Public register, Article 49(1)(g).
    PublicRegister,
    /// Compelling legitimate interests, Article 49(1) second subparagraph.
    CompellingLegitimateInterests,
    /// Privacy Shield, annulled on 16 July 2020 (C-311/18): said as what it is.
    PrivacyShield,
    /// Safe Harbour, annulled on 6 October 2015 (C-362/14): said as what it is.
    SafeHarbour,
    /// A bare contractual undertaking, which Chapter V does not know.
    ContractualUndertaking,
}
