//! The preview on generated registries: from an edit to the bytes of a page, without the wait for
//! the burst of changes to end.
//!
//! ```console
//! cargo bench --bench preview              # 1,000 and 10,000 activities
//! cargo bench --bench preview -- 100000    # another size
//! ```

#![allow(clippy::expect_used, clippy::print_stdout, missing_docs, reason = "a benchmark stops at the first surprise")]

mod generate;

use std::collections::BTreeSet;
use std::fs;
use std::time::Instant;

use chrono::NaiveDate;
use ropa::lint::levels::Overrides;
use ropa::lint::pass::judge;
use ropa::load::Touched;
use ropa::reading::{Reader, Reading};
use ropa::site::{Press, Site};
use ropa::theme::Theme;

// The same as in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const ROUNDS: usize = 11;
const EDITED: &str = "activities/unit-07/activity-7.toml";
const REGISTER_PAGE: &str = "internal/activities/activity-7.html";

fn main() {
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    for size in if sizes.is_empty() { vec![1_000, 10_000] } else { sizes } {
        measure_size(size);
    }
}

fn measure_size(size: usize) {
    let folder = tempfile::tempdir().expect("a folder");
    let registry = folder.path().join("registry");
    let files = generate::registry(&registry, size);
    let as_of = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
    let theme = Theme::embedded("en").expect("a theme");
    let start = Instant::now();
    let mut reader = Reader::open(&registry, "registry").expect("a registry");
    let mut last = reader.reading();
    println!("\n{size} activities, {files} files; the first reading takes {:.0} ms", millis(start));

    let path = registry.join(EDITED);
    let text = fs::read_to_string(&path).expect("an activity");
    let notice = page_of_notice(&last, &theme, as_of);
    let mut rows = ["read", "public page", "lints", "register page", "after another file came or went"]
        .map(|name| (name, Vec::new()));
    for round in 0..ROUNDS {
        fs::write(&path, format!("# {round}\n{text}")).expect("an edit");
        let start = Instant::now();
        let changed = reader.refresh(&Touched::Files(BTreeSet::from([EDITED.to_owned()]))).expect("a registry");
        assert_eq!(changed, [EDITED]);
        let reading = reader.reading();
        rows[0].1.push(millis(start));
        let public = Press::new(Site { reading: &reading, theme: &theme, findings: &[], as_of, single_page: false });
        assert!(public.page(&notice).expect("a page").is_some());
        rows[1].1.push(millis(start));
        let judging = Instant::now();
        let findings = judge(&reading, as_of, &Overrides::default()).findings;
        rows[2].1.push(millis(judging));
        let whole =
            Press::new(Site { reading: &reading, theme: &theme, findings: &findings, as_of, single_page: false });
        let page = whole.page(REGISTER_PAGE).expect("a page").expect("a page");
        rows[3].1.push(millis(start));
        assert!(!page.is_empty());
        drop((public, whole));
        drop(std::mem::replace(&mut last, reading));

        let other = registry.join("systems/comes-and-goes.toml");
        let name = BTreeSet::from(["systems/comes-and-goes.toml".to_owned()]);
        if round % 2 == 0 {
            fs::create_dir_all(registry.join("systems")).expect("a folder");
            fs::write(&other, "title = \"It comes\"\n").expect("a record");
        } else {
            fs::remove_file(&other).expect("it was there");
        }
        let start = Instant::now();
        reader.refresh(&Touched::Files(name)).expect("a registry");
        let reading = reader.reading();
        rows[4].1.push(millis(start));
        drop(std::mem::replace(&mut last, reading));
    }
    drop(last);
    for (name, mut times) in rows {
        times.sort_by(f64::total_cmp);
        println!("  {name:<32} {:>7.1} ms (from {:.1} to {:.1})", times[ROUNDS / 2], times[0], times[ROUNDS - 1]);
    }
}

fn page_of_notice(reading: &Reading, theme: &Theme, as_of: NaiveDate) -> String {
    let press = Press::new(Site { reading, theme, findings: &[], as_of, single_page: false });
    let routes = press.routes().expect("routes");
    routes
        .into_iter()
        .find(|route| route.starts_with("public/") && route.ends_with(".fragment.html"))
        .expect("a notice")
        .replace(".fragment", "")
}

fn millis(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}
