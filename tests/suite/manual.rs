//! The manual: every page is there, every link holds, what it shows can be run.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use tempfile::tempdir;

use crate::building::listing;
use crate::program::ropa;
use crate::repository::Repository;

const USERS: &str = include_str!("../../src/manual/users.md");

#[test]
fn every_lint_kind_and_command_has_a_page_and_every_link_holds() {
    let folder = tempdir().unwrap();
    ropa(folder.path(), &["manual"]).done();
    let pages = listing(&folder.path().join("manual"));
    let has = |route: &str| assert!(pages.contains_key(route), "{route}");
    for lint in ropa::lint::ALL {
        has(&format!("lints/{}.html", lint.name));
    }
    for kind in ropa::record::Kind::ALL {
        has(&format!("format/{}.html", kind.folder()));
    }
    for command in ropa::cli::command().get_subcommands() {
        has(&format!("commands/{}.html", command.get_name()));
    }
    for (route, bytes) in pages.iter().filter(|(route, _)| route.ends_with(".html")) {
        let html = String::from_utf8(bytes.clone().unwrap()).unwrap();
        for part in html.split("href=\"").skip(1) {
            let target = part.split('"').next().unwrap();
            if target.contains("://") || target.starts_with('#') {
                continue;
            }
            let base = Path::new(route).parent().unwrap();
            let mut whole = Vec::new();
            for segment in base.join(target.split('#').next().unwrap()).iter() {
                match segment.to_str().unwrap() {
                    ".." => drop(whole.pop()),
                    segment => whole.push(segment.to_owned()),
                }
            }
            assert!(pages.contains_key(&whole.join("/")), "{route}: {target}");
        }
    }
}

#[test]
fn every_key_stands_in_the_format_reference() {
    let folder = tempdir().unwrap();
    ropa(folder.path(), &["manual"]).done();
    for kind in ropa::record::Kind::ALL {
        let page = fs::read_to_string(folder.path().join(format!("manual/format/{}.html", kind.folder()))).unwrap();
        for field in ropa::schema::fields(kind) {
            assert!(
                page.contains(&format!("<h2>{}", field.path.replace('&', "&amp;"))),
                "{}: {}",
                kind.folder(),
                field.path
            );
        }
    }
}

/// The command lines in the text for users.
fn command_lines() -> BTreeSet<String> {
    let code = USERS.split('`').skip(1).step_by(2);
    let in_blocks =
        USERS.lines().filter_map(|line| line.trim().strip_prefix("- ropa ")).map(|line| format!("ropa {line}"));
    code.filter(|text| text.starts_with("ropa ") && !text.contains('\n')).map(str::to_owned).chain(in_blocks).collect()
}

#[test]
fn every_command_line_for_users_runs() {
    let lines = command_lines();
    assert!(lines.len() >= 4, "{lines:?}");
    for line in lines {
        // What changes is asked of a repository.
        let repository = Repository::new();
        repository.ropa(&["init"]).done();
        repository.commit("2026-01-01");
        let words = line.split(" > ").next().unwrap();
        let arguments: Vec<&str> = words.split_whitespace().skip(1).collect();
        let ran = repository.ropa(&arguments);
        assert!(ran.code < 2, "{line}: {}", ran.err);
    }
}

/// The composite action, the hook and the snippets run `check` with arguments that exist.
#[test]
fn files_for_services_run_what_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let action = fs::read_to_string(root.join("action.yml")).unwrap();
    let line = action.lines().find_map(|line| line.trim().strip_prefix("run: ropa ")).unwrap();
    let line = line.replace("\"$REGISTRY\"", "registry").replace("\"$FORMAT\"", "github");
    let hook = fs::read_to_string(root.join(".pre-commit-hooks.yaml")).unwrap();
    let entry = hook.lines().find_map(|line| line.trim().strip_prefix("entry: ropa ")).unwrap();
    for line in [line.replace("$ARGUMENTS", "--deny warnings"), line.replace("$ARGUMENTS", ""), entry.to_owned()] {
        let folder = tempdir().unwrap();
        ropa(folder.path(), &["init"]).done();
        let ran = ropa(folder.path(), &line.split_whitespace().collect::<Vec<_>>());
        assert!(ran.code < 2, "{line}: {}", ran.err);
    }
    for input in ["registry", "format", "arguments"] {
        assert!(action.contains(&format!("  {input}:\n")) && action.contains(&format!("inputs.{input} ")), "{input}");
    }
}
