//! How long data are kept, as a table: a row for each rule, whomever it concerns.

use super::composer::{Composer, told};
use super::purposes::any_of;
use super::retention::{end, told_once, why};
use super::table;
use crate::document::{Block, Text};
use crate::view::notice::{Groups, Retention, SectionPlan};

pub(super) fn blocks(composer: &Composer<'_>, plan: &SectionPlan, facts: &[Retention]) -> Vec<Block> {
    let everybody: Groups = (0..composer.notice.groups.len()).collect();
    let rules = told_once(&facts.iter().collect::<Vec<_>>(), &everybody);
    let rows = rules.iter().map(|rule| (&rule.groups, row(composer, rule))).collect();
    table::blocks(composer, plan, &["kept-head-data", "kept-head-time", "kept-head-more"], rows)
}

fn row(composer: &Composer<'_>, rule: &Retention) -> Vec<Text> {
    let everything = rule.categories.is_empty();
    let what = if everything { composer.strings.plain("your-data") } else { composer.and(&rule.categories) };
    let resting = (!rule.bases.is_empty()).then(|| {
        let bases = any_of(composer, &rule.bases);
        composer.say("kept-resting-on", &[("what", (&what).into()), ("bases", (&bases).into())])
    });
    let what = resting.unwrap_or(what);
    let afterwards = (!rule.afterwards.is_empty())
        .then(|| composer.say_one("keep-afterwards", "what", &composer.and(&rule.afterwards)));
    let longer =
        (!rule.longer_if.is_empty()).then(|| composer.say_one("keep-longer", "what", &composer.or(&rule.longer_if)));
    let why = why(composer, rule, afterwards, longer);
    let (time, besides) = time(composer, rule);
    let more = besides.into_iter().chain(why).chain(end(composer, rule, &rule.groups));
    let from = &rule.origins;
    let alone = |words: &str| Text::told(words, from);
    vec![alone(&what), alone(&time), Text::joined(told(more, from))]
}

/// The time as a phrase, and the sentences that limit it.
fn time(composer: &Composer<'_>, rule: &Retention) -> (String, Vec<String>) {
    let period = rule.period.map(|period| composer.strings.period(period));
    let main = match (&rule.r#while, &period, &rule.from) {
        (Some(stage), Some(period), Some(from)) => Some(composer.say(
            "kept-while-and-after",
            &[("while", (&stage.0).into()), ("period", period.into()), ("from", (&from.0).into())],
        )),
        (Some(stage), Some(period), None) => {
            Some(composer.say("kept-while-and", &[("while", (&stage.0).into()), ("period", period.into())]))
        }
        (Some(stage), None, _) => Some(composer.say_one("kept-while", "while", &stage.0)),
        (None, Some(period), Some(from)) => {
            Some(composer.say("kept-after", &[("period", period.into()), ("from", (&from.0).into())]))
        }
        (None, Some(period), None) => Some(composer.say_one("kept-for", "period", period)),
        (None, None, Some(from)) => Some(composer.say_one("kept-until", "from", &from.0)),
        (None, None, None) => None,
    };
    let main = main.map(|main| if rule.typically { composer.say_one("kept-typically", "time", &main) } else { main });
    let criteria = (!rule.criteria.is_empty()).then(|| composer.and(&rule.criteria));
    let limit_sentence = rule.limit.as_ref().map(|limit| composer.say_one("keep-limit", "limit", &limit.0));
    let criteria_sentence = criteria.as_ref().map(|list| composer.say_one("keep-criteria", "list", list));
    match (main, &rule.limit, criteria) {
        (Some(main), ..) => (main, [limit_sentence, criteria_sentence].into_iter().flatten().collect()),
        (None, Some(limit), _) => {
            (composer.say_one("kept-limit", "limit", &limit.0), criteria_sentence.into_iter().collect())
        }
        (None, None, Some(list)) => (composer.say_one("kept-criteria", "list", &list), Vec::new()),
        (None, None, None) => (String::new(), Vec::new()),
    }
}
