//! A number over time, one column beside the other.

use super::canvas::{Canvas, LINE, SIZE, SMALL};
use super::{About, Svg, label};

/// Room for a column.
const STEP: u32 = 22;
/// Width of a column.
const WIDE: u32 = 14;
/// Height of the highest one.
const HIGH: u32 = 72;
/// The least width of a picture: two names of months side by side.
const LEAST: u32 = 320;

/// A number at some time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// What stands below it, if there is room; the first and the last go first.
    pub tick: Option<String>,
    /// When it was, and how many: shown when one points at it.
    pub words: String,
    /// The number.
    pub count: usize,
}

/// What is to be drawn.
#[derive(Debug, Clone, Default)]
pub struct Columns {
    /// What it is called.
    pub about: About,
    /// The numbers, the oldest first.
    pub columns: Vec<Column>,
}

/// Draws the columns. Above them stands the number wherever it changes and there is room for it.
pub fn columns(columns: &Columns) -> Svg {
    let all = &columns.columns;
    let number = u32::try_from(all.len()).unwrap_or(u32::MAX / STEP / 2);
    let width = (number * STEP).max(LEAST);
    let bottom = LINE + HIGH + 6;
    let mut canvas = Canvas::new(&columns.about, "columns", (width, bottom + LINE + 4), false);
    let most = all.iter().map(|column| column.count).max().unwrap_or_default().max(1);
    for (column, at) in all.iter().zip(0_u32..) {
        let high = u32::try_from(HIGH as usize * column.count / most).unwrap_or(HIGH);
        // One of a thousand is still something.
        let high = if column.count > 0 { high.max(2) } else { 0 };
        canvas.begin("column", None);
        canvas.title(&column.words);
        if high > 0 {
            canvas.path("full", &format!("M{} {}h{WIDE}v{high}h-{WIDE}z", left(at), bottom - high));
        }
        canvas.end(false);
    }
    canvas.path("axis", &format!("M0 {bottom}H{width}"));
    for (x, at) in numbers(all, width) {
        let high = u32::try_from(HIGH as usize * all[at].count / most).unwrap_or(HIGH);
        canvas.text("", x, bottom - high - 4, &all[at].count.to_string());
    }
    for (x, words) in ticks(all, width) {
        canvas.text("tick", x, bottom + LINE, words);
    }
    canvas.finish()
}

fn left(at: u32) -> u32 {
    at * STEP + (STEP - WIDE) / 2
}

/// Where numbers stand: at the last column, and at those that differ from the one before.
fn numbers(all: &[Column], width: u32) -> Vec<(u32, usize)> {
    let place = |at: usize| {
        let wide = label::width(&all[at].count.to_string(), SIZE);
        let middle = left(u32::try_from(at).unwrap_or_default()) + WIDE / 2;
        let x = middle.saturating_sub(wide / 2).min(width.saturating_sub(wide));
        (x, x + wide)
    };
    let Some(last) = all.len().checked_sub(1) else { return Vec::new() };
    let mut found: Vec<(u32, usize)> = Vec::new();
    let mut free = 0;
    for at in 0..last {
        let is_new = at == 0 || all[at].count != all[at - 1].count;
        let (start, end) = place(at);
        if is_new && start >= free && end + 4 <= place(last).0 {
            found.push((start, at));
            free = end + 4;
        }
    }
    found.push((place(last).0, last));
    found
}

/// Where names of times stand: the first, the last, and what fits between.
fn ticks(all: &[Column], width: u32) -> Vec<(u32, &str)> {
    let named = |at: usize| all.get(at).and_then(|column| column.tick.as_deref());
    // Words at the very edge would be cut off, and widths are about right only.
    let wide = |words: &str| label::width(words, SMALL) * 9 / 8;
    let Some(first) = named(0) else { return Vec::new() };
    let mut found = vec![(0, first)];
    let mut free = wide(first) + 12;
    let last = all.len() - 1;
    let end = named(last).filter(|_| last > 0).map(|words| {
        let x = left(u32::try_from(last).unwrap_or_default());
        (x.min(width.saturating_sub(wide(words))), words)
    });
    let until = end.map_or(width, |(x, _)| x);
    for at in 1..last {
        let x = left(u32::try_from(at).unwrap_or_default());
        if let Some(words) = named(at).filter(|words| x >= free && x + wide(words) + 12 <= until) {
            found.push((x, words));
            free = x + wide(words) + 12;
        }
    }
    found.extend(end.filter(|(x, _)| *x >= free));
    found
}

#[cfg(test)]
mod tests {
    use super::{Column, Columns, columns, numbers, ticks};
    use crate::picture::About;

    fn of(counts: &[usize]) -> Vec<Column> {
        let column = |(at, count): (usize, &usize)| Column {
            tick: (at == 0 || at + 1 == counts.len() || at % 12 == 4).then(|| "September <2026>".to_owned()),
            words: format!("{count} & more"),
            count: *count,
        };
        counts.iter().enumerate().map(column).collect()
    }

    #[test]
    fn words_do_not_meet() {
        for length in 1..40 {
            for step in [1, 1000, 100_000] {
                let all = of(&(0..length).map(|at| at * step).collect::<Vec<_>>());
                let width = (22 * u32::try_from(length).unwrap()).max(320);
                let shown = numbers(&all, width);
                assert_eq!(shown.last().map(|(_, at)| *at), Some(length - 1));
                assert!(shown.windows(2).all(|pair| pair[0].0 + 8 < pair[1].0), "{shown:?}");
                let named = ticks(&all, width);
                assert!(named.windows(2).all(|pair| pair[0].0 + 90 < pair[1].0), "{named:?}");
            }
        }
    }

    #[test]
    fn columns_are_well_formed() {
        for counts in [&[][..], &[0], &[3, 3, 0, 1000, 1]] {
            let svg = columns(&Columns { about: About::default(), columns: of(counts) });
            assert!(roxmltree::Document::parse(svg.as_str()).is_ok(), "{}", svg.as_str());
            assert_eq!(svg.as_str().matches("ropa-full").count(), counts.iter().filter(|count| **count > 0).count());
        }
    }
}
