//! `ropa show`, `ropa rename` and `ropa law`.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::{TempDir, tempdir};

use crate::building::copy;
use crate::program::ropa;

/// A folder with a copy of the example.
fn example() -> TempDir {
    let folder = tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("registry"), &folder.path().join("registry"), false);
    folder
}

#[test]
fn a_record_is_shown_with_its_neighbours() {
    let folder = example();
    let text = ropa(folder.path(), &["show", "mail-provider"]).done().out;
    for words in [
        "processors/mail-provider  Imaginary Mail AB  (registry/processors/mail-provider.toml:1)",
        "    [contract]",
        "used by:\n  activities/customer-marketing",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let shown: Value =
        serde_json::from_str(&ropa(folder.path(), &["show", "activities/newsletter", "--format", "json"]).done().out)
            .unwrap();
    let uses: Vec<&str> = shown["uses"].as_array().unwrap().iter().filter_map(|one| one["record"].as_str()).collect();
    assert!(uses.contains(&"processors/mail-provider"), "{uses:?}");
    ropa(folder.path(), &["show", "mail-provder"]).refused("did you mean `mail-provider`?");
}

#[test]
fn a_record_of_a_file_of_many_is_shown_alone() {
    let folder = tempdir().unwrap();
    fs::create_dir(folder.path().join("registry")).unwrap();
    let text = "[a]\nname = \"A\"\n\n[b]\nname = \"B\"\nrelated-to = \"a\"\n\n[c]\nname = \"C\"\n";
    fs::write(folder.path().join("registry/subject-groups.toml"), text).unwrap();
    let shown = ropa(folder.path(), &["show", "b"]).done().out;
    assert!(shown.contains("    name = \"B\"") && !shown.contains("\"C\"") && !shown.contains("\"A\""), "{shown}");
    fs::write(folder.path().join("registry/systems.toml"), "[b]\ntitle = \"B\"\n").unwrap();
    ropa(folder.path(), &["show", "b"]).refused("`subject-groups/b` and `systems/b`");
}

/// Every record and what it names.
fn web(folder: &TempDir) -> Vec<String> {
    let reading = ropa::reading::Reading::of_folder(&folder.path().join("registry"), "registry").unwrap();
    assert!(!reading.is_broken());
    let path = |node| reading.registry.path_of(node);
    let mut web: Vec<String> = reading
        .registry
        .mentions
        .iter()
        .map(|mention| format!("{} -> {}", mention.from.map(path).unwrap_or_default(), path(mention.to)))
        .collect();
    web.sort();
    web
}

#[test]
fn every_record_of_the_example_can_be_renamed_and_renamed_back() {
    let folder = example();
    let before = crate::building::listing(&folder.path().join("registry"));
    let reading = ropa::reading::Reading::of_folder(&folder.path().join("registry"), "registry").unwrap();
    let web_before = web(&folder);
    for (index, (node, _)) in reading.registry.places().into_iter().enumerate() {
        // One in nine keeps the test short; kinds and files of both sorts are among them.
        if index % 9 != 0 {
            continue;
        }
        let (id, _) = reading.registry.identity(node);
        let kind = node.kind.folder();
        ropa(folder.path(), &["rename", kind, id, "a-new-id-of-it"]).done();
        let path = format!("{kind}/{id}");
        let renamed: Vec<String> =
            web(&folder).into_iter().map(|one| one.replace(&format!("{kind}/a-new-id-of-it"), &path)).collect();
        let mut renamed = renamed;
        renamed.sort();
        assert_eq!(renamed, web_before, "{path}");
        ropa(folder.path(), &["rename", kind, "a-new-id-of-it", id]).done();
        assert!(before == crate::building::listing(&folder.path().join("registry")), "{path}");
    }
}

#[test]
fn a_rename_that_cannot_be_changes_nothing() {
    let folder = example();
    let before = crate::building::listing(&folder.path().join("registry"));
    ropa(folder.path(), &["rename", "processor", "mail-provider", "tax-administration"])
        .refused("it is the id of a recipient");
    ropa(folder.path(), &["rename", "processor", "nobody", "somebody"])
        .refused("`nobody` is not the id of a processor");
    ropa(folder.path(), &["rename", "procesor", "a", "b"]).refused("did you mean `processor`?");
    assert!(before == crate::building::listing(&folder.path().join("registry")));
    fs::write(folder.path().join("registry/systems.toml"), "broken").unwrap();
    ropa(folder.path(), &["rename", "processor", "mail-provider", "x"]).refused("mend what `ropa check` shows first");
}

#[test]
fn legal_data_are_printed_with_their_days() {
    let folder = tempdir().unwrap();
    let law = |arguments: &[&str]| ropa(folder.path(), &[&["law"], arguments].concat());
    assert!(law(&[]).done().out.contains(&format!("legal data of {}", ropa::law::version())));
    let shield = "(EU-US Privacy Shield) of 2016-07-12: ";
    let before = law(&["country", "US", "--as-of", "2020-07-15"]).done().out;
    assert!(before.contains(&format!("{shield}stands on 2020-07-15")), "{before}");
    let after = law(&["country", "the united states", "--as-of", "2020-07-17"]).done().out;
    assert!(after.contains(&format!("{shield}does not stand on 2020-07-17")), "{after}");
    assert!(law(&["country", "FI"]).done().out.contains("inside the EEA"));
    assert!(law(&["authority", "fi"]).done().out.contains("Data Protection Ombudsman"));
    assert!(law(&["authority", "DE"]).done().out.contains("de-be"));
    assert!(law(&["mechanism", "scc"]).done().out.contains("46(2)(c)"));
    law(&["country", "Atlantis"]).refused("there is no country");
    law(&["authority", "xx"]).refused("there is no authority");
    law(&["mechanism", "hope"]).refused("there are");
}
