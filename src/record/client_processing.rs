//! `client-processing`: what we process for others, Article 30(2).

use schemars::JsonSchema;
use serde::Deserialize;

use crate::decode::{Date, Field, Internal, List, Phrase, Prose, Ref, Rows, Stated};
use crate::record::address::Address;
use crate::record::controller::Controller;
use crate::record::data_category::DataCategory;
use crate::record::processor::Processor;
use crate::record::security_measure::SecurityMeasure;
use crate::record::subject_group::SubjectGroup;
use crate::record::transfer::Transfer;
use crate::record::waiver::Waiver;

/// Processing that we do as a processor for others, Article 30(2).
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ClientProcessing {
    /// What the register calls it: "Hosting for customers". Required.
    pub title: Internal<Field<String>>,
    /// The data, for the notice. Completes "For ... we are a processor": "the data you store in
    /// our service".
    #[schemars(extend("x-text" = "For ... we act as a processor."))]
    pub data: Field<Phrase>,
    /// On whose behalf. Completes "We act on behalf of ...": "our customers".
    #[schemars(extend("x-text" = "We act on behalf of ..."))]
    pub on_behalf_of: Field<Phrase>,
    /// Who the controller is. Completes "The controller is ...": "our customer or our customer's
    /// own customer".
    #[schemars(extend("x-text" = "The controller is ..."))]
    pub controller_is: Field<Phrase>,
    /// Whom people should ask. A whole sentence.
    pub ask: Field<Phrase>,
    /// The groups whose notice says so.
    pub subject_groups: List<Ref<SubjectGroup>>,
    /// Which of our companies is the processor, by id; without it, the default controller.
    #[schemars(extend("x-articles" = ["30(2)(a)"]))]
    pub processor: Internal<Field<Ref<Controller>>>,
    /// The clients, or one class of them with a pointer to the list.
    #[schemars(extend("x-articles" = ["30(2)(a)"]))]
    pub clients: Internal<Rows<Client>>,
    /// Categories of processing, each a noun phrase: "storage", "backup".
    #[schemars(extend("x-articles" = ["30(2)(b)"]))]
    pub processing: Internal<List<Phrase>>,
    /// Data categories that are concerned as far as we know, by id.
    pub categories: Internal<List<Ref<DataCategory>>>,
    /// Sub-processors, by id.
    #[schemars(extend("x-articles" = ["28(2)", "28(4)"]))]
    pub sub_processors: Internal<List<Ref<Processor>>>,
    /// Transfers to third countries, one row each.
    #[schemars(extend("x-articles" = ["30(2)(c)"]))]
    pub transfers: Internal<Rows<Transfer>>,
    /// Said on purpose: that there are no transfers, and why.
    #[schemars(extend("x-articles" = ["30(2)(c)"]))]
    pub no_transfers: Internal<Field<Stated>>,
    /// Measures, by id.
    #[schemars(extend("x-articles" = ["30(2)(d)"]))]
    pub security: Internal<List<Ref<SecurityMeasure>>>,
    /// Who answers for it: a role.
    pub owner: Internal<Field<String>>,
    /// Notes for the register.
    pub note: Internal<Field<Prose>>,
    /// Day this record last changed in substance.
    pub changed: Internal<Field<Date>>,
    /// Findings accepted for a while.
    pub waivers: Internal<List<Waiver>>,
}

impl ClientProcessing {
    /// Takes every other client out.
    pub fn keep_client(&mut self, client: &str) {
        self.clients.internal_mut().retain(|row| row.key.name == client);
    }
}

/// A client, or a class of clients, Article 30(2)(a).
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Client {
    /// The client's name, or the class: "All hosting customers".
    pub name: Field<String>,
    /// Where the full list is kept, for a class.
    pub list: Field<String>,
    /// Its postal address.
    pub address: Field<Address>,
    /// Whom we write to.
    pub contact: Field<String>,
    /// Its representative under Article 27.
    pub representative: Field<String>,
    /// Its data protection officer.
    pub dpo: Field<String>,
    /// The data processing agreement.
    pub contract: Field<String>,
}
