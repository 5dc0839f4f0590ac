//! Profiling, automated decisions and the impact assessment of an activity.

use super::composer::Composer;
use super::facts::Facts;
use crate::document::{Block, Section};
use crate::record::activity::{Activity, Dpia};
use crate::record::profiling::{AutomatedDecisions, Profiling};
use crate::registry::Entry;

pub(super) fn sections(composer: &Composer<'_>, entry: &Entry<Activity>) -> [Section; 3] {
    let record = &entry.record;
    let of = |facts: Option<Facts<'_>>| {
        let block = facts.and_then(Facts::block);
        vec![block.unwrap_or_else(|| Block::paragraph(composer.gap()))]
    };
    let profiles = of(record.profiling.get().map(|profiling| profiling_facts(composer, entry, profiling)));
    let decisions = of(record.automated_decisions.get().map(|decisions| decision_facts(composer, entry, decisions)));
    let dpia = of(record.dpia.internal().get().map(|dpia| dpia_facts(composer, dpia)));
    [
        composer.section("profiling", "register-profiling", None, profiles),
        composer.section("automated-decisions", "register-automated-decisions", None, decisions),
        composer.section("dpia", "register-dpia", None, dpia),
    ]
}

fn profiling_facts<'c>(composer: &'c Composer<'c>, entry: &Entry<Activity>, profiling: &Profiling) -> Facts<'c> {
    let mut facts = Facts::new(composer);
    facts.flag("register-profiling-used", &profiling.used).or_gap();
    facts.phrase("register-method", &profiling.method);
    facts.phrases("register-topics", &profiling.topics);
    facts.phrases("register-inputs", &profiling.inputs);
    facts.phrase("register-effect", &profiling.effect);
    if !profiling.subject_groups.is_absent() {
        facts.links("register-groups", entry.links.profiling_groups.iter().copied());
    }
    facts
}

fn decision_facts<'c>(
    composer: &'c Composer<'c>,
    entry: &Entry<Activity>,
    decisions: &AutomatedDecisions,
) -> Facts<'c> {
    let mut facts = Facts::new(composer);
    facts.flag("register-decisions-used", &decisions.used).or_gap();
    facts.phrase("register-decision", &decisions.decision);
    facts.prose("register-logic", &decisions.logic);
    facts.prose("register-consequences", &decisions.consequences);
    facts.phrase("register-safeguards", &decisions.safeguards);
    facts.text("register-exception", decisions.exception.internal());
    if !decisions.subject_groups.is_absent() {
        facts.links("register-groups", entry.links.decision_groups.iter().copied());
    }
    facts
}

fn dpia_facts<'c>(composer: &'c Composer<'c>, dpia: &Dpia) -> Facts<'c> {
    let mut facts = Facts::new(composer);
    facts.flag("register-dpia-needed", &dpia.needed).or_gap();
    facts.texts("register-dpia-criteria", &dpia.criteria);
    if !dpia.criteria.is_absent() && dpia.criteria.is_empty() {
        facts.or_say("register-dpia-no-criteria");
    }
    facts.prose("register-reason", &dpia.reason).or_gap();
    facts.date("register-dpia-date", &dpia.date);
    if dpia.needed.is_true() {
        facts.or_gap();
    }
    facts.date("register-next-review", &dpia.next_review);
    facts.prose("register-dpia-result", &dpia.result);
    facts.prose("register-dpo-advice", &dpia.dpo_advice);
    facts.text("register-reference", &dpia.reference);
    facts
}
