//! `cookies`: storage on and access to people's devices, Directive 2002/58/EC Article 5(3).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::decode::{Date, Field, Internal, Lifetime, List, PartyRef, Phrase, Prose, Ref};
use crate::record::activity::Activity;
use crate::record::subject_group::SubjectGroup;
use crate::record::waiver::Waiver;

/// A cookie, or a class of cookies and the like, Directive 2002/58/EC Article 5(3).
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Cookie {
    /// The cookie or class of cookies as people read it: "analytics cookies". Required.
    #[schemars(extend("x-articles" = ["5(3) Directive 2002/58/EC"]))]
    pub name: Field<Phrase>,
    /// The names under which a browser shows them: `["_session"]`.
    pub names: List<String>,
    /// What class it is: the place in the notice, and what it is for where `purposes` does not say.
    pub class: Field<CookieClass>,
    /// Techniques used; without it, cookies.
    pub technologies: List<Technology>,
    /// Where it is set. Completes "when you use ...": "our web site".
    #[schemars(extend("x-text" = "We set them when you use ..."))]
    pub placement: Field<Phrase>,
    /// The messages they are used in. Completes "We use them in ...": "the newsletters that we send".
    #[schemars(extend("x-text" = "We use them in ..."))]
    pub in_messages: Field<Phrase>,
    /// Whether they are possibly used, and not always: "We may use ...".
    pub possible: Field<bool>,
    /// What it is for; each completes "We use them to ...".
    #[schemars(extend("x-text" = "We use them to ...", "x-articles" = ["5(3) Directive 2002/58/EC"]))]
    pub purposes: List<Phrase>,
    /// The data it holds or reads, each a noun phrase.
    pub data: List<Phrase>,
    /// Whether `data` names all of them. Without it the notice tells them as examples.
    pub exhaustive: Field<bool>,
    /// How long it works: an ISO 8601 period such as `P13M` or `PT30M`, or `"session"`.
    #[schemars(extend("x-articles" = ["C-673/17"]))]
    pub lifetime: Field<Lifetime>,
    /// The event that ends it, beside or in place of `lifetime`. Completes "They stay on your device
    /// until ...": "you delete them".
    #[schemars(extend("x-text" = "They stay on your device until ...", "x-articles" = ["C-673/17"]))]
    pub kept_until: Field<Phrase>,
    /// Who sets or reads it, by id of a party; without it, we.
    #[schemars(extend("x-articles" = ["C-673/17"]))]
    pub provider: Field<PartyRef>,
    /// How people agree to it.
    #[schemars(extend("x-articles" = ["5(3) Directive 2002/58/EC", "4(11)"]))]
    pub consent: Field<CookieConsent>,
    /// How it is refused. Completes "You can refuse them ...".
    #[schemars(extend("x-text" = "You can refuse them ..."))]
    pub refuse: Field<Phrase>,
    /// What follows from refusing. A whole sentence.
    pub if_refused: Field<Phrase>,
    /// What accepting gives. A whole sentence: "With them you see videos in our web site."
    pub if_accepted: Field<Phrase>,
    /// Said on purpose: that there is no way to refuse it.
    pub no_opt_out: Field<bool>,
    /// The groups it concerns; without it, those of the activity.
    pub subject_groups: List<Ref<SubjectGroup>>,
    /// The activity it belongs to, by id.
    pub activity: Internal<Field<Ref<Activity>>>,
    /// Notes for the register.
    pub note: Internal<Field<Prose>>,
    /// Day this record last changed in substance.
    pub changed: Internal<Field<Date>>,
    /// Findings accepted for a while.
    pub waivers: Internal<List<Waiver>>,
}

impl Cookie {
    /// Whether it needs consent, by what the record says of its class or of consent.
    pub fn needs_consent(&self) -> bool {
        match self.class.copied() {
            Some(CookieClass::StrictlyNecessary) => false,
            Some(_) => true,
            None => self.consent.copied().is_some_and(|consent| consent != CookieConsent::NotNeeded),
        }
    }
}

/// Classes of cookies, from necessary to advertising.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CookieClass {
    /// Strictly necessary for a service the person asked for.
    StrictlyNecessary,
    /// Remembers choices.
    Functionality,
    /// Measures use and performance.
    Analytics,
    /// Selects or measures advertising.
    Advertising,
    /// Counts referrals.
    Affiliate,
    /// Runs a support chat.
    SupportChat,
}

/// Techniques of storing on or reading from a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Technology {
    /// Cookies.
    Cookie,
    /// Web beacons and clear GIFs.
    Beacon,
    /// Pixel tags.
    Pixel,
    /// Scripts.
    Script,
    /// Local storage.
    LocalStorage,
    /// Fingerprinting.
    Fingerprint,
    /// Other techniques of analytics.
    OtherAnalytics,
}

/// How people agree to a cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CookieConsent {
    /// Not asked: strictly necessary, Article 5(3) second sentence.
    NotNeeded,
    /// Asked before it is set.
    OptIn,
    /// Set until refused.
    OptOut,
    /// Taken from going on browsing; said as what it is.
    Implied,
    /// Left to the settings of the browser.
    BrowserOnly,
}
