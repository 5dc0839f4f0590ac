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
