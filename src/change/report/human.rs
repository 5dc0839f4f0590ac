//! For people at a terminal.

use super::Report;
use crate::markdown::words;

/// The report as plain text.
pub fn render(report: &Report<'_>) -> String {
    let strings = report.strings;
    let mut text: String = report.lead.iter().map(|line| words(line) + "\n").collect();
    for (heading, blocks) in report.parts() {
        let heading = strings.plain(heading);
        text.push_str(&format!("\n{heading}\n{}\n", "=".repeat(heading.chars().count())));
        for block in blocks {
            text.push_str(&format!("\n{}\n", words(&block.heading)));
            for (people, lines) in block.by_people(strings) {
                text.extend(people.map(|people| format!("  {}\n", words(&people))));
                for line in lines {
                    text.push_str(&format!("  - {}\n", words(&line.with_articles(strings))));
                }
            }
        }
    }
    if !report.asks.is_empty() {
        let heading = strings.plain("change-duties");
        text.push_str(&format!("\n{heading}\n{}\n\n", "=".repeat(heading.chars().count())));
        text.extend(report.asks.iter().map(|ask| format!("  - {}\n", words(ask))));
        text.extend(report.foot.iter().map(|foot| format!("\n{}\n", words(foot))));
    }
    text.push_str(&format!("\n{}\n", words(&report.count())));
    text
}
