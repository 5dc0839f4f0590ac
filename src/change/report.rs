//! Changes as they are told: by activity, by groups of people, and what only the register says apart.

pub mod html;
pub mod human;
pub mod json;
pub mod markdown;
mod once;
pub mod time;

use std::collections::{BTreeMap, BTreeSet};

use super::duty::{self, Duties, Waived};
use super::words::Teller;
use super::{Change, Difference, Unread};
use crate::decode::word;
use crate::law::{Ask, Source};
use crate::markdown as words;
use crate::record::Kind;
use crate::schema::Visibility;
use crate::strings::Strings;

/// Places that could not be read and stand above, before the rest is counted.
const UNREAD: usize = 20;

/// Titles of activities that a heading names before it counts the rest.
const NAMED: usize = 4;

/// What changed between two states, in sentences.
#[derive(Debug)]
pub struct Report<'a> {
    /// What stands above: which states were compared, what could not be read. Inline Markdown.
    pub lead: Vec<String>,
    /// What notices tell, or could tell.
    pub public: Vec<Block<'a>>,
    /// What only the register says.
    pub internal: Vec<Block<'a>>,
    /// What the changes ask for, each with its sources and for which activities. Inline Markdown.
    pub asks: Vec<String>,
    /// Which of the sources were not read for this, said once. Inline Markdown.
    pub foot: Option<String>,
    /// Whether there was nothing that could not be read.
    is_all_read: bool,
    strings: &'a Strings,
}

/// The changes that touch the same activities, or of one record that no activity uses.
#[derive(Debug)]
pub struct Block<'a> {
    /// The activities, or the record. Inline Markdown.
    pub heading: String,
    /// The changes, those for the same groups of people beside each other.
    pub lines: Vec<Line<'a>>,
}

/// One change.
#[derive(Debug)]
pub struct Line<'a> {
    /// The sentence, with the people whom it concerns. Inline Markdown.
    pub said: String,
    /// The sentence as it stands under the people whom it concerns. Inline Markdown.
    pub short: String,
    /// The people, where notices tell of it. Inline Markdown.
    pub groups: String,
    /// Whether the people concerned have to hear of it before it takes effect.
    pub is_material: bool,
    /// Whether only a person can see if people have to hear of it.
    pub is_unclear: bool,
    /// Who says that they need not, and why.
    pub waived: Option<Waived>,
    /// The change.
    pub change: &'a Change,
}

/// What a block is about; blocks of activities come first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum About<'a> {
    Activities(Vec<&'a str>),
    Record(Option<Kind>, &'a str),
}

impl<'a> Report<'a> {
    /// Puts changes into words. `states` name what was compared: before and after.
    pub fn new(difference: &'a Difference, teller: &Teller<'a>, states: (&str, &str), lead: Vec<String>) -> Report<'a> {
        let strings = teller.strings;
        let mut above = vec![strings.say("change-between", &[("before", states.0.into()), ("after", states.1.into())])];
        above.extend(lead);
        above.extend(difference.unread.iter().take(UNREAD).map(|one| unread(one, strings)));
        if difference.unread.len() > UNREAD {
            let rest = difference.unread.len() - UNREAD;
            above.push(strings.say("change-unread-more", &[("n", rest.into())]));
        }
        let duties = Duties::of(difference, teller);
        let once = once::Once::of(&difference.changes);
        let blocks = |audience: Visibility| {
            let mut found: BTreeMap<About<'a>, Vec<Line<'a>>> = BTreeMap::new();
            let told = difference.changes.iter().zip(&duties.rules);
            for (change, rules) in told.filter(|(change, _)| change.audience == audience && !once.has_told(change)) {
                let is_material = duty::is_material(change, rules);
                let is_unclear = duties.is_unclear(change, rules);
                let line = Line {
                    said: teller.say_to_whom(change),
                    short: teller.say(change),
                    groups: match audience {
                        Visibility::Public => teller.groups(change),
                        Visibility::Internal => String::new(),
                    },
                    is_material,
                    is_unclear,
                    waived: duties.waiver(change, rules).cloned(),
                    change,
                };
                found.entry(about(change)).or_default().push(line);
            }
            let block = |lines: Vec<Line<'a>>| {
                let mut lines = lines;
                lines.sort_by(|one, other| groups(one.change).cmp(&groups(other.change)));
                Block { heading: heading(lines.first(), teller), lines }
            };
            found.into_values().map(block).collect::<Vec<Block<'a>>>()
        };
        let (public, internal) = (blocks(Visibility::Public), blocks(Visibility::Internal));
        let asks = duties.asks.iter().map(|(ask, who)| self::ask(*ask, who, strings)).collect();
        let foot = foot(duties.asks.keys().filter_map(|ask| ask.source()), strings);
        Report { lead: above, public, internal, asks, foot, is_all_read: difference.unread.is_empty(), strings }
    }

    /// How many changes there are, and how many of them only the register says.
    pub fn count(&self) -> String {
        let lines = |blocks: &[Block<'_>]| blocks.iter().map(|block| block.lines.len()).sum::<usize>();
        let (public, internal) = (lines(&self.public), lines(&self.internal));
        if public + internal == 0 {
            let key = if self.is_all_read { "change-none" } else { "change-none-else" };
            return self.strings.plain(key);
        }
        self.strings.say("change-count", &[("n", (public + internal).into()), ("internal", internal.into())])
    }

    /// The two parts with their headings, without those that are empty.
    fn parts(&self) -> Vec<(&'static str, &[Block<'a>])> {
        let parts = [("change-public", self.public.as_slice()), ("change-internal", self.internal.as_slice())];
        parts.into_iter().filter(|(_, blocks)| !blocks.is_empty()).collect()
    }
}

impl<'a> Block<'a> {
    /// The changes by the people whom they concern, each part with its heading.
    fn by_people(&self, strings: &Strings) -> Vec<(Option<String>, &[Line<'a>])> {
        let parts = self.lines.chunk_by(|one, other| one.groups == other.groups);
        let heading = |groups: &str| strings.say("change-concerning", &[("groups", groups.into())]);
        let named =
            |lines: &[Line<'_>]| lines.first().filter(|line| !line.groups.is_empty()).map(|line| heading(&line.groups));
        parts.map(|lines| (named(lines), lines)).collect()
    }
}

impl Line<'_> {
    /// The sentence with the articles that ask for what changed.
    fn with_articles(&self, strings: &Strings) -> String {
        let mut said = self.short.clone();
        if !self.change.articles.is_empty() {
            let articles = articles(&self.change.articles.iter().collect::<Vec<_>>(), strings);
            said = strings.say("change-asks", &[("said", (&said).into()), ("articles", (&articles).into())]);
        }
        if let Some(Waived { owner, reason }) = &self.waived {
            let (owner, reason) = (words::escape(owner), words::escape(&words::one_line(reason)));
            let gaps = [("said", (&said).into()), ("owner", (&owner).into()), ("reason", (&reason).into())];
            return strings.say("change-waived", &gaps);
        }
        let key = match (self.is_material, self.is_unclear) {
            (true, _) => "change-material",
            (false, true) => "change-unclear",
            (false, false) => return said,
        };
        strings.say(key, &[("said", (&said).into())])
    }
}

/// "Articles 13(3), 14(4)".
fn articles(articles: &[&String], strings: &Strings) -> String {
    let named = articles.iter().map(|one| one.as_str()).collect::<Vec<_>>().join(&strings.plain("change-comma"));
    strings.say("change-articles", &[("n", articles.len().into()), ("articles", (&named).into())])
}

/// What is asked for, where it stands, and for which activities or notices.
fn ask(ask: Ask, who: &BTreeSet<String>, strings: &Strings) -> String {
    let (said, sources, who) = (asked(ask, strings), sources(ask, strings), few(who, strings));
    let gaps = [("ask", (&said).into()), ("sources", (&sources).into()), ("who", (&who).into())];
    strings.say("change-duty", &gaps)
}

/// The first names, and how many more there are.
fn few(who: &BTreeSet<String>, strings: &Strings) -> String {
    let mut names: Vec<String> = who.iter().take(NAMED).map(|name| words::escape(&words::words(name))).collect();
    if who.len() > names.len() {
        names.push(strings.say("change-more", &[("n", (who.len() - names.len()).into())]));
    }
    strings.and(&names)
}

/// What is asked for, as a sentence without its full stop.
fn asked(ask: Ask, strings: &Strings) -> String {
    strings.plain(&format!("change-ask-{}", word(&ask)))
}

/// Articles first, then guidelines and judgments.
fn sources(ask: Ask, strings: &Strings) -> String {
    let Some(source) = ask.source() else { return String::new() };
    let (of_law, others): (Vec<&String>, Vec<&String>) = source.sources.iter().partition(|one| is_article(one));
    let mut parts = Vec::new();
    if !of_law.is_empty() {
        parts.push(articles(&of_law, strings));
    }
    parts.extend(others.into_iter().cloned());
    parts.join(&strings.plain("change-separator"))
}

/// What could not be read, and why.
fn unread(one: &Unread, strings: &Strings) -> String {
    let key = match (one.is_whole, one.before) {
        (true, true) => "change-unread-before",
        (true, false) => "change-unread-after",
        (false, true) => "change-mistake-before",
        (false, false) => "change-mistake-after",
    };
    let (path, line, why) = (words::escape(&one.path), one.line.to_string(), words::escape(&one.why));
    let gaps = [("path", (&path).into()), ("line", (&line).into()), ("why", (&why).into())];
    strings.say(key, &gaps)
}

fn is_article(source: &str) -> bool {
    source.starts_with(|c: char| c.is_ascii_digit())
}

/// Guidelines and judgments that were not read, each once.
fn foot<'s>(sources: impl Iterator<Item = &'s Source>, strings: &Strings) -> Option<String> {
    let unread = sources.filter(|source| !source.verified).flat_map(|source| &source.sources);
    let unread: BTreeSet<&str> = unread.map(String::as_str).filter(|one| !is_article(one)).collect();
    let named = unread.into_iter().collect::<Vec<_>>().join(&strings.plain("change-separator"));
    (!named.is_empty()).then(|| strings.say("change-duty-unverified", &[("sources", (&named).into())]))
}

fn about(change: &Change) -> About<'_> {
    if change.touches.is_empty() {
        return About::Record(change.subject.kind, &change.subject.id);
    }
    About::Activities(change.touches.iter().map(|touch| touch.activity.as_str()).collect())
}

fn groups(change: &Change) -> Vec<&str> {
    change.touches.iter().flat_map(|touch| &touch.groups).map(|(id, _)| id.as_str()).collect()
}

fn heading(line: Option<&Line<'_>>, teller: &Teller<'_>) -> String {
    let Some(Line { change, .. }) = line else { return String::new() };
    let strings = teller.strings;
    let titles: Vec<String> = change.touches.iter().map(|touch| words::escape(&touch.title)).collect();
    match (titles.as_slice(), change.subject.kind) {
        ([], None) => strings.plain("register-settings"),
        ([], Some(kind)) => {
            let kind = strings.plain(&format!("change-kind-{}", kind.folder()));
            let name = words::escape(&words::words(&change.subject.name));
            strings.say("change-where-record", &[("name", (&name).into()), ("kind", (&kind).into())])
        }
        (few, _) if few.len() <= NAMED + 1 => strings.and(few),
        (many, _) => {
            let named = many.get(..NAMED).unwrap_or(many).join(&strings.plain("change-comma"));
            strings.say("change-where-many", &[("names", (&named).into()), ("n", (many.len() - NAMED).into())])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::foot;
    use crate::law::Source;
    use crate::theme::Theme;

    #[test]
    fn sources_that_were_not_read_are_named_once() {
        let theme = Theme::embedded("en").unwrap();
        let source = |name: &str, verified| Source { sources: vec!["12(1)".into(), name.into()], verified };
        let all = [source("A, paragraph 2", false), source("B", true), source("A, paragraph 2", false)];
        let said = foot(all.iter(), theme.strings()).unwrap();
        assert!(said.ends_with("not read for this: A, paragraph 2."), "{said}");
        assert!(foot([source("B", true)].iter(), theme.strings()).is_none());
    }
}
