//! What the preview does when files change.

use std::fs;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;

use super::browser::Preview;
use crate::scaffold::started;

const NOTICE: &str = "/public/privacy.html";

fn write(folder: &TempDir, path: &str, text: &str) {
    let path = folder.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn read(folder: &TempDir, path: &str) -> String {
    fs::read_to_string(folder.path().join(path)).unwrap()
}

/// A file of the started registry, and a word in it that stands on the notice.
fn controller(folder: &TempDir) -> (String, String) {
    let below = folder.path().join("registry/controllers");
    let file = fs::read_dir(below).unwrap().next().unwrap().unwrap().file_name();
    let path = format!("registry/controllers/{}", file.to_string_lossy());
    let text = read(folder, &path);
    (path, text)
}

fn renamed(text: &str, name: &str) -> String {
    let line = text.lines().find(|line| line.starts_with("name ") || line.starts_with("name=")).unwrap();
    text.replacen(line, &format!("name = \"{name}\""), 1)
}

#[test]
fn a_change_reaches_the_page() {
    let folder = started();
    let (path, text) = controller(&folder);
    let preview =
        Preview::of(folder.path(), &["-W", "record-unused", "--editor-url", "vscode://file/{path}:{line}:{column}"]);
    let told = preview.listen();
    let first = told.edition("");
    assert!(preview.get(NOTICE).text().contains(&format!("data-edition=\"{first}\"")));

    write(&folder, &path, &renamed(&text, "Otherwise Ltd"));
    let second = told.edition(&first);
    let page = preview.get(NOTICE).text();
    assert!(page.contains("Otherwise Ltd") && page.contains(&format!("data-edition=\"{second}\"")), "{page}");
    let line = preview.line("read in");
    assert!(line.contains("checked in"), "{line}");

    // As most editors save: written beside, then renamed over the file.
    write(&folder, "registry/controllers/.new.tmp", &renamed(&text, "Renamed Ltd"));
    fs::rename(folder.path().join("registry/controllers/.new.tmp"), folder.path().join(&path)).unwrap();
    let third = told.edition(&second);
    assert!(preview.get(NOTICE).text().contains("Renamed Ltd"));

    // The register shows what the lints find, so it waits for them.
    write(&folder, "registry/systems/cellar.toml", "title = \"Cellar\"\n");
    told.edition(&third);
    assert!(preview.get("/internal/systems/cellar.html").text().contains("Cellar"));
    let found = told.findings(|found| found["list"].to_string().contains("cellar.toml"));
    let entry =
        found["list"].as_array().unwrap().iter().find(|one| one["place"].to_string().contains("cellar")).unwrap();
    let href = entry["href"].as_str().unwrap();
    assert!(href.starts_with("vscode://file/") && href.contains("/registry/systems/cellar.toml:1:1"), "{href}");
    assert_eq!(found["broken"], false);

    fs::remove_file(folder.path().join("registry/systems/cellar.toml")).unwrap();
    told.findings(|found| found["broken"] == false && !found["list"].to_string().contains("cellar"));
    assert_eq!(preview.get("/internal/systems/cellar.html").status, 404);
}

#[test]
fn the_last_good_pages_stay_while_a_record_is_broken() {
    let folder = started();
    let (path, text) = controller(&folder);
    let preview = Preview::of(folder.path(), &[]);
    let told = preview.listen();
    let first = told.edition("");
    let good = preview.get(NOTICE).body;

    write(&folder, &path, &format!("nmae = \"X\"\n{text}"));
    let found = told.findings(|found| found["broken"] == true);
    let one = &found["list"][0];
    assert_eq!((one["name"].as_str(), one["level"].as_str()), (Some("unknown-key"), Some("error")), "{found}");
    assert!(one["place"].as_str().unwrap().ends_with(&format!("{path}:1:1")), "{found}");
    assert!(one["href"].is_null() && !one["help"].as_array().unwrap().is_empty(), "{found}");
    assert!(preview.get(NOTICE).body == good);
    assert!(preview.line("the last good pages stay").contains("1 error"));
    // A page that is opened now hears of it too.
    preview.listen().findings(|found| found["broken"] == true);

    write(&folder, &path, &text);
    told.edition(&first);
    told.findings(|found| found["broken"] == false);
    assert_eq!(preview.get(NOTICE).status, 200);
}

#[test]
fn a_registry_that_begins_broken_is_waited_for() {
    let folder = started();
    let (path, text) = controller(&folder);
    write(&folder, &path, "name = <Broken>\n");
    let preview = Preview::of(folder.path(), &[]);
    preview.line("1 error");
    let waiting = preview.get(NOTICE);
    assert_eq!(waiting.status, 503);
    let page = waiting.text();
    assert!(page.contains(&format!("{path}:1:8")) && page.contains("data-edition=\"\""), "{page}");
    assert_eq!(preview.get("/").status, 200);
    let told = preview.listen();
    write(&folder, &path, &text);
    told.edition("");
    assert_eq!(preview.get(NOTICE).status, 200);
}

#[test]
fn a_theme_is_watched_too() {
    let folder = started();
    write(&folder, "theme/style.css", "body { color: black }\n");
    let preview =
        Preview::of(folder.path(), &["--theme", "theme", "--editor-url", "vscode://file/{path}:{line}:{column}"]);
    let told = preview.listen();
    let first = told.edition("");
    write(&folder, "theme/style.css", "body { color: navy }\n");
    let second = told.edition(&first);
    assert!(preview.get("/public/style.css").text().ends_with("body { color: navy }\n"));

    write(&folder, "theme/templates/index.html", "{% if %}");
    let found = told.findings(|found| found["broken"] == true);
    let place = found["list"][0]["place"].as_str().unwrap();
    assert!(place.contains("templates/index.html:1:"), "{found}");
    assert_eq!(preview.get("/public/index.html").status, 200);

    // A variable that no page has is found before a page is made.
    write(&folder, "theme/templates/index.html", "<body>{{ page.no_such_thing.at_all }}</body>");
    let found = told.findings(|found| found["list"][0]["name"] == "template-variable");
    let one = &found["list"][0];
    assert!(one["place"].as_str().unwrap().ends_with("templates/index.html:1:10"), "{found}");
    let href = one["href"].as_str().unwrap();
    assert!(href.ends_with("/theme/templates/index.html:1:10"), "{href}");
    assert_eq!(preview.get("/public/index.html").status, 200);

    fs::remove_dir_all(folder.path().join("theme/templates")).unwrap();
    told.edition(&second);
    assert_eq!(preview.get("/public/index.html").status, 200);
}

#[test]
fn folders_go_and_come_back() {
    let folder = started();
    let (path, text) = controller(&folder);
    let registry = folder.path().join("registry");
    let preview = Preview::of(folder.path(), &[]);
    let told = preview.listen();
    let first = told.edition("");
    fs::rename(&registry, folder.path().join("away")).unwrap();
    told.findings(|found| found["broken"] == true);
    assert_eq!(preview.get(NOTICE).status, 200);
    fs::rename(folder.path().join("away"), &registry).unwrap();
    let second = told.edition(&first);
    // What changes in the folder that came back is heard of.
    write(&folder, &path, &renamed(&text, "Back Again Ltd"));
    let third = told.edition(&second);
    assert!(preview.get(NOTICE).text().contains("Back Again Ltd"));

    // So is what changes in a new folder below it.
    write(&folder, "registry/systems/deep/down/well.toml", "title = \"Well\"\n");
    let fourth = told.edition(&third);
    assert!(preview.get("/internal/systems/well.html").text().contains("Well"));
    write(&folder, "registry/systems/deep/down/well.toml", "title = \"Deeper well\"\n");
    told.edition(&fourth);
    assert!(preview.get("/internal/systems/well.html").text().contains("Deeper well"));
}

#[test]
fn a_burst_is_one_change_or_few() {
    let folder = started();
    let preview = Preview::of(folder.path(), &["-W", "record-unused"]);
    preview.line("everything: ");
    let told = preview.listen();
    let first = told.edition("");
    for number in 0..300 {
        write(&folder, &format!("registry/systems/s{number}.toml"), &format!("title = \"System {number}\"\n"));
    }
    told.edition(&first);
    told.findings(|found| found["warnings"].as_u64() >= Some(300));
    let count = preview.lines().iter().filter(|line| line.contains("read in")).count();
    assert!(count < 20, "{count} readings for one burst");
    assert!(preview.get("/internal/systems/s299.html").text().contains("System 299"));
}

#[test]
fn what_is_no_record_is_no_change() {
    let folder = started();
    let (path, text) = controller(&folder);
    let preview = Preview::of(folder.path(), &[]);
    preview.line("everything: ");
    let told = preview.listen();
    let first = told.edition("");
    fs::create_dir_all(folder.path().join("output/public")).unwrap();
    for path in [
        "output/public/index.html",
        "registry/.systems.toml.swp",
        "registry/.git/index",
        "registry/systems.toml~",
        "registry/4913",
        "notes.txt",
    ] {
        write(&folder, path, "x");
        sleep(Duration::from_millis(100));
        fs::remove_file(folder.path().join(path)).unwrap();
    }
    // Written again as it was.
    write(&folder, &path, &text);
    sleep(Duration::from_millis(500));
    assert!(Path::new(&folder.path().join("output")).is_dir());
    assert_eq!(preview.lines(), [""; 0]);
    write(&folder, &path, &renamed(&text, "At Last Ltd"));
    let second = told.edition(&first);
    // Editions are counted: nothing came between the two.
    assert!(first.ends_with("-1") && second.ends_with("-2"), "{first} {second}");
}
