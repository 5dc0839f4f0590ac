//! Imports over records that people have edited.

use std::collections::BTreeMap;
use std::fs;

use proptest::prelude::*;
use ropa::import::Standing;
use ropa::import::sheets::{Book, add_csv};
use tempfile::tempdir;

use super::{drafted, files, fixture, loaded, nothing};
use crate::program::ropa;

fn ministry() -> Book {
    let mut book = Book::default();
    add_csv(&mut book, &fixture("ministerio.csv"), "ministerio").unwrap();
    book
}

/// What a person does to a file.
#[derive(Debug, Clone)]
enum Edit {
    Comment(usize, String),
    Note(usize, String),
    Replace(usize, String),
    Delete(usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    let words = "[a-z ]{1,12}";
    prop_oneof![
        (any::<usize>(), words).prop_map(|(at, words)| Edit::Comment(at, words)),
        (any::<usize>(), words).prop_map(|(at, words)| Edit::Note(at, words)),
        (any::<usize>(), words).prop_map(|(at, words)| Edit::Replace(at, words)),
        any::<usize>().prop_map(Edit::Delete),
    ]
}

fn apply(files: &mut BTreeMap<String, String>, edit: &Edit) {
    let path = |at: usize| files.keys().nth(at % files.len()).cloned().unwrap_or_default();
    match edit {
        Edit::Comment(at, words) => {
            let path = path(*at);
            let text = files.get_mut(&path).unwrap();
            *text = format!("# {words}\n{text}");
        }
        Edit::Note(at, words) => {
            let path = path(*at);
            let text = files.get_mut(&path).unwrap();
            if path.starts_with("activities/") && !text.contains("summary") {
                *text = format!("summary = \"{words}\"\n{text}");
            }
        }
        Edit::Replace(at, words) => {
            let path = path(*at);
            let text = files.get_mut(&path).unwrap();
            let at = text.find("title").or(text.find("name"));
            if let Some(start) = at.and_then(|at| Some(at + text[at..].find('"')? + 1)) {
                text.insert_str(start, words);
            }
        }
        Edit::Delete(at) => {
            let path = path(*at);
            if files.len() > 1 {
                files.remove(&path);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_edit_is_lost(edits in prop::collection::vec(edit(), 0..6)) {
        let (draft, _) = drafted(ministry(), &nothing());
        let mut edited = files(&draft.judge(nothing()));
        edits.iter().for_each(|edit| apply(&mut edited, edit));
        // What is kept is kept letter by letter, and has further records behind it.
        let (mut keeping, _) = drafted(ministry(), &loaded(&edited));
        keeping.keeps = true;
        for (file, _) in keeping.judge(loaded(&edited)).files {
            if let Some(own) = edited.get(&file.path) {
                prop_assert!(file.text.starts_with(own.trim_end()), "{}: {own}", file.text);
            }
        }
        let (again, _) = drafted(ministry(), &loaded(&edited));
        let judged = again.judge(loaded(&edited));
        // Without --force only files that are not there are written.
        for file in judged.standing(Standing::New) {
            prop_assert!(!edited.contains_key(&file.path), "{}", file.path);
        }
        // A file that is told as the same is the same, letter by letter.
        for file in judged.standing(Standing::Same) {
            prop_assert_eq!(&edited[&file.path], &file.text);
        }
        // With --force, what the import does not speak of stays: comments and further keys.
        for file in judged.standing(Standing::Differs) {
            let own = &edited[&file.path];
            for line in own.lines().filter(|line| line.starts_with('#') || line.starts_with("summary")) {
                prop_assert!(file.text.contains(line), "{line}: {}", file.text);
            }
        }
    }
}

#[test]
fn records_of_new_rows_are_written_beside_edited_ones() {
    let folder = tempdir().unwrap();
    let here = folder.path();
    let sheet = |rows: &str| fs::write(here.join("r.csv"), format!("Title;Purpose;Recipients;Owner\n{rows}")).unwrap();
    sheet("Pay;pay;Bank;Finance\n");
    let first = ropa(here, &["import", "csv", "r.csv"]).done();
    let again = ropa(here, &["import", "csv", "r.csv"]).done();
    let counted = |out: &str| out.lines().find(|line| line.contains("records in r.csv")).map(str::to_owned);
    assert!(counted(&first.out).is_some() && counted(&first.out) == counted(&again.out), "{}{}", first.out, again.out);
    // Somebody edits a record, and the sheet gets a row with a recipient of its own.
    let path = here.join("registry/activities/pay.toml");
    let edited = fs::read_to_string(&path).unwrap().replace("Finance", "Payroll office");
    fs::write(&path, &edited).unwrap();
    sheet("Pay;pay;Bank;Finance\nPost;send;Carrier;Post office\n");
    let refused = ropa(here, &["import", "csv", "r.csv"]).refused("--keep leaves the records that stand there");
    for words in [
        "registry/activities/pay.toml:2: `owner` says something else",
        "stands here: \"Payroll office\"",
        "the import:  \"Finance\"",
        "registry/recipients.toml lacks 1 record",
    ] {
        assert!(refused.err.contains(words), "{words}: {}", refused.err);
    }
    assert!(!here.join("registry/activities/post.toml").exists());
    let dry = ropa(here, &["import", "csv", "r.csv", "--keep", "--dry-run"]);
    assert!(dry.code == 1 && !here.join("registry/activities/post.toml").exists(), "{}", dry.out);
    for words in
        ["added to  registry/recipients.toml", "left  registry/activities/pay.toml", "1 file not changed, though"]
    {
        assert!(dry.out.contains(words), "{words}: {}", dry.out);
    }
    let kept = ropa(here, &["import", "csv", "r.csv", "--keep"]);
    assert_eq!(kept.code, 1, "{}", kept.err);
    assert!(kept.err.contains("Left as they are") && kept.err.contains("pay.toml:2: `owner`"), "{}", kept.err);
    assert!(!kept.err.contains("carrier"), "{}", kept.err);
    assert_eq!(fs::read_to_string(&path).unwrap(), edited);
    assert!(here.join("registry/activities/post.toml").exists());
    let recipients = fs::read_to_string(here.join("registry/recipients.toml")).unwrap();
    assert!(recipients.contains("[bank]") && recipients.contains("[carrier]"), "{recipients}");
    // Without the edit there is nothing to leave.
    fs::write(&path, edited.replace("Payroll office", "Finance")).unwrap();
    ropa(here, &["import", "csv", "r.csv", "--keep"]).done();
}

#[test]
fn what_differs_alike_in_many_files_is_told_once() {
    let folder = tempdir().unwrap();
    let here = folder.path();
    let rows: String = (0..30).map(|at| format!("Activity {at};purpose {at};Unit A\n")).collect();
    fs::write(here.join("r.csv"), format!("Title;Purpose;Owner\n{rows}")).unwrap();
    ropa(here, &["import", "csv", "r.csv"]).done();
    for entry in fs::read_dir(here.join("registry/activities")).unwrap() {
        let path = entry.unwrap().path();
        fs::write(&path, fs::read_to_string(&path).unwrap().replace("Unit A", "Unit B")).unwrap();
    }
    let refused = ropa(here, &["import", "csv", "r.csv"]).refused("30 files would be replaced");
    for words in ["`owner` says something else in 30 places", "and 20 more"] {
        assert!(refused.err.contains(words), "{words}: {}", refused.err);
    }
    assert_eq!(refused.err.matches("stands here: \"Unit B\"").count(), 1, "{}", refused.err);
}
