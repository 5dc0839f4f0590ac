//! Where a file of a folder and an import say something else, key by key.

use toml::de::{DeTable, DeValue};

use crate::load::{Role, role_of};

/// Letters of a value that a message shows.
const SHOWN: usize = 70;
/// Letters before the first that differs, where a value is shown from there.
const BEFORE: usize = 20;

/// A key under which two texts differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The file that stands there, by its path below the registry.
    pub path: String,
    /// The line of the key there, or of the table that lacks it.
    pub line: usize,
    /// The key with the keys of the tables around it.
    pub key: String,
    /// What stands there; nothing where the key is missing.
    pub here: Option<String>,
    /// What the import says; nothing where it has no such key.
    pub there: Option<String>,
    /// Whether it is a record that the file lacks as a whole.
    pub is_record: bool,
}

/// The keys under which a file and the text in its place differ, in the order of the file.
pub(super) fn conflicts(path: &str, held: &str, new: &str) -> Vec<Conflict> {
    let (own, _) = DeTable::parse_recoverable(held);
    let (other, _) = DeTable::parse_recoverable(new);
    let mut found = Vec::new();
    let of_many = matches!(role_of(path), Some(Role::KindFile(_)));
    let lines: Vec<usize> = held.match_indices('\n').map(|(at, _)| at).collect();
    let at = Place { path, lines: &lines, line: 1, below: String::new(), of_many };
    compare(&at, own.get_ref(), other.get_ref(), &mut found);
    found.sort_by_key(|conflict| conflict.line);
    found
}

/// A table of the file, while it is compared.
struct Place<'a> {
    path: &'a str,
    /// Where its lines end.
    lines: &'a [usize],
    line: usize,
    below: String,
    /// Whether the keys of the table are ids of records.
    of_many: bool,
}

impl Place<'_> {
    fn key(&self, name: &str) -> String {
        if self.below.is_empty() { name.to_owned() } else { format!("{}.{name}", self.below) }
    }

    fn line_of(&self, at: usize) -> usize {
        self.lines.partition_point(|end| *end < at) + 1
    }
}

fn compare(at: &Place<'_>, own: &DeTable<'_>, other: &DeTable<'_>, found: &mut Vec<Conflict>) {
    let mut push = |name: &str, line: usize, here: Option<&DeValue<'_>>, there: Option<&DeValue<'_>>| {
        let (own, new) = (here.map(said), there.map(said));
        let from = own.as_ref().zip(new.as_ref()).map_or(0, |(own, new)| begin(own, new));
        let shown = |text: Option<String>| text.map(|text| shown(&text, from));
        let is_record = at.of_many && own.is_none();
        let (path, key, here, there) = (at.path.to_owned(), at.key(name), shown(own), shown(new));
        found.push(Conflict { path, line, key, here, there, is_record });
    };
    let mut tables = Vec::new();
    for (key, value) in own {
        let name: &str = key.get_ref();
        let line = at.line_of(key.span().start);
        match (value.get_ref(), other.get::<str>(name).map(|value| value.get_ref())) {
            (DeValue::Table(inner), Some(DeValue::Table(new))) => tables.push((name, line, inner, new)),
            (here, Some(there)) if said(here) == said(there) => {}
            (here, there) => push(name, line, Some(here), there),
        }
    }
    for (key, value) in other.iter().filter(|(key, _)| !own.contains_key::<str>(key.get_ref())) {
        push(key.get_ref(), at.line, None, Some(value.get_ref()));
    }
    for (name, line, own, other) in tables {
        compare(&Place { below: at.key(name), line, of_many: false, ..*at }, own, other, found);
    }
}

/// What a value says, whatever its quotes and line breaks.
fn said(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("{:?}", text.as_ref()),
        DeValue::Integer(number) => number.as_str().to_owned(),
        DeValue::Float(number) => number.as_str().to_owned(),
        DeValue::Boolean(flag) => flag.to_string(),
        DeValue::Datetime(day) => day.to_string(),
        DeValue::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| said(item.get_ref())).collect();
            format!("[{}]", items.join(", "))
        }
        DeValue::Table(entries) => {
            let entries: Vec<String> =
                entries.iter().map(|(key, value)| format!("{} = {}", key.get_ref(), said(value.get_ref()))).collect();
            format!("{{ {} }}", entries.join(", "))
        }
    }
}

/// The letter from which two values are shown: a little before the first that differs, where that stands
/// far behind.
fn begin(own: &str, new: &str) -> usize {
    let same = own.chars().zip(new.chars()).take_while(|(one, other)| one == other).count();
    if same + BEFORE < SHOWN { 0 } else { same.saturating_sub(BEFORE) }
}

fn shown(text: &str, from: usize) -> String {
    let part: String = text.chars().skip(from).take(SHOWN).collect();
    let (before, behind) = (from > 0, text.chars().count() > from + SHOWN);
    format!("{}{part}{}", if before { "…" } else { "" }, if behind { "…" } else { "" })
}

#[cfg(test)]
mod tests {
    use super::conflicts;

    #[test]
    fn each_key_is_told_with_its_line_and_both_values() {
        let held = "# ours\ntitle = 'A'\nlist = [\"a\",\n  \"b\"]\nown = 1\n\n[data.all]\nx = 1\n";
        let new = "title = \"B\"\nlist = ['a', 'b']\n[data.all]\nx = 1\ny = 2\n";
        let told: Vec<String> = conflicts("a.toml", held, new)
            .into_iter()
            .map(|one| format!("{} {} {:?} {:?}", one.line, one.key, one.here, one.there))
            .collect();
        assert_eq!(
            told,
            [
                "2 title Some(\"\\\"A\\\"\") Some(\"\\\"B\\\"\")",
                "5 own Some(\"1\") None",
                "7 data.all.y None Some(\"2\")"
            ]
        );
        assert!(conflicts("a.toml", held, held).is_empty());
    }

    #[test]
    fn records_that_are_missing_are_told_apart_from_keys() {
        let told = conflicts("recipients.toml", "[a]\nname = \"A\"\n", "[a]\nname = \"A\"\nnote = \"x\"\n[b]\n");
        let told: Vec<(&str, bool)> = told.iter().map(|one| (one.key.as_str(), one.is_record)).collect();
        assert_eq!(told, [("b", true), ("a.note", false)]);
    }

    #[test]
    fn long_values_are_shown_where_they_differ() {
        let (held, new) =
            (format!("note = \"{}é one\"", "x".repeat(90)), format!("note = \"{}é two\"", "x".repeat(90)));
        let told = conflicts("a.toml", &held, &new);
        let ends = |text: &Option<String>, end: &str| {
            text.as_deref().is_some_and(|text| text.starts_with("…x") && text.ends_with(end))
        };
        assert!(ends(&told[0].here, "é one\"") && ends(&told[0].there, "é two\""), "{told:?}");
    }
}
