//! Legal bases from the words of a cell: the right letter, or none.

use super::fold::{entries, one_line};
use super::pool::{At, Pool};
use super::record::{list, table, text, word};
use super::words::WORDS;
use crate::import::node::Node;
use crate::law::references::{Found, Hints, Reference, read};
use crate::record::Kind;
use crate::source::Span;

/// What is read of one entry.
#[derive(Debug, Default)]
struct Entry {
    text: String,
    grounds: Vec<String>,
    conditions: Vec<String>,
    laws: Vec<String>,
    /// Why a reference in it is not certain.
    doubt: Option<String>,
}

/// The bases that a cell names, and what was not understood of it.
pub(super) fn bases(
    pool: &mut Pool<'_>,
    cell: &str,
    separators: &[String],
    language: Option<&str>,
    span: Span,
) -> (Vec<At>, Vec<String>) {
    let mut found: Vec<Entry> = Vec::new();
    for part in entries(cell, separators) {
        let entry = entry(part, language);
        let goes_on = entry.grounds.is_empty() && entry.conditions.is_empty();
        match found.last_mut() {
            // A line with a law alone, or with a condition of Article 9, belongs to the ground before it.
            Some(last) if goes_on && entry.doubt.is_none() && !entry.laws.is_empty() => last.laws.extend(entry.laws),
            Some(last) if entry.grounds.is_empty() && !entry.conditions.is_empty() && !last.grounds.is_empty() => {
                last.text = format!("{}; {}", last.text, entry.text);
                last.conditions.extend(entry.conditions);
                last.laws.extend(entry.laws);
            }
            _ => found.push(entry),
        }
    }
    let mut bases = Vec::new();
    let mut doubts = Vec::new();
    for entry in found {
        if let Some(doubt) = &entry.doubt {
            doubts.push(format!("{doubt}: “{}”", shortened(&entry.text)));
        } else if entry.grounds.is_empty() && entry.conditions.is_empty() && entry.laws.is_empty() {
            doubts.push(format!("no article can be told from “{}”", shortened(&entry.text)));
        }
        bases.extend(records(pool, &entry, span));
    }
    (bases, doubts)
}

/// The records of an entry: one for each ground, because a basis has one.
fn records(pool: &mut Pool<'_>, entry: &Entry, span: Span) -> Vec<At> {
    let many = entry.grounds.len() > 1;
    let grounds: Vec<Option<&String>> =
        if entry.grounds.is_empty() { vec![None] } else { entry.grounds.iter().map(Some).collect() };
    let record = |ground: Option<&String>| {
        let title = match ground {
            Some(ground) if many => format!("{} [{ground}]", entry.text),
            _ => entry.text.clone(),
        };
        let key = format!("{title}\u{1f}{}", entry.laws.join("\u{1f}"));
        // The same words with other laws below them are another basis.
        let named = if entry.laws.iter().all(|law| title.contains(law.as_str())) {
            title
        } else {
            format!("{}; {}", title.trim_end_matches('.'), entry.laws.join("; "))
        };
        let at = pool.get_as(Kind::LegalBasis, &key, &named, None, span);
        let basis = pool.table(at);
        if let Some(ground) = ground {
            basis.put("article", word(ground.as_str(), span));
        }
        if !entry.conditions.is_empty() && basis.is_free("article-9") {
            basis.put("article-9", list(entry.conditions.iter().map(|one| word(one.as_str(), span)).collect(), span));
        }
        // A law is what an obligation or a task rests on; beside other grounds it may mean something else.
        let rests = ground.is_none_or(|ground| !many || ["6(1)(c)", "6(1)(e)"].contains(&ground.as_str()));
        if rests && !entry.laws.is_empty() && basis.is_free("laws") {
            let law =
                |law: &String| -> Node { table(vec![("act", text(Kind::LegalBasis, "laws[].act", law, span))], span) };
            basis.put("laws", list(entry.laws.iter().map(law).collect(), span));
        }
        at
    };
    grounds.into_iter().map(record).collect()
}

fn entry(part: &str, language: Option<&str>) -> Entry {
    let mut entry = Entry { text: one_line(part), ..Entry::default() };
    if let Some(ground) = WORDS.ground(part) {
        entry.grounds.push(ground.to_owned());
        return entry;
    }
    let part = entry.text.clone();
    for Reference { span, found } in read(&part, Hints { language, legal_bases: true }) {
        match found {
            Found::Provision(provision) => {
                let grounds = provision.grounds().into_iter().map(|ground| ground.article().to_owned());
                let conditions = provision.conditions().into_iter().map(|one| one.article().to_owned());
                extend(&mut entry.grounds, grounds);
                extend(&mut entry.conditions, conditions);
            }
            Found::Other => extend(&mut entry.laws, [law(&part, &span)]),
            Found::Uncertain(doubt) => {
                let cited = part.get(span).unwrap_or_default();
                entry.doubt.get_or_insert_with(|| format!("“{cited}” was not understood, {doubt}"));
            }
        }
    }
    // A line that is a law and nothing else keeps all of its words.
    if entry.grounds.is_empty() && entry.conditions.is_empty() && !entry.laws.is_empty() {
        entry.laws = vec![part];
    }
    entry
}

fn law(part: &str, span: &std::ops::Range<usize>) -> String {
    part.get(span.clone()).unwrap_or_default().trim().to_owned()
}

fn extend(list: &mut Vec<String>, more: impl IntoIterator<Item = String>) {
    for one in more {
        if !one.is_empty() && !list.contains(&one) {
            list.push(one);
        }
    }
}

fn shortened(text: &str) -> String {
    let mut start: String = text.chars().take(60).collect();
    if text.chars().nth(60).is_some() {
        start.push('…');
    }
    start
}

#[cfg(test)]
mod tests {
    use super::super::held::Held;
    use super::super::pool::Pool;
    use super::bases;
    use crate::source::Span;

    fn told(cell: &str) -> (Vec<String>, usize) {
        let held = Held::default();
        let mut pool = Pool::new(&held, false);
        let separators = ["\n".to_owned(), ";".to_owned()];
        let (_, doubts) = bases(&mut pool, cell, &separators, None, Span::default());
        let texts = pool.into_drafts().into_iter().map(|draft| {
            crate::import::document(&draft.content, &serde_json::Value::Null).replace('\n', " ").replace("  ", " ")
        });
        (texts.collect(), doubts.len())
    }

    #[test]
    fn letters_are_read_and_laws_kept() {
        let (texts, doubts) = told("RGPD: 6.1.c) Obligación legal.\nLey 39/2015, de 1 de octubre");
        assert_eq!((texts.len(), doubts), (1, 0), "{texts:?}");
        assert!(texts[0].contains("\"6(1)(c)\"") && texts[0].contains("Ley 39/2015"), "{texts:?}");
        let (texts, doubts) = told("Art. 6 Abs. 1 lit. b, f DSGVO");
        assert_eq!((texts.len(), doubts), (2, 0), "{texts:?}");
        let (texts, doubts) = told("Consentimiento");
        assert!(texts[0].contains("6(1)(a)") && doubts == 0, "{texts:?}");
    }

    #[test]
    fn what_is_not_certain_stays_in_its_words() {
        for cell in ["Article 6 GDPR", "because we always did", "6(1)(g) GDPR"] {
            let (texts, doubts) = told(cell);
            assert_eq!((texts.len(), doubts), (1, 1), "{texts:?}");
            assert!(!texts[0].contains("article"), "{texts:?}");
        }
    }
}
