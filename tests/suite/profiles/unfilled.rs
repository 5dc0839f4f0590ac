//! What a profile asks for and the register cannot fill.

use ropa::diagnostic::Severity;
use ropa::export::{profile, tables};
use ropa::load::Loaded;
use ropa::reading::Reading;

use super::{desk, made};

const ACTIVITIES: &str = r#"[full]
title = "Full"
subject-groups = ["people"]
no-disclosures = "Nobody receives it."
[full.purposes.one]
title = "do it"
[full.data.one]
categories = ["names"]

[half]
title = "Half"
subject-groups = ["people"]
"#;

fn reading() -> Reading {
    let mut loaded = Loaded::default();
    loaded.add("activities.toml", ACTIVITIES.to_owned());
    loaded.add("controllers.toml", "[us]\nname = \"Us\"\n".to_owned());
    loaded.add("data-categories.toml", "[names]\nname = \"names\"\n".to_owned());
    loaded.add("registry.toml", "default-controller = \"us\"\n".to_owned());
    loaded.add("subject-groups.toml", "[people]\nname = \"People\"\n".to_owned());
    let reading = Reading::of_loaded(loaded);
    assert_eq!(reading.diagnostics, []);
    reading
}

#[test]
fn required_cells_that_are_empty_are_told_with_their_place() {
    let reading = reading();
    let desk = desk(&reading);
    let profile = profile::built_in("article-30").unwrap();
    let unfilled = tables::unfilled(&desk, &profile);
    let found: Vec<_> = unfilled
        .diagnostics
        .iter()
        .map(|one| {
            assert_eq!((one.severity, one.name), (Severity::Warning, "export-unfilled"));
            let source = reading.sources.get(one.primary.span.file);
            let (line, _) = source.position(one.primary.span.start);
            (source.path.as_str(), line, one.record.as_deref().unwrap(), one.message.as_str())
        })
        .collect();
    let told = |column: &str| format!("the profile `article-30` requires `{column}`, and it is empty");
    let (purposes, data, recipients) =
        (told("(b) Purposes"), told("(c) Categories of personal data"), told("(d) Categories of recipients"));
    let half = |message| ("activities.toml", 10, "activities/half", message);
    assert_eq!(found, [half(&*purposes), half(&*data), half(&*recipients)]);
    assert_eq!(unfilled.missing, 3);

    let sheets = made(&reading, &profile);
    let last = sheets.last().unwrap();
    assert_eq!(last.name, "Not filled");
    let places: Vec<(&str, &str)> = last.rows.iter().map(|row| (row[4].as_str(), row[5].as_str())).collect();
    assert_eq!(places, [("activities/half", "activities.toml:10"); 3]);
}

#[test]
fn columns_that_no_record_can_fill_are_told_one_by_one() {
    let reading = reading();
    let desk = desk(&reading);
    let unfilled = tables::unfilled(&desk, &profile::built_in("ico").unwrap());
    let bare: Vec<_> = unfilled.diagnostics.iter().filter(|one| one.name == tables::NO_FIELD).collect();
    assert_eq!(bare.len(), unfilled.by_hand.len());
    assert!(bare.iter().all(|one| reading.sources.get(one.primary.span.file).path == "registry.toml"));
    assert!(bare.iter().any(|one| one.message.contains("`Has a personal data breach occurred?`")), "{bare:?}");
    assert_eq!(unfilled.missing + bare.len(), unfilled.diagnostics.len());
    let sheets = made(&reading, &profile::built_in("ico").unwrap());
    assert!(sheets.last().unwrap().words.contains("Link to record of personal data breach"));
    // Where each column has its facts and each required cell its words, nothing is told.
    let own = tables::unfilled(&desk, &profile::built_in("client").unwrap());
    assert!(own.is_nothing() && !unfilled.is_nothing(), "{own:?}");
}

#[test]
fn what_a_public_list_leaves_out_is_told() {
    let mut loaded = Loaded::default();
    let activities = "[told]\ntitle = \"Told\"\n[over]\ntitle = \"Over\"\nended = 2020-01-31\n[soon]\ntitle = \"Soon\"\n\
                      started = 2030-01-01\n[kept]\ntitle = \"Kept\"\n[kept.notice-exemption]\narticle = \"14(5)(b)\"\n\
                      reason = \"r\"\n";
    loaded.add("activities.toml", activities.to_owned());
    let reading = Reading::of_loaded(loaded);
    let desk = desk(&reading);
    let unfilled = tables::unfilled(&desk, &profile::built_in("aepd").unwrap());
    assert_eq!(unfilled.left_out, ["activities/kept", "activities/over", "activities/soon"]);
    let told = unfilled.diagnostics.iter().filter(|one| one.name == tables::LEFT_OUT);
    let words: Vec<&str> = told.map(|one| one.message.rsplit(": ").next().unwrap()).collect();
    assert_eq!(words, ["it has ended", "it has not begun", "its authors keep it out of notices"]);
    assert_eq!(tables::unfilled(&desk, &profile::built_in("article-30").unwrap()).left_out, [""; 0]);
    let sheets = made(&reading, &profile::built_in("aepd").unwrap());
    let rows: Vec<&str> = sheets[0].rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!((sheets[0].heads[0][0].as_str(), rows), ("N.º", vec!["1"]));
}

#[test]
fn a_public_list_names_no_record() {
    let reading = reading();
    let sheets = made(&reading, &profile::built_in("aepd").unwrap());
    let last = sheets.last().unwrap();
    assert!(!last.rows.is_empty() && !last.words.contains("half") && !last.words.contains("toml"), "{}", last.words);
}
