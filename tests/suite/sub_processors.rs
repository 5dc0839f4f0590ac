//! Lists of sub-processors: their page, their JSON twin and their feed.

use std::collections::BTreeSet;

use chrono::DateTime;
use ropa::load::Loaded;
use ropa::reading::Reading;
use roxmltree::{Document, Node};

use crate::planted::{Pages, public, render};

const ATOM: &str = "http://www.w3.org/2005/Atom";

const RECORDS: [(&str, &str); 4] = [
    ("controllers.toml", "[us]\nname = 'Us & Co'"),
    ("notices.toml", "[web]\ntitle = 'Notice'"),
    (
        "processors.toml",
        r#"
        [store]
        name = 'Store <"Ltd"> & Söhne'
        services = ['storage']
        country = 'DE'
        no-transfers = 'Nobody reads the data from elsewhere.'
        [desk]
        name = 'Secret Desk Inc'
        category = 'help desks'
        shown-as = 'category'
        website = 'https://secret.example'
        country = 'US'
        locations = ['FI']
        transfers.us = { countries = ['US'], mechanisms = ['scc'], documents = ['Secret annex'] }
        [old]
        name = 'Old Ltd'
        "#,
    ),
    ("client-processing.toml", "[hosting]\ntitle = 'Hosting for Secret Client'\nsub-processors = ['store', 'desk']"),
];

const LIST: &str = r"
    [secret-id]
    title = 'Our sub-processors'
    client-processing = ['hosting']
    url = 'https://us.example/legal/list?a=1&b=2'
    updated = 2026-02-01
    notice-period = 'P30D'
    objection = 'by e-mail'
    note = 'Secret note'
    [secret-id.engagements.secret-key]
    processor = 'store'
    since = 2024-01-01
    [secret-id.engagements.desk]
    processor = 'desk'
    purpose = ['answers at night']
    announced = 2026-01-15
    since = 2026-03-01
    [secret-id.engagements.old]
    processor = 'old'
    since = 2024-01-01
    end-announced = 2025-04-20
    until = 2025-05-01
";

fn pages(list: Option<&str>) -> Pages {
    let mut loaded = Loaded::default();
    for (path, text) in RECORDS {
        loaded.add(path, text.to_owned());
    }
    if let Some(list) = list {
        loaded.add("sub-processor-lists.toml", list.to_owned());
    }
    let reading = Reading::of_loaded(loaded);
    assert_eq!(reading.diagnostics, []);
    public(&render(&reading))
}

/// The one element of a name that RFC 4287 asks for.
fn single<'a>(node: Node<'a, 'a>, name: &str) -> Node<'a, 'a> {
    let found: Vec<Node<'_, '_>> = node.children().filter(|child| child.has_tag_name((ATOM, name))).collect();
    assert_eq!(found.len(), 1, "{name}");
    found[0]
}

fn text<'a>(node: Node<'a, 'a>, name: &str) -> &'a str {
    single(node, name).text().unwrap()
}

#[test]
fn the_page_says_who_where_why_and_since_when() {
    let pages = pages(Some(LIST));
    let html = &pages["public/our-sub-processors.html"];
    for words in [
        "We announce a new sub-processor here at least 30 days before we engage it. You can object to a change by e-mail.",
        "Store &lt;\"Ltd\"&gt; &amp; Söhne",
        ">Germany</td><td data-label=\"Transfers and safeguards\">Nobody reads the data from elsewhere.</td>",
        ">from 1 January 2024</td>",
        ">help desks</td>",
        ">answers at night</td>",
        ">the United States; data in Finland</td>",
        ">United States: standard contractual clauses",
        "<h2>Former sub-processors</h2>",
        "from 1 January 2024 until 1 May 2025",
        "Engaged from 1 March 2026: help desks, for answers at night. Announced on 15 January 2026.",
        "Engaged until 1 May 2025: Old Ltd. Announced on 20 April 2025.",
        "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"our-sub-processors.atom.xml\"",
    ] {
        assert!(html.contains(words), "{words}\n{html}");
    }
    let json: serde_json::Value = serde_json::from_str(&pages["public/our-sub-processors.json"]).unwrap();
    assert_eq!(json["schema"], "ropa-sub-processors/1");
    assert_eq!(json["notice-period"], "P30D");
    assert_eq!(json["engagements"][1]["since"], "2026-03-01");
    assert!(pages["public/index.html"].contains("<a href=\"our-sub-processors.html\">Our sub-processors</a>"));
    for (route, page) in &pages {
        assert!(!page.to_lowercase().contains("secret"), "{route}");
    }
}

#[test]
fn nothing_of_sub_processors_is_public_without_a_list() {
    for (route, page) in &pages(None) {
        assert!(!page.contains("Store") && !page.contains("help desks"), "{route}");
    }
}

#[test]
fn the_feed_has_what_rfc_4287_asks_for() {
    let pages = pages(Some(LIST));
    let feed = &pages["public/our-sub-processors.atom.xml"];
    let document = Document::parse(feed).unwrap();
    let root = document.root_element();
    assert!(root.has_tag_name((ATOM, "feed")));
    assert_eq!(text(root, "title"), "Our sub-processors");
    assert_eq!(text(root, "id"), "https://us.example/legal/list?a=1&b=2");
    assert_eq!(text(single(root, "author"), "name"), "Us & Co");
    let links: Vec<_> = root.children().filter(|child| child.has_tag_name((ATOM, "link"))).collect();
    let relations: BTreeSet<_> = links.iter().filter_map(|link| link.attribute("rel")).collect();
    assert_eq!(relations, BTreeSet::from(["alternate", "self"]));
    let this = links.iter().find(|link| link.attribute("rel") == Some("self")).unwrap();
    let path = this.attribute("href").and_then(|address| address.strip_prefix("https://us.example/legal/"));
    assert!(pages.contains_key(&format!("public/{}", path.unwrap())));

    let time = |node| DateTime::parse_from_rfc3339(text(node, "updated")).unwrap();
    let entries: Vec<_> = root.children().filter(|child| child.has_tag_name((ATOM, "entry"))).collect();
    assert_eq!(entries.len(), 4);
    let mut ids = BTreeSet::from([text(root, "id")]);
    for entry in &entries {
        assert!(ids.insert(text(*entry, "id")), "an id stands twice");
        assert!(!text(*entry, "title").is_empty());
        assert!(time(*entry) <= time(root));
        assert_eq!(single(*entry, "content").attribute("type"), Some("text"));
        let link = single(*entry, "link").attribute("href").unwrap();
        assert_eq!(link, "https://us.example/legal/list?a=1&b=2#changes");
    }
    assert!(entries.is_sorted_by(|one, other| time(*one) >= time(*other)), "the latest comes first");
    assert_eq!(text(entries[0], "updated"), "2026-01-15T00:00:00Z");
    assert_eq!(text(root, "updated"), "2026-02-01T00:00:00Z");
    let last: Vec<&str> = entries.iter().map(|entry| text(*entry, "title")).collect();
    assert!(last.contains(&"Engaged from 1 January 2024: Store <\"Ltd\"> & Söhne, for storage."), "{last:?}");
    // No element that RFC 4287 does not know.
    let known = ["feed", "id", "title", "updated", "author", "name", "link", "entry", "content"];
    let elements = document.descendants().filter(Node::is_element);
    assert!(elements.into_iter().all(|one| known.contains(&one.tag_name().name())));
}

#[test]
fn an_id_of_an_entry_stays_when_others_come() {
    let ids = |list: &str| -> Vec<String> {
        let pages = pages(Some(list));
        let document = Document::parse(&pages["public/our-sub-processors.atom.xml"]).unwrap();
        let ids = document.descendants().filter(|node| node.has_tag_name((ATOM, "id")));
        ids.filter_map(|id| id.text().map(str::to_owned)).collect()
    };
    let before = ids(LIST);
    let more = LIST.to_owned() + "[secret-id.engagements.again]\nprocessor = 'old'\nsince = 2026-06-01\n";
    let after = ids(&more);
    assert_eq!(after.len(), before.len() + 1);
    assert!(before.iter().all(|id| after.contains(id)), "{before:?} {after:?}");
}

#[test]
fn a_list_without_an_address_or_a_day_has_no_feed() {
    let nowhere = LIST.replace("url = ", "introduction = ");
    let undated: String = LIST
        .lines()
        .filter(|line| {
            !["updated", "since", "until", "announced", "end-"].iter().any(|key| line.trim().starts_with(key))
        })
        .collect::<Vec<_>>()
        .join("\n");
    for list in [nowhere, undated] {
        let pages = pages(Some(&list));
        assert!(!pages.contains_key("public/our-sub-processors.atom.xml"));
        assert!(!pages["public/our-sub-processors.html"].contains("atom"));
    }
}
