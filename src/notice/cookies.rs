//! Cookies and the like.

use super::composer::{Composer, prose, told};
use super::party::called;
use crate::decode::{Lifetime as Written, word};
use crate::document::{Block, Text};
use crate::markdown::escape;
use crate::record::cookie::{CookieClass, CookieConsent, Technology};
use crate::view::notice::{Cookie, Groups, SectionPlan};

pub(super) fn blocks(composer: &Composer<'_>, plan: &SectionPlan) -> Vec<Block> {
    let facts = &composer.notice.cookies;
    let controls = composer.notice.cookie_controls.as_ref();
    let mut blocks: Vec<Block> = Vec::new();
    if let Some(controls) = controls {
        blocks.extend(controls.explanation.as_ref().map(|text| prose(text, &controls.origins)));
    }
    blocks.extend(composer.by_group(
        plan,
        facts,
        |cookie| &cookie.groups,
        |part, heading| compose(composer, part, heading),
    ));
    if let Some(controls) = controls {
        let say = |key: &str, text: &Option<crate::view::notice::Markdown>| {
            text.as_ref().map(|text| composer.say_one(key, "what", &text.0))
        };
        let sentences = [
            say("cookies-change-choice", &controls.change_choice),
            controls.browser.as_ref().map(|text| text.0.clone()),
            say("cookies-separate-notice", &controls.separate_notice),
        ];
        blocks.extend(composer.sentences(told(sentences.into_iter().flatten(), &controls.origins)));
    }
    blocks
}

fn compose(composer: &Composer<'_>, part: &[&Cookie], heading: &Groups) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for cookie in part {
        let from = cookie.origins.with(cookie.provider.as_ref().map(|party| &party.origins));
        blocks.extend(composer.sentences(told(about(composer, cookie, heading), &from)));
        if composer.brief(&cookie.purposes).is_none() {
            blocks.extend(composer.several("cookie-purposes", &cookie.purposes, &cookie.origins));
        }
    }
    blocks.extend(table(composer, part));
    blocks
}

fn about(composer: &Composer<'_>, cookie: &Cookie, heading: &Groups) -> Vec<String> {
    let name = ("name", (&cookie.name.0).into());
    let what = match &cookie.placement {
        Some(place) => composer.say("cookie-placed", &[name, ("place", (&place.0).into())]),
        None => composer.say("cookie-used", &[name]),
    };
    let technologies = if cookie.technologies.iter().any(|technology| *technology != Technology::Cookie) {
        let names: Vec<String> = cookie
            .technologies
            .iter()
            .map(|one| composer.strings.plain(&format!("technology-{}", word(one))))
            .collect();
        composer.say_one("cookie-technologies", "technologies", &composer.strings.and(&names))
    } else {
        String::new()
    };
    let data = if cookie.data.is_empty() {
        String::new()
    } else {
        composer.say_one("cookie-data", "data", &composer.and(&cookie.data))
    };
    let consent = match cookie.consent {
        Some(CookieConsent::NotNeeded) => "cookie-consent-not-needed",
        Some(CookieConsent::OptIn) => "cookie-consent-opt-in",
        Some(CookieConsent::OptOut) => "cookie-consent-opt-out",
        Some(CookieConsent::Implied) => "cookie-consent-implied",
        Some(CookieConsent::BrowserOnly) => "cookie-consent-browser-only",
        None => "",
    };
    let consent = if consent.is_empty() { String::new() } else { composer.strings.plain(consent) };
    let refuse = cookie.refuse.as_ref().map_or(String::new(), |how| composer.say_one("cookie-refuse", "how", &how.0));
    let refused = cookie.if_refused.as_ref().map_or(String::new(), |text| text.0.clone());
    let purpose = composer.brief(&cookie.purposes);
    let purpose =
        purpose.map_or_else(|| class(composer, cookie), |what| composer.say_one("cookie-purpose", "purpose", &what));
    let mut sentences = vec![what, purpose, technologies, data];
    // Without names there is no table, so provider and lifetime are told here.
    if cookie.names.is_empty() {
        sentences.extend(
            cookie.provider.as_ref().map(|party| composer.say_one("cookie-provider", "who", &called(composer, party))),
        );
        sentences.extend(cookie.lifetime.map(|lifetime| {
            let key = if lifetime.0 == Written::Session { "cookie-lifetime-session" } else { "cookie-lifetime" };
            composer.say_one(key, "time", &composer.strings.lifetime(lifetime.0))
        }));
    }
    sentences.extend([consent, refuse, refused, composer.only_sentence(&cookie.groups, heading)]);
    sentences
}

/// What cookies of a class are for, where the record does not say it of these.
fn class(composer: &Composer<'_>, cookie: &Cookie) -> String {
    let key = match cookie.class.filter(|_| cookie.purposes.is_empty()) {
        // The sentence on consent says it.
        Some(CookieClass::StrictlyNecessary) if cookie.consent == Some(CookieConsent::NotNeeded) => {
            return String::new();
        }
        Some(CookieClass::StrictlyNecessary) => "strictly-necessary",
        Some(CookieClass::Functionality) => "functionality",
        Some(CookieClass::Analytics) => "analytics",
        Some(CookieClass::Advertising) => "advertising",
        Some(CookieClass::Affiliate) => "affiliate",
        Some(CookieClass::SupportChat) => "support-chat",
        None => return String::new(),
    };
    composer.strings.plain(&format!("cookie-class-{key}"))
}

/// The cookies that are named, one row each: name, class, provider, lifetime.
fn table(composer: &Composer<'_>, part: &[&Cookie]) -> Option<Block> {
    let rows: Vec<Vec<Text>> = part
        .iter()
        .filter(|cookie| !cookie.names.is_empty())
        .map(|cookie| {
            let names: Vec<String> = cookie.names.iter().map(|name| escape(name)).collect();
            let who = cookie
                .provider
                .as_ref()
                .map_or_else(|| composer.strings.plain("cookie-ours"), |party| called(composer, party));
            let time = cookie.lifetime.map_or(String::new(), |lifetime| composer.strings.lifetime(lifetime.0));
            let from = cookie.origins.with(cookie.provider.as_ref().map(|party| &party.origins));
            told([names.join(", "), cookie.name.0.clone(), who, time], &from).collect()
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let head = ["cookies-head-name", "cookies-head-kind", "cookies-head-provider", "cookies-head-lifetime"];
    Some(Block::Table { head: head.map(|key| Text::from(composer.strings.plain(key))).into(), rows })
}
