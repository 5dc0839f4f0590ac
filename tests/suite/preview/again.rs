//! Records that are read again: the same as if they had been read for the first time.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use ropa::load::Touched;
use ropa::reading::{Reader, Reading};
use tempfile::tempdir;

use crate::building::copy;

/// Everything that a reading knows, places included.
fn told(reading: &Reading) -> String {
    format!("{:#?}\n{:#?}\n{:#?}", reading.registry, reading.diagnostics, reading.sources)
}

#[test]
fn reading_again_is_like_reading_for_the_first_time() {
    let folder = tempdir().unwrap();
    let registry = folder.path().join("registry");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("registry"), &registry, false);
    let write = |path: &str, text: &str| {
        fs::create_dir_all(registry.join(path).parent().unwrap()).unwrap();
        fs::write(registry.join(path), text).unwrap();
    };
    let text = |path: &str| fs::read_to_string(registry.join(path)).unwrap();
    let newsletter = text("activities/marketing/newsletter.toml");
    let mut reader = Reader::open(&registry, "registry").unwrap();
    assert_eq!(told(&reader.reading()), told(&Reading::of_folder(&registry, "registry").unwrap()));

    type Edit<'a> = (&'a str, Option<String>);
    let edits: [Edit; 9] = [
        ("activities/marketing/newsletter.toml", Some(format!("# moved\n\n{newsletter}"))),
        ("activities/marketing/newsletter.toml", Some("title = broken\n".to_owned() + &newsletter)),
        ("activities/a-new-one.toml", Some("title = \"New\"\nsystems = [\"no-such\"]\n".to_owned())),
        ("activities/marketing/newsletter.toml", Some(newsletter.clone())),
        ("systems/no-such.toml", Some("title = \"It is there now\"\n".to_owned())),
        ("activities/a-new-one.toml", None),
        ("registry.toml", Some(text("registry.toml") + "\n# more\n")),
        ("registry.toml", None),
        ("notes.txt", Some("foreign".to_owned())),
    ];
    for (path, text) in edits {
        match &text {
            Some(text) => write(path, text),
            None => fs::remove_file(registry.join(path)).unwrap(),
        }
        let changed = reader.refresh(&Touched::Files(BTreeSet::from([path.to_owned()]))).unwrap();
        assert_eq!(changed, [path]);
        assert_eq!(told(&reader.reading()), told(&Reading::of_folder(&registry, "registry").unwrap()), "{path}");
        assert_eq!(reader.refresh(&Touched::Anything).unwrap(), [""; 0]);
    }
}
