//! Questions about legal bases: what purposes and data rest on.

use super::Scope;
use crate::decode::Row;
use crate::law::{Ground, SpecialCondition};
use crate::record::activity::{Activity, DataRow, Purpose};
use crate::record::data_category::DataCategory;
use crate::record::legal_basis::{BasisExtent, Consent, LegalBasis};
use crate::registry::{DataLinks, Entry, Id, PurposeLinks};
use crate::source::Span;

/// A purpose of an activity that goes on.
#[derive(Clone, Copy)]
pub struct PurposeRow<'a> {
    /// The activity.
    pub id: Id<Activity>,
    /// Its record.
    pub activity: &'a Entry<Activity>,
    /// The purpose.
    pub row: &'a Row<Purpose>,
    /// What it refers to.
    pub links: &'a PurposeLinks,
}

/// A row of data of an activity that goes on.
#[derive(Clone, Copy)]
pub struct DataPlace<'a> {
    /// The activity.
    pub id: Id<Activity>,
    /// Its record.
    pub activity: &'a Entry<Activity>,
    /// The row.
    pub row: &'a Row<DataRow>,
    /// What it refers to.
    pub links: &'a DataLinks,
}

/// A legal basis where a purpose names it.
#[derive(Clone, Copy)]
pub struct NamedBasis<'a> {
    /// The basis.
    pub id: Id<LegalBasis>,
    /// Its record.
    pub entry: &'a Entry<LegalBasis>,
    /// The place of the name.
    pub span: Span,
}

impl NamedBasis<'_> {
    /// The ground of Article 6(1), where the record says one.
    pub fn ground(&self) -> Option<Ground> {
        self.entry.record.article.copied().map(|article| article.0)
    }

    /// Whether it reaches everything that names it, not some cases only.
    pub fn is_general(&self) -> bool {
        self.entry.record.extent.copied() != Some(BasisExtent::SomeCases)
    }
}

/// A legal basis that asks for consent.
pub struct ConsentBasis<'a> {
    /// The basis.
    pub id: Id<LegalBasis>,
    /// Its record.
    pub entry: &'a Entry<LegalBasis>,
    /// Where it says that it asks for consent.
    pub span: Span,
    /// How it asks, if that is written.
    pub consent: Option<&'a Consent>,
}

/// Whether a basis names a condition of Article 9(2).
pub fn has_condition(basis: &LegalBasis, condition: SpecialCondition) -> bool {
    basis.article_9.iter().any(|one| one.0 == condition)
}

/// Whether a basis cites at least one law by its name.
pub fn cites_law(basis: &LegalBasis) -> bool {
    basis.laws.iter().any(|law| law.act.get().is_some())
}

impl<'a> Scope<'a> {
    /// Every purpose of the activities that go on.
    pub fn purposes(&self) -> impl Iterator<Item = PurposeRow<'a>> {
        self.activities().flat_map(|(id, activity)| {
            let rows = activity.record.purposes.iter().zip(&activity.links.purposes);
            rows.map(move |(row, links)| PurposeRow { id, activity, row, links })
        })
    }

    /// Every row of data of the activities that go on.
    pub fn data_rows(&self) -> impl Iterator<Item = DataPlace<'a>> {
        self.activities().flat_map(|(id, activity)| {
            let rows = activity.record.data.iter().zip(&activity.links.data);
            rows.map(move |(row, links)| DataPlace { id, activity, row, links })
        })
    }

    /// The bases that a purpose names, with the places of their names.
    pub fn bases_of(&self, purpose: &PurposeRow<'a>) -> Vec<NamedBasis<'a>> {
        let bases = &self.registry.legal_bases;
        let named = purpose.row.value.legal_bases.located();
        named
            .filter_map(|name| {
                let id = bases.find(&name.value.name)?;
                Some(NamedBasis { id, entry: &bases[id], span: name.span })
            })
            .collect()
    }

    /// The bases of a row of data: its own, and those of the purposes that it serves, once each.
    pub fn bases_of_data(&self, place: &DataPlace<'a>) -> Vec<&'a LegalBasis> {
        let purposes = place.links.purposes.iter().filter_map(|index| place.activity.links.purposes.get(*index));
        let of_purposes = purposes.flat_map(|links| links.legal_bases.iter().copied());
        let ids = super::once(place.links.legal_bases.iter().copied().chain(of_purposes));
        ids.into_iter().map(|id| &*self.registry.legal_bases[id].record).collect()
    }

    /// The categories of a row of data that are of some sort, with the places of their names.
    pub fn categories_where(
        &self,
        place: &DataPlace<'a>,
        is: impl Fn(Id<DataCategory>) -> bool,
    ) -> Vec<(&'a Entry<DataCategory>, Span)> {
        let categories = &self.registry.data_categories;
        let named = place.row.value.categories.located();
        named
            .filter_map(|name| {
                let id = categories.find(&name.value.name).filter(|id| is(*id))?;
                Some((&categories[id], name.span))
            })
            .collect()
    }

    /// Every basis that asks for consent, plain or explicit.
    pub fn consents(&self) -> impl Iterator<Item = ConsentBasis<'a>> {
        self.registry.legal_bases.iter().filter_map(|(id, entry)| {
            let basis = &entry.record;
            let plain = basis.article.located().filter(|one| one.value.0 == Ground::Consent).map(|one| one.span);
            let explicit = || {
                let mut conditions = basis.article_9.located();
                conditions.find(|one| one.value.0 == SpecialCondition::ExplicitConsent).map(|one| one.span)
            };
            let span = plain.or_else(explicit)?;
            Some(ConsentBasis { id, entry, span, consent: basis.consent.get() })
        })
    }

    /// Whether one of an activity's controllers is said to be a public body.
    pub fn is_by_public_body(&self, activity: &Entry<Activity>) -> bool {
        let mut controllers = activity.links.controllers.values.iter();
        controllers.any(|id| self.registry.controllers[*id].record.public_body.internal().is_true())
    }
}
