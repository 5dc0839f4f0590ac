//! Whether people hear of changes in time.

use crate::change::duty::Duties;
use crate::change::words::Teller;
use crate::markdown::{escape, words};

/// The notices that leave people no time, and the people whom no notice tells: a sentence each, without its full
/// stop, with what to do. Inline Markdown.
pub fn lacking(duties: &Duties, teller: &Teller<'_>) -> Vec<String> {
    let late = duties.concerned.notices.iter().filter(|(id, _)| duties.unannounced.contains(*id));
    let late = late.map(|(_, one)| {
        let key = if one.is_gone { "change-time-gone" } else { "change-time-none" };
        teller.strings.say(key, &[("notice", (&escape(&one.title)).into())])
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
