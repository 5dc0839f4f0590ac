//! What `ropa theme new` writes.

use std::collections::BTreeSet;
use std::fs;

use crate::building::listing;
use crate::program::ropa;
use crate::scaffold::started;

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
    for name in ["mine/theme.toml", "mine/theme.toml/deeper"] {
        ropa(folder.path(), &["theme", "new", name]).refused("mine/theme.toml is a file, and a theme is a folder");
    }
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
