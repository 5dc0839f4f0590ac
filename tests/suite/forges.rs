//! What the GitHub action and the snippet for GitLab do on a change, with programs that stand in for theirs.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::repository::Repository;

/// A change of a registry: its repository, and the commit before the change.
fn change() -> (Repository, String) {
    let repository = Repository::new();
    repository.write("registry/activities.toml", "[letters]\ntitle = \"Letters\"\nretention = [\"year\"]\n");
    repository
        .write("registry/retention.toml", "[year]\ntitle = \"A year\"\nperiod = \"P1Y\"\nfrom = \"we answered\"\n");
    repository.git(&["add", "."]);
    repository.git(&["commit", "--quiet", "-m", "Before"]);
    let base = repository.git(&["rev-parse", "HEAD"]);
    repository.git(&["remote", "add", "origin", repository.path().to_str().unwrap()]);
    let more = "\n[vague]\ntitle = \"Vague\"\ncriteria = [\"what is necessary for the purposes\"]\n";
    let year = "[year]\ntitle = \"A year\"\nperiod = \"P4Y\"\nfrom = \"we answered\"\n";
    repository.write("registry/retention.toml", &format!("{year}{more}"));
    repository.git(&["add", "."]);
    repository.git(&["commit", "--quiet", "-m", "Change"]);
    (repository, base)
}

/// A folder of programs: `ropa`, and those that stand in for others. Each notes how it was called.
fn programs(folder: &Path, others: &[(&str, &str)]) -> PathBuf {
    let programs = folder.join("programs");
    fs::create_dir(&programs).unwrap();
    symlink(env!("CARGO_BIN_EXE_ropa"), programs.join("ropa")).unwrap();
    for (name, does) in others {
        let path = programs.join(name);
        let calls = folder.join("calls").display().to_string();
        fs::write(&path, format!("#!/bin/bash\nprintf '%s ' {name} \"$@\" >> '{calls}'; echo >> '{calls}'\n{does}\n"))
            .unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    programs
}

fn run(script: &str, folder: &Path, programs: &Path, variables: &[(&str, &str)]) -> Output {
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap());
    Command::new("bash")
        .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", script])
        .current_dir(folder)
        .env("PATH", path)
        .envs(variables.iter().copied())
        .output()
        .unwrap()
}

/// The lines below a key, as deep as they are indented.
fn block(text: &str, after: &str, key: &str) -> String {
    let from = text.find(after).unwrap();
    let mut lines = text[from..].lines().skip_while(|line| line.trim() != key).skip(1).peekable();
    let indent = lines.peek().unwrap().len() - lines.peek().unwrap().trim_start().len();
    let is_inside = |line: &&str| line.trim().is_empty() || line.len() - line.trim_start().len() >= indent;
    lines.take_while(is_inside).map(|line| line.get(indent..).unwrap_or_default().to_owned() + "\n").collect()
}

const ACTION: &str = include_str!("../../action.yml");

/// The steps of the action on a pull request that begins at this commit: what finds the commit before, then
/// what tells or denies, which gets the variables of the job.
fn act(step: &str, place: &Repository, base: &str, programs: &Path) -> Output {
    let variables = place.path().join("variables");
    fs::write(&variables, "").unwrap();
    let find = block(ACTION, "- name: Find the commit before the change", "run: |");
    let found = run(&find, place.path(), programs, &[("BASE", base), ("GITHUB_ENV", variables.to_str().unwrap())]);
    assert!(found.status.success(), "{}", String::from_utf8_lossy(&found.stderr));
    let found = fs::read_to_string(&variables).unwrap();
    let summary = place.path().join("summary");
    let variables = [
        ("ROPA_BASE", found.trim().strip_prefix("ROPA_BASE=").unwrap()),
        ("REGISTRY", "registry"),
        ("DENY", "material"),
        ("NUMBER", "7"),
        ("GITHUB_REPOSITORY", "us/register"),
        ("GITHUB_STEP_SUMMARY", summary.to_str().unwrap()),
    ];
    run(step, place.path(), programs, &variables)
}

/// The step that writes the comment.
fn comment() -> String {
    block(ACTION, "- name: Say what changes", "run: |")
}

/// Keeps what is sent as the comment, and tells of earlier ones what stands in a file.
const GH: &str =
    "case \"$*\" in *--jq*) cat earlier 2>/dev/null || true ;; *PATCH*|*POST*) cp \"${6#body=@}\" comment ;; esac";

#[test]
fn the_github_action_keeps_one_comment() {
    let (repository, base) = change();
    let here = programs(repository.path(), &[("gh", GH)]);
    let ran = act(&comment(), &repository, &base, &here);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let told = repository.read("comment");
    assert!(told.starts_with("<!-- ropa: registry -->\n"), "{told}");
    for words in ["three years longer", "### Newly found", "retention-", "registry/retention.toml:"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert_eq!(repository.read("summary"), told);
    assert!(repository.read("calls").contains("--method POST repos/us/register/issues/7/comments"));

    repository.write("earlier", "41\n42\n");
    let ran = act(&comment(), &repository, &base, &here);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    assert!(repository.read("calls").contains("--method PATCH repos/us/register/issues/comments/41 "));
}

#[test]
fn a_comment_is_no_longer_than_it_may_be() {
    let (repository, base) = change();
    for number in 0..300 {
        let words = "words that fill the room of a comment and say nothing more ".repeat(4);
        let text = format!("title = \"Letters {number} with {words}\"\n[purposes.p]\ntitle = \"{words}\"\n");
        repository.write(&format!("registry/activities/letters-{number}.toml"), &text);
    }
    let here = programs(repository.path(), &[("gh", GH)]);
    let ran = act(&comment(), &repository, &base, &here);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let (told, whole) = (repository.read("comment"), repository.read("summary"));
    assert!(whole.chars().count() > 65_536 && told.chars().count() < 65_536, "{} {}", whole.len(), told.len());
    assert!(told.contains("More than fits here") && !whole.contains("More than fits here"));
}

#[test]
fn from_a_fork_the_summary_holds_the_text() {
    let (repository, base) = change();
    let here = programs(repository.path(), &[("gh", "exit 1")]);
    let ran = act(&comment(), &repository, &base, &here);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    assert!(String::from_utf8_lossy(&ran.stdout).contains("::notice::"));
    assert!(repository.read("summary").contains("three years longer"));
}

#[test]
fn the_snippet_for_gitlab_keeps_one_note() {
    let (repository, base) = change();
    let script = block(include_str!("../../src/manual/users.md"), "## GitLab", "- |");
    let variables = [
        ("CI_MERGE_REQUEST_IID", "7"),
        ("CI_MERGE_REQUEST_DIFF_BASE_SHA", base.as_str()),
        ("CI_API_V4_URL", "https://gitlab.example/api/v4"),
        ("CI_PROJECT_ID", "3"),
        ("ROPA_TOKEN", "secret"),
    ];
    let here = programs(repository.path(), &[("curl", "true"), ("jq", "cat note 2>/dev/null || true")]);
    let notes = "https://gitlab.example/api/v4/projects/3/merge_requests/7/notes";
    let ran = run(&script, repository.path(), &here, &variables);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let comment = repository.read("comment.md");
    assert!(comment.starts_with("<!-- ropa diff -->\n") && comment.contains("### Newly found"), "{comment}");
    assert!(repository.read("calls").contains(&format!("--request POST --data-urlencode body@comment.md {notes} \n")));
    repository.write("note", "5\n");
    let ran = run(&script, repository.path(), &here, &variables);
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    assert!(repository.read("calls").contains(&format!("--request PUT --data-urlencode body@comment.md {notes}/5 \n")));
}

#[test]
fn the_base_of_the_action_is_that_of_the_merge() {
    let (repository, base) = change();
    // The branch goes on from `base`; what it is merged into has gone on too.
    let head = repository.git(&["rev-parse", "HEAD"]);
    repository.git(&["checkout", "--quiet", "-b", "target", &base]);
    repository.edit("registry/activities.toml", "Letters", "Post");
    repository.git(&["commit", "--all", "--quiet", "-m", "Meanwhile"]);
    repository.git(&["merge", "--quiet", "--no-ff", "--no-edit", &head]);
    let shallow = Repository::shallow(&repository, 1);
    for (place, is_shallow) in [(&repository, "false"), (&shallow, "true")] {
        let here = programs(place.path(), &[("gh", "echo no rights >&2; exit 1")]);
        let ran = act(&comment(), place, &base, &here);
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        let out = String::from_utf8_lossy(&ran.stdout);
        assert!(out.contains("no rights"), "{out}");
        let told = place.read("summary");
        assert!(told.contains("three years longer") && !told.contains("Letters"), "{told}");
        // A history that is there stays whole, for what comes after in the job.
        assert_eq!(place.git(&["rev-parse", "--is-shallow-repository"]), is_shallow);
    }
}

#[test]
fn the_action_fails_while_people_are_not_told() {
    let (repository, base) = change();
    let step = ACTION.split_once("- name: See whether people are told in time").unwrap().1;
    let deny = step.split_once("      run: ").unwrap().1.trim();
    let here = programs(repository.path(), &[]);
    let ran = act(deny, &repository, &base, &here);
    let told = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.code() == Some(1) && told.contains("three years longer"), "{told}");
    let head = repository.git(&["rev-parse", "HEAD"]);
    assert!(act(deny, &repository, &head, &here).status.success());
}

#[test]
fn a_change_that_adds_the_registry_is_told() {
    let repository = Repository::new();
    repository.write("README.md", "Nothing yet.\n").git(&["add", "."]);
    repository.git(&["commit", "--quiet", "-m", "Before"]);
    repository.write("registry/activities.toml", "[letters]\ntitle = \"Letters\"\n");
    let ran = repository.ropa(&["check", "--since", "HEAD", "--format", "markdown", "--as-of", "2026-01-02"]);
    assert!(
        ran.code == 1 && ran.err.contains("all findings are new") && ran.out.contains("registry/activities.toml:"),
        "{}",
        ran.out
    );
}

#[test]
fn only_what_is_new_is_shown() {
    let (repository, base) = change();
    let all = repository.ropa(&["check", "--format", "short", "--as-of", "2026-01-02"]);
    let new = repository.ropa(&["check", "--since", &base, "--format", "short", "--as-of", "2026-01-02"]);
    assert!(!new.out.is_empty() && new.out.lines().count() < all.out.lines().count(), "{}\n{}", new.out, all.out);
    assert!(new.out.lines().all(|line| line.contains("retention.toml")), "{}", new.out);
    assert!(new.err.contains("found before too"), "{}", new.err);
    let none = repository.ropa(&["check", "--since", "HEAD", "--format", "markdown", "--as-of", "2026-01-02"]).done();
    assert_eq!(none.out, "Nothing is found.\n");
    repository.ropa(&["check", "--since", "nowhere"]).refused("nowhere");
}
