//! Public facts as lines of plain words.

use crate::decode::{Items, Jurisdiction};
use crate::export::facts::clerk::{Clerk, lines, listed, words};
use crate::export::facts::plain::plain;
use crate::record::activity::Purpose;
use crate::record::data_category::{DataCategory, Identifiability};
use crate::record::legal_basis::{Law, LegalBasis};
use crate::record::retention::Retention;
use crate::record::security_measure::SecurityMeasure;
use crate::record::subject_group::SubjectGroup;
use crate::record::transfer::Transfer;
use crate::registry::Entry;

pub(in crate::export::facts) use crate::export::facts::common::told;

/// A purpose with what it includes and its condition.
pub(in crate::export::facts) fn purpose(clerk: &Clerk<'_>, purpose: &Purpose) -> String {
    let condition = words(&purpose.condition);
    let condition =
        if condition.is_empty() { condition } else { clerk.say("register-if", &[("condition", (&condition).into())]) };
    clerk.join([
        clerk.with(&words(&purpose.title), &condition),
        clerk.labelled("register-includes", &listed(&purpose.includes)),
    ])
}

/// What a basis is: its ground, conditions, and what it rests on.
pub(in crate::export::facts) fn basis(clerk: &Clerk<'_>, basis: &LegalBasis) -> String {
    let point = |article: &str| clerk.say("register-mark", &[("point", article.into())]);
    let ground = basis.article.get().map(|article| {
        let words = clerk.word(&format!("register-ground-{}", article.0.id()));
        clerk.with(&words, &point(article.0.article()))
    });
    let conditions = basis.article_9.iter().map(|condition| {
        let words = clerk.word(&format!("register-special-condition-{}", condition.0.id()));
        clerk.with(&words, &point(condition.0.article()))
    });
    let extent = basis.extent.get().map(|extent| clerk.choice("basis-extent", extent)).unwrap_or_default();
    let ground = clerk.with(&ground.unwrap_or_default(), &extent);
    let consent = basis.consent.get();
    let rests = [
        clerk.labelled("register-basis-contract", &words(&basis.contract)),
        clerk.labelled("register-obligation", &words(&basis.obligation)),
        clerk.labelled("register-laws", &laws(clerk, basis.laws.iter())),
        clerk.labelled("register-interests", &listed(&basis.interests)),
        clerk.labelled("register-interest-of", &words(&basis.interest_of)),
        clerk.labelled("register-vital-interest", &words(&basis.vital_interest)),
        clerk.labelled("register-consent-to", &consent.map(|one| words(&one.to)).unwrap_or_default()),
        clerk.labelled("register-examples", &listed(&basis.examples)),
    ];
    clerk.join([ground].into_iter().chain(conditions).chain(rests))
}

/// Laws in one line.
pub(in crate::export::facts) fn laws<'a>(clerk: &Clerk<'_>, laws: impl Iterator<Item = &'a Law>) -> String {
    let line = |law: &Law| {
        let country = law.country.copied().map(|country| match country {
            Jurisdiction::Union => clerk.word("register-union"),
            Jurisdiction::Country(code) => clerk.desk.strings.country_name(code.as_str()),
        });
        let act = [words(&law.act), words(&law.article)];
        let act: Vec<&str> = act.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        clerk.with(&act.join(", "), &country.unwrap_or_default())
    };
    clerk.join(laws.map(line))
}

/// How long, and what happens then.
pub(in crate::export::facts) fn rule(clerk: &Clerk<'_>, entry: &Entry<Retention>) -> String {
    let rule = &entry.record;
    let bases = entry.links.legal_bases.iter().map(|id| basis(clerk, &clerk.desk.registry.legal_bases[*id].record));
    clerk.join([
        time(clerk, rule),
        clerk.labelled("register-legal-bases", &clerk.join(bases)),
        clerk.labelled("register-afterwards", &listed(&rule.afterwards)),
        clerk.labelled("register-longer-if", &listed(&rule.longer_if)),
        clerk.labelled("register-sooner-if", &listed(&rule.sooner_if)),
        clerk.labelled("register-then", &then(clerk, rule)),
        words(&rule.review),
        words(&rule.own_control),
        clerk.labelled("register-laws", &laws(clerk, rule.laws.iter())),
        clerk.labelled("register-retention-reason", &words(&rule.reason)),
    ])
}

/// How long: while something lasts, a period from an event, criteria, a limit.
pub(in crate::export::facts) fn time(clerk: &Clerk<'_>, rule: &Retention) -> String {
    let from = words(&rule.from);
    let period = rule.period.copied().map(|period| clerk.desk.strings.period(period)).unwrap_or_default();
    let period = match (period.is_empty(), from.is_empty()) {
        (_, true) => period,
        (true, false) => clerk.say("register-time-until", &[("from", (&from).into())]),
        (false, false) => clerk.say("register-time-after", &[("period", (&period).into()), ("from", (&from).into())]),
    };
    let said = |key: &str, gap: &str, text: String| {
        if text.is_empty() { text } else { clerk.say(key, &[(gap, (&text).into())]) }
    };
    let time = clerk.join([
        said("register-time-while", "what", words(&rule.r#while)),
        period,
        said("register-time-criteria", "list", listed(&rule.criteria)),
        said("register-time-limit", "limit", words(&rule.limit)),
    ]);
    if rule.typically.is_true() { said("register-time-typically", "time", time) } else { time }
}

/// What happens at the end, and how.
pub(in crate::export::facts) fn then(clerk: &Clerk<'_>, rule: &Retention) -> String {
    let then = rule.then.get().map(|then| clerk.choice("disposal", then)).unwrap_or_default();
    match (then.is_empty(), words(&rule.then_how)) {
        (true, how) => how,
        (false, how) => clerk.with(&then, &how),
    }
}

/// A category of people with who belongs to it.
pub(in crate::export::facts) fn group(group: &SubjectGroup) -> String {
    let name = group.name.text().unwrap_or_default().to_owned();
    match words(&group.definition) {
        definition if definition.is_empty() => name,
        definition => format!("{name}: {definition}"),
    }
}

/// A category of data with what belongs to it, and whether it is special.
pub(in crate::export::facts) fn category(clerk: &Clerk<'_>, category: &DataCategory) -> String {
    let name = clerk.with(&words(&category.name), &marks(clerk, category));
    let items = items(clerk, category).join(", ");
    let more = clerk.join([items, condition(clerk, &words(&category.condition)), lines(&category.description)]);
    if more.is_empty() { name } else { clerk.about(&name, &more) }
}

fn condition(clerk: &Clerk<'_>, condition: &str) -> String {
    if condition.is_empty() { String::new() } else { clerk.say("register-if", &[("condition", condition.into())]) }
}

/// The kinds of Article 9 and Article 10 that a category is marked with, and whether it is anonymous.
fn marks(clerk: &Clerk<'_>, category: &DataCategory) -> String {
    let special = category.special.get().map(|special| clerk.choice("special", special)).unwrap_or_default();
    let criminal = if category.criminal.is_true() { clerk.word("register-criminal") } else { String::new() };
    let known = category.identifiability.copied().filter(|one| *one != Identifiability::Personal);
    let known = known.map(|one| clerk.labelled("register-identifiability", &clerk.choice("identifiability", &one)));
    clerk.join([special, criminal, known.unwrap_or_default()])
}

/// What belongs to a category.
pub(in crate::export::facts) fn items(clerk: &Clerk<'_>, category: &DataCategory) -> Vec<String> {
    let items = category.items.get().into_iter().flat_map(Items::iter);
    let line = |item: &crate::decode::PlainItem| {
        let Some(more) = &item.more else { return plain(&item.label) };
        let special = more.special.get().map(|special| clerk.choice("special", special)).unwrap_or_default();
        clerk.with(&plain(&item.label), &clerk.join([condition(clerk, &words(&more.condition)), special]))
    };
    items.map(line).collect()
}

/// A measure in the words of notices.
pub(in crate::export::facts) fn measure(measure: &SecurityMeasure) -> String {
    let parts = [words(&measure.name), words(&measure.sentence)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
}

/// Where a transfer goes.
pub(in crate::export::facts) fn destination(clerk: &Clerk<'_>, transfer: &Transfer) -> String {
    let countries = transfer.countries.iter().map(|country| clerk.country(*country)).collect::<Vec<_>>().join(", ");
    let organisation = transfer.organisation.text().unwrap_or_default().to_owned();
    clerk.join([countries, organisation, words(&transfer.destination)])
}

/// What a transfer rests on.
pub(in crate::export::facts) fn safeguards(clerk: &Clerk<'_>, transfer: &Transfer) -> String {
    let mechanisms = transfer.mechanisms.iter().map(|mechanism| clerk.choice("mechanism", mechanism));
    let mechanisms = clerk.join(mechanisms);
    let framework = transfer.framework.get().map(|framework| words(&framework.name)).unwrap_or_default();
    clerk.join([
        mechanisms,
        framework,
        clerk.labelled("register-depends-on", &words(&transfer.depends_on)),
        clerk.labelled("register-compelling-interest", &words(&transfer.compelling_interest)),
    ])
}

/// A transfer without its holder.
pub(in crate::export::facts) fn transfer(clerk: &Clerk<'_>, transfer: &Transfer) -> String {
    let extent = transfer.extent.get().map(|extent| clerk.choice("extent", extent)).unwrap_or_default();
    let said = clerk.join([safeguards(clerk, transfer), extent, words(&transfer.when)]);
    let place = destination(clerk, transfer);
    if said.is_empty() { place } else { clerk.about(&place, &said) }
}
