//! What a theme changes on the sites.

use std::fs;

use super::root;
use crate::building::listing;
use crate::program::ropa;
use crate::scaffold::started;

#[test]
fn a_theme_sets_colours_logo_header_and_footer_on_both_sites() {
    let folder = started();
    let theme = root().join("themes/paper");
    ropa(folder.path(), &["build", "--theme", theme.to_str().unwrap()]).done();
    let output = folder.path().join("output");
    for side in ["public", "internal"] {
        let read = |name: &str| fs::read_to_string(output.join(side).join(name)).unwrap();
        let style = read("style.css");
        let own = style.rfind("--ropa-ink: light-dark(oklch(").unwrap();
        assert!(style.find("--ropa-ink: light-dark(#1b1f24").unwrap() < own);
        // What is printed is black on white whatever the theme.
        assert!(own < style.find("--ropa-ink: #000").unwrap());
        assert!(style.contains("4px double") && style.contains(".ropa-shelf"), "the part and the sheet of its own");
        assert_eq!(read("logo.svg"), fs::read_to_string(theme.join("mark.svg")).unwrap());
        assert!(read("favicon.svg").starts_with("<svg") && read("logo-dark.svg").starts_with("<svg"));
        let page = read("index.html");
        for part in [
            "<link rel=\"icon\" href=\"favicon.svg\">",
            "href=\"https://cloud.example/\"",
            "<img src=\"logo.svg\" alt=\"\" width=\"40\" height=\"40\">",
            "<span>Example Cloud</span>",
            "<a href=\"https://cloud.example/imprint\">Imprint</a>",
        ] {
            assert!(page.contains(part), "{side}: {part} in\n{page}");
        }
        assert_eq!(page.matches("<header class=\"ropa-brand\"").count(), usize::from(side == "public"));
        assert!(!page.contains(" style="), "{page}");
    }
    assert!(fs::read_to_string(output.join("public/index.html")).unwrap().contains("ropa-shelf"));
    let page = fs::read_to_string(output.join("public/privacy.html")).unwrap();
    assert!(page.contains("On this page") && !page.contains(">Contents<"), "{page}");
    // Other people's pages get the colours, too, and nothing outside of the notice.
    let embedded = fs::read_to_string(output.join("public/embed.css")).unwrap();
    assert!(embedded.contains("--ropa-ink: light-dark(oklch(0.25") && !embedded.contains(":root"), "{embedded}");
    let group = fs::read_dir(output.join("public/privacy")).unwrap().find_map(|entry| {
        let path = entry.unwrap().path();
        path.extension().is_some_and(|ending| ending == "html").then(|| fs::read_to_string(path).unwrap())
    });
    assert!(group.unwrap().contains("src=\"../logo.svg\""));
    let fragment = fs::read_to_string(output.join("public/privacy.fragment.html")).unwrap();
    assert!(!fragment.contains("logo") && !fragment.contains("Imprint"), "{fragment}");
    ropa(folder.path(), &["manual", "--theme", theme.to_str().unwrap()]).done();
    assert!(folder.path().join("manual/logo.svg").exists());
}

#[test]
fn without_a_theme_there_is_no_trace_of_one() {
    let folder = started();
    ropa(folder.path(), &["build"]).done();
    for (path, bytes) in listing(&folder.path().join("output")) {
        let Some(text) = bytes.and_then(|bytes| String::from_utf8(bytes).ok()) else { continue };
        for part in ["class=\"ropa-brand\"", "ropa-home\"", "class=\"ropa-foot\""] {
            assert!(!path.ends_with(".html") || !text.contains(part), "{path}: {part}");
        }
    }
}
