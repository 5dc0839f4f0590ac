//! Facts by the groups they concern.
//!
//! 1. What concerns everybody stands first, without a heading.
//! 2. Groups that the notice puts together stand under one heading, although their facts differ.
//! 3. Groups whose facts are the same stand under one heading.
//! 4. Every other group has its own.
//!
//! A free statement about some groups stands with their facts.

use super::composer::{Composer, prose};
use crate::document::{Block, Text};
use crate::markdown::escape;
use crate::record::notice::{GroupHeadings, SpeaksTo};
use crate::source::Origins;
use crate::view::notice::{Groups, SectionPlan, Statement};

/// Facts under one heading.
#[derive(Debug, PartialEq, Eq)]
struct Part<'f, F> {
    groups: Groups,
    facts: Vec<&'f F>,
}

/// What stands under a heading.
enum Told<'f, F> {
    Fact(&'f F),
    Statement(&'f Statement),
}

impl Composer<'_> {
    /// Composes the facts of a section part by part, with a heading for each group.
    pub(super) fn by_group<F>(
        &self,
        plan: &SectionPlan,
        facts: &[F],
        groups_of: impl Fn(&F) -> &Groups,
        compose: impl Fn(&[&F], &Groups) -> Vec<Block>,
    ) -> Vec<Block> {
        let count = self.notice.groups.len();
        let everybody: Groups = (0..count).collect();
        let statements = self.notice.statements.iter().filter(|statement| statement.section == plan.name);
        let told: Vec<Told<'_, F>> = facts.iter().map(Told::Fact).chain(statements.map(Told::Statement)).collect();
        let compose = |part: &[&Told<'_, F>], groups: &Groups| {
            let facts: Vec<&F> = part.iter().filter_map(|told| told.fact()).collect();
            let mut blocks = if facts.is_empty() { Vec::new() } else { compose(&facts, groups) };
            let statements = part.iter().filter_map(|told| told.statement());
            blocks.extend(statements.map(|statement| prose(&statement.text, &statement.origins)));
            blocks
        };
        let together = self.notice.plan.speaks_to == SpeaksTo::You || count < 2;
        if together {
            return compose(&told.iter().collect::<Vec<_>>(), &everybody);
        }
        let groups_of = |told: &Told<'_, F>| match told {
            Told::Fact(fact) => groups_of(fact).clone(),
            Told::Statement(statement) => statement.groups.clone(),
        };
        let (common, parts) = parts(&told, &groups_of, &plan.together, count);
        let mut blocks = compose(&common, &everybody);
        let composed = parts.into_iter().map(|part| (compose(&part.facts, &part.groups), part.groups));
        let composed: Vec<(Vec<Block>, Groups)> = composed.filter(|(blocks, _)| !blocks.is_empty()).collect();
        // A letter tells one heading from another.
        let mut letter = (composed.len() > 1).then_some(b'A');
        for (part, groups) in composed {
            let known = groups.iter().filter_map(|index| self.notice.groups.get(*index));
            let from: Origins = known.map(|group| &group.origins).collect();
            let text = Text::told(self.heading(&groups, letter), &from);
            blocks.push(Block::Heading { anchor: self.anchor(plan, &groups), text });
            blocks.extend(part);
            letter = letter.map(|letter| letter.saturating_add(1));
        }
        blocks
    }

    fn anchor(&self, plan: &SectionPlan, groups: &Groups) -> String {
        let ids = groups.iter().filter_map(|index| self.notice.groups.get(*index)).map(|group| group.id.as_str());
        std::iter::once(plan.name.name()).chain(ids).collect::<Vec<_>>().join("-")
    }

    fn heading(&self, groups: &Groups, letter: Option<u8>) -> String {
        let known = groups.iter().filter_map(|index| self.notice.groups.get(*index));
        // The first name begins the heading, the others stand inside it.
        let names: Vec<String> = known
            .enumerate()
            .map(|(at, group)| escape(&if at == 0 { group.name.clone() } else { group.in_sentence() }))
            .collect();
        let names = self.strings.and(&names);
        match (self.notice.plan.group_headings, letter) {
            (GroupHeadings::Plain, _) | (_, None) => names,
            (GroupHeadings::Lettered, Some(letter)) => {
                let letter = char::from(letter).to_string();
                self.say("heading-lettered", &[("letter", (&letter).into()), ("heading", (&names).into())])
            }
        }
    }

    /// "(customers only)" for a fact that concerns fewer groups than its heading; else nothing.
    pub(super) fn only(&self, fact: &Groups, heading: &Groups) -> String {
        if heading.iter().all(|group| fact.contains(group)) {
            return String::new();
        }
        self.say_one("only-groups", "groups", &self.groups_in_sentence(fact))
    }

    /// "This concerns customers only." for such a fact; else nothing.
    pub(super) fn only_sentence(&self, fact: &Groups, heading: &Groups) -> String {
        if heading.iter().all(|group| fact.contains(group)) {
            return String::new();
        }
        self.say_one("only-groups-sentence", "groups", &self.groups_in_sentence(fact))
    }
}

impl<'f, F> Told<'f, F> {
    fn fact(&self) -> Option<&'f F> {
        match self {
            Told::Fact(fact) => Some(fact),
            Told::Statement(_) => None,
        }
    }

    fn statement(&self) -> Option<&'f Statement> {
        match self {
            Told::Fact(_) => None,
            Told::Statement(statement) => Some(statement),
        }
    }
}

/// The facts of everybody, and the parts of the rest.
fn parts<'f, F>(
    facts: &'f [F],
    groups_of: &impl Fn(&F) -> Groups,
    together: &[Groups],
    count: usize,
) -> (Vec<&'f F>, Vec<Part<'f, F>>) {
    let (common, rest): (Vec<&F>, Vec<&F>) = facts.iter().partition(|fact| groups_of(fact).len() == count);
    let concerning = |groups: &Groups| -> Vec<usize> {
        (0..rest.len()).filter(|at| groups_of(rest[*at]).iter().any(|group| groups.contains(group))).collect()
    };
    let mut heads: Vec<(Groups, Vec<usize>)> = Vec::new();
    for group in 0..count {
        if heads.iter().any(|(groups, _)| groups.contains(&group)) {
            continue;
        }
        let head = together.iter().find(|groups| groups.contains(&group)).cloned().unwrap_or_else(|| vec![group]);
        let own = concerning(&head);
        if own.is_empty() {
            continue;
        }
        match heads.iter_mut().find(|(groups, facts)| *facts == own && groups.iter().all(|g| !head.contains(g))) {
            Some((groups, _)) => groups.extend(head),
            None => heads.push((head, own)),
        }
    }
    let parts = heads.into_iter().map(|(mut groups, facts)| {
        groups.sort_unstable();
        Part { groups, facts: facts.into_iter().map(|at| rest[at]).collect() }
    });
    (common, parts.collect())
}

#[cfg(test)]
mod tests {
    use super::{Part, parts};
    use crate::view::notice::Groups;

    #[test]
    fn equal_groups_share_a_heading_and_everybody_stands_first() {
        let facts: Vec<(Groups, &str)> =
            vec![(vec![0, 1, 2], "all"), (vec![0, 2], "shared"), (vec![1], "one"), (vec![0, 2], "too")];
        let (common, rest) = parts(&facts, &|fact: &(Groups, &str)| fact.0.clone(), &[], 3);
        assert_eq!(common, [&facts[0]]);
        assert_eq!(
            rest,
            [
                Part { groups: vec![0, 2], facts: vec![&facts[1], &facts[3]] },
                Part { groups: vec![1], facts: vec![&facts[2]] },
            ]
        );
    }

    #[test]
    fn groups_are_put_together_on_demand() {
        let facts: Vec<(Groups, &str)> = vec![(vec![0], "a"), (vec![1], "b"), (vec![2], "c")];
        let (common, rest) = parts(&facts, &|fact: &(Groups, &str)| fact.0.clone(), &[vec![0, 1]], 3);
        assert!(common.is_empty());
        assert_eq!(rest[0], Part { groups: vec![0, 1], facts: vec![&facts[0], &facts[1]] });
        assert_eq!(rest[1], Part { groups: vec![2], facts: vec![&facts[2]] });
    }
}
