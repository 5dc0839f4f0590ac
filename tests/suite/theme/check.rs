//! What is wrong with a theme, as `ropa theme check` says it.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;
use tempfile::tempdir;

use super::{checked, root, themed};
use crate::program::ropa;

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
fn a_broken_template_hides_no_mistake_of_another() {
    let ran = checked(&[
        ("theme.toml", "naem = \"x\"\n"),
        ("templates/notice.html", "{% if %}"),
        ("templates/index.html", "{{ titel }}"),
        ("templates/single.html", "{{ t(key=\"no-such-message\") }}"),
    ]);
    for words in ["unknown key `naem`", "notice.html:1:7", "no variable `titel`", "lack `no-such-message`"] {
        assert!(ran.err.contains(words), "`{words}` is not in:\n{}", ran.err);
    }
    assert!(ran.err.contains("checked: 4 errors"), "{}", ran.err);
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
fn the_chapter_of_the_manual_shows_what_is() {
    let text = include_str!("../../../src/manual/themes.md");
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
