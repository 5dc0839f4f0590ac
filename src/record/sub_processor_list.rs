//! `sub-processor-lists`: what we publish about our sub-processors, Article 28(2).

use schemars::JsonSchema;
use serde::Deserialize;

use crate::decode::{Date, Field, Internal, List, Period, Phrase, Prose, Ref, Rows};
use crate::record::client_processing::ClientProcessing;
use crate::record::controller::Controller;
use crate::record::processor::Processor;
use crate::record::waiver::Waiver;

/// A public list of the sub-processors that we engage for clients, and of its changes, Article 28(2).
///
/// Only what stands in such a list is published: the sub-processors of `client-processing` stay
/// inside.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SubProcessorList {
    /// Its title: "Sub-processors". It names the page and the feed: `sub-processors.html`. Required.
    pub title: Field<String>,
    /// Which of our companies engages them, by id; without it, the default controller.
    pub processor: Field<Ref<Controller>>,
    /// The client processing it holds for, by id.
    #[schemars(extend("x-articles" = ["28(2)"]))]
    pub client_processing: Internal<List<Ref<ClientProcessing>>>,
    /// Where the page is published. The feed needs it: without it, there is none.
    pub url: Field<String>,
    /// Day it was last updated.
    pub updated: Field<Date>,
    /// Opening paragraphs.
    pub introduction: Field<Prose>,
    /// How long before it begins a new engagement is announced: `"P30D"`.
    pub notice_period: Field<Period>,
    /// How clients object. Completes "You can object to a change ...": "by e-mail to ...".
    #[schemars(extend("x-text" = "You can object to a change ..."))]
    pub objection: Field<Phrase>,
    /// The sub-processors, those of the past included; one row for each time one is engaged.
    #[schemars(extend("x-articles" = ["28(2)", "28(4)"]))]
    pub engagements: Rows<Engagement>,
    /// Who answers for it: a role.
    pub owner: Internal<Field<String>>,
    /// Notes for the register.
    pub note: Internal<Field<Prose>>,
    /// Day this record last changed in substance.
    pub changed: Internal<Field<Date>>,
    /// Findings accepted for a while.
    pub waivers: Internal<List<Waiver>>,
}

/// A sub-processor that is, was or will be engaged. Name, country and transfers come from its record.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Engagement {
    /// Who, by id.
    #[schemars(extend("x-articles" = ["28(2)"]))]
    pub processor: Field<Ref<Processor>>,
    /// What it does for our clients, each a noun phrase; without it, its `services`.
    pub purpose: List<Phrase>,
    /// What a transfer to it rests on, as a noun phrase; without it, the mechanisms of its
    /// `transfers`.
    pub safeguard: Field<Phrase>,
    /// Day on which it was announced. Those who were there from the start were not.
    #[schemars(extend("x-articles" = ["28(2)"]))]
    pub announced: Field<Date>,
    /// Day from which it is engaged.
    #[schemars(extend("x-articles" = ["28(2)"]))]
    pub since: Field<Date>,
    /// Day on which its end was announced.
    pub end_announced: Field<Date>,
    /// Day from which it is engaged no more.
    pub until: Field<Date>,
    /// Notes for the register.
    pub note: Internal<Field<Prose>>,
}
