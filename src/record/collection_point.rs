//! `collection-points`: where people are asked for data, Article 13(1): a form, a call, a camera.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::decode::{Date, Field, Internal, List, Phrase, Prose, Ref, Rows};
use crate::record::activity::Activity;
use crate::record::data_category::DataCategory;
use crate::record::notice::Notice;
use crate::record::subject_group::SubjectGroup;
use crate::record::waiver::Waiver;

/// A place where data are collected from people, and its short notice, Article 13(1).
///
/// The short notice is composed from the activities; it leads to the whole notice, as the layers of
/// WP260 do.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct CollectionPoint {
    /// What it is called: "Newsletter form". It names its files: `newsletter-form.fragment.html`.
    /// Required.
    pub title: Field<String>,
    /// How it collects data, which decides in which words the short notice speaks.
    pub kind: Field<Medium>,
    /// The activities it collects data for, by id.
    #[schemars(extend("x-articles" = ["13(1)(c)", "30(1)(b)"]))]
    pub activities: List<Ref<Activity>>,
    /// Who meets it, by id of the group; without it, the groups of its activities.
    pub subject_groups: List<Ref<SubjectGroup>>,
    /// What it collects, one row for each thing that is asked or recorded.
    #[schemars(extend("x-articles" = ["5(1)(c)", "13(1)", "13(2)(e)"]))]
    pub collects: Rows<Collected>,
    /// The notice that its short notice leads to; without it, the only notice of the registry.
    #[schemars(extend("x-articles" = ["12(1)", "13"]))]
    pub notice: Field<Ref<Notice>>,
    /// How people get the whole notice where they cannot follow a link. Completes "You get all of
    /// it ...": "at our reception".
    #[schemars(extend("x-text" = "You get all of it ...", "x-articles" = ["12(1)"]))]
    pub notice_from: Field<Phrase>,
    /// Whole sentences before the short notice, such as the first words of a call.
    pub introduction: Field<Prose>,
    /// Where it is: an address, the number of a form, a door.
    pub location: Internal<Field<String>>,
    /// Who answers for it: a role.
    pub owner: Internal<Field<String>>,
    /// Day somebody last compared this record with what is really asked there.
    pub reviewed: Internal<Field<Date>>,
    /// Notes for the register.
    pub note: Internal<Field<Prose>>,
    /// Day this record last changed in substance.
    pub changed: Internal<Field<Date>>,
    /// Findings accepted for a while.
    pub waivers: Internal<List<Waiver>>,
}

/// How data are collected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Medium {
    /// A form on a web site.
    Form,
    /// A screen of an app or of another program.
    Screen,
    /// A form on paper.
    Paper,
    /// A telephone call; its short notice is the script.
    Call,
    /// A conversation face to face: at a counter, in an interview.
    Conversation,
    /// An address to which people write: a mailbox, a chat.
    Message,
    /// A camera; its short notice is the sign.
    Camera,
    /// Another device that records: a sensor, a gate, a vehicle.
    Device,
}

impl Medium {
    /// Whether it records people, who are asked for nothing.
    pub fn records(self) -> bool {
        matches!(self, Medium::Camera | Medium::Device)
    }

    /// Whether people can follow a link where they meet it.
    pub fn links(self) -> bool {
        matches!(self, Medium::Form | Medium::Screen | Medium::Message)
    }
}

/// Something that is asked or recorded.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Collected {
    /// What it is. Completes "You need to give us ...": "your e-mail address".
    #[schemars(extend("x-text" = "You need to give us ...", "x-articles" = ["13(2)(e)"]))]
    pub label: Field<Phrase>,
    /// The category of data it belongs to, by id.
    #[schemars(extend("x-articles" = ["30(1)(c)"]))]
    pub category: Field<Ref<DataCategory>>,
    /// The item of the category that it is, in the words of the category.
    pub item: Internal<Field<String>>,
    /// Whether people have to give it to go on, as the mark of a mandatory field says.
    #[schemars(extend("x-articles" = ["13(2)(e)"]))]
    pub mandatory: Field<bool>,
    /// Notes for the register.
    pub note: Internal<Field<Prose>>,
}
