//! A build that is killed at any moment: every file is whole, and the next build completes it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::{TempDir, tempdir};

use crate::building::listing;
use crate::program::ropa;
use crate::scaffold::started;

type Files = BTreeMap<String, Vec<u8>>;

/// What readers find in an output folder.
fn pages(output: &Path) -> Files {
    let all = listing(output).into_iter().filter(|(path, _)| !path.starts_with(".ropa"));
    all.filter_map(|(path, bytes)| Some((path, bytes?))).collect()
}

/// A registry whose every page of the register shows its title, and its pages.
fn state(title: &str, own: &str) -> (TempDir, Files) {
    let folder = started();
    let settings = folder.path().join("registry/registry.toml");
    let text = fs::read_to_string(&settings).unwrap();
    let rest: Vec<&str> = text.lines().filter(|line| !line.starts_with("title")).collect();
    fs::write(&settings, format!("title = \"{title}\"\n{}\n", rest.join("\n"))).unwrap();
    fs::create_dir_all(folder.path().join("registry/systems")).unwrap();
    for number in 0..150 {
        let path =
            folder.path().join(format!("registry/systems/{}-{number}.toml", if number < 20 { own } else { "all" }));
        fs::write(path, format!("title = \"System {number} of {title}\"\n")).unwrap();
    }
    ropa(folder.path(), &["build"]).done();
    let pages = pages(&folder.path().join("output"));
    (folder, pages)
}

fn building(registry: &Path, output: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_ropa"))
        .args(["--registry", registry.to_str().unwrap(), "build", "--output", output.to_str().unwrap()])
        .env("SOURCE_DATE_EPOCH", "1780000000")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Waits until a path is there, or the build has ended.
fn wait_for(path: &Path, child: &mut Child) {
    let end = Instant::now() + Duration::from_secs(60);
    while !path.exists() && child.try_wait().unwrap().is_none() && Instant::now() < end {
        std::hint::spin_loop();
    }
}

#[test]
fn a_build_that_is_killed_leaves_every_file_whole() {
    let states = [state("First", "a"), state("Second", "b")];
    assert!(states[0].1.len() > 150 && states[0].1 != states[1].1);
    let folder = tempdir().unwrap();
    let output = folder.path().join("output");
    let (journal, staging) = (output.join(".ropa/journal.json"), output.join(".ropa/staging/internal"));
    assert!(building(&states[0].0.path().join("registry"), &output).wait().unwrap().success());
    let (mut before_the_move, mut during_the_move) = (0, 0);
    for round in 0..60_u64 {
        let (old, new) = (&states[usize::from(round % 2 == 1)], &states[usize::from(round % 2 == 0)]);
        assert!(pages(&output) == old.1, "round {round} does not begin with the old pages");
        let registry = new.0.path().join("registry");
        let mut child = building(&registry, &output);
        // Half of them are killed while pages are made, half while they are moved.
        let late = round % 4 > 1;
        wait_for(if late { &journal } else { &staging }, &mut child);
        let moment = Instant::now() + Duration::from_micros((round * 7_919) % if late { 2_000 } else { 40_000 });
        while Instant::now() < moment {
            std::hint::spin_loop();
        }
        child.kill().unwrap();
        child.wait().unwrap();

        let found = pages(&output);
        if journal.exists() {
            during_the_move += 1;
        } else if found == old.1 {
            before_the_move += 1;
        } else {
            // It was done before it was killed.
            assert!(found == new.1, "round {round}: without a journal, old and new pages are mixed");
        }
        for (path, bytes) in &found {
            let whole = old.1.get(path) == Some(bytes) || new.1.get(path) == Some(bytes);
            assert!(whole, "round {round}: {path} is neither old nor new");
        }
        for path in old.1.keys().filter(|path| new.1.contains_key(*path)) {
            assert!(found.contains_key(path), "round {round}: {path} is missing");
        }
        assert!(building(&registry, &output).wait().unwrap().success());
        assert!(pages(&output) == new.1, "round {round}: the next build did not complete it");
        assert!(!journal.exists() && !output.join(".ropa/staging").exists());
        if round >= 8 && before_the_move >= 3 && during_the_move >= 3 {
            break;
        }
    }
    assert!(before_the_move > 0 && during_the_move > 0, "{before_the_move} before, {during_the_move} during the move");
}
