//! Parts of a register hold what was asked for and nothing of anybody else.

use std::collections::BTreeMap;
use std::sync::Mutex;

use chrono::NaiveDate;
use ropa::load::Loaded;
use ropa::reading::Reading;
use ropa::selection::{Selection, SelectionError};
use ropa::site::Site;
use ropa::theme::Theme;

/// A group of two companies. Everything of one of them is called after a colour.
const GROUP: [(&str, &str); 9] = [
    (
        "registry.toml",
        "title = \"The group\"\nlanguage = \"en\"\ndefault-controller = \"red\"\n[activity-defaults]\nsecurity = [\"locks\"]\n",
    ),
    ("controllers.toml", "[red]\nname = \"Crimson Ltd\"\n[blue]\nname = \"Azure Ltd\"\n"),
    ("security-measures.toml", "[locks]\ntitle = \"Locked doors\"\n"),
    ("subject-groups.toml", "[red-people]\nname = \"Crimson customers\"\n[blue-people]\nname = \"Azure customers\"\n"),
    (
        "processors.toml",
        "[red-mailer]\nname = \"Crimson mailer\"\nsub-processors = [\"red-below\"]\n[red-below]\nname = \"Crimson below\"\n\
         [blue-mailer]\nname = \"Azure mailer\"\n",
    ),
    (
        "activities.toml",
        "[red-letters]\ntitle = \"Crimson letters\"\nsubject-groups = [\"red-people\"]\n\
         purposes.letters = { title = \"to write crimson letters\" }\n\
         disclosures.mail = { recipients = [\"red-mailer\"] }\n\
         [red-parcels]\ntitle = \"Crimson parcels\"\n\
         [blue-letters]\ntitle = \"Azure letters\"\ncontrollers = [\"blue\"]\nsubject-groups = [\"blue-people\"]\n\
         disclosures.mail = { recipients = [\"blue-mailer\"] }\n",
    ),
    (
        "notices.toml",
        "[red]\ntitle = \"Crimson notice\"\nsubject-groups = [\"red-people\"]\n\
         [blue]\ntitle = \"Azure notice\"\ncontroller = \"blue\"\nsubject-groups = [\"blue-people\"]\n",
    ),
    (
        "client-processing.toml",
        "[hosting]\ntitle = \"Hosting\"\nprocessor = \"blue\"\nsub-processors = [\"blue-mailer\"]\nsecurity = [\"locks\"]\n\
         clients.first = { name = \"First client\" }\nclients.second = { name = \"Second client\" }\n\
         [printing]\ntitle = \"Printing for crimson clients\"\nclients.third = { name = \"Third client\" }\n",
    ),
    ("cookies.toml", "[red-session]\nname = \"crimson_sid\"\nactivity = \"red-letters\"\n"),
];

fn group() -> (Loaded, Reading) {
    let mut loaded = Loaded::default();
    for (path, text) in GROUP {
        loaded.add(path, text.to_owned());
    }
    let reading = Reading::of_loaded(loaded.clone());
    assert!(!reading.is_broken(), "{:?}", reading.diagnostics);
    (loaded, reading)
}

fn narrowed(selection: &Selection) -> Result<Reading, SelectionError> {
    let (loaded, whole) = group();
    selection.narrow(&loaded, &whole)
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 1).unwrap()
}

/// Everything that both sites say.
fn told(part: &Reading) -> String {
    let theme = Theme::embedded("en").unwrap();
    let site = Site { reading: part, theme: &theme, findings: &[], as_of: day(), single_page: false };
    let pages = Mutex::new(BTreeMap::new());
    site.render(&|route, bytes| {
        pages.lock().unwrap().insert(route.to_owned(), String::from_utf8_lossy(bytes).into_owned());
        Ok(())
    })
    .unwrap();
    pages.into_inner().unwrap().into_iter().map(|(route, page)| format!("{route}\n{page}\n")).collect()
}

fn of_controller(id: &str) -> Selection {
    Selection { controller: Some(id.to_owned()), ..Selection::default() }
}

fn of_client(id: &str) -> Selection {
    Selection { client: Some(id.to_owned()), ..Selection::default() }
}

fn of_activities(ids: &[&str]) -> Selection {
    Selection { activities: ids.iter().map(|id| (*id).to_owned()).collect(), ..Selection::default() }
}

/// Whether a page says these words, and none of those.
fn says(all: &str, words: &[&str], others: &[&str]) {
    let lower = all.to_lowercase();
    for word in words {
        assert!(lower.contains(&word.to_lowercase()), "does not say {word}");
    }
    for other in others {
        let at = lower.find(&other.to_lowercase());
        assert_eq!(at.map(|at| &lower[at.saturating_sub(200)..at + other.len()]), None, "says {other}");
    }
}

#[test]
fn a_controller_has_its_activities_notices_and_clients() {
    let red = told(&narrowed(&of_controller("red")).unwrap());
    says(
        &red,
        &[
            "Crimson letters",
            "Crimson parcels",
            "Crimson mailer",
            "Crimson below",
            "Crimson notice",
            "crimson_sid",
            "Locked doors",
            "Third client",
        ],
        &["Azure", "blue", "First client", "Second client"],
    );
    let blue = told(&narrowed(&of_controller("blue")).unwrap());
    says(
        &blue,
        &["Azure letters", "Azure mailer", "Azure notice", "First client", "Locked doors"],
        &["crimson", "Third client"],
    );
}

#[test]
fn activities_bring_what_they_name() {
    let all = told(&narrowed(&of_activities(&["*-letters"])).unwrap());
    says(
        &all,
        &["Crimson letters", "Azure letters", "Azure mailer"],
        &["Crimson parcels", "Second client", "notices/red"],
    );
    let one = Selection { controller: Some("blue".to_owned()), ..of_activities(&["*-letters"]) };
    says(&told(&narrowed(&one).unwrap()), &["Azure letters"], &["crimson", "Azure notice", "First client"]);
}

#[test]
fn a_client_sees_no_other_client() {
    let part = narrowed(&of_client("first")).unwrap();
    says(
        &told(&part),
        &["First client", "Hosting", "Azure mailer", "Azure Ltd", "Locked doors"],
        &["Second client", "Third client", "crimson", "Azure letters"],
    );
    let ids: Vec<&str> = part.registry.client_processing.iter().map(|(_, entry)| entry.id.as_str()).collect();
    assert_eq!(ids, ["hosting"]);
}

#[test]
fn what_is_not_there_is_said() {
    let said = |selection: &Selection| narrowed(selection).map(drop).unwrap_err().to_string();
    assert_eq!(said(&of_controller("bleu")), "there is no controller `bleu`; did you mean `blue`?");
    assert_eq!(
        said(&of_activities(&["red-*", "letter"])),
        "there is no activity `letter`; there are `blue-letters`, `red-letters`, `red-parcels`"
    );
    assert_eq!(said(&of_client("thrid")), "there is no client `thrid`; did you mean `third`?");
    let mut loaded = group().0;
    loaded
        .add("client-processing/other.toml", "title = \"Other\"\nclients.third = { name = \"Another\" }\n".to_owned());
    let whole = Reading::of_loaded(loaded.clone());
    let told = of_client("third").narrow(&loaded, &whole).map(drop).unwrap_err().to_string();
    assert!(told.contains("`third` is the key of different clients, in `client-processing/other` and"), "{told}");
    let nothing = Selection { controller: Some("blue".to_owned()), ..of_activities(&["red-*"]) };
    assert_eq!(said(&nothing), "no activity belongs to `blue` and is among those asked for");
}

#[test]
fn notices_of_tomorrow_are_left_out() {
    let (mut loaded, _) = group();
    loaded.add("notices/planned.toml", "title = \"Lilac notice\"\neffective = 2026-06-02\n".to_owned());
    loaded.add("notices/current.toml", "title = \"Ochre notice\"\neffective = 2026-06-01\n".to_owned());
    let whole = Reading::of_loaded(loaded.clone());
    let in_force = Selection { in_force: Some(day()), ..Selection::default() };
    let all = told(&in_force.narrow(&loaded, &whole).unwrap());
    says(&all, &["Ochre notice", "Crimson notice", "Azure notice", "Crimson parcels", "Third client"], &["Lilac"]);
    let blue = Selection { in_force: Some(day()), ..of_controller("blue") };
    says(&told(&blue.narrow(&loaded, &whole).unwrap()), &["Azure notice"], &["Lilac", "crimson"]);
}

#[test]
fn the_whole_is_no_selection() {
    assert!(Selection::default().is_everything());
    assert!(!of_client("first").is_everything());
}
