//! Cookies and the like.

use super::composer::{Composer, prose, told};
use super::party::called;
use crate::decode::{Lifetime as Written, word};
use crate::document::{Block, Text};
use crate::markdown::escape;
use crate::record::cookie::{CookieClass, CookieConsent, Technology};
use crate::source::Origins;
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
            controls.asked.as_ref().map(|text| text.0.clone()),
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
    let implied: Vec<&Cookie> =
        part.iter().copied().filter(|cookie| cookie.consent == Some(CookieConsent::Implied)).collect();
    let agreed = implied.len() > 1;
    for cookie in part {
        let from = cookie.origins.with(cookie.provider.as_ref().map(|party| &party.origins));
        blocks.extend(composer.sentences(told(about(composer, cookie, heading, agreed), &from)));
        if composer.brief(&cookie.purposes).is_none() {
            blocks.extend(composer.several("cookie-purposes", &cookie.purposes, &cookie.origins));
        }
    }
    if agreed {
        let names: Vec<&str> = implied.iter().map(|cookie| cookie.name.0.as_str()).collect();
        let names = composer.strings.and(&names);
        let from: Origins = implied.iter().map(|cookie| &cookie.origins).collect();
        let words = composer.say_one("cookie-consent-implied-of", "names", &names);
        blocks.push(Block::paragraph(Text::told(words, &from)));
    }
    blocks.extend(table(composer, part));
    blocks
}

/// What is used, and where.
fn used(composer: &Composer<'_>, cookie: &Cookie) -> String {
    let place = cookie.placement.as_ref().map_or("", |place| place.0.as_str());
    let messages = cookie.in_messages.as_ref().map_or("", |messages| messages.0.as_str());
    let somewhere = match (place.is_empty(), messages.is_empty()) {
        (false, false) => "both",
        (false, true) => "place",
        (true, false) => "messages",
        (true, true) => "unsaid",
    };
    let gaps = [
        ("name", (&cookie.name.0).into()),
        ("place", place.into()),
        ("messages", messages.into()),
        ("where", somewhere.into()),
        ("possible", if cookie.possible { "yes" } else { "no" }.into()),
    ];
    composer.say("cookie-used", &gaps)
}

fn about(composer: &Composer<'_>, cookie: &Cookie, heading: &Groups, agreed: bool) -> Vec<String> {
    let what = used(composer, cookie);
    // A technique that the name already says is not said again.
    let name = crate::markdown::words(&cookie.name.0).to_lowercase();
    let technologies =
        cookie.technologies.iter().map(|one| composer.strings.plain(&format!("technology-{}", word(one))));
    let unsaid: Vec<String> = technologies.filter(|one| !name.contains(&one.to_lowercase())).collect();
    let technologies = if unsaid.is_empty() || cookie.technologies.iter().all(|one| *one == Technology::Cookie) {
        String::new()
    } else {
        composer.say_one("cookie-technologies", "technologies", &composer.strings.and(&unsaid))
    };
    let data = if cookie.data.is_empty() {
        String::new()
    } else {
        let key = if cookie.exhaustive { "cookie-data" } else { "cookie-data-open" };
        composer.say_one(key, "data", &composer.and(&cookie.data))
    };
    let consent = match cookie.consent {
        Some(CookieConsent::NotNeeded) => "cookie-consent-not-needed",
        Some(CookieConsent::OptIn) => "cookie-consent-opt-in",
        Some(CookieConsent::OptOut) => "cookie-consent-opt-out",
        // What several share is said once, behind all of them.
        Some(CookieConsent::Implied) if agreed => "",
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
    let kept = cookie.kept_until.as_ref();
    sentences.extend(kept.map(|event| composer.say_one("cookie-kept-until", "what", &event.0)));
    let accepted = cookie.if_accepted.as_ref().map_or(String::new(), |text| text.0.clone());
    let no_opt_out = if cookie.no_opt_out { composer.strings.plain("cookie-no-opt-out") } else { String::new() };
    sentences.extend([consent, accepted, refuse, no_opt_out, refused, composer.only_sentence(&cookie.groups, heading)]);
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
