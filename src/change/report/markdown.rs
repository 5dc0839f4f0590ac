//! For the comment of a pull request: what the register alone says stands in a part that opens.
//!
//! The words of authors may be hostile. They are escaped as Markdown and made [`harmless`].

use super::{Block, Report};
use crate::markdown::harmless;

/// The most characters that GitHub takes in a comment is 65,536; some room is left for who posts it.
const MOST: usize = 60_000;

/// What the comment begins with, so that the next one can take its place.
pub const MARK: &str = "<!-- ropa diff -->";

/// The report as Markdown of GitHub and GitLab.
pub fn render(report: &Report<'_>) -> String {
    let strings = report.strings;
    // What is asked for is short, and stands whatever has to be cut.
    let mut asks: String = report.asks.iter().map(|ask| format!("- {}\n", harmless(ask))).collect();
    asks.extend(report.foot.iter().map(|foot| format!("\n{}\n", harmless(foot))));
    let mut page = Page { text: format!("{MARK}\n"), limit: MOST.saturating_sub(asks.len()), cut: 0 };
    page.always(&format!("### {}\n\n", strings.plain("change-title")));
    page.always(&format!("{}\n", harmless(&report.count())));
    for line in &report.lead {
        page.put(&format!("\n{}\n", harmless(line)));
    }
    page.blocks(&report.public, report);
    if !report.asks.is_empty() {
        page.always(&format!("\n**{}**\n\n{asks}", strings.plain("change-duties")));
        page.limit = MOST;
    }
    if !report.internal.is_empty() {
        page.always(&format!("\n<details>\n<summary>{}</summary>\n", strings.plain("change-internal")));
        page.blocks(&report.internal, report);
        page.always("\n</details>\n");
    }
    if page.cut > 0 {
        let cut = strings.say("change-cut", &[("n", page.cut.into())]);
        page.always(&format!("\n{cut}\n"));
    }
    page.text
}

struct Page {
    text: String,
    /// How long it may become.
    limit: usize,
    /// Changes that had no room.
    cut: usize,
}

impl Page {
    fn always(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn put(&mut self, text: &str) -> bool {
        let fits = self.text.len() + text.len() <= self.limit;
        if fits {
            self.text.push_str(text);
        }
        fits
    }

    fn blocks(&mut self, blocks: &[Block<'_>], report: &Report<'_>) {
        for block in blocks {
            let mut heading = Some(format!("\n**{}**\n\n", harmless(&block.heading)));
            for (people, lines) in block.by_people(report.strings) {
                let above = if heading.is_some() { "" } else { "\n" };
                let mut people = people.map(|people| format!("{above}{}\n\n", harmless(&people)));
                for line in lines {
                    let line = format!("- {}\n", harmless(&line.with_articles(report.strings)));
                    let line = heading.take().unwrap_or_default() + &people.take().unwrap_or_default() + &line;
                    if self.cut > 0 || !self.put(&line) {
                        self.cut += 1;
                    }
                }
            }
        }
    }
}
