//! The feed of the versions of a notice, RFC 4287: who reads feeds learns of a new or planned version.
//!
//! Days come from the records, never from the clock. Ids are made of the address of the notice and the day of
//! the version, so that they stay as long as those do.

use chrono::NaiveDate;

use crate::markdown::words;
use crate::notice::{feed_title, file, in_effect};
use crate::page::{led, published_at};
use crate::strings::Strings;
use crate::sub_processors::{Feed, FeedEntry, time};
use crate::view::notice::Notice;
use crate::view::versions::Version;

/// Whether a notice has a feed: it has versions, and what RFC 4287 asks for, an address of the web and a day.
pub fn is_due(notice: &Notice) -> bool {
    !notice.versions.is_empty() && address(notice).is_some() && latest(notice).is_some()
}

/// The feed of the versions; nothing if none is due.
pub fn feed<'a>(notice: &'a Notice, versions: &[Version<'_>], strings: &Strings) -> Option<Feed<'a>> {
    let page = address(notice).filter(|_| is_due(notice))?;
    let latest = latest(notice)?;
    let mut entries: Vec<FeedEntry> = Vec::new();
    for version in versions {
        let Some(day) = version.day.or(version.from) else { continue };
        let id = format!("{page}#version-{day}");
        if entries.iter().any(|entry| entry.id == id) {
            continue;
        }
        let link = match version.file() {
            Some(name) => led(&page, &format!("{}/versions/{}", notice.id, file::text(&name))),
            None => None,
        };
        let told = [in_effect(notice, version, strings), version.summary.map(|summary| words(&summary.0))];
        entries.push(FeedEntry {
            id,
            title: words(&feed_title(notice, version, strings)),
            // What is planned and not yet written was told with the notice as it is.
            updated: time(version.day.unwrap_or(latest)),
            content: told.into_iter().flatten().collect::<Vec<_>>().join(" "),
            link: link.unwrap_or_else(|| page.clone()),
        });
    }
    Some(Feed {
        language: &notice.language,
        file: notice.id.clone(),
        address: led(&page, &format!("{}.atom.xml", notice.id)).unwrap_or_default(),
        title: notice.title.clone(),
        updated: time(latest),
        author: notice.controller.as_ref().map_or_else(|| notice.title.clone(), |one| one.name.clone()),
        entries,
        id: page,
    })
}

/// The address of the notice without what leads to a place in it.
fn address(notice: &Notice) -> Option<String> {
    let url = published_at(notice).filter(|url| url.starts_with("http"))?;
    url.split(['#', '"', '<', '>', ' ']).next().map(str::to_owned)
}

/// The latest day on which something was written.
fn latest(notice: &Notice) -> Option<NaiveDate> {
    notice.versions.iter().filter_map(|version| version.updated).chain(notice.updated).max()
}
