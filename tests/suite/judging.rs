//! `ropa check` as people, editors and services see it: levels, baseline, waivers, outputs.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::{TempDir, tempdir};

use crate::program::{Ran, ropa};

/// A registry whose one retention rule is vague and whose transfer rests on the Privacy Shield.
fn registry() -> TempDir {
    let folder = tempdir().unwrap();
    write(
        &folder,
        "retention.toml",
        "[accounts]\ntitle = \"Accounts\"\ncriteria = [\"what is necessary for the purposes, 100 %: äö\"]\n",
    );
    write(
        &folder,
        "processors/mail.toml",
        "name = \"Example Mail\"\ncountry = \"US\"\n\n[transfers.us]\ncountries = [\"US\"]\nmechanisms = [\"privacy-shield\"]\n",
    );
    folder
}

fn write(folder: &TempDir, path: &str, text: &str) {
    let path = folder.path().join("registry").join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// Checks with two lints only, so that a new one changes nothing here.
fn check(folder: &TempDir, more: &[&str]) -> Ran {
    let groups = ["-A", "required", "-A", "suspicious", "-A", "guidance", "-A", "pedantic"];
    let lints = ["-W", "retention-vague", "-D", "transfer-mechanism-dead"];
    ropa(folder.path(), &[&["check"], &groups[..], &lints[..], more].concat())
}

#[test]
fn people_see_level_reason_and_what_to_write() {
    let ran = check(&registry(), &[]);
    assert_eq!(ran.code, 1);
    for words in [
        "error[transfer-mechanism-dead]",
        "C-311/18",
        "`deny` is set on the command line",
        "warning[retention-vague]",
        "help: write a `period`",
        "2 records checked: 1 error and 1 warning in 2 files",
    ] {
        assert!(ran.err.contains(words), "{words}: {}", ran.err);
    }
    assert_eq!(ran.out, "");
}

#[test]
fn the_day_decides_about_instruments() {
    let folder = registry();
    let on = |day: &str| check(&folder, &["--as-of", day, "-A", "retention-vague"]).code;
    assert_eq!((on("2020-07-15"), on("2020-07-17")), (0, 1));
}

#[test]
fn levels_come_from_settings_and_the_command_line_wins() {
    let folder = registry();
    write(&folder, "registry.toml", "[lints]\nguidance = \"allow\"\nretention-vague = \"deny\"\n");
    let ran = ropa(folder.path(), &["check", "-A", "required", "-A", "suspicious"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("`deny` is set in registry.toml, line 3"), "{}", ran.err);
    let ran = ropa(folder.path(), &["check", "-A", "required", "-A", "suspicious", "-A", "retention-vague"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let ran = check(&folder, &["-A", "transfer-mechanism-dead", "-D", "warnings"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
}

#[test]
fn names_of_lints_are_checked_everywhere() {
    let folder = registry();
    ropa(folder.path(), &["check", "-D", "retention-vage"]).refused("did you mean `retention-vague`?");
    ropa(folder.path(), &["explain", "retention-vage"]).refused("did you mean `retention-vague`?");
    write(&folder, "registry.toml", "[lints]\nretention-vage = \"deny\"\n");
    write(
        &folder,
        "systems.toml",
        "[a]\ntitle = \"A\"\n[[a.waivers]]\nlint = \"nonsense\"\nreason = \"r\"\nowner = \"o\"\nexpires = 2099-01-01\n",
    );
    let ran = check(&folder, &["-A", "transfer-mechanism-dead"]);
    assert_eq!(ran.code, 1);
    assert_eq!(ran.err.matches("error[unknown-lint]").count(), 2, "{}", ran.err);
}

#[test]
fn a_broken_record_is_left_alone() {
    let folder = registry();
    write(&folder, "processors/mail.toml", "name = 5\n[transfers.us]\nmechanisms = [\"privacy-shield\"]\n");
    let ran = check(&folder, &[]);
    assert!(ran.err.contains("wrong-type") && !ran.err.contains("transfer-mechanism-dead"), "{}", ran.err);
}

#[test]
fn a_waiver_sets_aside_until_its_day() {
    let folder = registry();
    let waiver =
        "[[waivers]]\nlint = \"transfer-mechanism-dead\"\nreason = \"r\"\nowner = \"o\"\nexpires = 2026-12-01\n";
    let text = fs::read_to_string(folder.path().join("registry/processors/mail.toml")).unwrap();
    write(&folder, "processors/mail.toml", &(text + "\n" + waiver));
    let ran = check(&folder, &["-D", "waiver-expired", "--as-of", "2026-11-30"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("(1 waived)"), "{}", ran.err);
    let ran = check(&folder, &["-D", "waiver-expired", "--as-of", "2026-12-01"]);
    assert!(ran.err.contains("waiver-expired") && ran.err.contains("transfer-mechanism-dead"), "{}", ran.err);
}

#[test]
fn a_baseline_hides_what_is_known_and_shows_what_is_new() {
    let folder = registry();
    let baseline = folder.path().join("registry/.ropa-baseline.json");
    assert_eq!(check(&folder, &["--write-baseline"]).code, 0);
    let ran = check(&folder, &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("2 in the baseline"), "{}", ran.err);

    // Lines may move, other keys may change, and the file may move: it stays known.
    let text = fs::read_to_string(folder.path().join("registry/processors/mail.toml")).unwrap();
    fs::remove_dir_all(folder.path().join("registry/processors")).unwrap();
    write(&folder, "processors/deep/mail.toml", &("\n# moved\n".to_owned() + &text.replace("Example", "Sample")));
    assert_eq!(check(&folder, &[]).code, 0);

    write(&folder, "processors/deep/mail.toml", &text.replace("privacy-shield", "safe-harbour"));
    let ran = check(&folder, &[]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("1 in the baseline, 1 entry of the baseline found no longer"), "{}", ran.err);
    let ran = check(&folder, &["--write-baseline"]);
    assert!(ran.err.contains("no longer found: transfer-mechanism-dead"), "{}", ran.err);
    assert_eq!(fs::read_to_string(&baseline).unwrap().matches("\"lint\"").count(), 2);

    fs::write(&baseline, "{}").unwrap();
    check(&folder, &[]).refused("is no baseline");
    fs::remove_dir_all(folder.path().join("registry")).unwrap();
    write(&folder, "retention.toml", "");
    check(&folder, &["--write-baseline"]);
    assert!(!baseline.exists());
}

#[test]
fn short_lines_are_those_of_compilers() {
    let ran = check(&registry(), &["--format", "short"]);
    assert_eq!(
        ran.out,
        "registry/processors/mail.toml:6:15: error: transfer-mechanism-dead: the transfer `us` of `mail` rests on EU-US \
         Privacy Shield, which has no effect\n\
         registry/retention.toml:3:13: warning: retention-vague: `accounts` keeps data for a time that cannot be tested\n"
    );
}

/// A workflow command, read as GitHub's runner does.
fn command(line: &str) -> (String, Vec<(String, String)>, String) {
    let (head, message) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
    let (name, properties) = head.split_once(' ').unwrap();
    let plain = |text: &str| {
        text.replace("%0A", "\n").replace("%0D", "\r").replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
    };
    let properties = properties.split(',').map(|one| one.split_once('=').unwrap());
    (name.to_owned(), properties.map(|(key, value)| (key.to_owned(), plain(value))).collect(), plain(message))
}

#[test]
fn github_reads_the_workflow_commands() {
    let ran = check(&registry(), &["--format", "github"]);
    let commands: Vec<_> = ran.out.lines().map(command).collect();
    assert_eq!(commands.len(), 2);
    let (name, properties, message) = &commands[1];
    assert_eq!(name, "warning");
    let value = |wanted: &str| properties.iter().find(|(key, _)| key == wanted).map(|(_, value)| value.as_str());
    assert_eq!(value("file"), Some("registry/retention.toml"));
    assert_eq!((value("line"), value("col")), (Some("3"), Some("13")));
    assert_eq!(value("title"), Some("retention-vague"));
    assert!(message.contains("\n") && message.contains("WP260"), "{message}");
}

#[test]
fn gitlab_gets_what_its_report_needs() {
    let ran = check(&registry(), &["--format", "gitlab"]);
    let issues: Vec<Value> = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(issues.len(), 2);
    let mut fingerprints = HashSet::new();
    for issue in &issues {
        assert!(issue["description"].is_string() && issue["check_name"].is_string());
        assert!(["info", "minor", "major", "critical", "blocker"].contains(&issue["severity"].as_str().unwrap()));
        assert!(issue["location"]["path"].as_str().is_some_and(|path| !path.starts_with('/') && !path.contains('\\')));
        assert!(issue["location"]["lines"]["begin"].as_u64().is_some_and(|line| line > 0));
        assert!(fingerprints.insert(issue["fingerprint"].as_str().unwrap().to_owned()));
    }
}

#[test]
fn json_keeps_to_its_schema() {
    let folder = registry();
    let ran = check(&folder, &["--format", "json"]);
    let findings: Value = serde_json::from_str(&ran.out).unwrap();
    let schema: Value = serde_json::from_str(&ropa(folder.path(), &["schema", "findings"]).done().out).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> = validator.iter_errors(&findings).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
    assert_eq!(findings["findings"][0]["record"], "processors/mail");
    let text = fs::read_to_string(folder.path().join("registry/retention.toml")).unwrap();
    let at = &findings["findings"][1]["at"];
    let byte = |key: &str| usize::try_from(at[key].as_u64().unwrap()).unwrap();
    assert_eq!(&text[byte("start")..byte("end")], "\"what is necessary for the purposes, 100 %: äö\"");
}

/// The published schema, which an independent crate brings along.
fn sarif_schema() -> Value {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let metadata = Command::new(cargo)
        .args(["metadata", "--format-version", "1", "--locked", "--manifest-path"])
        .arg(manifest)
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&metadata.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let package = packages.iter().find(|package| package["name"] == "serde-sarif").unwrap();
    let folder = PathBuf::from(package["manifest_path"].as_str().unwrap()).with_file_name("src");
    let mut schema: Value = serde_json::from_str(&fs::read_to_string(folder.join("schema.json")).unwrap()).unwrap();
    // A pattern with a stray bracket is no regular expression in the strict reading.
    for definition in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][definition]["properties"]["language"];
        assert!(language.as_object_mut().unwrap().remove("pattern").is_some());
    }
    schema
}

#[test]
fn sarif_keeps_to_the_published_schema_and_is_read_by_others() {
    let ran = check(&registry(), &["--format", "sarif"]);
    let log: Value = serde_json::from_str(&ran.out).unwrap();
    let validator = jsonschema::validator_for(&sarif_schema()).unwrap();
    let errors: Vec<String> = validator.iter_errors(&log).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());

    let read: serde_sarif::sarif::Sarif = serde_json::from_str(&ran.out).unwrap();
    let run = &read.runs[0];
    let rules = run.tool.driver.rules.as_ref().unwrap();
    for result in run.results.as_ref().unwrap() {
        let index = usize::try_from(result.rule_index.unwrap()).unwrap();
        assert_eq!(Some(&rules[index].id), result.rule_id.as_ref());
        assert!(result.partial_fingerprints.as_ref().is_some_and(|prints| prints.contains_key("ropa/v1")));
    }
}

#[test]
fn lints_are_listed_and_explained() {
    let folder = tempdir().unwrap();
    let listed: Vec<Value> =
        serde_json::from_str(&ropa(folder.path(), &["lints", "--format", "json"]).done().out).unwrap();
    let table = ropa(folder.path(), &["lints"]).done().out;
    for lint in &listed {
        let name = lint["name"].as_str().unwrap();
        assert!(table.contains(&format!("  {name} ")), "{name}");
        let page = ropa(folder.path(), &["explain", name]).done().out;
        assert!(page.contains(lint["summary"].as_str().unwrap()) && page.contains("# Mended"), "{name}");
    }
    assert!(listed.len() > 5);
}

#[test]
fn a_registry_may_know_the_law_otherwise_with_source_and_date() {
    let folder = tempdir().unwrap();
    let processor =
        "name = \"Mail\"\ncountry = \"IN\"\n\n[transfers.home]\ncountries = [\"IN\"]\nmechanisms = [\"adequacy\"]\n";
    write(&folder, "processors/mail.toml", processor);
    write(&folder, "activities/post.toml", "title = \"Post\"\n[disclosures.mail]\nrecipients = [\"mail\"]\n");
    let arguments = ["check", "-A", "required", "-A", "suspicious", "-A", "guidance", "-D", "adequacy-missing"];
    let check = |day: &str| ropa(folder.path(), &[&arguments[..], &["--as-of", day]].concat());
    assert!(check("2027-06-01").err.contains("error[adequacy-missing]"));

    let decision = "[adequacy.in-2027]\ncountry = \"IN\"\ninstrument = \"Decision (EU) 2027/1\"\nadopted = 2027-03-01\n\
        source = \"https://example.org/2027-1\"\nread = 2027-03-02\n";
    write(&folder, "registry.toml", decision);
    assert_eq!(check("2027-06-01").code, 0);
    assert_eq!(check("2027-02-28").code, 1, "it did not stand yet");
    ropa(folder.path(), &["build", "--as-of", "2027-06-01"]);
    let start = fs::read_to_string(folder.path().join("output/internal/index.html")).unwrap();
    assert!(start.contains("India: Decision (EU) 2027/1 of 1 March 2027, read on 2 March 2027"), "{start}");

    write(&folder, "registry.toml", "[adequacy.in-2027]\ncountry = \"IN\"\n");
    let ran = check("2027-06-01");
    assert!(ran.err.contains("a decision needs `instrument`, `adopted`, `source`, `read`"), "{}", ran.err);
    // One of the program's ids takes the place of what it knows: here the decision on Japan ends.
    write(&folder, "registry.toml", "");
    write(&folder, "processors/mail.toml", &processor.replace("IN", "JP"));
    assert_eq!(check("2027-06-01").code, 0);
    let ended = "[adequacy.jp-2019]\ncountry = \"JP\"\ninstrument = \"Decision (EU) 2019/419\"\nadopted = 2019-01-23\n\
        ended = 2027-05-01\nsource = \"https://example.org/jp\"\nread = 2027-05-02\n";
    write(&folder, "registry.toml", ended);
    assert_eq!(check("2027-06-01").code, 1);
}

#[test]
fn paths_are_relative_wherever_the_registry_is_named() {
    let folder = registry();
    let whole = folder.path().canonicalize().unwrap().join("registry");
    let ran = check(&folder, &["--format", "short", "--registry", whole.to_str().unwrap()]);
    assert!(ran.out.starts_with("registry/processors/mail.toml:6:15: "), "{}", ran.out);
}

#[test]
fn a_baseline_keeps_what_was_not_looked_for_and_hides_nothing_new() {
    let folder = registry();
    let baseline = folder.path().join("registry/.ropa-baseline.json");
    check(&folder, &["--write-baseline"]).done();
    let before = fs::read_to_string(&baseline).unwrap();

    // A lint that does not run finds nothing, and its entry is not gone for that.
    let quiet = check(&folder, &["-A", "retention-vague"]);
    assert!(!quiet.err.contains("no longer"), "{}", quiet.err);
    check(&folder, &["-A", "retention-vague", "--write-baseline"]).done();
    assert_eq!(fs::read_to_string(&baseline).unwrap(), before);

    // A record that cannot be read is not judged.
    let text = fs::read_to_string(folder.path().join("registry/retention.toml")).unwrap();
    write(&folder, "retention.toml", &(text.clone() + "nonsense = 1\n"));
    assert!(!check(&folder, &[]).err.contains("no longer"));
    check(&folder, &["--write-baseline"]).refused("mend them first");
    assert_eq!(fs::read_to_string(&baseline).unwrap(), before);
    write(&folder, "retention.toml", &text);

    // Another key that is missing is another finding.
    write(
        &folder,
        "activities.toml",
        "[a]\ntitle = \"A\"\n[a.automated-decisions]\nused = true\nlogic = \"By rules.\"\n",
    );
    let adm = ["-D", "adm-undisclosed"];
    check(&folder, &[&adm[..], &["--write-baseline"]].concat()).done();
    check(&folder, &adm).done();
    write(
        &folder,
        "activities.toml",
        "[a]\ntitle = \"A\"\n[a.automated-decisions]\nused = true\ndecision = \"what you pay\"\n",
    );
    assert_eq!(check(&folder, &adm).code, 1);
}

#[test]
fn an_empty_folder_is_no_register_without_faults() {
    let folder = tempdir().unwrap();
    fs::create_dir(folder.path().join("registry")).unwrap();
    ropa(folder.path(), &["check"]).refused("there is no record in registry");
    ropa(folder.path(), &["build"]).refused("there is no record in registry");
}

#[test]
fn what_was_not_judged_is_said() {
    let folder = registry();
    write(&folder, "processors/mail.toml", "name = 5\n[transfers.us]\nmechanisms = [\"privacy-shield\"]\n");
    let ran = check(&folder, &[]);
    assert!(ran.err.contains("1 record with mistakes was not judged by the lints"), "{}", ran.err);
    let folder = registry();
    write(&folder, "registry.toml", "language = \"es\"\n");
    let ran = check(&folder, &[]);
    assert!(ran.err.contains("no word lists for `es`"), "{}", ran.err);
}

#[test]
fn services_hear_of_waived_findings_as_suppressed() {
    let folder = registry();
    let text = fs::read_to_string(folder.path().join("registry/processors/mail.toml")).unwrap();
    let waiver =
        "\n[[waivers]]\nlint = \"transfer-mechanism-dead\"\nreason = \"r\"\nowner = \"o\"\nexpires = 2099-01-01\n";
    write(&folder, "processors/mail.toml", &(text + waiver));
    let log: Value = serde_json::from_str(&check(&folder, &["--format", "sarif"]).done().out).unwrap();
    let validator = jsonschema::validator_for(&sarif_schema()).unwrap();
    assert!(validator.is_valid(&log));
    let results = log["runs"][0]["results"].as_array().unwrap();
    let suppressed: Vec<&Value> = results.iter().filter(|result| result["suppressions"].is_array()).collect();
    assert_eq!((results.len(), suppressed.len()), (2, 1));
    assert_eq!(suppressed[0]["ruleId"], "transfer-mechanism-dead");
}

#[test]
fn a_framework_that_has_fallen_since_carries_no_transfer() {
    let folder = registry();
    let text = fs::read_to_string(folder.path().join("registry/processors/mail.toml")).unwrap();
    let listed = text.replace("\"privacy-shield\"", "\"dpf\"") + "listing-checked = 2027-05-01\n";
    write(&folder, "processors/mail.toml", &listed);
    write(&folder, "activities/post.toml", "title = \"Post\"\n[disclosures.mail]\nrecipients = [\"mail\"]\n");
    let judged = || check(&folder, &["-A", "retention-vague", "-D", "adequacy-missing", "--as-of", "2027-06-01"]);
    assert_eq!(judged().code, 0, "{}", judged().err);
    let fallen = "[adequacy.us-2023]\ncountry = \"US\"\ninstrument = \"Decision (EU) 2023/1795\"\nadopted = 2023-07-10\n\
        ended = 2027-05-20\nsource = \"https://example.org/judgment\"\nread = 2027-05-21\n";
    write(&folder, "registry.toml", fallen);
    assert!(judged().err.contains("error[adequacy-missing]"), "{}", judged().err);
}
