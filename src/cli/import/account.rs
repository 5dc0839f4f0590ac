//! What became of the values of an imported file, in words.

use crate::cli::Console;
use crate::cli::check::count;
use crate::import::Account;

/// So many values that stand nowhere are named for each reason; the others are counted.
const MOST_SHOWN: usize = 10;

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
    let mut reasons: Vec<(&str, Vec<(&str, usize)>)> = Vec::new();
    for left in left_out {
        let at = reasons.iter().position(|(why, _)| *why == left.why).unwrap_or_else(|| {
            reasons.push((left.why, Vec::new()));
            reasons.len() - 1
        });
        let paths = &mut reasons[at].1;
        match paths.iter_mut().find(|(path, _)| *path == left.path) {
            Some((_, times)) => *times += 1,
            None => paths.push((&left.path, 1)),
        }
    }
    for (why, paths) in reasons {
        console.say(&format!("left out, because {why}:"));
        for (path, times) in paths.iter().take(MOST_SHOWN) {
            let path: String = path.chars().take(120).collect();
            let times = if *times == 1 { String::new() } else { format!(" ({times} times)") };
            console.say(&format!("  {path}{times}"));
        }
        if paths.len() > MOST_SHOWN {
            console.say(&format!("  and {} more", paths.len() - MOST_SHOWN));
        }
    }
}

/// What people should do next, before everything else.
pub(super) fn advice(account: &Account, console: &Console) {
    if !account.next.is_empty() {
        console.note("\nBy hand:");
        account.next.iter().for_each(|sentence| console.note(&format!("  - {sentence}")));
    }
}
