//! The feed of changes: what a reader of feeds needs, RFC 4287.
//!
//! Times come from the records, never from the clock: the same list gives the same feed. Ids are made
//! of the address of the page, the name and the day, so that they stay as long as those do.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::Serialize;

use super::{CHANGES, called, safeguards, told};
use crate::decode::{is_safe_link, slug};
use crate::markdown::{address, words};
use crate::page::led;
use crate::strings::Strings;
use crate::view::sub_processors::{Change, SubProcessors};

/// A feed; `feed.xml` writes it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Feed<'a> {
    /// Language of the feed.
    pub language: &'a str,
    /// What the files of the list or the notice are called.
    pub file: String,
    /// The address of the feed itself, which stands beside the page.
    pub address: String,
    /// The address of the page, which is the id of the feed too.
    pub id: String,
    /// The title of the list or the notice.
    pub title: String,
    /// Day and time of the latest change.
    pub updated: String,
    /// The company that engages the sub-processors or speaks in the notice, or the title.
    pub author: String,
    /// The changes or the versions, the latest first.
    pub entries: Vec<FeedEntry>,
}

/// A change, or a version of a notice.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FeedEntry {
    /// Its id: the address of the page, the name, what happens and the day; or the day of the version.
    pub id: String,
    /// What happens.
    pub title: String,
    /// Day and time.
    pub updated: String,
    /// What happens, with the safeguards of a transfer.
    pub content: String,
    /// The place on the page, or the page of the version.
    pub link: String,
}

/// The feed of a list; nothing where its page has no address of the web or no change has a day, since
/// RFC 4287 asks for both.
pub fn feed<'a>(list: &'a SubProcessors, strings: &Strings) -> Option<Feed<'a>> {
    let page = list.url.as_deref().and_then(address).filter(|url| is_safe_link(url) && url.starts_with("http"))?;
    let page = page.split(['#', '"', '<', '>', ' ']).next().unwrap_or_default().to_owned();
    let changes = list.changes();
    let latest = changes.iter().filter_map(Change::told).chain(list.updated).max()?;
    let mut entries: Vec<FeedEntry> = Vec::new();
    for change in &changes {
        let Some(day) = change.told() else { continue };
        let id = identity(&page, change, &entries, strings);
        let told = words(&told(change, strings));
        let safeguards = words(&safeguards(change.engagement, strings));
        entries.push(FeedEntry {
            id,
            content: if change.ends || safeguards.is_empty() { told.clone() } else { format!("{told} {safeguards}") },
            title: told,
            updated: time(day),
            link: format!("{page}#{CHANGES}"),
        });
    }
    Some(Feed {
        language: &list.language,
        file: list.file(),
        address: led(&page, &format!("{}.atom.xml", list.file())).unwrap_or_default(),
        title: list.title.clone(),
        updated: time(latest),
        author: list.processor.clone().unwrap_or_else(|| list.title.clone()),
        entries,
        id: page,
    })
}

/// Name, what happens and the day; a number where all of these are equal.
fn identity(page: &str, change: &Change<'_>, before: &[FeedEntry], strings: &Strings) -> String {
    let name = slug(&words(&called(&change.engagement.processor, strings, false)));
    let what = if change.ends { "ends" } else { "begins" };
    let day = change.from.or(change.announced).map(|day| day.to_string()).unwrap_or_default();
    let id = format!("{page}#{name}-{what}-{day}");
    let same = |one: &&FeedEntry| one.id == id || one.id.strip_prefix(&id).is_some_and(|rest| rest.starts_with('-'));
    match before.iter().filter(same).count() {
        0 => id,
        number => format!("{id}-{}", number + 1),
    }
}

/// The beginning of a day, as RFC 3339 writes it.
pub fn time(day: NaiveDate) -> String {
    format!("{day}T00:00:00Z")
}
