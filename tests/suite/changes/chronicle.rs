//! The history of a registry as pages of the register.

use std::fs;

use super::history::{BILL, LETTER, base, written};
use crate::program::Ran;
use crate::repository::Repository;

const DAY: &str = "--as-of=2026-12-31";

fn build(repository: &Repository, arguments: &[&str]) -> Ran {
    repository.ropa(&[&["build", DAY], arguments].concat())
}

fn page(repository: &Repository, route: &str) -> String {
    fs::read_to_string(repository.path().join("output/internal").join(route)).unwrap()
}

/// A page without its tags, its spaces as one.
fn words(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        rest = after.split_once('>').map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_written_history_stands_on_its_page() {
    let (repository, sentences) = written();
    build(&repository, &["--registry=privacy", "--history"]);
    let page = words(&page(&repository, "history.html")).replace(['“', '”', '&', '<', '>'], "");
    assert!(page.contains("The register begins with this commit"), "{page}");
    assert!(sentences.len() > 20);
    // The parts of `ropa diff` are one here.
    for said in sentences.into_iter().filter(|said| !said.starts_with("In the register only")) {
        // The page names no articles, and marks no code.
        let said = said.split(" (Article").next().unwrap().replace(['“', '”', '`'], "");
        assert!(page.contains(&said), "{said}: {page}");
    }
    assert!(!page.contains("Nobody"), "no author");
    assert!(!repository.path().join("output/public/history.html").exists());
}

#[test]
fn an_activity_tells_its_own_changes_under_every_id_it_had() {
    let repository = base();
    repository.edit(BILL, "\"Finance\"", "\"Treasury\"").commit("2026-02-01");
    repository.edit(LETTER, "\"Marketing\"", "\"Sales\"").commit("2026-03-01");
    repository.git(&["mv", BILL, "registry/activities/invoices.toml"]);
    repository.commit("2026-04-01");
    build(&repository, &["--history"]);
    let bill = page(&repository, "activities/invoices.html");
    let section = words(bill.split_once("id=\"history\"").unwrap().1);
    for said in ["1 April 2026", "1 February 2026", "Treasury"] {
        assert!(section.contains(said), "{said}: {section}");
    }
    assert!(!section.contains("1 March 2026") && !section.contains("Sales"), "{section}");
    let id = repository.git(&["rev-parse", "HEAD"]);
    let anchor = format!("history.html#commit-{}", &id[..12]);
    assert!(bill.contains(&anchor), "{bill}");
    assert!(page(&repository, "history.html").contains(&format!("id=\"commit-{}\"", &id[..12])));
    assert!(page(&repository, "index.html").contains("href=\"history.html\""));
    build(&repository, &[]);
    assert!(!repository.path().join("output/internal/history.html").exists());
    assert!(!page(&repository, "activities/invoices.html").contains("id=\"history\""));
}

#[test]
fn authors_and_addresses_stand_where_they_were_asked_for() {
    let repository = base();
    let address = "repository-url = \"https://github.com/us/gdpr/blob/main/registry\"\nlanguage";
    repository.edit("registry/registry.toml", "language", address).commit("2026-02-01");
    build(&repository, &["--history", "--history-authors"]);
    let page = page(&repository, "history.html");
    let id = repository.git(&["rev-parse", "HEAD"]);
    assert!(page.contains(&format!("https://github.com/us/gdpr/commit/{id}")), "{page}");
    assert!(words(&page).contains(&format!("Commit {} by Nobody", &id[..12])), "{page}");
    assert!(words(&page).contains("1 February 2026: something"), "{page}");
    build(&repository, &["--history-authors"]).refused("--history");
}

#[test]
fn months_are_counted_and_drawn() {
    let repository = base();
    repository.edit(BILL, "owner", "next-review = 2026-02-15\nowner").commit("2026-01-20");
    repository.write("registry/activities/gifts.toml", "title = \"Gifts\"\n").commit("2026-03-10");
    repository.ropa(&["build", "--as-of=2026-04-10", "--history"]);
    let page = page(&repository, "history.html");
    let text = words(&page.replace("</td>", "</td> "));
    for (name, counts) in [
        ("Activities", "January 2026 2 February 2026 2 March 2026 3 April 2026 3"),
        ("Overdue reviews", "January 2026 0 February 2026 1 March 2026 1 April 2026 1"),
        ("Transfers", "January 2026 1 February 2026 1 March 2026 1 April 2026 1"),
    ] {
        assert!(page.contains(&format!("{name}</")), "{name}");
        assert!(text.contains(counts), "{counts}: {text}");
    }
    assert_eq!(page.matches("ropa-columns").count(), 4);
    assert!(!page.contains("style="), "the Content-Security-Policy forbids it");
    let before = fs::read(repository.path().join("output/internal/history.html")).unwrap();
    repository.ropa(&["build", "--as-of=2026-04-10", "--history", "--output=again"]);
    assert_eq!(before, fs::read(repository.path().join("again/internal/history.html")).unwrap());
}

#[test]
fn what_cannot_be_known_is_said_and_no_failure() {
    let repository = base();
    repository.edit(BILL, "\"Finance\"", "\"Treasury\"").commit("2026-02-01");
    repository.edit(BILL, "\"Treasury\"", "\"Board\"").commit("2026-03-01");
    let shallow = Repository::shallow(&repository, 2);
    build(&shallow, &["--history"]);
    let text = words(&page(&shallow, "history.html"));
    assert!(text.contains("The history ends here.") && text.contains("Board"), "{text}");
    assert!(!text.contains("begins with this commit"), "{text}");
    build(&repository, &["--history", "1"]);
    let text = words(&page(&repository, "history.html"));
    assert!(text.contains("Earlier commits were not read.") && text.contains("Board"), "{text}");
    assert!(text.contains("One commit tells a change among the one that was read"), "{text}");
    repository.git(&["switch", "--quiet", "--orphan", "other"]);
    repository.git(&["commit", "--quiet", "--allow-empty", "--message", "nothing"]);
    repository.git(&["checkout", "--quiet", "main", "--", "registry"]);
    build(&repository, &["--history"]);
    let text = words(&page(&repository, "history.html"));
    assert!(text.contains("No commit tells a change, because none holds these records."), "{text}");
    fs::remove_dir_all(repository.path().join(".git")).unwrap();
    build(&repository, &["--history"]);
    let text = words(&page(&repository, "history.html"));
    assert!(text.contains("The records are in no git repository"), "{text}");
    build(&repository, &["--history", "0"]).refused("--history");
}

#[test]
fn a_file_that_cannot_be_read_is_said_and_loses_nothing() {
    let repository = base();
    let text = repository.read(BILL);
    let broken = "title = \"Billing\nowner = 1\n";
    repository.write(BILL, broken).edit(LETTER, "\"Marketing\"", "\"Sales\"");
    let first = repository.commit("2026-02-01");
    repository.edit(LETTER, "\"Sales\"", "\"Outreach\"");
    let second = repository.commit("2026-02-02");
    // Another place of a file that cannot be read is no end of its record.
    let elsewhere = "registry/activities/sales/billing.toml";
    repository.remove(BILL).write(elsewhere, broken).commit("2026-02-03");
    repository.write(elsewhere, &text.replace("\"Finance\"", "\"Treasury\""));
    let third = repository.commit("2026-03-01");
    repository.write("registry/activities/gifts.toml", broken).commit("2026-04-01");
    repository.write("registry/activities/gifts.toml", "title = \"Gifts\"\nowner = \"Sales\"\n");
    let last = repository.commit("2026-05-01");
    build(&repository, &["--history"]);
    let page = page(&repository, "history.html");
    let of = |commit: &str| {
        let (_, after) = page.split_once(&format!("id=\"commit-{}\"", &commit[..12])).unwrap();
        words(after.split("id=\"commit-").next().unwrap())
    };
    let said = "activities/billing.toml could not be read as this commit has it";
    assert!(of(&first).contains(said) && of(&first).contains("“Sales”, before “Marketing”"), "{}", of(&first));
    assert!(of(&first).contains("is told with the next commit that can be read"), "{}", of(&first));
    assert!(!of(&second).contains(said) && of(&second).contains("“Outreach”"), "{}", of(&second));
    assert!(of(&third).contains("“Treasury”, before “Finance”"), "{}", of(&third));
    assert!(!of(&third).contains("Outreach") && !of(&third).contains("New activity"), "{}", of(&third));
    assert!(of(&last).contains("New activity: Gifts"), "{}", of(&last));
}

#[test]
fn merges_and_moves_are_followed() {
    let repository = base();
    repository.git(&["switch", "--quiet", "--create", "topic"]);
    repository.edit(BILL, "\"Finance\"", "\"Treasury\"").commit("2026-02-01");
    repository.edit(BILL, "\"Treasury\"", "\"Board\"").commit("2026-02-02");
    repository.git(&["switch", "--quiet", "main"]);
    repository.git_on("2026-02-03", &["merge", "--quiet", "--no-ff", "--message", "merged", "topic"]);
    repository.git(&["mv", "registry", "law"]);
    repository.commit("2026-03-01");
    repository.edit("law/activities/newsletter.toml", "\"Marketing\"", "\"Sales\"").commit("2026-04-01");
    repository.ropa(&["build", DAY, "--registry=law", "--history"]);
    let text = words(&page(&repository, "history.html"));
    assert!(text.contains("3 February 2026: merged") && text.contains("Board"), "{text}");
    assert!(text.contains("1 April 2026") && text.contains("Sales"), "{text}");
    assert!(!text.contains("Treasury") && !text.contains("1 March 2026: something"), "{text}");
}
