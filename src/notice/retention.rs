//! How long data are kept.

use super::composer::{Composer, told};
use super::purposes::{any_of, laws};
use super::retention_table;
use crate::document::Block;
use crate::record::notice::ShownAs;
use crate::record::retention::Disposal;
use crate::view::notice::{Groups, Markdown, Retention, SectionPlan};

pub(super) fn blocks(composer: &Composer<'_>, plan: &SectionPlan) -> Vec<Block> {
    let facts = &composer.notice.retention;
    if plan.shown_as == ShownAs::Table {
        return retention_table::blocks(composer, plan, facts);
    }
    composer.by_group(plan, facts, |rule| &rule.groups, |part, heading| compose(composer, part, heading))
}

fn compose(composer: &Composer<'_>, part: &[&Retention], heading: &Groups) -> Vec<Block> {
    let mut blocks = Vec::new();
    for rule in &told_once(part, heading) {
        let everything = rule.categories.is_empty();
        let what = if everything { composer.strings.plain("your-data") } else { composer.and(&rule.categories) };
        let lists = stages(composer, rule);
        if lists.is_empty() {
            let all = time(composer, rule, &what).into_iter().chain(end(composer, rule, heading));
            blocks.extend(composer.sentences(told(all, &rule.origins)));
        } else {
            blocks.extend(composer.sentences(told(time(composer, rule, &what), &rule.origins)));
            blocks.extend(lists);
            blocks.extend(composer.sentences(told(end(composer, rule, heading), &rule.origins)));
        }
    }
    blocks
}

/// The rules of a part, with the data of one rule together: under one heading, that other groups
/// have it for less of them does not matter.
pub(super) fn told_once(part: &[&Retention], heading: &Groups) -> Vec<Retention> {
    let mut rules: Vec<Retention> = Vec::new();
    for rule in part {
        let groups: Groups = heading.iter().copied().filter(|group| rule.groups.contains(group)).collect();
        let same = |known: &&mut Retention| {
            known.rule == rule.rule
                && known.groups == groups
                && !known.categories.is_empty()
                && !rule.categories.is_empty()
        };
        match rules.iter_mut().find(same) {
            Some(known) => {
                let new = rule.categories.iter().filter(|name| !known.categories.contains(name));
                let new: Vec<Markdown> = new.cloned().collect();
                known.categories.extend(new);
                known.origins.join(&rule.origins);
            }
            None => rules.push(Retention { groups, ..(*rule).clone() }),
        }
    }
    rules
}

/// How long, and what that depends on.
fn time(composer: &Composer<'_>, rule: &Retention, what: &str) -> Vec<String> {
    let resting = (!rule.bases.is_empty()).then(|| {
        let bases = any_of(composer, &rule.bases);
        composer.say("keep-resting-on", &[("what", what.into()), ("bases", (&bases).into())])
    });
    let what = resting.as_deref().unwrap_or(what);
    let typically = if rule.typically { "yes" } else { "no" };
    let period = rule.period.map(|period| composer.strings.period(period));
    let base = [("what", what.into()), ("typically", typically.into())];
    let main = match (&rule.r#while, &period, &rule.from) {
        (Some(stage), Some(period), Some(from)) => composer.say(
            "keep-while-and-after",
            &[base[0], base[1], ("while", (&stage.0).into()), ("period", period.into()), ("from", (&from.0).into())],
        ),
        (Some(stage), Some(period), None) => {
            composer.say("keep-while-and", &[base[0], base[1], ("while", (&stage.0).into()), ("period", period.into())])
        }
        (Some(stage), None, _) => composer.say("keep-while", &[base[0], base[1], ("while", (&stage.0).into())]),
        (None, Some(period), Some(from)) => {
            composer.say("keep-after", &[base[0], base[1], ("period", period.into()), ("from", (&from.0).into())])
        }
        (None, Some(period), None) => composer.say("keep-for", &[base[0], base[1], ("period", period.into())]),
        (None, None, Some(from)) => composer.say("keep-until", &[base[0], base[1], ("from", (&from.0).into())]),
        (None, None, None) => String::new(),
    };
    // The first sentence says which data are meant; those behind it speak of "them".
    let limit = rule.limit.as_ref().map(|limit| {
        let key = if main.is_empty() { "keep-limit-of" } else { "keep-limit" };
        composer.say(key, &[base[0], ("limit", (&limit.0).into())])
    });
    let criteria = (!rule.criteria.is_empty()).then(|| {
        let key = if main.is_empty() && limit.is_none() { "keep-criteria-of" } else { "keep-criteria" };
        composer.say(key, &[base[0], ("list", (&composer.and(&rule.criteria)).into())])
    });
    let longer = composer.single("keep-longer", "what", &rule.longer_if);
    let afterwards = composer.single("keep-afterwards", "what", &rule.afterwards);
    [Some(main), limit, criteria].into_iter().flatten().chain(why(composer, rule, afterwards, longer)).collect()
}

/// Why this long, and what makes it longer or shorter.
pub(super) fn why(
    composer: &Composer<'_>,
    rule: &Retention,
    afterwards: Option<String>,
    longer: Option<String>,
) -> Vec<String> {
    let reason = rule.reason.as_ref().map(|reason| composer.say_one("keep-reason", "reason", &reason.0));
    let by_law = (!rule.laws.is_empty()).then(|| composer.say_one("keep-laws", "laws", &laws(composer, &rule.laws)));
    let sooner =
        (!rule.sooner_if.is_empty()).then(|| composer.say_one("keep-sooner", "list", &composer.or(&rule.sooner_if)));
    [reason, by_law, afterwards, longer, sooner].into_iter().flatten().collect()
}

/// What happens at the end, and whom the rule concerns.
pub(super) fn end(composer: &Composer<'_>, rule: &Retention, heading: &Groups) -> Vec<String> {
    let then = rule.then.map(|disposal| match disposal {
        Disposal::Erase => "then-erase",
        Disposal::Anonymise => "then-anonymise",
        Disposal::Archive => "then-archive",
        Disposal::Review => "then-review",
    });
    let then = match (then, &rule.then_how) {
        (None, None) => None,
        // How it is done is told even where what is done was forgotten.
        (then, how) => {
            let (says, how) = how.as_ref().map_or(("no", ""), |how| ("yes", how.0.as_str()));
            Some(composer.say(then.unwrap_or("then-done"), &[("how", how.into()), ("says", says.into())]))
        }
    };
    let review = rule.review.as_ref().map(|review| composer.say_one("keep-review", "review", &review.0));
    let own = rule.own_control.as_ref().map(|text| text.0.clone());
    let only = composer.only_sentence(&rule.groups, heading);
    [then, review, own, Some(only)].into_iter().flatten().collect()
}

/// Lists of what comes afterwards, and of what keeps data longer.
fn stages(composer: &Composer<'_>, rule: &Retention) -> Vec<Block> {
    let mut blocks = composer.several("keep-afterwards-list", &rule.afterwards, &rule.origins);
    blocks.extend(composer.several("keep-longer-list", &rule.longer_if, &rule.origins));
    blocks
}
