//! Data by group, their sources, and what follows if they are not given.

use super::composer::{Composer, told};
use super::data_footing;
use super::party::{called, is_one};
use crate::decode::word;
use crate::document::{Block, ListItem, Order, Text};
use crate::markdown::words;
use crate::record::data_category::{Identifiability, Special};
use crate::source::Origins;
use crate::view::notice::{Category, Data, Groups, Item, Markdown, Party, SectionPlan, Sources};

pub(super) fn blocks(composer: &Composer<'_>, plan: &SectionPlan) -> Vec<Block> {
    let facts = &composer.notice.data;
    composer.by_group(plan, facts, |data| &data.groups, |part, heading| compose(composer, part, heading))
}

fn compose(composer: &Composer<'_>, part: &[&Data], heading: &Groups) -> Vec<Block> {
    let categories = categories(part);
    if categories.is_empty() {
        return Vec::new();
    }
    // Few answers make a paragraph; many are told category by category, and in a table.
    let answers = alike(part, |data| &data.sources).iter().filter(|(sources, ..)| sources.is_told()).count();
    let by_category = answers > FEW;
    // What several categories have in common is said once, behind them.
    let combined: Vec<&str> = categories
        .iter()
        .filter(|known| known.category.identifiability == Some(Identifiability::IfCombined))
        .map(|known| known.category.name.0.as_str())
        .collect();
    let combined = if combined.len() > 1 { combined } else { Vec::new() };
    let items = categories.iter().map(|known| ListItem {
        text: Text::told(category(composer, known, heading, combined.is_empty()), &known.origins),
        items: if by_category { sources_of(composer, part, known.category) } else { Vec::new() },
    });
    let mut blocks = Vec::new();
    match categories.as_slice() {
        // One category needs no list.
        [only] if !by_category => {
            let category = composer.say_one("data-one", "category", &category(composer, only, heading, true));
            let category = Text::told(category, &only.origins);
            blocks.extend(composer.sentences(std::iter::once(category).chain(sources(composer, part, 1))));
        }
        _ => {
            let from: Origins = part.iter().map(|data| &data.origins).collect();
            blocks.push(Block::paragraph(Text::told(composer.strings.plain("data-lead"), &from)));
            blocks.push(Block::List { order: Order::None, items: items.collect() });
            if !combined.is_empty() {
                let names = composer.strings.and(&combined);
                let if_combined = composer.say_one("data-if-combined-of", "names", &names);
                let concerned = categories.iter().filter(|known| combined.contains(&known.category.name.0.as_str()));
                let from: Origins = concerned.map(|known| &known.category.origins).collect();
                blocks.push(Block::paragraph(Text::told(if_combined, &from)));
            }
            if !by_category {
                blocks.extend(composer.sentences(sources(composer, part, categories.len())));
            }
        }
    }
    blocks.extend(provision(composer, part, categories.len()));
    blocks.extend(data_footing::blocks(composer, part, categories.len()));
    blocks
}

/// Up to this many different answers are told in one paragraph.
const FEW: usize = 3;

/// A category with what its rows say about it.
struct Known<'a> {
    category: &'a Category,
    conditions: Vec<&'a Markdown>,
    groups: Groups,
    origins: Origins,
}

/// Each category once, in the order of the rows.
fn categories<'a>(part: &[&'a Data]) -> Vec<Known<'a>> {
    let mut found: Vec<Known<'a>> = Vec::new();
    for data in part {
        for category in &data.categories {
            match found.iter_mut().find(|known| known.category == category) {
                Some(known) => {
                    // Processed in one case always, the category has no condition any more.
                    match &data.condition {
                        None => known.conditions.clear(),
                        Some(condition) if !known.conditions.is_empty() && !known.conditions.contains(&condition) => {
                            known.conditions.push(condition);
                        }
                        Some(_) => {}
                    }
                    known.origins.join(&data.origins);
                    known.groups.extend(data.groups.iter().copied());
                    known.groups.sort_unstable();
                    known.groups.dedup();
                }
                None => found.push(Known {
                    category,
                    conditions: data.condition.iter().collect(),
                    groups: data.groups.clone(),
                    origins: category.origins.with([&data.origins]),
                }),
            }
        }
    }
    found
}

fn category(composer: &Composer<'_>, known: &Known<'_>, heading: &Groups, combined: bool) -> String {
    let Category { name, items, exhaustive, identifiability, special, criminal, description, .. } = known.category;
    // What holds for all items is said once.
    let all_mandatory = items.len() > 1 && items.iter().all(|item| item.mandatory);
    let labels = items.iter().map(|known| Item { mandatory: known.mandatory && !all_mandatory, ..known.clone() });
    let labels: Vec<String> = labels.map(|known| item(composer, &known)).collect();
    let list = composer.strings.and(&labels);
    let key = match (labels.is_empty(), exhaustive) {
        (true, _) => "data-category",
        (false, true) if all_mandatory => "data-category-closed-required",
        (false, false) if all_mandatory => "data-category-open-required",
        (false, true) => "data-category-closed",
        (false, false) => "data-category-open",
    };
    let conditions: Vec<String> = known
        .conditions
        .iter()
        .copied()
        .chain(known.category.condition.iter())
        .map(|condition| composer.say_one("data-condition", "condition", &condition.0))
        .collect();
    let mut sentences = vec![composer.say(
        key,
        &[
            ("name", (&name.0).into()),
            ("items", (&list).into()),
            ("conditions", (&composer.strings.or(&conditions)).into()),
            ("conditional", if conditions.is_empty() { "no".into() } else { "yes".into() }),
        ],
    )];
    sentences.extend(description.as_ref().map(|text| text.0.clone()));
    sentences.push(match identifiability {
        Some(Identifiability::IfCombined) if combined => composer.strings.plain("data-if-combined"),
        Some(Identifiability::Anonymous) => composer.strings.plain("data-anonymous"),
        Some(Identifiability::Personal | Identifiability::IfCombined) | None => String::new(),
    });
    if let Some(kind) = special {
        let kind = composer.strings.plain(&format!("special-{}", word(kind)));
        sentences.push(composer.say_one("data-special", "kind", &kind));
    }
    sentences.extend(special_items(composer, items, *special));
    if *criminal {
        sentences.push(composer.strings.plain("data-criminal"));
    }
    sentences.push(composer.only_sentence(&known.groups, heading));
    sentences.retain(|sentence| !sentence.is_empty());
    sentences.join(" ")
}

/// Items that reveal what Article 9 protects, where the whole category does not.
fn special_items(composer: &Composer<'_>, items: &[Item], whole: Option<Special>) -> Vec<String> {
    let mut kinds: Vec<(Special, Vec<&str>)> = Vec::new();
    for item in items {
        let Some(kind) = item.special.filter(|kind| Some(*kind) != whole) else { continue };
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, labels)) => labels.push(&item.label.0),
            None => kinds.push((kind, vec![&item.label.0])),
        }
    }
    let sentence = |(kind, labels): (Special, Vec<&str>)| {
        let kind = composer.strings.plain(&format!("special-{}", word(&kind)));
        if labels.len() == items.len() {
            return composer.say_one("data-special", "kind", &kind);
        }
        let labels = composer.strings.and(&labels);
        composer.say("data-special-items", &[("items", (&labels).into()), ("kind", (&kind).into())])
    };
    kinds.into_iter().map(sentence).collect()
}

fn item(composer: &Composer<'_>, item: &Item) -> String {
    let mut text = item.label.0.clone();
    if let Some(condition) = &item.condition {
        text = composer.say("item-if", &[("item", (&text).into()), ("condition", (&condition.0).into())]);
    }
    if item.mandatory {
        text = composer.say_one("item-mandatory", "item", &text);
    }
    text
}

/// "these data" where everything is meant, else the names of the categories.
pub(super) fn what(composer: &Composer<'_>, categories: &[&Category], all: usize) -> String {
    if categories.len() == all {
        return composer.strings.plain("these-data");
    }
    let names: Vec<&str> = categories.iter().map(|category| category.name.0.as_str()).collect();
    composer.strings.and(&names)
}

/// Rows that answer a question equally, with the categories they answer it for.
pub(super) fn alike<'a, K: PartialEq>(
    part: &[&'a Data],
    key: impl Fn(&'a Data) -> K,
) -> Vec<(K, Vec<&'a Category>, Origins)> {
    let mut found: Vec<(K, Vec<&Category>, Origins)> = Vec::new();
    for data in part {
        let answer = key(data);
        let at = match found.iter().position(|(known, ..)| *known == answer) {
            Some(at) => at,
            None => {
                found.push((answer, Vec::new(), Origins::default()));
                found.len() - 1
            }
        };
        found[at].2.join(&data.origins);
        for category in &data.categories {
            if !found[at].1.contains(&category) {
                found[at].1.push(category);
            }
        }
    }
    found
}

fn sources(composer: &Composer<'_>, part: &[&Data], all: usize) -> Vec<Text> {
    alike(part, |data| &data.sources)
        .into_iter()
        .flat_map(|(sources, categories, rows)| {
            let what = what(composer, &categories, all);
            let all = rows.with(sources.others.iter().map(|party| &party.origins));
            told(from(composer, sources, &what, &composer.strings.plain("them")), &all).collect::<Vec<_>>()
        })
        .collect()
}

/// The sources of one category, from all rows together.
fn sources_of(composer: &Composer<'_>, part: &[&Data], category: &Category) -> Vec<ListItem> {
    let mut all = Sources::default();
    for data in part.iter().filter(|data| data.categories.contains(category)) {
        let one = &data.sources;
        all.origins.join(&data.origins.with(one.others.iter().map(|party| &party.origins)));
        all.data_subject |= one.data_subject;
        all.observed |= one.observed;
        all.derived |= one.derived;
        all.mainly_data_subject |= one.mainly_data_subject;
        all.others.extend(one.others.iter().filter(|party| !all.others.contains(party)).cloned().collect::<Vec<_>>());
        let new = |known: &[Markdown], some: &[Markdown]| -> Vec<Markdown> {
            some.iter().filter(|text| !known.contains(text)).cloned().collect()
        };
        all.given_when.extend(new(&all.given_when, &one.given_when));
        all.observed_when.extend(new(&all.observed_when, &one.observed_when));
    }
    let these = composer.strings.plain("these-data");
    told(from(composer, &all, &these, &these), &all.origins).map(ListItem::new).collect()
}

/// The first sentence names the data as `what`, the later ones as `then`.
fn from(composer: &Composer<'_>, sources: &Sources, what: &str, then: &str) -> Vec<String> {
    let mut sentences = Vec::new();
    let named = |sentences: &[String]| if sentences.is_empty() { what.to_owned() } else { then.to_owned() };
    let given = composer.and(&sources.given_when);
    let observed = composer.and(&sources.observed_when);
    if sources.data_subject {
        if sources.mainly_data_subject {
            sentences.push(composer.say_one("source-mainly-you", "what", what));
        }
        let key = match (sources.mainly_data_subject, given.is_empty()) {
            (true, true) => None,
            (true, false) => Some("source-you-them-when"),
            (false, true) => Some("source-you"),
            (false, false) => Some("source-you-when"),
        };
        sentences.extend(key.map(|key| composer.say(key, &[("what", what.into()), ("when", (&given).into())])));
    }
    if sources.observed {
        let key = if observed.is_empty() { "source-observed" } else { "source-observed-when" };
        let what = named(&sentences);
        sentences.push(composer.say(key, &[("what", (&what).into()), ("when", (&observed).into())]));
    }
    if sources.derived {
        sentences.push(composer.say_one("source-derived", "what", &named(&sentences)));
    }
    for (names, about) in others(composer, sources) {
        let key = if sentences.is_empty() { "source-others" } else { "source-also-others" };
        let told = composer.say(key, &[("what", (&named(&sentences)).into()), ("names", (&names).into())]);
        sentences.push(std::iter::once(told).chain(about).collect::<Vec<_>>().join(" "));
    }
    sentences
}

/// Names of other sources, with what is said about them. Where nothing is, one sentence names all.
fn others(composer: &Composer<'_>, sources: &Sources) -> Vec<(String, Vec<String>)> {
    let (public, private): (Vec<&Party>, Vec<&Party>) =
        sources.others.iter().partition(|party| party.publicly_accessible);
    let mut names: Vec<String> = private.iter().map(|party| shown(composer, party)).collect();
    let mut public_names: Vec<String> = public.iter().map(|party| shown(composer, party)).collect();
    // A name that says that it is public needs no second word for it.
    let stem = composer.strings.plain("source-public-stem");
    if !public_names.iter().all(|name| words(name).to_lowercase().contains(&stem)) {
        public_names = vec![composer.say_one("source-public", "names", &composer.strings.and(&public_names))];
    }
    if sources.others.iter().all(|party| party.description.is_none()) {
        // Public sources last, because their examples would seem to go on with the names behind them.
        names.append(&mut public_names);
    }
    let about = |parties: Vec<&Party>| {
        parties.into_iter().filter_map(|party| party.description.as_ref()).map(|text| text.0.clone()).collect()
    };
    [(names, about(private)), (public_names, about(public))]
        .into_iter()
        .filter(|(names, _)| !names.is_empty())
        .map(|(names, about)| (composer.strings.and(&names), about))
        .collect()
}

/// A source by its name or its category. A proper name that nothing else explains is explained by
/// the category.
fn shown(composer: &Composer<'_>, party: &Party) -> String {
    let name = called(composer, party);
    let explained = party.category.as_ref().filter(|_| is_one(party) && party.description.is_none());
    match explained.filter(|_| !party.publicly_accessible) {
        Some(category) => {
            composer.say("source-named-category", &[("name", (&name).into()), ("category", (&category.0).into())])
        }
        None => name,
    }
}

fn provision(composer: &Composer<'_>, part: &[&Data], all: usize) -> Vec<Block> {
    let answers: Vec<_> = alike(part, |data| (data.required, &data.if_refused))
        .into_iter()
        .filter(|((required, if_refused), ..)| required.is_some() || if_refused.is_some())
        .collect();
    if answers.len() > FEW {
        let rows = answers.iter().map(|((required, if_refused), categories, from)| {
            let names: Vec<&str> = categories.iter().map(|category| category.name.0.as_str()).collect();
            let required = required.map_or(String::new(), |required| {
                composer.strings.plain(&format!("required-short-{}", word(&required)))
            });
            let refused = if_refused.as_ref().map_or(String::new(), |text| text.0.clone());
            told([composer.strings.and(&names), required, refused], from).collect()
        });
        let all_rows: Origins = part.iter().map(|data| &data.origins).collect();
        let head = ["required-head-data", "required-head-required", "required-head-refused"];
        let head = head.map(|key| Text::from(composer.strings.plain(key))).into();
        return vec![
            Block::paragraph(Text::told(composer.strings.plain("required-lead"), &all_rows)),
            Block::Table { head, rows: rows.collect() },
        ];
    }
    let mut sentences: Vec<(String, Origins)> = Vec::new();
    for ((required, if_refused), categories, from) in answers {
        let consequence = if_refused.as_ref().map(|text| text.0.clone());
        let sentence = match (required, consequence) {
            (None, consequence) => consequence,
            (Some(required), consequence) => {
                let what = what(composer, &categories, all);
                let required = composer.say_one(&format!("required-{}", word(&required)), "what", &what);
                Some(match consequence {
                    Some(text) => composer
                        .say("required-refused", &[("required", (&required).into()), ("consequence", (&text).into())]),
                    None => required,
                })
            }
        };
        let Some(sentence) = sentence else { continue };
        match sentences.iter_mut().find(|(known, _)| *known == sentence) {
            Some((_, known)) => known.join(&from),
            None => sentences.push((sentence, from)),
        }
    }
    let sentences = sentences.into_iter().map(|(words, from)| Text::told(words, &from));
    composer.sentences(sentences).into_iter().collect()
}
