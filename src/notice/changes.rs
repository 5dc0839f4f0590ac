//! Changes of the notice, and its versions.

use super::composer::{Composer, told};
use crate::document::{Block, Text};
use crate::markdown::{escape, site, web};
use crate::source::Origins;

pub(super) fn blocks(composer: &Composer<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(changes) = &composer.notice.changes {
        let say = |key: &str, text: &Option<crate::view::notice::Markdown>| {
            text.as_ref().map(|text| composer.say_one(key, "how", &text.0))
        };
        let whole = |text: &Option<crate::view::notice::Markdown>| text.as_ref().map(|text| text.0.clone());
        let may = changes.reserved.then(|| composer.plain("changes-reserved"));
        let published = if changes.reserved { "changes-published-then" } else { "changes-published" };
        let sentences = [
            may,
            say(published, &changes.published),
            say("changes-material", &changes.material),
            say("changes-effective", &changes.effective),
            say("changes-new-purposes", &changes.new_purposes),
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
            let date = |day: Option<chrono::NaiveDate>| day.map_or(String::new(), |day| composer.date(day));
            let name = match (version.version.as_deref(), version.url.as_deref()) {
                (Some(name), Some(url)) => site(name, url),
                (Some(name), None) => escape(name),
                (None, Some(url)) => web(url),
                (None, None) => String::new(),
            };
            let summary = version.summary.as_ref().map_or(String::new(), |text| text.0.clone());
            told([name, date(version.updated), date(version.effective), summary], &version.origins).collect()
        })
        .collect();
    if !rows.is_empty() {
        let from: Origins = composer.notice.versions.iter().map(|version| &version.origins).collect();
        blocks.push(Block::paragraph(Text::told(composer.plain("versions-lead"), &from)));
        let head =
            ["versions-head-version", "versions-head-updated", "versions-head-effective", "versions-head-summary"];
        blocks.push(Block::Table { head: head.map(|key| Text::from(composer.plain(key))).into(), rows });
    }
    blocks
}
