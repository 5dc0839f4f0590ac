//! Profiling and automated decisions.

use super::composer::{Composer, prose, told};
use crate::document::Block;
use crate::source::Origins;
use crate::view::notice::{Decision, Groups, Profiling, SectionPlan};

/// Both kinds stand in one section, under one heading per group.
enum Fact<'a> {
    Profiling(&'a Profiling, Groups),
    Decision(&'a Decision, Groups),
}

impl Fact<'_> {
    fn groups(&self) -> &Groups {
        match self {
            Fact::Profiling(_, groups) | Fact::Decision(_, groups) => groups,
        }
    }

    fn origins(&self) -> &Origins {
        match self {
            Fact::Profiling(profiling, _) => &profiling.origins,
            Fact::Decision(decision, _) => &decision.origins,
        }
    }

    fn used(&self) -> bool {
        match self {
            Fact::Profiling(profiling, _) => profiling.used,
            Fact::Decision(decision, _) => decision.used,
        }
    }

    fn is_profiling(&self) -> bool {
        matches!(self, Fact::Profiling(..))
    }

    fn concern(&mut self, some: Groups) {
        match self {
            Fact::Profiling(_, groups) | Fact::Decision(_, groups) => *groups = some,
        }
    }

    fn leave(&mut self, group: usize) {
        match self {
            Fact::Profiling(_, groups) | Fact::Decision(_, groups) => groups.retain(|known| *known != group),
        }
    }
}

pub(super) fn blocks(composer: &Composer<'_>, plan: &SectionPlan) -> Vec<Block> {
    let profiling = composer.notice.profiling.iter().map(|one| Fact::Profiling(one, one.groups.clone()));
    let decisions = composer.notice.decisions.iter().map(|one| Fact::Decision(one, one.groups.clone()));
    let mut facts: Vec<Fact<'_>> = profiling.chain(decisions).collect();
    // One activity may deny what another does: to the people of both, only the latter is true.
    for group in 0..composer.notice.groups.len() {
        let used = |profiling: bool| {
            facts.iter().any(|fact| fact.used() && fact.is_profiling() == profiling && fact.groups().contains(&group))
        };
        let (profiled, decided) = (used(true), used(false));
        for fact in &mut facts {
            if !fact.used() && if fact.is_profiling() { profiled } else { decided } {
                fact.leave(group);
            }
        }
    }
    // What several activities deny is denied once, for all of their groups.
    for profiling in [true, false] {
        let denials = facts.iter().filter(|fact| !fact.used() && fact.is_profiling() == profiling);
        let mut groups: Groups = denials.flat_map(|fact| fact.groups().iter().copied()).collect();
        groups.sort_unstable();
        groups.dedup();
        for fact in facts.iter_mut().filter(|fact| !fact.used() && fact.is_profiling() == profiling) {
            fact.concern(std::mem::take(&mut groups));
        }
    }
    facts.retain(|fact| !fact.groups().is_empty());
    composer.by_group(plan, &facts, Fact::groups, |part, heading| {
        let mut blocks: Vec<Block> = Vec::new();
        for fact in part {
            for block in compose(composer, fact, heading) {
                // Several activities may deny the same thing; one denial is enough.
                if !blocks.contains(&block) {
                    blocks.push(block);
                }
            }
        }
        blocks
    })
}

fn compose(composer: &Composer<'_>, fact: &Fact<'_>, heading: &Groups) -> Vec<Block> {
    let only = composer.only_sentence(fact.groups(), heading);
    match fact {
        Fact::Profiling(profiling, _) if !profiling.used => composer
            .sentences(told([composer.strings.plain("profiling-none"), only], fact.origins()))
            .into_iter()
            .collect(),
        Fact::Profiling(profiling, _) => {
            let method =
                profiling.method.as_ref().map(|method| composer.say_one("profiling-method", "method", &method.0));
            let topics = if profiling.topics.is_empty() {
                String::new()
            } else {
                composer.say_one("profiling-topics", "topics", &composer.and(&profiling.topics))
            };
            let effect = profiling.effect.as_ref().map_or(String::new(), |effect| effect.0.clone());
            let method = method.unwrap_or_else(|| composer.strings.plain("profiling-used"));
            let from = fact.origins();
            let mut blocks: Vec<Block> =
                composer.sentences(told([method, topics, effect, only], from)).into_iter().collect();
            let keys = ("profiling-input", "profiling-inputs");
            blocks.extend(composer.one_or_list(keys, "input", &profiling.inputs, from));
            blocks
        }
        Fact::Decision(decision, _) if !decision.used => composer
            .sentences(told([composer.strings.plain("decisions-none"), only], fact.origins()))
            .into_iter()
            .collect(),
        Fact::Decision(decision, _) => {
            let what = decision.decision.as_ref().map(|what| composer.say_one("decisions-what", "what", &what.0));
            let what = what.unwrap_or_else(|| composer.strings.plain("decisions-used"));
            let from = fact.origins();
            let mut blocks: Vec<Block> = composer.sentences(told([what, only], from)).into_iter().collect();
            let words = [&decision.logic, &decision.consequences].into_iter().flatten();
            blocks.extend(words.map(|text| prose(text, from)));
            let safeguards = decision.safeguards.as_ref();
            let safeguards = safeguards.map(|can| composer.say_one("decisions-safeguards", "can", &can.0));
            blocks.extend(composer.sentences(told(safeguards, from)));
            blocks
        }
    }
}
