//! The internal register: every page composes, links hold, and nothing that a record says is lost.

mod full;
mod site;
mod walk;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use ropa::reading::Reading;
use ropa::record::Kind;
use ropa::register::{self, Concern, Desk, Page, Subject};
use ropa::strings::Strings;
use tempfile::tempdir;

pub use walk::pictures;
use walk::{anchors, check_links, links, target, words};

pub fn english() -> Strings {
    Strings::new("en", [("en.ftl", include_str!("../../themes/default/strings/en.ftl"))]).unwrap()
}

pub fn read(folder: &Path) -> Reading {
    let reading = Reading::of_folder(folder, "registry").unwrap();
    assert!(!reading.is_broken(), "{:?}", reading.diagnostics);
    reading
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

/// The words of a page.
pub fn words_of(page: &Page) -> String {
    words(page)
}

/// All pages of a registry on a day, by route.
pub fn pages(reading: &Reading, strings: &Strings, as_of: &str) -> BTreeMap<String, Page> {
    let desk = Desk::new(&reading.registry, &reading.sources, strings, day(as_of), &[]);
    let subjects = register::subjects(&desk);
    let pages: BTreeMap<String, Page> = subjects
        .iter()
        .map(|subject| register::page(&desk, *subject))
        .map(|page| (page.route.to_lowercase(), page))
        .collect();
    assert_eq!(pages.len(), subjects.len(), "two pages on one route");
    pages
}

#[test]
fn all_pages_compose_and_all_links_hold() {
    let notices = fs::read_dir("tests/notices").unwrap().map(|entry| entry.unwrap().path());
    for folder in notices.filter(|path| path.is_dir()).chain([Path::new("registry").to_owned()]) {
        let (reading, strings) = (read(&folder), english());
        let pages = pages(&reading, &strings, "2026-11-22");
        assert!(pages.len() > reading.registry.len());
        check_links(&pages);
        assert_eq!(strings.missing(), Vec::<String>::new());
    }
}

#[test]
fn a_page_says_where_it_comes_from() {
    let (reading, strings) = (read(Path::new("registry")), english());
    let pages = pages(&reading, &strings, "2026-11-22");
    let origin = pages["internal/activities/newsletter.html"].origin.as_ref().unwrap();
    assert_eq!((origin.path.as_str(), origin.line), ("activities/marketing/newsletter.toml", 1));
    let origin = pages["internal/subject-groups/employees.html"].origin.as_ref().unwrap();
    let text = fs::read_to_string("registry/subject-groups.toml").unwrap();
    assert_eq!(text.lines().nth(origin.line - 1), Some("[employees]"));
}

#[test]
fn an_activity_answers_every_point_of_article_30() {
    let (reading, strings) = (read(Path::new("registry")), english());
    let pages = pages(&reading, &strings, "2026-11-22");
    let marks = |route: &str| -> BTreeSet<String> {
        pages[route].document.sections.iter().filter_map(|section| section.mark.clone()).collect()
    };
    let points = |paragraph: &str, letters: &[char]| -> BTreeSet<String> {
        letters.iter().map(|letter| format!("Article {paragraph}({letter})")).collect()
    };
    for (route, _) in pages.iter().filter(|(route, _)| route.starts_with("internal/activities/")) {
        assert_eq!(marks(route), points("30(1)", &['a', 'b', 'c', 'd', 'e', 'f', 'g']), "{route}");
    }
    assert_eq!(marks("internal/client-processing/hosting.html"), points("30(2)", &['a', 'b', 'c', 'd']));
}

#[test]
fn gaps_and_stated_absences_read_differently() {
    let folder = tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("registry.toml", "[activity-defaults]\nsecurity = [\"locks\"]\nowner = \"Board\"\n");
    write("security-measures.toml", "[locks]\ntitle = \"Locks\"\n");
    write("controllers/us.toml", "name = \"Us\"\n[dpo]\nappointed = false\nreason = \"We are three people.\"\n");
    write("activities/bare.toml", "title = \"Bare\"\n");
    write("activities/stated.toml", "title = \"Stated\"\nno-disclosures = \"We work alone.\"\n");
    let (reading, strings) = (read(folder.path()), english());
    let pages = pages(&reading, &strings, "2026-11-22");
    check_links(&pages);

    let bare = words(&pages["internal/activities/bare.html"]);
    assert!(bare.contains("Locks (default of the registry)\n"), "{bare}");
    assert!(bare.contains("Board (default of the registry)\n"), "{bare}");
    assert!(bare.contains("Stated: none appointed\nWe are three people.\n"), "{bare}");
    assert!(bare.contains("Recipients\nnot stated\n"), "{bare}");
    let stated = words(&pages["internal/activities/stated.html"]);
    assert!(stated.contains("Stated: nobody receives the data. We work alone."), "{stated}");
    assert!(!stated.contains("Recipients\nnot stated\n"), "{stated}");
    let used = words(&pages["internal/security-measures/locks.html"]);
    assert!(used.contains("Bare (default of the registry)\n"), "{used}");
    assert_eq!(strings.missing(), Vec::<String>::new());
}

#[test]
fn dates_are_judged_on_the_day() {
    let (reading, strings) = (read(Path::new("registry")), english());
    let concerns = |as_of: &str| -> Vec<(Concern, String)> {
        let desk = Desk::new(&reading.registry, &reading.sources, &strings, day(as_of), &[]);
        desk.attention().iter().map(|one| (one.concern, reading.registry.identity(one.node).0.to_owned())).collect()
    };
    let mail = |concern| (concern, "mail-provider".to_owned());
    assert!(!concerns("2026-10-31").contains(&mail(Concern::ContractEnding)));
    assert!(concerns("2026-11-22").contains(&mail(Concern::ContractEnding)));
    assert!(concerns("2026-12-31").contains(&mail(Concern::ContractEnding)));
    assert!(concerns("2027-01-01").contains(&mail(Concern::ContractEnding)), "it is overdue");
    let review = (Concern::ReviewDue, "newsletter".to_owned());
    assert!(!concerns("2026-11-20").contains(&review));
    assert!(concerns("2026-11-21").contains(&review) && concerns("2027-01-20").contains(&review));
    assert!(concerns("2027-01-21").contains(&review), "it is overdue");
    let dpia = (Concern::DpiaReviewDue, "whistleblowing".to_owned());
    assert!(concerns("2026-12-14").contains(&dpia));
    assert!(concerns("2026-12-16").contains(&dpia), "it is overdue");
    let desk = Desk::new(&reading.registry, &reading.sources, &strings, day("2026-12-16"), &[]);
    assert!(desk.attention().is_sorted_by_key(|one| one.date), "the oldest comes first");
    let start = words(&register::page(&desk, Subject::Start));
    assert!(start.contains("15 December 2026 (overdue)"), "{start}");
    assert!(start.contains("Contract with the processor ends\n"), "{start}");
}

#[test]
fn the_start_page_stays_small() {
    let folder = tempdir().unwrap();
    let rows = |count: usize, row: &dyn Fn(usize) -> String| (0..count).map(row).collect::<String>();
    fs::write(folder.path().join("controllers.toml"), "[us]\nname = \"Us\"\n").unwrap();
    let activity = |n: usize| format!("[a{n:04}]\ntitle = \"Activity {n}\"\nnext-review = 2026-01-{:02}\n", n % 28 + 1);
    fs::write(folder.path().join("activities.toml"), rows(1001, &activity)).unwrap();
    let (reading, strings) = (read(folder.path()), english());
    let desk = Desk::new(&reading.registry, &reading.sources, &strings, day("2026-11-22"), &[]);
    let start = words(&register::page(&desk, Subject::Start));
    assert!(start.contains("1001 things are overdue."), "{start}");
    assert!(start.contains("and 986 more in everything that is due"), "{start}");
    assert!(start.contains("986 more records lack something."), "{start}");
    assert!(start.len() < 12_000, "{} bytes grow with the register", start.len());
}

#[test]
fn long_lists_go_over_pages_that_lead_to_each_other() {
    let folder = tempdir().unwrap();
    let rows = |count: usize, row: &dyn Fn(usize) -> String| (0..count).map(row).collect::<String>();
    fs::write(folder.path().join("controllers.toml"), "[us]\nname = \"Us\"\n").unwrap();
    fs::write(folder.path().join("subject-groups.toml"), "[people]\nname = \"People\"\n").unwrap();
    let activity = |n: usize| {
        format!("[a{n:04}]\ntitle = \"Activity {n}\"\nsubject-groups = [\"people\"]\nnext-review = 2026-12-01\n")
    };
    fs::write(folder.path().join("activities.toml"), rows(1001, &activity)).unwrap();
    let (reading, strings) = (read(folder.path()), english());
    let pages = pages(&reading, &strings, "2026-11-22");
    check_links(&pages);
    for route in ["internal/activities-3.html", "internal/attention-2.html", "internal/controllers/us/11.html"] {
        assert!(pages.contains_key(route), "{route}");
    }
    let users = words(&pages["internal/subject-groups/people.html"]);
    assert!(users.contains("and 901 more, see Activities"), "{users}");
    let largest = pages.values().map(|page| words(page).len()).max().unwrap();
    assert!(largest < 60_000, "a page of {largest} bytes grows with the register");
}

#[test]
fn the_parts_of_the_single_page_lead_to_each_other() {
    let (reading, strings) = (read(Path::new("registry")), english());
    let desk = Desk::new(&reading.registry, &reading.sources, &strings, day("2026-11-22"), &[]);
    let site: BTreeSet<String> =
        register::subjects(&desk).into_iter().map(|subject| subject.route(&reading.registry)).collect();
    let parts: Vec<Page> = register::parts(&desk).into_iter().map(|subject| register::part(&desk, subject)).collect();
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for part in &parts {
        for anchor in std::iter::once(part.anchor.as_str()).chain(anchors(&part.document)) {
            assert!(known.insert(anchor), "{anchor} stands twice");
        }
    }
    for part in &parts {
        for link in links(part) {
            match link.strip_prefix('#') {
                Some(anchor) => assert!(known.contains(anchor), "{} links to {link}", part.anchor),
                None => {
                    if let Some(target) = target("internal/register.html", &link) {
                        assert!(site.contains(&target), "{} links to {link}", part.anchor);
                    }
                }
            }
        }
    }
    let activities = parts.iter().filter(|part| part.anchor.starts_with("activities-")).count();
    assert_eq!(activities, reading.registry.activities.len());
    assert_eq!(strings.missing(), Vec::<String>::new());
}

#[test]
fn a_link_to_a_public_page_leads_to_the_record_of_its_notice() {
    let (reading, strings) = (read(Path::new("registry")), english());
    let pages = pages(&reading, &strings, "2026-11-22");
    let links = links(&pages["internal/notices/website.html"]);
    assert!(links.contains(&"../notices/applicants.html".to_owned()), "{links:?}");
}

#[test]
fn every_kind_has_a_list() {
    let (reading, strings) = (read(Path::new("registry")), english());
    let desk = Desk::new(&reading.registry, &reading.sources, &strings, day("2026-11-22"), &[]);
    let subjects = register::subjects(&desk);
    for kind in Kind::ALL {
        assert!(subjects.contains(&Subject::List(kind, 1)), "{kind:?}");
    }
}

#[test]
fn findings_stand_on_a_page_of_their_own_and_on_their_records() {
    let folder = tempdir().unwrap();
    fs::write(
        folder.path().join("processors.toml"),
        "[mail]\nname = \"Mail\"\n[mail.transfers.us]\ncountries = [\"US\"]\nmechanisms = [\"safe-harbour\"]\n",
    )
    .unwrap();
    let (reading, strings) = (read(folder.path()), english());
    let verdict = ropa::lint::pass::judge(&reading, day("2026-11-22"), &Default::default());
    let desk = Desk::new(&reading.registry, &reading.sources, &strings, day("2026-11-22"), &verdict.findings);
    let subjects = register::subjects(&desk);
    let pages: BTreeMap<String, Page> = subjects
        .into_iter()
        .map(|subject| register::page(&desk, subject))
        .map(|page| (page.route.clone(), page))
        .collect();
    for route in ["internal/findings.html", "internal/processors/mail.html", "internal/index.html"] {
        let words = words(&pages[route]);
        assert!(words.contains("transfer-mechanism-dead"), "{route}: {words}");
    }
    assert_eq!(strings.missing(), Vec::<String>::new());
}
