//! The pages that only the preview has: its start, and what stands where a page cannot.
//!
//! They are for the one who keeps the records and not for readers of the sites, so they speak as the
//! command line does and need no theme, which may be what is broken.

use super::trouble::{Trouble, Troubles};

/// The start page.
pub(super) fn start(edition: &str) -> String {
    let body = "<h1>Preview</h1>\n\
        <p>Both sites as the records make them now. Pages load again when a record or the theme changes.</p>\n\
        <ul>\n\
        <li><a href=\"/public/index.html\">Public site</a>: the notices that everybody reads</li>\n\
        <li><a href=\"/internal/index.html\">Internal site</a>: the register of Article 30</li>\n\
        </ul>\n";
    page("Preview", body, edition)
}

/// Where no page is.
pub(super) fn unknown(path: &str, near: &[String], edition: &str) -> String {
    let mut body = format!("<h1>There is no such page</h1>\n<p>Nothing is at <code>{}</code>.</p>\n", escape(path));
    if !near.is_empty() {
        body.push_str("<p>Did you mean:</p>\n<ul>\n");
        for route in near {
            let route = escape(route);
            body.push_str(&format!("<li><a href=\"/{route}\">/{route}</a></li>\n"));
        }
        body.push_str("</ul>\n");
    }
    body.push_str(BACK);
    page("No such page", &body, edition)
}

/// Where a page cannot be made.
pub(super) fn failed(path: &str, why: &str, edition: &str) -> String {
    let body = format!(
        "<h1>This page cannot be made</h1>\n<p><code>{}</code></p>\n<pre>{}</pre>\n<p>It loads again when the theme \
         or a record changes.</p>\n{BACK}",
        escape(path),
        escape(why)
    );
    page("Cannot be made", &body, edition)
}

/// As long as there was no good reading.
pub(super) fn waiting(troubles: &Troubles) -> String {
    let mut body = "<h1>There is nothing to show yet</h1>\n".to_owned();
    if troubles.list.is_empty() {
        body.push_str("<p>The records are being read.</p>\n");
    } else {
        body.push_str("<p>The pages appear here as soon as this is mended:</p>\n<ol>\n");
        for trouble in &troubles.list {
            body.push_str(&item(trouble));
        }
        body.push_str("</ol>\n");
    }
    page("Waiting", &body, "")
}

const BACK: &str = "<p>Starts of the sites: <a href=\"/public/index.html\">public</a>, \
    <a href=\"/internal/index.html\">internal</a></p>\n";

fn item(trouble: &Trouble) -> String {
    let mut text = format!("<li><p><strong>{}</strong>: {}</p>\n", trouble.level, escape(&trouble.message));
    if let Some(place) = &trouble.place {
        let place = format!("<code>{}</code>", escape(place));
        text.push_str(&match &trouble.href {
            Some(href) => format!("<p><a href=\"{}\">{place}</a></p>\n", escape(href)),
            None => format!("<p>{place}</p>\n"),
        });
    }
    for help in &trouble.help {
        text.push_str(&format!("<p>{}</p>\n", escape(help)));
    }
    text.push_str("</li>\n");
    text
}

fn page(title: &str, body: &str, edition: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title} - ropa</title>\n<link rel=\"stylesheet\" href=\"/.ropa/preview.css\">\n</head>\n\
         <body class=\"ropa-own\">\n<main>\n{body}</main>\n{}</body>\n</html>\n",
        script(edition)
    )
}

/// What brings the preview into a page; the page remembers of which edition it is.
pub(super) fn script(edition: &str) -> String {
    format!("<script src=\"/.ropa/preview.js\" data-edition=\"{edition}\" defer></script>\n")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::unknown;

    #[test]
    fn what_was_asked_for_is_no_markup() {
        let page = unknown("/<script>\"&", &["public/a.html".to_owned()], "1-1");
        assert!(page.contains("<code>/&lt;script&gt;&quot;&amp;</code>"), "{page}");
        assert!(page.contains("<a href=\"/public/a.html\">/public/a.html</a>"), "{page}");
        assert!(page.contains("data-edition=\"1-1\""), "{page}");
    }
}
