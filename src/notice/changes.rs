//! Changes of the notice, and its versions.

use super::composer::{Composer, told};
use crate::document::{Block, Text};
use crate::markdown::escape;
use crate::source::Origins;

pub(super) fn blocks(composer: &Composer<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(changes) = &composer.notice.changes {
        let say = |key: &str, text: &Option<crate::view::notice::Markdown>| {
            text.as_ref().map(|text| composer.say_one(key, "how", &text.0))
        };
        let whole = |text: &Option<crate::view::notice::Markdown>| text.as_ref().map(|text| text.0.clone());
        let sentences = [
            say("changes-published", &changes.published),
            say("changes-material", &changes.material),
            say("changes-effective", &changes.effective),
            whole(&changes.advice),
            whole(&changes.continued_use),
        ];
        blocks.extend(composer.sentences(told(sentences.into_iter().flatten(), &changes.origins)));
    }
    let rows: Vec<Vec<Text>> = composer
        .notice
        .versions
        .iter()
        .map(|version| {
            let date = |day: Option<chrono::NaiveDate>| day.map_or(String::new(), |day| composer.strings.date(day));
            let name = version.version.as_deref().map_or(String::new(), escape);
            let summary = version.summary.as_ref().map_or(String::new(), |text| text.0.clone());
            told([name, date(version.updated), date(version.effective), summary], &version.origins).collect()
        })
        .collect();
    if !rows.is_empty() {
        let from: Origins = composer.notice.versions.iter().map(|version| &version.origins).collect();
        blocks.push(Block::paragraph(Text::told(composer.strings.plain("versions-lead"), &from)));
        let head =
            ["versions-head-version", "versions-head-updated", "versions-head-effective", "versions-head-summary"];
        blocks.push(Block::Table { head: head.map(|key| Text::from(composer.strings.plain(key))).into(), rows });
    }
    blocks
}
