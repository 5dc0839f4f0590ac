//! The registry as the repository had it.

use std::fs;

use crate::program::ropa;
use crate::repository::Repository;

const SETTINGS: &str = "language = \"en\"\n";

fn activity(title: &str) -> String {
    format!("title = \"{title}\"\n")
}

/// Three days of a registry: one activity, another title, a second activity.
fn three_days() -> (Repository, [String; 3]) {
    let repository = Repository::new();
    repository.write("registry/registry.toml", SETTINGS);
    repository.write("registry/activities/letters.toml", &activity("Letters"));
    let first = repository.commit("2026-01-10");
    repository.write("registry/activities/letters.toml", &activity("Newsletter"));
    let second = repository.commit("2026-02-10");
    repository.write("registry/activities/billing.toml", &activity("Billing"));
    let third = repository.commit("2026-03-10");
    (repository, [first, second, third])
}

fn title(repository: &Repository, at: &str) -> String {
    let shown = repository.ropa(&["show", "letters", "--at", at]).done().out;
    shown.lines().next().unwrap().split("  ").nth(1).unwrap().to_owned()
}

#[test]
fn a_day_means_the_last_commit_of_that_day() {
    let (repository, [first, second, _]) = three_days();
    assert_eq!(title(&repository, "2026-01-10"), "Letters");
    assert_eq!(title(&repository, "2026-02-09"), "Letters");
    assert_eq!(title(&repository, "2026-02-10"), "Newsletter");
    let ran = repository.ropa(&["show", "letters", "--at", "2026-03-01"]).done();
    let told = format!("the registry of commit {} of 2026-02-10, judged as of 2026-03-01\n", &second[..12]);
    assert_eq!(ran.err, told);
    let ran = repository.ropa(&["show", "letters", "--at", &first[..9], "--as-of", "2027-01-01"]).done();
    assert!(ran.err.ends_with(" of 2026-01-10, judged as of 2027-01-01\n"), "{}", ran.err);
    repository.ropa(&["show", "letters", "--at", "2026-01-09"]).refused("the first commit that is known is");
}

#[test]
fn a_commit_that_was_merged_later_was_not_there_yet() {
    let (repository, _) = three_days();
    repository.git(&["switch", "--quiet", "--create", "topic"]);
    repository.edit("registry/activities/letters.toml", "Newsletter", "Topic");
    repository.commit("2026-03-20");
    repository.git(&["switch", "--quiet", "main"]);
    repository.git_on("2026-04-20", &["merge", "--quiet", "--no-ff", "topic"]);
    assert_eq!(title(&repository, "2026-03-31"), "Newsletter");
    assert_eq!(title(&repository, "topic"), "Topic");
    assert_eq!(title(&repository, "2026-04-20"), "Topic");
    assert_eq!(title(&repository, "HEAD^1"), "Newsletter");
}

#[test]
fn every_command_reads_the_same_state() {
    let (repository, _) = three_days();
    repository.write("registry/activities/letters.toml", "title = 7\n");
    assert_eq!(repository.ropa(&["check"]).code, 1);
    let checked = repository.ropa(&["check", "--at", "HEAD"]);
    assert!(checked.err.contains("2 records checked"), "{}", checked.err);
    let json = repository.ropa(&["export", "json", "--out", "-", "--at", "2026-02-10"]).done().out;
    assert!(json.contains("Newsletter") && !json.contains("Billing"), "{json}");
    repository.ropa(&["build", "--at", "HEAD~2"]);
    let page = fs::read_to_string(repository.path().join("output/internal/activities/letters.html")).unwrap();
    assert!(page.contains("Letters") && page.contains("10 January 2026"), "{page}");
    // Whoever gets a copy can see of which commit it is; what is made from the files as they are names none.
    let commit = repository.git(&["rev-parse", "HEAD~2"]);
    assert!(page.contains(&format!("from commit {}.", &commit[..12])), "{page}");
    let export = |format: &str, at: &[&str]| repository.ropa(&[&["export", format, "--out", "-"], at].concat()).out;
    assert!(export("json", &["--at", "HEAD~2"]).contains(&format!("\"commit\": \"{commit}\"")));
    for format in ["markdown", "html"] {
        assert!(export(format, &["--at", "HEAD~2"]).contains(&commit[..12]), "{format}");
    }
    repository.git(&["checkout", "--quiet", "--", "."]);
    assert!(!export("json", &[]).contains("\"commit\""));
    repository.ropa(&["check", "--at", "HEAD", "--fix"]).refused("cannot be used with");
}

#[test]
fn the_same_commit_makes_the_same_bytes() {
    let (repository, [first, ..]) = three_days();
    let pack = |day: &str, out: &str| {
        let ran =
            repository.ropa(&["export", "pack", "--without-pdf", "--at", day, "--as-of", "2026-01-10", "--out", out]);
        // The little register of this test lacks what Article 30 asks for, which a pack tells.
        assert_eq!(ran.code, 1, "{}", ran.err);
        fs::read(repository.path().join(out).join("SHA256SUMS")).unwrap()
    };
    let before = pack(&first, "one");
    assert_eq!(before, pack("2026-01-31", "two"));
    let about = repository.read("one/pack.json");
    assert!(about.contains(&first) && about.contains("\"changed-since\": false"), "{about}");
}

#[test]
fn the_baseline_is_that_of_the_commit() {
    let (repository, _) = three_days();
    repository.ropa(&["check", "--write-baseline"]).done();
    repository.commit("2026-04-01");
    repository.remove("registry/.ropa-baseline.json");
    let now = repository.ropa(&["check"]).err;
    let then = repository.ropa(&["check", "--at", "HEAD", "--as-of", "2026-05-28"]).err;
    assert!(!now.contains("in the baseline") && then.contains("in the baseline"), "{now}\n{then}");
}

#[test]
fn a_registry_that_moved_or_is_gone_is_found() {
    let (repository, _) = three_days();
    repository.write("other/registry.toml", SETTINGS);
    repository.git(&["mv", "registry", "privacy"]);
    repository.commit("2026-04-01");
    let show = |arguments: &[&str]| repository.ropa(&[&["show", "letters"], arguments].concat());
    let moved = show(&["--registry", "privacy", "--at", "HEAD~1"]).done();
    assert!(moved.err.contains(", then in `registry`"), "{}", moved.err);
    assert!(moved.out.contains("(registry/activities/letters.toml:1)"), "{}", moved.out);
    repository.remove("privacy").commit("2026-05-01");
    show(&[]).refused("there is no folder `registry`");
    show(&["--at", "HEAD~2"]).done();
    show(&["--registry", "privacy", "--at", "HEAD~1"]).done();
    // What is left can be told from nothing but its settings.
    let ran = show(&["--at", "HEAD"]).refused("there is no record in other");
    assert!(ran.err.contains(", then in `other`"), "{}", ran.err);
    repository.remove("other").commit("2026-05-02");
    show(&["--at", "HEAD"]).refused("there is no registry in commit");
    repository.write("one/registry.toml", SETTINGS).write("two/registry.toml", "language = \"fi\"\n");
    repository.commit("2026-05-03");
    show(&["--at", "HEAD"]).refused("but several registries: `one`, `two`");
}

#[test]
fn folders_below_and_the_whole_repository_are_registries_too() {
    let repository = Repository::new();
    repository.write("registry.toml", SETTINGS).write("activities/letters.toml", &activity("Letters"));
    repository.commit("2026-01-01");
    repository.remove("activities");
    let ran = repository.ropa(&["show", "letters", "--registry", ".", "--at", "HEAD"]).done();
    assert!(ran.out.contains("Letters"), "{}", ran.out);
    let below = Repository::new();
    below.write("a/b/registry/activities/letters.toml", &activity("Letters")).commit("2026-01-01");
    below.remove("a/b/registry/activities/letters.toml").write("a/b/registry/README.md", "");
    let ran = ropa(&below.path().join("a/b"), &["show", "letters", "--at", "HEAD"]).done();
    assert!(ran.out.contains("(registry/activities/letters.toml:1)"), "{}", ran.out);
}

#[test]
fn a_registry_that_became_the_whole_repository_is_found() {
    let (repository, _) = three_days();
    repository.git(&["mv", "registry/registry.toml", "registry/activities", "."]);
    let title = |at: &str| repository.ropa(&["show", "letters", "--registry", ".", "--at", at]).done().err;
    assert!(title("HEAD").contains(", then in `registry`"));
    let told = repository.ropa(&["diff", "--registry", "."]).done().out;
    assert!(told.contains("the registry stood in registry") && told.contains("Nothing changed"), "{told}");
    repository.commit("2026-04-01");
    assert!(!title("HEAD").contains("then in"));
}

#[test]
fn ids_of_64_digits_and_odd_names_are_read() {
    let repository = Repository::with(&["--object-format=sha256"]);
    for folder in ["a b/registry", ":(top)é\"'/registry", "-x/registry"] {
        repository.write(&format!("{folder}/activities/letters.toml"), &activity("Letters"));
        let id = repository.commit("2026-01-10");
        assert_eq!(id.len(), 64);
        repository.write(&format!("{folder}/activities/letters.toml"), &activity("Newsletter"));
        let folder = format!("./{folder}");
        let show = repository.ropa(&["show", "letters", "--registry", &folder, "--at", &id]).done();
        assert!(show.out.contains("Letters"), "{folder}: {}", show.out);
        let told = repository.ropa(&["diff", "--registry", &folder]).done().out;
        assert!(told.contains("Newsletter"), "{folder}: {told}");
    }
}

#[test]
fn line_breaks_that_git_writes_are_no_change() {
    let (repository, _) = three_days();
    repository.write(".gitattributes", "*.toml text eol=crlf\n");
    repository.commit("2026-04-01");
    repository.git(&["rm", "--quiet", "-r", "--cached", "registry"]);
    repository.git(&["reset", "--quiet", "--hard"]);
    assert!(repository.read("registry/activities/letters.toml").contains("\r\n"));
    let told = repository.ropa(&["diff"]).done().out;
    assert!(told.contains("Nothing changed in meaning"), "{told}");
    // Between a file as it is and one of a commit too.
    let told = repository.ropa(&["diff", "HEAD~3"]).done().out;
    assert!(told.contains("New activity: Billing") && told.contains("2 changes"), "{told}");
}

#[test]
fn what_cannot_be_read_is_said() {
    let (repository, [first, ..]) = three_days();
    let show = |repository: &Repository, at: &str| repository.ropa(&["show", "letters", "--at", at]);
    repository.git(&["tag", "v1.0"]);
    show(&repository, "v1.9").refused("did you mean `v1.0`?");
    show(&repository, "mian").refused("did you mean `main`?");
    show(&repository, "nowhere").refused("`nowhere` is no commit of this repository; name a commit");
    show(&repository, "2026-13-40").refused("nor is it a day: they are written as 2026-03-14");
    show(&repository, "").refused("`` is no commit of this repository; name a commit");
    for hostile in ["--all", "", "HEAD:registry", "a..b", "HEAD\nHEAD"] {
        repository.ropa(&["show", "letters", &format!("--at={hostile}")]).refused("is no commit of this repository");
    }

    let shallow = Repository::shallow(&repository, 1);
    show(&shallow, &first).refused("git fetch --unshallow");
    show(&shallow, "2026-01-31").refused("git fetch --unshallow");
    show(&shallow, "HEAD").done();

    let unborn = Repository::new();
    unborn.write("registry/activities/letters.toml", &activity("Letters"));
    show(&unborn, "HEAD").refused("has no commit yet");
    show(&unborn, "2026-01-01").refused("has no commit yet");

    let loose = tempfile::tempdir().unwrap();
    fs::create_dir(loose.path().join("registry")).unwrap();
    ropa(loose.path(), &["show", "letters", "--at", "HEAD"]).refused("is in no git repository");
}

#[test]
fn without_git_only_the_present_is_known() {
    let (repository, _) = three_days();
    let run = |arguments: &[&str]| {
        std::process::Command::new(env!("CARGO_BIN_EXE_ropa"))
            .args(arguments)
            .current_dir(repository.path())
            .env("PATH", "/nowhere")
            .output()
            .unwrap()
    };
    let then = run(&["show", "letters", "--at", "HEAD"]);
    let said = String::from_utf8(then.stderr).unwrap();
    assert_eq!(then.status.code(), Some(2));
    assert!(said.contains("the program `git` cannot be run"), "{said}");
    assert!(run(&["show", "letters"]).status.success());
}

#[test]
fn hooks_of_git_do_not_lead_astray() {
    let (repository, _) = three_days();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_ropa"))
        .args(["show", "letters", "--at", "HEAD~2"])
        .current_dir(repository.path())
        .env("GIT_DIR", ".git")
        .env("GIT_INDEX_FILE", ".git/elsewhere")
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn an_old_state_that_no_longer_loads_says_where() {
    let (repository, _) = three_days();
    repository.write("registry/activities/letters.toml", "title = \"Letters\"\nlawful-basis = \"consent\"\n");
    repository.write("registry/activities/odd name.txt", "");
    repository.commit("2026-04-01");
    repository.write("registry/activities/letters.toml", &activity("Letters"));
    let checked = repository.ropa(&["check", "--at", "HEAD", "--format", "short"]);
    assert_eq!(checked.code, 1);
    for words in ["registry/activities/letters.toml:2:1", "unknown-key", "activities/odd name.txt", "ignored-file"] {
        assert!(checked.out.contains(words), "{words}: {}", checked.out);
    }
    // What could be understood is shown all the same.
    repository.ropa(&["show", "letters", "--at", "HEAD"]).done();
}

#[cfg(unix)]
#[test]
fn links_and_submodules_in_a_commit_are_told() {
    let (repository, [first, ..]) = three_days();
    std::os::unix::fs::symlink("letters.toml", repository.path().join("registry/activities/link.toml")).unwrap();
    repository.git(&["update-index", "--add", "--cacheinfo", &format!("160000,{first},registry/processors")]);
    repository.git(&["add", "--all", "registry/activities"]);
    repository.git_on("2026-04-01", &["commit", "--quiet", "--message", "something"]);
    let checked = repository.ropa(&["check", "--at", "HEAD", "--format", "short"]);
    assert!(checked.out.contains("symbolic-link") && checked.out.contains("submodule"), "{}", checked.out);
}
