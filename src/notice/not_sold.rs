//! That data are not sold.

use super::composer::Composer;
use crate::document::{Block, Text};

/// Said where it is stated, in the section on recipients.
pub(super) fn blocks(composer: &Composer<'_>) -> Vec<Block> {
    let stated = composer.notice.data_not_sold.as_ref();
    stated.map(|from| Block::paragraph(Text::told(composer.plain("data-not-sold"), from))).into_iter().collect()
}
