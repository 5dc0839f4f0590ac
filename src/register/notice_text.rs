//! A public notice as the public reads it, each sentence with where it comes from.

use std::collections::BTreeMap;

use super::composer::Composer;
use super::desk::Desk;
use crate::document::{Block, Document};
use crate::notice;
use crate::page::Link;
use crate::record::Kind;
use crate::registry::{Id, Node};
use crate::source::{FileId, Origins, Span};
use crate::view::notice::gather;

/// The text of a notice, with a word on how to read it.
pub(super) fn document(composer: &Composer<'_>, node: Node) -> Document {
    let entry = &composer.desk.registry.notices[Id::at(node.index)];
    let facts = gather(composer.desk.registry, entry);
    let mut document = notice::compose(&facts, composer.desk.strings);
    document.lead.insert(0, Block::paragraph(composer.say_one("register-text-lead", "notice", &composer.link(node))));
    document
}

/// So many places of a sentence are linked one by one.
const FEW: usize = 4;

/// Links from sentences to the records they come from. Made once for a page.
pub struct TextSources<'d> {
    desk: &'d Desk<'d>,
    /// Where each record begins.
    records: BTreeMap<(FileId, u32), Node>,
    /// The notice whose text it is.
    notice: Node,
}

impl<'d> TextSources<'d> {
    /// For the text of a notice.
    pub fn new(desk: &'d Desk<'d>, notice: Node) -> TextSources<'d> {
        let records = desk.registry.places().into_iter().map(|(node, at)| ((at.file, at.start), node));
        TextSources { desk, records: records.collect(), notice }
    }

    /// A link for each place: file and line, to the page of the record that stands there. Behind
    /// the first few, one link says how many more there are.
    pub fn links(&self, origins: &Origins) -> Vec<Link> {
        let mut links: Vec<Link> = origins.places().iter().filter_map(|place| self.link(*place)).collect();
        if links.len() > FEW + 1 {
            let more = links.len() - FEW;
            links.truncate(FEW);
            let (id, _) = self.desk.registry.identity(self.notice);
            let name = self.desk.strings.say("register-text-more", &[("n", more.into())]);
            links.push(Link { name, href: format!("../../{}/{id}.html", Kind::Notice.folder()) });
        }
        links
    }

    fn link(&self, place: Span) -> Option<Link> {
        let (_, node) = self.records.range((place.file, 0)..=(place.file, place.start)).next_back()?;
        let (id, _) = self.desk.registry.identity(*node);
        let name = format!("{}:{}", self.desk.sources.get(place.file).path, self.desk.line(place));
        Some(Link { name, href: format!("../../{}/{id}.html", node.kind.folder()) })
    }

    /// Where a relative link of the public page leads inside the register: that to a group leads to
    /// its record, that to another notice to its text, and any other to the record of this notice.
    pub fn lead(&self, target: &str) -> Option<String> {
        let head = target.split(['/', '?', '#']).next().unwrap_or_default();
        if target.starts_with('#') || head.contains(':') || target.starts_with("../../") {
            return None;
        }
        let (id, _) = self.desk.registry.identity(self.notice);
        let group = target.strip_prefix(id).and_then(|rest| rest.strip_prefix('/'));
        let other = head.strip_suffix(".html").filter(|id| self.desk.registry.notices.find(id).is_some());
        Some(match (group, other) {
            (Some(group), _) => format!("../../{}/{group}", Kind::SubjectGroup.folder()),
            (None, Some(other)) => format!("../../{}/{other}/text.html", Kind::Notice.folder()),
            (None, None) => format!("../../{}/{id}.html", Kind::Notice.folder()),
        })
    }
}
