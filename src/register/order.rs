//! The order in which lists show records: by name, because ids are not shown there.

use std::collections::BTreeMap;

use super::search::fold;
use crate::markdown;
use crate::record::Kind;
use crate::registry::{Node, Registry};

/// The records of each kind by name; by id where names are the same.
pub(super) struct Order {
    nodes: BTreeMap<Kind, Vec<Node>>,
    places: BTreeMap<Kind, Vec<usize>>,
}

impl Order {
    /// Puts all records in order.
    pub(super) fn of(registry: &Registry, all: impl Iterator<Item = Node>) -> Order {
        let mut named: BTreeMap<Kind, Vec<(String, Node)>> = BTreeMap::new();
        for node in all {
            let name = fold(&markdown::words(registry.identity(node).1));
            named.entry(node.kind).or_default().push((name, node));
        }
        let mut order = Order { nodes: BTreeMap::new(), places: BTreeMap::new() };
        for (kind, mut named) in named {
            named.sort_unstable();
            let mut places = vec![0; named.len()];
            for (at, (_, node)) in named.iter().enumerate() {
                if let Some(place) = places.get_mut(node.index as usize) {
                    *place = at;
                }
            }
            order.places.insert(kind, places);
            order.nodes.insert(kind, named.into_iter().map(|(_, node)| node).collect());
        }
        order
    }

    /// The records of a kind.
    pub(super) fn nodes(&self, kind: Kind) -> &[Node] {
        self.nodes.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// Where a record stands among those of its kind.
    pub(super) fn place(&self, node: Node) -> usize {
        self.places.get(&node.kind).and_then(|places| places.get(node.index as usize)).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::Order;
    use crate::load::Loaded;
    use crate::reading::Reading;
    use crate::record::Kind;
    use crate::registry::Node;

    #[test]
    fn names_come_before_ids() {
        let mut loaded = Loaded::default();
        for (id, title) in [("a", "Zebra"), ("b", "éclair"), ("c", "Apple"), ("d", "Apple")] {
            loaded.add(&format!("activities/{id}.toml"), format!("title = \"{title}\"\n"));
        }
        let registry = Reading::of_loaded(loaded).registry;
        let order = Order::of(&registry, (0..4).map(|index| Node { kind: Kind::Activity, index }));
        let ids: Vec<&str> = order.nodes(Kind::Activity).iter().map(|node| registry.identity(*node).0).collect();
        assert_eq!(ids, ["c", "d", "b", "a"]);
        assert_eq!(order.place(Node { kind: Kind::Activity, index: 0 }), 3);
    }
}
