//! The versions of a notice: what changed with each, and what stands above each on its page.

use chrono::NaiveDate;

use super::composer::Composer;
use crate::document::{Block, Document, Section, Text};
use crate::markdown::{self, escape};
use crate::strings::Strings;
use crate::view::notice::{Markdown, Notice};
use crate::view::versions::{self, State, Version};

/// What the part that compares any two versions is called in addresses.
const ANY_TWO: &str = "compare";

/// A page of a version, in the folder of them.
pub mod file {
    /// The page with all of them.
    pub const ALL: &str = "index.html";

    /// What the version says.
    pub fn text(version: &str) -> String {
        format!("{version}.html")
    }

    /// What changed from one version to a later one.
    pub fn compared(before: &str, after: &str) -> String {
        format!("{before}-to-{after}.html")
    }
}

/// The page about what changed: the versions, the latest first.
pub fn compose(notice: &Notice, versions: &[Version<'_>], as_of: NaiveDate, strings: &Strings) -> Document {
    let composer = Composer::new(notice, strings);
    let link = markdown::link(&notice.title, &format!("../../{}.html", notice.id));
    let mut taken = Vec::new();
    let sections = (0..versions.len()).filter_map(|at| section(&composer, versions, at, as_of, &mut taken));
    let sections = sections.chain(any_two(&composer, versions)).collect();
    Document {
        title: composer.say_one("versions-title", "title", &escape(&notice.title)).into(),
        lead: vec![Block::paragraph(composer.say_one("versions-page-lead", "notice", &link))],
        sections,
    }
}

fn section(
    composer: &Composer<'_>,
    versions: &[Version<'_>],
    at: usize,
    as_of: NaiveDate,
    taken: &mut Vec<String>,
) -> Option<Section> {
    let version = versions.get(at)?;
    let mark = match version.from {
        _ if version.is_in_force(as_of) => Some(composer.plain("version-mark-in-effect")),
        Some(from) if as_of < from => Some(composer.say_one("version-mark-from", "date", &composer.date(from))),
        _ => None,
    };
    let mut blocks: Vec<Block> = Vec::new();
    let dates = [updated(composer, version), effect(composer, version)];
    let dates: Vec<String> = dates.into_iter().flatten().collect();
    if !dates.is_empty() {
        blocks.push(Block::paragraph(dates.join(" ")));
    }
    blocks.extend(version.summary.map(|summary| Block::Prose { text: summary.clone().into() }));
    blocks.push(match links(composer, versions, at) {
        links if links.is_empty() => Block::paragraph(composer.plain("version-not-here")),
        links => Block::list(links),
    });
    let day = version.day.or(version.from).map_or_else(|| at.to_string(), |day| day.to_string());
    let mut anchor = format!("version-{day}");
    while taken.contains(&anchor) {
        anchor.push_str("-b");
    }
    taken.push(anchor.clone());
    Some(Section { anchor, heading: heading(composer, version).into(), mark, apart: false, blocks })
}

fn links(composer: &Composer<'_>, versions: &[Version<'_>], at: usize) -> Vec<String> {
    let Some(version) = versions.get(at) else { return Vec::new() };
    let link = |key: &str, target: &str| markdown::link(&composer.plain(key), target);
    let Some(name) = version.file() else {
        let elsewhere = version.url.and_then(markdown::address);
        return elsewhere.map(|url| link("version-elsewhere", &url)).into_iter().collect();
    };
    let mut links = vec![link("version-read", &file::text(&name))];
    if let Some(before) = versions::compared(versions, at).find_map(Version::file) {
        links.push(link("version-changes", &file::compared(&before, &name)));
    }
    links.extend(since(versions, at).map(|target| link("version-since", &target)));
    links
}

/// The page that compares an earlier version with the latest, unless that comes next: then the latest leads
/// to it as what changed with it.
fn since(versions: &[Version<'_>], at: usize) -> Option<String> {
    let name = versions.get(at).filter(|version| version.state == State::Earlier)?.file()?;
    let latest = versions.iter().position(|version| version.state == State::Latest)?;
    let earlier = versions::compared(versions, latest).skip(1).find_map(|one| one.file().filter(|one| *one == name))?;
    Some(file::compared(&earlier, &versions.get(latest)?.file()?))
}

/// Where any two versions are compared; nothing where the links of each version lead to all there is.
fn any_two(composer: &Composer<'_>, versions: &[Version<'_>]) -> Option<Section> {
    let mut items = Vec::new();
    for (at, version) in versions.iter().enumerate() {
        let Some(name) = version.file() else { continue };
        let links = versions::compared(versions, at).filter_map(|before| {
            let target = file::compared(&before.file()?, &name);
            Some(Markdown(markdown::link(&named(composer, before), &target)))
        });
        let links: Vec<Markdown> = links.collect();
        if !links.is_empty() {
            let others = composer.and(&links);
            let after = named(composer, version);
            items.push(composer.say("version-with", &[("version", (&after).into()), ("others", (&others).into())]));
        }
    }
    // Of two versions there is one comparison, and of each alone none.
    (items.len() > 1).then(|| Section {
        anchor: ANY_TWO.into(),
        heading: composer.plain("version-any-two").into(),
        mark: None,
        apart: false,
        blocks: vec![Block::list(items)],
    })
}

/// What stands on the page of a notice that is published and not yet in force: which version is. The page is
/// that of the day on which it was built.
pub fn until_then(notice: &Notice, versions: &[Version<'_>], as_of: NaiveDate, strings: &Strings) -> Option<Block> {
    let composer = Composer::new(notice, strings);
    let latest = versions.iter().find(|version| version.state == State::Latest)?;
    let before = versions::in_force_before(versions, as_of)?;
    let from = composer.date(latest.from?);
    let folder = format!("{}/versions/", notice.id);
    let (name, said) = (before.file(), named(&composer, before));
    let read = name
        .as_ref()
        .map_or_else(|| said.clone(), |name| markdown::link(&said, &format!("{folder}{}", file::text(name))));
    // Others may follow before the latest.
    let until = composer.date(before.until.or_else(|| latest.from?.pred_opt())?);
    let gaps = [("date", (&from).into()), ("until", (&until).into()), ("version", (&read).into())];
    let mut told = composer.say("version-until-then", &gaps);
    if let (Some(before), Some(after)) = (name, latest.file()) {
        let target = format!("{folder}{}", file::compared(&before, &after));
        told = format!("{told} {}", markdown::link(&composer.plain("version-what-changes"), &target));
    }
    Some(Block::paragraph(told))
}

/// What stands above the text of a version: which one it is, and where the others are.
pub fn lead(notice: &Notice, versions: &[Version<'_>], at: usize, strings: &Strings) -> Vec<Block> {
    let composer = Composer::new(notice, strings);
    let Some(version) = versions.get(at) else { return Vec::new() };
    let link = markdown::link(&notice.title, &format!("../../{}.html", notice.id));
    let all = markdown::link(&composer.plain("version-all"), file::ALL);
    let which = match version.state {
        State::Earlier => composer.say_one("version-is-earlier", "notice", &link),
        State::Latest => composer.say_one("version-is-latest", "notice", &link),
        State::Planned => composer.say_one("version-is-planned", "notice", &link),
    };
    let effect = effect(&composer, version).unwrap_or_default();
    let mut others = links(&composer, versions, at);
    others.first_mut().map(|first| std::mem::replace(first, all));
    vec![Block::paragraph(Text::joined([which.into(), effect.into()])), Block::list(others)]
}

/// The title of the page that compares two versions.
pub fn redline_title(notice: &Notice, (before, after): (&Version<'_>, &Version<'_>), strings: &Strings) -> String {
    let composer = Composer::new(notice, strings);
    let (before, after) = (named(&composer, before), named(&composer, after));
    let title = escape(&notice.title);
    composer
        .say("redline-title", &[("title", (&title).into()), ("before", (&before).into()), ("after", (&after).into())])
}

/// How to read the page that compares two versions, and where both are.
pub fn redline_lead(
    notice: &Notice,
    (before, after): (&Version<'_>, &Version<'_>),
    differs: bool,
    strings: &Strings,
) -> Vec<Block> {
    let composer = Composer::new(notice, strings);
    let how = composer.plain(if differs { "redline-lead" } else { "redline-none" });
    let version = |key: &str, version: &Version<'_>| {
        version.file().map(|name| markdown::link(&composer.plain(key), &file::text(&name)))
    };
    let all = markdown::link(&composer.plain("version-all"), file::ALL);
    let links = [version("redline-earlier", before), version("redline-later", after), Some(all)];
    vec![Block::paragraph(how), Block::list(links.into_iter().flatten())]
}

/// What a version is called in the title of an entry of the feed.
pub fn feed_title(notice: &Notice, version: &Version<'_>, strings: &Strings) -> String {
    let composer = Composer::new(notice, strings);
    let version = named(&composer, version);
    composer.say("feed-version", &[("title", (&escape(&notice.title)).into()), ("version", (&version).into())])
}

fn named(composer: &Composer<'_>, version: &Version<'_>) -> String {
    match (version.name, version.day.or(version.from)) {
        (Some(name), _) => composer.say_one("version-called", "version", &escape(name)),
        (None, Some(day)) => composer.say_one("version-called-day", "date", &composer.date(day)),
        (None, None) => composer.plain("version-called-nothing"),
    }
}

/// When a version is in force, as a sentence; nothing if that is not known.
pub fn in_effect(notice: &Notice, version: &Version<'_>, strings: &Strings) -> Option<String> {
    effect(&Composer::new(notice, strings), version)
}

fn heading(composer: &Composer<'_>, version: &Version<'_>) -> String {
    match (version.name, version.day.or(version.from)) {
        (Some(name), _) => composer.say_one("version-heading", "version", &escape(name)),
        (None, Some(day)) => composer.say_one("version-heading-day", "date", &composer.date(day)),
        (None, None) => composer.plain("version-heading-nothing"),
    }
}

fn updated(composer: &Composer<'_>, version: &Version<'_>) -> Option<String> {
    version.day.map(|day| composer.say_one("lead-updated", "date", &composer.date(day)))
}

fn effect(composer: &Composer<'_>, version: &Version<'_>) -> Option<String> {
    let (from, until) = (version.from.map(|day| composer.date(day)), version.until.map(|day| composer.date(day)));
    match (from, until) {
        (Some(from), Some(until)) => {
            Some(composer.say("version-in-effect", &[("from", (&from).into()), ("until", (&until).into())]))
        }
        (Some(from), None) => Some(composer.say_one("lead-effective", "date", &from)),
        (None, Some(until)) => Some(composer.say_one("version-in-effect-until", "date", &until)),
        (None, None) => None,
    }
}
