//! Every page of the sites is sound HTML, and every link within them leads somewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Mutex;

use ropa::load::Loaded;
use ropa::reading::Reading;
use ropa::site::Site;
use ropa::theme::Theme;

use crate::markup::Page;

/// Both sites of a registry, made in memory: routes and texts.
fn built(registry: &str) -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(registry);
    rendered(&Reading::of_folder(&folder, registry).unwrap())
}

fn rendered(reading: &Reading) -> BTreeMap<String, String> {
    let theme = Theme::embedded("en").unwrap();
    let as_of = chrono::NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
    let pages = Mutex::new(BTreeMap::new());
    let site = Site { reading, theme: &theme, findings: &[], as_of, single_page: false };
    site.render(&|route, bytes| {
        let text = text_of(route, bytes);
        assert_eq!(pages.lock().unwrap().insert(route.to_owned(), text), None, "{route} is made twice");
        Ok(())
    })
    .unwrap();
    pages.into_inner().unwrap()
}

/// A page to parse: a fragment stands in a page of somebody else's.
fn parsed(route: &str, text: &str) -> Page {
    if route.ends_with(".fragment.html") {
        Page::parse(&format!("<!doctype html><title>host</title><main><h1>host</h1>{text}</main>"))
    } else {
        Page::parse(text)
    }
}

/// Where a link leads: a route and an anchor; nothing if it leaves the sites.
fn target(from: &str, href: &str) -> Option<(String, String)> {
    let (path, anchor) = href.split_once('#').unwrap_or((href, ""));
    if path.contains(':') || path.starts_with("//") {
        return None;
    }
    let mut steps: Vec<&str> = from.split('/').collect();
    if !path.is_empty() {
        steps.pop();
        for step in path.split('/') {
            match step {
                ".." => _ = steps.pop(),
                "." => {}
                step => steps.push(step),
            }
        }
    }
    Some((steps.join("/"), anchor.to_owned()))
}

fn check(registry: &str) {
    let files = built(registry);
    let is_page = |route: &str| Path::new(route).extension().is_some_and(|extension| extension == "html");
    let pages: BTreeMap<&str, Page> = files
        .iter()
        .filter(|(route, _)| is_page(route))
        .map(|(route, text)| (route.as_str(), parsed(route, text)))
        .collect();
    assert!(pages.len() > 3, "{registry}: {:?}", pages.keys());
    let ids: BTreeMap<&str, BTreeSet<&str>> =
        pages.iter().map(|(route, page)| (*route, page.values("id").collect())).collect();
    let mut wrong = Vec::new();
    for (route, page) in &pages {
        wrong.extend(page.errors.iter().map(|error| format!("{route}: {error}")));
        let mut seen = BTreeSet::new();
        wrong.extend(page.values("id").filter(|id| !seen.insert(*id)).map(|id| format!("{route}: two ids `{id}`")));
        if page.named("h1").count() != 1 {
            wrong.push(format!("{route}: {} main headings", page.named("h1").count()));
        }
        // A strict policy allows neither inline styles nor inline scripts; scripts are files beside the page.
        if page.values("style").next().is_some() || page.named("script").any(|one| one.attribute("src").is_none()) {
            wrong.push(format!("{route}: a script or an inline style"));
        }
        for href in page.values("href").chain(page.values("src")) {
            let Some((file, anchor)) = target(route, href) else { continue };
            let leads = files.contains_key(&file)
                && (anchor.is_empty() || ids.get(file.as_str()).is_some_and(|ids| ids.contains(anchor.as_str())));
            if !leads {
                wrong.push(format!("{route}: `{href}` leads nowhere"));
            }
            let crosses = file.split('/').next() != route.split('/').next();
            if crosses {
                wrong.push(format!("{route}: `{href}` leaves its site"));
            }
        }
    }
    assert!(wrong.is_empty(), "{registry}:\n{}", wrong.join("\n"));
}

#[test]
fn the_example_is_sound_html_without_dead_links() {
    check("registry");
}

#[test]
fn real_notices_are_sound_html_without_dead_links() {
    let notices = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/notices")).unwrap();
    let folders: Vec<_> = notices.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    assert!(folders.len() > 4, "{folders:?}");
    for folder in folders {
        check(folder.to_str().unwrap());
    }
}

#[test]
fn a_fragment_keeps_out_of_the_way_of_the_page_around_it() {
    let files = built("registry");
    let part = parsed("website.fragment.html", &files["public/website.fragment.html"]);
    let whole = parsed("website.html", &files["public/website.html"]);
    let ids: BTreeSet<&str> = part.values("id").collect();
    assert!(ids.contains("ropa-data") && ids.contains("ropa-cookies-visitors"), "{ids:?}");
    assert!(ids.iter().all(|id| id.starts_with("ropa-")), "{ids:?}");
    assert!(whole.values("id").any(|id| id == "data"), "a page of our own needs no names before its anchors");
    // Its headings begin below the one of the page: h2 for h1, and so on. A page has two more, above its contents.
    for (one, other, more) in [("h2", "h1", 0), ("h3", "h2", 2), ("h4", "h3", 0)] {
        assert_eq!(part.named(one).count() + more, whole.named(other).count(), "{one}");
    }
    // The notice says where it is published, so links lead from there.
    let links: BTreeSet<&str> = part.values("href").collect();
    assert!(links.contains("https://cloud.example/website/customers.html"), "{links:?}");
    assert!(links.iter().all(|link| link.contains(':') || link.starts_with("#ropa-")), "{links:?}");
    assert!(whole.values("href").any(|link| link == "website/customers.html"));
}

/// People read notices on telephones, some over slow networks.
#[test]
fn the_notice_of_the_example_and_its_style_are_light() {
    let files = built("registry");
    let bytes = files["public/website.html"].len() + files["public/style.css"].len();
    assert!(bytes < 60_000, "{bytes} bytes");
}

#[test]
fn the_first_layer_leads_straight_to_sections_with_pages_of_their_own() {
    let files = built("registry");
    let leads = |page: &str, to: &str| files[page].contains(&format!("<a href=\"{to}\">Some data come from others"));
    assert!(leads("public/website.html", "website/sections/data.html"));
    assert!(leads("public/website.fragment.html", "https://cloud.example/website/sections/data.html"));
}

#[test]
fn cells_of_public_tables_name_their_columns() {
    let files = built("registry");
    for route in ["public/website.html", "public/website.fragment.html", "public/website/customers.html"] {
        let page = parsed(route, &files[route]);
        let roles = |name: &str| page.named(name).filter_map(|one| one.attribute("role")).collect::<Vec<_>>();
        assert!(page.named("td").count() > 10, "{route}");
        assert!(page.named("td").all(|cell| cell.attribute("data-label").is_some_and(|label| !label.is_empty())));
        for (name, role) in [("table", "table"), ("tr", "row"), ("th", "columnheader")] {
            assert_eq!(roles(name), vec![role; page.named(name).count()], "{route} {name}");
        }
        assert_eq!(roles("thead").len() + roles("tbody").len(), 2 * roles("table").len(), "{route}");
    }
    let internal = parsed("activities.html", &files["internal/activities.html"]);
    assert!(internal.named("td").all(|cell| cell.attribute("role").is_none()), "the register keeps its tables");
}

#[test]
fn a_fragment_of_a_notice_without_an_address_keeps_its_links() {
    let registry = |text: &str| {
        let mut loaded = Loaded::default();
        loaded.add("registry.toml", "default-controller = \"us\"".to_owned());
        loaded.add("controllers.toml", "[us]\nname = \"Us\"".to_owned());
        loaded.add("subject-groups.toml", "[a]\nname = \"As\"\n[b]\nname = \"Bs\"\ndefinition = \"b\"".to_owned());
        loaded.add("notices.toml", text.to_owned());
        let files = rendered(&Reading::of_loaded(loaded));
        let part = parsed("n.fragment.html", &files["public/n.fragment.html"]);
        part.values("href").map(str::to_owned).collect::<Vec<_>>()
    };
    // Words that look like a link in HTML are words.
    let notice = r##"n = { title = "N", subject-groups = ["a", "b"], introduction = '[x](#groups), a href="#y"' }"##;
    assert_eq!(registry(notice), ["#ropa-groups", "n/a.html", "n/b.html"]);
    let published = notice.replace(" }", r#", url = "example.org/legal/n" }"#);
    let links = ["#ropa-groups", "https://example.org/legal/n/a.html", "https://example.org/legal/n/b.html"];
    assert_eq!(registry(&published), links);
}

#[test]
fn links_lead_where_a_browser_goes() {
    let at = |from, href| target(from, href).map(|(file, anchor)| format!("{file}#{anchor}"));
    assert_eq!(at("public/a.html", "#x").as_deref(), Some("public/a.html#x"));
    assert_eq!(at("public/a.html", "a/b.html").as_deref(), Some("public/a/b.html#"));
    assert_eq!(at("public/a/b.html", "../a.html#x").as_deref(), Some("public/a.html#x"));
    assert_eq!(at("public/a.html", "https://cloud.example/"), None);
    assert_eq!(at("public/a.html", "mailto:a@cloud.example"), None);
}

/// The text of a page. Tables for other programs have none; they are there all the same.
pub fn text_of(route: &str, bytes: &[u8]) -> String {
    let is_page = !route.starts_with("internal/downloads/");
    if is_page { String::from_utf8(bytes.to_vec()).unwrap() } else { String::new() }
}
