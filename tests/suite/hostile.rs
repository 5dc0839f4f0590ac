//! What somebody could put into a registry to do harm, or by mistake.

use std::fs;
use std::path::Path;

use ropa::diagnostic::{Diagnostic, human};
use ropa::load::Loaded;
use ropa::reading::Reading;
use ropa::schema::Shape;
use tempfile::{TempDir, tempdir};

use crate::building::listing;
use crate::planted::{FIELDS, Pages, Variant, is_leaf, plant, render};
use crate::program::ropa;

/// What browsers must never get to see as markup.
const ATTACKS: [&str; 9] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "[click](<JaVaScRiPt:alert(1)>)",
    "[\\[click\\](javascript:alert(1))](<mailto:[click](javascript:alert(1))>)",
    "javascript:alert(1)",
    "\" onmouseover=\"alert(1)",
    "x'></title><svg/onload=alert(1)>",
    "a | b\n\n# c\n\n<!-- d -->",
];

/// Asserts that everything that looks like markup in pages was put there by the theme.
fn assert_harmless(pages: &Pages, attack: &str) {
    for (route, page) in pages.iter().filter(|(route, _)| route.ends_with(".html")) {
        let page = page.to_lowercase();
        for tag in page.split('<').skip(1) {
            let tag = tag.split('>').next().unwrap_or_default();
            let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect();
            // Pictures of the register are drawn by the program, which gives them a class.
            let is_picture = tag.starts_with("svg class=\"ropa-") && route.starts_with("internal/");
            // Each site has a script of the theme, which is a file beside its pages.
            let source = tag.strip_prefix("script src=\"").and_then(|rest| rest.strip_suffix("\" defer"));
            if source.is_some_and(|file| ["notice.js", "register.js"].contains(&file.trim_start_matches("../"))) {
                continue;
            }
            assert!(
                is_picture || !["script", "img", "svg", "iframe", "object", "style"].contains(&name.as_str()),
                "{route}: <{tag}>"
            );
            // An attribute has a name before its sign, outside of quotes.
            let outside: String = tag.split('"').step_by(2).collect();
            assert!(!outside.contains(" on"), "{attack} in {route}: <{tag}>");
            assert!(!tag.contains("href=\"javascript:"), "{attack} in {route}: <{tag}>");
        }
    }
    for (route, page) in pages.iter().filter(|(route, _)| route.ends_with(".md")) {
        let page = page.to_lowercase();
        for start in ["<script", "<img", "<svg", "](javascript:", "](<javascript:"] {
            for (at, _) in page.match_indices(start) {
                assert!(page[..at].ends_with('\\'), "{attack} in {route}: {}", &page[at.saturating_sub(30)..at + 10]);
            }
        }
    }
}

/// Every diagnostic can be drawn, and its message is one line.
fn drawn(reading: &Reading) -> Vec<String> {
    let draw = |diagnostic: &Diagnostic| {
        assert!(!diagnostic.message.contains('\n'), "{diagnostic:?}");
        human::render(diagnostic, &reading.sources, false)
    };
    reading.diagnostics.iter().map(draw).collect()
}

fn is_text(shape: &Shape) -> bool {
    match shape {
        Shape::Text | Shape::Phrase | Shape::Prose => true,
        Shape::List(inner) | Shape::Rows(inner) => is_text(inner),
        Shape::Either(shapes) => shapes.iter().any(is_text),
        _ => false,
    }
}

/// What is reported where every text of a registry is the same attack.
const EXPECTED: [&str; 6] = ["raw-html", "unsafe-link", "empty-text", "bad-value", "colliding-title", "bad-title"];

#[test]
fn markup_in_any_text_stays_text() {
    let fields = FIELDS.iter().flat_map(|(_, fields)| fields);
    let texts = fields.filter(|field| is_leaf(&field.shape) && is_text(&field.shape)).count();
    assert!(texts > 200, "{texts}");
    let sources = plant(Variant::new(0)).reading.sources;
    for attack in ATTACKS {
        let quoted = toml::Value::from(attack).to_string();
        // The attack stands in every text at once; those that are refused are reported.
        let mut loaded = Loaded::default();
        let mut planted = 0;
        for source in sources.iter().map(|(_, source)| source) {
            let mut text = String::new();
            for line in source.text.lines() {
                let (code, _) = line.split_once(" # ").unwrap_or((line, ""));
                let is_key = code.starts_with('[');
                let mut rest = code;
                while let Some(at) = rest.find("\"zq").filter(|_| !is_key) {
                    let end = at + 1 + rest[at + 1..].find('"').unwrap() + 1;
                    let word = &rest[at + 1..end - 1];
                    // Ids and keys stay, so that references hold.
                    let is_reference = word.len() != 11 || &word[5..8] == "999" || word[8..10] >= *"50";
                    text.push_str(&rest[..at]);
                    text.push_str(if is_reference { &rest[at..end] } else { &quoted });
                    planted += usize::from(!is_reference);
                    rest = &rest[end..];
                }
                text.push_str(rest);
                text.push('\n');
            }
            loaded.add(&source.path, text);
        }
        assert!(planted > 500, "{planted}");
        let reading = Reading::of_loaded(loaded);
        let unexpected: Vec<&Diagnostic> =
            reading.diagnostics.iter().filter(|found| !EXPECTED.contains(&found.name)).collect();
        assert!(unexpected.is_empty(), "{attack}: {unexpected:#?}");
        drawn(&reading);
        assert_harmless(&render(&reading), attack);
    }
}

#[test]
fn an_id_names_a_file_and_nothing_else() {
    for id in ["../../x", "..", "con/x", "A", "ä", "x y", "-x", "x--y", "", "\\u0000", &"x".repeat(81)] {
        let mut loaded = Loaded::default();
        loaded.add("notices.toml", format!("[\"{id}\"]\ntitle = \"Notice\"\n"));
        loaded.add("subject-groups.toml", format!("[\"{id}\"]\nname = \"Group\"\n"));
        let reading = Reading::of_loaded(loaded);
        assert!(reading.is_broken(), "{id}");
        assert!(drawn(&reading)[0].contains("bad-id"), "{id}: {:?}", reading.diagnostics);
    }
    let folder = registry(&[]);
    let before = listing(folder.path());
    fs::write(folder.path().join("registry/notices.toml"), "[\"../../../x\"]\ntitle = \"Notice\"\n").unwrap();
    assert_eq!(ropa(folder.path(), &["build"]).code, 1);
    // Even on demand, nothing is written outside of the output folder.
    let forced = ropa(folder.path(), &["build", "--despite-errors"]);
    assert!(forced.code == 1 || forced.code == 2, "{}", forced.err);
    let outside = |path: &&String| !path.starts_with("output") && !path.starts_with("registry/notices.toml");
    let after = listing(folder.path());
    assert_eq!(after.keys().filter(outside).collect::<Vec<_>>(), before.keys().filter(outside).collect::<Vec<_>>());
    assert!(!folder.path().join("x.html").exists() && !folder.path().parent().unwrap().join("x.html").exists());
}

/// Names that some systems give to devices are fine as ids only where their pages can be written.
#[test]
fn names_of_devices_are_ids_like_others() {
    let folder = registry(&[("notices/con.toml", b"title = \"Notice\"\n")]);
    let ran = ropa(folder.path(), &["build"]);
    assert_eq!((ran.code, folder.path().join("output/public/con.html").is_file()), (0, true), "{}", ran.err);
}

/// A folder with a registry of some files in it.
fn registry(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempdir().unwrap();
    fs::create_dir(folder.path().join("registry")).unwrap();
    for (path, bytes) in files {
        let path = folder.path().join("registry").join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn read(folder: &Path) -> Reading {
    let reading = Reading::of_folder(&folder.join("registry"), "registry").unwrap();
    drawn(&reading);
    reading
}

fn names(reading: &Reading) -> Vec<&'static str> {
    reading.diagnostics.iter().map(|found| found.name).collect()
}

#[test]
#[cfg(unix)]
fn links_lead_nowhere() {
    use std::os::unix::fs::symlink;
    let folder = registry(&[("systems/a.toml", b"title = \"A\"\n")]);
    let secret = tempdir().unwrap();
    fs::write(secret.path().join("b.toml"), "title = \"Secret\"\n").unwrap();
    symlink(secret.path().join("b.toml"), folder.path().join("registry/systems/b.toml")).unwrap();
    symlink(secret.path(), folder.path().join("registry/sources")).unwrap();
    symlink("/nowhere", folder.path().join("registry/recipients.toml")).unwrap();
    symlink(".", folder.path().join("registry/systems/again")).unwrap();
    let reading = read(folder.path());
    assert_eq!(names(&reading), ["symbolic-link"; 4]);
    assert_eq!(reading.registry.systems.len(), 1);
}

#[test]
fn files_of_any_size_and_kind_are_read_or_reported() {
    let folder = registry(&[("systems/empty.toml", b""), ("sources.toml", b"")]);
    let large = fs::File::create(folder.path().join("registry/retention.toml")).unwrap();
    large.set_len(100 * 1024 * 1024).unwrap();
    fs::create_dir(folder.path().join("registry/systems/x.toml")).unwrap();
    fs::create_dir(folder.path().join("registry/cookies.toml")).unwrap();
    assert_eq!(names(&read(folder.path())), ["file-too-large", "missing-key"]);

    let named = |bytes: &[u8]| {
        let folder = registry(&[("systems/a.toml", bytes)]);
        let reading = read(folder.path());
        let title = reading.registry.systems.iter().next().map(|(_, entry)| entry.name().to_owned());
        (names(&reading), title)
    };
    let sound = |title: &str| (vec![], Some(title.to_owned()));
    assert_eq!(named(b"\xef\xbb\xbftitle = \"A\"\n"), sound("A"));
    assert_eq!(named(b"title = \"A\"\r\nnote = \"B\"\r\n"), sound("A"));
    assert_eq!(named("title = \"🔐 مرحبا\"\n".as_bytes()), sound("🔐 مرحبا"));
    assert_eq!(named(b"title = \"A\"\nstores = \"a\\u0000b\"\n"), (vec!["bad-value"], Some("A".to_owned())));
    assert!(named(b"title = \"A\"\nstores = \"a\0b\"\n").0.contains(&"bad-value"));
    assert_eq!(named(b"title = \"A\\u0000\"\n"), (vec!["bad-value"], Some("a".to_owned())));
    assert_eq!(named(b"\xff\xfe").0, ["not-utf-8"]);
    assert_eq!(named("title = \"A\"\n\u{feff}owner = \"B\"\n".as_bytes()).0[0], "toml-syntax");
}

#[test]
fn depth_and_width_are_no_danger() {
    let deep_list = format!("title = \"A\"\ncountries = {}1{}\n", "[".repeat(10_000), "]".repeat(10_000));
    let deep_table = format!("title = \"A\"\nnote = {}1{}\n", "{a=".repeat(10_000), "}".repeat(10_000));
    let dotted = format!("title = \"A\"\n{}b = 1\n", "a.".repeat(10_000));
    let header = format!("title = \"A\"\n[{}b]\n", "a.".repeat(10_000));
    let wide = format!("title = \"A\"\nstores = \"{}\"\n", "word ".repeat(200_000));
    let marks = format!("title = \"A\"\nstores = \"{}\"\n", "[*".repeat(100_000));
    let many: String = (0..10_000).map(|n| format!("[[waivers]]\nlint = \"{n}\"\n")).collect();
    let many = format!("title = \"A\"\n{many}");
    for text in [deep_list, deep_table, dotted, header, wide, marks, many] {
        let folder = registry(&[("systems/a.toml", text.as_bytes())]);
        let ran = ropa(folder.path(), &["check"]);
        assert!(ran.code == 0 || ran.code == 1, "{}: {}", &text[..40], ran.err.get(..2000).unwrap_or(&ran.err));
    }
}

#[test]
fn words_of_any_script_arrive() {
    let title = "Ζωή 🔐 \u{202e}abc\u{202c} مرحبا ab\u{301}";
    let mut loaded = Loaded::default();
    loaded.add("notices.toml", format!("[n]\ntitle = \"{title}\"\nintroduction = \"{title}\"\n"));
    let reading = Reading::of_loaded(loaded);
    assert_eq!(reading.diagnostics, []);
    let pages = render(&reading);
    for route in ["public/n.html", "public/n.md", "public/n.json", "public/index.html"] {
        assert!(pages[route].contains(title), "{route}");
    }
}

#[cfg(unix)]
#[test]
fn what_is_no_regular_file_is_reported_and_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("sources.toml")).unwrap();
    let reading = ropa::reading::Reading::of_folder(folder.path(), "registry").unwrap();
    let names: Vec<&str> = reading.diagnostics.iter().map(|one| one.name).collect();
    assert_eq!(names, ["unreadable-file"]);
}
