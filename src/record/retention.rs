//! `retention`: how long data are kept, Articles 5(1)(e), 13(2)(a) and 30(1)(f).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::decode::{Date, Field, Internal, List, Period, Phrase, Prose, Ref};
use crate::record::legal_basis::{Law, LegalBasis};
use crate::record::waiver::Waiver;

/// A rule on how long data are kept: a period, the event it runs from, criteria, or stages.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Retention {
    /// What the register calls the rule: "Accounting records". Required.
    pub title: Internal<Field<String>>,
    /// Calendar period as ISO 8601, such as `P6Y`, `P18M` or `P90D`.
    #[schemars(extend("x-articles" = ["13(2)(a)", "14(2)(a)", "30(1)(f)"]))]
    pub period: Field<Period>,
    /// The event the period runs from. Completes "... after ...": "the end of the financial year".
    #[schemars(extend("x-text" = "We keep them for six years after ...", "x-articles" = ["13(2)(a)"]))]
    pub from: Field<Phrase>,
    /// The first stage. Completes "We keep them while ...": "you are our customer".
    #[schemars(extend("x-text" = "We keep them while ...", "x-articles" = ["13(2)(a)"]))]
    pub r#while: Field<Phrase>,
    /// The next stage, after `while`; each completes "After that we keep what we need to ...".
    #[schemars(extend("x-text" = "After that we keep what we need to ...", "x-articles" = ["13(2)(a)"]))]
    pub afterwards: List<Phrase>,
    /// What the time depends on, where there is no period; each completes "How long depends on ...".
    #[schemars(extend("x-text" = "How long depends on ...", "x-articles" = ["13(2)(a)", "14(2)(a)"]))]
    pub criteria: List<Phrase>,
    /// What keeps data longer; each completes "We keep them longer if ...".
    #[schemars(extend("x-text" = "We keep them longer if ..."))]
    pub longer_if: List<Phrase>,
    /// What ends it sooner; each completes "We delete them sooner if ...".
    #[schemars(extend("x-text" = "We delete them sooner if ..."))]
    pub sooner_if: List<Phrase>,
    /// A limit that always holds. Completes "We never keep data longer than ...".
    #[schemars(extend("x-text" = "We never keep data longer than ...", "x-articles" = ["5(1)(e)"]))]
    pub limit: Field<Phrase>,
    /// Whether the rule holds typically, or always (the default).
    pub typically: Field<bool>,
    /// The bases it holds for, by id, where it depends on them: "We keep your data, where their
    /// processing rests on ..., ...".
    #[schemars(extend("x-text" = "... where their processing rests on ..."))]
    pub legal_bases: List<Ref<LegalBasis>>,
    /// What happens at the end.
    #[schemars(extend("x-articles" = ["30(1)(f)"]))]
    pub then: Field<Disposal>,
    /// How that is done. Completes "Then we erase them ...": "securely", "in accordance with the law".
    #[schemars(extend("x-text" = "Then we erase them ..."))]
    pub then_how: Field<Phrase>,
    /// Regular review in place of or besides a period. Completes "We ...": "review the prospect
    /// database regularly".
    #[schemars(extend("x-text" = "We ...", "x-articles" = ["5(1)(e)"]))]
    pub review: Field<Phrase>,
    /// What people can do themselves. A whole sentence: "You can delete cookies in your browser."
    pub own_control: Field<Phrase>,
    /// The laws that fix the time.
    #[schemars(extend("x-articles" = ["6(3)", "30(1)(f)"]))]
    pub laws: List<Law>,
    /// Why this time and not less. Completes "We need them this long to ...".
    #[schemars(extend("x-text" = "We need them this long to ..."))]
    pub reason: Field<Phrase>,
    /// How and by whom deletion is done.
    pub procedure: Internal<Field<Prose>>,
    /// Who answers for deletion: a role.
    pub owner: Internal<Field<String>>,
    /// Notes for the register.
    pub note: Internal<Field<Prose>>,
    /// Day this record last changed in substance.
    pub changed: Internal<Field<Date>>,
    /// Findings accepted for a while.
    pub waivers: Internal<List<Waiver>>,
}

/// What happens to data when their time is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Disposal {
    /// They are erased.
    Erase,
    /// They are made anonymous.
    Anonymise,
    /// They go to an archive.
    Archive,
    /// Somebody looks at them and decides.
    Review,
}
