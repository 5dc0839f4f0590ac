//! Every fact of a published notice stands in the generated one, and goes with the key that
//! carries it.
//!
//! `tests/notices/NAME/` restates a published notice as a registry; `NAME.facts.toml` names for
//! each of its facts the section, a few terms and the key.
//!
//! 1. The terms stand close together in that section of the page, under the heading of the group.
//! 2. Without the key, they no longer do: a word elsewhere on the page proves nothing.
//! 3. The sentences with the terms know the file of the key.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use chrono::NaiveDate;
use rayon::prelude::*;
use ropa::diagnostic::Severity;
use ropa::page::NoticePage;
use ropa::reading::Reading;
use ropa::site::Site;
use ropa::theme::Theme;
use ropa::view::notice::gather;
use serde::Deserialize;

use crate::passages::Passages;
use crate::texts::Texts;

/// `NAME.facts.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    /// Id of the notice in the registry.
    notice: String,
    /// How many facts the published notice discloses.
    total: usize,
    #[serde(rename = "fact")]
    facts: Vec<Fact>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fact {
    id: String,
    /// Anchor of the section, or `head` for what stands above the sections.
    section: String,
    /// Id of the group under whose heading the fact stands.
    group: Option<String>,
    terms: Vec<String>,
    file: String,
    key: String,
    element: Option<String>,
    /// What has to go with the key, where several records say the same.
    #[serde(default)]
    also: Vec<Removal>,
    /// The rest of the fact, where further keys carry it.
    #[serde(default)]
    besides: Vec<Rest>,
}

/// A part of a fact: its terms, and the key that carries it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rest {
    terms: Vec<String>,
    file: String,
    key: String,
    element: Option<String>,
    #[serde(default)]
    also: Vec<Removal>,
}

/// A key of a file, or the element of its list that begins like this.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Removal {
    file: String,
    key: String,
    element: Option<String>,
}

/// A folder below `tests/notices` with its facts.
struct Fixture {
    name: String,
    folder: PathBuf,
    facts: Facts,
}

fn fixtures() -> Vec<Fixture> {
    let notices = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/notices");
    let mut found: Vec<Fixture> = fs::read_dir(&notices)
        .expect("tests/notices")
        .map(|entry| entry.expect("an entry").path())
        .filter(|folder| folder.is_dir())
        .map(|folder| {
            let name = folder.file_name().expect("a name").to_string_lossy().into_owned();
            let list = notices.join(format!("{name}.facts.toml"));
            let text = fs::read_to_string(&list).unwrap_or_else(|error| panic!("{}: {error}", list.display()));
            let facts = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", list.display()));
            Fixture { name, folder, facts }
        })
        .collect();
    found.sort_by(|one, other| one.name.cmp(&other.name));
    assert!(!found.is_empty(), "no notices below {}", notices.display());
    found
}

#[test]
fn each_fact_of_a_published_notice_is_listed_once() {
    let mut different: Vec<String> = Vec::new();
    for Fixture { name, facts, .. } in fixtures() {
        let listed: Vec<String> = facts.facts.iter().map(|fact| fact.id.clone()).collect();
        let wanted: Vec<String> = (1..=facts.total).map(|number| format!("{name}-{number:03}")).collect();
        let without = |some: &[String], others: &[String]| -> Vec<String> {
            some.iter().filter(|id| !others.contains(id)).cloned().collect()
        };
        for (what, ids) in [("missing", without(&wanted, &listed)), ("unknown", without(&listed, &wanted))] {
            different.extend(ids.into_iter().map(|id| format!("{what}: {id}")));
        }
        assert!(listed.is_sorted_by(|one, other| one < other), "{name}: facts stand once each, in order");
        for fact in &facts.facts {
            for part in fact.parts() {
                assert!(!part.terms.is_empty(), "{} has no terms", fact.id);
                for term in part.terms {
                    assert_eq!(*term, term.trim().to_lowercase(), "a term of {}", fact.id);
                }
            }
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}

#[test]
fn each_fact_stands_in_its_section_and_goes_with_its_key() {
    let mut failing: Vec<String> = Vec::new();
    for Fixture { folder, facts, .. } in fixtures() {
        let (texts, page) = whole(&folder, &facts.notice);
        let of_notice = facts.facts.par_iter().flat_map_iter(|fact| failures(fact, &facts.notice, &texts, &page));
        failing.extend(of_notice.collect::<Vec<_>>());
    }
    assert!(failing.is_empty(), "{} failures:\n\n{}\n", failing.len(), failing.join("\n\n"));
}

#[test]
fn the_sentence_that_tells_a_fact_knows_its_file() {
    let theme = theme();
    let mut failing = Vec::new();
    for Fixture { folder, facts, .. } in fixtures() {
        let reading = Reading::of_folder(&folder, "registry").expect("a registry");
        let (_, entry) = reading.registry.notices.iter().find(|(_, one)| one.id == facts.notice).expect("the notice");
        let document = ropa::notice::compose(&gather(&reading.registry, entry), theme.strings());
        for fact in &facts.facts {
            let sentences = crate::origins::sentences(&document, &fact.section);
            for Part { terms, carriers } in fact.parts() {
                let telling = sentences.iter().filter(|(words, _)| {
                    let words = ropa::markdown::words(words).to_lowercase();
                    terms.iter().any(|term| words.contains(term.as_str()))
                });
                let places = telling.flat_map(|(_, origins)| origins.places());
                let files: BTreeSet<&str> = places.map(|place| reading.sources.get(place.file).path.as_str()).collect();
                let (file, key, _) = carriers[0];
                if !files.contains(file) {
                    failing.push(format!("{}: {terms:?} of {file} ({key}) comes from {files:?}", fact.id));
                }
            }
        }
    }
    assert!(failing.is_empty(), "{}", failing.join("\n"));
}

/// The registry in `folder` and the page of its notice, as a build writes it.
fn whole(folder: &Path, notice: &str) -> (Texts, Passages) {
    let reading = Reading::of_folder(folder, "registry").expect("a registry");
    assert!(!reading.is_broken(), "{}: {:?}", folder.display(), reading.diagnostics);
    let texts = Texts::of(&reading);

    let theme = theme();
    let pages = Mutex::new(Vec::new());
    let sink = |route: &str, bytes: &[u8]| {
        pages.lock().expect("no panic").push((route.to_owned(), String::from_utf8_lossy(bytes).into_owned()));
        Ok(())
    };
    let as_of = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day");
    Site { reading: &reading, theme: &theme, findings: &[], as_of, single_page: false }.render(&sink).expect("a site");
    let route = format!("public/{notice}.html");
    let pages = pages.into_inner().expect("no panic");
    let (_, html) = pages.iter().find(|(page, _)| *page == route).expect("a page of the notice");
    let page = Passages::of(html);
    assert_eq!(rendered(&texts, notice), Ok(page.clone()), "one page is rendered as in a build");
    (texts, page)
}

fn theme() -> Theme {
    Theme::embedded("en").expect("the default theme")
}

thread_local! {
    static THEME: Theme = theme();
}

/// The page of one notice from texts alone, or the names of what is wrong with them.
fn rendered(texts: &Texts, notice: &str) -> Result<Passages, Vec<&'static str>> {
    let reading = texts.read();
    if reading.is_broken() {
        let errors = reading.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        return Err(errors.map(|diagnostic| diagnostic.name).collect());
    }
    let (_, entry) = reading.registry.notices.iter().find(|(_, entry)| entry.id == notice).expect("the notice");
    let html = THEME.with(|theme| {
        let facts = gather(&reading.registry, entry);
        let document = ropa::notice::compose(&facts, theme.strings());
        theme.render("notice.html", &NoticePage::whole(&facts, &document, theme.strings())).expect("a page")
    });
    Ok(Passages::of(&html))
}

/// A part of a fact: what is found, and what carries it.
struct Part<'a> {
    terms: &'a [String],
    carriers: Vec<(&'a str, &'a str, Option<&'a str>)>,
}

impl Fact {
    fn parts(&self) -> Vec<Part<'_>> {
        let Fact { terms, file, key, element, also, besides, .. } = self;
        let mut parts = vec![Part::new(terms, (file, key, element.as_deref()), also)];
        parts.extend(
            besides
                .iter()
                .map(|rest| Part::new(&rest.terms, (&rest.file, &rest.key, rest.element.as_deref()), &rest.also)),
        );
        parts
    }
}

impl<'a> Part<'a> {
    fn new(terms: &'a [String], carrier: (&'a str, &'a str, Option<&'a str>), also: &'a [Removal]) -> Part<'a> {
        let also = also.iter().map(|other| (other.file.as_str(), other.key.as_str(), other.element.as_deref()));
        Part { terms, carriers: std::iter::once(carrier).chain(also).collect() }
    }
}

fn failures(fact: &Fact, notice: &str, texts: &Texts, page: &Passages) -> Vec<String> {
    let check = |part| check(fact, &part, notice, texts, page).err();
    fact.parts().into_iter().filter_map(check).map(|why| format!("{}: {why}", fact.id)).collect()
}

fn check(fact: &Fact, part: &Part<'_>, notice: &str, texts: &Texts, page: &Passages) -> Result<(), String> {
    let Fact { section, group, .. } = fact;
    let Part { terms, carriers } = part;
    let told = page.text(section, group.as_deref())?;
    let place = group.as_ref().map_or_else(|| section.clone(), |group| format!("{section} ({group})"));
    told.close_together(terms).map_err(|why| format!("not found in {place}: {why}"))?;

    let mut without = texts.clone();
    for (file, key, element) in carriers {
        let names: Vec<&str> = key.split('.').collect();
        let removed = match element {
            None => without.remove_key(file, &names),
            Some(start) => without.remove_element(file, &names, start),
        };
        removed.map_err(|why| format!("{file}: {key}: {why}"))?;
    }
    let keys: Vec<&str> = carriers.iter().map(|(_, key, _)| *key).collect();
    match rendered(&without, notice) {
        // Without the name of a record there is no page at all.
        Err(errors) if errors.iter().all(|name| *name == "missing-key") => Ok(()),
        Err(errors) => Err(format!("without {keys:?}, the registry is broken: {errors:?}")),
        Ok(page) => {
            let told = page.text(section, group.as_deref());
            match told.as_ref().map(|told| told.close_together(terms)) {
                Ok(Ok(still)) => Err(format!("still in {place} without {keys:?}: {still}")),
                _ => Ok(()),
            }
        }
    }
}
