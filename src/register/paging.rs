//! Long lists over several pages, so that no page grows with the register.

use super::composer::Composer;
use crate::document::Block;
use crate::markdown;

/// Rows on a page of a list.
pub(super) const ROWS: usize = 500;

/// Rows on a page of the register of one controller, whose rows say much more.
pub(super) const REGISTER_ROWS: usize = 100;

/// The numbers of the pages that so many rows need; one page even for none.
pub(super) fn pages(rows: usize, on_a_page: usize) -> impl Iterator<Item = usize> {
    1..=rows.div_ceil(on_a_page).max(1)
}

/// The file of a page: `activities.html`, `activities-2.html`.
pub(super) fn file(stem: &str, page: usize) -> String {
    if page == 1 { format!("{stem}.html") } else { format!("{stem}-{page}.html") }
}

/// The rows of a page.
pub(super) fn slice<T>(rows: &[T], page: usize, on_a_page: usize) -> &[T] {
    let start = page.saturating_sub(1).saturating_mul(on_a_page).min(rows.len());
    let end = start.saturating_add(on_a_page).min(rows.len());
    &rows[start..end]
}

/// Links to all pages of a list, the page itself as plain words; nothing for a single page.
pub(super) fn links(
    composer: &Composer<'_>,
    page: usize,
    rows: usize,
    on_a_page: usize,
    address: impl Fn(usize) -> String,
) -> Option<Block> {
    if rows <= on_a_page {
        return None;
    }
    let link = |number: usize| {
        let words = number.to_string();
        if number == page { format!("**{words}**") } else { markdown::link(&words, &address(number)) }
    };
    let links: Vec<String> = pages(rows, on_a_page).map(link).collect();
    let links = links.join(" ");
    Some(Block::Pages { text: composer.say("register-pages", &[("pages", (&links).into())]).into() })
}

#[cfg(test)]
mod tests {
    use super::{file, pages, slice};

    #[test]
    fn every_row_stands_on_one_page() {
        let rows: Vec<usize> = (0..1001).collect();
        let shown: Vec<usize> = pages(rows.len(), 500).flat_map(|page| slice(&rows, page, 500).to_vec()).collect();
        assert_eq!(shown, rows);
        assert_eq!(pages(1000, 500).count(), 2);
        assert_eq!(pages(0, 500).count(), 1);
        assert_eq!(slice(&rows, 9, 500), &[] as &[usize]);
    }

    #[test]
    fn the_first_page_has_no_number() {
        assert_eq!(file("activities", 1), "activities.html");
        assert_eq!(file("activities", 2), "activities-2.html");
    }
}
