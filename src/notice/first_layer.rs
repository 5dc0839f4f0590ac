//! The first layer: what readers should see before the whole, in at most [`WORDS`] words.
//!
//! Who is responsible, what for, what people might not expect, and their rights, each with a link
//! to the section that tells it whole (WP260 rev.01, paragraphs 35 to 38, on layered notices and on
//! what the first layer holds; the paragraphs were not read again). What people might not expect is
//! found by rule, never by judgment: special categories and criminal data, profiling and automated
//! decisions, third countries, sources other than the person.

use super::composer::{Composer, told};
use super::party::called;
use crate::decode::word;
use crate::document::{Block, Section, Text};
use crate::law;
use crate::markdown;
use crate::record::controller::ContactUse;
use crate::record::notice::SectionName;
use crate::source::Origins;

/// How long the first layer may be, heading included.
pub const WORDS: usize = 250;

/// Up to so many names stand in a sentence; with more, it stays general.
const NAMES: usize = 3;

/// Up to so many purposes are listed; the rest are counted.
const PURPOSES: usize = 8;

/// Anchor of the first layer.
pub const ANCHOR: &str = "in-short";

/// The first layer above some sections; nothing where there is nothing to sum up.
pub(super) fn section(composer: &Composer<'_>, sections: &[Section]) -> Option<Section> {
    let layer = Layer { composer, sections };
    let who = layer.who();
    let rights = layer.rights();
    if layer.composer.notice.purposes.is_empty() || who.is_none() {
        return None;
    }
    let heading = Text::told(composer.plain("first-layer-heading"), &composer.notice.origins);
    let mut surprises = layer.surprises(true);
    let lead = |items: &[Text]| {
        let from: Vec<Origins> = items.iter().flat_map(Text::sentences).filter_map(|(_, from)| from.cloned()).collect();
        (!items.is_empty()).then(|| Text::told(composer.strings.plain("first-layer-surprises"), &from.iter().collect()))
    };
    let count = |texts: &mut dyn Iterator<Item = &Text>| texts.map(length).sum::<usize>();
    let fixed = |surprises: &[Text]| {
        let lead = lead(surprises);
        count(&mut [&heading].into_iter().chain(&who).chain(&rights).chain(&lead).chain(surprises))
    };
    // Names make room for purposes before purposes go.
    if fixed(&surprises) > WORDS / 2 {
        surprises = layer.surprises(false);
    }
    let room = WORDS.saturating_sub(fixed(&surprises));
    let mut blocks: Vec<Block> = who.into_iter().map(Block::paragraph).collect();
    blocks.extend(layer.purposes(room));
    if let Some(lead) = lead(&surprises) {
        blocks.push(Block::paragraph(lead));
        blocks.push(Block::list(surprises));
    }
    blocks.extend(rights.map(Block::paragraph));
    Some(Section { anchor: ANCHOR.to_owned(), heading, mark: None, apart: false, blocks })
}

/// How many words readers see.
fn length(text: &Text) -> usize {
    markdown::words(&text.words).split_whitespace().count()
}

struct Layer<'a, 'n> {
    composer: &'a Composer<'n>,
    sections: &'a [Section],
}

impl Layer<'_, '_> {
    fn who(&self) -> Option<Text> {
        let controller = self.composer.notice.controller.as_ref()?;
        let name = controller.trade_name.as_deref().unwrap_or(&controller.name);
        let is = self.composer.say_one("first-layer-who", "name", &markdown::escape(name));
        let ask = self.composer.contact_for(ContactUse::Questions);
        let ask = ask.or_else(|| self.composer.contact_for(ContactUse::Requests));
        let ask = ask.map(|contact| self.composer.say_one("first-layer-ask", "contact", &contact));
        let more = self.link(SectionName::Controller).filter(|_| ask.is_none());
        Some(Text::joined(told([Some(is), ask, more].into_iter().flatten(), &controller.origins)))
    }

    /// As many purposes as there is room for, and how many more there are.
    fn purposes(&self, room: usize) -> Vec<Block> {
        let mut purposes: Vec<Text> = Vec::new();
        for purpose in &self.composer.notice.purposes {
            if !purposes.iter().any(|known| known.words == purpose.title.0) {
                purposes.push(Text::told(purpose.title.0.clone(), &purpose.origins));
            }
        }
        let all: Origins = self.composer.notice.purposes.iter().map(|purpose| &purpose.origins).collect();
        let lead = Text::told(self.composer.plain("first-layer-purposes"), &all);
        let more = |hidden: usize| {
            let words = self.composer.say("first-layer-purposes-more", &[("n", hidden.into())]);
            Text::told(self.to(SectionName::Purposes, &words), &all)
        };
        let mut room = room.saturating_sub(length(&lead) + length(&more(purposes.len())));
        let mut shown: Vec<Text> = Vec::new();
        for purpose in purposes.iter().take(PURPOSES) {
            match room.checked_sub(length(purpose)) {
                Some(rest) => room = rest,
                None => break,
            }
            shown.push(purpose.clone());
        }
        let hidden = purposes.len() - shown.len();
        if shown.is_empty() {
            let words = self.composer.say("first-layer-purposes-count", &[("n", purposes.len().into())]);
            return vec![Block::paragraph(Text::told(self.to(SectionName::Purposes, &words), &all))];
        }
        shown.extend((hidden > 0).then(|| more(hidden)));
        vec![Block::paragraph(lead), Block::list(shown)]
    }

    /// What people might not expect: with names, or in general words.
    fn surprises(&self, names: bool) -> Vec<Text> {
        let found = [self.special(), self.criminal(), self.profiling(), self.decisions()];
        found
            .into_iter()
            .flatten()
            .chain(self.countries(names))
            .chain(self.stored())
            .chain(self.sources(names))
            .collect()
    }

    fn special(&self) -> Option<Text> {
        let categories = self.composer.notice.data.iter().flat_map(|data| &data.categories);
        let mut kinds = Vec::new();
        let mut from = Origins::default();
        for category in categories {
            for kind in category.special.into_iter().chain(category.items.iter().filter_map(|item| item.special)) {
                let kind = self.composer.plain(&format!("special-{}", word(&kind)));
                if !kinds.contains(&kind) {
                    kinds.push(kind);
                }
                from.join(&category.origins);
            }
        }
        let words = || self.composer.say_one("first-layer-special", "kinds", &self.composer.strings.and(&kinds));
        (!kinds.is_empty()).then(|| self.leading(&words(), SectionName::Data, &from))
    }

    fn criminal(&self) -> Option<Text> {
        let categories = self.composer.notice.data.iter().flat_map(|data| &data.categories);
        let from: Origins = categories.filter(|category| category.criminal).map(|one| &one.origins).collect();
        let words = || self.composer.plain("first-layer-criminal");
        (!from.is_empty()).then(|| self.leading(&words(), SectionName::Data, &from))
    }

    fn profiling(&self) -> Option<Text> {
        let used = self.composer.notice.profiling.iter().filter(|profiling| profiling.used);
        let from: Origins = used.map(|profiling| &profiling.origins).collect();
        let words = || self.composer.plain("first-layer-profiling");
        (!from.is_empty()).then(|| self.leading(&words(), SectionName::Profiling, &from))
    }

    fn decisions(&self) -> Option<Text> {
        let used = self.composer.notice.decisions.iter().filter(|decision| decision.used);
        let from: Origins = used.map(|decision| &decision.origins).collect();
        let words = || self.composer.plain("first-layer-decisions");
        (!from.is_empty()).then(|| self.leading(&words(), SectionName::Profiling, &from))
    }

    fn countries(&self, names: bool) -> Option<Text> {
        let transfers = &self.composer.notice.transfers;
        if transfers.is_empty() {
            return None;
        }
        let mut countries: Vec<String> = Vec::new();
        for code in transfers.iter().flat_map(|transfer| &transfer.countries) {
            let country = self.composer.strings.country(code);
            if !countries.contains(&country) {
                countries.push(country);
            }
        }
        let all_named = transfers.iter().all(|transfer| !transfer.countries.is_empty());
        let words = if names && all_named && countries.len() <= NAMES {
            let countries = self.composer.strings.and(&countries);
            self.composer.say_one("first-layer-countries", "countries", &countries)
        } else {
            self.composer.plain("first-layer-abroad")
        };
        let from: Origins = transfers.iter().map(|transfer| &transfer.origins).collect();
        Some(self.leading(&words, SectionName::Transfers, &from))
    }

    /// Storage of our own outside the EEA, which no transfer tells of.
    fn stored(&self) -> Option<Text> {
        let outside = |code: &&String| law::country(code).is_some_and(|country| !country.in_eea());
        let mut countries: Vec<String> = Vec::new();
        let mut from = Origins::default();
        for storage in &self.composer.notice.storage {
            for code in storage.countries.iter().filter(outside) {
                let country = self.composer.strings.country(code);
                if !countries.contains(&country) {
                    countries.push(country);
                }
                from.join(&storage.origins);
            }
        }
        if countries.is_empty() || countries.len() > NAMES {
            return None;
        }
        let place = self.composer.say_one("in-countries", "countries", &self.composer.strings.and(&countries));
        let words = self.composer.say_one("first-layer-stored", "place", &place);
        Some(self.leading(&words, SectionName::Transfers, &from))
    }

    fn sources(&self, names: bool) -> Option<Text> {
        let mut others: Vec<String> = Vec::new();
        let mut from = Origins::default();
        for data in &self.composer.notice.data {
            for party in &data.sources.others {
                let name = called(self.composer, party);
                if !others.contains(&name) {
                    others.push(name);
                }
                from.join(&party.origins.with([&data.origins]));
            }
        }
        if others.is_empty() {
            return None;
        }
        // Names that hold lists would make a list of lists.
        let is_plain = others.iter().all(|name| !name.contains(','));
        let words = if names && is_plain && others.len() <= NAMES {
            self.composer.say_one("first-layer-sources", "names", &self.composer.strings.and(&others))
        } else {
            self.composer.plain("first-layer-others")
        };
        Some(self.leading(&words, SectionName::Data, &from))
    }

    fn rights(&self) -> Option<Text> {
        let rights = &self.composer.notice.rights;
        let names = rights.iter().map(|right| self.composer.plain(&format!("first-layer-{}", word(right))));
        let mut distinct: Vec<String> = Vec::new();
        for name in names {
            if !distinct.contains(&name) {
                distinct.push(name);
            }
        }
        if distinct.is_empty() {
            return None;
        }
        let words = self.composer.say_one("first-layer-rights", "rights", &self.composer.strings.and(&distinct));
        let sentences = std::iter::once(words).chain(self.link(SectionName::Rights));
        Some(Text::joined(told(sentences, &self.composer.notice.rights_origins)))
    }

    /// A sentence that leads to the section with the whole.
    fn leading(&self, sentence: &str, section: SectionName, from: &Origins) -> Text {
        Text::told(self.to(section, &markdown::words(sentence)), from)
    }

    fn link(&self, name: SectionName) -> Option<String> {
        let section = self.sections.iter().find(|section| section.anchor == name.name())?;
        Some(markdown::link(&markdown::words(&section.heading.words), &format!("#{}", section.anchor)))
    }

    /// Words that lead to a section, if there is one.
    fn to(&self, name: SectionName, words: &str) -> String {
        let known = self.sections.iter().any(|section| section.anchor == name.name());
        if known { markdown::link(words, &format!("#{}", name.name())) } else { words.to_owned() }
    }
}
