//! What there is a page about.

use super::desk::Desk;
use super::history::COMMITS;
use super::paging;
use crate::lint::{ALL, Lint};
use crate::record::Kind;
use crate::registry::{Node, Registry};

/// What a page of the register is about. Long lists go over several pages, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// Counts, and what needs attention.
    Start,
    /// Everything that needs attention.
    Attention(usize),
    /// Everything the lints found.
    Findings(usize),
    /// The records of a kind.
    List(Kind, usize),
    /// One record.
    Record(Node),
    /// The text of a notice, with where its sentences come from.
    NoticeText(Node),
    /// The activities of a controller with the points of Article 30(1), after the first page, which
    /// is that of the controller.
    Activities(Node, usize),
    /// Retention rules with what they apply to.
    RetentionSchedule(usize),
    /// Transfers by country.
    Transfers(usize),
    /// Categories of data by categories of people.
    DataMap(usize),
    /// Findings accepted for a while.
    Waivers(usize),
    /// What is kept out of notices.
    Exemptions(usize),
    /// Which information items the notices say.
    Coverage,
    /// Which information items one notice says.
    NoticeCoverage(Node),
    /// The commits that changed what the registry says.
    History(usize),
    /// What the search looks at, and the lists.
    Search,
    /// The manual page of a lint that found something, by its place among all.
    Lint(usize),
}

impl Subject {
    /// The route of its page: `internal/activities/newsletter.html`.
    pub fn route(self, registry: &Registry) -> String {
        match self {
            Subject::Start => "internal/index.html".to_owned(),
            Subject::Attention(page) => format!("internal/{}", paging::file("attention", page)),
            Subject::Findings(page) => format!("internal/{}", paging::file("findings", page)),
            Subject::List(kind, page) => format!("internal/{}", paging::file(kind.folder(), page)),
            Subject::Record(node) => format!("internal/{}/{}.html", node.kind.folder(), registry.identity(node).0),
            Subject::NoticeText(node) => {
                format!("internal/{}/{}/text.html", node.kind.folder(), registry.identity(node).0)
            }
            Subject::Activities(node, page) => {
                format!("internal/{}/{}/{page}.html", node.kind.folder(), registry.identity(node).0)
            }
            Subject::RetentionSchedule(page) => format!("internal/{}", paging::file("retention-schedule", page)),
            Subject::Transfers(page) => format!("internal/{}", paging::file("transfers", page)),
            Subject::DataMap(page) => format!("internal/{}", paging::file("data-map", page)),
            Subject::Waivers(page) => format!("internal/{}", paging::file("waivers", page)),
            Subject::Exemptions(page) => format!("internal/{}", paging::file("exemptions", page)),
            Subject::Coverage => "internal/coverage.html".to_owned(),
            Subject::History(page) => format!("internal/{}", paging::file("history", page)),
            Subject::Search => "internal/search.html".to_owned(),
            Subject::Lint(at) => format!("internal/lints/{}.html", ALL.get(at).map_or("", |lint| lint.name)),
            Subject::NoticeCoverage(node) => format!("internal/coverage/{}.html", registry.identity(node).0),
        }
    }

    /// The kind of the record that its page is about.
    pub fn kind(self) -> Option<Kind> {
        match self {
            Subject::Record(node) => Some(node.kind),
            _ => None,
        }
    }

    /// What leads from its page up to `internal/`.
    pub(super) fn up(self) -> &'static str {
        match self {
            Subject::Record(_) | Subject::NoticeCoverage(_) | Subject::Lint(_) => "../",
            Subject::Activities(..) | Subject::NoticeText(_) => "../../",
            _ => "",
        }
    }
}

/// The overviews that the start page lists and the search finds, each with the message of its title.
pub(super) const OVERVIEWS: [(Subject, &str); 8] = [
    (Subject::Attention(1), "register-attention"),
    (Subject::Findings(1), "register-findings"),
    (Subject::RetentionSchedule(1), "register-retention-schedule"),
    (Subject::Transfers(1), "register-transfers"),
    (Subject::DataMap(1), "register-data-map"),
    (Subject::Waivers(1), "register-waivers"),
    (Subject::Exemptions(1), "register-exemptions"),
    (Subject::Coverage, "coverage-title"),
];

/// Everything that there is a page about, in the order of the register.
pub fn subjects(desk: &Desk<'_>) -> Vec<Subject> {
    let mut subjects = vec![Subject::Start];
    subjects.extend(paging::pages(desk.attention().len(), paging::ROWS).map(Subject::Attention));
    subjects.extend(paging::pages(desk.findings.len(), paging::ROWS).map(Subject::Findings));
    subjects.extend(paging::pages(desk.rules.len(), paging::ROWS).map(Subject::RetentionSchedule));
    subjects.extend(paging::pages(desk.transfers.len(), paging::ROWS).map(Subject::Transfers));
    subjects.extend(paging::pages(desk.count(Kind::DataCategory), paging::ROWS).map(Subject::DataMap));
    subjects.extend(paging::pages(desk.waivers.len(), paging::ROWS).map(Subject::Waivers));
    subjects.extend(paging::pages(desk.exemptions.len(), paging::ROWS).map(Subject::Exemptions));
    subjects.extend([Subject::Coverage, Subject::Search]);
    if let Some(chronicle) = desk.chronicle {
        subjects.extend(paging::pages(chronicle.entries().len(), COMMITS).map(Subject::History));
    }
    let found = |lint: &Lint| desk.findings.iter().any(|finding| finding.lint.name == lint.name);
    subjects.extend(ALL.iter().enumerate().filter(|(_, lint)| found(lint)).map(|(at, _)| Subject::Lint(at)));
    subjects.extend(desk.nodes(Kind::Notice).map(Subject::NoticeCoverage));
    for kind in Kind::ALL {
        let count = desk.count(kind);
        subjects.extend(paging::pages(count, paging::ROWS).map(|page| Subject::List(kind, page)));
        for node in desk.nodes(kind) {
            subjects.push(Subject::Record(node));
            if kind == Kind::Notice {
                subjects.push(Subject::NoticeText(node));
            }
            if kind == Kind::Controller {
                let pages = paging::pages(desk.activities_of(node).len(), paging::REGISTER_ROWS).skip(1);
                subjects.extend(pages.map(|page| Subject::Activities(node, page)));
            }
        }
    }
    subjects
}

/// What the version on a single page holds, in its order: who decides, what is done, for whom else,
/// and then everything these refer to.
pub fn parts(desk: &Desk<'_>) -> Vec<Subject> {
    let first = [Kind::Controller, Kind::Activity, Kind::ClientProcessing];
    let rest = Kind::ALL.into_iter().filter(|kind| !first.contains(kind));
    let records = first.into_iter().chain(rest).flat_map(|kind| desk.by_name(kind)).map(|node| Subject::Record(*node));
    let mut parts: Vec<Subject> = records.collect();
    parts.extend(paging::pages(desk.transfers.len(), paging::ROWS).map(Subject::Transfers));
    parts.extend(paging::pages(desk.waivers.len(), paging::ROWS).map(Subject::Waivers));
    parts.extend(paging::pages(desk.exemptions.len(), paging::ROWS).map(Subject::Exemptions));
    parts
}
