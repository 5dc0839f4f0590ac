//! What a cell says of an activity.

use super::assemble::{Assembler, Led, said};
use super::fold::one_line;
use super::naming::{gives_nobody, is_list, names_nobody, sentence, shortened};
use super::pool::{At, Pool};
use super::record::text;
use super::summary::warning;
use super::target::{Rows, Target};
use super::value::value;
use super::words::WORDS;
use crate::import::node::{Content, Node};
use crate::record::Kind;
use crate::source::Span;

impl<'a, 'h> Assembler<'a, 'h> {
    /// What a word of the map makes of a cell of an activity.
    pub(super) fn word(&mut self, at: usize, word: &str, led: &Led<'a>) -> bool {
        let said = said(self.map, led);
        let span = said.span;
        let (pool, activity) = (&mut self.pool, &mut self.activities[at]);
        let all = |pool: &mut Pool<'h>, make: &dyn Fn(&mut Pool<'h>, &str) -> At| -> Vec<(At, Span)> {
            said.entries().into_iter().map(|entry| (make(pool, entry), span)).collect()
        };
        let of = |kind: Kind| {
            move |pool: &mut Pool<'h>, entry: &str| {
                pool.leading(&[kind], entry).unwrap_or_else(|| pool.get(kind, entry, span))
            }
        };
        match word {
            "purposes" => said.entries().into_iter().for_each(|entry| {
                let (title, includes) = super::naming::purpose(entry);
                let purpose = activity.purpose(title, span);
                purpose.includes.extend(includes.into_iter().map(|one| (one.to_owned(), span)));
            }),
            "includes" => {
                let includes: Vec<(String, Span)> =
                    said.entries().into_iter().map(|one| (one.to_owned(), span)).collect();
                match activity.purposes.last_mut() {
                    Some(purpose) => purpose.includes.extend(includes),
                    None => includes.into_iter().for_each(|(one, span)| {
                        activity.purpose(&one, span);
                    }),
                }
            }
            "purposes-and-bases" => super::purposes::read(pool, activity, &said),
            "legal-bases" => {
                let known: Vec<Option<At>> =
                    said.entries().into_iter().map(|one| pool.leading(&[Kind::LegalBasis], one)).collect();
                let (bases, doubts) = if !known.is_empty() && known.iter().all(Option::is_some) {
                    (known.into_iter().flatten().collect(), Vec::new())
                } else {
                    super::basis::bases(pool, said.text, said.separators, said.language, span)
                };
                activity.bases.extend(bases.into_iter().map(|at| (at, span)));
                self.doubt(doubts, span);
            }
            "interests" => {
                let is = |one: &&(At, Span)| !pool.table(one.0).is_free("article");
                let Some((basis, _)) = activity.bases.iter().find(is).copied() else { return false };
                let interest = |one: &str| text(Kind::LegalBasis, "interest-of", one, span);
                let interests = said.entries().into_iter().map(interest).collect();
                // Only a basis of this activity alone can take its interests.
                if activity.bases.len() != 1 || !pool.table(basis).is_free("interests") {
                    return false;
                }
                pool.table(basis).add("interests", interests);
            }
            "controllers" => {
                let found = super::contact::controllers(pool, &said);
                activity.table.add("controllers", found.iter().map(|at| pool.refer(*at, span)).collect());
                activity.controllers.extend(&found);
                return !found.is_empty();
            }
            "subject-groups" => {
                let refs = all(pool, &of(Kind::SubjectGroup));
                activity.table.add("subject-groups", refs.iter().map(|(at, span)| pool.refer(*at, *span)).collect());
            }
            // "Customers: buying our services", as our exports write them.
            "subject-groups-defined" => {
                for entry in said.entries() {
                    let (name, definition) =
                        entry.split_once(": ").map_or((entry, None), |(name, more)| (name, Some(more)));
                    let group = pool.get(Kind::SubjectGroup, name, span);
                    if let Some(definition) = definition {
                        pool.table(group).put("definition", text(Kind::SubjectGroup, "definition", definition, span));
                    }
                    activity.table.add("subject-groups", vec![pool.refer(group, span)]);
                }
            }
            "security" => {
                let refs = all(pool, &of(Kind::SecurityMeasure));
                activity.table.add("security", refs.iter().map(|(at, span)| pool.refer(*at, *span)).collect());
            }
            "systems" => {
                let refs = all(pool, &of(Kind::System));
                activity.table.add("systems", refs.iter().map(|(at, span)| pool.refer(*at, *span)).collect());
            }
            "retention" => {
                let refs = all(pool, &|pool, entry| pool.retention(entry, span));
                activity.table.add("retention", refs.iter().map(|(at, span)| pool.refer(*at, *span)).collect());
            }
            "data-categories" => {
                for entry in said.entries() {
                    let known = pool.leading(&[Kind::DataCategory], entry);
                    let found = known.map_or_else(|| pool.categories(entry, span), |at| vec![at]);
                    activity.categories.extend(found.into_iter().map(|at| (at, span)));
                }
            }
            "special-categories" => {
                // "Yes" names no category, and neither does "none".
                if WORDS.flag(said.text).is_some() {
                    return false;
                }
                for entry in said.entries() {
                    activity.categories.extend(pool.categories(entry, span).into_iter().map(|at| (at, span)));
                }
            }
            "recipients" | "processors" => {
                let entries = said.entries();
                if word == "recipients" && entries.len() == 1 && gives_nobody(said.text) {
                    let nobody = text(Kind::Activity, "no-disclosures", &sentence(said.text), span);
                    return activity.table.put("no-disclosures", nobody);
                }
                // What denies something, and is no plain denial, names nobody.
                if entries.iter().any(|entry| names_nobody(entry)) {
                    return false;
                }
                let kind = if word == "recipients" { Kind::Recipient } else { Kind::Processor };
                // Where each of several names has its mark, each is a processor.
                let split = |entry| WORDS.processors(entry).unwrap_or_else(|| vec![entry]);
                let names: Vec<&str> = entries.into_iter().flat_map(split).collect();
                let unclear = names.iter().find(|name| !pool.names_lead() && WORDS.is_marked_among(name));
                if let Some(name) = unclear {
                    self.diagnostics.push(
                        warning("processors-not-told-apart", span, format!("one of several recipients is marked as a processor: “{}”", shortened(&one_line(name), 60)))
                            .label(self.book.place(span))
                            .help("all of them are one recipient in these words: put each on a line of its own in the cell, or divide the record by hand"),
                    );
                }
                for name in names {
                    if !pool.names_lead() && is_list(name) {
                        self.tally.listed.insert(one_line(name));
                    }
                    let at = pool.party(kind, name, span);
                    let of = if pool.kind(at) == Kind::Processor {
                        &mut activity.processors
                    } else {
                        &mut activity.recipients
                    };
                    of.push((at, span));
                }
            }
            "sources" => {
                let Some(Target::Field(path, shape)) = Target::of(Rows::Data, "sources").ok() else { return false };
                let node = value(pool, Kind::Activity, &path, &shape, &said);
                activity.sources.extend(node.into_iter().flat_map(items));
            }
            _ => return false,
        }
        !said.entries().is_empty()
    }
}

fn items(node: Node) -> Vec<Node> {
    match node.content {
        Content::List(items) => items,
        _ => vec![node],
    }
}
