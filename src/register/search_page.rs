//! The page about the search: what it looks at, and the lists for those who read without a script.

use super::composer::Composer;
use crate::document::{Block, Document};
use crate::record::Kind;

pub(super) fn document(composer: &Composer<'_>) -> Document {
    let kinds = Kind::ALL.into_iter().filter(|kind| composer.desk.count(*kind) > 0).map(|kind| composer.list(kind));
    let lead = vec![
        composer.paragraph("register-search-lead"),
        composer.paragraph("register-search-keys"),
        composer.paragraph("register-search-lists"),
        Block::list(kinds),
    ];
    Document { title: composer.plain("register-search").into(), lead, sections: Vec::new() }
}
