//! `ropa coverage`: the grid of the registries at hand, read by others than us.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use ropa::coverage::json::{Answer, Grid};
use ropa::coverage::{ALL, Coverage, Place, State, cover, cover_facts};
use ropa::notice::compose;
use ropa::reading::Reading;
use ropa::record::Kind;
use ropa::view::notice::gather;
use serde_json::Value;
use tempfile::tempdir;

use crate::program::{Ran, ropa};
use crate::register::{english, pages, read};

const HERE: &str = env!("CARGO_MANIFEST_DIR");
const REGISTRIES: [&str; 2] = ["registry", "tests/notices/upcloud"];

fn coverage(arguments: &[&str]) -> Ran {
    ropa(Path::new(HERE), &[&["coverage", "--as-of", "2026-11-22"], arguments].concat())
}

fn all(reading: &Reading) -> Vec<Coverage> {
    let strings = english();
    let found = reading.registry.notices.iter().map(|(id, _)| cover(&reading.registry, id, &strings)).collect();
    assert_eq!(strings.missing(), Vec::<String>::new());
    found
}

#[test]
fn the_example_lacks_nothing_that_the_law_asks_for() {
    let ran = coverage(&[]).done();
    assert!(ran.out.contains("0 items that the law asks for are missing"), "{}", ran.out);
}

#[test]
fn every_anchor_stands_in_the_composed_notice() {
    let strings = english();
    let mut seen = BTreeSet::new();
    for folder in REGISTRIES {
        let reading = read(Path::new(folder));
        for (id, entry) in reading.registry.notices.iter() {
            let document = compose(&gather(&reading.registry, entry), &strings);
            let anchors: BTreeSet<&str> = document.sections.iter().map(|section| section.anchor.as_str()).collect();
            let coverage = cover(&reading.registry, id, &strings);
            for row in coverage.groups.iter().flat_map(|group| &group.rows) {
                for (_, state) in row.cells() {
                    if let State::Met(Place::Section(section)) = state {
                        assert!(anchors.contains(section.name()), "{folder} {}: {}", entry.id, section.name());
                        seen.insert(section.name());
                    }
                }
            }
        }
    }
    assert!(seen.len() >= 10, "{seen:?}");
}

/// Lints take planned sections to stand. In the registries at hand that comes to the same gaps.
#[test]
fn lints_see_the_same_gaps() {
    let gaps = |coverage: &Coverage| -> Vec<String> {
        let rows = coverage.groups.iter().flat_map(|group| &group.rows);
        rows.flat_map(|row| row.missing().map(move |(article, gaps)| format!("{} {article:?} {gaps:?}", row.item.id)))
            .collect()
    };
    for folder in REGISTRIES {
        let reading = read(Path::new(folder));
        for whole in all(&reading) {
            assert_eq!(gaps(&whole), gaps(&cover_facts(&reading.registry, whole.notice)));
        }
    }
}

#[test]
fn the_grid_is_complete_and_every_word_is_there() {
    for folder in REGISTRIES {
        let text = coverage(&["--registry", folder, "--format", "json"]).out;
        assert!(!text.contains("[["), "{folder}");
        let grid: Grid = serde_json::from_str(&text).unwrap();
        for group in grid.notices.iter().flat_map(|notice| &notice.groups) {
            let ids: Vec<&str> = group.items.iter().map(|row| row.item.as_str()).collect();
            assert_eq!(ids, ALL.iter().map(|item| item.id).collect::<Vec<_>>());
            for row in &group.items {
                let item = ALL.iter().find(|item| item.id == row.item).unwrap();
                assert_eq!(row.article_13.is_some(), item.direct.is_some(), "{}", row.item);
                assert_eq!(row.article_14.is_some(), item.indirect.is_some(), "{}", row.item);
                for cell in [&row.article_13, &row.article_14].into_iter().flatten() {
                    let said = matches!(cell.state, Answer::NotDue | Answer::Untestable);
                    assert_eq!(cell.why.is_some(), said, "{}", row.item);
                    assert_eq!(cell.reason.is_some(), cell.state == Answer::NotDue, "{}", row.item);
                    assert_eq!(cell.missing.is_empty(), cell.state != Answer::Missing, "{}", row.item);
                    for fact in &cell.missing {
                        let line = fs::read_to_string(Path::new(HERE).join(&fact.path)).unwrap();
                        assert!(line.lines().count() >= fact.line, "{}:{}", fact.path, fact.line);
                        assert!(fact.lint.as_deref().is_none_or(|lint| ropa::lint::find(lint).is_some()), "{fact:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn items_are_in_order_and_named_once() {
    let ids: Vec<&str> = ALL.iter().map(|item| item.id).collect();
    let mut sorted = ids.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(ids, sorted);
    let strings = english();
    for item in &ALL {
        assert!(strings.has(&format!("coverage-item-{}", item.id)), "{}", item.id);
        assert!(item.direct.is_some() || item.indirect.is_some(), "{}", item.id);
    }
}

#[test]
fn the_json_fits_its_schema() {
    let schema: Value = serde_json::from_str(&ropa(Path::new(HERE), &["schema", "coverage"]).done().out).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for folder in REGISTRIES {
        let grid: Value = serde_json::from_str(&coverage(&["--registry", folder, "--format", "json"]).out).unwrap();
        let errors: Vec<String> = validator.iter_errors(&grid).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0]);
        assert_eq!(grid["schema"], "ropa-coverage/1");
        let mut wrong = grid.clone();
        wrong["notices"][0]["groups"][0]["items"][0]["article-13"]["state"] = "fine".into();
        assert!(!validator.is_valid(&wrong));
    }
}

/// What is known of the notice under study: its review found the same.
#[test]
fn the_studied_notice_lacks_what_its_review_found() {
    let ran = coverage(&["--registry", "tests/notices/upcloud", "--group", "prospects"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    for line in [
        "N37   law         MISSING         MISSING",
        "N63   law         MISSING         MISSING",
        "N30   law         #recipients     #recipients",
        "N64   law         MISSING         MISSING",
        "N20   law         not due         not due",
        "notices/privacy: `order.objection`  tests/notices/upcloud/notices.toml:7",
    ] {
        assert!(ran.out.contains(line), "{line}\n{}", ran.out);
    }
}

/// A small registry, and the whole answer.
#[test]
fn the_table_reads_as_it_stands_here() {
    let folder = tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join("registry").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("controllers.toml", "[us]\nname = \"Us\"\nemail = \"us@example.org\"\n");
    write("subject-groups.toml", "[guests]\nname = \"Guests\"\n\n[cooks]\nname = \"Cooks\"\n");
    write("data-categories.toml", "[names]\nname = \"names\"\n");
    write("retention.toml", "[evening]\ntitle = \"Evening\"\nperiod = \"P1D\"\n");
    write("legal-bases.toml", "[table]\ntitle = \"Table\"\narticle = \"6(1)(b)\"\n");
    write(
        "activities.toml",
        "[bookings]\ntitle = \"Bookings\"\nsubject-groups = [\"guests\"]\nretention = [\"evening\"]\n\
         no-disclosures = \"We keep the book.\"\n\n[bookings.purposes.book]\ntitle = \"keep a table for you\"\n\
         legal-bases = [\"table\"]\n\n[bookings.data.names]\ncategories = [\"names\"]\nsources = [\"data-subject\"]\n",
    );
    write("notices.toml", "[menu]\ntitle = \"Notice\"\n");
    let ran = ropa(folder.path(), &["coverage", "--group", "guests"]);
    assert_eq!(ran.code, 1);
    for line in [
        "menu (Notice)  to  guests (Guests)\n\n  item  rests on    Article 13      Article 14      what it is\n",
        "  N01   law         #controller     not due         who the controller is and how to reach it\n",
        "  N19   law         MISSING         -               whether data have to be given, and what follows if they are not\n",
        "  N30   law         not due         not due         each recipient, or its category\n",
        "  N50   law         #retention      not due         how long data are kept, or what that depends on\n",
        "\n    law       N19  13(2)(e)  activities/bookings: `data.names.required`  registry/activities.toml:11  [mandatory-data-unmarked]\n",
        "\n    (13)      N30 N31 N33: nobody receives the data\n",
        ": no data of the group come from elsewhere\n",
        "\n1 item that the law asks for is missing; of all cells ",
    ] {
        assert!(ran.out.contains(line), "{line}\n{}", ran.out);
    }
    let cooks = ropa(folder.path(), &["coverage", "--group", "cooks"]).done();
    assert!(cooks.out.contains(": no activity that this notice tells of concerns the group\n"), "{}", cooks.out);
    write("data-categories.toml", "[names]\nname = 1\n");
    let broken = ropa(folder.path(), &["coverage"]);
    assert!(broken.code == 1 && broken.out.is_empty(), "{}", broken.out);
}

#[test]
fn what_is_asked_for_has_to_be_there() {
    coverage(&["--notice", "web-site"]).refused("there is no notice `web-site`; did you mean `website`?");
    coverage(&["--group", "customer"]).refused("did you mean `customers`?");
    coverage(&["--notice", "applicants", "--group", "customers"]).refused("no notice that is asked for speaks to");
    let one = coverage(&["--notice", "applicants", "--format", "json"]).done().out;
    let grid: Grid = serde_json::from_str(&one).unwrap();
    assert_eq!(grid.notices.len(), 1);
}

/// A seat outside the EEA does not take a controller out of Article 3(2), so no item is less due.
#[test]
fn a_seat_elsewhere_makes_no_item_less_due() {
    let missing = |reading: &Reading| -> usize {
        let coverages = all(reading);
        let rows = coverages.iter().flat_map(|one| &one.groups).flat_map(|group| &group.rows);
        rows.map(|row| row.missing().count()).sum()
    };
    let here = read(Path::new("tests/notices/upcloud"));
    let mut texts = crate::texts::Texts::of(&here);
    texts.remove_key("controllers.toml", &["upcloud", "registered-in"]).unwrap();
    texts.remove_key("controllers.toml", &["upcloud", "address", "country"]).unwrap();
    let mut loaded = ropa::load::Loaded::default();
    for (path, text) in texts.iter() {
        loaded.add(path, text.replace("[upcloud.address]", "[upcloud.address]\ncountry = \"GB\""));
    }
    let elsewhere = Reading::of_loaded(loaded);
    assert!(!elsewhere.is_broken(), "{:?}", elsewhere.diagnostics);
    assert!(missing(&elsewhere) >= missing(&here) && missing(&here) > 0);
}

#[test]
fn the_register_shows_the_grid() {
    let (reading, strings) = (read(Path::new("tests/notices/upcloud")), english());
    let pages = pages(&reading, &strings, "2026-11-22");
    let words = |route: &str| crate::register::words_of(&pages[route]);
    let grid = words("internal/coverage/privacy.html");
    for part in [
        "said in privacy.html#recipients (13(1)(e))",
        "not due: no data of the group come from elsewhere",
        "missing: Privacy notice, order.objection",
        "no file shows it: when people are told is conduct",
        "30 items that the law asks for are missing.",
    ] {
        assert!(grid.contains(part), "{part}\n{grid}");
    }
    assert!(words("internal/index.html").contains("Information items that a notice lacks\n30\n"));
    assert!(words(&format!("internal/{}.html", Kind::Notice.folder())).contains("\n30\n"));
    assert!(words("internal/coverage.html").contains("Prospect Customers"));
}
