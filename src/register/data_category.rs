//! A category of personal data, Article 30(1)(c).

use super::about;
use super::composer::Composer;
use super::facts::Facts;
use crate::decode::PlainItem;
use crate::document::Section;
use crate::record::data_category::DataCategory;
use crate::registry::Entry;

pub(super) fn sections(composer: &Composer<'_>, entry: &Entry<DataCategory>) -> Vec<Section> {
    let record = &entry.record;
    let mut facts = Facts::new(composer);
    let items = record.items.get().into_iter().flat_map(|items| items.iter());
    facts.lines("register-items", items.map(|one| item(composer, one))).or_gap();
    facts.flag("register-exhaustive", &record.exhaustive);
    facts.phrase("register-condition", &record.condition);
    facts.word("register-special", "special", &record.special).or_say("register-special-none");
    facts.flag("register-criminal", &record.criminal);
    facts.word("register-identifiability", "identifiability", &record.identifiability);
    facts.prose("register-description", &record.description);
    facts.links("register-parent", entry.links.parent);
    vec![
        composer.section("category", "register-category", Some("30(1)(c)"), facts.block().into_iter().collect()),
        about::section(composer, entry, &record.note, &record.changed, Facts::new(composer)),
    ]
}

/// An item with everything that was said about it.
fn item(composer: &Composer<'_>, item: &PlainItem) -> String {
    let label = composer.authored(&item.label);
    let Some(more) = &item.more else { return label };
    let condition = more
        .condition
        .text()
        .map(|condition| composer.say_one("register-if", "condition", &composer.authored(condition)));
    let special = more.special.get().map(|special| composer.word("special", special));
    let mandatory = more
        .mandatory
        .copied()
        .map(|mandatory| composer.plain(if mandatory { "register-item-mandatory" } else { "register-item-voluntary" }));
    let said = composer.join([condition, special, mandatory].into_iter().flatten());
    if said.is_empty() {
        return label;
    }
    composer.say("register-with", &[("what", (&label).into()), ("more", (&said).into())])
}
