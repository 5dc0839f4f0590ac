//! Whether people hear of changes in time.

use chrono::NaiveDate;

use crate::change::duty::{Duties, Time};
use crate::change::words::Teller;
use crate::markdown::{escape, words};

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

fn untold<'a>(duties: &'a Duties, teller: &'a Teller<'_>) -> impl Iterator<Item = String> + 'a {
    let strings = teller.strings;
    duties.concerned.untold.values().map(move |one| {
        let activity = escape(&words(&one.title));
        let groups: Vec<String> = one.groups.iter().map(|(id, _)| teller.named("subject-groups", id)).collect();
        if groups.is_empty() {
            return strings.say("change-untold-all", &[("activity", (&activity).into())]);
        }
        let groups = strings.and(&groups);
        strings.say("change-untold", &[("groups", (&groups).into()), ("activity", (&activity).into())])
    })
}
