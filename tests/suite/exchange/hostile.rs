//! Files that no export made, by mistake or to do harm: everything wrong is told, and nothing is written.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::{TempDir, tempdir};

use crate::program::{Ran, ropa};

/// Everything below a folder, links as links.
fn listing(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap()) {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type().unwrap().is_dir() {
            found.insert(format!("{name}/"), String::new());
            found.extend(listing(&entry.path()).into_iter().map(|(below, text)| (format!("{name}/{below}"), text)));
        } else if entry.file_type().unwrap().is_symlink() {
            found.insert(name, "link".into());
        } else {
            found.insert(name, String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).into_owned());
        }
    }
    found
}

/// Imports a text into a folder, and asserts that nothing was written unless it ended well.
fn import(folder: &TempDir, text: impl AsRef<[u8]>, more: &[&str]) -> Ran {
    fs::write(folder.path().join("x.json"), text).unwrap();
    let before = listing(folder.path());
    let ran = ropa(folder.path(), &[&["import", "json", "x.json"], more].concat());
    if ran.code != 0 {
        assert_eq!(listing(folder.path()), before, "{}", ran.err);
    }
    ran
}

fn refused(text: impl AsRef<[u8]>) -> String {
    let folder = tempdir().unwrap();
    let ran = import(&folder, text, &[]);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("nothing was written") && ran.out.is_empty(), "{}", ran.err);
    ran.err
}

fn with_records(records: Value) -> String {
    json!({ "format": "ropa-registry/1", "records": records }).to_string()
}

#[test]
fn what_is_no_export_is_refused_with_its_place() {
    for (text, words) in [
        ("", "the file is no JSON"),
        ("not json", "--> x.json:1:"),
        ("{\n  \"format\": \"ropa-registry/1\",\n  \"records\": {}\n  \"settings\": {}\n}", "--> x.json:4:3"),
        ("{} {}", "trailing characters"),
        ("[1, 2]", "the file holds a list"),
        ("\"text\"", "the file holds a text"),
        ("{}", "does not say its format"),
        ("{\"format\": 1}", "`format` should be a text, but a number stands here"),
        ("{\"format\": \"tilt\"}", "`tilt` is no format"),
        ("{\"format\": \"ropa-registry/2\", \"records\": []}", "version `2` of the format is not known"),
        ("{\"format\": \"ropa-registry/1\"}", "`records` is missing"),
        ("{\"format\": \"ropa-registry/1\", \"records\": {}}", "neither a record nor a setting"),
        ("{\"format\": \"ropa-registry/1\", \"records\": [], \"settings\": 1, \"complete\": 0}", "3 errors"),
        ("{\"format\": \"ropa-registry/1\", \"records\": {}, \"recods\": {}}", "did you mean `records`?"),
        ("{\"format\": \"ropa-registry/1\", \"records\": {\"activites\": {}}}", "did you mean `activities`?"),
    ] {
        let told = refused(text);
        assert!(told.contains(words), "{text}: `{words}` is not in: {told}");
    }
}

#[test]
fn everything_wrong_is_told_in_one_run() {
    let told = refused(
        r#"{
  "format": "ropa-registry/1",
  "settings": { "title": null, "lints": { "guidance": "loud" } },
  "records": {
    "systems": {
      "a": { "record": { "title": "A", "titel": "B", "countries": ["FI", "XX"], "operated-by": "nobody" } },
      "a": { "record": { "title": "A again" } },
      "B": { "record": { "title": "B" } },
      "c": { "record": { "owner": "nobody" }, "file": "systems/d.toml" },
      "d": { "record": [], "fle": 1 },
      "e": {},
      "f": { "record": { "title": "F", "changed": "2026-02-30" } },
      "g": { "record": { "title": "G", "changed": "today" } },
      "h": { "record": { "title": "H", "changed": 99999999999999999999 } },
      "i": { "record": { "title": ["I"], "waivers": [{ "lint": "x" }] } }
    },
    "cookies": 1
  }
}"#,
    );
    for words in [
        "3:26",
        "`null` is no value",
        "`loud` is not a value",
        "7:7",
        "the key `a` stands twice",
        "6:40",
        "did you mean `title`?",
        "6:74",
        "`XX`",
        "there is no `nobody`",
        "8:7",
        "`B` cannot be an id",
        "9:55",
        "the file of a record is named after its id: `c.toml`, not `d.toml`",
        "a system needs `title`",
        "`record` should be a table, but a list stands here",
        "did you mean `file`?",
        "`record` is missing",
        "12:51",
        "13:51",
        "`today` is no day",
        "is too large",
        "9:7",
        "15:35",
        "15:54",
        "a waiver needs `reason`, `owner`, `expires`",
        "`cookies` should be a table",
    ] {
        assert!(told.contains(words), "`{words}` is not in: {told}");
    }
}

#[test]
fn no_file_name_leads_out_of_the_registry() {
    for file in [
        "../systems.toml",
        "../../etc/a.toml",
        "/tmp/a.toml",
        "systems/../../a.toml",
        "systems\\a.toml",
        "C:\\systems\\a.toml",
        "C:/a.toml",
        "\\\\server\\share\\a.toml",
        "systems/nul/a.toml",
        "systems/.git/a.toml",
        ".git/hooks/a.toml",
        "systems/a\u{0}.toml",
        "systems/a.toml\n",
        "registry.toml",
        "README.md",
        "cookies/a.toml",
        "",
    ] {
        let told = refused(with_records(json!({ "systems": { "a": { "file": file, "record": { "title": "A" } } } })));
        assert!(told.contains("a system cannot stand in"), "{file}: {told}");
    }
    let ids = ["../a", "a/b", "", "a\\b", "A", "nul.", "a\u{0}"];
    for id in ids {
        let told = refused(with_records(json!({ "systems": { id: { "record": { "title": "A" } } } })));
        assert!(told.contains("cannot be an id"), "{id}: {told}");
    }
}

#[test]
fn a_file_is_no_folder() {
    let record = |file: &str| json!({ "file": file, "record": { "title": "A" } });
    let told = refused(with_records(json!({
        "systems": { "a": record("systems/a.toml"), "b": record("systems/A.toml/b.toml") },
    })));
    assert!(told.contains("would stand in a folder that is a file"), "{told}");
}

#[test]
fn depth_and_size_have_bounds() {
    let deep = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    for levels in [70, 127, 1_000_000] {
        let text = with_records(json!({ "systems": { "a": { "record": { "title": "DEEP" } } } }));
        let told = refused(text.replace("\"DEEP\"", &deep(levels)));
        assert!(told.contains("too deep") || told.contains("no JSON"), "{levels}: {told}");
    }
    assert!(refused("[".repeat(3_000_000)).contains("the file is no JSON"));
    let long = with_records(json!({ "systems": { "a": { "record": { "title": "x".repeat(9 * 1024 * 1024) } } } }));
    assert!(refused(long).contains("would be too large to be read"));
    let folder = tempdir().unwrap();
    let big = fs::File::create(folder.path().join("big.json")).unwrap();
    big.set_len(300 * 1024 * 1024).unwrap();
    ropa(folder.path(), &["import", "json", "big.json"]).refused("at most 256 MiB are read");
    ropa(folder.path(), &["import", "json", "none.json"]).refused("cannot read none.json");
    import(&folder, b"\"\xff\"", &[]).refused("no text in UTF-8: the byte at 1 is wrong");
}

#[test]
fn controls_and_bidi_in_keys_do_no_harm() {
    let told = refused(with_records(
        json!({ "systems": { "a": { "record": { "title": "A", "\u{1b}[2J": 1, "\u{202e}x": 2 } } } }),
    ));
    assert!(!told.contains('\u{1b}') && told.contains("unknown key"), "{told:?}");
    let told = refused(with_records(json!({ "systems": { "a": { "record": { "title": "bell \u{7}" } } } })));
    assert!(told.contains("U+0007"), "{told}");
}

const ONE: &str =
    r#"{"format":"ropa-registry/1","records":{"systems":{"a":{"file":"systems.toml","record":{"title":"A"}}}}}"#;

#[test]
fn what_stands_in_the_folder_is_never_lost_unasked() {
    let folder = tempdir().unwrap();
    let at = |path: &str| folder.path().join("registry").join(path);
    import(&folder, ONE, &[]).done();
    let mine = "# mine\n[a]\ntitle = 'A' # the same\n";
    fs::write(at("systems.toml"), mine).unwrap();
    // The same facts in other lines are the same.
    assert!(import(&folder, ONE, &["--force"]).done().out.contains("nothing to do"));
    assert_eq!(fs::read_to_string(at("systems.toml")).unwrap(), mine);

    fs::write(at("systems.toml"), "[a]\ntitle = \"Edited\"\n").unwrap();
    let two = ONE.replace("\"systems\":{", "\"cookies\":{\"c\":{\"record\":{\"name\":\"c\"}}},\"systems\":{");
    for more in [&[][..], &["--dry-run"]] {
        let ran = import(&folder, &two, more).refused("registry/systems.toml:2: `a.title` says something else");
        assert!(ran.err.contains("1 file would be replaced, and nothing was written"), "{}", ran.err);
    }
    let dry = import(&folder, &two, &["--force", "--dry-run"]).done();
    assert!(dry.out.contains("replaced  registry/systems.toml") && dry.out.contains("new  registry/cookies/c.toml"));
    assert!(!at("cookies").exists());
    let done = import(&folder, &two, &["--force"]).done();
    assert!(done.out.contains("1 new file written to registry\n1 file replaced\n"), "{}", done.out);
    assert_eq!(fs::read_to_string(at("systems.toml")).unwrap(), "[a]\ntitle = \"A\"\n");
    assert_eq!(fs::read_to_string(at("cookies/c.toml")).unwrap(), "name = \"c\"\n");
    let names: Vec<String> = listing(folder.path()).into_keys().filter(|name| name.contains(".ropa")).collect();
    assert_eq!(names, [""; 0]);
}

#[test]
fn an_import_joins_a_registry_only_if_the_two_go_together() {
    let folder = tempdir().unwrap();
    import(&folder, ONE, &[]).done();
    // The same id in another file is a second record.
    let told = import(&folder, ONE.replace("systems.toml", "systems/a.toml"), &["--force"]);
    assert!(told.code == 1 && told.err.contains("the id `a` stands twice"), "{}", told.err);
    // A record may name one that stands in the folder alone.
    let activity = r#"{"format":"ropa-registry/1","complete":false,"records":{"activities":{"x":{"record":{"title":"X","systems":["a"]}}}}}"#;
    let ran = import(&folder, activity, &[]).done();
    assert!(
        ran.out.contains("1 other file of registry not touched") && ran.err.contains("holds a selection"),
        "{}",
        ran.out
    );
    // What is no registry does not become one.
    fs::write(folder.path().join("registry/letter.txt"), "Dear").unwrap();
    let told = import(&folder, ONE, &[]);
    assert!(told.code == 1 && told.err.contains("this file is no part of a registry"), "{}", told.err);
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    use std::os::unix::fs::symlink;

    for (link, target) in [("systems.toml", "../outside.toml"), ("systems", "../outside")] {
        let folder = tempdir().unwrap();
        fs::create_dir_all(folder.path().join("registry")).unwrap();
        fs::create_dir_all(folder.path().join("outside")).unwrap();
        fs::write(folder.path().join("outside.toml"), "[a]\ntitle = \"Mine\"\n").unwrap();
        symlink(target, folder.path().join("registry").join(link)).unwrap();
        let text = if link == "systems" { ONE.replace("systems.toml", "systems/a.toml") } else { ONE.to_owned() };
        let ran = import(&folder, text, &["--force"]);
        assert!(ran.code == 1 && ran.err.contains("a registry holds no symbolic links"), "{}", ran.err);
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_stays_as_it_was() {
    use std::os::unix::fs::PermissionsExt;

    let folder = tempdir().unwrap();
    import(&folder, ONE, &[]).done();
    let registry = folder.path().join("registry");
    // The file of another program stands where a folder is needed.
    let two = ONE.replace("\"systems\":{", "\"cookies\":{\"c\":{\"record\":{\"name\":\"c\"}}},\"systems\":{");
    fs::set_permissions(&registry, fs::Permissions::from_mode(0o555)).unwrap();
    let is_root = fs::write(registry.join(".probe"), "").is_ok();
    let _ = fs::remove_file(registry.join(".probe"));
    if !is_root {
        import(&folder, &two, &[]).refused("cannot write registry");
    }
    fs::set_permissions(&registry, fs::Permissions::from_mode(0o755)).unwrap();
    fs::write(folder.path().join("file"), "").unwrap();
    import(&folder, &two, &["--into", "file/registry"]).refused("cannot write file/registry");
}

#[test]
fn many_mistakes_are_counted_and_the_first_are_shown() {
    let systems: serde_json::Map<String, Value> =
        (0..2_000).map(|number| (format!("s{number}"), json!({ "record": { "title": null } }))).collect();
    let text = json!({ "format": "ropa-registry/1", "records": { "systems": systems } });
    let told = refused(format!("{text:#}"));
    assert!(told.contains("and 1500 more") && told.contains("2000 errors"), "{}", &told[told.len() - 300..]);
}
