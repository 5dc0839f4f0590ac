//! The pictures of the register: well-formed, harmless, bounded, and never the only place where
//! something is said.

use std::collections::BTreeSet;
use std::path::Path;

use ropa::load::Loaded;
use ropa::reading::Reading;
use ropa::register::Page;

use crate::register::{english, pages, pictures, read, words_of};

/// Texts that a reader sees or hears in a picture.
fn texts(svg: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).unwrap();
    let texts = document.descendants().filter(|node| node.tag_name().name() == "text");
    texts.map(|node| node.descendants().filter_map(|part| part.text()).collect::<String>()).collect()
}

fn each(folder: &str, check: impl Fn(&Page, &str)) {
    let (reading, strings) = (read(Path::new(folder)), english());
    for page in pages(&reading, &strings, "2026-11-22").values() {
        pictures(page).for_each(|svg| check(page, svg));
    }
    assert_eq!(strings.missing(), Vec::<String>::new());
}

#[test]
fn pictures_hold_nothing_but_shapes_words_and_links() {
    let known = ["svg", "title", "desc", "path", "text", "tspan", "a", "g"];
    let attributes = [
        "class",
        "width",
        "height",
        "viewBox",
        "role",
        "aria-labelledby",
        "aria-describedby",
        "id",
        "d",
        "x",
        "y",
        "dy",
        "href",
    ];
    for folder in ["registry", "tests/notices/upcloud", "tests/notices/uspeedo", "tests/notices/webcloud-pro"] {
        each(folder, |page, svg| {
            let document = roxmltree::Document::parse(svg).unwrap();
            for node in document.descendants().filter(roxmltree::Node::is_element) {
                assert!(known.contains(&node.tag_name().name()), "{}: {:?}", page.route, node.tag_name());
                for attribute in node.attributes() {
                    assert!(attributes.contains(&attribute.name()), "{}: {}", page.route, attribute.name());
                }
            }
        });
    }
}

#[test]
fn every_picture_has_a_name_and_ids_of_its_own() {
    let (reading, strings) = (read(Path::new("registry")), english());
    let mut shown = 0;
    for page in pages(&reading, &strings, "2026-11-22").values() {
        let mut ids = BTreeSet::new();
        for svg in pictures(page) {
            shown += 1;
            let document = roxmltree::Document::parse(svg).unwrap();
            let root = document.root_element();
            let found: Vec<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
            assert!(found.contains(&root.attribute("aria-labelledby").unwrap()));
            assert!(found.contains(&root.attribute("aria-describedby").unwrap()));
            assert!(found.into_iter().all(|id| ids.insert(id.to_owned())), "{}", page.route);
            // What is an image has no parts for those who hear it, so it must hold no links.
            let has_links = document.descendants().any(|node| node.has_attribute("href"));
            assert_eq!(root.attribute("role"), Some(if has_links { "group" } else { "img" }));
        }
    }
    assert!(shown > 30, "{shown}");
}

#[test]
fn what_a_picture_says_stands_on_its_page_in_words() {
    let (reading, strings) = (read(Path::new("registry")), english());
    let pages = pages(&reading, &strings, "2026-11-22");
    for route in ["activities/billing", "subject-groups/users", "retention-schedule", "transfers", "data-map"] {
        let page = &pages[&format!("internal/{route}.html")];
        let words = words_of(page);
        let svg = pictures(page).next().unwrap_or_else(|| panic!("{route} has no picture"));
        let document = roxmltree::Document::parse(svg).unwrap();
        for link in document.descendants().filter(|node| node.has_attribute("href")) {
            let name: String = match link.children().find(|node| node.tag_name().name() == "title") {
                Some(title) => title.text().unwrap_or_default().to_owned(),
                None => {
                    link.descendants().find(|node| node.tag_name().name() == "text").map_or_else(String::new, |text| {
                        text.descendants().filter_map(|part| part.is_text().then(|| part.text()).flatten()).collect()
                    })
                }
            };
            let name = name.split(" – ").next().unwrap_or_default();
            assert!(words.contains(name), "{route} does not say `{name}` in words");
        }
    }
}

#[test]
fn a_flow_of_thousands_is_a_page_like_others() {
    let strings = english();
    let built = |activities: usize| {
        let mut loaded = Loaded::default();
        loaded.add("subject-groups.toml", "[customers]\nname = \"Customers\"\n".to_owned());
        let mut categories = String::new();
        for n in 0..activities {
            categories.push_str(&format!("[category-{n}]\nname = \"category {n}\"\n"));
            let activity = format!(
                "title = \"Activity {n}\"\nsubject-groups = [\"customers\"]\n[data.all]\ncategories = [\"category-{n}\"]\n"
            );
            loaded.add(&format!("activities/activity-{n}.toml"), activity);
        }
        loaded.add("data-categories.toml", categories);
        let reading = Reading::of_loaded(loaded);
        let pages = pages(&reading, &strings, "2026-11-22");
        let group = &pages["internal/subject-groups/customers.html"];
        let map = &pages["internal/data-map.html"];
        let shown = texts(pictures(group).next().unwrap());
        assert!(shown.iter().any(|text| text.starts_with("and ") && text.ends_with(" more")), "{shown:?}");
        [group, map].map(|page| words_of(page).len() + pictures(page).map(str::len).sum::<usize>())
    };
    let [group, map] = built(600);
    let [more_group, more_map] = built(1800);
    assert!(more_group < group + group / 10 && more_map < map + map / 10, "{group} {more_group} {map} {more_map}");
}
