//! One page of the register.

use super::composer::Composer;
use super::desk::Desk;
use super::repository;
use super::subject::Subject;
use super::{
    activity, attention, client_processing, collection_point, controller, cookie, coverage, data_category, data_map,
    exemptions, findings, history, legal_basis, list, notice, notice_text, processor, recipient, retention, schedule,
    search_page, security_measure, source, start, sub_processor_list, subject_group, system, transfers, used_by,
    waivers,
};
use crate::decode::is_safe_link;
use crate::document::{Block, Document, Section, Text};
use crate::markdown;
use crate::record::Kind;
use crate::registry::{Entry, Id, Linked, Node};
use crate::source::Span;

/// A page: where it stands, what it says, and where that comes from.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its route below the output folder: `internal/activities/newsletter.html`.
    pub route: String,
    /// Its anchor on the version on a single page.
    pub anchor: String,
    /// What leads to it, from the start page down, as Markdown links.
    pub trail: Vec<Text>,
    /// What it says.
    pub document: Document,
    /// The place in the registry that it comes from, for the page of a record.
    pub origin: Option<Origin>,
    /// The notice whose text it is, if its sentences are to be shown with where they come from.
    pub text_of: Option<Node>,
}

/// A place in the registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The path of the file below the registry folder.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
}

/// Composes a page.
pub fn page(desk: &Desk<'_>, subject: Subject) -> Page {
    compose(&Composer::new(desk, subject), subject)
}

/// Composes a part of the version on a single page: links between records stay on it, and anchors
/// begin with the anchor of the part.
pub fn part(desk: &Desk<'_>, subject: Subject) -> Page {
    compose(&Composer::single(desk, &anchor(desk, subject)), subject)
}

fn compose(composer: &Composer<'_>, subject: Subject) -> Page {
    let desk = composer.desk;
    let (document, origin) = match subject {
        Subject::Record(node) => {
            let (document, at) = record(composer, node);
            (document, Some(Origin::at(desk, at)))
        }
        other => (overview(composer, other), None),
    };
    Page {
        route: subject.route(desk.registry),
        anchor: anchor(desk, subject),
        trail: trail(composer, subject),
        document,
        origin,
        text_of: match subject {
            Subject::NoticeText(notice) => Some(notice),
            _ => None,
        },
    }
}

fn overview(composer: &Composer<'_>, subject: Subject) -> Document {
    match subject {
        Subject::Start | Subject::Record(_) => start::document(composer),
        Subject::Attention(page) => attention::document(composer, page),
        Subject::Findings(page) => findings::document(composer, page),
        Subject::List(kind, page) => list::document(composer, kind, page),
        Subject::NoticeText(node) => notice_text::document(composer, node),
        Subject::Activities(node, page) => controller::activities(composer, node, page),
        Subject::RetentionSchedule(page) => schedule::document(composer, page),
        Subject::Transfers(page) => transfers::document(composer, page),
        Subject::DataMap(page) => data_map::document(composer, page),
        Subject::Waivers(page) => waivers::document(composer, page),
        Subject::Exemptions(page) => exemptions::document(composer, page),
        Subject::Coverage => coverage::list(composer),
        Subject::NoticeCoverage(notice) => coverage::document(composer, notice),
        Subject::History(page) => history::document(composer, page),
        Subject::Search => search_page::document(composer),
        Subject::Lint(at) => findings::lint(composer, at),
    }
}

/// The document of a record, and where the record stands.
fn record(composer: &Composer<'_>, node: Node) -> (Document, Span) {
    let registry = composer.desk.registry;
    let (lead, mut sections, at) = match node.kind {
        Kind::Activity => {
            let id = Id::at(node.index);
            let entry = &registry.activities[id];
            (activity::lead(composer, entry), activity::sections(composer, id, entry), entry.at)
        }
        Kind::ClientProcessing => {
            plain(&registry.client_processing[Id::at(node.index)], composer, client_processing::sections)
        }
        Kind::CollectionPoint => {
            plain(&registry.collection_points[Id::at(node.index)], composer, collection_point::sections)
        }
        Kind::Controller => {
            let id = Id::at(node.index);
            let entry = &registry.controllers[id];
            (Vec::new(), controller::sections(composer, id, entry), entry.at)
        }
        Kind::Cookie => plain(&registry.cookies[Id::at(node.index)], composer, cookie::sections),
        Kind::DataCategory => plain(&registry.data_categories[Id::at(node.index)], composer, data_category::sections),
        Kind::LegalBasis => plain(&registry.legal_bases[Id::at(node.index)], composer, legal_basis::sections),
        Kind::Notice => plain(&registry.notices[Id::at(node.index)], composer, notice::sections),
        Kind::Processor => plain(&registry.processors[Id::at(node.index)], composer, processor::sections),
        Kind::Recipient => plain(&registry.recipients[Id::at(node.index)], composer, recipient::sections),
        Kind::Retention => plain(&registry.retention[Id::at(node.index)], composer, retention::sections),
        Kind::SecurityMeasure => {
            plain(&registry.security_measures[Id::at(node.index)], composer, security_measure::sections)
        }
        Kind::Source => plain(&registry.sources[Id::at(node.index)], composer, source::sections),
        Kind::SubProcessorList => {
            plain(&registry.sub_processor_lists[Id::at(node.index)], composer, sub_processor_list::sections)
        }
        Kind::SubjectGroup => {
            let id = Id::at(node.index);
            let entry = &registry.subject_groups[id];
            (Vec::new(), subject_group::sections(composer, id, entry), entry.at)
        }
        Kind::System => plain(&registry.systems[Id::at(node.index)], composer, system::sections),
    };
    // "Used by" stands before the section about the record itself, which is the last.
    let last = sections.len().saturating_sub(1);
    sections.insert(last, used_by::section(composer, node));
    sections.extend(history::section(composer, node));
    sections.extend(findings::section(composer, node));
    let title = markdown::escape(&composer.name(node));
    (Document { title: title.into(), lead, sections }, at)
}

fn plain<R: Linked>(
    entry: &Entry<R>,
    composer: &Composer<'_>,
    sections: impl Fn(&Composer<'_>, &Entry<R>) -> Vec<Section>,
) -> (Vec<Block>, Vec<Section>, Span) {
    (Vec::new(), sections(composer, entry), entry.at)
}

pub(super) fn anchor(desk: &Desk<'_>, subject: Subject) -> String {
    match subject {
        Subject::Record(node) => format!("{}-{}", node.kind.folder(), desk.registry.identity(node).0),
        other => {
            let route = other.route(desk.registry);
            route.trim_start_matches("internal/").trim_end_matches(".html").replace('/', "-")
        }
    }
}

fn trail(composer: &Composer<'_>, subject: Subject) -> Vec<Text> {
    let start = || {
        let title = composer.desk.registry.settings.title.text();
        let words = title.map_or_else(|| composer.plain("register-title"), str::to_owned);
        markdown::link(&words, &composer.address("index.html"))
    };
    let steps = match subject {
        Subject::Start => Vec::new(),
        Subject::Record(node) => vec![start(), composer.list(node.kind)],
        Subject::Activities(node, _) | Subject::NoticeText(node) => {
            vec![start(), composer.list(node.kind), composer.link(node)]
        }
        Subject::NoticeCoverage(_) => {
            let title = composer.plain("coverage-title");
            vec![start(), markdown::link(&title, &composer.address("coverage.html"))]
        }
        Subject::Lint(_) => {
            let title = composer.plain("register-findings");
            vec![start(), markdown::link(&title, &composer.address("findings.html"))]
        }
        _ => vec![start()],
    };
    steps.into_iter().map(Text::from).collect()
}

impl Origin {
    /// Where a record begins.
    pub(super) fn of<R: Linked>(desk: &Desk<'_>, entry: &Entry<R>) -> Origin {
        Origin::at(desk, entry.at)
    }

    pub(super) fn at(desk: &Desk<'_>, at: Span) -> Origin {
        Origin { path: desk.sources.get(at.file).path.clone(), line: desk.line(at) }
    }

    /// Path and line in words; a link where the registry's files can be seen. The single page leaves
    /// the building, where nobody can follow it.
    pub(super) fn shown(&self, composer: &Composer<'_>) -> String {
        let address = self.address(composer.desk).filter(|_| !composer.is_single());
        let path = match address {
            Some(url) => markdown::site(&self.path, &url),
            None => markdown::escape(&self.path),
        };
        composer.say("register-place", &[("path", (&path).into()), ("line", (&self.line.to_string()).into())])
    }

    /// Where the line can be seen and edited, if the settings say where the registry's files are.
    pub fn address(&self, desk: &Desk<'_>) -> Option<String> {
        let repository = desk.registry.settings.repository_url.text()?;
        let url = markdown::address(repository).filter(|url| is_safe_link(url))?;
        Some(repository::address(&url, &self.path, self.line))
    }
}
