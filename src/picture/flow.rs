//! Boxes in columns, and what leads from one column to the next.
//!
//! 1. [`condense`] puts the least connected boxes of a long column into one that counts them.
//! 2. [`order`] moves boxes within their columns so that few lines cross.
//! 3. Boxes get their places, lines their ends, and all of it is drawn.

mod condense;
mod order;

use std::fmt::Write;

pub use condense::{Condensed, condense};

use super::canvas::{Canvas, LINE, SIZE, SMALL};
use super::label;
use super::{About, Svg};
use order::order;

/// Width of a column.
const COLUMN: u32 = 188;
/// Room between columns, for the lines.
const BETWEEN: u32 = 58;
/// Room between boxes of a column.
const APART: u32 = 10;
/// Room around the words of a box.
const PADDING: u32 = 8;
/// Height of the headings of the columns.
const HEADINGS: u32 = 30;
/// The least room that the end of a line gets.
const PORT: u32 = 4;

/// A box.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Node {
    /// Its column, from 0.
    pub column: usize,
    /// Its words.
    pub label: String,
    /// What is to be known about it, in two or three words.
    pub note: Option<String>,
    /// The page it leads to.
    pub href: Option<String>,
    /// How it looks.
    pub look: Look,
}

/// How a box looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Look {
    /// As most do.
    #[default]
    Plain,
    /// Set apart, such as data of a special category.
    Marked,
    /// For something that is not written.
    Gap,
    /// For those that there is no room for.
    More,
}

/// What is to be drawn.
#[derive(Debug, Clone, Default)]
pub struct Flow {
    /// What it is called.
    pub about: About,
    /// Headings of the columns.
    pub headings: Vec<String>,
    /// The boxes.
    pub nodes: Vec<Node>,
    /// What leads where, as places in `nodes`. An end that is no place is left out.
    pub edges: Vec<(usize, usize)>,
}

/// A box with its words in lines and its place.
struct Placed {
    lines: Vec<String>,
    note: Option<String>,
    is_cut: bool,
    x: u32,
    y: u32,
    height: u32,
}

/// Draws boxes and lines.
pub fn flow(flow: &Flow) -> Svg {
    let columns = flow.nodes.iter().map(|node| node.column + 1).max().unwrap_or(0).max(flow.headings.len());
    let is_there = |edge: &&(usize, usize)| edge.0 < flow.nodes.len() && edge.1 < flow.nodes.len();
    let edges: Vec<(usize, usize)> = flow.edges.iter().filter(is_there).copied().collect();
    let order = order(&flow.nodes, columns, &edges);
    let (placed, height) = place(flow, &edges, &order);
    let count = u32::try_from(columns).unwrap_or(1).max(1);
    let width = count * COLUMN + (count - 1) * BETWEEN + 2;
    let has_links = flow.nodes.iter().any(|node| node.href.is_some());
    let mut canvas = Canvas::new(&flow.about, "flow", (width, height + 1), has_links);
    for (column, heading) in flow.headings.iter().enumerate() {
        let (line, _) = label::lines(heading, SIZE, COLUMN, 1);
        canvas.lines("head", left(column), LINE, &line);
    }
    for d in links(flow, &edges, &order, &placed) {
        canvas.path("link", &d);
    }
    for (node, placed) in order.iter().flatten().map(|index| (&flow.nodes[*index], &placed[*index])) {
        draw(&mut canvas, node, placed);
    }
    canvas.finish()
}

fn left(column: usize) -> u32 {
    u32::try_from(column).unwrap_or(0) * (COLUMN + BETWEEN) + 1
}

/// Every box with its place, and the height of the picture. Columns stand in the middle of it.
fn place(flow: &Flow, edges: &[(usize, usize)], order: &[Vec<usize>]) -> (Vec<Placed>, u32) {
    let mut ends = vec![(0_u32, 0_u32); flow.nodes.len()];
    for (from, to) in edges {
        ends[*from].1 += 1;
        ends[*to].0 += 1;
    }
    let measured = flow.nodes.iter().zip(&ends).map(|(node, (into, out))| {
        let room = COLUMN - 2 * PADDING;
        let (lines, is_cut) = label::lines(&node.label, SIZE, room, 2);
        let (note, cut_note) = label::lines(node.note.as_deref().unwrap_or_default(), SMALL, room, 1);
        let rows = u32::try_from(lines.len() + note.len()).unwrap_or(1).max(1);
        let height = (rows * LINE + 2 * PADDING - 2).max(into.max(out) * PORT + PADDING);
        let note = note.into_iter().next();
        Placed { lines, note, is_cut: is_cut || cut_note, x: left(node.column), y: 0, height }
    });
    let mut placed: Vec<Placed> = measured.collect();
    let tall = |column: &Vec<usize>, placed: &[Placed]| -> u32 {
        let boxes: u32 = column.iter().map(|index| placed[*index].height + APART).sum();
        boxes.saturating_sub(APART)
    };
    let tallest = order.iter().map(|column| tall(column, &placed)).max().unwrap_or(0);
    for column in order {
        let mut y = HEADINGS + (tallest - tall(column, &placed)) / 2;
        for index in column {
            placed[*index].y = y;
            y += placed[*index].height + APART;
        }
    }
    (placed, HEADINGS + tallest)
}

/// A path for each column that lines begin in, with one curve for each line. Lines leave and reach a
/// box in the order of the boxes at their other ends.
fn links(flow: &Flow, edges: &[(usize, usize)], order: &[Vec<usize>], placed: &[Placed]) -> Vec<String> {
    let middle = |index: usize| placed[index].y * 2 + placed[index].height;
    let port = |of: usize, at: usize, count: usize| {
        let (at, count) = (u32::try_from(at).unwrap_or(0), u32::try_from(count).unwrap_or(1).max(1));
        placed[of].y + placed[of].height * (2 * at + 1) / (2 * count)
    };
    let mut leaving: Vec<Vec<usize>> = vec![Vec::new(); placed.len()];
    let mut reaching = leaving.clone();
    for (at, (from, to)) in edges.iter().enumerate() {
        leaving[*from].push(at);
        reaching[*to].push(at);
    }
    let mut starts = vec![0; edges.len()];
    let mut ends = vec![0; edges.len()];
    for node in 0..placed.len() {
        leaving[node].sort_by_key(|at| (middle(edges[*at].1), *at));
        reaching[node].sort_by_key(|at| (middle(edges[*at].0), *at));
        for (place, at) in leaving[node].iter().enumerate() {
            starts[*at] = port(node, place, leaving[node].len());
        }
        for (place, at) in reaching[node].iter().enumerate() {
            ends[*at] = port(node, place, reaching[node].len());
        }
    }
    let mut paths = Vec::with_capacity(order.len());
    for column in 0..order.len() {
        let mut d = String::new();
        for (at, (from, to)) in edges.iter().enumerate() {
            if flow.nodes[*from].column != column {
                continue;
            }
            let (x, end) = (placed[*from].x + COLUMN, placed[*to].x);
            let bend = x.midpoint(end);
            let _ = write!(d, "M{x} {}C{bend} {} {bend} {} {end} {}", starts[at], starts[at], ends[at], ends[at]);
        }
        paths.push(d);
    }
    paths
}

fn draw(canvas: &mut Canvas, node: &Node, placed: &Placed) {
    let class = match node.look {
        Look::Plain => "box",
        Look::Marked => "box ropa-marked",
        Look::Gap => "box ropa-gap",
        Look::More => "box ropa-more",
    };
    canvas.begin(class, node.href.as_deref());
    if placed.is_cut {
        canvas.title(
            &[Some(node.label.as_str()), node.note.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" – "),
        );
    }
    canvas.path("", &format!("M{} {}h{COLUMN}v{}h-{COLUMN}z", placed.x, placed.y, placed.height));
    let rows = u32::try_from(placed.lines.len() + usize::from(placed.note.is_some())).unwrap_or(1);
    let y = placed.y + (placed.height - (rows * LINE).min(placed.height)) / 2 + LINE - 4;
    canvas.lines("", placed.x + PADDING, y, &placed.lines);
    if let Some(note) = &placed.note {
        let below = u32::try_from(placed.lines.len()).unwrap_or(0) * LINE;
        canvas.text("note", placed.x + PADDING, y + below, note);
    }
    canvas.end(node.href.is_some());
}

#[cfg(test)]
mod tests;
