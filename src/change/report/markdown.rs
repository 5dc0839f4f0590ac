//! For the comment of a pull request: what the register alone says stands in a part that opens.
//!
//! The words of authors may be hostile. They are escaped as Markdown, and what forges turn into mentions and
//! links by themselves is broken up with empty comments, which nobody sees.

use super::{Block, Report};

/// The most characters that GitHub takes in a comment is 65,536; some room is left for who posts it.
const MOST: usize = 60_000;

/// What the comment begins with, so that the next one can take its place.
pub const MARK: &str = "<!-- ropa diff -->";

/// The report as Markdown of GitHub and GitLab.
pub fn render(report: &Report<'_>) -> String {
    let strings = report.strings;
    let mut page = Page { text: format!("{MARK}\n"), cut: 0 };
    page.always(&format!("### {}\n\n", strings.plain("change-title")));
    page.always(&format!("{}\n", harmless(&report.count())));
    for line in &report.lead {
        page.put(&format!("\n{}\n", harmless(line)));
    }
    page.blocks(&report.public, report);
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
    /// Changes that had no room.
    cut: usize,
}

impl Page {
    fn always(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn put(&mut self, text: &str) -> bool {
        let fits = self.text.len() + text.len() <= MOST;
        if fits {
            self.text.push_str(text);
        }
        fits
    }

    fn blocks(&mut self, blocks: &[Block<'_>], report: &Report<'_>) {
        for block in blocks {
            let mut heading = Some(format!("\n**{}**\n\n", harmless(&block.heading)));
            for line in &block.lines {
                let line = format!("- {}\n", harmless(&line.with_articles(report.strings)));
                let line = heading.take().unwrap_or_default() + &line;
                if self.cut > 0 || !self.put(&line) {
                    self.cut += 1;
                }
            }
        }
    }
}

/// Inline Markdown in which nothing becomes a mention, a reference or a link by itself.
fn harmless(markdown: &str) -> String {
    const NOTHING: &str = "<!-- -->";
    let mut safe = String::with_capacity(markdown.len());
    let mut rest = markdown.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let follows = |text: &str| markdown[at..].get(..text.len()).is_some_and(|next| next.eq_ignore_ascii_case(text));
        let next = rest.peek().map(|(_, next)| *next);
        match c {
            '\n' | '\r' => safe.push(' '),
            '@' => safe.extend(["@", NOTHING]),
            '#' | '!' | '$' | '%' | '&' if next.is_some_and(char::is_alphanumeric) => {
                safe.push(c);
                safe.push_str(NOTHING);
            }
            ':' if follows("://") => safe.extend([":", NOTHING]),
            '.' if markdown[..at].to_ascii_lowercase().ends_with("www") => safe.extend([NOTHING, "."]),
            '-' if markdown[..at].to_ascii_lowercase().ends_with("gh") => safe.extend([NOTHING, "-"]),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn nothing_becomes_a_mention_or_a_link() {
        assert_eq!(harmless("ask @team"), "ask @<!-- -->team");
        assert_eq!(harmless("see \\#12 and GH-12"), "see \\#<!-- -->12 and GH<!-- -->-12");
        assert_eq!(harmless("https://a.example"), "https:<!-- -->//a.example");
        assert_eq!(harmless("WWW.a.example\nx"), "WWW<!-- -->.a.example x");
    }
}
