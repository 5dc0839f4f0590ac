//! The order of boxes in their columns, so that few lines cross.
//!
//! Each box moves towards the middle of the boxes it is connected with in the column beside it, first
//! from left to right, then back, a few times; the best order seen is kept. Columns are known, so
//! nothing more is needed.

use super::{Look, Node};

/// How often the columns are gone through, there and back. Small pictures are done after one.
const SWEEPS: usize = 8;

/// The boxes of each column from top to bottom.
pub(super) fn order(nodes: &[Node], columns: usize, edges: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut order = vec![Vec::new(); columns];
    let mut place = vec![0; nodes.len()];
    for (index, node) in nodes.iter().enumerate() {
        place[index] = order[node.column].len();
        order[node.column].push(index);
    }
    // Only lines to the next column count; there are no others in what the register draws.
    let mut right: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    let mut left = right.clone();
    for (from, to) in edges.iter().filter(|(from, to)| nodes[*from].column + 1 == nodes[*to].column) {
        right[*from].push(*to);
        left[*to].push(*from);
    }
    // What counts the others stands below them.
    let key = |index: usize, beside: &[Vec<usize>], place: &[usize]| match nodes[index].look {
        Look::More => usize::MAX,
        _ => towards(&beside[index], place, place[index]),
    };
    let mut fewest = crossings(&order, &right, &place);
    let mut best = order.clone();
    for sweep in 0..SWEEPS {
        if fewest == 0 {
            break;
        }
        let before = place.clone();
        let (start, beside) = if sweep % 2 == 0 { (1, &left) } else { (0, &right) };
        let mut step = |column: &mut Vec<usize>| {
            let mut keyed: Vec<(usize, usize)> =
                column.iter().map(|index| (key(*index, beside, &place), *index)).collect();
            keyed.sort_by_key(|(key, index)| (*key, place[*index]));
            for (at, (_, index)) in keyed.iter().enumerate() {
                column[at] = *index;
                place[*index] = at;
            }
        };
        let last = columns - usize::from(start == 0);
        if start == 1 {
            order[1..].iter_mut().for_each(&mut step)
        } else {
            order[..last].iter_mut().rev().for_each(&mut step)
        }
        let now = crossings(&order, &right, &place);
        if now < fewest {
            fewest = now;
            best.clone_from(&order);
        } else if before == place {
            break;
        }
    }
    best
}

/// The middle of the places that a box is connected with, in thousandths; its own where there are none.
fn towards(beside: &[usize], place: &[usize], own: usize) -> usize {
    let sum: usize = beside.iter().map(|index| place[*index]).sum();
    if beside.is_empty() { own * 1000 } else { sum * 1000 / beside.len() }
}

/// How many pairs of lines between two columns cross.
fn crossings(order: &[Vec<usize>], right: &[Vec<usize>], place: &[usize]) -> usize {
    let mut count = 0;
    let mut ends: Vec<usize> = Vec::new();
    for column in order {
        // The ends of the lines that began above, in order: each that lies further down is crossed.
        ends.clear();
        for index in column {
            let above = ends.len();
            for end in right[*index].iter().map(|end| place[*end]) {
                count += above - ends[..above].partition_point(|other| *other <= end);
            }
            ends.extend(right[*index].iter().map(|end| place[*end]));
            ends.sort_unstable();
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::order;
    use crate::picture::flow::Node;

    #[test]
    fn lines_are_untangled() {
        let node = |column| Node { column, ..Node::default() };
        let nodes = [node(0), node(0), node(0), node(1), node(1), node(1)];
        let order = order(&nodes, 2, &[(0, 5), (1, 4), (2, 3)]);
        let place = |index: usize| order.iter().find_map(|column| column.iter().position(|one| *one == index));
        assert_eq!((place(0), place(1), place(2)), (place(5), place(4), place(3)));
    }
}
