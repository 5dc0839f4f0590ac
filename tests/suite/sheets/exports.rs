//! Exports in the layouts of authorities: those that maps read come back, and the others are refused with
//! what to do.

use std::fs;
use std::path::Path;

use tempfile::tempdir;

use crate::program::ropa;

/// Profiles that come back as workbooks, and whether they do as a file for each table.
const READ_BACK: [(&str, bool); 4] = [("register", true), ("cnil", false), ("garante", true), ("ico", true)];
const OTHERS: [&str; 6] = ["article-30", "aepd", "client", "cnpd", "edps", "uodo"];

/// Activities below a folder.
fn activities(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { activities(&path) } else { 1 }).sum()
}

#[test]
fn each_profile_comes_back_or_says_that_it_does_not() {
    let folder = tempdir().unwrap();
    let here = folder.path();
    let registry = Path::new(env!("CARGO_MANIFEST_DIR")).join("registry");
    let export = |profile: &str, format: &str, to: &str| {
        let registry = registry.to_str().unwrap();
        let ran = ropa(here, &["export", format, "--profile", profile, "--registry", registry, "-o", to]);
        assert!(ran.code < 2, "{profile}, {format}: {}", ran.err);
    };
    let tables = |folder: &str| {
        let mut files: Vec<String> = fs::read_dir(here.join(folder))
            .unwrap()
            .map(|file| file.unwrap().path().display().to_string())
            .filter(|path| path.ends_with(".csv"))
            .collect();
        files.sort();
        files
    };
    let all = activities(&registry.join("activities"));
    for (profile, also_in_tables) in READ_BACK {
        let file = format!("{profile}.xlsx");
        export(profile, "xlsx", &file);
        let ran = ropa(here, &["import", "xlsx", &file, "--into", profile]);
        assert!(ran.err.contains(&format!("map `{profile}`")), "{profile}: {}", ran.err);
        assert_eq!(activities(&here.join(profile).join("activities")), all, "{profile}");
        assert!(!ran.out.contains("all of `Leg"), "{profile}: {}", ran.out);
        let (folder, into) = (format!("{profile}-csv"), format!("{profile}-again"));
        export(profile, "csv", &folder);
        let files = tables(&folder);
        let mut words = vec!["import", "csv", "--into", &into];
        words.extend(files.iter().map(String::as_str));
        let ran = ropa(here, &words);
        if also_in_tables {
            assert_eq!(activities(&here.join(&into).join("activities")), all, "{profile}: {}", ran.err);
        } else {
            assert_eq!(ran.code, 2, "{profile}: {}", ran.err);
            assert!(ran.err.contains("as a workbook, this profile comes back"), "{}", ran.err);
        }
    }
    for profile in OTHERS {
        let file = format!("{profile}.xlsx");
        export(profile, "xlsx", &file);
        let ran = ropa(here, &["import", "xlsx", &file, "--into", profile]);
        assert_eq!(ran.code, 2, "{profile}: {}", ran.out);
        let told = ran.err.split_whitespace().collect::<Vec<_>>().join(" ");
        for words in [&format!("the profile `{profile}`"), "`--profile register`", "`ropa export json`"] {
            assert!(told.contains(words), "{words}: {told}");
        }
        assert!(!here.join(profile).exists(), "{profile}");
    }
    // Whoever names a map reads it, and the legend is no activity.
    let ran = ropa(here, &["import", "xlsx", "aepd.xlsx", "--map", "plain", "--into", "plain"]);
    assert!(ran.code < 2 && !here.join("plain/activities/yes.toml").exists(), "{}", ran.err);
    assert!(!here.join("plain/activities/si.toml").exists());
}

#[test]
fn a_legend_of_somebody_else_is_read() {
    let folder = tempdir().unwrap();
    let here = folder.path();
    fs::write(here.join("legend.csv"), "Title;Purpose\nPayroll;Pay wages\n").unwrap();
    ropa(here, &["import", "csv", "legend.csv"]).done();
    assert!(here.join("registry/activities/payroll.toml").exists());
}
