//! The notice itself: its version, and what it says of rights, decisions and changes.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::{Reading, flag};
use crate::import::Node;
use crate::import::making::Fields;
use crate::record::Kind;

/// What TILT says of rights, and the section in which a notice says it.
const STATEMENTS: [(&str, &str, &str); 7] = [
    ("rightToInformation", "access", "rights"),
    ("accessAndDataPortability", "access-and-portability", "rights"),
    ("rightToRectificationOrDeletion", "rectification-or-erasure", "rights"),
    ("rightToDataPortability", "portability", "rights"),
    ("rightToWithdrawConsent", "withdrawal", "rights"),
    ("rightToComplain", "complaint", "complaints"),
    ("automatedDecisionMaking", "automated-decisions", "profiling"),
];

/// Whether a text can stand in a notice on its own. Many documents only name the right: "Auskunft".
fn is_sentence(text: &str) -> bool {
    text.split_whitespace().count() > 3 || text.ends_with(['.', '!', '?'])
}

/// The notice. Descriptions of rights become statements; which rights there are follows from the bases,
/// and not from the document, because TILT leaves out those of Articles 18 and 21.
pub(super) fn read<'n>(reading: &mut Reading<'n>, root: &'n Node) {
    let making = &mut reading.making;
    let meta = root.get("meta").filter(|meta| !meta.is_empty());
    let Some(at) = meta.or_else(|| root.get("dataDisclosed")).map(|node| node.span) else { return };
    let name = meta.and_then(|meta| making.take(meta, "name"));
    let title = name.as_ref().map_or("TILT", |(name, _)| name.as_str());
    let id = making.id(Kind::Notice, title);
    let mut fields = Fields::default();
    fields.text("title", title, at);
    if let Some(controller) = &reading.controller {
        fields.text("controller", controller, at);
    }
    if let Some(meta) = meta {
        for (theirs, ours) in [("version", "version"), ("url", "url")] {
            if let Some((text, at)) = making.take(meta, theirs) {
                fields.text(ours, &text, at);
            }
        }
        if let Some(node) = meta.get("modified")
            && let Some(day) = node.written().get(..10)
            && day.parse::<NaiveDate>().is_ok()
        {
            making.fates.place(node);
            fields.text("updated", day, node.span);
        }
    }
    let mut statements = Fields::default();
    let mut said = HashSet::new();
    let mut lines = meta.map(|meta| making.fates.rest(meta, "meta")).unwrap_or_default();
    for (member, key, section) in STATEMENTS {
        let Some(node) = root.get(member).filter(|node| !node.is_empty()) else { continue };
        let available = flag(node.get("available").or_else(|| node.get("inUse")));
        let mut text = Vec::new();
        for part in ["description", "logicInvolved", "scopeAndIntendedEffects"] {
            let sentence = node.get(part).map(Node::written).filter(|words| is_sentence(words));
            if available != Some(false) && sentence.is_some() {
                text.extend(making.take(node, part).map(|(text, _)| text));
            }
        }
        if !text.is_empty() {
            let text = text.join(" ");
            for flag in ["available", "inUse"] {
                making.fates.place_at(node, flag);
            }
            let mut statement = Fields::default();
            statement.text("section", section, node.span);
            statement.words("text", &text, node.span);
            // Many documents say the same at each right; a notice says it once.
            if said.insert((section, text)) {
                statements.table(key, statement, node.span);
            }
        }
        if member == "automatedDecisionMaking" && available == Some(true) {
            making.fates.advise("say which activity decides by automated means: TILT says it of the whole notice");
        }
        lines.extend(making.fates.rest(node, member));
    }
    for (number, node) in root.get("changesOfPurpose").map(Node::each).unwrap_or_default().iter().enumerate() {
        if let Some((text, at)) = making.take(node, "description") {
            let mut statement = Fields::default();
            statement.text("section", "changes", at);
            statement.words("text", &text, at);
            statements.table(&format!("change-of-purpose-{}", number + 1), statement, at);
        }
        lines.extend(making.fates.rest(node, "changesOfPurpose"));
    }
    fields.table("statements", statements, at);
    // What stands beside the members of TILT belongs to nothing else.
    let known = ["dataDisclosed", "sources", "thirdCountryTransfers", "controller", "dataProtectionOfficer"];
    for (key, node) in root.entries().iter().filter(|(key, _)| !known.contains(&key.name.as_str())) {
        lines.extend(making.fates.rest(node, &key.name));
    }
    fields.note(&lines, at);
    making.add(Kind::Notice, &id, at, fields);
}
