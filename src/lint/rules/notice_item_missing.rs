use std::collections::BTreeMap;

use crate::coverage::{Gap, cover_facts};
use crate::diagnostic::Diagnostic;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::notice::Notice;
use crate::registry::{Entry, Node};
use crate::source::Span;

declare_lint! {
    /// A notice owes people a piece of information, and does not give it.
    ///
    /// # What it checks
    ///
    /// For each notice and each group of people it speaks to, every information item that the records give
    /// cause for stands in the notice: there is a transfer, so the notice tells of it. `ropa coverage`
    /// shows the whole grid, item by item, with the place where each is met.
    ///
    /// Most gaps have a lint of their own, such as `retention-missing` or `purpose-without-basis`, that
    /// knows more about them. What such a lint looks for is left to it, whatever its level, so that one
    /// gap is one finding and one waiver. This lint speaks of the rest: sections that the notice leaves
    /// out, purposes that are for other groups only, operators of systems who do not stand among the
    /// recipients.
    ///
    /// # Why
    ///
    /// Articles 13 and 14 list what people have to be told, and Article 21(4) asks to set the right to
    /// object apart. Only items that the text of the law or a judgment asks for count here; guidelines and
    /// good practice do not.
    ///
    /// # Example
    ///
    /// ```toml
    /// # notices.toml
    /// [website]
    /// order = ["controller", "data", "purposes", "profiling", "cookies", "recipients", "transfers", "rights", "objection", "marketing", "complaints", "changes", "contact"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # notices.toml
    /// [website]
    /// order = ["controller", "data", "purposes", "profiling", "cookies", "recipients", "transfers", "retention", "rights", "objection", "marketing", "complaints", "changes", "contact"]
    /// ```
    ///
    /// # Limits
    ///
    /// What an author writes into statements and introductions is not understood. A section may stand in
    /// another notice of the same controller that tells the same people of the same activities. What no
    /// file can show, such as whether the notice is there when data are collected, is not asked.
    "notice-item-missing", Required, check
}

/// What is missing at one place, for whom, and what asks for it.
#[derive(Default)]
struct Missing {
    groups: Vec<String>,
    items: Vec<String>,
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    // The grid shows the items of every notice; where no seat says that the Regulation applies, a
    // finding would pass a verdict on Article 3.
    let applies = |entry: &Entry<Notice>| entry.links.controller.is_none_or(|id| scope.is_under_gdpr(id));
    for (id, entry) in scope.registry.notices.iter().filter(|(_, entry)| applies(entry)) {
        let mut found: BTreeMap<(Span, Node, String), Missing> = BTreeMap::new();
        for group in cover_facts(scope.registry, id).groups {
            let name = &scope.registry.subject_groups[group.group].id;
            for row in &group.rows {
                for (article, gaps) in row.missing() {
                    let item = format!("{} ({})", row.item.id, row.item.source(article).unwrap_or_default());
                    for Gap { record, at, write, .. } in gaps.iter().filter(|gap| gap.lint.is_none()) {
                        let missing = found.entry((*at, *record, write.clone())).or_default();
                        push_once(&mut missing.groups, format!("`{name}`"));
                        push_once(&mut missing.items, item.clone());
                    }
                }
            }
        }
        for ((at, record, write), missing) in found {
            report.add(record, told(&entry.id, entry.at, (at, record == id.into()), &write, &missing));
        }
    }
}

fn told(notice: &str, notice_at: Span, (at, in_notice): (Span, bool), write: &str, missing: &Missing) -> Diagnostic {
    let groups = missing.groups.join(", ");
    let (message, label, help) = match write.strip_prefix("order.") {
        Some(section) => (
            format!("`{notice}` leaves out the section `{section}`, which it owes to {groups}"),
            "not in this order".to_owned(),
            format!("add `\"{section}\"` to `order`"),
        ),
        None => (
            format!("`{notice}` does not tell {groups} what the law asks for"),
            "missing here".to_owned(),
            format!("write `{write}`"),
        ),
    };
    let found = finding(at, message).label(label);
    let found = if in_notice { found } else { found.related(notice_at, "this notice") };
    let items = missing.items.join(", ");
    found.help(help).help(format!("`ropa coverage --notice {notice}` shows the whole grid; this is about {items}"))
}

fn push_once(list: &mut Vec<String>, text: String) {
    if !list.contains(&text) {
        list.push(text);
    }
}
