//! Whether people hear of changes in time.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::few;
use crate::change::duty::{Duties, Time, Untold};
use crate::change::words::Teller;
use crate::markdown::escape;

/// Sentences on people whom no notice tells, before the rest is counted.
const SENTENCES: usize = 12;

/// Whether the notices concerned leave people time, and the people whom no notice tells: a sentence each, without
/// its full stop. Inline Markdown.
pub fn said(duties: &Duties, teller: &Teller<'_>, today: NaiveDate) -> Vec<String> {
    notices(duties, teller, today).map(|(_, said)| said).chain(untold(duties, teller)).collect()
}

/// The same, where people are not told in time.
pub fn lacking(duties: &Duties, teller: &Teller<'_>, today: NaiveDate) -> Vec<String> {
    let late = notices(duties, teller, today).filter(|(time, _)| !matches!(time, Time::Enough(_)));
    late.map(|(_, said)| said).chain(untold(duties, teller)).collect()
}

fn notices<'a>(
    duties: &'a Duties,
    teller: &'a Teller<'_>,
    today: NaiveDate,
) -> impl Iterator<Item = (Time, String)> + 'a {
    duties.time(teller, today).into_iter().filter_map(|(id, time)| {
        let one = duties.concerned.notices.get(id)?;
        let (strings, title) = (teller.strings, escape(&one.title));
        let notice = ("notice", (&title).into());
        let said = match time {
            Time::Enough(effective) if !one.is_gone => {
                strings.say("change-time-enough", &[notice, ("effective", (&strings.date(effective)).into())])
            }
            Time::Enough(_) => strings.say("change-time-in-its-place", &[notice]),
            _ if one.is_gone => strings.say("change-time-gone", &[notice]),
            Time::None => strings.say("change-time-none", &[notice]),
            Time::TooEarly { effective, earliest } => {
                let (effective, earliest) = (strings.date(effective), strings.date(earliest));
                let gaps = [notice, ("effective", (&effective).into()), ("earliest", (&earliest).into())];
                strings.say("change-time-early", &gaps)
            }
        };
        Some((time, said))
    })
}

/// The people whom no notice tells any more, and those whom none told before.
fn untold(duties: &Duties, teller: &Teller<'_>) -> Vec<String> {
    let lost = people(&duties.concerned.lost, ("change-lost", "change-lost-all"), teller);
    [lost, people(&duties.concerned.untold, ("change-untold", "change-untold-all"), teller)].concat()
}

/// One sentence for the same people, however many activities concern them.
fn people(untold: &BTreeMap<String, Untold>, (some, all_people): (&str, &str), teller: &Teller<'_>) -> Vec<String> {
    let strings = teller.strings;
    let mut all: BTreeMap<Vec<&str>, BTreeSet<String>> = BTreeMap::new();
    for one in untold.values() {
        let groups = one.groups.iter().map(|(id, _)| id.as_str()).collect();
        all.entry(groups).or_default().insert(one.title.clone());
    }
    let say = |(groups, activities): (&Vec<&str>, &BTreeSet<String>)| {
        let activities = few(activities, strings);
        let activity = ("activity", (&activities).into());
        let groups: Vec<String> = groups.iter().map(|id| teller.named("subject-groups", id)).collect();
        match groups.as_slice() {
            [] => strings.say(all_people, &[activity]),
            groups => strings.say(some, &[("groups", (&strings.and(groups)).into()), activity]),
        }
    };
    let mut said: Vec<String> = all.iter().take(SENTENCES).map(say).collect();
    if all.len() > SENTENCES {
        said.push(strings.say("change-untold-more", &[("n", (all.len() - SENTENCES).into())]));
    }
    said
}
