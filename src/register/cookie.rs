//! A cookie, or a class of cookies and the like.

use super::about;
use super::composer::Composer;
use super::facts::Facts;
use crate::document::Section;
use crate::record::cookie::Cookie;
use crate::registry::Entry;

pub(super) fn sections(composer: &Composer<'_>, entry: &Entry<Cookie>) -> Vec<Section> {
    let record = &entry.record;
    let mut facts = Facts::new(composer);
    facts.texts("register-cookie-names", &record.names);
    facts.word("register-cookie-class", "cookie-class", &record.class).or_gap();
    facts.words("register-technologies", "technology", &record.technologies);
    facts.phrase("register-placement", &record.placement);
    facts.phrase("register-in-messages", &record.in_messages);
    facts.flag("register-possible", &record.possible);
    facts.phrases("register-cookie-purposes", &record.purposes).or_gap();
    facts.phrases("register-cookie-data", &record.data);
    facts.flag("register-cookie-data-exhaustive", &record.exhaustive);
    let lifetime = record.lifetime.copied().map(|lifetime| composer.desk.strings.lifetime(lifetime));
    facts.line("register-lifetime", lifetime);
    if record.kept_until.is_absent() {
        facts.or_gap();
    }
    facts.phrase("register-kept-until", &record.kept_until);
    facts.line("register-provider", entry.links.provider.map(|party| composer.party(party)));
    facts.or_say("register-provider-own");
    facts.word("register-cookie-consent", "cookie-consent", &record.consent).or_gap();
    facts.phrase("register-refuse", &record.refuse);
    facts.phrase("register-if-refused", &record.if_refused);
    facts.phrase("register-if-accepted", &record.if_accepted);
    facts.flag("register-no-opt-out", &record.no_opt_out);
    facts.links("register-groups", entry.links.subject_groups.iter().copied());
    facts.links("register-activity", entry.links.activity).or_gap();
    vec![
        composer.section("cookie", "register-cookie", None, facts.block().into_iter().collect()),
        about::section(composer, entry, &record.note, &record.changed, Facts::new(composer)),
    ]
}
