//! What every section needs: the facts, the messages, and the lead.

use chrono::NaiveDate;

use crate::decode::word;
use crate::document::{Block, Order, Text};
use crate::markdown;
use crate::postal::{self, Town};
use crate::record::controller::ContactUse;
use crate::record::notice::{DateStyle, ListNumbering, SectionName};
use crate::source::Origins;
use crate::strings::{Gap, Strings};
use crate::view::notice::{Address, Contact, Dpo, Markdown, Notice};

/// Two items of up to so many bytes together read better in a sentence than in a list.
const BRIEF: usize = 120;

/// Facts and messages.
pub(super) struct Composer<'a> {
    pub(super) notice: &'a Notice,
    pub(super) strings: &'a Strings,
    /// What the notice calls itself: "notice", "policy".
    called: String,
}

impl<'a> Composer<'a> {
    pub(super) fn new(notice: &'a Notice, strings: &'a Strings) -> Composer<'a> {
        let called = strings.plain(&format!("called-{}", word(&notice.called)));
        Composer { notice, strings, called }
    }

    /// A sentence; every message may say what the notice calls itself.
    pub(super) fn say(&self, key: &str, gaps: &[(&str, Gap<'_>)]) -> String {
        let mut all = vec![("called", Gap::from(&self.called))];
        all.extend_from_slice(gaps);
        let mut text = self.strings.say(key, &all);
        // A name that ends in a full stop, such as "Example Inc.", needs no second one.
        if has_two_stops(&text) {
            text.pop();
        }
        text
    }

    /// A sentence without gaps.
    pub(super) fn plain(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// A day as the notice writes it.
    pub(super) fn date(&self, day: NaiveDate) -> String {
        let key = match self.notice.plan.date_style {
            DateStyle::DayFirst => "date",
            DateStyle::MonthFirst => "date-month-first",
            DateStyle::Ordinal => "date-ordinal",
        };
        self.strings.date_by(key, day)
    }

    /// How the notice numbers its lists.
    pub(super) fn order(&self) -> Order {
        match self.notice.plan.list_numbering {
            ListNumbering::Bullets => Order::None,
            ListNumbering::Numbers => Order::Numbers,
            ListNumbering::Letters => Order::Letters,
            ListNumbering::Roman => Order::Roman,
        }
    }

    /// A sentence with one gap.
    pub(super) fn say_one(&self, key: &str, name: &str, words: &str) -> String {
        self.say(key, &[(name, words.into())])
    }

    pub(super) fn and(&self, items: &[Markdown]) -> String {
        self.strings.and(&items.iter().map(|item| item.0.as_str()).collect::<Vec<_>>())
    }

    pub(super) fn or(&self, items: &[Markdown]) -> String {
        self.strings.or(&items.iter().map(|item| item.0.as_str()).collect::<Vec<_>>())
    }

    /// Names of groups inside a sentence: "customers and users".
    pub(super) fn groups_in_sentence(&self, groups: &[usize]) -> String {
        let known = groups.iter().filter_map(|index| self.notice.groups.get(*index));
        let names: Vec<String> = known.map(|group| markdown::escape(&group.in_sentence())).collect();
        self.strings.and(&names)
    }

    /// Words that begin a sentence.
    pub(super) fn capital(&self, words: &str) -> String {
        let mut rest = words.chars();
        rest.next().map_or(String::new(), |first| first.to_uppercase().chain(rest).collect())
    }

    /// A paragraph of sentences that know where they come from.
    pub(super) fn sentences(&self, sentences: impl IntoIterator<Item = Text>) -> Option<Block> {
        let text = Text::joined(sentences);
        (!text.words.is_empty()).then(|| Block::paragraph(text))
    }

    /// A sentence about a single item; nothing where there are none or several.
    pub(super) fn single(&self, key: &str, gap: &str, items: &[Markdown]) -> Option<String> {
        match items {
            [only] => Some(self.say_one(key, gap, &only.0)),
            _ => None,
        }
    }

    /// A list under a lead-in; nothing where there are fewer than two items.
    pub(super) fn several(&self, key: &str, items: &[Markdown], from: &Origins) -> Vec<Block> {
        if items.len() < 2 {
            return Vec::new();
        }
        let lead = Text::told(self.plain(key), from);
        vec![Block::paragraph(lead), Block::list(told(items.iter().map(|item| item.0.clone()), from))]
    }

    /// Few short items as one phrase; nothing where a list is clearer.
    pub(super) fn brief(&self, items: &[Markdown]) -> Option<String> {
        match items {
            [only] => Some(only.0.clone()),
            [one, other] if one.0.len() + other.0.len() <= BRIEF && !one.0.contains(", ") => Some(self.and(items)),
            _ => None,
        }
    }

    /// A sentence about few short items, or a list of them under a lead-in.
    pub(super) fn one_or_list(
        &self,
        (one, many): (&str, &str),
        gap: &str,
        items: &[Markdown],
        from: &Origins,
    ) -> Vec<Block> {
        match self.brief(items) {
            Some(phrase) => vec![Block::paragraph(Text::told(self.say_one(one, gap, &phrase), from))],
            None => self.several(many, items, from),
        }
    }

    /// Dates and version, the introduction.
    pub(super) fn lead(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let date = |key: &str, date| self.say_one(key, "date", &self.date(date));
        let dates = [
            self.notice.updated.map(|day| date("lead-updated", day)),
            self.notice.effective.map(|day| date("lead-effective", day)),
            self.notice
                .version
                .as_ref()
                .map(|version| self.say_one("lead-version", "version", &markdown::escape(version))),
        ];
        let from = &self.notice.origins;
        blocks.extend(self.sentences(told(dates.into_iter().flatten(), from)));
        blocks.extend(self.notice.introduction.as_ref().map(|text| prose(text, from)));
        blocks
    }

    /// Title of the page for one group.
    pub(super) fn group_title(&self) -> String {
        let group = self.notice.groups.first();
        match group.and_then(|group| group.singular.as_ref()) {
            Some(singular) => self.say_one("group-page-title", "singular", &markdown::escape(singular)),
            None => {
                let name = group.map_or("", |group| group.name.as_str());
                self.say_one("group-page-title-plural", "group", &markdown::escape(name))
            }
        }
    }

    /// What the page for one group is, with a link to the whole notice.
    pub(super) fn group_lead(&self, left: &[String]) -> Vec<Block> {
        let link = markdown::link(&self.notice.title, &format!("{}.html", self.notice.id));
        let group = self.notice.groups.first();
        let definition = group.and_then(|group| group.definition.as_ref()).map(|definition| {
            let singular = group.and_then(|group| group.singular.as_deref().or(Some(&group.name))).unwrap_or_default();
            self.say(
                "group-definition",
                &[("singular", (&markdown::escape(singular)).into()), ("definition", (&definition.0).into())],
            )
        });
        let updated = self.notice.updated.map(|day| self.say_one("lead-updated", "date", &self.date(day)));
        let page = self.say_one("group-page-lead", "notice", &link);
        let left = (!left.is_empty()).then(|| self.say_one("group-page-left", "what", &self.strings.and(left)));
        let from = self.notice.origins.with(group.map(|group| &group.origins));
        self.sentences(told([Some(page), left, definition, updated].into_iter().flatten(), &from)).into_iter().collect()
    }

    /// Free statements of a section. Sections that speak to groups in turn place them themselves.
    pub(super) fn statements(&self, section: SectionName) -> Vec<Block> {
        let by_group = [
            SectionName::Data,
            SectionName::Purposes,
            SectionName::Profiling,
            SectionName::Cookies,
            SectionName::Retention,
        ];
        let statements = self
            .notice
            .statements
            .iter()
            .filter(|statement| statement.section == section && !by_group.contains(&section));
        statements.map(|statement| prose(&statement.text, &statement.origins)).collect()
    }

    /// An address as lines of an envelope.
    pub(super) fn address(&self, address: &Address) -> Vec<String> {
        let mut lines: Vec<String> = address.lines.iter().map(|line| markdown::escape(line)).collect();
        let town = Town {
            postcode: address.postcode.as_deref(),
            city: address.city.as_deref(),
            region: address.region.as_deref(),
        };
        lines.extend(postal::lines(town, address.country.as_deref()).iter().map(|line| markdown::escape(line)));
        lines.extend(address.country.as_deref().map(|code| self.strings.country_name(code)));
        lines
    }

    /// Ways to reach somebody, joined by "or".
    pub(super) fn ways(&self, email: Option<&str>, phone: Option<&str>, url: Option<&str>) -> String {
        let email = email.map(|address| self.say_one("way-email", "address", &markdown::mail(address)));
        self.ways_with(email, phone, url)
    }

    fn ways_with(&self, email: Option<String>, phone: Option<&str>, url: Option<&str>) -> String {
        let ways: Vec<String> = [
            email,
            phone.map(|number| self.say_one("way-phone", "number", &markdown::phone(number))),
            url.map(|url| self.say_one("way-url", "url", &markdown::web(url))),
        ]
        .into_iter()
        .flatten()
        .collect();
        self.strings.or(&ways)
    }

    /// The contact for a use: the first contact point with it, else the officer with it.
    pub(super) fn contact_for(&self, wanted: ContactUse) -> Option<String> {
        let controller = self.notice.controller.as_ref()?;
        let contact = controller.contacts.iter().find(|contact| contact.uses.contains(&wanted));
        if let Some(contact) = contact {
            return Some(self.contact(contact));
        }
        let dpo = controller.dpo.as_ref().filter(|dpo| dpo.appointed && dpo.uses.contains(&wanted))?;
        Some(self.officer(dpo))
    }

    /// A sentence that sends readers to the contact for a use, and why its subject line helps.
    pub(super) fn contact_sentences(&self, key: &str, wanted: ContactUse) -> Vec<String> {
        let sentence = self.contact_for(wanted).map(|contact| self.say_one(key, "contact", &contact));
        sentence.into_iter().chain(self.subject_because(wanted)).collect()
    }

    /// Why the subject line of the contact for a use helps.
    pub(super) fn subject_because(&self, wanted: ContactUse) -> Option<String> {
        let contacts = &self.notice.controller.as_ref()?.contacts;
        let contact = contacts.iter().find(|contact| contact.uses.contains(&wanted))?;
        let why = contact.subject_because.as_ref()?;
        Some(self.say_one("subject-because", "why", &why.0))
    }

    /// "our Support Team by e-mail at ...".
    pub(super) fn contact(&self, contact: &Contact) -> String {
        let email = contact.email.as_deref().map(|address| {
            let address = markdown::mail(address);
            match &contact.subject_line {
                Some(subject) => {
                    let subject = markdown::escape(subject);
                    self.say("way-email-subject", &[("address", (&address).into()), ("subject", (&subject).into())])
                }
                None => self.say_one("way-email", "address", &address),
            }
        });
        let ways = self.ways_with(email, contact.phone.as_deref(), contact.url.as_deref());
        self.named(contact.name.as_ref().map_or("", |name| name.0.as_str()), &ways)
    }

    /// "our data protection officer by e-mail at ...".
    pub(super) fn officer(&self, dpo: &Dpo) -> String {
        let ways = self.ways(dpo.email.as_deref(), dpo.phone.as_deref(), dpo.url.as_deref());
        self.named(&self.plain("our-dpo"), &ways)
    }

    fn named(&self, name: &str, ways: &str) -> String {
        match (name.is_empty(), ways.is_empty()) {
            (false, false) => self.say("contact-by", &[("name", name.into()), ("ways", ways.into())]),
            (false, true) => name.to_owned(),
            (true, _) => self.say_one("contact-us-by", "ways", ways),
        }
    }
}

/// Sentences that come from the same places.
pub(super) fn told(sentences: impl IntoIterator<Item = String>, from: &Origins) -> impl Iterator<Item = Text> {
    sentences.into_iter().map(|words| Text::told(words, from))
}

/// Paragraphs of an author.
pub(super) fn prose(text: &Markdown, from: &Origins) -> Block {
    Block::Prose { text: Text::told(text.0.clone(), from) }
}

/// Whether a sentence ends in two full stops, perhaps with the end of a link between them.
fn has_two_stops(text: &str) -> bool {
    let Some(before) = text.strip_suffix('.') else { return false };
    let words = match before.strip_suffix(">)") {
        Some(link) => link.rsplit_once("](<").map_or("", |(words, _)| words),
        None => before,
    };
    words.ends_with('.') && !words.ends_with("..")
}

#[cfg(test)]
mod tests {
    use super::has_two_stops;

    #[test]
    fn a_name_that_ends_in_a_stop_ends_the_sentence() {
        assert!(has_two_stops("We share it with Example Inc.."));
        assert!(has_two_stops("See [Example Inc.](<https://example.org>)."));
        for sound in ["We share it.", "And so on...", "See [Example](<https://example.org/a.>).", "", "."] {
            assert!(!has_two_stops(sound), "{sound}");
        }
    }
}
