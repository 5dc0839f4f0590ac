//! One HTML page that needs nothing beside it.

use super::Report;
use crate::markdown::{inline, words};

const STYLE: &str = "\
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3, h4 { line-height: 1.25; }
h3, h4 { margin-bottom: 0.25rem; }
h4 { font-size: 1rem; font-weight: 500; margin-top: 0.5rem; }
ul { margin-top: 0; }
";

/// The report as a page in a language.
pub fn render(report: &Report<'_>, language: &str) -> String {
    let strings = report.strings;
    let plain = |text: &str| inline(&crate::markdown::escape(text)).as_str().to_owned();
    let title = plain(&words(&strings.plain("change-title")));
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n\
         <body>\n<main>\n<h1>{title}</h1>\n<p>{}</p>\n",
        plain(language).replace('"', ""),
        inline(&report.count()).as_str(),
    );
    for line in &report.lead {
        page.push_str(&format!("<p>{}</p>\n", inline(line).as_str()));
    }
    for (heading, blocks) in report.parts() {
        page.push_str(&format!("<h2>{}</h2>\n", inline(&strings.plain(heading)).as_str()));
        for block in blocks {
            page.push_str(&format!("<h3>{}</h3>\n", inline(&block.heading).as_str()));
            for (people, lines) in block.by_people(strings) {
                page.extend(people.map(|people| format!("<h4>{}</h4>\n", inline(&people).as_str())));
                page.push_str("<ul>\n");
                for line in lines {
                    page.push_str(&format!("<li>{}</li>\n", inline(&line.with_articles(strings)).as_str()));
                }
                page.push_str("</ul>\n");
            }
        }
    }
    if !report.asks.is_empty() {
        page.push_str(&format!("<h2>{}</h2>\n<ul>\n", inline(&strings.plain("change-duties")).as_str()));
        page.extend(report.asks.iter().map(|ask| format!("<li>{}</li>\n", inline(ask).as_str())));
        page.push_str("</ul>\n");
        page.extend(report.foot.iter().map(|foot| format!("<p>{}</p>\n", inline(foot).as_str())));
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}
