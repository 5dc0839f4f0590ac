//! Pages that are made one at a time.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;

use chrono::NaiveDate;
use ropa::lint::levels::Overrides;
use ropa::lint::pass::judge;
use ropa::reading::Reading;
use ropa::site::{Press, Site};
use ropa::theme::Theme;

#[test]
fn a_page_made_alone_has_the_bytes_of_a_build() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let as_of = NaiveDate::from_ymd_opt(2026, 6, 1).unwrap();
    for registry in ["registry", "tests/notices/upcloud"] {
        let reading = Reading::of_folder(&root.join(registry), "registry").unwrap();
        let theme = Theme::embedded("en").unwrap();
        let findings = judge(&reading, as_of, &Overrides::default()).findings;
        let site = Site { reading: &reading, theme: &theme, findings: &findings, as_of, single_page: false };
        let built = Mutex::new(BTreeMap::new());
        site.render(&|route, bytes| {
            assert!(built.lock().unwrap().insert(route.to_owned(), bytes.to_vec()).is_none(), "{route}");
            Ok(())
        })
        .unwrap();
        let built = built.into_inner().unwrap();
        let press = Press::new(site);
        assert_eq!(press.routes().unwrap(), built.keys().cloned().collect::<Vec<_>>());
        for (route, bytes) in &built {
            let page = press.page(route).unwrap().unwrap_or_else(|| panic!("{route} is not made"));
            assert!(page == *bytes, "{route}");
        }
        for route in ["", "public/", "public/privacy", "internal/no.html", "public/../internal/index.html"] {
            assert!(press.page(route).unwrap().is_none(), "{route}");
        }
    }
}
