//! Proof of completeness: what Articles 13 and 14 ask a notice to say, and where it says it.
//!
//! A grid of notices, groups of people and information items. Two things are compared:
//!
//! - *Due* is what the records give cause for: there is a transfer, so the notice has to tell of it.
//!   That is asked of the [`Registry`].
//! - *Met* is what the published notice says: the fact is in its public view, and the section that
//!   tells it stands in the composed document. That is asked of [`crate::view::notice`] and
//!   [`crate::notice`].
//!
//! 1. [`ALL`] lists the items with what asks for them.
//! 2. An audience is a group with those of its data that one of the two articles is about.
//! 3. A judge per topic answers for an audience and an item with a [`State`].
//!
//! A fact that is missing is a [`Gap`]: it names the record, the place and the key to write, and the
//! lint that looks for that fact by itself, if there is one.

mod audience;
mod cell;
mod cookies;
mod data;
mod exemptions;
mod form;
mod identity;
mod item;
pub mod json;
mod purposes;
mod recipients;
mod retention;
mod rights;
mod transfers;

use std::collections::BTreeSet;

pub use cell::{Gap, Place, Reason, State};
pub use item::{ALL, Item, Status};

use audience::Audience;

use crate::document::Document;
use crate::record::notice::{Notice, SectionName};
use crate::record::subject_group::SubjectGroup;
use crate::registry::{Id, Registry};
use crate::strings::Strings;
use crate::view::notice as view;

/// The two articles, by where data come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Article {
    /// Article 13: from the person.
    Direct,
    /// Article 14: from elsewhere.
    Indirect,
}

/// What a notice says and does not say.
#[derive(Debug, Clone)]
pub struct Coverage {
    /// The notice.
    pub notice: Id<Notice>,
    /// The groups it speaks to, in its order.
    pub groups: Vec<GroupCoverage>,
}

/// What a notice says to one group.
#[derive(Debug, Clone)]
pub struct GroupCoverage {
    /// The group.
    pub group: Id<SubjectGroup>,
    /// Every item, in order.
    pub rows: Vec<Row>,
}

/// An item under both articles; nothing where an article does not ask for it.
#[derive(Debug, Clone)]
pub struct Row {
    /// The item.
    pub item: &'static Item,
    /// Under Article 13.
    pub direct: Option<State>,
    /// Under Article 14.
    pub indirect: Option<State>,
}

impl Row {
    /// The answers, each with its article.
    pub fn cells(&self) -> impl Iterator<Item = (Article, &State)> {
        let direct = self.direct.iter().map(|state| (Article::Direct, state));
        direct.chain(self.indirect.iter().map(|state| (Article::Indirect, state)))
    }

    /// The answers that lack something that the law asks for.
    pub fn missing(&self) -> impl Iterator<Item = (Article, &[Gap])> {
        let cells = self.cells().filter(|_| self.item.status == Status::Law);
        cells.filter_map(|(article, state)| match state {
            State::Missing(gaps) => Some((article, gaps.as_slice())),
            _ => None,
        })
    }
}

impl GroupCoverage {
    /// How many items lack something that the law asks for.
    pub fn missing(&self) -> usize {
        self.rows.iter().filter(|row| row.missing().next().is_some()).count()
    }
}

impl Coverage {
    /// How many items lack something that the law asks for, counted for each group.
    pub fn missing(&self) -> usize {
        self.groups.iter().map(GroupCoverage::missing).sum()
    }
}

/// Judges a notice as it is published.
pub fn cover(registry: &Registry, id: Id<Notice>, strings: &Strings) -> Coverage {
    let facts = view::gather(registry, &registry.notices[id]);
    let document = crate::notice::compose(&facts, strings);
    judge(registry, id, &facts, &sections_of(&document))
}

/// Every notice of a registry.
pub fn cover_all(registry: &Registry, strings: &Strings) -> Vec<Coverage> {
    registry.notices.iter().map(|(id, _)| cover(registry, id, strings)).collect()
}

/// Judges a notice without composing it: sections that are planned are taken to stand. Lints ask
/// this, which have no words.
pub fn cover_facts(registry: &Registry, id: Id<Notice>) -> Coverage {
    let facts = view::gather(registry, &registry.notices[id]);
    judge(registry, id, &facts, &standing(&facts))
}

/// The sections of a document.
fn sections_of(document: &Document) -> BTreeSet<SectionName> {
    document.sections.iter().filter_map(|section| SectionName::of(&section.anchor)).collect()
}

/// The sections that a notice plans.
fn standing(facts: &view::Notice) -> BTreeSet<SectionName> {
    facts.plan.sections.iter().map(|plan| plan.name).collect()
}

fn judge(registry: &Registry, id: Id<Notice>, facts: &view::Notice, sections: &BTreeSet<SectionName>) -> Coverage {
    let entry = &registry.notices[id];
    let groups = entry.links.subject_groups.iter().enumerate().map(|(at, group)| {
        let audience = |article| Audience::new(registry, id, facts, sections, (at, *group), article);
        let (direct, indirect) = (audience(Article::Direct), audience(Article::Indirect));
        let nobody = match (direct.told.is_empty(), indirect.told.is_empty()) {
            (true, true) => {
                let withheld = !direct.withheld.is_empty() || !indirect.withheld.is_empty();
                Some(if withheld { Reason::Withheld } else { Reason::NobodyConcerned })
            }
            _ => None,
        };
        let cell = |item: &Item, audience: &Audience<'_>| {
            item.source(audience.article)?;
            Some(state(item, audience, nobody))
        };
        let rows = ALL.iter().map(|item| Row { item, direct: cell(item, &direct), indirect: cell(item, &indirect) });
        GroupCoverage { group: *group, rows: rows.collect() }
    });
    Coverage { notice: id, groups: groups.collect() }
}

fn state(item: &Item, audience: &Audience<'_>, nobody: Option<Reason>) -> State {
    // What is kept out of notices is asked about whether or not anything else is told.
    if matches!(item.id, "N73" | "N74") {
        return exemptions::state(audience);
    }
    if let Some(reason) = nobody {
        return State::NotDue(reason);
    }
    if audience.told.is_empty() {
        return State::NotDue(match audience.article {
            Article::Direct => Reason::NotFromPerson,
            Article::Indirect => Reason::NotFromElsewhere,
        });
    }
    if item.status == Status::Untestable {
        return State::Untestable;
    }
    match item.id {
        "N01" => identity::controller(audience),
        "N02" => identity::joint_controllers(audience),
        "N03" => identity::arrangement(audience),
        "N04" => identity::representative(audience),
        "N05" => identity::officer(audience),
        "N06" => rights::requests(audience),
        "N10" => purposes::purposes(audience),
        "N11" => purposes::bases(audience),
        "N12" => purposes::interests(audience),
        "N14" => purposes::laws(audience),
        "N15" => data::special(audience),
        "N16" => data::criminal(audience),
        "N17" => data::categories(audience),
        "N18" => data::sources(audience),
        "N19" => data::required(audience),
        "N20" => purposes::consent(audience),
        "N30" | "N33" => recipients::recipients(audience),
        "N31" => recipients::named(audience),
        "N34" => transfers::transfers(audience),
        "N35" => transfers::adequacy(audience),
        "N36" => transfers::no_adequacy(audience),
        "N37" => transfers::safeguards(audience),
        "N38" => transfers::countries(audience),
        "N39" => transfers::compelling_interest(audience),
        "N50" => retention::periods(audience),
        "N51" => retention::every_rule(audience),
        "N52" => retention::tangible(audience),
        "N60" => rights::always(audience),
        "N61" => rights::portability(audience),
        "N62" => rights::portability_not_promised(audience),
        "N63" => rights::objection(audience),
        "N64" => rights::marketing(audience),
        "N65" => rights::research(audience),
        "N66" => rights::complaint(audience),
        "N67" => rights::decisions(audience),
        "N68" => rights::review(audience),
        "N76" => form::plain_words(audience),
        "N80" => State::NotDue(Reason::NoIcons),
        "N81" => form::versions(audience),
        "N90" => cookies::purposes(audience),
        "N91" => cookies::lifetimes(audience),
        "N92" => cookies::providers(audience),
        "N93" => cookies::consent(audience),
        // N13: no field of a record says it.
        _ => State::Untestable,
    }
}
