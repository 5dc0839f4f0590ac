//! The history of the registry: the commits that changed what it says, in the words of the field.

use super::chronicle::{Chronicle, Entry, Remark, Told, What};
use super::composer::Composer;
use super::history_pictures;
use super::paging;
use super::repository;
use crate::decode::is_safe_link;
use crate::document::{Block, Document, ListItem, Order, Section};
use crate::markdown;
use crate::record::Kind;
use crate::registry::Node;

/// Commits on a page.
pub(super) const COMMITS: usize = 100;
/// Commits on the page of an activity; the page of the history has the others.
const OF_ACTIVITY: usize = 20;
/// Groups of activities of a commit that are told before the rest are counted, and changes of each.
const SHOWN: usize = 50;

/// A page of the history; the numbers of months stand on the first.
pub(super) fn document(composer: &Composer<'_>, page: usize) -> Document {
    let title = composer.plain("history-title").into();
    let Some(chronicle) = composer.desk.chronicle else {
        return Document { title, lead: Vec::new(), sections: Vec::new() };
    };
    let all = chronicle.entries();
    let mut lead = vec![composer.paragraph("history-lead")];
    let gaps = [("read", chronicle.read.into()), ("n", all.len().into())];
    let is_known = chronicle.read > 0 || chronicle.remarks.is_empty();
    lead.extend(is_known.then(|| Block::paragraph(composer.say("history-count", &gaps))));
    lead.extend(chronicle.remarks.iter().map(|one| Block::paragraph(remark(composer, one))));
    let mut sections = Vec::new();
    if page == 1 {
        sections.extend(history_pictures::section(composer, &chronicle.months));
    }
    if !all.is_empty() {
        let shown = paging::slice(all, page, COMMITS);
        let mut blocks: Vec<Block> = shown.iter().flat_map(|entry| told(composer, chronicle, entry)).collect();
        let address = |number| paging::file("history", number);
        blocks.extend(paging::links(composer, page, all.len(), COMMITS, address));
        sections.push(composer.section("commits", "history-commits", None, blocks));
    }
    Document { title, lead, sections }
}

fn remark(composer: &Composer<'_>, remark: &Remark) -> String {
    match remark {
        Remark::NoGit => composer.plain("history-no-git"),
        Remark::NoRepository => composer.plain("history-no-repository"),
        Remark::NoCommit => composer.plain("history-no-commit"),
        Remark::Unreadable(why) => composer.say_one("history-not-read", "why", &markdown::escape(why)),
        Remark::Shallow => composer.plain("history-shallow"),
        Remark::More => composer.plain("history-more"),
    }
}

/// A commit with everything that it changed.
fn told(composer: &Composer<'_>, chronicle: &Chronicle, entry: &Entry) -> Vec<Block> {
    let (date, subject) = (day(composer, entry), markdown::escape(&entry.logged.subject));
    let gaps = [("date", (&date).into()), ("subject", (&subject).into())];
    let heading = composer.say("history-commit-heading", &gaps);
    let mut blocks = vec![
        composer.heading(&anchor(entry), heading),
        Block::paragraph(composer.say_one("history-commit", "commit", &named(composer, chronicle, entry))),
    ];
    for path in &entry.unread {
        blocks.push(Block::paragraph(composer.say_one("history-unread", "path", &markdown::escape(path))));
    }
    match &entry.what {
        What::Began(activities) => {
            blocks.push(Block::paragraph(composer.say("history-began", &[("n", (*activities).into())])));
        }
        What::Unreadable(why) => {
            blocks.push(Block::paragraph(composer.say_one("history-unreadable", "why", &markdown::escape(why))));
        }
        What::Changed(told) if told.is_empty() => {}
        What::Changed(told) => blocks.push(groups(composer, told)),
    }
    blocks
}

/// What a commit changed, by activity.
fn groups(composer: &Composer<'_>, told: &[Told]) -> Block {
    let group = |one: &Told| ListItem { text: heading(composer, one).into(), items: lines(composer, &one.lines) };
    let mut items: Vec<ListItem> = told.iter().take(SHOWN).map(group).collect();
    items.extend(rest(composer, told.len()));
    Block::List { order: Order::None, items }
}

/// A single activity that is still there leads to its page.
fn heading(composer: &Composer<'_>, told: &Told) -> String {
    let mut ids = told.activities.iter();
    let only = ids.next().filter(|_| ids.next().is_none());
    let only = only.and_then(|id| composer.desk.registry.activities.find(id));
    only.map_or_else(|| told.heading.clone(), |id| composer.link(id))
}

fn lines(composer: &Composer<'_>, lines: &[String]) -> Vec<ListItem> {
    let shown = lines.iter().take(SHOWN).map(|line| ListItem::new(line.clone()));
    shown.chain(rest(composer, lines.len())).collect()
}

fn rest(composer: &Composer<'_>, all: usize) -> Option<ListItem> {
    let rest = all.saturating_sub(SHOWN);
    (rest > 0).then(|| ListItem::new(composer.say("register-more", &[("n", rest.into())])))
}

/// What the history says of an activity, on its page; nothing of other records, where it was not asked for,
/// and on the single page, which shows the register of one day.
pub(super) fn section(composer: &Composer<'_>, node: Node) -> Option<Section> {
    let chronicle = composer.desk.chronicle.filter(|_| node.kind == Kind::Activity && !composer.is_single())?;
    let all = chronicle.of_activity(composer.desk.registry.identity(node).0);
    let page = |number| composer.address(&paging::file("history", number));
    let mut blocks = Vec::new();
    if all.is_empty() {
        let link = markdown::link(&composer.plain("history-title"), &page(1));
        blocks.push(Block::paragraph(composer.say_one("history-none", "list", &link)));
    } else {
        let item = |(at, entry, told): &(usize, &Entry, Vec<&Told>)| {
            let page = format!("{}#{}", page(at / COMMITS + 1), anchor(entry));
            let date = markdown::link(&markdown::words(&day(composer, entry)), &page);
            let subject = markdown::escape(&entry.logged.subject);
            let commit = named(composer, chronicle, entry);
            let gaps = [("date", (&date).into()), ("subject", (&subject).into()), ("commit", (&commit).into())];
            let said: Vec<String> = told.iter().flat_map(|told| told.lines.iter().cloned()).collect();
            ListItem { text: composer.say("history-item", &gaps).into(), items: lines(composer, &said) }
        };
        let items = all.iter().take(OF_ACTIVITY).map(item).collect();
        blocks.push(Block::List { order: Order::None, items });
    }
    if let Some((at, ..)) = all.get(OF_ACTIVITY) {
        let link = markdown::link(&composer.plain("history-title"), &page(at / COMMITS + 1));
        let gaps = [("n", (all.len() - OF_ACTIVITY).into()), ("list", (&link).into())];
        blocks.push(Block::paragraph(composer.say("register-more-in", &gaps)));
    }
    Some(composer.section("history", "history-title", None, blocks))
}

fn day(composer: &Composer<'_>, entry: &Entry) -> String {
    let day = entry.logged.commit.day();
    day.map_or_else(|| markdown::escape(&entry.logged.commit.date), |day| composer.desk.strings.date(day))
}

fn anchor(entry: &Entry) -> String {
    format!("commit-{}", entry.logged.commit.short())
}

/// The short id, a link where the files can be seen, and who wrote it if that was asked for.
fn named(composer: &Composer<'_>, chronicle: &Chronicle, entry: &Entry) -> String {
    let Entry { logged, .. } = entry;
    let url = composer.desk.registry.settings.repository_url.text().and_then(markdown::address);
    let url = url.filter(|url| is_safe_link(url)).and_then(|url| repository::commit(&url, &logged.commit.id));
    let short = logged.commit.short();
    let id = url.map_or_else(|| markdown::escape(short), |url| markdown::link(short, &url));
    if !chronicle.names_authors {
        return id;
    }
    let author = markdown::escape(&logged.author);
    composer.say("history-author", &[("commit", (&id).into()), ("author", (&author).into())])
}
