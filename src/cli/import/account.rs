//! What became of the values of an imported file, in words.

use std::collections::HashMap;

use crate::cli::Console;
use crate::cli::check::count;
use crate::import::Account;

/// So many values that stand nowhere are named for each reason; more are counted by what they belong to.
const MOST_SHOWN: usize = 10;
/// So many groups of them are told.
const MOST_GROUPS: usize = 100;

/// Says of every value where it went.
pub(super) fn report(account: &Account, file: &str, console: &Console) {
    let Account { placed, noted, left_out, empty, replaced, written_out, next: _ } = account;
    let values = placed + noted + left_out.len();
    console.say(&format!("{} in {file}", count(values, "value", "values")));
    for (number, what) in [
        (*placed, "placed in fields, or decided on one"),
        (*noted, "kept in the notes of their records, because no field is theirs"),
        (left_out.len(), "left out"),
    ] {
        if number > 0 {
            console.say(&format!("  {number:>5}  {what}"));
        }
    }
    if *empty > 0 {
        let values = count(*empty, "empty value that says", "empty values that say");
        console.say(&format!("  besides, {values} nothing"));
    }
    if *replaced > 0 {
        console.say(&format!(
            "{} replaced by `{}`: no page can show them",
            count(*replaced, "control character", "control characters"),
            char::REPLACEMENT_CHARACTER,
        ));
    }
    if *written_out > 0 {
        let references = count(*written_out, "character reference", "character references");
        console.say(&format!("{references} of HTML, such as `&amp;`, read as what they stand for"));
    }
    let mut reasons: Vec<(&str, Vec<(String, usize)>)> = Vec::new();
    for left in left_out {
        let at = reasons.iter().position(|(why, _)| *why == left.why).unwrap_or_else(|| {
            reasons.push((left.why, Vec::new()));
            reasons.len() - 1
        });
        let paths = &mut reasons[at].1;
        match paths.iter_mut().find(|(path, _)| *path == left.path) {
            Some((_, times)) => *times += 1,
            None => paths.push((left.path.clone(), 1)),
        }
    }
    for (why, paths) in reasons {
        console.say(&format!("left out, because {why}:"));
        let groups = if paths.len() > MOST_SHOWN { grouped(&paths) } else { paths };
        for (path, times) in groups.iter().take(MOST_GROUPS) {
            let path: String = path.chars().take(120).collect();
            let times = if *times == 1 { String::new() } else { format!(" ({times} values)") };
            console.say(&format!("  {path}{times}"));
        }
        let more = groups.iter().skip(MOST_GROUPS);
        let (others, values) = more.fold((0, 0), |(others, values), (_, times)| (others + 1, values + times));
        if others > 0 {
            console.say(&format!("  and {} in {others} more places", count(values, "value", "values")));
        }
    }
}

/// Paths by what they have in common: the sheet of a cell, or the path without the numbers of entries.
fn grouped(paths: &[(String, usize)]) -> Vec<(String, usize)> {
    let mut groups: Vec<(String, usize)> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for (path, times) in paths {
        let group = match path.split_once(", cell ") {
            Some((sheet, _)) => sheet.to_owned(),
            None => without_numbers(path),
        };
        let at = *known.entry(group.clone()).or_insert(groups.len());
        match groups.get_mut(at) {
            Some((_, all)) => *all += times,
            None => groups.push((group, *times)),
        }
    }
    groups
}

/// `policy[3].name` as `policy[].name`.
fn without_numbers(path: &str) -> String {
    let mut parts = path.split('[');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push('[');
        out.push_str(part.trim_start_matches(|digit: char| digit.is_ascii_digit()));
    }
    out
}

/// What people should do next, before everything else.
pub(super) fn advice(account: &Account, console: &Console) {
    if !account.next.is_empty() {
        console.note("\nBy hand:");
        account.next.iter().for_each(|sentence| console.note(&format!("  - {sentence}")));
    }
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn many_values_are_counted_by_what_they_belong_to() {
        let paths = ["`A`, cell B1 (“x”)", "policy[0].name", "`A`, cell C1 (“y”)", "policy[12].name"];
        let paths: Vec<(String, usize)> = paths.iter().map(|path| ((*path).to_owned(), 2)).collect();
        assert_eq!(grouped(&paths), [("`A`".to_owned(), 4), ("policy[].name".to_owned(), 4)]);
    }
}
