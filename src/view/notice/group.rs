//! The groups of people that a notice speaks to.

use serde::Serialize;
use serde_with::skip_serializing_none;

use super::{Markdown, phrase, plain};
use crate::record::subject_group::SubjectGroup;
use crate::registry::{Id, Registry};
use crate::source::Origins;

/// A group of people.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Group {
    /// Its id, which names its page.
    pub id: String,
    /// Its name, plural.
    pub name: String,
    /// One member.
    pub singular: Option<String>,
    /// Who belongs to it.
    pub definition: Option<Markdown>,
    /// Youngest age.
    pub minimum_age: Option<u32>,
    /// The group it relates to.
    pub related_to: Option<Related>,
    /// Where it is written; never published.
    #[serde(skip)]
    pub origins: Origins,
}

/// A group that members of another relate to.
#[skip_serializing_none]
#[derive(Debug, Clone, Serialize)]
pub struct Related {
    /// Its name, plural.
    pub name: String,
    /// One member.
    pub singular: Option<String>,
}

impl Group {
    /// The name as it stands inside a sentence. Headings begin with a capital letter; whether
    /// sentences keep it, the singular shows: "a customer" has none, "a Customer" and "ein Kunde"
    /// have one.
    pub fn in_sentence(&self) -> String {
        in_sentence(&self.name, self.singular.as_deref())
    }
}

/// The name of a group as it stands inside a sentence, by its singular.
pub(crate) fn in_sentence(name: &str, singular: Option<&str>) -> String {
    let small = singular.is_some_and(|one| !one.chars().any(char::is_uppercase));
    let mut rest = name.chars();
    match rest.next().filter(|_| small) {
        Some(first) => first.to_lowercase().chain(rest).collect(),
        None => name.to_owned(),
    }
}

pub(super) fn group(registry: &Registry, id: Id<SubjectGroup>) -> Group {
    let entry = &registry.subject_groups[id];
    let related = entry.links.related_to.map(|id| &registry.subject_groups[id]);
    Group {
        id: entry.id.clone(),
        name: entry.name().to_owned(),
        singular: plain(&entry.record.singular),
        definition: phrase(&entry.record.definition),
        minimum_age: entry.record.minimum_age.copied(),
        related_to: related
            .map(|other| Related { name: other.name().to_owned(), singular: plain(&other.record.singular) }),
        origins: entry.at.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::Group;
    use crate::source::Origins;

    #[test]
    fn a_name_keeps_its_capital_where_the_singular_has_one() {
        let named = |name: &str, singular: Option<&str>| {
            let group = Group {
                id: String::new(),
                name: name.to_owned(),
                singular: singular.map(str::to_owned),
                definition: None,
                minimum_age: None,
                related_to: None,
                origins: Origins::default(),
            };
            group.in_sentence()
        };
        assert_eq!(named("Prospective customers", Some("a prospective customer")), "prospective customers");
        assert_eq!(named("Customers", Some("a Customer")), "Customers");
        assert_eq!(named("Kunden", Some("ein Kunde")), "Kunden");
        assert_eq!(named("Customers", None), "Customers");
    }
}
