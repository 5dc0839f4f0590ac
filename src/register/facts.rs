//! Terms and what is said about them, one record's field after the other.

use chrono::NaiveDate;
use serde::Serialize;

use super::composer::Composer;
use crate::decode::{Country, Date, Field, List, Phrase, Prose};
use crate::document::{Block, Fact, Text};
use crate::markdown;
use crate::postal::{self, Town};
use crate::record::address::Address;
use crate::registry::Node;

/// Facts in their order. What is absent leaves nothing behind, unless it is asked for with
/// [`Facts::or_gap`].
pub(super) struct Facts<'c> {
    composer: &'c Composer<'c>,
    facts: Vec<Fact>,
    /// The term that was asked for last, if there was nothing to say about it.
    absent: Option<&'static str>,
}

impl<'c> Facts<'c> {
    pub(super) fn new(composer: &'c Composer<'c>) -> Facts<'c> {
        Facts { composer, facts: Vec::new(), absent: None }
    }

    /// The facts as a block, if there are any.
    pub(super) fn block(self) -> Option<Block> {
        (!self.facts.is_empty()).then_some(Block::Facts { facts: self.facts })
    }

    pub(super) fn lines<T: Into<Text>>(
        &mut self,
        term: &'static str,
        lines: impl IntoIterator<Item = T>,
    ) -> &mut Facts<'c> {
        let lines: Vec<Text> = lines.into_iter().map(Into::into).collect();
        if lines.is_empty() {
            self.absent = Some(term);
        } else {
            self.absent = None;
            self.facts.push(Fact { term: self.composer.plain(term).into(), lines });
        }
        self
    }

    /// Shows that nothing was written about the last term.
    pub(super) fn or_gap(&mut self) -> &mut Facts<'c> {
        if let Some(term) = self.absent {
            self.lines(term, [self.composer.gap()]);
        }
        self
    }

    /// Says what holds where nothing was written about the last term.
    pub(super) fn or_say(&mut self, key: &str) -> &mut Facts<'c> {
        if let Some(term) = self.absent {
            self.lines(term, [self.composer.plain(key)]);
        }
        self
    }

    pub(super) fn line(&mut self, term: &'static str, line: Option<String>) -> &mut Facts<'c> {
        self.lines(term, line)
    }

    /// Plain words.
    pub(super) fn text(&mut self, term: &'static str, field: &Field<String>) -> &mut Facts<'c> {
        self.lines(term, field.text().map(|text| self.composer.told(text)))
    }

    /// Plain words, several.
    pub(super) fn texts(&mut self, term: &'static str, list: &List<String>) -> &mut Facts<'c> {
        let composer = self.composer;
        self.lines(term, list.iter().map(|text| composer.told(text)))
    }

    pub(super) fn phrase(&mut self, term: &'static str, field: &Field<Phrase>) -> &mut Facts<'c> {
        self.lines(term, field.text().map(|text| self.composer.authored(text)))
    }

    pub(super) fn phrases(&mut self, term: &'static str, list: &List<Phrase>) -> &mut Facts<'c> {
        let composer = self.composer;
        self.lines(term, list.iter().map(|text| composer.authored(text)))
    }

    pub(super) fn prose(&mut self, term: &'static str, field: &Field<Prose>) -> &mut Facts<'c> {
        let composer = self.composer;
        self.lines(term, field.text().map_or_else(Vec::new, paragraphs).iter().map(|text| composer.authored(text)))
    }

    pub(super) fn date(&mut self, term: &'static str, field: &Field<Date>) -> &mut Facts<'c> {
        self.day(term, field.copied().map(|date| date.0))
    }

    pub(super) fn day(&mut self, term: &'static str, day: Option<NaiveDate>) -> &mut Facts<'c> {
        self.lines(term, day.map(|day| self.composer.desk.strings.date(day)))
    }

    pub(super) fn flag(&mut self, term: &'static str, field: &Field<bool>) -> &mut Facts<'c> {
        let yes_no = |flag| self.composer.plain(if flag { "register-yes" } else { "register-no" });
        self.lines(term, field.copied().map(yes_no))
    }

    pub(super) fn number<N: Copy + ToString>(&mut self, term: &'static str, field: &Field<N>) -> &mut Facts<'c> {
        self.lines(term, field.copied().map(|number| number.to_string()))
    }

    /// A choice of some words.
    pub(super) fn word<T: Serialize>(&mut self, term: &'static str, family: &str, field: &Field<T>) -> &mut Facts<'c> {
        self.lines(term, field.get().map(|choice| self.composer.word(family, choice)))
    }

    pub(super) fn words<T: Serialize>(&mut self, term: &'static str, family: &str, list: &List<T>) -> &mut Facts<'c> {
        let composer = self.composer;
        self.lines(term, list.iter().map(|choice| composer.word(family, choice)))
    }

    /// A web address.
    pub(super) fn web(&mut self, term: &'static str, field: &Field<String>) -> &mut Facts<'c> {
        self.lines(term, field.text().map(markdown::web))
    }

    pub(super) fn mail(&mut self, term: &'static str, field: &Field<String>) -> &mut Facts<'c> {
        self.lines(term, field.text().map(markdown::mail))
    }

    pub(super) fn phone(&mut self, term: &'static str, field: &Field<String>) -> &mut Facts<'c> {
        self.lines(term, field.text().map(markdown::phone))
    }

    pub(super) fn country(&mut self, term: &'static str, field: &Field<Country>) -> &mut Facts<'c> {
        self.lines(term, field.copied().map(|country| self.composer.country(country)))
    }

    pub(super) fn countries(&mut self, term: &'static str, list: &List<Country>) -> &mut Facts<'c> {
        self.lines(term, (!list.is_empty()).then(|| self.composer.countries(list.iter())))
    }

    /// Other records, one line each.
    pub(super) fn links<N: Into<Node>>(
        &mut self,
        term: &'static str,
        nodes: impl IntoIterator<Item = N>,
    ) -> &mut Facts<'c> {
        let composer = self.composer;
        self.lines(term, nodes.into_iter().map(|node| composer.link(node)))
    }

    /// A postal address, as on an envelope.
    pub(super) fn address(&mut self, term: &'static str, field: &Field<Address>) -> &mut Facts<'c> {
        let lines = field.get().map(|address| envelope(self.composer, address)).unwrap_or_default();
        self.lines(term, lines)
    }
}

/// The lines of an envelope.
pub(super) fn envelope(composer: &Composer<'_>, address: &Address) -> Vec<String> {
    let mut lines: Vec<String> = address.lines.iter().map(|line| markdown::escape(line)).collect();
    let town = Town { postcode: address.postcode.text(), city: address.city.text(), region: address.region.text() };
    let country = address.country.copied();
    let code = country.map(|country| country.0.to_string());
    lines.extend(postal::lines(town, code.as_deref()).iter().map(|line| markdown::escape(line)));
    lines.extend(country.map(|country| composer.country(country)));
    lines
}

/// Paragraphs and items of lists, each as one line: facts have lines and no blocks.
fn paragraphs(prose: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for paragraph in prose.split("\n\n") {
        let mut current = String::new();
        for line in paragraph.lines() {
            let line = line.trim();
            let item = line.starts_with("- ") || line.starts_with("* ") || line.starts_with("+ ");
            if item && !current.is_empty() {
                found.push(std::mem::take(&mut current));
            }
            if !current.is_empty() {
                current.push(' ');
            }
            current.push_str(line);
        }
        if !current.is_empty() {
            found.push(current);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn paragraphs_and_items_are_lines() {
        assert_eq!(paragraphs("One\ntwo.\n\nThree:\n- a\n  b\n- c"), ["One two.", "Three:", "- a b", "- c"]);
        assert_eq!(paragraphs(" \n\n"), Vec::<String>::new());
    }
}
