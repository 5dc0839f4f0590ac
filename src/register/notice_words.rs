//! What a notice says in words of its own, section by section.

use super::composer::Composer;
use super::facts::Facts;
use crate::decode::{Row, Rows};
use crate::document::Block;
use crate::record::notice::{Duty, Notice, OtherNotice};
use crate::record::subject_group::SubjectGroup;
use crate::registry::{Entry, Id};

/// One block of facts for each part that was written.
pub(super) fn blocks(composer: &Composer<'_>, entry: &Entry<Notice>) -> Vec<Block> {
    let parts = [
        ("scope", scope(composer, &entry.record)),
        ("third-parties", third_parties(composer, &entry.record)),
        ("cookies", cookies(composer, &entry.record)),
        ("security", security(composer, entry)),
        ("children", children(composer, &entry.record)),
        ("changes", changes(composer, &entry.record)),
        ("groups", definitions(composer, &entry.record)),
    ];
    let filled = parts.into_iter().filter_map(|(name, facts)| Some((name, facts.block()?)));
    filled
        .flat_map(|(name, block)| {
            let heading = composer.plain(&format!("register-section-{name}"));
            [composer.heading(&format!("words-{name}"), heading), block]
        })
        .collect()
}

fn scope<'c>(composer: &'c Composer<'c>, record: &Notice) -> Facts<'c> {
    let mut facts = Facts::new(composer);
    if let Some(scope) = record.scope.get() {
        facts.phrases("register-explains", &scope.explains);
        facts.phrases("register-covers", &scope.covers);
        facts.phrases("register-excludes", &scope.excludes);
        facts.flag("register-as-controller-only", &scope.as_controller_only);
        facts.phrase("register-if-you-disagree", &scope.if_you_disagree);
        facts.lines("register-other-notices", scope.other_notices.iter().map(|row| other_notice(composer, row)));
    }
    facts
}

fn other_notice(composer: &Composer<'_>, row: &Row<OtherNotice>) -> String {
    let OtherNotice { name, when, effect, because, ask } = &row.value;
    let name = name.text().map_or_else(|| composer.gap(), |name| composer.authored(name));
    let effect = effect.get().map(|effect| composer.word("other-notice-effect", effect));
    let texts = [when, because, ask].into_iter().filter_map(|field| field.text().map(|text| composer.authored(text)));
    let rest = composer.join(effect.into_iter().chain(texts));
    let said = composer.say("register-about", &[("what", (&name).into()), ("text", (&rest).into())]);
    composer.keyed(&row.key, &said)
}

fn third_parties<'c>(composer: &'c Composer<'c>, record: &Notice) -> Facts<'c> {
    let mut facts = Facts::new(composer);
    if let Some(others) = record.third_parties.get() {
        facts.phrases("register-not-covered", &others.not_covered);
        facts.phrase("register-also-where", &others.also_where);
        facts.flag("register-no-responsibility", &others.no_responsibility);
        facts.phrase("register-advice", &others.advice);
        facts.texts("register-social-media", &others.social_media);
    }
    facts
}

fn cookies<'c>(composer: &'c Composer<'c>, record: &Notice) -> Facts<'c> {
    let mut facts = Facts::new(composer);
    if let Some(cookies) = record.cookies.get() {
        facts.prose("register-explanation", &cookies.explanation);
        facts.phrase("register-cookies-asked", &cookies.asked);
        facts.phrase("register-change-choice", &cookies.change_choice);
        facts.phrase("register-browser", &cookies.browser);
        facts.phrase("register-separate-notice", &cookies.separate_notice);
    }
    facts
}

fn security<'c>(composer: &'c Composer<'c>, entry: &Entry<Notice>) -> Facts<'c> {
    let mut facts = Facts::new(composer);
    if let Some(words) = entry.record.security.get() {
        facts.lines("register-duties", duties(composer, &words.duties, &entry.links.duties));
        facts.lines("register-advice", duties(composer, &words.advice, &entry.links.advice));
        facts.phrase("register-breach", &words.breach);
        facts.phrase("register-disclaimer", &words.disclaimer);
        facts.web("register-more-at", &words.more_at);
    }
    facts
}

fn duties(composer: &Composer<'_>, rows: &Rows<Duty>, groups: &[Vec<Id<SubjectGroup>>]) -> Vec<String> {
    let line = |(row, groups): (&Row<Duty>, &Vec<Id<SubjectGroup>>)| {
        let text = row.value.text.text().map_or_else(|| composer.gap(), |text| composer.authored(text));
        let text = composer.keyed(&row.key, &text);
        let groups = composer.links(groups);
        if groups.is_empty() {
            return text;
        }
        composer.say("register-for-groups", &[("what", (&text).into()), ("groups", (&groups).into())])
    };
    rows.iter().zip(groups).map(line).collect()
}

fn children<'c>(composer: &'c Composer<'c>, record: &Notice) -> Facts<'c> {
    let mut facts = Facts::new(composer);
    if let Some(children) = record.children.get() {
        facts.number("register-age", &children.age);
        facts.word("register-stance", "stance", &children.stance);
        facts.phrase("register-parental-consent", &children.consent);
        facts.phrase("register-treatment", &children.treatment);
        facts.phrase("register-advice", &children.advice);
    }
    facts
}

fn changes<'c>(composer: &'c Composer<'c>, record: &Notice) -> Facts<'c> {
    let mut facts = Facts::new(composer);
    if let Some(changes) = record.changes.get() {
        facts.flag("register-changes-reserved", &changes.reserved);
        facts.phrase("register-changes-published", &changes.published);
        facts.phrase("register-changes-material", &changes.material);
        let period = changes.announced.internal().copied().map(|period| composer.desk.strings.period(period));
        facts.line("register-changes-announced", period);
        facts.phrase("register-changes-effective", &changes.effective);
        facts.phrase("register-new-purposes", &changes.new_purposes);
        facts.phrase("register-advice", &changes.advice);
        facts.phrase("register-continued-use", &changes.continued_use);
    }
    facts
}

fn definitions<'c>(composer: &'c Composer<'c>, record: &Notice) -> Facts<'c> {
    let mut facts = Facts::new(composer);
    let lines = record.definitions.iter().map(|row| {
        let term = row.value.term.text().map_or_else(|| composer.gap(), |term| composer.told(term));
        let meaning = row.value.meaning.text().map_or_else(|| composer.gap(), |text| composer.authored(text));
        let said = composer.say("register-about", &[("what", (&term).into()), ("text", (&meaning).into())]);
        composer.keyed(&row.key, &said)
    });
    facts.lines("register-definitions", lines);
    facts
}
