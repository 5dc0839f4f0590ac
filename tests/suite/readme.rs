//! README says what the program does: its transcript is the program's own output, its files and
//! commands exist.

use std::path::Path;

use crate::program::ropa;

const README: &str = include_str!("../../README.md");

/// The text of the first fenced block of a language.
fn block(language: &str) -> String {
    let start = README.find(&format!("```{language}\n")).expect("the block is there") + language.len() + 4;
    let end = README[start..].find("```").expect("the block ends") + start;
    README[start..end].to_owned()
}

#[test]
fn the_transcript_is_what_check_prints() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/readme");
    let run = ropa(&folder, &["--color", "never", "check"]);
    assert_eq!(run.code, 1);
    assert_eq!(run.err, block("text"));
}

#[test]
fn the_number_of_lints_is_that_of_the_program() {
    assert!(README.contains(&format!("{} checks of what", ropa::lint::ALL.len())), "{}", ropa::lint::ALL.len());
}

#[test]
fn every_command_and_file_of_the_readme_exists() {
    let commands: Vec<String> = ropa::cli::command().get_subcommands().map(|one| one.get_name().to_owned()).collect();
    for line in README.lines().filter(|line| line.starts_with("ropa ")) {
        let name = line.split_whitespace().nth(1).expect("a command");
        assert!(commands.iter().any(|known| known == name), "{line}");
    }
    for part in README.split("](").skip(1) {
        let target = part.split(')').next().unwrap_or_default();
        if !target.contains("://") {
            assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(target).exists(), "{target}");
        }
    }
}
