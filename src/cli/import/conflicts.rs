//! Keys under which a folder and an import say something else, in words.

use std::collections::HashMap;

use crate::cli::Console;
use crate::cli::check::count;
use crate::import::Conflict;

/// So many keys are shown with their values; of others the places are counted.
const MOST_SHOWN: usize = 100;
/// So many places of the same difference are named.
const MOST_PLACES: usize = 10;

/// Names each key of files that differ, with its line and both values, and counts the records that the
/// files lack. What differs in the same way in several files, as after a replacement in all of them, is
/// told once.
pub(super) fn tell(paths: &[&str], conflicts: &[Conflict], folder: &str, console: &Console) {
    let mut groups: Vec<Vec<&Conflict>> = Vec::new();
    let mut known: HashMap<(&str, &Option<String>, &Option<String>), usize> = HashMap::new();
    for one in conflicts.iter().filter(|one| !one.is_record) {
        let at = *known.entry((&one.key, &one.here, &one.there)).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.push(one),
            None => groups.push(vec![one]),
        }
    }
    for group in groups.iter().take(MOST_SHOWN) {
        let Some(Conflict { key, here, there, .. }) = group.first() else { continue };
        let places: Vec<String> =
            group.iter().take(MOST_PLACES).map(|one| format!("{folder}/{}:{}", one.path, one.line)).collect();
        match places.as_slice() {
            [place] => console.note(&format!("{place}: `{key}` says something else")),
            _ => console.note(&format!("`{key}` says something else in {} places", group.len())),
        }
        console.note(&format!("    stands here: {}", here.as_deref().unwrap_or("nothing")));
        console.note(&format!("    the import:  {}", there.as_deref().unwrap_or("nothing")));
        if places.len() > 1 {
            let more = group.len() - places.len();
            places.iter().for_each(|place| console.note(&format!("      {place}")));
            if more > 0 {
                console.note(&format!("      and {more} more"));
            }
        }
    }
    for path in paths {
        let of_file = || conflicts.iter().filter(|one| one.path == *path);
        let new = of_file().filter(|one| one.is_record).count();
        let untold = groups.iter().skip(MOST_SHOWN).flatten().filter(|one| one.path == *path).count();
        if untold > 0 {
            console.note(&format!("{folder}/{path}: {} more say something else", count(untold, "key", "keys")));
        }
        if new > 0 {
            console.note(&format!("{folder}/{path} lacks {}", count(new, "record", "records")));
        }
        if of_file().next().is_none() {
            console.note(&format!("{folder}/{path} says the same in another order"));
        }
    }
}
