//! What changed, in the words of the field.

mod chronicle;
mod duties;
mod gate;
mod history;
mod properties;

use std::path::Path;
use std::sync::OnceLock;

use ropa::change::report::{Report, human};
use ropa::change::words::Teller;
use ropa::change::{Difference, compare};
use ropa::load::Loaded;
use ropa::reading::Reading;
use ropa::theme::Theme;

/// A registry of some files.
pub fn reading(files: &[(&str, &str)]) -> Reading {
    let mut loaded = Loaded::default();
    for (path, text) in files {
        loaded.add(path, (*text).to_owned());
    }
    Reading::of_loaded(loaded)
}

/// The example registry, with every text changed.
pub fn example(change: impl Fn(&str, &str) -> String) -> Reading {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("registry");
    let read = ropa::load::load(&folder, "registry").unwrap();
    let mut loaded = Loaded::default();
    for (_, source) in read.sources.iter() {
        loaded.add(&source.path, change(&source.path, &source.text));
    }
    Reading::of_loaded(loaded)
}

/// The difference as people read it.
pub fn told(before: &Reading, after: &Reading) -> String {
    static THEME: OnceLock<Theme> = OnceLock::new();
    let theme = THEME.get_or_init(|| Theme::embedded("en").unwrap());
    let difference: Difference = compare(before, after);
    let teller = Teller::new(&before.registry, &after.registry, theme.strings());
    let text = human::render(&Report::new(&difference, &teller, ("a", "b"), Vec::new()));
    assert_eq!(theme.strings().missing(), [] as [&str; 0]);
    text
}
