//! `notices`: what is told to the public, Articles 12 to 14.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::decode::{Date, Field, Internal, List, Period, Phrase, Prose, Ref, Rows};
use crate::record::activity::Activity;
use crate::record::controller::Controller;
use crate::record::subject_group::SubjectGroup;
use crate::record::waiver::Waiver;

pub use crate::record::layout::{
    Called, DateStyle, GroupHeadings, Headings, ListNumbering, SectionSettings, ShownAs, SpeaksTo, Together,
};
pub use crate::record::right::NoticeRight;
pub use crate::record::section::SectionName;

/// One public notice: whom it speaks to, in which order, with which headings.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Notice {
    /// Its title: "Privacy notice". Required.
    #[schemars(extend("x-articles" = ["12(1)"]))]
    pub title: Field<String>,
    /// The controller that speaks; without it, the default controller.
    #[schemars(extend("x-articles" = ["13(1)(a)", "14(1)(a)"]))]
    pub controller: Field<Ref<Controller>>,
    /// The groups it speaks to, by id; without it, all.
    pub subject_groups: List<Ref<SubjectGroup>>,
    /// The activities it tells of, by id, such as those of one product; without it, all that concern
    /// its groups.
    pub activities: List<Ref<Activity>>,
    /// Day it was last updated.
    #[schemars(extend("x-articles" = ["12(1)"]))]
    pub updated: Field<Date>,
    /// Day it takes effect.
    pub effective: Field<Date>,
    /// Its version: "2.1".
    pub version: Field<String>,
    /// Where it is published.
    pub url: Field<String>,
    /// Opening paragraphs.
    pub introduction: Field<Prose>,
    /// Whether sections speak to each group under a heading of its own, or to "you" (all together).
    pub speaks_to: Field<SpeaksTo>,
    /// What it calls itself: "This policy explains ...".
    pub called: Field<Called>,
    /// How days are written.
    pub date_style: Field<DateStyle>,
    /// How lists of purposes and legal bases are numbered.
    pub list_numbering: Field<ListNumbering>,
    /// Whether files of the public site hold e-mail addresses only with their characters escaped: as
    /// character references in HTML and Markdown, as `\u` escapes in JSON. Browsers, screen readers
    /// and parsers see the address as it is, and it can be copied; programs that search the bytes of
    /// pages for addresses do not find it, those that read pages as browsers do still will.
    pub obfuscate_email: Field<bool>,
    /// How section headings look.
    pub headings: Field<Headings>,
    /// How group headings look.
    pub group_headings: Field<GroupHeadings>,
    /// Sections in their order; without it, the usual order. A section without facts does not
    /// appear.
    pub order: List<SectionName>,
    /// Heading, introduction and grouping per section; keys are names of sections.
    #[schemars(extend("propertyNames" = { "enum": SectionName::ALL.map(SectionName::name) }))]
    pub sections: Rows<SectionSettings>,
    /// The rights it states, in order; without it, the rights that follow from the legal bases.
    #[schemars(extend("x-articles" = ["13(2)(b)", "14(2)(c)", "15", "16", "17", "18", "20", "21", "22"]))]
    pub rights: List<NoticeRight>,
    /// Whether it says that data are not sold to third parties.
    #[schemars(extend("x-articles" = ["13(1)(e)", "14(1)(e)"]))]
    pub data_not_sold: Field<bool>,
    /// Scope: what it covers and what not.
    pub scope: Field<Scope>,
    /// Sites and services of others that it does not cover.
    pub third_parties: Field<ThirdParties>,
    /// What it says about cookies besides the cookies themselves.
    #[schemars(extend("x-articles" = ["5(3) Directive 2002/58/EC"]))]
    pub cookies: Field<CookieControls>,
    /// What it says about security besides the measures.
    pub security: Field<SecurityWords>,
    /// What it says about children.
    #[schemars(extend("x-articles" = ["8"]))]
    pub children: Field<Children>,
    /// How changes are announced.
    #[schemars(extend("x-articles" = ["12(1)", "13(3)"]))]
    pub changes: Field<Changes>,
    /// Terms it defines, one row each.
    pub definitions: Rows<Definition>,
    /// Free statements, each anchored to a section: the only place for prose that has no field.
    pub statements: Rows<Statement>,
    /// Its versions, the latest first: the present one, those before it, and those that are planned. A
    /// notice with versions gets a page that says what changed, and a page for each version whose text is
    /// in `archive/` or in git. A version whose day comes after that of the notice is planned.
    pub versions: List<Version>,
    /// Notes for the register.
    pub note: Internal<Field<Prose>>,
    /// Day this record last changed in substance.
    pub changed: Internal<Field<Date>>,
    /// Findings accepted for a while.
    pub waivers: Internal<List<Waiver>>,
}

/// What a notice covers.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Scope {
    /// What it explains; each completes "This notice explains ...".
    #[schemars(extend("x-text" = "This notice explains ..."))]
    pub explains: List<Phrase>,
    /// What it covers; each completes "It covers ...".
    #[schemars(extend("x-text" = "It covers ..."))]
    pub covers: List<Phrase>,
    /// What it does not cover; each completes "It does not cover ...".
    #[schemars(extend("x-text" = "It does not cover ..."))]
    pub excludes: List<Phrase>,
    /// Whether it says that it covers only processing as a controller.
    pub as_controller_only: Field<bool>,
    /// What readers should do who do not agree with it. A whole sentence.
    pub if_you_disagree: Field<Phrase>,
    /// Other notices that readers may meet, one row each.
    #[schemars(extend("x-articles" = ["12(1)"]))]
    pub other_notices: Rows<OtherNotice>,
}

/// A notice besides this one: that of an employer, or one for a country.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct OtherNotice {
    /// What it is, as a noun phrase: "the privacy notice of your employer", or a link in Markdown.
    pub name: Field<Phrase>,
    /// In which case there is one. Completes "If ...".
    #[schemars(extend("x-text" = "If ..."))]
    pub when: Field<Phrase>,
    /// What holds then.
    pub effect: Field<OtherNoticeEffect>,
    /// Why there is another. Completes "This is because ...".
    #[schemars(extend("x-text" = "This is because ..."))]
    pub because: Field<Phrase>,
    /// Whom to ask about it. A whole sentence.
    pub ask: Field<Phrase>,
}

/// What holds where another notice speaks of the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OtherNoticeEffect {
    /// Both hold.
    AppliesBesides,
    /// The other holds where the two differ.
    Prevails,
}

/// Sites and services of others.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ThirdParties {
    /// What is meant; each completes "This notice does not describe the privacy practices of ...".
    #[schemars(extend("x-text" = "This notice does not describe the privacy practices of ..."))]
    pub not_covered: List<Phrase>,
    /// Links to them. Completes "This also holds where ...".
    #[schemars(extend("x-text" = "This also holds where ..."))]
    pub also_where: Field<Phrase>,
    /// Whether responsibility for them is declined.
    pub no_responsibility: Field<bool>,
    /// What to do. A whole sentence.
    pub advice: Field<Phrase>,
    /// Social media on which there are pages of ours.
    pub social_media: List<String>,
}

/// What a notice says about cookies besides the cookies.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct CookieControls {
    /// What cookies are. Whole sentences.
    pub explanation: Field<Prose>,
    /// How people are asked. A whole sentence: "On your first visit a banner asks for your consent."
    #[schemars(extend("x-articles" = ["5(3) Directive 2002/58/EC", "7"]))]
    pub asked: Field<Phrase>,
    /// How the choice is changed. Completes "You can change your choice at any time ...".
    #[schemars(extend("x-text" = "You can change your choice at any time ...", "x-articles" = ["7(3)"]))]
    pub change_choice: Field<Phrase>,
    /// How a browser helps. A whole sentence.
    pub browser: Field<Phrase>,
    /// A separate cookie notice, as a link in Markdown or a title.
    pub separate_notice: Field<Phrase>,
}

/// What a notice says about security besides the measures.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SecurityWords {
    /// What readers must do; each completes "You are responsible for ...".
    #[schemars(extend("x-text" = "You are responsible for ..."))]
    pub duties: Rows<Duty>,
    /// What readers should do; each completes "We encourage you to ...".
    #[schemars(extend("x-text" = "We encourage you to ..."))]
    pub advice: Rows<Duty>,
    /// Who is told of a breach, and when. A whole sentence.
    #[schemars(extend("x-articles" = ["33", "34"]))]
    pub breach: Field<Phrase>,
    /// That nothing is perfectly secure. A whole sentence.
    pub disclaimer: Field<Phrase>,
    /// Where more is said about security: the address of a page.
    pub more_at: Field<String>,
}

/// A duty of, or advice to, some readers.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Duty {
    /// What it is, in the words that the table's documentation gives.
    pub text: Field<Phrase>,
    /// Whom it concerns, by id of the group; without it, everybody.
    pub subject_groups: List<Ref<SubjectGroup>>,
}

/// What a notice says about children.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Children {
    /// The age below which this section speaks.
    #[schemars(extend("x-articles" = ["8(1)"]))]
    pub age: Field<u32>,
    /// What holds below that age.
    pub stance: Field<Stance>,
    /// How the consent of parents is checked. A whole sentence.
    #[schemars(extend("x-articles" = ["8(2)"]))]
    pub consent: Field<Phrase>,
    /// What happens with data collected all the same. A whole sentence.
    pub treatment: Field<Phrase>,
    /// What they or their parents should do. A whole sentence.
    pub advice: Field<Phrase>,
}

/// What holds for children.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// The service is not meant for them.
    NotForChildren,
    /// No data are collected from them knowingly.
    NotKnowingly,
    /// With the consent of a parent or guardian.
    WithParentalConsent,
}

/// How changes are announced.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Changes {
    /// Whether the right to change the notice is reserved.
    pub reserved: Field<bool>,
    /// How updates are made. Completes "We update this notice ...": "by publishing a new version on
    /// our web site".
    #[schemars(extend("x-text" = "We update this notice ..."))]
    pub published: Field<Phrase>,
    /// How material changes are announced. Completes "If we plan a material change, we tell you ...".
    #[schemars(extend("x-text" = "If we plan a material change, we tell you ..."))]
    pub material: Field<Phrase>,
    /// The least time between the day on which a material change is announced and the day on which it takes
    /// effect, as `material` promises it in words. `ropa diff --deny material` asks for it; without it, for a
    /// day.
    pub announced: Internal<Field<Period>>,
    /// When changes take effect. Completes "Changes take effect ...".
    #[schemars(extend("x-text" = "Changes take effect ..."))]
    pub effective: Field<Phrase>,
    /// What comes before data are used for a purpose that the notice does not list. Completes
    /// "Before we use your data for a purpose that is not listed here, we ...": "tell you about it".
    #[schemars(extend(
        "x-text" = "Before we use your data for a purpose that is not listed here, we ...",
        "x-articles" = ["13(3)", "14(4)"]
    ))]
    pub new_purposes: Field<Phrase>,
    /// What readers should do. A whole sentence.
    pub advice: Field<Phrase>,
    /// What going on using the service means. A whole sentence.
    pub continued_use: Field<Phrase>,
}

/// A term and its meaning.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Definition {
    /// The term.
    pub term: Field<String>,
    /// Its meaning. Completes "... means ...".
    #[schemars(extend("x-text" = "... means ..."))]
    pub meaning: Field<Phrase>,
}

/// A free statement anchored to a section.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Statement {
    /// The section it stands in.
    pub section: Field<SectionName>,
    /// Whole sentences.
    pub text: Field<Prose>,
    /// What kind of statement it is, for the register.
    pub kind: Internal<Field<StatementKind>>,
    /// Whom it concerns, by id of the group; without it, everybody.
    pub subject_groups: List<Ref<SubjectGroup>>,
}

/// Kinds of free statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StatementKind {
    /// We bind ourselves.
    Commitment,
    /// We limit what we answer for.
    Disclaimer,
    /// The reader must do something.
    Duty,
    /// We bind ourselves for the future.
    Undertaking,
    /// We explain something.
    Explanation,
    /// We advise something.
    Advice,
}

/// A version of a notice.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Version {
    /// Its version: "2.0".
    pub version: Field<String>,
    /// Day on which it was published, as `updated` of the notice said then. It names the page of the
    /// version and its file in the registry, `archive/NOTICE/2026-01-31.json`.
    pub updated: Field<Date>,
    /// Day it took or takes effect.
    pub effective: Field<Date>,
    /// What changed. Whole sentences.
    pub summary: Field<Prose>,
    /// Where it can be read besides, such as where it was published before.
    pub url: Field<String>,
    /// Git revision or tag that holds it, or a day: the last commit on it. The text is read from there
    /// where `archive/` has none.
    pub revision: Internal<Field<String>>,
}
