//! `ropa verify`: a published copy against the notice of now.

use std::fs;
use std::path::{Path, PathBuf};

use crate::program::{Ran, ropa};

/// The example in a folder of its own, built once.
struct Published(tempfile::TempDir);

impl Published {
    fn new() -> Published {
        let folder = tempfile::tempdir().unwrap();
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("registry"), &folder.path().join("registry"));
        ropa(folder.path(), &["build"]).done();
        Published(folder)
    }

    fn folder(&self) -> &Path {
        self.0.path()
    }

    fn copy(&self, name: &str) -> String {
        self.folder().join("output/public").join(name).to_string_lossy().into_owned()
    }

    fn verify(&self, name: &str) -> Ran {
        ropa(self.folder(), &["verify", &self.copy(name)])
    }

    /// Changes a file of the registry.
    fn edit(&self, file: &str, from: &str, to: &str) {
        let path = self.folder().join("registry").join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no `{from}`");
        fs::write(path, text.replacen(from, to, 1)).unwrap();
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path: PathBuf = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(path, target).unwrap();
        }
    }
}

const FORMS: [&str; 4] = ["website.html", "website.fragment.html", "website.json", "website/customers.html"];

#[test]
fn what_was_just_built_says_the_same() {
    let published = Published::new();
    for form in FORMS.into_iter().chain(["applicants.html"]) {
        let ran = published.verify(form).done();
        assert!(ran.out.contains("says what the register says"), "{form}: {}", ran.out);
    }
}

#[test]
fn what_differs_is_said_in_words() {
    let published = Published::new();
    let notice = fs::read_to_string(published.folder().join("registry/notices/website.toml")).unwrap();
    let updated = notice.lines().find(|line| line.starts_with("updated")).unwrap().to_owned();
    published.edit("notices/website.toml", &updated, "updated = 2026-11-20");
    published.edit("retention.toml", "P6Y", "P7Y");
    for form in ["website.html", "website.fragment.html", "website.json"] {
        let ran = published.verify(form);
        assert_eq!(ran.code, 1, "{form}: {}{}", ran.out, ran.err);
        assert!(ran.out.contains("2026-11-20 in the register (the file is older)"), "{form}: {}", ran.out);
        assert!(ran.out.contains("the file says “six”, the register “seven”"), "{form}: {}", ran.out);
    }
    let json = published.verify("website.json");
    assert!(json.out.contains("P6Y") && json.out.contains("P7Y"), "{}", json.out);
}

#[test]
fn a_recipient_in_one_and_not_in_the_other_is_named() {
    let published = Published::new();
    let text = fs::read_to_string(published.copy("website.json")).unwrap();
    let twin: serde_json::Value = serde_json::from_str(&text).unwrap();
    let recipients =
        twin["disclosures"].as_array().unwrap().iter().flat_map(|one| one["recipients"].as_array().unwrap());
    let names: Vec<&str> = recipients.filter_map(|one| one["name"].as_str()).collect();
    let name = names.first().expect("a recipient with a name");
    let files = walk(&published.folder().join("registry"));
    let named = format!("\"{name}\"");
    let file = files.into_iter().find(|path| fs::read_to_string(path).unwrap().contains(&named)).expect("its file");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen(&named, "\"Quite Another Ltd\"", 1)).unwrap();
    let json = published.verify("website.json");
    assert!(json.out.contains(&format!("recipient “{name}”")), "{}", json.out);
    assert!(
        json.out.contains("recipient “Quite Another Ltd”") && json.out.contains("only in the register"),
        "{}",
        json.out
    );
    let page = published.verify("website/sections/recipients.html");
    assert!(page.out.contains("Quite Another Ltd"), "{}", page.out);
}

fn walk(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(walk(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

#[test]
fn a_page_around_the_fragment_and_the_ways_of_browsers_make_no_difference() {
    let published = Published::new();
    let fragment = fs::read_to_string(published.copy("website.fragment.html")).unwrap();
    let host = format!(
        "<!DOCTYPE html>\n<title>Shop</title><nav><ul><li>Home</ul></nav><article><h1>News</h1></article>\
         <main>\n{}\n</main><footer>Imprint</footer>",
        fragment.replace("<li>", "<LI >").replace('\n', "\r\n    ")
    );
    fs::write(published.folder().join("host.html"), host).unwrap();
    ropa(published.folder(), &["verify", "host.html"]).done();

    let page = fs::read_to_string(published.copy("website.html")).unwrap();
    let saved = page.replace("href=\"", "href=\"https://cloud.example/").replace("</li>", "");
    let saved = saved.replace("https://cloud.example/mailto:", "mailto:").replace("https://cloud.example/tel:", "tel:");
    fs::write(published.folder().join("saved.html"), saved).unwrap();
    ropa(published.folder(), &["verify", "saved.html"]).done();
}

#[test]
fn an_address_behind_words_counts() {
    let published = Published::new();
    let page = fs::read_to_string(published.copy("website.html")).unwrap();
    let other = page.replace("mailto:privacy@", "mailto:nobody@");
    assert_ne!(page, other, "the example has an address behind words");
    fs::write(published.folder().join("other.html"), other).unwrap();
    let ran = ropa(published.folder(), &["verify", "other.html"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.out.contains("nobody@"), "{}", ran.out);
}

#[test]
fn what_is_no_copy_is_refused() {
    let published = Published::new();
    let at = published.folder();
    for (name, text) in [
        ("a.html", "<html><article class=\"ropa-notice\"><p>Privacy</p></article>"),
        ("b.json", "{\"schema\": \"other/1\", \"id\": \"website\"}"),
        ("c.json", "{"),
        ("d.html", ""),
        ("e.bin", "\u{0}\u{1}\u{2}"),
    ] {
        fs::write(at.join(name), text).unwrap();
        ropa(at, &["verify", name]).refused("no page, fragment or JSON twin");
    }
    ropa(at, &["verify", "nowhere.html"]).refused("cannot read nowhere.html");
    fs::write(at.join("f.html"), "<article data-ropa=\"page\" data-ropa-notice=\"gone\">").unwrap();
    ropa(at, &["verify", "f.html"]).refused("the notice `gone`");
    let group = "<article data-ropa=\"group\" data-ropa-notice=\"website\" data-ropa-group=\"aliens\">";
    fs::write(at.join("g.html"), group).unwrap();
    ropa(at, &["verify", "g.html"]).refused("the group `aliens`");
    fs::write(at.join("registry/more.toml"), "broken = ").unwrap();
    published.verify("website.html").refused("the registry has mistakes");
}

#[test]
fn the_report_is_also_json_of_its_schema() {
    let published = Published::new();
    published.edit("notices/website.toml", "\"3.0\"", "\"9.9\"");
    let ran = ropa(published.folder(), &["verify", &published.copy("website.json"), "--format", "json"]);
    let text = if ran.code == 2 { panic!("{}", ran.err) } else { ran.out };
    let report: serde_json::Value = serde_json::from_str(&text).unwrap();
    let schema = ropa(published.folder(), &["schema", "verify"]).done();
    let schema: serde_json::Value = serde_json::from_str(&schema.out).unwrap();
    assert!(jsonschema::is_valid(&schema, &report), "{text}");
    assert_eq!(report["schema"], "ropa-verify/1");
    assert_eq!(report["same"], false);
}
