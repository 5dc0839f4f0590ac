//! A whole and its parts, one bar below the other.

use super::canvas::{Canvas, LINE};
use super::grid::{Mark, draw_legend};
use super::{About, Svg};

/// Width of the names.
const NAMES: u32 = 236;
/// Width of a bar.
const WIDE: u32 = 560;
/// Room for words behind a bar.
const BEHIND: u32 = 180;
/// Height of a row.
const ROW: u32 = 48;

/// A kind of part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// How it is drawn.
    pub mark: Mark,
    /// What it means.
    pub label: String,
}

/// A whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bar {
    /// Its name.
    pub label: String,
    /// The page it leads to.
    pub href: Option<String>,
    /// How many there are of each kind of part.
    pub counts: Vec<usize>,
    /// What stands behind it: "12 of 14".
    pub words: String,
}

/// What is to be drawn.
#[derive(Debug, Clone, Default)]
pub struct Bars {
    /// What it is called.
    pub about: About,
    /// The kinds of parts.
    pub parts: Vec<Part>,
    /// The wholes.
    pub bars: Vec<Bar>,
}

/// Draws the bars.
pub fn bars(bars: &Bars) -> Svg {
    let rows = u32::try_from(bars.bars.len()).unwrap_or(u32::MAX / ROW / 2);
    let top = 2 * LINE;
    let has_links = bars.bars.iter().any(|bar| bar.href.is_some());
    let mut canvas = Canvas::new(&bars.about, "bars", (NAMES + WIDE + BEHIND, top + rows * ROW + 1), has_links);
    let legend: Vec<(Mark, String)> = bars.parts.iter().map(|part| (part.mark, part.label.clone())).collect();
    draw_legend(&mut canvas, &legend);
    let mut y = top;
    for bar in &bars.bars {
        canvas.path("rule", &format!("M0 {y}H{}", NAMES + WIDE + BEHIND));
        canvas.begin("name", bar.href.as_deref());
        canvas.label((0, y + 20), &bar.label, NAMES - 12, 2);
        canvas.end(bar.href.is_some());
        for (part, (x, wide)) in bars.parts.iter().zip(lengths(&bar.counts)) {
            // A part that is wide enough bears the sign that stands for its kind.
            let middle = (NAMES + x + wide / 2, y + 22);
            let (class, sign) = match part.mark {
                Mark::Full => ("full", String::new()),
                Mark::Cross => ("lacking", format!("M{} {}l8 8m0 -8l-8 8", middle.0 - 4, middle.1 - 4)),
                Mark::Dash => ("idle", format!("M{} {}h8", middle.0 - 4, middle.1)),
                Mark::Dotted => ("dotted", String::new()),
            };
            if wide > 0 {
                let sign = if wide >= 14 { sign.as_str() } else { "" };
                canvas.path(class, &format!("M{} {}h{wide}v16h-{wide}z{sign}", NAMES + x, y + 14));
            }
        }
        canvas.text("term", NAMES + WIDE + 12, y + 27, &bar.words);
        y += ROW;
    }
    canvas.finish()
}

/// Where each part begins and how wide it is; all of them together are as wide as a bar.
fn lengths(counts: &[usize]) -> Vec<(u32, u32)> {
    let total: usize = counts.iter().sum();
    let at = |count: usize| {
        let wide = WIDE as usize * count / total.max(1);
        u32::try_from(wide).unwrap_or(WIDE)
    };
    let mut before = 0;
    counts
        .iter()
        .map(|count| {
            let start = at(before);
            before += count;
            (start, at(before) - start)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Bar, Bars, Part, WIDE, bars, lengths};
    use crate::picture::{About, Mark};

    #[test]
    fn parts_make_a_whole() {
        for counts in [&[1, 2, 3][..], &[0, 0, 7], &[1000, 1], &[1, 1, 1, 1, 1, 1, 1]] {
            let parts = lengths(counts);
            assert_eq!(parts.iter().map(|(_, wide)| wide).sum::<u32>(), WIDE, "{counts:?}");
            assert!(parts.windows(2).all(|pair| pair[0].0 + pair[0].1 == pair[1].0), "{counts:?}");
        }
        assert_eq!(lengths(&[0, 0]), [(0, 0), (0, 0)]);
    }

    #[test]
    fn bars_are_well_formed() {
        let parts =
            vec![Part { mark: Mark::Full, label: "a & b".into() }, Part { mark: Mark::Cross, label: "<c>".into() }];
        let one =
            Bar { label: "\"one\"".into(), counts: vec![3, 1], words: "3 of 4".into(), href: Some("a.html".into()) };
        let svg = bars(&Bars { about: About::default(), parts, bars: vec![one] });
        assert!(roxmltree::Document::parse(svg.as_str()).is_ok(), "{}", svg.as_str());
    }
}
