//! The register as one HTML file.

use std::collections::BTreeSet;
use std::path::Path;

use ropa::handover::single::html;
use ropa::theme::Theme;

use super::{assert_known, made, of_files, read, registries};
use crate::markup::Page;

fn file(reading: &ropa::reading::Reading) -> String {
    String::from_utf8(made(reading, |site| html(site).unwrap())).unwrap()
}

/// The words of some HTML.
fn words(html: &str) -> String {
    let mut out = String::new();
    for piece in html.split('<') {
        out.push_str(piece.split_once('>').map_or(piece, |(_, words)| words));
        out.push(' ');
    }
    out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

fn assert_closed(name: &str, text: &str) {
    let page = Page::parse(text);
    assert_eq!(page.errors, Vec::<String>::new(), "{name}");
    let mut ids = BTreeSet::new();
    for id in page.values("id") {
        assert!(ids.insert(id), "{name}: two ids `{id}`");
    }
    for href in page.values("href") {
        let sound = match href.strip_prefix('#') {
            Some(anchor) => ids.contains(anchor),
            None => {
                ["http://", "https://", "mailto:", "tel:", "data:image/"].iter().any(|start| href.starts_with(start))
            }
        };
        assert!(sound, "{name}: `{href}`");
    }
    for source in page.values("src").chain(page.values("srcset")) {
        assert!(source.starts_with("data:image/"), "{name}: {source}");
    }
    assert_eq!(page.named("h1").count(), 1, "{name}");
    assert_eq!(page.named("style").count(), 2, "{name}: the style sheet, and what stands at the head of printed pages");
    for gone in ["script", "iframe", "object", "form"] {
        assert_eq!(page.named(gone).count(), 0, "{name}: {gone}");
    }
    assert!(page.named("link").all(|link| link.attribute("rel") == Some("icon")), "{name}");
    let policy = page.named("meta").find(|meta| meta.attribute("http-equiv").is_some()).unwrap();
    assert!(policy.attribute("content").unwrap().starts_with("default-src 'none';"));
    let style = text.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    assert!(!style.contains("@import") && !style.contains("url("), "{name}");
    assert!(style.contains("prefers-color-scheme") || style.contains("light-dark("), "{name}");
}

#[test]
fn every_registry_is_one_closed_file_with_its_facts() {
    for folder in registries() {
        let reading = read(&folder);
        let text = file(&reading);
        assert_closed(&folder.display().to_string(), &text);
        assert_known(&folder, |id, title| {
            let start = text.find(&format!("<article class=\"ropa-register\" id=\"activities-{id}\">")).unwrap();
            let part = &text[start..start + text[start..].find("</article>").unwrap()];
            assert!(part.contains(&title.replace('&', "&amp;")));
            words(part)
        });
        assert_eq!(text, file(&reading), "two runs give the same bytes");
    }
}

#[test]
fn an_outsider_finds_the_way() {
    let text = file(&read(Path::new("registry")));
    let page = Page::parse(&text);
    let links: Vec<&str> = page.values("href").collect();
    for part in ["#guide", "#glance", "#activities", "#activities-newsletter", "#controllers-example-cloud"] {
        assert!(links.contains(&part), "{part}");
    }
    let section = |id: &str| {
        let start = text.find(&format!("id=\"{id}\">")).unwrap();
        words(&text[start..start + text[start..].find("</section>").unwrap()])
    };
    let guide = section("guide");
    for point in ["30(1)(a)", "30(1)(b)", "30(1)(c)", "30(1)(d)", "30(1)(e)", "30(1)(f)", "30(1)(g)", "30(2)"] {
        assert!(guide.contains(point), "{point}: {guide}");
    }
    let glance = section("glance");
    for words in ["2.9", "Newsletter", "Example Cloud Oy", "six years after the end of the year they belong to"] {
        assert!(glance.contains(words), "{words}: {glance}");
    }
    assert!(text.find("id=\"guide\"") < text.find("id=\"contents\""), "how to read it stands first");
}

#[test]
fn notes_of_the_authors_and_ways_to_edit_stay_in_the_house() {
    let reading = read(Path::new("registry"));
    let text = file(&reading);
    let repository = reading.registry.settings.repository_url.text().unwrap();
    assert!(!text.contains(repository.trim_end_matches('/')), "no link into the repository");
    assert!(text.contains("controllers/example-cloud.toml, line 1"), "its words are there");
    made(&reading, |site| {
        assert!(!site.findings.is_empty());
        assert!(site.findings.iter().all(|finding| !text.contains(&finding.diagnostic.message)));
    });
}

#[test]
fn hostile_words_stay_words() {
    let hostile = "</style><script>x</script><a href=\\\"http://x\\\" onclick=x>&lt;b&gt; ]]> 'q' \u{202e}";
    let settings = format!("title = \"{hostile}\"\n");
    let activity = format!(
        "title = \"{hostile}\"\nowner = \"{hostile}\"\nsummary = \"[a](b.html) [d](https://example.org/?a=b&c=d)\"\n"
    );
    let controllers = format!("[us]\nname = \"{hostile}\"\nwebsite = \"x.example/\\\"><script>\"\n");
    let reading =
        of_files(&[("registry.toml", &settings), ("controllers.toml", &controllers), ("activities/a.toml", &activity)]);
    let text = file(&reading);
    assert_closed("hostile", &text);
    let body = text.split("</head>").nth(1).unwrap();
    assert!(body.contains("https://example.org/?a=b&amp;c=d"));
    assert!(words(body).contains("</style><script>x</script>"));
    assert!(!body.to_lowercase().contains("<script"));
}

#[test]
fn a_theme_goes_into_the_file() {
    let theme = Theme::of_folder("en", Path::new("themes/paper")).unwrap();
    let reading = read(Path::new("registry"));
    let text = made(&reading, |site| html(&ropa::site::Site { theme: &theme, ..*site }).unwrap());
    let text = String::from_utf8(text).unwrap();
    assert_closed("theme", &text);
    assert!(text.contains("<img src=\"data:image/svg+xml;base64,"));
    assert!(text.contains("<link rel=\"icon\" href=\"data:image/svg+xml;base64,"));
}
