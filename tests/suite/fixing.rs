//! `ropa check --fix`: what needs no decision is mended, and nothing else changes.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use tempfile::{TempDir, tempdir};

use crate::program::ropa;

const PROCESSOR: &str = "# Mail\nname = \"Example Mail\" # its name\ncountry = \"United States\"\n\n[contract]\nsigned = \"2024-05-01\"\n\n\
    [transfers.us]\ncountries  = [\"US\"]\nmechanisms = [\"scc\", \"privacy-shield\"] # both\n\n[[waivers]]\nlint = \"retention-vague\"\n\
    reason = \"r\"\nowner = \"o\"\nexpires = 2099-01-01\n";

fn registry() -> TempDir {
    let folder = tempdir().unwrap();
    fs::create_dir_all(folder.path().join("registry/processors")).unwrap();
    fs::write(folder.path().join("registry/processors/mail.toml"), PROCESSOR).unwrap();
    folder
}

fn text(folder: &TempDir) -> String {
    fs::read_to_string(folder.path().join("registry/processors/mail.toml")).unwrap()
}

#[test]
fn fixes_keep_comments_and_formatting() {
    let folder = registry();
    let ran = ropa(folder.path(), &["check", "--fix"]);
    assert!(ran.err.contains("2 fixes made in 1 file"), "{}", ran.err);
    // Lints are silent about a record that cannot be read; now it can.
    let ran = ropa(folder.path(), &["check", "--fix"]);
    assert!(ran.err.contains("2 fixes made in 1 file"), "{}", ran.err);
    let expected = PROCESSOR
        .replace("\"United States\"", "\"US\"")
        .replace("\"2024-05-01\"", "2024-05-01")
        .replace(", \"privacy-shield\"", "");
    let expected = expected.split("\n[[waivers]]").next().unwrap();
    assert_eq!(text(&folder), expected);
    assert!(ropa(folder.path(), &["check", "--fix"]).err.contains("0 fixes made"));
}

#[test]
fn a_dry_run_prints_a_diff_that_applies_and_changes_nothing() {
    let folder = registry();
    let ran = ropa(folder.path(), &["check", "--fix", "--dry-run"]).done();
    assert_eq!(text(&folder), PROCESSOR);
    assert!(ran.err.contains("2 fixes would be made"), "{}", ran.err);
    let mut git = Command::new("git")
        .args(["apply", "-"])
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .spawn()
        .expect("git is there");
    git.stdin.take().unwrap().write_all(ran.out.as_bytes()).unwrap();
    assert!(git.wait().unwrap().success(), "{}", ran.out);
    let applied = text(&folder);
    fs::write(folder.path().join("registry/processors/mail.toml"), PROCESSOR).unwrap();
    ropa(folder.path(), &["check", "--fix"]);
    assert_eq!(text(&folder), applied);
}

#[test]
fn a_transfer_that_an_adequacy_decision_covers_is_written() {
    let folder = tempdir().unwrap();
    fs::create_dir_all(folder.path().join("registry")).unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join("registry").join(name), text).unwrap();
    write("activities.toml", "[a]\ntitle = \"A\"\n[a.disclosures.d]\nrecipients = [\"mail\", \"post\"]\n");
    let processors = "[mail] # keep\nname = \"Mail\"\ncountry = \"GB\"\n\n[post]\nname = \"Post\"\ncountry = \"IN\"\n";
    write("processors.toml", processors);
    ropa(folder.path(), &["check", "--fix"]);
    let after = fs::read_to_string(folder.path().join("registry/processors.toml")).unwrap();
    let added = "country = \"GB\"\n\n[mail.transfers.gb]\ncountries = [\"GB\"]\nmechanisms = [\"adequacy\"]\n";
    assert_eq!(after, processors.replace("country = \"GB\"\n", added));
    let again = ropa(folder.path(), &["check"]).err;
    assert_eq!(again.matches("error[transfer-undeclared]").count(), 1, "India needs a decision: {again}");
}

#[test]
fn line_endings_and_byte_order_marks_stay() {
    for text in [PROCESSOR.replace('\n', "\r\n"), format!("\u{feff}{PROCESSOR}")] {
        let folder = registry();
        fs::write(folder.path().join("registry/processors/mail.toml"), &text).unwrap();
        ropa(folder.path(), &["check", "--fix"]);
        ropa(folder.path(), &["check", "--fix"]);
        let expected = text
            .replace("\"United States\"", "\"US\"")
            .replace("\"2024-05-01\"", "2024-05-01")
            .replace(", \"privacy-shield\"", "");
        // The waiver goes too, with the empty line before it.
        let kept = expected[..expected.find("[[waivers]]").unwrap()].trim_end();
        assert_eq!(fs::read_to_string(folder.path().join("registry/processors/mail.toml")).unwrap().trim_end(), kept);
        let lines = self::text(&folder);
        assert_eq!(lines.matches("\r\n").count() > 0, text.contains("\r\n"), "{lines:?}");
        assert_eq!(lines.matches('\n').count(), kept.matches('\n').count() + 1);
        ropa(folder.path(), &["rename", "processor", "mail", "post"]).done();
        assert!(folder.path().join("registry/processors/post.toml").exists());
    }
}
