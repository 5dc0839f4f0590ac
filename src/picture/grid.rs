//! Rows and columns with numbers or marks where they meet.

use std::fmt::Write;

use super::canvas::{Canvas, LINE, SMALL};
use super::label;
use super::{About, Svg};

/// Width of the names of the rows.
const NAMES: u32 = 226;
/// The most lines of the name of a column.
const HEAD_LINES: usize = 4;
/// Room around a cell.
const APART: u32 = 2;
/// Steps of shade.
const SHADES: usize = 4;

/// What stands where a row and a column meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A number; the greater, the darker.
    Count(usize),
    /// A sign.
    Mark(Mark),
}

/// A sign that can be told from the others without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// A full square.
    Full,
    /// An empty square with a cross.
    Cross,
    /// A dash.
    Dash,
    /// A dotted square.
    Dotted,
}

/// A column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// Its name.
    pub label: String,
    /// The page it leads to.
    pub href: Option<String>,
}

/// A row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Its name.
    pub label: String,
    /// What is to be known about it, in a few words.
    pub note: Option<String>,
    /// The page it leads to.
    pub href: Option<String>,
    /// Whether its cells are outlined.
    pub marked: bool,
    /// A cell for each column.
    pub cells: Vec<Cell>,
}

/// What is to be drawn.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    /// What it is called.
    pub about: About,
    /// Width of a column.
    pub column: u32,
    /// The columns.
    pub heads: Vec<Head>,
    /// The rows.
    pub lines: Vec<Line>,
    /// What marks mean.
    pub legend: Vec<(Mark, String)>,
}

/// Shapes of one kind make one path.
#[derive(Default)]
struct Shapes {
    shades: [String; SHADES],
    outlines: String,
    marks: [String; 4],
    rules: String,
}

/// Draws rows and columns.
pub fn grid(grid: &Grid) -> Svg {
    let columns = u32::try_from(grid.heads.len()).unwrap_or(0);
    let heads: Vec<(Vec<String>, bool)> = grid
        .heads
        .iter()
        .map(|head| label::lines(&head.label, SMALL, grid.column.saturating_sub(4), HEAD_LINES))
        .collect();
    let rows = heads.iter().map(|(lines, _)| lines.len()).max().unwrap_or(0);
    let legend = if grid.legend.is_empty() { 0 } else { 2 * LINE };
    let top = legend + u32::try_from(rows).unwrap_or(0) * LINE + 12;
    let height: u32 = top + grid.lines.iter().map(tall).sum::<u32>() + 1;
    let width = (NAMES + columns * grid.column).max(legend_width(&grid.legend)) + 1;
    let has_links =
        grid.lines.iter().any(|line| line.href.is_some()) || grid.heads.iter().any(|head| head.href.is_some());
    let mut canvas = Canvas::new(&grid.about, "grid", (width, height), has_links);
    draw_legend(&mut canvas, &grid.legend);
    for (at, (head, (lines, is_cut))) in grid.heads.iter().zip(&heads).enumerate() {
        let x = NAMES + u32::try_from(at).unwrap_or(0) * grid.column + grid.column / 2;
        let above = u32::try_from(rows - lines.len()).unwrap_or(0) * LINE;
        canvas.begin("", head.href.as_deref());
        if *is_cut {
            canvas.title(&head.label);
        }
        canvas.lines("over", x, legend + above + LINE - 2, lines);
        canvas.end(head.href.is_some());
    }
    let mut shapes = Shapes::default();
    let mut numbers = Vec::new();
    let most = grid.lines.iter().flat_map(|line| &line.cells).filter_map(count).max().unwrap_or(0);
    let mut y = top;
    for line in &grid.lines {
        let high = tall(line);
        let _ = write!(shapes.rules, "M0 {y}H{width}");
        for (at, cell) in line.cells.iter().take(grid.heads.len()).enumerate() {
            let x = NAMES + u32::try_from(at).unwrap_or(0) * grid.column;
            let (wide, middle) = (grid.column - APART, (x + grid.column / 2, y + high / 2));
            match cell {
                Cell::Empty => {}
                Cell::Count(n) => {
                    let rectangle = format!("M{} {}h{wide}v{}h-{wide}z", x + 1, y + 1, high - APART);
                    shapes.shades[shade(*n, most)].push_str(&rectangle);
                    if line.marked {
                        shapes.outlines.push_str(&rectangle);
                    }
                    numbers.push((middle.0, middle.1 + 5, n.to_string()));
                }
                Cell::Mark(mark) => sign(&mut shapes.marks[*mark as usize], *mark, middle),
            }
        }
        y += high;
    }
    canvas.path("rule", &shapes.rules);
    for (step, d) in shapes.shades.iter().enumerate() {
        canvas.path(&format!("shade-{}", step + 1), d);
    }
    canvas.path("outline", &shapes.outlines);
    for (at, d) in shapes.marks.iter().enumerate() {
        canvas.path(class(at), d);
    }
    for (x, y, number) in numbers {
        canvas.text("number", x, y, &number);
    }
    let mut y = top;
    for line in &grid.lines {
        let high = tall(line);
        let (_, note) = texts(line);
        let rows = high / LINE;
        let first = y + (high - rows * LINE) / 2 + LINE - 4;
        canvas.begin("name", line.href.as_deref());
        let used = canvas.label((0, first), &line.label, NAMES - 12, 2);
        if let Some(note) = note {
            canvas.text("note", 0, first + u32::try_from(used).unwrap_or(0) * LINE, &note);
        }
        canvas.end(line.href.is_some());
        y += high;
    }
    canvas.finish()
}

/// The name of a row in lines, and its note.
fn texts(line: &Line) -> (usize, Option<String>) {
    let (lines, _) = label::lines(&line.label, super::canvas::SIZE, NAMES - 12, 2);
    let (note, _) = label::lines(line.note.as_deref().unwrap_or_default(), SMALL, NAMES - 12, 1);
    (lines.len(), note.into_iter().next())
}

fn tall(line: &Line) -> u32 {
    let (lines, note) = texts(line);
    let rows = u32::try_from(lines + usize::from(note.is_some())).unwrap_or(1).max(1);
    rows * LINE + 14
}

fn count(cell: &Cell) -> Option<usize> {
    match cell {
        Cell::Count(n) => Some(*n),
        _ => None,
    }
}

/// Which of the shades a number gets: its own where they are enough for all numbers.
fn shade(n: usize, most: usize) -> usize {
    let step = if most <= SHADES { n } else { (n * SHADES).div_ceil(most) };
    step.clamp(1, SHADES) - 1
}

fn class(mark: usize) -> &'static str {
    ["full", "cross", "dash", "dotted"].get(mark).copied().unwrap_or("dash")
}

/// Adds a sign around a place to the path of its kind.
pub(super) fn sign(d: &mut String, mark: Mark, (x, y): (u32, u32)) {
    let (left, up) = (x.saturating_sub(7), y.saturating_sub(7));
    let _ = match mark {
        Mark::Full | Mark::Dotted => write!(d, "M{left} {up}h14v14h-14z"),
        Mark::Cross => write!(d, "M{left} {up}h14v14h-14zM{} {}l8 8m0 -8l-8 8", left + 3, up + 3),
        Mark::Dash => write!(d, "M{} {y}h8", left + 3),
    };
}

fn legend_width(legend: &[(Mark, String)]) -> u32 {
    legend.iter().map(|(_, words)| 44 + label::width(words, SMALL)).sum()
}

/// What marks mean, in a line at the top.
pub(super) fn draw_legend(canvas: &mut Canvas, legend: &[(Mark, String)]) {
    let mut x = 8;
    for (mark, words) in legend {
        let mut d = String::new();
        sign(&mut d, *mark, (x, LINE - 4));
        canvas.path(class(*mark as usize), &d);
        canvas.text("note", x + 14, LINE, words);
        x += 44 + label::width(words, SMALL);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, any, prop, proptest};

    use super::{Cell, Grid, Head, Line, Mark, grid, shade};
    use crate::picture::About;

    fn lines() -> impl Strategy<Value = Line> {
        let cell = (0..6_u8, 0..2000_usize).prop_map(|(kind, n)| match kind {
            0 => Cell::Empty,
            1 => Cell::Mark(Mark::Full),
            2 => Cell::Mark(Mark::Cross),
            3 => Cell::Mark(Mark::Dash),
            _ => Cell::Count(n),
        });
        let words = || any::<Option<String>>();
        (any::<String>(), words(), words(), any::<bool>(), prop::collection::vec(cell, 0..9))
            .prop_map(|(label, note, href, marked, cells)| Line { label, note, href, marked, cells })
    }

    proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() })]

        #[test]
        fn a_grid_holds_together(heads in prop::collection::vec(any::<String>(), 0..8),
                                 lines in prop::collection::vec(lines(), 0..20)) {
            let heads: Vec<Head> = heads.into_iter().map(|label| Head { label, href: None }).collect();
            let legend = vec![(Mark::Full, "there".to_owned())];
            let about = About { id: "g".into(), ..About::default() };
            let input = Grid { about, column: 80, heads, lines, legend };
            let svg = grid(&input);
            let document = roxmltree::Document::parse(svg.as_str()).unwrap();
            let numbers = document.descendants().filter(|node| node.attribute("class") == Some("ropa-number")).count();
            let cells = input.lines.iter().flat_map(|line| line.cells.iter().take(input.heads.len()));
            assert_eq!(numbers, cells.filter(|cell| matches!(cell, Cell::Count(_))).count());
            let names = document.descendants().filter(|node| node.attribute("class") == Some("ropa-name")).count();
            assert_eq!(names, input.lines.len());
        }
    }

    #[test]
    fn greater_numbers_are_darker() {
        assert_eq!([1, 2, 3, 4].map(|n| shade(n, 4)), [0, 1, 2, 3]);
        assert_eq!([1, 25, 26, 75, 100].map(|n| shade(n, 100)), [0, 0, 1, 2, 3]);
        assert_eq!(shade(0, 0), 0);
    }
}
