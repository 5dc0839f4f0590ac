//! Versions of notices: from git and from what the registry keeps, at addresses that stay.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use roxmltree::{Document, Node};

use crate::program::Ran;
use crate::repository::Repository;

const ATOM: &str = "http://www.w3.org/2005/Atom";

const NOTICE: &str = "registry/notices/website.toml";
const PAGES: &str = "output/public/website/versions";

const CONTROLLER: &str = "name = \"Example Ltd\"\n";

fn activity(purpose: &str) -> String {
    format!(
        "title = \"Newsletter\"\nsubject-groups = [\"readers\"]\n[purposes.send]\ntitle = \"{purpose}\"\n\
         legal-bases = [\"consent\"]\n"
    )
}

fn notice(version: &str, updated: &str, effective: &str, more: &str) -> String {
    format!(
        "title = \"Privacy notice\"\nurl = \"https://example.org/privacy\"\nversion = \"{version}\"\n\
         updated = {updated}\neffective = {effective}\nintroduction = \"See [the terms](terms.html).\"\n{more}"
    )
}

const SECOND: &str = "[[versions]]\nversion = \"2\"\nupdated = 2025-02-01\nsummary = \"Tells of [offers](offers.html).\"\nrevision = \"v2\"\n";
const FIRST: &str = "[[versions]]\nversion = \"1\"\nupdated = 2024-02-01\nrevision = \"v1\"\n";

/// Three versions, the first two of them tags.
fn three_versions() -> Repository {
    let repository = Repository::new();
    repository.write("registry/registry.toml", "language = \"en\"\n");
    repository.write("registry/controllers/example.toml", CONTROLLER);
    repository.write("registry/subject-groups.toml", "[readers]\nname = \"Readers\"\n");
    repository.write("registry/legal-bases.toml", "[consent]\ntitle = \"consent\"\narticle = \"6(1)(a)\"\n");
    let states = [
        ("2024-02-01", "2024-03-01", "send you news", "1", ""),
        ("2025-02-01", "2025-03-01", "send you news and offers", "2", FIRST),
        ("2026-02-01", "2026-03-01", "send you offers", "3", &format!("{SECOND}{FIRST}")),
    ];
    for (updated, effective, purpose, version, more) in states {
        repository.write("registry/activities/newsletter.toml", &activity(purpose));
        repository.write(NOTICE, &notice(version, updated, effective, more));
        repository.commit(updated);
        repository.git(&["tag", &format!("v{version}")]);
    }
    repository
}

/// What the lints find is beside the point here.
fn build(repository: &Repository) -> Ran {
    let ran = repository.ropa(&["build", "-A", "required", "-A", "suspicious", "-A", "guidance", "-A", "pedantic"]);
    assert!(ran.out.contains("in output"), "{}{}", ran.out, ran.err);
    ran
}

fn page(repository: &Repository, name: &str) -> String {
    repository.read(&format!("{PAGES}/{name}"))
}

/// Names and bytes of everything in a folder.
fn all(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let mut files: Vec<_> = entries
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn earlier_versions_say_what_they_said() {
    let repository = three_versions();
    let ran = build(&repository);
    assert!(ran.code == 0 && !ran.err.contains("version"), "{}", ran.err);
    let (first, second, third) = (
        page(&repository, "2024-02-01.html"),
        page(&repository, "2025-02-01.html"),
        page(&repository, "2026-02-01.html"),
    );
    assert!(first.contains("send you news") && !first.contains("offers"), "{first}");
    assert!(second.contains("send you news and offers"), "{second}");
    assert!(third.contains("send you offers"), "{third}");
    // From when to when it was in effect, where the current one is, and nothing for search engines.
    for words in [
        "A later version of our <a href=\"../../website.html\">Privacy notice</a> follows this one",
        "In effect from 1 March 2025 to 28 February 2026.",
        "<meta name=\"robots\" content=\"noindex\">",
        "<a href=\"../../terms.html\">the terms</a>",
    ] {
        assert!(second.contains(words), "{words}\n{second}");
    }
    assert!(third.contains("This is the latest version of our"), "{third}");
    // The page about what changed, the latest first.
    let list = page(&repository, "index.html");
    let places =
        ["<h2>Version 3", ">In effect<", "<h2>Version 2", "<h2>Version 1"].map(|words| list.find(words).expect(words));
    assert!(places.is_sorted(), "{list}");
    assert!(list.contains("<a href=\"../../offers.html\">offers</a>"), "{list}");
    assert!(list.contains("<a href=\"2024-02-01.html\">"), "{list}");
    let notice = repository.read("output/public/website.html");
    assert!(notice.contains("<a href=\"website/versions/index.html\">What changed</a>"), "{notice}");
}

#[test]
fn addresses_of_versions_stay() {
    let repository = three_versions();
    build(&repository);
    let before = all(&repository.path().join(PAGES));
    // The same input makes the same bytes, however often.
    build(&repository);
    assert_eq!(all(&repository.path().join(PAGES)), before);
    let third = "[[versions]]\nversion = \"3\"\nupdated = 2026-02-01\neffective = 2026-03-01\nrevision = \"v3\"\n";
    repository.write(NOTICE, &notice("4", "2026-05-01", "2026-06-01", &format!("{third}{SECOND}{FIRST}")));
    build(&repository);
    let after = all(&repository.path().join(PAGES));
    for (name, _) in &before {
        assert!(after.iter().any(|(other, _)| other == name), "{name}");
    }
    assert!(page(&repository, "2026-02-01.html").contains("In effect from 1 March 2026 to 31 May 2026."));
    assert!(page(&repository, "2026-05-01.html").contains("This is the latest version"));
}

#[test]
fn what_the_registry_keeps_needs_no_history() {
    let repository = three_versions();
    build(&repository);
    let by_git = page(&repository, "2025-02-01.html");
    for tag in ["v1", "v2"] {
        repository.ropa(&["archive", "website", "--at", tag]).done();
    }
    let kept = repository.read("registry/archive/website/2025-02-01.json");
    assert!(kept.contains("send you news and offers") && kept.contains("\"schema\": \"ropa-notice/1\""), "{kept}");
    assert_eq!(repository.ropa(&["check"]).err, three_versions().ropa(&["check"]).err);
    repository.remove(".git").remove("output");
    let ran = build(&repository);
    assert!(!ran.err.contains("version"), "{}", ran.err);
    assert_eq!(page(&repository, "2025-02-01.html"), by_git);
    // What was published stays, whatever git says.
    let other = kept.replace("send you news and offers", "send you kept words");
    repository.write("registry/archive/website/2025-02-01.json", &other);
    build(&repository);
    assert!(page(&repository, "2025-02-01.html").contains("send you kept words"));
}

#[test]
fn what_is_kept_is_never_changed() {
    let repository = three_versions();
    let path = "registry/archive/website/2026-02-01.json";
    assert_eq!(repository.ropa(&["archive"]).done().out, format!("{path}\n"));
    let kept = repository.read(path);
    let again = repository.ropa(&["archive", "website"]).done();
    assert!(again.out.contains("is there already"), "{}", again.out);
    repository.edit("registry/activities/newsletter.toml", "send you offers", "sell you things");
    let ran = repository.ropa(&["archive"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.err.contains("stays as it is") && ran.err.contains("new `updated`"), "{}", ran.err);
    assert_eq!(repository.read(path), kept);
    repository.ropa(&["archive", "webseit"]).refused("did you mean `website`?");
    // Once the notice is newer, the kept version has to be listed, or nobody finds it.
    repository.write(NOTICE, &notice("4", "2026-05-01", "2026-06-01", ""));
    let ran = build(&repository);
    assert!(ran.err.contains("is shown nowhere: add `[[versions]]` with `updated = 2026-02-01`"), "{}", ran.err);
    assert!(!repository.path().join(PAGES).exists());
    repository.edit(NOTICE, "updated = 2026-05-01\n", "");
    let ran = repository.ropa(&["archive"]);
    assert!(ran.code == 1 && ran.err.contains("has no `updated`"), "{}", ran.err);
}

#[test]
fn what_is_not_at_hand_is_listed_and_said() {
    let full = three_versions();
    let missing = |repository: &Repository, words: &str| {
        let ran = build(repository);
        let told = format!("version 2 of the notice `website` is listed without its text: {words}");
        assert!(ran.code == 1 && ran.err.contains(&told), "{told}\n{}", ran.err);
        assert!(ran.err.contains("keep the texts in the registry with `ropa archive`"), "{}", ran.err);
        let list = page(repository, "index.html");
        assert!(list.contains("Version 2") && list.contains("The text of this version is not at hand."), "{list}");
        assert!(!repository.path().join(PAGES).join("2025-02-01.html").exists());
    };
    let shallow = Repository::shallow(&full, 1);
    missing(&shallow, "`v2` is no commit of this repository");
    full.edit(NOTICE, "\"v2\"", "\"v22\"");
    missing(&full, "`v22` is no commit of this repository");
    full.edit(NOTICE, "\"v22\"", "\"v2\"").remove(".git");
    missing(&full, "");
    // A state that is not understood is not shown as what people could read.
    let broken = three_versions();
    broken.git(&["checkout", "--quiet", "v2"]);
    broken.write("registry/activities/newsletter.toml", "title = 7\n");
    broken.commit("2025-02-02");
    broken.git(&["tag", "--force", "v2"]);
    broken.git(&["checkout", "--quiet", "main"]);
    missing(&broken, "the records of commit");
    broken.git(&["tag", "--force", "v2", "v1"]);
    // The words of another version never stand under the name of this one.
    missing(&broken, "at `v2` the notice says it was updated on 2024-02-01");
}

#[test]
fn a_planned_version_has_its_day() {
    let repository = three_versions();
    repository.git(&["switch", "--quiet", "--create", "next"]);
    repository.edit("registry/activities/newsletter.toml", "send you offers", "send you plans");
    repository.edit(
        NOTICE,
        "updated = 2026-02-01\neffective = 2026-03-01",
        "updated = 2026-12-01\neffective = 2027-03-01",
    );
    repository.commit("2026-04-01");
    repository.git(&["switch", "--quiet", "main"]);
    let plan = "[[versions]]\nversion = \"4\"\nupdated = 2026-12-01\neffective = 2027-03-01\nrevision = \"next\"\n";
    let later = "[[versions]]\neffective = 2028-01-01\nsummary = \"We may move.\"\n";
    repository.write(NOTICE, &notice("3", "2026-02-01", "2026-03-01", &format!("{later}{plan}{SECOND}{FIRST}")));
    build(&repository);
    let list = page(&repository, "index.html");
    for mark in [">In effect<", ">From 1 March 2027<", ">From 1 January 2028<"] {
        assert_eq!(list.matches(mark).count(), 1, "{list}");
    }
    assert!(list.contains("Version of 1 January 2028") && list.contains("In effect from 1 January 2028."), "{list}");
    assert!(list.contains("In effect from 1 March 2026 to 28 February 2027."), "{list}");
    let planned = page(&repository, "2026-12-01.html");
    assert!(planned.contains("This is a planned version") && planned.contains("send you plans"), "{planned}");
    assert!(planned.contains("In effect from 1 March 2027 to 31 December 2027."), "{planned}");
    assert!(repository.read("output/public/website.html").contains("send you offers"));
}

#[test]
fn a_notice_tells_which_version_applies_until_its_own_does() {
    let repository = three_versions();
    let on = |day: &str| {
        let ran = repository.ropa(&["build", "--as-of", day]);
        assert!(ran.out.contains("in output"), "{}", ran.err);
        (repository.read("output/public/website.html"), page(&repository, "index.html"))
    };
    let (notice, list) = on("2026-02-15");
    for words in [
        "This version takes effect on 1 March 2026; until 28 February 2026, <a href=\"website/versions/2025-02-01.html\">version 2</a> applies.",
        "<a href=\"website/versions/2025-02-01-to-2026-02-01.html\">See what changes</a>",
    ] {
        assert!(notice.contains(words), "{words}\n{notice}");
    }
    let marks = ["<h2>Version 3", ">From 1 March 2026<", "<h2>Version 2", ">In effect<", "<h2>Version 1"];
    assert!(marks.map(|words| list.find(words).expect(words)).is_sorted(), "{list}");
    let (notice, list) = on("2026-03-01");
    assert!(!notice.contains("takes effect"), "{notice}");
    let marks = ["<h2>Version 3", ">In effect<", "<h2>Version 2"];
    assert!(marks.map(|words| list.find(words).expect(words)).is_sorted(), "{list}");
    assert!(!list.contains(">From "), "{list}");
}

#[test]
fn what_is_kept_is_checked_like_records() {
    let repository = three_versions();
    repository.ropa(&["archive", "website", "--at", "v2"]).done();
    let path = "registry/archive/website/2025-02-01.json";
    let kept = repository.read(path);
    let refused = |words: &str| {
        let ran = repository.ropa(&["build"]);
        assert_eq!(ran.code, 1, "{}", ran.err);
        assert!(ran.err.contains(words), "{words}\n{}", ran.err);
        assert!(!repository.path().join("output").exists());
    };
    repository.write(path, &kept.replace("send you news and offers", "<script>alert(1)</script>"));
    refused("bad-archive");
    repository.write(path, &kept.replace("send you news and offers", "[x](javascript:alert)"));
    refused("is not a link for readers");
    repository.write(path, &kept[..kept.len() / 2]);
    refused("this cannot be read");
    repository.remove(path).write("registry/archive/website/2025-02-02.json", &kept);
    refused("the name of the file says 2025-02-02");
    repository.remove("registry/archive").write("registry/archive/website/v2.json", &kept);
    refused("archive/NOTICE/2026-01-31.json");
    repository.remove("registry/archive").write("registry/archive/webseite/2025-02-01.json", &kept);
    refused("archive-of-no-notice");
}

#[test]
fn versions_are_compared_word_by_word() {
    let repository = three_versions();
    build(&repository);
    let changes = page(&repository, "2024-02-01-to-2025-02-01.html");
    assert!(changes.contains("version 1 and version 2 compared"), "{changes}");
    assert!(changes.contains("</span> and offers<span") || changes.contains("</span>and offers"), "{changes}");
    for words in
        ["<ins><span class=\"ropa-said\"> added: </span>", " end of the change </span></ins>", "no change</span>"]
    {
        assert!(changes.contains(words), "{words}\n{changes}");
    }
    assert!(changes.contains("<details") && !changes.contains("<script"), "{changes}");
    // Any two, at addresses that name both.
    let all = all(&repository.path().join(PAGES)).into_iter().map(|(name, _)| name);
    let compared: Vec<String> = all.filter(|name| name.contains("-to-")).collect();
    let three = ["2024-02-01-to-2025-02-01", "2024-02-01-to-2026-02-01", "2025-02-01-to-2026-02-01"];
    assert_eq!(compared, three.map(|name| format!("{name}.html")));
    let list = page(&repository, "index.html");
    for name in three {
        assert!(list.contains(&format!("href=\"{name}.html\"")), "{name}\n{list}");
    }
    assert!(list.contains("Compare any two versions"), "{list}");
    let since = page(&repository, "2024-02-01-to-2026-02-01.html");
    assert!(since.contains("version 1 and version 3 compared"), "{since}");
}

#[test]
fn hostile_texts_stay_texts() {
    let repository = three_versions();
    let attack = r#"*a* \\<script>alert(1)\\</script> &lt;b> \"' ]]> x"#;
    repository.edit("registry/activities/newsletter.toml", "send you offers", attack);
    repository.edit(NOTICE, "Tells of [offers](offers.html).", attack);
    build(&repository);
    for file in ["output/public/website.atom.xml", "output/public/website/versions/index.html"] {
        assert!(!repository.read(file).contains("<script>alert"), "{file}");
    }
    let changes = page(&repository, "2025-02-01-to-2026-02-01.html");
    assert!(changes.contains("&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;"), "{changes}");
    assert!(!changes.contains("<script"), "{changes}");
}

#[test]
fn the_feed_tells_of_each_version() {
    let repository = three_versions();
    let later = "[[versions]]\neffective = 2028-01-01\nsummary = \"We & they *may* move.\"\n";
    repository.edit(NOTICE, SECOND, &format!("{later}{SECOND}"));
    build(&repository);
    let text = repository.read("output/public/website.atom.xml");
    let feed = Document::parse(&text).unwrap();
    let child = |node: Node<'_, '_>, name: &str| {
        let found = node.children().find(|child| child.has_tag_name((ATOM, name)));
        found.and_then(|child| child.text().map(str::to_owned)).unwrap_or_default()
    };
    let root = feed.root_element();
    assert!(root.has_tag_name((ATOM, "feed")), "{text}");
    assert_eq!(child(root, "id"), "https://example.org/privacy");
    assert_eq!(child(root, "updated"), "2026-02-01T00:00:00Z");
    assert!(!child(root, "title").is_empty() && root.children().any(|node| node.has_tag_name((ATOM, "author"))));
    let own = root.children().find(|node| node.attribute("rel") == Some("self")).unwrap();
    assert_eq!(own.attribute("href"), Some("https://example.org/website.atom.xml"));
    let link = |node: Node<'_, '_>| {
        let found = node.children().find(|node| node.has_tag_name((ATOM, "link")));
        found.and_then(|link| link.attribute("href").map(str::to_owned)).unwrap_or_default()
    };
    let entries: Vec<_> = root.children().filter(|node| node.has_tag_name((ATOM, "entry"))).collect();
    let told: Vec<_> = entries.iter().map(|entry| (child(*entry, "id"), child(*entry, "updated"))).collect();
    let days = ["2028-01-01", "2026-02-01", "2025-02-01", "2024-02-01"];
    let ids: BTreeSet<&String> = told.iter().map(|(id, _)| id).collect();
    assert_eq!(ids.len(), days.len(), "{text}");
    for ((id, updated), day) in told.iter().zip(days) {
        assert_eq!(*id, format!("https://example.org/privacy#version-{day}"));
        // A version that is planned was told with the notice as it is.
        let written = if day == "2028-01-01" { "2026-02-01" } else { day };
        assert_eq!(*updated, format!("{written}T00:00:00Z"));
    }
    assert_eq!(child(entries[0], "content"), "In effect from 1 January 2028. We & they may move.");
    assert_eq!(child(entries[2], "title"), "Privacy notice: version 2");
    assert_eq!(link(entries[2]), "https://example.org/website/versions/2025-02-01.html");
    assert!(repository.read("output/public/website.html").contains("href=\"website.atom.xml\""));
    // Without an address there is nothing that an id could be made of.
    repository.edit(NOTICE, "url = \"https://example.org/privacy\"\n", "");
    build(&repository);
    assert!(!repository.path().join("output/public/website.atom.xml").exists());
    assert!(!repository.read("output/public/website.html").contains("atom"));
}
