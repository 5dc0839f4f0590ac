//! What `ropa theme files` lists and `ropa theme show` prints.

use ropa::theme::DEFAULT;
use tempfile::tempdir;

use crate::program::ropa;

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

#[test]
fn what_reads_no_registry_offers_no_arguments_for_one() {
    let folder = tempdir().unwrap();
    for command in ["files", "show", "new"] {
        let help = ropa(folder.path(), &["theme", command, "--help"]).done().out;
        assert!(!help.contains("--registry") && !help.contains("--as-of") && help.contains("--color"), "{help}");
    }
    // Who puts them everywhere is not sent away.
    ropa(folder.path(), &["theme", "files", "--registry", "x", "--as-of", "2026-01-01"]).done();
    ropa(folder.path(), &["--registry", "x", "theme", "files"]).done();
    let help = ropa(folder.path(), &["serve", "--help"]).done().out;
    assert!(!help.contains("exit code 1") && help.contains("finds as errors"), "{help}");
}
