//! Legal bases from the words of a cell: the right letter, or none.

use super::fold::{entries, one_line};
use super::naming::{shortened, without_stop};
use super::pool::{At, Pool};
use super::record::{list, table, text, word};
use super::words::WORDS;
use crate::import::node::Node;
use crate::law::references::{Found, Hints, Reference, denies_what_follows, read};
use crate::record::Kind;
use crate::source::Span;

/// What is read of one entry.
#[derive(Debug, Default)]
struct Entry {
    text: String,
    grounds: Vec<String>,
    conditions: Vec<String>,
    laws: Vec<Law>,
    /// Words that belong to it and name nothing.
    words: Vec<String>,
    /// Why a reference in it is not certain.
    doubt: Option<String>,
}

/// A law beside a ground: how it is cited, and all that is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Law {
    short: String,
    full: String,
}

impl Entry {
    /// Whether it is a law and nothing else.
    fn is_law(&self) -> bool {
        self.grounds.is_empty() && self.conditions.is_empty() && self.doubt.is_none() && !self.laws.is_empty()
    }

    /// Whether it names nothing.
    fn is_words(&self) -> bool {
        self.grounds.is_empty() && self.conditions.is_empty() && self.doubt.is_none() && self.laws.is_empty()
    }

    /// Whether a law of a State is what it rests on, Article 6(3).
    fn rests_on_law(&self) -> bool {
        self.grounds.iter().any(|ground| RESTS_ON_LAW.contains(&ground.as_str()))
    }
}

/// Grounds that need a basis in law, Article 6(3).
const RESTS_ON_LAW: [&str; 2] = ["6(1)(c)", "6(1)(e)"];

/// The bases that a cell names, and what was not understood of it.
pub(super) fn bases(
    pool: &mut Pool<'_>,
    cell: &str,
    separators: &[String],
    language: Option<&str>,
    span: Span,
) -> (Vec<At>, Vec<String>) {
    // "Not applicable:", and a line for each ground.
    let mut is_denied = false;
    let parts = entries(cell, separators).into_iter().map(|part| {
        let read = if is_denied { denied(part) } else { entry(part, language) };
        is_denied |= denies_what_follows(part);
        read
    });
    let found = joined(parts.collect());
    let mut bases = Vec::new();
    let mut doubts = Vec::new();
    for entry in found {
        if let Some(doubt) = &entry.doubt {
            doubts.push(format!("{doubt}: “{}”", shortened(&entry.text, 60)));
        } else if entry.is_words() {
            doubts.push(format!("no article can be told from “{}”", shortened(&entry.text, 60)));
        }
        bases.extend(records(pool, &entry, span));
    }
    (bases, doubts)
}

/// Whether a text cites a ground.
pub(super) fn has_ground(text: &str, language: Option<&str>) -> bool {
    !entry(text, language).grounds.is_empty()
}

/// Entries with what goes on in those behind them: a condition of Article 9 and words belong to the ground
/// before them. Laws that stand behind all grounds belong to those that rest on law; other laws to the
/// ground before them.
fn joined(entries: Vec<Entry>) -> Vec<Entry> {
    let last_ground = entries.iter().rposition(|entry| !entry.grounds.is_empty());
    let all_behind = last_ground.is_none_or(|last| entries.iter().take(last).all(|entry| !entry.is_law()));
    let mut found: Vec<Entry> = Vec::new();
    let mut behind: Vec<Entry> = Vec::new();
    for (at, entry) in entries.into_iter().enumerate() {
        let is_behind = all_behind && last_ground.is_some_and(|last| at > last);
        match found.last_mut().filter(|last| !last.grounds.is_empty()) {
            Some(_) if entry.is_law() && is_behind => behind.push(entry),
            Some(last) if entry.is_law() => last.laws.extend(entry.laws),
            Some(last) if entry.is_words() => {
                // "6(1)(b); (f)".
                if entry.text.chars().filter(|c| c.is_alphanumeric()).count() == 1 {
                    last.doubt.get_or_insert_with(|| format!("“{}” may be one more letter", entry.text));
                }
                last.words.push(entry.text);
            }
            Some(last) if entry.grounds.is_empty() && !entry.conditions.is_empty() => {
                last.words.push(entry.text);
                extend(&mut last.conditions, entry.conditions);
                extend(&mut last.laws, entry.laws);
                last.doubt = last.doubt.take().or(entry.doubt);
            }
            _ => found.push(entry),
        }
    }
    let grounds: usize = found.iter().map(|entry| entry.grounds.len()).sum();
    for law in behind {
        let takes = |entry: &&mut Entry| entry.rests_on_law() || (grounds == 1 && !entry.grounds.is_empty());
        let mut taken = false;
        for entry in found.iter_mut().filter(takes) {
            extend(&mut entry.laws, law.laws.clone());
            taken = true;
        }
        if !taken {
            found.push(law);
        }
    }
    found
}

/// The records of an entry: one for each ground, because a basis has one.
fn records(pool: &mut Pool<'_>, entry: &Entry, span: Span) -> Vec<At> {
    let many = entry.grounds.len() > 1;
    let grounds: Vec<Option<&String>> =
        if entry.grounds.is_empty() { vec![None] } else { entry.grounds.iter().map(Some).collect() };
    let record = |ground: Option<&String>| {
        // A law is what an obligation or a task rests on; beside other grounds it may mean something else.
        let rests = ground.is_none_or(|ground| !many || RESTS_ON_LAW.contains(&ground.as_str()));
        let laws: &[Law] = if rests { &entry.laws } else { &[] };
        let mut named = title(entry, ground, many, laws);
        let all: Vec<&str> =
            std::iter::once(entry.text.as_str()).chain(entry.words.iter().map(String::as_str)).collect();
        let key = format!("{named}\u{1f}{}\u{1f}{laws:?}", all.join("\u{1f}"));
        // Two bases do not read the same: the words of the second tell it apart.
        if pool.is_shown(Kind::LegalBasis, &named) && !pool.has_key(Kind::LegalBasis, &key) {
            let words = all.join(", ");
            let (words, begun) = (without_stop(&words), named.trim_end_matches('…'));
            named = match words.starts_with(begun) {
                true => shortened(words, LONGEST),
                false => format!("{named} ({})", shortened(words, 40)),
            };
        }
        let at = pool.get_as(Kind::LegalBasis, &key, &named, None, span);
        let basis = pool.table(at);
        if let Some(ground) = ground {
            basis.put("article", word(ground.as_str(), span));
        }
        if !entry.conditions.is_empty() && basis.is_free("article-9") {
            basis.put("article-9", list(entry.conditions.iter().map(|one| word(one.as_str(), span)).collect(), span));
        }
        if !laws.is_empty() && basis.is_free("laws") {
            let law = |law: &Law| -> Node {
                table(vec![("act", text(Kind::LegalBasis, "laws[].act", without_stop(&law.full), span))], span)
            };
            basis.put("laws", list(laws.iter().map(law).collect(), span));
        }
        // All words stay, also those that the title has no room for.
        let is_said = |one: &&str| !named.contains(without_stop(one)) && !laws.iter().any(|law| law.full == **one);
        let unsaid: Vec<&str> = all.into_iter().filter(is_said).collect();
        if !unsaid.is_empty() {
            basis.put("note", text(Kind::LegalBasis, "note", &unsaid.join("\n\n"), span));
        }
        at
    };
    grounds.into_iter().map(record).collect()
}

/// What the register calls a basis: its place in the GDPR and the laws it rests on, or the words of the cell
/// where it rests on none.
fn title(entry: &Entry, ground: Option<&String>, many: bool, laws: &[Law]) -> String {
    let mut title = match ground {
        Some(ground) if !laws.is_empty() => format!("{ground} {}:", gdpr(&entry.text)),
        Some(ground) if many => format!("{} [{ground}]", closed(&shortened(without_stop(&entry.text), 60))),
        _ => closed(&shortened(without_stop(&entry.text), 60)),
    };
    let unsaid: Vec<&str> = laws.iter().map(|law| law.short.as_str()).filter(|law| !title.contains(law)).collect();
    for law in unsaid {
        if title.chars().count() + law.chars().count() > LONGEST {
            title.push_str(if title.ends_with('…') { "" } else { "…" });
            break;
        }
        title.push_str(if title.ends_with(':') { " " } else { "; " });
        title.push_str(law);
    }
    title
}

/// A shortened text that does not end within a parenthesis.
fn closed(text: &str) -> String {
    match text.strip_suffix('…').and_then(|text| text.rsplit_once(" (")) {
        Some((before, within)) if !within.contains(')') && !before.is_empty() => format!("{before}…"),
        _ => text.to_owned(),
    }
}

/// What a text calls the GDPR.
fn gdpr(text: &str) -> &'static str {
    let names = ["UK GDPR", "DSGVO", "DS-GVO", "RGPD", "AVG"];
    names.into_iter().find(|name| text.contains(name)).unwrap_or("GDPR")
}

/// Letters of a title with its laws.
const LONGEST: usize = 110;

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
    if entry.is_law() {
        let short = entry.laws.iter().map(|law| law.short.as_str()).collect::<Vec<_>>().join(", ");
        entry.laws = vec![Law { short: shortened(&short, 60), full: part }];
    }
    entry
}

/// An entry of a list that is denied as a whole.
fn denied(part: &str) -> Entry {
    let doubt = "the words above it may deny it".to_owned();
    Entry { text: one_line(part), doubt: Some(doubt), ..Entry::default() }
}

fn law(part: &str, span: &std::ops::Range<usize>) -> Law {
    let cited = part.get(span.clone()).unwrap_or_default().trim().to_owned();
    Law { short: cited.clone(), full: cited }
}

fn extend<T: PartialEq>(list: &mut Vec<T>, more: impl IntoIterator<Item = T>) {
    for one in more {
        if !list.contains(&one) {
            list.push(one);
        }
    }
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
        let separators = ["\n".to_owned(), ";".to_owned(), "sentence".to_owned()];
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
    fn laws_belong_to_the_grounds_that_rest_on_law() {
        let (texts, _) =
            told("RGPD: 6.1.c)\nRGPD: 6.1.b)\nRGPD: 9.2.b)\nReal Decreto 5/2015, de 30 de octubre\nLey 2/2015");
        assert_eq!(texts.len(), 2, "{texts:?}");
        assert!(texts[0].contains("6(1)(c)") && texts[0].contains("5/2015, de 30") && texts[0].contains("Ley 2/2015"));
        assert!(
            texts[1].contains("6(1)(b)") && texts[1].contains("9(2)(b)") && !texts[1].contains("laws"),
            "{texts:?}"
        );
        let (texts, _) = told("RGPD: 6.1.c)\nLey 1/2015\nRGPD: 6.1.e)\nLey 2/2015");
        assert!(texts[0].contains("Ley 1/2015") && !texts[0].contains("Ley 2/2015"), "{texts:?}");
        let (texts, doubts) = told(
            "Artículo 6.1.e) RGPD: cumplimiento de una misión realizada en interés público. Ley 39/2015, de 1 de octubre, del Procedimiento Administrativo Común de las Administraciones Públicas.",
        );
        assert_eq!((texts.len(), doubts), (1, 0), "{texts:?}");
        assert!(texts[0].contains("act = \"Ley 39/2015, de 1 de octubre, del Procedimiento Administrativo Común de las Administraciones Públicas\""), "{texts:?}");
        assert!(texts[0].contains("= \"6(1)(e) RGPD: Ley 39/2015\""), "{texts:?}");
        assert!(texts[0].contains("note") && texts[0].contains("misión realizada"), "{texts:?}");
    }

    #[test]
    fn a_law_on_the_line_of_a_list_takes_none_of_its_letters() {
        let (texts, doubts) = told("RGPD: 6.1.c) y 6.1.e) Ley 40/2015");
        assert_eq!((texts.len(), doubts), (2, 0), "{texts:?}");
        assert!(texts[0].contains("\"6(1)(c)\"") && texts[1].contains("\"6(1)(e)\""), "{texts:?}");
        assert!(texts.iter().all(|text| text.contains("act = \"Ley 40/2015\"")), "{texts:?}");
        let (texts, doubts) = told("RGPD: 6.1.c) Obligación legal.\n6.1.e) Ley 40/2015");
        assert_eq!(doubts, 1, "{texts:?}");
        assert!(texts.iter().any(|text| text.contains("act = \"Ley 40/2015\"")), "{texts:?}");
    }

    #[test]
    fn what_a_line_above_denies_is_no_ground() {
        for cell in
            ["No aplicables:\n6.1.e) RGPD\nConsentimiento", "Not applicable: 6(1)(e) GDPR; 6(1)(f) GDPR; Consent"]
        {
            let (texts, doubts) = told(cell);
            assert!(doubts > 1, "{texts:?}");
            assert!(texts.iter().all(|text| !text.contains("article")), "{texts:?}");
        }
        let (texts, doubts) = told("Not 6(1)(f) GDPR\n6(1)(b) GDPR");
        assert_eq!((texts.len(), doubts), (2, 1), "{texts:?}");
        assert!(texts.iter().any(|text| text.contains("6(1)(b)")), "{texts:?}");
    }

    #[test]
    fn what_is_not_certain_stays_in_its_words() {
        let (texts, doubts) = told("6(1)(b) GDPR; (f)");
        assert_eq!((texts.len(), doubts), (1, 1), "{texts:?}");
        for cell in ["Article 6 GDPR", "because we always did", "6(1)(g) GDPR"] {
            let (texts, doubts) = told(cell);
            assert_eq!((texts.len(), doubts), (1, 1), "{texts:?}");
            assert!(!texts[0].contains("article"), "{texts:?}");
        }
    }
}
