//! The sections of notices, by name.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The sections of a notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SectionName {
    /// Who we are: controller, representative, data protection officer.
    Controller,
    /// What the notice covers and in which role we act.
    Scope,
    /// The groups of people and the terms used.
    Groups,
    /// Data and their sources, and what follows if they are not given.
    Data,
    /// Purposes and legal bases.
    Purposes,
    /// Profiling and automated decisions.
    Profiling,
    /// Cookies and the like.
    Cookies,
    /// Recipients.
    Recipients,
    /// Transfers and places of storage.
    Transfers,
    /// How long data are kept.
    Retention,
    /// Rights and how to use them.
    Rights,
    /// The right to object, set apart.
    Objection,
    /// Direct marketing.
    Marketing,
    /// Complaints.
    Complaints,
    /// Security.
    Security,
    /// Children.
    Children,
    /// Other sites and services.
    ThirdParties,
    /// Changes and versions.
    Changes,
    /// Contact.
    Contact,
}

impl SectionName {
    /// The sections in their usual order.
    pub const ALL: [SectionName; 19] = [
        SectionName::Controller,
        SectionName::Scope,
        SectionName::Groups,
        SectionName::Data,
        SectionName::Purposes,
        SectionName::Profiling,
        SectionName::Cookies,
        SectionName::Recipients,
        SectionName::Transfers,
        SectionName::Retention,
        SectionName::Rights,
        SectionName::Objection,
        SectionName::Marketing,
        SectionName::Complaints,
        SectionName::Security,
        SectionName::Children,
        SectionName::ThirdParties,
        SectionName::Changes,
        SectionName::Contact,
    ];

    /// The name as records write it.
    pub fn name(self) -> &'static str {
        match self {
            SectionName::Controller => "controller",
            SectionName::Scope => "scope",
            SectionName::Groups => "groups",
            SectionName::Data => "data",
            SectionName::Purposes => "purposes",
            SectionName::Profiling => "profiling",
            SectionName::Cookies => "cookies",
            SectionName::Recipients => "recipients",
            SectionName::Transfers => "transfers",
            SectionName::Retention => "retention",
            SectionName::Rights => "rights",
            SectionName::Objection => "objection",
            SectionName::Marketing => "marketing",
            SectionName::Complaints => "complaints",
            SectionName::Security => "security",
            SectionName::Children => "children",
            SectionName::ThirdParties => "third-parties",
            SectionName::Changes => "changes",
            SectionName::Contact => "contact",
        }
    }

    /// The section with a name.
    pub fn of(name: &str) -> Option<SectionName> {
        SectionName::ALL.into_iter().find(|section| section.name() == name)
    }
}
