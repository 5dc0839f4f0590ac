//! A rule on how long data are kept, Article 30(1)(f).

use super::about;
use super::composer::Composer;
use super::facts::Facts;
use super::legal_basis;
use crate::document::Section;
use crate::record::retention::Retention;
use crate::registry::Entry;

pub(super) fn sections(composer: &Composer<'_>, entry: &Entry<Retention>) -> Vec<Section> {
    let record = &entry.record;
    let mut facts = Facts::new(composer);
    let period = record.period.copied().map(|period| composer.desk.strings.period(period));
    facts.line("register-period", period);
    facts.phrase("register-from", &record.from);
    facts.phrase("register-while", &record.r#while);
    facts.phrases("register-afterwards", &record.afterwards);
    facts.phrases("register-criteria", &record.criteria);
    if !sets_time(record) {
        facts.line("register-time", None).or_gap();
    }
    facts.phrases("register-longer-if", &record.longer_if);
    facts.phrases("register-sooner-if", &record.sooner_if);
    facts.phrase("register-limit", &record.limit);
    facts.flag("register-typically", &record.typically);
    let bases = entry.links.legal_bases.iter();
    facts.lines("register-legal-bases", bases.map(|id| legal_basis::line(composer, *id)));
    facts.word("register-then", "disposal", &record.then).or_gap();
    facts.phrase("register-then-how", &record.then_how);
    facts.phrase("register-review", &record.review);
    facts.phrase("register-own-control", &record.own_control);
    facts.lines("register-laws", record.laws.iter().map(|law| legal_basis::law(composer, law)));
    facts.phrase("register-retention-reason", &record.reason);
    facts.prose("register-procedure", record.procedure.internal());
    facts.text("register-owner", record.owner.internal());
    vec![
        composer.section("rule", "register-rule", Some("30(1)(f)"), facts.block().into_iter().collect()),
        about::section(composer, entry, &record.note, &record.changed, Facts::new(composer)),
    ]
}

/// Whether a rule says anything about how long.
pub(super) fn sets_time(record: &Retention) -> bool {
    !record.period.is_absent()
        || !record.r#while.is_absent()
        || !record.from.is_absent()
        || !record.criteria.is_empty()
        || !record.limit.is_absent()
}

/// How long, in a cell: while something lasts, a period, criteria, a limit; or the gap.
pub(super) fn time(composer: &Composer<'_>, record: &Retention) -> String {
    let period = record.period.copied().map(|period| composer.desk.strings.period(period));
    let period = match (period, record.from.text()) {
        (Some(period), Some(from)) => {
            let from = composer.authored(from);
            Some(composer.say("register-time-after", &[("period", (&period).into()), ("from", (&from).into())]))
        }
        (None, Some(from)) => Some(composer.say_one("register-time-until", "from", &composer.authored(from))),
        (period, None) => period,
    };
    around(composer, record, period)
}

/// The same where the event that the period runs from stands in a cell of its own.
pub(super) fn time_alone(composer: &Composer<'_>, record: &Retention) -> String {
    match record.period.copied() {
        Some(period) => around(composer, record, Some(composer.desk.strings.period(period))),
        None => time(composer, record),
    }
}

/// The period with what comes before it, what it depends on and what ends it.
fn around(composer: &Composer<'_>, record: &Retention, period: Option<String>) -> String {
    let r#while = record.r#while.text();
    let r#while = r#while.map(|text| composer.say_one("register-time-while", "what", &composer.authored(text)));
    let criteria = composer.join(record.criteria.iter().map(|one| composer.authored(one)));
    let criteria = (!criteria.is_empty()).then(|| composer.say_one("register-time-criteria", "list", &criteria));
    let limit = record.limit.text();
    let limit = limit.map(|text| composer.say_one("register-time-limit", "limit", &composer.authored(text)));
    let time = composer.join([r#while, period, criteria, limit].into_iter().flatten());
    if time.is_empty() {
        return composer.gap();
    }
    if record.typically.is_true() { composer.say_one("register-time-typically", "time", &time) } else { time }
}
