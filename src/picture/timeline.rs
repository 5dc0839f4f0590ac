//! Periods that begin with an event: how long something is kept.
//!
//! A row for each rule. The event stands where the axis begins; what lasts until then, and nobody
//! knows how long, stands to the left of it. What no number says is drawn open.

use std::fmt::Write;

use super::axis::Axis;
use super::canvas::{Canvas, LINE, SMALL};
use super::label;
use super::{About, Svg};

/// Width of the names of the rules.
const NAMES: u32 = 236;
/// Width of what comes before the event.
const BEFORE: u32 = 168;
/// Where the event stands.
const EVENT: u32 = NAMES + BEFORE;
/// Length of the axis.
const AXIS: u32 = 520;
/// Room for words behind the longest period.
const BEHIND: u32 = 196;
/// Width of the picture.
const WIDTH: u32 = EVENT + AXIS + BEHIND;
/// Room that an arrow takes behind a bar.
const ARROW: u32 = 34;
/// Where the first line of words below a bar stands in its row.
const BELOW: u32 = 38;
/// Height of a row whose words below the bar take one line.
const ROW: u32 = 46;
/// Height of the line of ticks.
const TICKS: u32 = 28;
/// Size that bold words of the usual size are as wide as.
const BOLD: u32 = 15;
/// Height of a bar.
const BAR: u32 = 12;

/// A place on the axis that has a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// Days after the event.
    pub days: u64,
    /// Its words: "5 years".
    pub label: String,
}

/// A rule on time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rule {
    /// Its name.
    pub label: String,
    /// Its page.
    pub href: Option<String>,
    /// What lasts until the event: "while you are our customer".
    pub before: Option<String>,
    /// The event, or what else is to be said below the bar: "after the end of the contract".
    pub event: Option<String>,
    /// How long it is kept then.
    pub term: Term,
    /// The same in words: "six years".
    pub words: String,
    /// Whether something may keep it longer.
    pub longer: bool,
    /// Whether something may end it sooner.
    pub sooner: bool,
}

/// How long something is kept after the event.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Term {
    /// Nothing says it.
    #[default]
    Gap,
    /// Not at all: the event ends it.
    Event,
    /// So many days.
    Days(u64),
    /// As long as criteria ask for, or up to a limit in words: no number says it.
    Open,
}

/// What is to be drawn.
#[derive(Debug, Clone, Default)]
pub struct Timeline {
    /// What it is called.
    pub about: About,
    /// What stands over the place where the axis begins: "event".
    pub event: String,
    /// Places on the axis, of which those are shown that there is room for.
    pub ticks: Vec<Tick>,
    /// The rules.
    pub rules: Vec<Rule>,
}

/// Draws the rules.
pub fn timeline(timeline: &Timeline) -> Svg {
    let days = |rule: &Rule| match rule.term {
        Term::Days(days) => days,
        _ => 0,
    };
    let axis = Axis::new(timeline.rules.iter().map(days).max().unwrap_or(0), &timeline.ticks, AXIS);
    let height = TICKS + timeline.rules.iter().map(|rule| tall(rule, &axis)).sum::<u32>() + 4;
    let has_links = timeline.rules.iter().any(|rule| rule.href.is_some());
    let mut canvas = Canvas::new(&timeline.about, "timeline", (WIDTH, height), has_links);
    scale(&mut canvas, timeline, &axis, height);
    let mut top = TICKS;
    for rule in &timeline.rules {
        row(&mut canvas, rule, &axis, top);
        top += tall(rule, &axis);
    }
    canvas.finish()
}

/// The axis with its ticks, and a line through all rows for each.
fn scale(canvas: &mut Canvas, timeline: &Timeline, axis: &Axis, height: u32) {
    let mut d = String::new();
    canvas.text("tick", EVENT, LINE, &timeline.event);
    for (at, tick) in axis.ticks(&timeline.ticks) {
        canvas.text("tick", EVENT + at, LINE, &tick.label);
        let _ = write!(d, "M{} {TICKS}V{height}", EVENT + at);
    }
    canvas.path("rule", &d);
    canvas.path("axis", &format!("M{EVENT} {}V{height}", TICKS - 6));
}

/// Where the bar of a rule ends. What no number ends runs on to the edge.
fn end(rule: &Rule, axis: &Axis) -> u32 {
    match rule.term {
        Term::Days(days) => EVENT + axis.at(days).max(3),
        // The end of the axis has a name, so that an open bar must not end there.
        Term::Open => WIDTH - ARROW,
        Term::Event | Term::Gap => EVENT,
    }
}

/// Words of a rule that stand behind its bar, or below one that leaves no room behind it.
struct Words {
    lines: Vec<String>,
    is_cut: bool,
    x: u32,
    /// Below the place where the row begins.
    y: u32,
    /// How many lines take room below the bar.
    below: u32,
}

impl Words {
    fn of(rule: &Rule, axis: &Axis) -> Words {
        let is_open = rule.term == Term::Open;
        let arrow = if rule.sooner || rule.longer { ARROW } else { 0 };
        let x = if is_open { EVENT + 4 } else { end(rule, axis) + arrow + 8 };
        let (lines, is_cut) = label::lines(&rule.words, BOLD, (WIDTH - 4).saturating_sub(x), 2);
        let count = u32::try_from(lines.len()).unwrap_or(0);
        let y = if is_open { BELOW } else { BELOW - LINE - 1 };
        Words { lines, is_cut, x, y, below: if is_open { count } else { count.saturating_sub(1) } }
    }
}

/// Height of a row: the words before the event, and those of the bar, may take further lines.
fn tall(rule: &Rule, axis: &Axis) -> u32 {
    let before = rule.before.as_deref().unwrap_or_default();
    let (before, _) = label::lines(before, SMALL, BEFORE - 12, 2);
    let lines = Words::of(rule, axis).below + u32::from(rule.event.is_some());
    let most = lines.max(u32::try_from(before.len()).unwrap_or(0));
    ROW + LINE * most.saturating_sub(1)
}

fn row(canvas: &mut Canvas, rule: &Rule, axis: &Axis, top: u32) {
    canvas.path("rule", &format!("M0 {top}H{WIDTH}"));
    let is_gap = rule.term == Term::Gap && rule.before.is_none();
    canvas.begin(if is_gap { "row ropa-gap" } else { "row" }, None);
    canvas.begin("", rule.href.as_deref());
    canvas.label((0, top + 20), &rule.label, NAMES - 16, 2);
    canvas.end(rule.href.is_some());
    let y = top + 10;
    if let Some(words) = &rule.before {
        let x = NAMES;
        canvas.path("before", &format!("M{EVENT} {y}H{}l-6 6l6 6H{EVENT}", x + 8));
        small(canvas, words, (x + 4, top + BELOW), BEFORE - 12, 2);
    }
    let end = end(rule, axis);
    match rule.term {
        Term::Days(_) => canvas.path("kept", &format!("M{EVENT} {y}H{end}v{BAR}H{EVENT}z")),
        Term::Open => canvas.path("perhaps", &format!("M{EVENT} {y}H{}l6 6l-6 6H{EVENT}z", end - 6)),
        Term::Event => canvas.path("stop", &format!("M{EVENT} {}v{}", y - 4, BAR + 8)),
        Term::Gap => {}
    }
    if rule.sooner || rule.longer {
        let (x, y) = (end + 4, y + BAR / 2);
        let back = if rule.sooner { "m5 -4l-5 4l5 4m-5 -4" } else { "" };
        let on = if rule.longer { "l-5 -4m5 4l-5 4" } else { "" };
        canvas.path("arrow", &format!("M{x} {y}{back}h26{on}"));
    }
    let words = Words::of(rule, axis);
    if words.is_cut {
        canvas.title(&rule.words);
    }
    canvas.lines("term", words.x, top + words.y, &words.lines);
    if let Some(event) = &rule.event {
        small(canvas, event, (EVENT + 4, top + BELOW + words.below * LINE), WIDTH - EVENT - 12, 1);
    }
    canvas.end(false);
}

/// Small words in a few lines; whole as a title where they had to be cut.
fn small(canvas: &mut Canvas, words: &str, at: (u32, u32), room: u32, most: usize) {
    let (lines, is_cut) = label::lines(words, SMALL, room, most);
    if is_cut {
        canvas.begin("", None);
        canvas.title(words);
    }
    canvas.lines("note", at.0, at.1, &lines);
    if is_cut {
        canvas.end(false);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, any, prop, proptest};

    use super::{Rule, Term, Tick, Timeline, timeline};
    use crate::picture::About;

    fn rules() -> impl Strategy<Value = Rule> {
        let term = (0..4_u8, 0..40_000_000_u64).prop_map(|(kind, days)| match kind {
            0 => Term::Gap,
            1 => Term::Event,
            2 => Term::Open,
            _ => Term::Days(days),
        });
        let words = || any::<Option<String>>();
        (any::<String>(), words(), words(), words(), term, any::<String>(), any::<(bool, bool)>()).prop_map(
            |(label, href, before, event, term, words, (longer, sooner))| Rule {
                label,
                href,
                before,
                event,
                term,
                words,
                longer,
                sooner,
            },
        )
    }

    #[test]
    fn what_no_number_ends_runs_to_the_edge() {
        let words = "depends on how long the law lets somebody claim something and on much else besides".repeat(2);
        let rules = vec![
            Rule { term: Term::Open, words: words.clone(), ..Rule::default() },
            Rule { term: Term::Days(3652), words: "ten years".into(), ..Rule::default() },
        ];
        let about = About { id: "t".into(), title: "Time".into(), description: String::new() };
        let svg = timeline(&Timeline { about, event: "event".into(), ticks: Vec::new(), rules });
        let document = roxmltree::Document::parse(svg.as_str()).unwrap();
        let end = |class: &str| {
            let bar = document.descendants().find(|node| node.attribute("class") == Some(class)).unwrap();
            bar.attribute("d").unwrap().split(['H', 'v', 'l']).nth(1).unwrap().parse::<u32>().unwrap()
        };
        assert!(end("ropa-perhaps") + 6 >= end("ropa-kept"));
        let term = document.descendants().find(|node| node.attribute("class") == Some("ropa-term")).unwrap();
        assert_eq!(term.descendants().filter(roxmltree::Node::is_text).count(), 2, "{svg:?}");
    }

    proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() })]

        #[test]
        fn a_timeline_holds_together(rules in prop::collection::vec(rules(), 0..20)) {
            let ticks = [7, 30, 365, 3650, 36500].map(|days| Tick { days, label: days.to_string() }).into();
            let about = About { id: "t".into(), title: "Time".into(), description: String::new() };
            let input = Timeline { about, event: "event".into(), ticks, rules };
            let svg = timeline(&input);
            assert_eq!(svg, timeline(&input));
            let document = roxmltree::Document::parse(svg.as_str()).unwrap();
            let width: u32 = document.root_element().attribute("width").unwrap().parse().unwrap();
            let rows = document.descendants().filter(|node| {
                node.attribute("class").is_some_and(|class| class.split(' ').next() == Some("ropa-row"))
            });
            assert_eq!(rows.count(), input.rules.len());
            for kept in document.descendants().filter(|node| node.attribute("class") == Some("ropa-kept")) {
                let end = kept.attribute("d").unwrap().split(['H', 'v']).nth(1).unwrap();
                assert!(end.parse::<u32>().unwrap() < width);
            }
        }
    }
}
