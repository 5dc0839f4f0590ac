//! Security measures, and what readers can do.

use super::composer::{Composer, told};
use crate::document::{Block, Text};
use crate::markdown::{escape, web};
use crate::record::security_measure::{Nature, Objective};
use crate::source::Origins;
use crate::strings::Gap;
use crate::view::notice::{Groups, Measure, Security};

pub(super) fn blocks(composer: &Composer<'_>) -> Vec<Block> {
    let security = &composer.notice.security;
    let everybody: Groups = (0..composer.notice.groups.len()).collect();
    let mut blocks: Vec<Block> = composer.sentences(measures(composer, &security.measures)).into_iter().collect();
    blocks.extend(readers(composer, security, &everybody));
    let last = [&security.breach, &security.disclaimer].into_iter().flatten().map(|text| text.0.clone());
    let more = security.more_at.as_deref().map(|url| composer.say_one("security-more", "url", &web(url)));
    blocks.extend(composer.sentences(told(last.chain(more), &security.origins)));
    blocks
}

fn measures(composer: &Composer<'_>, measures: &[Measure]) -> Vec<Text> {
    let mut sentences: Vec<Text> = Vec::new();
    let of = |concerned: &dyn Fn(&&Measure) -> bool| -> Origins {
        measures.iter().filter(concerned).map(|measure| &measure.origins).collect()
    };
    let mut natures: Vec<Nature> = measures.iter().flat_map(|measure| measure.nature.iter().copied()).collect();
    natures.sort_unstable();
    natures.dedup();
    if !natures.is_empty() {
        let words: Vec<String> =
            natures.iter().map(|one| composer.plain(&format!("nature-{}", nature(*one)))).collect();
        let words = composer.say_one("security-natures", "natures", &composer.strings.and(&words));
        sentences.push(Text::told(words, &of(&|measure| !measure.nature.is_empty())));
    }
    for (key, appropriate) in [("security-names", false), ("security-names-appropriate", true)] {
        let names: Vec<&str> = measures
            .iter()
            .filter(|measure| measure.where_appropriate == appropriate)
            .filter_map(|measure| measure.name.as_ref().map(|name| name.0.as_str()))
            .collect();
        if !names.is_empty() {
            let words = composer.say_one(key, "names", &composer.strings.and(&names));
            let named = |measure: &&Measure| measure.where_appropriate == appropriate && measure.name.is_some();
            sentences.push(Text::told(words, &of(&named)));
        }
    }
    let mut objectives: Vec<Objective> = measures.iter().flat_map(|measure| measure.serves.iter().copied()).collect();
    objectives.sort_unstable();
    objectives.dedup();
    let words: Vec<String> = objectives
        .iter()
        .filter_map(|one| objective(*one))
        .map(|key| composer.plain(&format!("objective-{key}")))
        .collect();
    if !words.is_empty() {
        let words = composer.say_one("security-objectives", "objectives", &composer.strings.and(&words));
        sentences.push(Text::told(words, &of(&|measure| !measure.serves.is_empty())));
    }
    for measure in measures {
        sentences.extend(measure.sentence.as_ref().map(|text| Text::told(text.0.clone(), &measure.origins)));
    }
    let certificates: Vec<String> = measures.iter().filter_map(|measure| certificate(composer, measure)).collect();
    if !certificates.is_empty() {
        let words = composer.say_one("security-certificates", "standards", &composer.strings.and(&certificates));
        sentences.push(Text::told(words, &of(&|measure| measure.standard.is_some())));
    }
    sentences
}

fn certificate(composer: &Composer<'_>, measure: &Measure) -> Option<String> {
    let standard = escape(measure.standard.as_deref()?);
    Some(match measure.year {
        // A year is no quantity, so it goes in as words.
        Some(year) => {
            let year = year.to_string();
            let gaps = [("standard", Gap::from(&standard)), ("year", Gap::from(&year))];
            composer.say("security-certificate", &gaps)
        }
        None => standard,
    })
}

fn nature(nature: Nature) -> &'static str {
    match nature {
        Nature::Physical => "physical",
        Nature::Technical => "technical",
        Nature::Organisational => "organisational",
        Nature::Administrative => "administrative",
        Nature::Electronic => "electronic",
        Nature::Procedural => "procedural",
    }
}

/// Objectives that readers understand as qualities of data; the others are about the measure.
fn objective(objective: Objective) -> Option<&'static str> {
    match objective {
        Objective::Confidentiality => Some("confidentiality"),
        Objective::Integrity => Some("integrity"),
        Objective::Availability => Some("availability"),
        Objective::Resilience => Some("resilience"),
        Objective::PseudonymisationEncryption | Objective::Restoration | Objective::Testing => None,
    }
}

/// What readers must do and should do, with a paragraph for each set of groups.
fn readers(composer: &Composer<'_>, security: &Security, everybody: &Groups) -> Vec<Block> {
    let mut found: Vec<(&Groups, Vec<Text>)> = Vec::new();
    let duties = security.duties.iter().map(|duty| ("security-duty", duty));
    for (key, duty) in duties.chain(security.advice.iter().map(|duty| ("security-advice", duty))) {
        let sentence = Text::told(composer.say_one(key, "what", &duty.text.0), &duty.origins);
        match found.iter_mut().find(|(groups, _)| **groups == duty.groups) {
            Some((_, sentences)) => sentences.push(sentence),
            None if duty.groups.is_empty() => {}
            None => found.push((&duty.groups, vec![sentence])),
        }
    }
    let whole = found.into_iter().map(|(groups, mut sentences)| {
        sentences.push(composer.only_sentence(groups, everybody).into());
        sentences
    });
    whole.filter_map(|sentences| composer.sentences(sentences)).collect()
}
