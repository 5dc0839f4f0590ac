//! A category of people, Article 30(1)(c).

use super::about;
use super::composer::Composer;
use super::facts::Facts;
use super::flow;
use crate::document::Section;
use crate::record::subject_group::SubjectGroup;
use crate::registry::{Entry, Id};

pub(super) fn sections(composer: &Composer<'_>, id: Id<SubjectGroup>, entry: &Entry<SubjectGroup>) -> Vec<Section> {
    let record = &entry.record;
    let mut facts = Facts::new(composer);
    facts.text("register-singular", &record.singular);
    facts.phrase("register-definition", &record.definition).or_gap();
    facts.links("register-related-to", entry.links.related_to);
    facts.number("register-minimum-age", &record.minimum_age);
    facts.flag("register-children", record.children.internal());
    facts.flag("register-vulnerable", record.vulnerable.internal());
    facts.number("register-people-count", record.people.internal());
    facts.number("register-order", &record.order);
    let mut sections =
        vec![composer.section("group", "register-group", Some("30(1)(c)"), facts.block().into_iter().collect())];
    sections.extend(flow::of_group(composer, id));
    sections.push(about::section(composer, entry, &record.note, &record.changed, Facts::new(composer)));
    sections
}
