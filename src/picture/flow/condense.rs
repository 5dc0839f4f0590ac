//! Long columns made short: the least connected boxes become one that counts them.

use std::cmp::Reverse;

use super::{Look, Node};

/// Boxes and lines that fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condensed {
    /// The boxes, in their order; after those of a column the one that counts the others.
    pub nodes: Vec<Node>,
    /// What leads where.
    pub edges: Vec<(usize, usize)>,
    /// How many boxes are only counted.
    pub hidden: usize,
}

/// Leaves at most so many boxes in a column. What is marked stays before what is not, then what has
/// most lines; `more` says how many others there are.
pub fn condense(nodes: Vec<Node>, edges: &[(usize, usize)], most: usize, more: impl Fn(usize) -> String) -> Condensed {
    let columns = nodes.iter().map(|node| node.column + 1).max().unwrap_or(0);
    let mut sizes = vec![0; columns];
    for node in &nodes {
        sizes[node.column] += 1;
    }
    let most = most.max(1);
    if sizes.iter().all(|size| *size <= most) {
        let edges = edges.iter().filter(|(from, to)| *from < nodes.len() && *to < nodes.len()).copied().collect();
        return Condensed { nodes, edges, hidden: 0 };
    }
    let mut ends = vec![0_usize; nodes.len()];
    for index in edges.iter().flat_map(|(from, to)| [*from, *to]).filter(|index| *index < nodes.len()) {
        ends[index] += 1;
    }
    let mut ranked: Vec<usize> = (0..nodes.len()).collect();
    ranked.sort_by_key(|index| (nodes[*index].look != Look::Marked, Reverse(ends[*index]), *index));
    let mut kept = vec![false; nodes.len()];
    let mut room: Vec<usize> = sizes.iter().map(|size| if *size > most { most - 1 } else { *size }).collect();
    for index in ranked {
        let left = &mut room[nodes[index].column];
        if *left > 0 {
            *left -= 1;
            kept[index] = true;
        }
    }
    let mut condensed = Condensed { nodes: Vec::new(), edges: Vec::new(), hidden: 0 };
    let mut moved = vec![0; nodes.len()];
    for (index, node) in nodes.iter().enumerate().filter(|(index, _)| kept[*index]) {
        moved[index] = condensed.nodes.len();
        condensed.nodes.push(node.clone());
    }
    for (column, size) in sizes.iter().enumerate().filter(|(_, size)| **size > most) {
        let hidden = size - (most - 1);
        for index in (0..nodes.len()).filter(|index| nodes[*index].column == column && !kept[*index]) {
            moved[index] = condensed.nodes.len();
        }
        condensed.nodes.push(Node { column, label: more(hidden), look: Look::More, ..Node::default() });
        condensed.hidden += hidden;
    }
    let known = edges.iter().filter(|(from, to)| *from < nodes.len() && *to < nodes.len());
    condensed.edges = known.map(|(from, to)| (moved[*from], moved[*to])).collect();
    condensed.edges.sort_unstable();
    condensed.edges.dedup();
    condensed
}
