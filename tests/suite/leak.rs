//! Nothing internal reaches a public page, and everything public does.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use chrono::Datelike;
use ropa::archive::Published;
use ropa::law;
use ropa::schema::{FieldInfo, Visibility};
use ropa::site::Forms;
use ropa::theme::Theme;

use rayon::prelude::*;

use crate::planted::{FIELDS, Inside, Pages, Plant, Planted, Variant, What, is_leaf, plant, public, render, words};

/// How many variants are made. From [`Variant::SPARSE`] on they leave fields out, so that what one
/// field hides of another comes out.
const VARIANTS: usize = 20;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The variants with their public pages.
static SITES: LazyLock<Vec<(Planted, Pages)>> = LazyLock::new(|| {
    let made = (0..VARIANTS).into_par_iter().map(|seed| {
        let planted = plant(Variant::new(seed));
        let pages = render(&planted.reading);
        (planted, pages)
    });
    made.collect()
});

/// Everything that can be found in some pages, in lower case, escapes undone.
struct Haystack {
    /// All bytes and routes.
    text: String,
    /// The planted words in it.
    words: BTreeSet<String>,
    /// The words of two capitals in it.
    codes: BTreeSet<String>,
    /// The numbers of four digits in it.
    years: BTreeSet<String>,
}

impl Haystack {
    fn new<'a>(pages: impl IntoIterator<Item = (&'a String, &'a String)>) -> Haystack {
        let mut text = String::new();
        for (route, page) in pages {
            text.extend([route, "\n", page, "\n", &unescaped(page), "\n"]);
        }
        let tokens = text.split(|c: char| !c.is_ascii_alphanumeric());
        let is_code = |token: &&str| token.len() == 2 && token.bytes().all(|byte| byte.is_ascii_uppercase());
        let codes = tokens.filter(is_code).map(str::to_owned).collect();
        let numbers = text.split(|c: char| !c.is_ascii_digit());
        let years = numbers.filter(|number| number.len() == 4).map(str::to_owned).collect();
        let text = text.to_lowercase();
        let words = words(&text).into_iter().map(str::to_owned).collect();
        Haystack { text, words, codes, years }
    }

    fn has(&self, what: &What) -> bool {
        match what {
            What::Word(word) => self.words.contains(word),
            What::Date(date) => {
                let month = MONTHS[date.month0() as usize].to_lowercase();
                let (day, year) = (date.day(), date.year());
                let ordinal = ["th", "st", "nd", "rd"].map(|end| format!("{day}{end} of {month}, {year}"));
                let mut forms =
                    vec![date.to_string(), format!("{day} {month} {year}"), format!("{month} {day}, {year}")];
                forms.extend(ordinal);
                self.years.contains(&date.year().to_string()) && forms.iter().any(|form| self.text.contains(form))
            }
            What::Number(number) => {
                let digits = number.to_string();
                let (head, tail) = digits.split_at(digits.len() - 3);
                self.text.contains(&digits) || self.text.contains(&format!("{head},{tail}"))
            }
            What::Country(code) => {
                let name = law::country(code).unwrap().name.to_lowercase();
                self.text.contains(&name) || self.codes.contains(code)
            }
            What::Choice => false,
        }
    }
}

/// Character references undone: `&#122;`, `&#x7a;` and the named ones.
fn unescaped(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(';').filter(|end| *end < 12);
        let character = end.and_then(|end| match &rest[1..end] {
            "lt" => Some('<'),
            "gt" => Some('>'),
            "amp" => Some('&'),
            "quot" => Some('"'),
            name => {
                let number = name.strip_prefix('#')?;
                let code = match number.strip_prefix(['x', 'X']) {
                    Some(digits) => u32::from_str_radix(digits, 16),
                    None => number.parse(),
                };
                char::from_u32(code.ok()?)
            }
        });
        match (character, end) {
            (Some(character), Some(end)) => {
                out.push(character);
                rest = &rest[end + 1..];
            }
            _ => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out + rest
}

/// Plants that must stay inside and did not.
fn leaks<'a>(plants: &'a [Plant], haystack: &Haystack) -> Vec<&'a Plant> {
    plants.iter().filter(|plant| plant.internal && haystack.has(&plant.what)).collect()
}

fn html(pages: &Pages) -> Haystack {
    Haystack::new(pages.iter().filter(|(route, _)| route.ends_with(".html")))
}

fn named(plant: &Plant) -> (&'static str, String) {
    (plant.folder, plant.path.clone())
}

/// Leaves of the schema that some test speaks of.
fn leaves(wanted: impl Fn(&FieldInfo) -> bool) -> BTreeSet<(&'static str, String)> {
    let of = |(folder, fields): &'static (&'static str, Vec<_>)| fields.iter().map(move |field| (*folder, field));
    FIELDS
        .iter()
        .flat_map(of)
        .filter(|(_, field): &(&str, &FieldInfo)| is_leaf(&field.shape) && wanted(field))
        .map(|(folder, field)| (folder, field.path.clone()))
        .collect()
}

#[test]
fn what_is_planted_is_a_registry() {
    for (seed, (planted, _)) in SITES.iter().enumerate() {
        assert_eq!(planted.reading.diagnostics, [], "{seed}");
    }
}

#[test]
fn every_internal_field_is_planted_once_at_least() {
    let planted = plant(Variant::new(0));
    let internal = leaves(|field| field.visibility == Visibility::Internal || field.internal_if.is_some());
    let of_schema = |plant: &&Plant| plant.internal && !plant.path.ends_with(')');
    let inside: BTreeSet<_> = planted.plants.iter().filter(of_schema).map(named).collect();
    assert_eq!(internal.difference(&inside).collect::<Vec<_>>(), [] as [&(&str, String); 0]);
    let always = planted.plants.iter().filter(|plant| of_schema(plant) && !plant.withheld).map(named);
    let hidden = planted.plants.iter().filter(|plant| plant.withheld && plant.folder != "activities").map(named);
    let planted_fields: BTreeSet<_> = always.chain(hidden).collect();
    // What an exemption withholds is planted besides: the reason itself, and public fields.
    let exempt = |(_, path): &&(&str, String)| !path.contains("notice-exemption");
    assert_eq!(planted_fields.len(), internal.iter().filter(exempt).count());
    assert!(planted_fields.len() > 150, "{}", planted_fields.len());

    // No two fields hold the same.
    let mut seen: BTreeMap<String, &Plant> = BTreeMap::new();
    for plant in planted.plants.iter().filter(|plant| plant.internal && plant.what != What::Choice) {
        if let Some(other) = seen.insert(format!("{:?}", plant.what), plant) {
            panic!("{other:?} and {plant:?}");
        }
    }
}

#[test]
fn no_internal_word_reaches_a_public_page() {
    for (seed, (planted, pages)) in SITES.iter().enumerate() {
        let public = public(pages);
        let haystack = Haystack::new(&public);
        let leaks: Vec<&Plant> = leaks(&planted.plants, &haystack);
        assert!(leaks.is_empty(), "{seed}: {leaks:#?}");
        // Internal days are those from 1987 on, whatever form they take.
        for year in 1987..2000 {
            assert!(!haystack.text.contains(&year.to_string()), "{seed}: {year}");
        }
        // No word of a comment, and none that is cut off.
        let known: BTreeSet<&str> = planted
            .plants
            .iter()
            .filter_map(|plant| match &plant.what {
                What::Word(word) => Some(word.as_str()),
                _ => None,
            })
            .collect();
        for word in &haystack.words {
            assert!(known.contains(word.as_str()), "{seed}: {word}");
        }
    }
}

#[test]
fn a_leak_would_be_found() {
    let (planted, pages) = &SITES[0];
    let public = public(pages);
    // A public word, day, number and country, declared to be internal.
    for path in ["title", "updated", "introduction", "children.age"] {
        let of_notice = |plant: &&Plant| plant.folder == "notices" && plant.path == path;
        let mut plant = planted.plants.iter().find(of_notice).unwrap().clone();
        plant.internal = true;
        assert_eq!(leaks(&[plant], &Haystack::new(&public)).len(), 1, "{path}");
    }
    // Something internal, wherever and however it stands.
    let secret = |what| Plant { folder: "activities", path: "note".into(), internal: true, withheld: false, what };
    let word = secret(What::Word("zq00000000z".into()));
    let date = secret(What::Date(chrono::NaiveDate::from_ymd_opt(1987, 3, 1).unwrap()));
    let country = secret(What::Country("BT".into()));
    let number = secret(What::Number(7_000_000));
    for (plant, route, page) in [
        (&word, "public/a.html", "<p>azq00000000zb</p>"),
        (&word, "public/a.html", "<p>ZQ00000000Z</p>"),
        (&word, "public/a.html", "<p>&#122;q0000000&#x30;z</p>"),
        (&word, "public/zq00000000z.html", ""),
        (&date, "public/a.json", "1987-03-01"),
        (&date, "public/a.html", "on 1 March 1987."),
        (&country, "public/a.json", "[\"BT\"]"),
        (&country, "public/a.html", "in Bhutan."),
        (&number, "public/a.html", "7000000"),
    ] {
        let pages = Pages::from([(route.to_owned(), page.to_owned())]);
        assert_eq!(leaks(std::slice::from_ref(plant), &Haystack::new(&pages)).len(), 1, "{route} {page}");
    }
}

#[test]
fn no_internal_field_changes_a_byte_of_a_public_page() {
    for seed in [0, 1, 2, 9, 14] {
        let one = public(&SITES[seed].1);
        for inside in [Inside::Other, Inside::Nothing] {
            let planted = plant(Variant { seed, inside });
            assert_eq!(planted.reading.diagnostics, [], "{seed} {inside:?}");
            let other = public(&render(&planted.reading));
            assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
            for (route, page) in &one {
                for (a, b) in page.lines().zip(other[route].lines()) {
                    assert_eq!(a, b, "{route}, variant {seed}, {inside:?}");
                }
                assert_eq!(page, &other[route], "{route}, variant {seed}, {inside:?}");
            }
        }
    }
}

#[test]
fn the_register_shows_what_the_notice_may_not() {
    let (planted, pages) = &SITES[0];
    let pages = pages.iter().filter(|(route, _)| route.starts_with("internal/"));
    let inside: Pages = pages.map(|(route, page)| (route.clone(), page.clone())).collect();
    let haystack = Haystack::new(&inside);
    let missing: BTreeSet<_> = planted
        .plants
        .iter()
        // The key of a row is shown where something can refer to it.
        .filter(|plant| !plant.path.ends_with("(key)"))
        .filter(|plant| plant.internal && plant.what != What::Choice && !haystack.has(&plant.what))
        .map(named)
        .collect();
    assert_eq!(missing, BTreeSet::new());
}

/// Public fields whose words stand on no page, each with the reason.
const NOT_TOLD: [(&str, &str, &str); 2] =
    [("activities", "order", "it sorts"), ("subject-groups", "order", "it sorts")];

#[test]
fn every_public_field_reaches_a_public_page() {
    let mut found = BTreeSet::new();
    let mut planted_fields = BTreeSet::new();
    for (planted, pages) in SITES.iter() {
        let haystack = html(&public(pages));
        for plant in planted.plants.iter().filter(|plant| !plant.internal && plant.what != What::Choice) {
            planted_fields.insert(named(plant));
            if haystack.has(&plant.what) {
                found.insert(named(plant));
            }
        }
    }
    let absent: BTreeSet<_> = planted_fields.difference(&found).cloned().collect();
    let excepted: BTreeSet<_> = NOT_TOLD.iter().map(|(folder, path, _)| (*folder, (*path).to_owned())).collect();
    assert_eq!(absent, excepted);
    assert!(found.len() > 150, "{}", found.len());
}

#[test]
fn what_is_kept_of_a_notice_leaks_nothing() {
    let theme = Theme::embedded("en").unwrap();
    for seed in [0, 3, 5] {
        let mut planted = plant(Variant::new(seed));
        let mut kept = Vec::new();
        for (_, entry) in planted.reading.registry.notices.iter() {
            let twin = Forms::new(&planted.reading.registry, &theme, entry).twin().unwrap();
            let published: Published = serde_json::from_str(&twin).expect("a twin can be read back");
            let days = entry.record.versions.iter().filter_map(|version| version.updated.copied());
            kept.extend(days.map(|day| (entry.id.clone(), day.0, published.clone())));
        }
        assert!(!kept.is_empty(), "{seed}");
        for (id, day, published) in &kept {
            planted.reading.archive.put(id, *day, Arc::new(published.clone()));
        }
        let pages = render(&planted.reading);
        let versions: Pages = public(&pages).into_iter().filter(|(route, _)| route.contains("/versions/")).collect();
        assert!(versions.keys().any(|route| route.contains("-to-")), "{:?}", versions.keys());
        let haystack = Haystack::new(&versions);
        let leaks = leaks(&planted.plants, &haystack);
        assert!(leaks.is_empty(), "{seed}: {leaks:#?}");
        assert!(haystack.words.len() > 50, "{seed}: {}", haystack.words.len());
    }
}
