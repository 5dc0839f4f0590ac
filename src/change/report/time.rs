//! Whether people hear of changes in time.

use chrono::NaiveDate;

use crate::change::duty::{Duties, Time};
use crate::change::words::Teller;
use crate::markdown::{escape, words};

/// The notices that leave people no time, and the people whom no notice tells: a sentence each, without its full
/// stop, with what to do. Inline Markdown.
pub fn lacking(duties: &Duties, teller: &Teller<'_>, today: NaiveDate) -> Vec<String> {
    let late = duties.time(teller, today).into_iter().filter_map(|(id, time)| {
        let one = duties.concerned.notices.get(id)?;
        let title = escape(&one.title);
        let strings = teller.strings;
        let notice = ("notice", (&title).into());
        match time {
            Time::Enough(_) => None,
            _ if one.is_gone => Some(strings.say("change-time-gone", &[notice])),
            Time::None => Some(strings.say("change-time-none", &[notice])),
            Time::TooEarly { effective, earliest } => {
                let (effective, earliest) = (strings.date(effective), strings.date(earliest));
                let gaps = [notice, ("effective", (&effective).into()), ("earliest", (&earliest).into())];
                Some(strings.say("change-time-early", &gaps))
            }
        }
    });
    late.chain(untold(duties, teller)).collect()
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
