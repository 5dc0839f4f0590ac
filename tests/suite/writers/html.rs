//! The workbook as one HTML file.

use ropa::export::html_tables;
use ropa::export::workbook::Workbook;

use super::samples::{HOSTILE, hostile_rows, of_rows, three_columns, whole, workbook};
use crate::markup::Page;

pub fn html_of(workbook: Workbook<'_>) -> String {
    let mut out = Vec::new();
    html_tables::write(workbook, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn the_page_is_sound_and_needs_nothing_else() {
    let html = html_of(whole());
    let page = Page::parse(&html);
    assert_eq!(page.errors, [] as [String; 0]);
    assert_eq!(page.named("html").next().unwrap().attribute("lang"), Some("en"));
    for element in ["script", "link", "img", "iframe", "object"] {
        assert_eq!(page.named(element).count(), 0, "{element}");
    }
    let ids: Vec<&str> = page.values("id").collect();
    assert_eq!(ids.iter().collect::<std::collections::BTreeSet<_>>().len(), ids.len());
    for href in page.values("href") {
        match href.strip_prefix('#') {
            Some(anchor) => assert!(ids.contains(&anchor), "{href}"),
            None => assert!(["https://", "http://", "mailto:"].iter().any(|scheme| href.starts_with(scheme)), "{href}"),
        }
    }
    for label in page.values("aria-labelledby") {
        assert!(ids.contains(&label), "{label}");
    }
    let tables = page.named("table").count();
    assert_eq!((tables, page.named("caption").count()), (7, 7));
    let caption = |words: &str| html.contains(&format!(">{words}</caption>"));
    assert!(caption("Activities") && caption("Measures: technical/organisational [all] – Second (2)"), "{html}");
    assert!(page.named("th").all(|head| head.attribute("scope").is_some()));
}

#[test]
fn hostile_texts_are_only_words() {
    let html = html_of(of_rows(three_columns(), hostile_rows()));
    let page = Page::parse(&html);
    assert_eq!(page.errors, [] as [String; 0]);
    assert_eq!(page.named("script").count(), 0);
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot; &amp;amp; ]]&gt;"));
    assert!(html.contains("nul ␀, bell ␇, escape ␛"));
    assert!(html.contains("two<br>lines"));
    assert!(html.contains("<ul><li>one</li><li>=two</li></ul>"));
    assert!(html.contains("Trick<br>javascript:alert(1)"));
    assert_eq!(page.named("tr").count(), HOSTILE.len() + 1);
}

#[test]
fn titles_and_languages_are_escaped() {
    let mut book = workbook(vec![("<b>\"x\"</b>", Vec::new()), ("", Vec::new())]);
    book.title = "</title><script>".to_owned();
    book.language = "en\"><script>".to_owned();
    let html = html_of(book);
    let page = Page::parse(&html);
    assert_eq!(page.errors, [] as [String; 0]);
    assert_eq!(page.named("script").count(), 0);
    assert!(html.contains("<a href=\"#sheet-2\">2</a>"));
}
