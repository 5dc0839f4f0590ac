//! Records that only got another id.
//!
//! Two records of a kind, one gone and one new, are the same record if they say the same; else if they have
//! the same name; else if they share most of what they say, the most alike first.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value;

/// Pairs are compared one by one up to this number; beyond it only equal content and equal names count.
const PAIRS: usize = 40_000;

/// Which of the old ids became which of the new ones.
pub(super) fn pairs<'a>(gone: &[(&'a str, &'a Value)], new: &[(&'a str, &'a Value)]) -> BTreeMap<&'a str, &'a str> {
    let mut matched: BTreeMap<&str, &str> = BTreeMap::new();
    let mut taken: BTreeSet<&str> = BTreeSet::new();
    for key in [whole, name] {
        let mut by_key: HashMap<String, Vec<&str>> = HashMap::new();
        for (id, tree) in new.iter().filter(|(id, _)| !taken.contains(id)) {
            if let Some(key) = key(tree) {
                by_key.entry(key).or_default().push(id);
            }
        }
        by_key.values_mut().for_each(|ids| ids.reverse());
        for (id, tree) in gone {
            if matched.contains_key(id) {
                continue;
            }
            if let Some(other) = key(tree).and_then(|key| by_key.get_mut(&key)?.pop()) {
                matched.insert(id, other);
                taken.insert(other);
            }
        }
    }
    let gone: Vec<_> = gone.iter().filter(|(id, _)| !matched.contains_key(id)).collect();
    let new: Vec<_> = new.iter().filter(|(id, _)| !taken.contains(id)).collect();
    if gone.len().saturating_mul(new.len()) <= PAIRS {
        let leaves = |all: &[&(&'a str, &'a Value)]| {
            all.iter().map(|(id, tree)| (*id, self::leaves(tree))).collect::<Vec<(&str, BTreeSet<String>)>>()
        };
        let (gone, new) = (leaves(&gone), leaves(&new));
        let mut alike: Vec<(usize, &str, &str)> = Vec::new();
        for (old, ours) in &gone {
            for (id, theirs) in &new {
                let shared = ours.intersection(theirs).count();
                // Three of five facts, and never on a single one.
                let per_cent = shared * 200 / (ours.len() + theirs.len()).max(1);
                if per_cent >= 60 && shared > 1 {
                    alike.push((100 - per_cent, old, id));
                }
            }
        }
        alike.sort_unstable();
        for (_, old, id) in alike {
            if !matched.contains_key(old) && taken.insert(id) {
                matched.insert(old, id);
            }
        }
    }
    matched
}

fn whole(tree: &Value) -> Option<String> {
    let mut tree = tree.clone();
    tree.sort_all_objects();
    Some(tree.to_string())
}

fn name(tree: &Value) -> Option<String> {
    let name = tree.get("title").or(tree.get("name")).or(tree.get("heading"))?.as_str()?;
    (!name.is_empty()).then(|| name.to_owned())
}

/// Every fact with its key.
fn leaves(tree: &Value) -> BTreeSet<String> {
    fn collect(path: &str, value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(table) => {
                table.iter().for_each(|(key, inner)| collect(&format!("{path}.{key}"), inner, found));
            }
            Value::Array(list) => list.iter().for_each(|inner| collect(path, inner, found)),
            leaf => drop(found.insert(format!("{path}={leaf}"))),
        }
    }
    let mut found = BTreeSet::new();
    collect("", tree, &mut found);
    found
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::pairs;

    #[test]
    fn content_comes_before_names_and_names_before_likeness() {
        let (a, b, c) = (json!({ "title": "A", "x": 1 }), json!({ "title": "B" }), json!({ "p": 1, "q": 2, "r": 3 }));
        let (a2, b2, c2) =
            (json!({ "x": 1, "title": "A" }), json!({ "title": "B", "y": 2 }), json!({ "p": 1, "q": 2 }));
        let found = pairs(&[("a", &a), ("b", &b), ("c", &c)], &[("c2", &c2), ("b2", &b2), ("a2", &a2)]);
        assert_eq!(found.into_iter().collect::<Vec<_>>(), [("a", "a2"), ("b", "b2"), ("c", "c2")]);
    }

    #[test]
    fn what_has_little_in_common_is_another_record() {
        let (old, new) = (json!({ "title": "A", "owner": "x", "n": 1 }), json!({ "title": "B", "owner": "x", "n": 2 }));
        assert!(pairs(&[("old", &old)], &[("new", &new)]).is_empty());
    }

    #[test]
    fn equal_records_are_paired_in_order() {
        let same = json!({ "title": "A" });
        let found = pairs(&[("a", &same), ("b", &same)], &[("c", &same), ("d", &same)]);
        assert_eq!(found.into_iter().collect::<Vec<_>>(), [("a", "c"), ("b", "d")]);
    }
}
