//! What became of the values of an imported file, in words.

use crate::cli::Console;
use crate::cli::check::count;
use crate::import::Account;

/// So many values that stand nowhere are named; the others are counted.
const MOST_SHOWN: usize = 40;

/// Says of every value where it went.
pub(super) fn report(account: &Account, file: &str, console: &Console) {
    let Account { placed, noted, left_out, empty, replaced, next: _ } = account;
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
        console.say(&format!("  besides, {} that say nothing", count(*empty, "empty value", "empty values")));
    }
    if *replaced > 0 {
        console.say(&format!(
            "{} replaced by `{}`: no page can show them",
            count(*replaced, "control character", "control characters"),
            char::REPLACEMENT_CHARACTER,
        ));
    }
    if !left_out.is_empty() {
        console.say("left out:");
        for left in left_out.iter().take(MOST_SHOWN) {
            let path: String = left.path.chars().take(120).collect();
            console.say(&format!("  {path}: {}", left.why));
        }
        if left_out.len() > MOST_SHOWN {
            console.say(&format!("  and {} more", left_out.len() - MOST_SHOWN));
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
