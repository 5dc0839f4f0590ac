//! Retention rules as a picture: from which event, how long, and what no number says (Article
//! 30(1)(f)).

use super::composer::Composer;
use crate::decode::Period;
use crate::document::Block;
use crate::markdown;
use crate::picture::{self, About, Rule, Term, Tick, Timeline};
use crate::record::retention::Retention;
use crate::registry::Id;

/// Rules in a picture; the table has the others.
const RULES: usize = 40;

/// Places on the axis that may have a name: number, unit and length in days.
const TICKS: [(u32, &str, u64); 17] = [
    (1, "register-tick-days", 1),
    (1, "register-tick-weeks", 7),
    (1, "register-tick-months", 30),
    (3, "register-tick-months", 91),
    (6, "register-tick-months", 183),
    (1, "register-tick-years", 365),
    (2, "register-tick-years", 730),
    (3, "register-tick-years", 1096),
    (5, "register-tick-years", 1826),
    (7, "register-tick-years", 2557),
    (10, "register-tick-years", 3652),
    (15, "register-tick-years", 5479),
    (20, "register-tick-years", 7305),
    (30, "register-tick-years", 10957),
    (50, "register-tick-years", 18262),
    (100, "register-tick-years", 36524),
    (1000, "register-tick-years", 365_242),
];

/// The picture of some rules, if there are any. The table beside it stands on the page already.
pub(super) fn figure(composer: &Composer<'_>, ids: &[Id<Retention>]) -> Option<Block> {
    if ids.is_empty() {
        return None;
    }
    let rules: Vec<Rule> = ids.iter().take(RULES).map(|id| rule(composer, *id)).collect();
    let name = composer.plain("register-timeline");
    let about = About {
        id: composer.anchor("timeline-picture"),
        title: name.clone(),
        description: composer.say("register-timeline-description", &[("n", rules.len().into())]),
    };
    let tick = |(n, unit, days): (u32, &str, u64)| Tick { days, label: composer.say(unit, &[("n", n.into())]) };
    let mut caption = vec![composer.plain("register-timeline-caption")];
    let sign = |there: bool, key: &str| there.then(|| composer.plain(key));
    caption.extend(sign(rules.iter().any(|rule| rule.before.is_some()), "register-timeline-before"));
    caption.extend(sign(rules.iter().any(|rule| rule.term == Term::Open), "register-timeline-open"));
    caption.extend(sign(rules.iter().any(|rule| rule.sooner), "register-timeline-sooner"));
    caption.extend(sign(rules.iter().any(|rule| rule.longer), "register-timeline-longer"));
    let rest = ids.len().saturating_sub(RULES);
    caption.extend((rest > 0).then(|| composer.say("register-timeline-hidden", &[("n", rest.into())])));
    let event = composer.plain("register-timeline-event");
    let svg = picture::timeline(&Timeline { about, event, ticks: TICKS.map(tick).into(), rules });
    Some(Block::Figure { name: name.into(), caption: caption.join(" ").into(), svg, blocks: Vec::new() })
}

fn rule(composer: &Composer<'_>, id: Id<Retention>) -> Rule {
    let record = &composer.desk.registry.retention[id].record;
    let from = record.from.text().map(markdown::words);
    let criteria: Vec<String> = record.criteria.iter().map(|one| markdown::words(one)).collect();
    let limit =
        record.limit.text().map(|limit| composer.say_one("register-time-limit", "limit", &markdown::words(limit)));
    let criteria =
        (!criteria.is_empty()).then(|| composer.say_one("register-time-criteria", "list", &composer.join(&criteria)));
    let period = record.period.copied();
    let term = match (period, &criteria) {
        (Some(period), _) => Term::Days(days(period)),
        (None, Some(_)) => Term::Open,
        (None, None) if !record.afterwards.is_empty() => Term::Open,
        (None, None) if from.is_some() || !record.r#while.is_absent() => Term::Event,
        (None, None) if limit.is_some() => Term::Open,
        (None, None) => Term::Gap,
    };
    let words = match (period, &criteria) {
        (Some(period), _) => composer.desk.strings.period(period),
        (None, Some(criteria)) => criteria.clone(),
        (None, None) if term == Term::Gap => markdown::words(&composer.gap()),
        (None, None) if !record.afterwards.is_empty() => {
            let needs: Vec<String> = record.afterwards.iter().map(|one| markdown::words(one)).collect();
            composer.say_one("register-timeline-afterwards", "list", &composer.desk.strings.and(&needs))
        }
        (None, None) => String::new(),
    };
    let words = if record.typically.is_true() && !words.is_empty() {
        composer.say_one("register-time-typically", "time", &words)
    } else {
        words
    };
    let event = from.map(|from| {
        let key = if period.is_some() { "register-timeline-after" } else { "register-time-until" };
        composer.say_one(key, "from", &from)
    });
    let besides = period.and(criteria);
    let below: Vec<String> = event.into_iter().chain(besides).chain(limit).collect();
    Rule {
        label: composer.name(id.into()),
        href: Some(composer.address_of(id.into())),
        before: record
            .r#while
            .text()
            .map(|what| composer.say_one("register-time-while", "what", &markdown::words(what))),
        event: (!below.is_empty()).then(|| composer.join(&below)),
        term,
        words,
        longer: !record.longer_if.is_empty(),
        sooner: !record.sooner_if.is_empty(),
    }
}

/// About how many days a period lasts.
fn days(period: Period) -> u64 {
    let (shortest, longest) = period.days_range();
    shortest.midpoint(longest)
}

#[cfg(test)]
mod tests {
    use super::{TICKS, days};
    use crate::decode::Period;

    #[test]
    fn ticks_stand_where_periods_end() {
        assert!(TICKS.windows(2).all(|pair| pair[0].2 < pair[1].2));
        for (n, unit, length) in TICKS {
            let letter = unit.trim_start_matches("register-tick-").chars().next().map(|c| c.to_ascii_uppercase());
            let period = Period::parse(&format!("P{n}{}", letter.unwrap_or('D'))).unwrap_or_default();
            assert!(days(period).abs_diff(length) <= 2, "{period}: {} and {length}", days(period));
        }
    }
}
