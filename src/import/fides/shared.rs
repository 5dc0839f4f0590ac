//! What declarations share: categories, groups, bases, retention rules and recipients, one record each.

use std::collections::{HashMap, HashSet};

use super::words::{Own, WORDS};
use crate::decode::Period;
use crate::import::Node;
use crate::import::making::{Fields, Making};
use crate::record::Kind;
use crate::source::Span;

/// A manifest while it is read.
#[derive(Debug, Default)]
pub(super) struct Manifest<'n> {
    pub(super) making: Making<'n>,
    pub(super) own: Own,
    /// Ids of records by their keys in the file.
    pub(super) organizations: Vec<(String, String)>,
    pub(super) datasets: HashMap<String, Dataset>,
    pub(super) activities: usize,
    pub(super) processors: usize,
    /// Systems that transfer data to nobody knows whom.
    pub(super) transferring: Vec<String>,
    title: Option<(String, Span)>,
    /// Titles of systems and datasets.
    stores: Vec<(String, Span)>,
    uses: HashSet<String>,
    /// In the order in which the file names them.
    categories: Vec<(String, String, Span)>,
}

/// What a declaration takes over from a dataset that it names.
#[derive(Debug, Clone)]
pub(super) struct Dataset {
    /// The record of the store.
    pub(super) system: String,
    /// The categories of its fields, by key.
    pub(super) categories: Vec<(String, Span)>,
}

impl<'n> Manifest<'n> {
    /// The name of the register, from the first organization.
    pub(super) fn name(&mut self, title: &str, at: Span) {
        self.title.get_or_insert_with(|| (title.to_owned(), at));
    }

    /// The name of the register: that of an organization, or of the only system or dataset.
    pub(super) fn title(&self) -> Option<(String, Span)> {
        let only = if let [only] = self.stores.as_slice() { Some(only) } else { None };
        self.title.as_ref().or(only).cloned()
    }

    /// A system or dataset of this title was met.
    pub(super) fn store(&mut self, title: &str, at: Span) {
        self.stores.push((title.to_owned(), at));
    }

    /// The id of a system or dataset. Connectors come with a key such as `<instance_fides_key>`, which a
    /// program puts in later and which names nothing.
    pub(super) fn store_id(&mut self, key: Option<&(String, Span)>, title: &str) -> String {
        let key = key.map(|(key, _)| key.as_str()).filter(|key| !(key.starts_with('<') && key.ends_with('>')));
        self.making.id(Kind::System, key.unwrap_or(title))
    }

    /// The words of a category.
    pub(super) fn category_words(&self, key: &str) -> String {
        WORDS.category(&WORDS.category_today(key, &self.own), &self.own)
    }

    /// A category by its key.
    pub(super) fn category(&mut self, key: &str, at: Span) -> String {
        let key = &WORDS.category_today(key, &self.own);
        let words = key.strip_prefix("user.").unwrap_or(key);
        let before = self.making.shared_records();
        let id = self.making.shared(Kind::DataCategory, key, words, at, Fields::default);
        if self.making.shared_records() > before {
            self.categories.push((key.to_owned(), id.clone(), at));
        }
        id
    }

    /// Categories by their keys, each once.
    pub(super) fn category_ids(&mut self, keys: &[(String, Span)]) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        for (key, at) in keys {
            let id = self.category(key, *at);
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// A group of people by its key.
    pub(super) fn group(&mut self, key: &str, at: Span) -> String {
        let (name, singular) = WORDS.subjects(key, &self.own);
        self.making.shared(Kind::SubjectGroup, key, key, at, || {
            let mut fields = Fields::default();
            fields.text("name", &name, at);
            fields.text("singular", &singular.unwrap_or_default(), at);
            fields
        })
    }

    /// A basis: a ground, a condition of Article 9(2), and where its assessment is kept.
    pub(super) fn basis(&mut self, basis: &Basis<'_>, at: Span) -> String {
        let Basis { title, ground, condition, assessment } = basis;
        let what = format!("{title}|{}|{}", condition.unwrap_or_default(), assessment.unwrap_or_default());
        self.making.shared(Kind::LegalBasis, &what, title, at, || {
            let mut fields = Fields::default();
            fields.text("title", title, at);
            fields.text("article", ground.unwrap_or_default(), at);
            fields.list("article-9", *condition, at);
            let mut kept = Fields::default();
            kept.text("reference", assessment.unwrap_or_default(), at);
            fields.table("assessment", kept, at);
            fields
        })
    }

    /// A retention rule, by the words of the file. A plain period is read; other words become the title.
    pub(super) fn retention(&mut self, words: &str, at: Span) -> String {
        self.making.shared(Kind::Retention, words, words, at, || {
            let mut fields = Fields::default();
            fields.text("title", words, at);
            fields.text("period", &period(words).unwrap_or_default(), at);
            fields
        })
    }

    /// Recipients of which the file says only what sort of parties they are.
    pub(super) fn third_parties(&mut self, words: &str, at: Span) -> Vec<String> {
        let sorts = words.split([';', '\n']).map(str::trim).filter(|sort| !sort.is_empty());
        let sorts: Vec<String> = sorts.map(str::to_owned).collect();
        let mut ids = Vec::new();
        for sort in sorts {
            ids.push(self.making.shared(Kind::Recipient, &sort, &sort, at, || {
                let mut fields = Fields::default();
                fields.text("name", &sort, at);
                fields.words("category", &sort, at);
                fields.text("shown-as", "category", at);
                fields
            }));
        }
        ids
    }

    /// Adds the categories. Each says the same in every manifest, so that one register can take in many:
    /// which other categories a manifest names decides nothing, and no parent is written.
    pub(super) fn add_shared(&mut self) {
        for (key, id, at) in std::mem::take(&mut self.categories) {
            let mut fields = Fields::default();
            fields.words("name", &WORDS.category(&key, &self.own), at);
            fields.text("special", WORDS.special(&key).unwrap_or_default(), at);
            if WORDS.is_criminal(&key) {
                fields.flag("criminal", true, at);
            }
            self.making.add(Kind::DataCategory, &id, at, fields);
        }
    }

    /// Puts what the file says of its own keys into the notes of their records.
    pub(super) fn own_rest(&mut self, kind: Kind, resource: &'n Node) {
        let Some(key) = resource.get("fides_key") else { return };
        let words = key.written();
        let Some(id) = self.making.known(kind, &words).cloned() else { return };
        self.making.fates.place(key);
        let above = words.rsplit_once('.').map(|(above, _)| above);
        let parent = resource.get("parent_key").filter(|parent| parent.text() == above);
        resource.get("name").into_iter().chain(parent).for_each(|said| self.making.fates.place(said));
        let rest = self.making.fates.rest(resource, "");
        self.making.note(kind, &id, &rest);
    }

    /// A purpose was made of this key.
    pub(super) fn use_named(&mut self, key: &str) {
        self.uses.insert(key.to_owned());
    }

    /// A use of the file's own that became a purpose has its place there.
    pub(super) fn own_use(&mut self, resource: &'n Node) {
        let Some(key) = resource.get("fides_key").filter(|key| self.uses.contains(&key.written())) else { return };
        let parent = resource.get("parent_key").filter(|parent| key.written().starts_with(&parent.written()));
        for said in [Some(key), resource.get("name"), parent].into_iter().flatten() {
            self.making.fates.place(said);
        }
    }

    /// What people should do next.
    pub(super) fn advise(&mut self) {
        let fates = &mut self.making.fates;
        if self.activities == 0 {
            fates.advise(
                "write an activity for each purpose, as with `ropa new activity orders`, and name in it the data \
                 categories and systems made here: the file has no privacy declaration, and says of no data what they \
                 are for",
            );
        }
        if self.organizations.is_empty() {
            fates.advise("write the record of the controller: the file has no organization");
        }
        if !self.transferring.is_empty() {
            fates.advise(format!(
                "say to which recipient and country data go from `{}`: the file says that they go to other countries, \
                 and the notes of these systems keep its words",
                self.transferring.join("`, `")
            ));
        }
        if self.processors > 0 {
            fates.advise(
                "look at each processor: the file marks these systems as processors, which can mean that their maker \
                 works for you, or that you work for others",
            );
        }
        fates.advise("reword titles where the words are those of a taxonomy and not yours, then run `ropa check`");
    }
}

/// What makes a basis different from others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Basis<'t> {
    pub(super) title: &'t str,
    pub(super) ground: Option<&'t str>,
    pub(super) condition: Option<&'t str>,
    pub(super) assessment: Option<&'t str>,
}

/// "P6Y", "30 days", "one" is none.
fn period(words: &str) -> Option<String> {
    if Period::parse(words.trim()).is_ok() {
        return Some(words.trim().to_owned());
    }
    let (number, unit) = words.trim().split_once(' ')?;
    let unit = match unit.trim().to_ascii_lowercase().trim_end_matches('s') {
        "day" => "D",
        "week" => "W",
        "month" => "M",
        "year" => "Y",
        _ => return None,
    };
    let text = format!("P{number}{unit}");
    Period::parse(&text).ok().map(|_| text)
}

#[cfg(test)]
mod tests {
    use super::period;

    #[test]
    fn only_a_plain_period_is_one() {
        for (words, read) in [
            ("P6Y", Some("P6Y")),
            ("30 days", Some("P30D")),
            ("1 Year", Some("P1Y")),
            ("3-5 years", None),
            ("0 days", None),
            ("99999999999 days", None),
            ("90", None),
            ("as long as needed", None),
            ("2 years after the contract", None),
        ] {
            assert_eq!(period(words).as_deref(), read, "{words}");
        }
    }
}
