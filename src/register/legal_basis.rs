//! A legal basis with its assessment.

use super::about;
use super::composer::Composer;
use super::facts::Facts;
use crate::decode::Jurisdiction;
use crate::document::{Block, Section};
use crate::law::Ground;
use crate::markdown;
use crate::record::legal_basis::{Assessment, Law, LegalBasis};
use crate::registry::{Entry, Id};

pub(super) fn sections(composer: &Composer<'_>, entry: &Entry<LegalBasis>) -> Vec<Section> {
    let record = &entry.record;
    let mut facts = Facts::new(composer);
    facts.line("register-article", record.article.get().map(|article| ground(composer, article.0))).or_gap();
    let conditions = record.article_9.iter().map(|article| {
        let point = composer.say_one("register-mark", "point", article.0.article());
        let condition = composer.plain(&format!("register-special-condition-{}", article.0.id()));
        composer.say("register-with", &[("what", (&condition).into()), ("more", (&point).into())])
    });
    facts.lines("register-article-9", conditions);
    facts.word("register-basis-extent", "basis-extent", &record.extent);
    facts.phrases("register-examples", &record.examples);
    facts.phrase("register-basis-contract", &record.contract);
    facts.phrase("register-obligation", &record.obligation);
    facts.lines("register-laws", record.laws.iter().map(|one| law(composer, one)));
    facts.phrases("register-interests", &record.interests);
    facts.phrase("register-interest-of", &record.interest_of);
    facts.phrase("register-vital-interest", &record.vital_interest);
    if let Some(consent) = record.consent.get() {
        facts.phrase("register-consent-to", &consent.to);
        facts.phrase("register-consent-withdraw", &consent.withdraw).or_gap();
        facts.prose("register-consent-asked", consent.asked.internal()).or_gap();
        facts.prose("register-consent-proof", consent.proof.internal()).or_gap();
    }
    let mut sections =
        vec![composer.section("basis", "register-legal-basis", None, facts.block().into_iter().collect())];
    let assessment = record.assessment.internal().get().and_then(|one| assessment_facts(composer, one).block());
    // The balancing test belongs to legitimate interests; only there its absence is a gap.
    let interests = record.article.get().is_some_and(|article| article.0 == Ground::LegitimateInterests);
    let gap = interests.then(|| Block::paragraph(composer.gap()));
    if let Some(block) = assessment.or(gap) {
        sections.push(composer.section("assessment", "register-assessment", None, vec![block]));
    }
    sections.push(about::section(composer, entry, &record.note, &record.changed, Facts::new(composer)));
    sections
}

fn assessment_facts<'c>(composer: &'c Composer<'c>, assessment: &Assessment) -> Facts<'c> {
    let mut facts = Facts::new(composer);
    facts.date("register-date", &assessment.date).or_gap();
    facts.prose("register-necessity", &assessment.necessity).or_gap();
    facts.prose("register-result", &assessment.result).or_gap();
    facts.text("register-reference", &assessment.reference);
    facts
}

fn ground(composer: &Composer<'_>, ground: Ground) -> String {
    let point = composer.say_one("register-mark", "point", ground.article());
    let words = composer.plain(&format!("register-ground-{}", ground.id()));
    composer.say("register-with", &[("what", (&words).into()), ("more", (&point).into())])
}

/// A basis as a link, with its ground and its assessment.
pub(super) fn line(composer: &Composer<'_>, id: Id<LegalBasis>) -> String {
    let record = &composer.desk.registry.legal_bases[id].record;
    let link = composer.link(id);
    let words = record.article.get().map_or_else(|| composer.gap(), |article| ground(composer, article.0));
    let date = record.assessment.internal().get().and_then(|assessment| assessment.date.copied());
    let interests = record.article.get().is_some_and(|article| article.0 == Ground::LegitimateInterests);
    let assessed = match date {
        Some(date) => Some(composer.say_one("register-assessed-on", "date", &composer.desk.strings.date(date.0))),
        None => interests.then(|| composer.plain("register-assessment-gap")),
    };
    let conditions = record.article_9.iter().map(|one| composer.say_one("register-mark", "point", one.0.article()));
    let said = composer.join(std::iter::once(words).chain(conditions).chain(assessed));
    composer.say("register-about", &[("what", (&link).into()), ("text", (&said).into())])
}

/// A law with its article and whose it is.
pub(super) fn law(composer: &Composer<'_>, law: &Law) -> String {
    let act = law.act.text().map_or_else(|| composer.gap(), |act| composer.authored(act));
    let article = law.article.text().map(|article| composer.authored(article));
    let country = law.country.copied().map(|country| match country {
        Jurisdiction::Union => composer.plain("register-union"),
        Jurisdiction::Country(code) => composer.desk.strings.country_name(code.as_str()),
    });
    let words = match article {
        Some(article) => composer.say("law-article", &[("act", (&act).into()), ("article", (&article).into())]),
        None => act,
    };
    match country {
        Some(country) => {
            composer.say("register-with", &[("what", (&words).into()), ("more", (&markdown::escape(&country)).into())])
        }
        None => words,
    }
}
