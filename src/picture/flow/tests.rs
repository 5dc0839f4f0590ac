//! Any boxes and lines make a picture that holds together.

use proptest::prelude::{Strategy, any, prop, proptest};

use super::{COLUMN, Flow, Look, Node, condense, flow};
use crate::picture::About;

/// The boxes of a picture: left, top, height.
fn boxes(svg: &str) -> Vec<(u32, u32, u32)> {
    let document = roxmltree::Document::parse(svg).unwrap();
    let is_box = |node: &roxmltree::Node<'_, '_>| {
        node.parent().and_then(|parent| parent.attribute("class")).is_some_and(|class| class.starts_with("ropa-box"))
    };
    let paths = document.descendants().filter(|node| node.tag_name().name() == "path" && is_box(node));
    paths
        .map(|node| {
            let numbers: Vec<u32> = node
                .attribute("d")
                .unwrap()
                .split(|c: char| !c.is_ascii_digit())
                .filter_map(|number| number.parse().ok())
                .collect();
            (numbers[0], numbers[1], numbers[3])
        })
        .collect()
}

fn size(svg: &str) -> (u32, u32) {
    let document = roxmltree::Document::parse(svg).unwrap();
    let number = |name: &str| document.root_element().attribute(name).unwrap().parse().unwrap();
    (number("width"), number("height"))
}

fn flows() -> impl Strategy<Value = Flow> {
    let look = (0..4_u8).prop_map(|n| [Look::Plain, Look::Marked, Look::Gap, Look::More][usize::from(n)]);
    let node = (0..5_usize, any::<String>(), any::<Option<String>>(), any::<Option<String>>(), look)
        .prop_map(|(column, label, note, href, look)| Node { column, label, note, href, look });
    let edges = prop::collection::vec((0..70_usize, 0..70_usize), 0..150);
    let about = (any::<String>(), any::<String>()).prop_map(|(title, description)| About {
        id: "flow".to_owned(),
        title,
        description,
    });
    (about, prop::collection::vec(any::<String>(), 0..5), prop::collection::vec(node, 0..60), edges)
        .prop_map(|(about, headings, nodes, edges)| Flow { about, headings, nodes, edges })
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() })]

    #[test]
    fn a_picture_holds_together(input in flows()) {
        let svg = flow(&input);
        assert_eq!(svg, flow(&input));
        let (width, height) = size(svg.as_str());
        let mut found = boxes(svg.as_str());
        assert_eq!(found.len(), input.nodes.len());
        for (x, y, tall) in &found {
            assert!(x + COLUMN < width && y + tall < height, "{x} {y} {tall} in {width} {height}");
        }
        found.sort_unstable();
        for pair in found.windows(2) {
            assert!(pair[0].0 != pair[1].0 || pair[0].1 + pair[0].2 < pair[1].1, "{pair:?}");
        }
        let known = input.edges.iter().filter(|(from, to)| *from < input.nodes.len() && *to < input.nodes.len());
        let document = roxmltree::Document::parse(svg.as_str()).unwrap();
        let links = document.descendants().filter(|node| node.attribute("class") == Some("ropa-link"));
        let drawn: usize = links.map(|node| node.attribute("d").unwrap().matches('M').count()).sum();
        assert_eq!(drawn, known.count());
    }

    #[test]
    fn what_is_condensed_is_counted(input in flows(), most in 1..20_usize) {
        let condensed = condense(input.nodes.clone(), &input.edges, most, |n| format!("and {n} more"));
        for column in 0..5 {
            let count = |nodes: &[Node]| nodes.iter().filter(|node| node.column == column).count();
            assert!(count(&condensed.nodes) <= most);
        }
        let counted = condensed.nodes.len() + condensed.hidden;
        let boxes_of_counts = counted - input.nodes.len();
        assert!(boxes_of_counts <= 5, "{boxes_of_counts}");
        assert!(condensed.edges.iter().all(|(from, to)| *from < condensed.nodes.len() && *to < condensed.nodes.len()));
    }
}

#[test]
fn words_that_are_cut_stand_in_a_title() {
    let long = "a name so long that no column of a picture could ever hold it in two lines of words";
    let nodes = vec![Node { label: long.to_owned(), href: Some("a.html".to_owned()), ..Node::default() }];
    let svg = flow(&Flow { nodes, ..Flow::default() });
    assert!(svg.as_str().contains(&format!("<title>{long}</title>")), "{}", svg.as_str());
}
