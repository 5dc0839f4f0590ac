//! Which records use a record.

use super::composer::Composer;
use crate::document::{Block, Fact, Section, Text};
use crate::record::Kind;
use crate::registry::Node;

/// Users of one kind that are shown before the rest are counted.
const SHOWN: usize = 100;

/// Users by kind, with those that take the record from the defaults of the registry.
pub(super) fn section(composer: &Composer<'_>, node: Node) -> Section {
    let desk = composer.desk;
    let users = desk.registry.users(node);
    let inheriting = desk.inheriting(node);
    let mut facts = Vec::new();
    for kind in Kind::ALL {
        // Users are sorted by kind, and there may be thousands.
        let start = users.partition_point(|user| user.kind < kind);
        let end = users.partition_point(|user| user.kind <= kind);
        let of_kind = users.get(start..end).unwrap_or_default();
        let defaults = if kind == Kind::Activity { inheriting } else { &[] };
        let count = of_kind.len() + defaults.len();
        if count == 0 {
            continue;
        }
        let named = of_kind.iter().map(|user| composer.link(*user));
        let by_default = defaults.iter().map(|user| inherited(composer, &composer.link(*user)));
        let mut lines: Vec<Text> = named.chain(by_default).take(SHOWN).map(Text::from).collect();
        if count > SHOWN {
            let rest = count - SHOWN;
            lines.push(Text::from(
                composer.say("register-used-by-more", &[("n", rest.into()), ("list", (&composer.list(kind)).into())]),
            ));
        }
        facts.push(Fact { term: composer.plain(&format!("register-kinds-{}", kind.folder())).into(), lines });
    }
    let block = if facts.is_empty() { composer.paragraph("register-used-by-none") } else { Block::Facts { facts } };
    composer.section("used-by", "register-used-by", None, vec![block])
}

/// Marks what comes from the defaults of the registry.
pub(super) fn inherited(composer: &Composer<'_>, what: &str) -> String {
    composer.say_one("register-inherited", "what", what)
}
