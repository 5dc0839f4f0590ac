//! The manual page of a lint, read from its doc comment.

use chrono::NaiveDate;

use super::Lint;

/// The headings of every page, in order. "Limits" is the only one that may be missing.
pub const HEADINGS: [&str; 5] = ["What it checks", "Why", "Example", "Mended", "Limits"];

/// A TOML file of an example: its path, the keys it leaves out, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// Path in the registry.
    pub path: String,
    /// Keys of the sample shop's file that are left out, with dots.
    pub without: Vec<String>,
    /// What stands in it.
    pub toml: String,
}

impl Lint {
    /// The whole page in Markdown, without the marks of the comment.
    pub fn page(&self) -> String {
        let lines: Vec<&str> = self.docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
        lines.join("\n").trim_end().to_owned()
    }

    /// One sentence on what is wrong.
    pub fn summary(&self) -> String {
        joined(self.page().split("\n\n").next().unwrap_or_default())
    }

    /// What stands under a heading.
    pub fn section(&self, heading: &str) -> Option<String> {
        let page = self.page();
        let marker = format!("\n# {heading}\n");
        let (_, rest) = page.split_once(&marker)?;
        // The path above a TOML file looks like a heading too.
        let next = HEADINGS.iter().filter_map(|heading| rest.find(&format!("\n# {heading}\n"))).min();
        let end = next.unwrap_or(rest.len());
        Some(rest[..end].trim().to_owned())
    }

    /// The legal reason, in one paragraph: what findings say beside the fault.
    pub fn reason(&self) -> String {
        joined(self.section("Why").unwrap_or_default().split("\n\n").next().unwrap_or_default())
    }

    /// The day on which "Example" or "Mended" is judged, where its text begins with "As of".
    pub fn day(&self, heading: &str) -> Option<NaiveDate> {
        let section = self.section(heading)?;
        section.strip_prefix("As of ")?.get(..10)?.parse().ok()
    }

    /// The files of "Example" or "Mended".
    pub fn snippets(&self, heading: &str) -> Vec<Snippet> {
        let section = self.section(heading).unwrap_or_default();
        let mut snippets: Vec<Snippet> = Vec::new();
        let mut inside = false;
        for line in section.lines() {
            if line.starts_with("```") {
                inside = line == "```toml";
            } else if inside && let Some((path, without)) = header(line) {
                snippets.push(Snippet { path, without, toml: String::new() });
            } else if inside && let Some(snippet) = snippets.last_mut() {
                snippet.toml.push_str(line);
                snippet.toml.push('\n');
            }
        }
        snippets
    }
}

/// `# retention.toml, without orders.period, orders.from`
fn header(line: &str) -> Option<(String, Vec<String>)> {
    let line = line.strip_prefix("# ")?;
    let (path, without) = line.split_once(", without ").unwrap_or((line, ""));
    let without = without.split(", ").filter(|key| !key.is_empty()).map(str::to_owned).collect();
    (path.ends_with(".toml") && !path.contains(' ')).then(|| (path.to_owned(), without))
}

fn joined(paragraph: &str) -> String {
    paragraph.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}
