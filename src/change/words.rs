//! Changes in the words of the field: "A recipient outside the EEA was added for customers".
//!
//! What privacy law asks about has sentences of its own, in `activity` and `shared`; every other key is told by
//! its name, with what it said and what it says. Sentences are inline Markdown.

mod activity;
mod names;
mod notices;
mod shared;
mod values;

use chrono::NaiveDate;
use serde_json::Value;

use super::canon::Length;
use super::{Change, Event};
use crate::markdown;
use crate::record::Kind;
use crate::registry::Registry;
use crate::schema::Visibility;
use crate::strings::{Gap, Strings};

/// Who tells changes: both registries, and the words. The words are for those who may see the register.
#[derive(Debug)]
pub struct Teller<'a> {
    pub(super) before: &'a Registry,
    pub(super) after: &'a Registry,
    pub(super) strings: &'a Strings,
    /// The day on which changes are told, where that matters: waivers end, and planned versions take effect.
    pub(super) today: Option<NaiveDate>,
}

impl<'a> Teller<'a> {
    /// Tells changes between two registries.
    pub fn new(before: &'a Registry, after: &'a Registry, strings: &'a Strings) -> Teller<'a> {
        Teller { before, after, strings, today: None }
    }

    /// Tells them on a day, after which waivers that ended before hold no longer.
    pub fn on(self, today: NaiveDate) -> Teller<'a> {
        Teller { today: Some(today), ..self }
    }

    /// A change as a sentence, without the activities that it touches.
    pub fn say(&self, change: &Change) -> String {
        let own = match change.subject.kind {
            Some(Kind::Activity) => self.of_activity(change),
            Some(Kind::Notice) => self.of_notice(change),
            Some(_) => self.of_shared(change),
            None => None,
        };
        own.unwrap_or_else(|| self.plainly(change))
    }

    /// The sentence, and whom it concerns where it does not say so itself.
    pub fn say_to_whom(&self, change: &Change) -> String {
        let (said, groups) = (self.say(change), self.groups(change));
        let is_said = groups.is_empty() || said.contains(&groups) || change.audience == Visibility::Internal;
        if is_said { said } else { self.message("change-concerns", &[("said", &said), ("groups", &groups)]) }
    }

    /// Any key: what it is called, what it says, and what it said.
    fn plainly(&self, change: &Change) -> String {
        if change.key.is_empty() {
            return self.whole(change);
        }
        let row = self.row(change);
        let label = match row.as_deref() {
            Some(row) => self.message("change-of-row", &[("label", &self.label(&change.key)), ("row", row)]),
            None => self.label(&change.key),
        };
        let word = |value: &Option<Value>| {
            value.as_ref().map(|value| self.value(change.subject.kind, &change.key, value)).unwrap_or_default()
        };
        let (before, after) = (word(&change.before), word(&change.after));
        let is_list = change.before.iter().chain(&change.after).all(Value::is_array);
        let key = match change.event {
            Event::Added => "change-key-added",
            Event::Removed => "change-key-removed",
            Event::Longer | Event::Shorter => return self.by_how_much(&label, change, &before, &after),
            Event::Changed if is_list => "change-key-list",
            Event::Changed | Event::Renamed => "change-key-changed",
        };
        self.message(key, &[("label", &label), ("before", &before), ("after", &after)])
    }

    /// A period that is longer or shorter than before: "kept three years longer".
    fn by_how_much(&self, label: &str, change: &Change, before: &str, after: &str) -> String {
        let length = |value: &Option<Value>| value.as_ref().and_then(Length::of);
        let apart = length(&change.after).zip(length(&change.before)).and_then(|(after, before)| after.apart(before));
        let apart = apart.map(|apart| self.strings.period(apart));
        let key = match (change.event, &apart) {
            (Event::Longer, Some(_)) => "change-longer-by",
            (Event::Longer, None) => "change-longer",
            (_, Some(_)) => "change-shorter-by",
            (_, None) => "change-shorter",
        };
        let apart = apart.unwrap_or_default();
        let gaps = [("label", label), ("apart", apart.as_str()), ("before", before), ("after", after)];
        let gaps: Vec<(&str, &str)> =
            gaps.into_iter().filter(|(name, _)| *name != "apart" || !apart.is_empty()).collect();
        self.message(key, &gaps)
    }

    /// A record that came, went, or got another id.
    fn whole(&self, change: &Change) -> String {
        let Some(kind) = change.subject.kind else { return self.strings.plain("change-settings") };
        let word = self.strings.plain(&format!("change-kind-{}", kind.folder()));
        let name = self.name_of_subject(change);
        let gaps = [("kind", word.as_str()), ("name", name.as_str())];
        match change.event {
            Event::Removed => self.message("change-record-removed", &gaps),
            Event::Renamed => {
                let id = |value: &Option<Value>| {
                    markdown::escape(value.as_ref().and_then(Value::as_str).unwrap_or_default())
                };
                let (before, after) = (id(&change.before), id(&change.after));
                self.message("change-record-renamed", &[gaps[0], gaps[1], ("before", &before), ("after", &after)])
            }
            _ => self.message("change-record-added", &gaps),
        }
    }

    /// What a key is called: a message of its own, the label of the register, or its words. A key in a table is
    /// called by both first: `dpia.needed` is another matter than another `needed`.
    pub(super) fn label(&self, key: &str) -> String {
        let parts: Vec<&str> =
            key.split('.').filter(|part| *part != "*").map(|one| one.trim_end_matches("[]")).collect();
        let last = parts.last().copied().unwrap_or(key);
        let both = parts.join("-");
        let known = [
            format!("change-label-{both}"),
            format!("change-label-{last}"),
            format!("register-{both}"),
            format!("register-{last}"),
        ];
        if let Some(message) = known.into_iter().find(|message| self.strings.has(message)) {
            return self.strings.plain(&message);
        }
        let words = last.replace('-', " ");
        let mut rest = words.chars();
        let first = rest.next().map(|first| first.to_uppercase().collect::<String>()).unwrap_or_default();
        first + rest.as_str()
    }

    fn message(&self, key: &str, gaps: &[(&str, &str)]) -> String {
        let gaps: Vec<(&str, Gap<'_>)> = gaps.iter().map(|(name, words)| (*name, (*words).into())).collect();
        self.strings.say(key, &gaps)
    }

    /// " for customers and users", or nothing.
    fn for_groups(&self, change: &Change) -> String {
        let groups = self.groups(change);
        if groups.is_empty() { String::new() } else { self.message("change-for", &[("groups", &groups)]) }
    }
}

#[cfg(test)]
mod tests {
    use super::Teller;
    use crate::load::Loaded;
    use crate::reading::Reading;
    use crate::record::Kind;
    use crate::schema;
    use crate::theme::Theme;

    #[test]
    fn every_key_has_a_label_without_gaps() {
        let theme = Theme::embedded("en").unwrap();
        let nothing = Reading::of_loaded(Loaded::default());
        let teller = Teller::new(&nothing.registry, &nothing.registry, theme.strings());
        let fields = Kind::ALL.into_iter().flat_map(schema::fields).chain(schema::settings_fields());
        for field in fields {
            assert!(!teller.label(&field.path).is_empty(), "{}", field.path);
        }
        assert_eq!(theme.strings().missing(), [] as [&str; 0]);
        assert_eq!(teller.label("dpia.needed"), "Whether an impact assessment is needed");
        assert_eq!(teller.label("changes.material"), "Material changes are announced");
    }
}
