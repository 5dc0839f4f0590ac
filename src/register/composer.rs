//! What every page needs: words, dates and links from where it stands.

use chrono::NaiveDate;
use serde::Serialize;

use super::authored::authored;
use super::desk::Desk;
use super::party;
use super::subject::Subject;
use crate::decode::{Country, Date, Field, Key, word};
use crate::document::{Block, Cell, Column, Filter, Section, Text};
use crate::markdown;
use crate::record::Kind;
use crate::registry::{DataSource, Node, Party};
use crate::strings::Gap;

/// A desk, and the page that is being written at it.
pub(super) struct Composer<'d> {
    pub(super) desk: &'d Desk<'d>,
    /// What leads from the page up to `internal/`.
    up: &'static str,
    /// Whether all records stand on one page.
    single: bool,
    /// What stands before anchors, so that they are unique on a page of many records.
    prefix: String,
}

impl<'d> Composer<'d> {
    /// For a page of its own.
    pub(super) fn new(desk: &'d Desk<'d>, subject: Subject) -> Composer<'d> {
        Composer { desk, up: subject.up(), single: false, prefix: String::new() }
    }

    /// For a part of the version on a single page.
    pub(super) fn single(desk: &'d Desk<'d>, anchor: &str) -> Composer<'d> {
        Composer { desk, up: "", single: true, prefix: format!("{anchor}-") }
    }

    /// Whether all records stand on one page.
    pub(super) fn is_single(&self) -> bool {
        self.single
    }

    pub(super) fn say(&self, key: &str, gaps: &[(&str, Gap<'_>)]) -> String {
        self.desk.strings.say(key, gaps)
    }

    /// A message with one gap.
    pub(super) fn say_one(&self, key: &str, name: &str, words: &str) -> String {
        self.say(key, &[(name, words.into())])
    }

    pub(super) fn plain(&self, key: &str) -> String {
        self.desk.strings.plain(key)
    }

    /// The word for a choice: the message of its family and of what authors write.
    pub(super) fn word(&self, family: &str, choice: &impl Serialize) -> String {
        self.plain(&format!("register-{family}-{}", word(choice)))
    }

    /// What a row says, with its key, by which other records and waivers speak of it.
    pub(super) fn keyed(&self, key: &Key, what: &str) -> String {
        self.say("register-keyed", &[("what", what.into()), ("key", (&markdown::escape(&key.name)).into())])
    }

    /// Entries of a list in a cell or a line.
    pub(super) fn join<S: AsRef<str>>(&self, items: impl IntoIterator<Item = S>) -> String {
        let mut joined = String::new();
        for item in items {
            if !joined.is_empty() {
                joined.push_str(&self.desk.separator);
            }
            joined.push_str(item.as_ref());
        }
        joined
    }

    /// Something that was not written.
    pub(super) fn gap(&self) -> String {
        self.plain("register-gap")
    }

    /// A text of an author, as it can stand in the register.
    pub(super) fn authored(&self, text: &str) -> String {
        authored(self, text)
    }

    /// Plain words of an author; an e-mail or web address becomes a link.
    pub(super) fn told(&self, text: &str) -> String {
        let one_word = !text.contains(char::is_whitespace);
        if one_word && (text.starts_with("https://") || text.starts_with("http://")) {
            markdown::web(text)
        } else if one_word && text.split_once('@').is_some_and(|(_, host)| host.contains('.')) {
            markdown::mail(text)
        } else {
            markdown::escape(text)
        }
    }

    /// The address of a page below `internal/`.
    pub(super) fn address(&self, below: &str) -> String {
        format!("{}{below}", self.up)
    }

    /// The address of a record.
    pub(super) fn address_of(&self, node: Node) -> String {
        let (id, _) = self.desk.registry.identity(node);
        let folder = node.kind.folder();
        if self.single { format!("#{folder}-{id}") } else { format!("{}{folder}/{id}.html", self.up) }
    }

    /// The name of a record as a link to its page.
    pub(super) fn link(&self, node: impl Into<Node>) -> String {
        let node = node.into();
        markdown::link(&self.name(node), &self.address_of(node))
    }

    /// The name of a record in plain words.
    pub(super) fn name(&self, node: Node) -> String {
        let (_, name) = self.desk.registry.identity(node);
        // Only these two names complete sentences, so only they may hold Markdown.
        let markdown = matches!(node.kind, Kind::Cookie | Kind::DataCategory);
        if markdown && name.contains(['*', '_', '`', '[', '\\', '&', '<', '~']) {
            return markdown::words(name);
        }
        name.to_owned()
    }

    pub(super) fn party(&self, party: Party) -> String {
        self.link(party::node(party))
    }

    pub(super) fn data_source(&self, source: DataSource) -> String {
        match source {
            DataSource::DataSubject => self.plain("register-source-data-subject"),
            DataSource::Observed => self.plain("register-source-observed"),
            DataSource::Derived => self.plain("register-source-derived"),
            DataSource::Party(party) => self.party(party),
        }
    }

    /// Links in a cell; beyond a number of them, how many more there are.
    pub(super) fn links<N: Into<Node> + Copy>(&self, nodes: &[N]) -> String {
        let shown = nodes.iter().take(IN_A_CELL).map(|node| self.link(*node));
        let rest = nodes.len().saturating_sub(IN_A_CELL);
        let more = (rest > 0).then(|| self.say("register-more", &[("n", rest.into())]));
        self.join(shown.chain(more))
    }

    pub(super) fn countries<'c>(&self, codes: impl IntoIterator<Item = &'c Country>) -> String {
        self.join(codes.into_iter().map(|country| self.country(*country)))
    }

    pub(super) fn country(&self, country: Country) -> String {
        self.desk.strings.country_name(country.0.as_str())
    }

    /// The list of a kind as a link.
    pub(super) fn list(&self, kind: Kind) -> String {
        let name = self.plain(&format!("register-kinds-{}", kind.folder()));
        markdown::link(&name, &self.address(&format!("{}.html", kind.folder())))
    }

    /// A section with the point of the law that it answers.
    pub(super) fn section(&self, anchor: &str, heading: &str, mark: Option<&str>, blocks: Vec<Block>) -> Section {
        Section {
            anchor: self.anchor(anchor),
            heading: self.plain(heading).into(),
            mark: mark.map(|point| self.say_one("register-mark", "point", point)),
            apart: false,
            blocks,
        }
    }

    pub(super) fn heading(&self, anchor: &str, text: impl Into<Text>) -> Block {
        Block::Heading { anchor: self.anchor(anchor), text: text.into() }
    }

    pub(super) fn anchor(&self, anchor: &str) -> String {
        format!("{}{anchor}", self.prefix)
    }

    pub(super) fn paragraph(&self, key: &str) -> Block {
        Block::paragraph(self.plain(key))
    }

    /// A table; nothing but a sentence where it has no rows.
    pub(super) fn table(&self, head: &[&str], rows: Vec<Vec<Text>>, none: &str) -> Block {
        if rows.is_empty() {
            return self.paragraph(none);
        }
        Block::Table { head: head.iter().map(|key| self.plain(key).into()).collect(), rows }
    }

    /// A table that readers can sort and filter.
    pub(super) fn listing(&self, head: &[&str], rows: Vec<Vec<Cell>>, none: &str) -> Block {
        if rows.is_empty() {
            return self.paragraph(none);
        }
        let column = |key: &&str| Column { text: self.plain(key).into(), filter: filter(key) };
        Block::Listing { head: head.iter().map(column).collect(), rows }
    }

    /// A day in a cell.
    pub(super) fn day(&self, day: NaiveDate) -> Cell {
        Cell::day(self.desk.strings.date(day), day)
    }

    /// A day in a cell; nothing where none is written.
    pub(super) fn day_or_nothing(&self, field: &Field<Date>) -> Cell {
        field.copied().map_or_else(|| Cell::gap(String::new()), |date| self.day(date.0))
    }

    /// A day in a cell, or the gap.
    pub(super) fn day_or_gap(&self, field: &Field<Date>) -> Cell {
        field.copied().map_or_else(|| self.no_cell(), |date| self.day(date.0))
    }

    /// Words in a cell, or the gap.
    pub(super) fn cell_or_gap(&self, words: Option<String>) -> Cell {
        words.filter(|words| !words.is_empty()).map_or_else(|| self.no_cell(), Cell::from)
    }

    fn no_cell(&self) -> Cell {
        Cell::gap(self.gap())
    }
}

/// Links in one cell or line; pages of records have all of them.
const IN_A_CELL: usize = 20;

/// What readers choose among in a column of a listing. Titles and free words are not chosen but
/// searched.
fn filter(heading: &str) -> Option<Filter> {
    match heading {
        "register-owner" | "register-status" | "register-level" | "register-lint" | "register-due-what" => {
            Some(Filter::Cell)
        }
        "register-controllers"
        | "register-legal-bases"
        | "register-groups"
        | "register-country"
        | "register-countries"
        | "register-special"
        | "register-nature"
        | "register-cookie-class" => Some(Filter::Entry),
        _ => None,
    }
}
