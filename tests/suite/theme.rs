//! Themes: what they set, what is wrong with them, and what templates may rely on.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use ropa::reading::Reading;
use ropa::site::Site;
use ropa::theme::contract::{self, PAGES};
use ropa::theme::{DEFAULT, Theme};
use serde_json::Value;
use tempfile::{TempDir, tempdir};

use crate::building::listing;
use crate::program::{Ran, ropa};
use crate::scaffold::started;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder with the theme `theme` of these files.
fn themed(files: &[(&str, &str)]) -> TempDir {
    let folder = tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join("theme").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn checked(files: &[(&str, &str)]) -> Ran {
    ropa(themed(files).path(), &["theme", "check", "theme"])
}

#[test]
fn a_theme_sets_colours_logo_header_and_footer_on_both_sites() {
    let folder = started();
    let theme = root().join("themes/paper");
    ropa(folder.path(), &["build", "--theme", theme.to_str().unwrap()]).done();
    let output = folder.path().join("output");
    for side in ["public", "internal"] {
        let read = |name: &str| fs::read_to_string(output.join(side).join(name)).unwrap();
        let style = read("style.css");
        let own = style.rfind("--ropa-ink: light-dark(oklch(").unwrap();
        assert!(style.find("--ropa-ink: light-dark(#1b1f24").unwrap() < own);
        // What is printed is black on white whatever the theme.
        assert!(own < style.find("--ropa-ink: #000").unwrap());
        assert!(style.contains("4px double") && style.contains(".ropa-shelf"), "the part and the sheet of its own");
        assert_eq!(read("logo.svg"), fs::read_to_string(theme.join("mark.svg")).unwrap());
        assert!(read("favicon.svg").starts_with("<svg") && read("logo-dark.svg").starts_with("<svg"));
        let page = read("index.html");
        for part in [
            "<link rel=\"icon\" href=\"favicon.svg\">",
            "href=\"https://cloud.example/\"",
            "<img src=\"logo.svg\" alt=\"\" width=\"40\" height=\"40\">",
            "<span>Example Cloud</span>",
            "<a href=\"https://cloud.example/imprint\">Imprint</a>",
        ] {
            assert!(page.contains(part), "{side}: {part} in\n{page}");
        }
        assert_eq!(page.matches("<header class=\"ropa-brand\"").count(), usize::from(side == "public"));
        assert!(!page.contains(" style="), "{page}");
    }
    assert!(fs::read_to_string(output.join("public/index.html")).unwrap().contains("ropa-shelf"));
    let page = fs::read_to_string(output.join("public/privacy.html")).unwrap();
    assert!(page.contains("On this page") && !page.contains(">Contents<"), "{page}");
    // Other people's pages get the colours, too, and nothing outside of the notice.
    let embedded = fs::read_to_string(output.join("public/embed.css")).unwrap();
    assert!(embedded.contains("--ropa-ink: light-dark(oklch(0.25") && !embedded.contains(":root"), "{embedded}");
    let group = fs::read_dir(output.join("public/privacy")).unwrap().find_map(|entry| {
        let path = entry.unwrap().path();
        path.extension().is_some_and(|ending| ending == "html").then(|| fs::read_to_string(path).unwrap())
    });
    assert!(group.unwrap().contains("src=\"../logo.svg\""));
    let fragment = fs::read_to_string(output.join("public/privacy.fragment.html")).unwrap();
    assert!(!fragment.contains("logo") && !fragment.contains("Imprint"), "{fragment}");
    ropa(folder.path(), &["manual", "--theme", theme.to_str().unwrap()]).done();
    assert!(folder.path().join("manual/logo.svg").exists());
}

#[test]
fn without_a_theme_there_is_no_trace_of_one() {
    let folder = started();
    ropa(folder.path(), &["build"]).done();
    for (path, bytes) in listing(&folder.path().join("output")) {
        let Some(text) = bytes.and_then(|bytes| String::from_utf8(bytes).ok()) else { continue };
        for part in ["class=\"ropa-brand\"", "ropa-home\"", "class=\"ropa-foot\""] {
            assert!(!path.ends_with(".html") || !text.contains(part), "{path}: {part}");
        }
    }
}

#[test]
fn the_second_theme_is_sound_and_legible() {
    let ran = ropa(root(), &["theme", "check", "themes/paper"]).done();
    assert_eq!(ran.err, "themes/paper checked: no problems found\n");
    let ran = ropa(tempdir().unwrap().path(), &["theme", "check"]).done();
    assert_eq!(ran.err, "the theme built in checked: no problems found\n");
}

#[test]
fn every_mistake_of_a_theme_is_told_in_one_run() {
    let ran = checked(&[
        (
            "theme.toml",
            "contract = \"ropa-theme/0\"\nnaem = \"x\"\n\n[header]\nhome = \"javascript:alert(1)\"\n\n[logo]\nfile = \"lgo.svg\"\n\
             height = 9000\n\n[colours.light]\nink = \"reddish\"\nsoft = \"#ccc\"\nlink = \"rgb(0 0 0 / 0.5)\"\n\n[footer]\n\
             en = \"[a](b.html) <b>x</b>\"\n",
        ),
        ("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("templates/notice.html", "{% if %}"),
        ("templates/group.html", "{{ title | shout }}"),
        ("templates/index.html", "{{ <blokcs blocks={[]} /> }}"),
        ("templates/section.html", "{% extends \"bas.html\" %}"),
        ("templates/notise.html", ""),
        ("strings/en.ftl", "heading-rihgts = Yours\npage-as-of = On { $dat }\n"),
    ]);
    assert_eq!(ran.code, 1);
    for words in [
        "error[other-contract]: this theme is made for `ropa-theme/0`",
        "error[unknown-key]: unknown key `naem`",
        "help: did you mean `name`?",
        "error[unsafe-link]: `javascript:alert(1)` is no address that leads home",
        "error[missing-key]: a logo needs `alt`, `width`",
        "error[bad-value]: `height` is 9000 CSS pixels",
        "error[missing-file]: the theme has no file `lgo.svg`",
        "help: did you mean `logo.svg`?",
        "error[bad-colour]: `reddish` is not a colour",
        "warning[low-contrast]: `soft` on `paper` has a contrast of 1.60:1 in light surroundings",
        "error[bad-colour]: `link` lets what is below it shine through",
        "error[raw-html]",
        "error[template-syntax]",
        "--> theme/templates/notice.html:1:7",
        "error[template-unknown]: unknown filter `shout`",
        "--> theme/templates/group.html:1:",
        "error[template-unknown]: unknown component `blokcs`",
        "help: did you mean `blocks`?",
        "error[template-unknown]: there is no template `bas.html`",
        "help: did you mean `base.html`?",
        "error[unknown-file]: `templates/notise.html` is no file of a theme",
        "help: did you mean `templates/notice.html`?",
        "warning[unknown-message]: nothing asks for `heading-rihgts`",
        "error[unknown-gap]: nothing fills the gap `$dat` of `page-as-of`",
        "help: did you mean `$date`?",
    ] {
        assert!(ran.err.contains(words), "`{words}` is not in:\n{}", ran.err);
    }
}

#[test]
fn a_missing_variable_is_named_with_its_place_in_every_template() {
    let files = [
        ("templates/notice.html", "<p>\n  {{ titel }}</p>\n"),
        ("templates/index.html", "{% for notice in notices %}{{ notice.nmae }}{% endfor %}"),
        ("templates/register.html", "{{ theme.header.name }}{% if origni %}x{% endif %}"),
        ("templates/single.html", "{{ t(key=\"no-such-message\") }}"),
    ];
    let ran = checked(&files);
    assert_eq!(ran.code, 1);
    for words in [
        "error[template-variable]: there is no variable `titel`\n --> theme/templates/notice.html:2:6",
        "2 |   {{ titel }}</p>\n  |      ^^^^^ not defined",
        "help: did you mean `title`?",
        "help: `ropa theme data notice` prints what it may use",
        "error[template-variable]: there is no field `nmae`\n --> theme/templates/index.html:1:",
        "note: there are `href`, `name`",
        "error[template-variable]: `header` is not always there\n --> theme/templates/register.html:1:",
        "write `?.` for a dot behind `header`",
        "warning[template-variable]: `register.html` has no `origni`",
        "error[unknown-message]: the strings lack `no-such-message`\n --> theme/templates/single.html:1:10",
        "theme checked: 4 errors and 1 warning",
    ] {
        assert!(ran.err.contains(words), "`{words}` is not in:\n{}", ran.err);
    }
    let folder = themed(&files);
    let ran = ropa(folder.path(), &["theme", "check", "theme", "--format", "json"]);
    let found: Value = serde_json::from_str(&ran.out).unwrap();
    let first =
        found["findings"].as_array().unwrap().iter().find(|one| one["message"].as_str().unwrap().contains("titel"));
    assert_eq!(first.unwrap()["at"]["path"], "theme/templates/notice.html");
    assert_eq!((first.unwrap()["at"]["line"].as_u64(), first.unwrap()["at"]["column"].as_u64()), (Some(2), Some(6)));
    let short = ropa(folder.path(), &["theme", "check", "theme", "--format", "short"]).out;
    assert!(short.contains("theme/templates/notice.html:2:6"), "{short}");
}

#[test]
fn what_calls_another_host_or_stands_within_the_page_is_warned_of() {
    let ran = checked(&[
        ("style.css", "/* https://example.org */\n@import \"https://example.org/a.css\";\n"),
        ("style/embed.css", "a { background: URL(//example.org/b.png) }\nb { background: url(c.png) }\n"),
        (
            "script/notice.js",
            "// see https://example.org\nfetch('https://example.org/d');\nlet n = \"http://www.w3.org/2000/svg\";\n",
        ),
        (
            "templates/index.html",
            "<!-- <img src=\"https://example.org/\"> -->\n<p style=\"color: red\">\n<img src=\"https://example.org/e\"\n\
             onload=\"f()\">\n<script>g()</script>\n<a href=\"https://example.org\">x</a>\n\
             <link rel=\"stylesheet\" href=\"//example.org/h.css\"><link rel=\"canonical\" href=\"https://example.org\">\n\
             <script type=\"application/json\">{}</script>\n<script src=\"{{ root }}notice.js\"></script>\n",
        ),
    ]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let places: Vec<(&str, &str)> = ran
        .err
        .lines()
        .zip(ran.err.lines().skip(1))
        .filter_map(|(said, place)| {
            Some((said.strip_prefix("warning[")?.split_once(']')?.0, place.split_once("theme/")?.1))
        })
        .collect();
    let expected = [
        ("outside-address", "script/notice.js:2:8"),
        ("outside-address", "style/embed.css:1:21"),
        ("outside-address", "style.css:2:10"),
        ("inline-code", "templates/index.html:2:4"),
        ("outside-address", "templates/index.html:3:6"),
        ("inline-code", "templates/index.html:4:1"),
        ("inline-code", "templates/index.html:5:1"),
        ("outside-address", "templates/index.html:7:24"),
    ];
    assert_eq!(places.iter().collect::<BTreeSet<_>>(), expected.iter().collect::<BTreeSet<_>>(), "{}", ran.err);
}

#[test]
fn pictures_that_could_do_more_than_show_are_refused() {
    let toml = "favicon = \"f.png\"\n[logo]\nfile = \"a.svg\"\nalt = \"A\"\nwidth = 1\nheight = 1\n";
    let ran = checked(&[
        ("theme.toml", toml),
        ("a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<script>x</script></svg>"),
        ("f.png", "no png"),
    ]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("error[unsafe-picture]: `a.svg` holds `<script>`\n --> theme/a.svg:2:1"), "{}", ran.err);
    assert!(ran.err.contains("`f.png` does not begin like a `.png` file"), "{}", ran.err);
    let ran = checked(&[("theme.toml", "favicon = \"../f.png\"\n")]);
    assert!(ran.err.contains("the theme has no file `../f.png`"), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn links_out_of_a_theme_are_not_followed() {
    let folder = themed(&[]);
    fs::create_dir_all(folder.path().join("theme")).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", folder.path().join("theme/style.css")).unwrap();
    let ran = ropa(folder.path(), &["theme", "check", "theme"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("`style.css` is a link to another file") && !ran.err.contains("root:"), "{}", ran.err);
}

#[test]
fn what_is_left_over_is_used_and_reported() {
    let ran = checked(&[("theme.toml", "[footer]\nfi = \"Hei\"\n"), ("logo.png", "x")]);
    assert_eq!(ran.code, 0);
    assert!(ran.err.contains("warning[missing-footer]: there is no footer in the language `en`"), "{}", ran.err);
    let own = [
        ("templates/index.html", "{{ t(key=\"ours\") }}"),
        ("strings/en.ftl", "ours = Ours\npage-index =\n    Two\n    lines\n"),
    ];
    assert_eq!(checked(&own).done().err, "theme checked: no problems found\n");
}

#[test]
fn a_new_theme_is_sound_and_changes_nothing() {
    let folder = started();
    ropa(folder.path(), &["build"]).done();
    let before = listing(&folder.path().join("output/public"));
    ropa(folder.path(), &["theme", "new", "mine"]).done();
    let ran = ropa(folder.path(), &["theme", "check", "mine"]).done();
    assert_eq!(ran.err, "mine checked: no problems found\n");
    ropa(folder.path(), &["build", "--theme", "mine"]).done();
    let after = listing(&folder.path().join("output/public"));
    for (path, bytes) in before.iter().filter(|(path, _)| !path.ends_with(".css")) {
        assert!(bytes == &after[path], "{path}");
    }
    ropa(folder.path(), &["theme", "new", "mine"]).refused("is not empty");
    // What it proposes in comments can be read, too.
    let text = fs::read_to_string(folder.path().join("mine/theme.toml")).unwrap();
    let proposed: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("# "))
        .filter(|line| line.contains(" = ") || line.starts_with('['))
        .collect();
    assert!(proposed.len() > 15, "{proposed:?}");
    fs::write(folder.path().join("mine/theme.toml"), proposed.join("\n")).unwrap();
    let ran = ropa(folder.path(), &["theme", "check", "mine"]);
    let names: BTreeSet<&str> = ran.err.lines().filter(|line| line.starts_with("error")).collect();
    let missing = |file: &str| format!("error[missing-file]: the theme has no file `{file}`");
    assert_eq!(names.into_iter().collect::<Vec<_>>(), [missing("logo-dark.svg"), missing("logo.svg")], "{}", ran.err);
}

#[test]
fn files_are_listed_and_shown() {
    let folder = tempdir().unwrap();
    let list = ropa(folder.path(), &["theme", "files"]).done().out;
    for (name, text) in DEFAULT {
        assert!(list.lines().any(|line| line.split_whitespace().next() == Some(name)), "{name}");
        assert_eq!(&ropa(folder.path(), &["theme", "show", name]).done().out, text);
    }
    assert!(list.contains("theme.toml") && list.contains("style.css "));
    ropa(folder.path(), &["theme", "show", "base.html"]).refused("did you mean `templates/base.html`?");
}

/// The contract as it was published. A field may come; none may go or change without a new version.
const PUBLISHED: &str = "tests/fixtures/theme/contract.json";

#[test]
fn the_contract_is_the_published_one() {
    let path = root().join(PUBLISHED);
    let now = contract::whole();
    if std::env::var_os("UPDATE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, format!("{now:#}\n")).unwrap();
    }
    let published: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    if published["version"] == now["version"] {
        let (before, after) = (paths(&published), paths(&now));
        let gone: Vec<&String> = before.difference(&after).collect();
        assert_eq!(gone, [] as [&String; 0], "gone without a new version in src/theme/contract.rs");
    }
    assert!(published == now, "the contract changed: say so in CHANGELOG.md, then UPDATE=1 cargo test the_contract");
    let changelog = fs::read_to_string(root().join("CHANGELOG.md")).unwrap();
    assert!(changelog.contains(contract::VERSION), "CHANGELOG.md does not name {}", contract::VERSION);
}

/// Every field with its type, and every field that is always there.
fn paths(value: &Value) -> BTreeSet<String> {
    fn walk(value: &Value, path: &str, found: &mut BTreeSet<String>) {
        match value {
            Value::Object(map) => map.iter().filter(|(key, _)| *key != "description").for_each(|(key, value)| {
                walk(value, &format!("{path}/{key}"), found);
            }),
            Value::Array(items) => items.iter().for_each(|item| walk(item, &format!("{path}[]"), found)),
            other => _ = found.insert(format!("{path} = {other}")),
        }
    }
    let mut found = BTreeSet::new();
    walk(value, "", &mut found);
    found
}

#[test]
fn every_field_of_the_contract_says_what_it_is() {
    fn walk(value: &Value, path: &str, bare: &mut Vec<String>) {
        let Some(map) = value.as_object() else { return };
        for (name, field) in map.get("properties").and_then(Value::as_object).into_iter().flatten() {
            if field.get("const").is_none() && !field["description"].is_string() {
                bare.push(format!("{path}.{name}"));
            }
        }
        for (key, value) in map {
            walk(value, &format!("{path}.{key}"), bare);
            value.as_array().into_iter().flatten().for_each(|one| walk(one, &format!("{path}.{key}[]"), bare));
        }
    }
    let mut bare = Vec::new();
    walk(&contract::whole(), "", &mut bare);
    assert_eq!(bare, [""; 0]);
}

/// The data of every page of the example and of the manual, by template.
fn handed_over() -> BTreeMap<String, Vec<Value>> {
    let pages: Arc<Mutex<BTreeMap<String, Vec<Value>>>> = Arc::default();
    let observed = || {
        let pages = Arc::clone(&pages);
        let theme = Theme::of_folder("en", &root().join("themes/paper")).unwrap();
        theme.observed(Box::new(move |template, data| {
            pages.lock().unwrap().entry(template.to_owned()).or_default().push(data);
        }))
    };
    // No section of the example has a page of its own.
    let folder = tempdir().unwrap();
    crate::building::copy(&root().join("registry"), folder.path(), false);
    let notice = "title = \"Other\"\n[sections.cookies]\nown-page = true\n";
    fs::write(folder.path().join("notices/other.toml"), notice).unwrap();
    let reading = Reading::of_folder(folder.path(), "registry").unwrap();
    let theme = observed();
    let as_of = chrono::NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
    let site = Site { reading: &reading, theme: &theme, findings: &[], as_of, single_page: true };
    site.render(&|_, _| Ok(())).unwrap();
    ropa::manual::render(&ropa::cli::command(), &observed(), &|_, _| Ok(())).unwrap();
    let pages = pages.lock().unwrap();
    pages.clone()
}

#[test]
fn pages_keep_the_contract() {
    let pages = handed_over();
    for page in &PAGES {
        let mut schema = page.schema();
        closed(&mut schema);
        let validator = jsonschema::draft7::new(&schema).unwrap();
        let handed = pages.get(page.template).unwrap_or_else(|| panic!("the example has no {}", page.template));
        for data in handed {
            let errors: Vec<String> = validator
                .iter_errors(data)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .take(3)
                .collect();
            assert_eq!(errors, [""; 0], "{}", page.template);
        }
        for amount in contract::AMOUNTS {
            let made_up = contract::made_up(&page.schema(), amount);
            assert!(validator.is_valid(&made_up), "{} {amount:?}: {made_up:#}", page.name);
        }
    }
    let known: BTreeSet<&str> = PAGES.iter().map(|page| page.template).collect();
    assert_eq!(pages.keys().map(String::as_str).collect::<BTreeSet<_>>(), known);
}

/// Lets no field pass that the schema does not have.
fn closed(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            if map.contains_key("properties") {
                map.insert("additionalProperties".to_owned(), Value::Bool(false));
            }
            map.values_mut().for_each(closed);
        }
        Value::Array(items) => items.iter_mut().for_each(closed),
        _ => {}
    }
}

#[test]
fn the_default_templates_use_nothing_else() {
    let whole = contract::whole().to_string();
    let themes = ["themes/default/templates", "themes/paper/templates"];
    let files = themes.iter().flat_map(|folder| fs::read_dir(root().join(folder)).unwrap());
    let paths: Vec<PathBuf> = files.map(|entry| entry.unwrap().path()).collect();
    assert!(paths.len() > 12);
    let mut fields = 0;
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let marked = ["{{", "{%"].into_iter().flat_map(|open| {
            text.split(open).skip(1).filter_map(move |part| part.split(if open == "{{" { "}}" } else { "%}" }).next())
        });
        for part in marked {
            let code: String = part.split('"').step_by(2).collect::<Vec<_>>().join("\"");
            for (at, _) in code.match_indices('.') {
                let name: String = code[at + 1..].chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                let owner = code[..at].chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric() || c == '?');
                if !owner || name.is_empty() || code[..at].ends_with("loop") {
                    continue;
                }
                fields += 1;
                assert!(whole.contains(&format!("\"{name}\":")), "{}: {name} in {part}", path.display());
            }
        }
    }
    assert!(fields > 40, "{fields}");
}

#[test]
fn the_contract_is_printed() {
    let folder = tempdir().unwrap();
    let overview = ropa(folder.path(), &["theme", "data"]).done().out;
    assert!(overview.starts_with(contract::VERSION), "{overview}");
    for page in &PAGES {
        assert!(overview.contains(page.template));
        let table = ropa(folder.path(), &["theme", "data", page.name]).done().out;
        assert!(table.starts_with(&format!("{}  {}", page.template, contract::VERSION)), "{table}");
        let schema: Value =
            serde_json::from_str(&ropa(folder.path(), &["theme", "data", page.name, "--format", "json"]).done().out)
                .unwrap();
        assert_eq!(schema, page.schema());
        for field in schema["properties"].as_object().unwrap().keys() {
            assert!(table.lines().any(|line| line.trim_start().starts_with(field.as_str())), "{field}: {table}");
        }
    }
    ropa(folder.path(), &["theme", "data", "notce"]).refused("did you mean `notice`?");
    let sample = || ropa(root(), &["theme", "data", "notice", "--sample"]).done().out;
    let first: Value = serde_json::from_str(&sample()).unwrap();
    assert!(first["sections"].as_array().unwrap().len() > 5 && first["theme"].is_object());
    assert_eq!(sample(), sample());
    let folder = started();
    ropa(folder.path(), &["theme", "data", "sub-processors", "--sample"]).refused("makes no page with");
}

#[test]
fn theme_toml_has_a_schema() {
    let schema: Value = serde_json::from_str(&ropa(root(), &["schema", "theme"]).done().out).unwrap();
    let validator = jsonschema::draft7::new(&schema).unwrap();
    let own = fs::read_to_string(root().join("themes/paper/theme.toml")).unwrap();
    assert!(validator.is_valid(&crate::schema::json_of(&own)));
    for bad in ["naem = \"x\"", "[colours.light]\nink = \"red\"", "[logo]\nwidth = \"1\""] {
        assert!(!validator.is_valid(&crate::schema::json_of(bad)), "{bad}");
    }
}

#[test]
fn the_chapter_of_the_manual_shows_what_is() {
    let text = include_str!("../../src/manual/themes.md");
    let block = |language: &str| {
        let rest = text.split_once(&format!("```{language}\n")).unwrap().1;
        rest.split_once("```").unwrap().0.to_owned()
    };
    let toml = block("toml");
    let mark = fs::read_to_string(root().join("themes/paper/mark.svg")).unwrap();
    let ran = checked(&[("theme.toml", toml.as_str()), ("mark.svg", mark.as_str())]).done();
    assert_eq!(ran.err, "theme checked: no problems found\n");
    let folder = tempdir().unwrap();
    fs::create_dir_all(folder.path().join("my-theme/templates")).unwrap();
    fs::write(folder.path().join("my-theme/templates/notice.html"), "<p>\n  {{ titel }}</p>\n").unwrap();
    let err = ropa(folder.path(), &["theme", "check", "my-theme"]).err;
    // The chapter leaves out the list of all fields.
    let err: String =
        err.lines().filter(|line| !line.contains("note: there are")).map(|line| format!("{line}\n")).collect();
    assert!(err.starts_with(&block("text")), "{err}");
}
