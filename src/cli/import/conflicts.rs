//! Keys under which a folder and an import say something else, in words.

use crate::cli::Console;
use crate::cli::check::count;
use crate::import::Conflict;

/// So many keys are shown with their values; of files with others the keys are counted.
const MOST_SHOWN: usize = 100;

/// Names each key of files that differ, with its line and both values, and counts the records that the
/// files lack.
pub(super) fn tell(paths: &[&str], conflicts: &[Conflict], folder: &str, console: &Console) {
    let mut shown = 0;
    for path in paths {
        let of_file = || conflicts.iter().filter(|one| one.path == *path);
        let keys: Vec<&Conflict> = of_file().filter(|one| !one.is_record).collect();
        let new = of_file().filter(|one| one.is_record).count();
        let mut says = Vec::new();
        if !keys.is_empty() {
            says.push(format!("says something else under {}", count(keys.len(), "key", "keys")));
        }
        if new > 0 {
            says.push(format!("lacks {}", count(new, "record", "records")));
        }
        if says.is_empty() {
            says.push("says the same in another order".to_owned());
        }
        console.note(&format!("{folder}/{path} {}", says.join(" and ")));
        if shown + keys.len() > MOST_SHOWN {
            continue;
        }
        shown += keys.len();
        for Conflict { line, key, here, there, .. } in keys {
            console.note(&format!("  {folder}/{path}:{line}: {key}"));
            console.note(&format!("      stands here: {}", here.as_deref().unwrap_or("nothing")));
            console.note(&format!("      the import:  {}", there.as_deref().unwrap_or("nothing")));
        }
    }
}
