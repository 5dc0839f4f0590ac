//! Every field of the records has a fact, and public facts tell nothing internal.

use std::collections::BTreeSet;
use std::fmt::Write;

use ropa::export::facts::{self, families};
use ropa::law;
use ropa::record::profile::{Audience, RowKind};

use super::{made_on, of_text};
use crate::planted::{Inside, Plant, Variant, What, plant};

/// Kinds that table exports are not about, each with the reason.
const OTHER_KINDS: [(&str, &str); 4] = [
    ("collection-points", "they make short notices"),
    ("cookies", "Directive 2002/58/EC asks for them, Article 30 does not"),
    ("notices", "what a notice says besides the records"),
    ("sub-processor-lists", "a page and a feed of their own"),
];

/// Fields without a fact, each with the reason; everything below a path goes with it.
const WITHOUT_FACT: [(&str, &str, &str); 10] = [
    ("activities", "order", "it sorts notices"),
    ("subject-groups", "order", "it sorts notices"),
    ("controllers", "short-names", "how a notice calls the controller"),
    ("controllers", "requests", "what notices say about rights"),
    ("controllers", "complaints", "what notices say about rights"),
    ("controllers", "marketing", "what notices say about rights"),
    ("registry", "repository-url", "it leads from the register to the files"),
    ("registry", "lints", "how the checks are set"),
    ("registry", "adequacy", "transfers tell the decisions"),
    ("registry", "activity-defaults.owner", "activities without an owner have it, and here all have one"),
];

/// A profile with a sheet for each kind of row and a column for each fact of its own.
fn everything(audience: Audience) -> String {
    let public = audience == Audience::Public;
    let mut text = format!("title = \"All\"\naudience = \"{}\"\n", if public { "public" } else { "internal" });
    for kind in RowKind::ALL.iter().filter(|kind| !public || **kind == RowKind::Inventory) {
        write!(text, "[[sheets]]\nname = \"{kind}\"\n[[sheets.parts]]\nrows = \"{kind}\"\ncolumns = [\n").unwrap();
        let own = facts::all().filter(|fact| families(*kind)[0] == fact.family() && fact.audience == audience);
        for fact in own {
            writeln!(text, "{{ label = \"{0}\", from = [\"{0}\"] }},", fact.name).unwrap();
        }
        text += "]\n";
    }
    text
}

/// A day before all planted activities end.
const BEFORE: &str = "1980-01-01";

fn has(text: &str, what: &What) -> bool {
    match what {
        What::Word(word) => text.contains(word.as_str()),
        What::Date(day) => {
            text.contains(&day.to_string()) || text.contains(&day.format("%-d %B %Y").to_string().to_lowercase())
        }
        What::Number(number) => text.contains(&number.to_string()),
        What::Country(code) => text.contains(&law::country(code).unwrap().name.to_lowercase()),
        What::Choice => true,
    }
}

#[test]
fn every_field_of_the_records_has_a_fact() {
    let profile = of_text(&everything(Audience::Internal));
    let (mut absent, mut there) = (BTreeSet::new(), BTreeSet::new());
    for seed in [0, 1, 2] {
        let planted = plant(Variant::new(seed));
        let text: String =
            made_on("2026-11-22", &planted.reading, &profile).iter().map(|sheet| sheet.words.to_lowercase()).collect();
        let asked = |plant: &&Plant| !OTHER_KINDS.iter().any(|(kind, _)| *kind == plant.folder);
        for plant in planted.plants.iter().filter(asked).filter(|plant| plant.what != What::Choice) {
            let set = if has(&text, &plant.what) { &mut there } else { &mut absent };
            set.insert((plant.folder, plant.path.clone()));
        }
    }
    let excused = |(kind, known, _): &(&str, &str, &str), folder: &str, path: &str| {
        let rest = path.strip_prefix(known);
        *kind == folder && rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    let excepted =
        |folder: &str, path: &str| path.ends_with("(key)") || WITHOUT_FACT.iter().any(|one| excused(one, folder, path));
    let forgotten: Vec<_> = absent.iter().filter(|(folder, path)| !excepted(folder, path)).collect();
    assert_eq!(forgotten, [] as [&(&str, String); 0]);
    let needless = WITHOUT_FACT.iter().filter(|one| !absent.iter().any(|(folder, path)| excused(one, folder, path)));
    assert_eq!(needless.collect::<Vec<_>>(), [] as [&(&str, &str, &str); 0]);
    assert!(there.len() > 250, "{}", there.len());
}

#[test]
fn a_public_profile_tells_nothing_internal() {
    let profile = of_text(&everything(Audience::Public));
    for seed in 0..12 {
        let planted = plant(Variant::new(seed));
        let sheets = made_on(BEFORE, &planted.reading, &profile);
        let text: String = sheets.iter().map(|sheet| sheet.words.to_lowercase()).collect();
        let internal = planted.plants.iter().filter(|plant| plant.internal && plant.what != What::Choice);
        let leaks: Vec<&Plant> = internal.filter(|plant| has(&text, &plant.what)).collect();
        assert!(leaks.is_empty(), "{seed}: {leaks:#?}");
        assert!(text.contains("zq"), "{seed}: nothing is told at all");
    }
}

#[test]
fn no_internal_field_changes_a_public_profile() {
    let profile = of_text(&everything(Audience::Public));
    for seed in [0, 1, 9] {
        let one = made_on(BEFORE, &plant(Variant::new(seed)).reading, &profile);
        for inside in [Inside::Other, Inside::Nothing] {
            assert_eq!(one, made_on(BEFORE, &plant(Variant { seed, inside }).reading, &profile), "{seed} {inside:?}");
        }
    }
}
