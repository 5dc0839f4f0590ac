//! Order, headings and grouping of a notice.

use super::{Groups, Markdown, Selection, phrase, prose};
use crate::record::notice::{
    DateStyle, GroupHeadings, Headings, ListNumbering, Notice as WrittenNotice, SectionName, ShownAs, SpeaksTo,
};
use crate::registry::Entry;
use crate::source::Origins;

/// How a notice is laid out.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Whom sections speak to.
    pub speaks_to: SpeaksTo,
    /// How section headings look.
    pub headings: Headings,
    /// How group headings look.
    pub group_headings: GroupHeadings,
    /// How days are written.
    pub date_style: DateStyle,
    /// How lists are numbered.
    pub list_numbering: ListNumbering,
    /// Whether e-mail addresses stand in public files with their characters escaped.
    pub obfuscate_email: bool,
    /// The sections, in order.
    pub sections: Vec<SectionPlan>,
}

/// How one section is laid out.
#[derive(Debug, Clone)]
pub struct SectionPlan {
    /// Which section.
    pub name: SectionName,
    /// Its heading, if it is not the usual one.
    pub heading: Option<Markdown>,
    /// Its opening paragraphs.
    pub introduction: Option<Markdown>,
    /// Whether it stands on a page of its own.
    pub own_page: bool,
    /// Whether it tells its facts in sentences or in a table.
    pub shown_as: ShownAs,
    /// Groups that stand under one heading.
    pub together: Vec<Groups>,
    /// Where its words are written, or else the notice that has it.
    pub origins: Origins,
}

impl Plan {
    /// The same plan for a page about one group.
    pub(super) fn alone(&mut self) {
        self.speaks_to = SpeaksTo::You;
        for section in &mut self.sections {
            section.together.clear();
        }
    }
}

pub(super) fn plan(scope: &Selection<'_>, entry: &Entry<WrittenNotice>) -> Plan {
    let record = &entry.record;
    let order: Vec<SectionName> = if record.order.is_absent() {
        SectionName::ALL.to_vec()
    } else {
        let mut order: Vec<SectionName> = Vec::new();
        for section in record.order.iter() {
            if !order.contains(section) {
                order.push(*section);
            }
        }
        order
    };
    let section = |name: SectionName| {
        let mut rows = record.sections.iter().zip(&entry.links.sections);
        let settings = rows.find(|(row, _)| row.key.name == name.name());
        SectionPlan {
            name,
            origins: settings.map_or(entry.at, |(row, _)| row.key.span).into(),
            heading: settings.and_then(|(row, _)| phrase(&row.value.heading)),
            introduction: settings.and_then(|(row, _)| prose(&row.value.introduction)),
            shown_as: settings.and_then(|(row, _)| row.value.shown_as.copied()).unwrap_or_default(),
            own_page: settings.is_some_and(|(row, _)| row.value.own_page.is_true()),
            together: settings.map_or(Vec::new(), |(_, links)| {
                links.together.iter().map(|groups| scope.groups(groups)).filter(|groups| groups.len() > 1).collect()
            }),
        }
    };
    Plan {
        speaks_to: record.speaks_to.copied().unwrap_or_default(),
        headings: record.headings.copied().unwrap_or_default(),
        group_headings: record.group_headings.copied().unwrap_or_default(),
        date_style: record.date_style.copied().unwrap_or_default(),
        list_numbering: record.list_numbering.copied().unwrap_or_default(),
        obfuscate_email: record.obfuscate_email.is_true(),
        sections: order.into_iter().map(section).collect(),
    }
}
