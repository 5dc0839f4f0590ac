//! Profiling and automated decisions.

use super::composer::Composer;
use crate::document::Block;
use crate::view::notice::{Decision, Groups, Profiling, SectionPlan};

/// Both kinds stand in one section, under one heading per group.
enum Fact<'a> {
    Profiling(&'a Profiling),
    Decision(&'a Decision),
}

impl Fact<'_> {
    fn groups(&self) -> &Groups {
        match self {
            Fact::Profiling(profiling) => &profiling.groups,
            Fact::Decision(decision) => &decision.groups,
        }
    }
}

pub(super) fn blocks(composer: &Composer<'_>, plan: &SectionPlan) -> Vec<Block> {
    let profiling = composer.notice.profiling.iter().map(Fact::Profiling);
    let decisions = composer.notice.decisions.iter().map(Fact::Decision);
    let facts: Vec<Fact<'_>> = profiling.chain(decisions).collect();
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
        Fact::Profiling(profiling) if !profiling.used => {
            composer.sentences([composer.strings.plain("profiling-none"), only]).into_iter().collect()
        }
        Fact::Profiling(profiling) => {
            let method =
                profiling.method.as_ref().map(|method| composer.say_one("profiling-method", "method", &method.0));
            let topics = if profiling.topics.is_empty() {
                String::new()
            } else {
                composer.say_one("profiling-topics", "topics", &composer.and(&profiling.topics))
            };
            let effect = profiling.effect.as_ref().map_or(String::new(), |effect| effect.0.clone());
            let method = method.unwrap_or_else(|| composer.strings.plain("profiling-used"));
            let mut blocks: Vec<Block> = composer.sentences([method, topics, effect, only]).into_iter().collect();
            blocks.extend(composer.one_or_list("profiling-input", "profiling-inputs", "input", &profiling.inputs));
            blocks
        }
        Fact::Decision(decision) if !decision.used => {
            composer.sentences([composer.strings.plain("decisions-none"), only]).into_iter().collect()
        }
        Fact::Decision(decision) => {
            let what = decision.decision.as_ref().map(|what| composer.say_one("decisions-what", "what", &what.0));
            let what = what.unwrap_or_else(|| composer.strings.plain("decisions-used"));
            let mut blocks: Vec<Block> = composer.sentences([what, only]).into_iter().collect();
            let prose = [&decision.logic, &decision.consequences].into_iter().flatten();
            blocks.extend(prose.map(|text| Block::Prose { text: text.clone().into() }));
            let safeguards = decision.safeguards.as_ref();
            blocks.extend(
                safeguards.map(|can| Block::paragraph(composer.say_one("decisions-safeguards", "can", &can.0))),
            );
            blocks
        }
    }
}
