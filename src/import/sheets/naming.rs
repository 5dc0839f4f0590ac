//! Names for records from the words of cells: short enough to be read in a list, with all of the words
//! kept in the field that is theirs.

use std::ops::Range;

use super::fold::{fold, one_line, sentences};
use super::record::{list, text};
use super::words::WORDS;
use crate::import::node::Node;
use crate::record::Kind;
use crate::source::Span;

/// Letters of a name that needs no shortening.
const LONGEST: usize = 80;
/// Letters of the name of somebody: readers must know who gets their data.
const LONGEST_PARTY: usize = 300;
/// Letters of a label before a colon.
const LABEL: usize = 60;

/// A name, and where the other words go.
#[derive(Debug, Default)]
pub(super) struct Named {
    pub(super) name: String,
    /// Fields with their values.
    pub(super) more: Vec<(&'static str, Node)>,
}

/// The name of a record from the words of a cell.
pub(super) fn named(kind: Kind, words: &str, span: Span) -> Named {
    let words = without_stop(&one_line(words)).to_owned();
    if kind == Kind::DataCategory
        && let Some(named) = category(&words, span)
    {
        return named;
    }
    let is_party = matches!(kind, Kind::Processor | Kind::Recipient | Kind::Source | Kind::Controller);
    let whole = |most: usize| words.chars().count() <= most;
    let kind_of_data = special(&words).filter(|_| kind == Kind::DataCategory && !whole(LABEL));
    let inner =
        kind_of_data.and_then(|_| words.strip_suffix(')')?.split_once(" (")).filter(|(_, inner)| !inner.contains(')'));
    let (name, rest) = match inner {
        Some((name, inner)) => (name.to_owned(), inner),
        None => {
            let most = if is_party { LONGEST_PARTY } else { LONGEST };
            let end = cut(&words, most);
            (shortened(&words, most), words[end..].trim_start_matches([' ', ',', ';', ':', '.', '-', '–', '(']))
        }
    };
    let full = full_field(kind).filter(|_| name != words);
    // A description stands behind the name, and says what that lacks; a definition stands for itself.
    let said = |field: &str| if field == "description" { sentence(rest) } else { words.clone() };
    let more = full.map(|field| (field, text(kind, field, &said(field), span)));
    // Headings show names of groups.
    let name = if kind == Kind::SubjectGroup { capital(&name) } else { name };
    Named { name, more: more.into_iter().collect() }
}

/// "Academic data: degrees, courses" is a category with what belongs to it, and so is a long list.
fn category(words: &str, span: Span) -> Option<Named> {
    let item = |one: &str| text(Kind::DataCategory, "name", one, span);
    let (name, items) = match words.split_once(": ") {
        Some((label, rest)) if label.chars().count() <= LABEL && !label.contains(',') => (label.to_owned(), rest),
        _ if words.chars().count() > LABEL => {
            let items = split(words);
            if items.len() < 3 {
                return None;
            }
            (shortened(words, LABEL), words)
        }
        _ => return None,
    };
    let items: Vec<Node> = split(items).into_iter().map(item).collect();
    (!items.is_empty()).then(|| Named { name, more: vec![("items", list(items, span))] })
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// The parts of a text that lists special categories, and the label before them. What names none of them
/// belongs to the one before it.
pub(super) fn special_parts(words: &str) -> Option<(&str, Vec<&str>)> {
    let (label, rest) = words.split_once(':').filter(|(label, _)| WORDS.is_special_label(label))?;
    let rest = without_stop(rest.trim());
    let mut found: Vec<Range<usize>> = Vec::new();
    for part in parts(rest) {
        match found.last_mut().filter(|_| special(&rest[part.clone()]).is_none()) {
            Some(last) => last.end = part.end,
            None => found.push(part),
        }
    }
    Some((label, found.into_iter().map(|part| &rest[part]).collect()))
}

/// The kind of special category that a name stands for, whatever is added in parentheses.
pub(super) fn special(name: &str) -> Option<&'static str> {
    let before = name.split(" (").next().unwrap_or(name);
    WORDS.special(before.split(", ").next().unwrap_or(before))
}

/// Parts between commas outside parentheses; commas in numbers divide nothing.
fn split(text: &str) -> Vec<&str> {
    parts(text).into_iter().map(|part| &text[part]).collect()
}

fn parts(text: &str) -> Vec<Range<usize>> {
    let mut ends = Vec::new();
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ',' | ';' if depth == 0 && text[at + 1..].starts_with(' ') => ends.push(at),
            _ => {}
        }
    }
    let starts = std::iter::once(0).chain(ends.iter().map(|end| end + 2));
    let part = |(start, end): (usize, usize)| {
        let inner = &text[start..end];
        let start = start + (inner.len() - inner.trim_start().len());
        start..start + inner.trim().len()
    };
    let all = starts.zip(ends.iter().copied().chain([text.len()])).map(part);
    all.filter(|part| text[part.clone()].chars().any(char::is_alphanumeric)).collect()
}

/// Whether a name is perhaps a list: with two commas, or with one and a word for "and" behind it.
pub(super) fn is_list(name: &str) -> bool {
    let parts = split(name);
    parts.len() > 2 || parts.len() == 2 && parts.last().is_some_and(|last| WORDS.joined(last).len() > 1)
}

/// The field that takes all of the words of a record whose name was shortened.
fn full_field(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::SubjectGroup => Some("definition"),
        Kind::DataCategory | Kind::Processor | Kind::Recipient => Some("description"),
        Kind::SecurityMeasure => Some("detail"),
        // Its words stand in its period and its criteria.
        Kind::Retention => None,
        _ => Some("note"),
    }
}

/// A text of at most so many letters, cut where a part of it ends.
pub(super) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let end = cut(text, most);
    format!("{}…", text[..end].trim_end_matches([' ', ',', ';', ':', '.', '(']))
}

/// Where a text of more than so many letters is cut.
fn cut(text: &str, most: usize) -> usize {
    if text.chars().count() <= most {
        return text.len();
    }
    let end = text.char_indices().nth(most.saturating_sub(1)).map_or(text.len(), |(at, _)| at);
    let head = &text[..end];
    let parts = [", ", "; ", ": ", ". ", " (", " – ", " - "];
    let part = parts.iter().filter_map(|sign| head.rfind(sign)).max().filter(|at| *at * 3 > end);
    part.or_else(|| head.rfind(' ')).unwrap_or(end)
}

/// Words as a sentence, with a capital and a stop.
pub(super) fn sentence(words: &str) -> String {
    let stop = if words.ends_with(['.', '!', '?', '…']) { "" } else { "." };
    capital(words) + stop
}

/// A text without the stop at its end, unless that belongs to an abbreviation.
pub(super) fn without_stop(text: &str) -> &str {
    let Some(rest) = text.strip_suffix('.') else { return text };
    let last = rest.rsplit([' ', '.', '(']).next().unwrap_or_default();
    if super::fold::ends_sentence(rest, last) || rest.ends_with(')') { rest.trim_end() } else { text }
}

/// A title without the number before it: "12. Payroll".
pub(super) fn without_number(title: &str) -> &str {
    let rest = title.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let sign = rest.trim_start_matches([')', '-', '–', ' ']);
    let is_number =
        rest.len() < title.len() && sign.len() < rest.len() && title.starts_with(|c: char| c.is_ascii_digit());
    // "24 hours" begins with no number of a list.
    let listed = title[..title.len() - rest.len()].ends_with('.') || rest.starts_with([')', '-', '–']);
    if is_number && listed && !sign.is_empty() { sign } else { title }
}

/// A purpose in its first sentence, and what it includes in those behind it, where it is long.
pub(super) fn purpose(words: &str) -> (&str, Vec<&str>) {
    let all = if words.chars().count() > LONGEST { sentences(words) } else { vec![words] };
    match all.split_first() {
        Some((first, rest)) if !rest.is_empty() => {
            (without_stop(first), rest.iter().map(|one| without_stop(one)).collect())
        }
        _ => (without_stop(words), Vec::new()),
    }
}

/// Whether a cell says that there is nothing of the kind: "No transfers are planned."
pub(super) fn denies(text: &str) -> bool {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    begins_with_denial(text) && words.len() <= 25 && !words.iter().any(|word| WORDS.is_exception(word))
}

/// Whether a text names nobody to whom data go, perhaps with exceptions: it begins as a denial does, or
/// denies that data are given: "Unless the law requires it, data are not shared."
pub(super) fn names_nobody(text: &str) -> bool {
    let folded = fold(text);
    WORDS.begins_denial(&folded) || WORDS.denies_giving(&folded.split(' ').collect::<Vec<_>>())
}

/// The same without any exception.
pub(super) fn gives_nobody(text: &str) -> bool {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    denies(text)
        || WORDS.denies_giving(&words)
            && words.len() <= 25
            && !words.iter().any(|word| WORDS.is_exception(word) || WORDS.is_without(word))
}

/// Whether a text begins as a denial does, perhaps with exceptions.
pub(super) fn begins_with_denial(text: &str) -> bool {
    WORDS.begins_denial(&fold(text))
}

/// A rule on time whose words are no period: what its length depends on.
pub(super) fn criteria(words: &str, span: Span) -> Node {
    let words = one_line(words);
    let one = |sentence: &str| text(Kind::Retention, "from", without_stop(sentence), span);
    list(sentences(&words).into_iter().map(one).collect(), span)
}

#[cfg(test)]
mod tests {
    use super::{denies, gives_nobody, named, names_nobody, purpose, shortened, special_parts, without_stop};
    use crate::import::sheets::words::WORDS;
    use crate::record::Kind;
    use crate::source::Span;

    #[test]
    fn names_are_short_and_nothing_is_lost() {
        let long = "Recursos y reclamaciones administrativas, así como procedimientos contencioso-administrativos en los que sea parte el Departamento";
        let group = named(Kind::SubjectGroup, long, Span::default());
        assert_eq!(group.name, "Recursos y reclamaciones administrativas…");
        assert_eq!(group.more[0].0, "definition");
        assert_eq!(group.more[0].1.text(), Some(long));
        let short = named(Kind::Recipient, "Registro Central de Personal.", Span::default());
        assert_eq!((short.name.as_str(), short.more.len()), ("Registro Central de Personal", 0));
        // Who gets data is named in full, and a description says what the name lacks.
        assert_eq!(named(Kind::Recipient, long, Span::default()).name, long);
        let health = "datos de salud (bajas por enfermedad, accidentes laborales y grado de discapacidad)";
        let health = named(Kind::DataCategory, health, Span::default());
        assert_eq!(health.name, "datos de salud");
        let words = "Bajas por enfermedad, accidentes laborales y grado de discapacidad.";
        assert_eq!(health.more[0].1.text(), Some(words));
        let cut = named(Kind::Processor, &"one two, ".repeat(60), Span::default());
        assert!(
            cut.name.ends_with("one two…") && cut.more[0].1.text().is_some_and(|text| text.starts_with("One two,"))
        );
        assert_eq!(shortened(&"x".repeat(100), 80).chars().count(), 80);
        use super::without_number;
        for (text, id) in [("12. Payroll", "Payroll"), ("1.2) Pay", "Pay"), ("24 hours", "24 hours"), ("3.", "3.")] {
            assert_eq!(without_number(text), id);
        }
        assert_eq!(without_stop("Plan de Pensiones de la AGE."), "Plan de Pensiones de la AGE");
        for text in ["Example Inc.", "A. B.", "Example Corp.", "EXAMPLE LTD.", "EE.UU."] {
            assert_eq!(without_stop(text), text);
        }
    }

    #[test]
    fn lists_of_data_are_a_category_with_its_items() {
        let items = |text: &str| {
            let named = named(Kind::DataCategory, text, Span::default());
            let items = named.more.iter().find(|(field, _)| *field == "items").map_or(0, |(_, node)| node.each().len());
            (named.name, items)
        };
        assert_eq!(
            items("Datos académicos: titulaciones, formación (reglada, otra) y experiencia."),
            ("Datos académicos".into(), 2)
        );
        assert_eq!(
            items(
                "Nombre y apellidos, DNI/NIF/Documento identificativo, número de registro, dirección, firma y teléfono."
            ),
            ("Nombre y apellidos, DNI/NIF/Documento identificativo…".into(), 5)
        );
        assert_eq!(items("Imagen."), ("Imagen".into(), 0));
        assert_eq!(items("Name, address"), ("Name, address".into(), 0));
        assert_eq!(
            special_parts("Categorías especiales de datos: datos de salud (bajas, grado), afiliación sindical."),
            Some(("Categorías especiales de datos", vec!["datos de salud (bajas, grado)", "afiliación sindical"]))
        );
        assert_eq!(
            special_parts("Datos sensibles: salud, afiliación sindical, a efectos del pago").map(|(_, parts)| parts),
            Some(vec!["salud", "afiliación sindical, a efectos del pago"])
        );
    }

    #[test]
    fn only_plain_denials_deny() {
        for text in [
            "No están previstas transferencias internacionales de los datos.",
            "No se prevén",
            "None planned.",
            "Keine Übermittlung in Drittländer",
            "Es findet keine Übermittlung in ein Drittland statt.",
            "Aucun transfert hors UE",
            "Non previsti",
            "Ninguna",
        ] {
            assert!(denies(text), "{text}");
        }
        for text in [
            "No se prevén, salvo obligación legal.",
            "Estados Unidos",
            "Norwegian Tax Office",
            "Nothing but the USA",
            "Inga Svensson AB",
        ] {
            assert!(!denies(text), "{text}");
        }
    }

    #[test]
    fn who_gets_nothing_is_no_name() {
        for (text, without_exception) in [
            ("Los datos no se comunicarán a terceros.", true),
            ("Los datos no se comunicarán a terceros salvo obligación legal.", false),
            ("Salvo obligación legal, los datos no serán cedidos", false),
            ("Los datos no se ceden sin consentimiento", false),
            ("Les données ne sont pas transmises à des tiers", true),
            ("I dati non sono comunicati a terzi salvo obblighi di legge", false),
            ("I dati non saranno diffusi", true),
            ("Gegevens worden niet gedeeld", true),
            ("Wij verstrekken uw gegevens niet aan derden", true),
            ("Data is not shared with third parties", true),
            ("We do not share data unless required by law", false),
            ("Daten werden nicht an Dritte weitergegeben", true),
            ("Tietoja ei luovuteta", true),
            ("Uppgifter lämnas inte ut", true),
            ("Keine", true),
        ] {
            assert!(names_nobody(text), "{text}");
            assert_eq!(gives_nobody(text), without_exception, "{text}");
        }
        for text in [
            "Organizaciones no gubernamentales del sector a las que se ceden locales",
            "Entidades no lucrativas de comunicación social",
            "Non-profit housing association",
            "Shared services centre",
        ] {
            assert!(!WORDS.denies_giving(&super::fold(text).split(' ').collect::<Vec<_>>()), "{text}");
        }
    }

    #[test]
    fn long_purposes_include_their_further_sentences() {
        let long = "Gestión de personal, funcionario y laboral, destinado en el Ministerio. Expediente personal. Control horario.";
        assert_eq!(
            purpose(long),
            (
                "Gestión de personal, funcionario y laboral, destinado en el Ministerio",
                vec!["Expediente personal", "Control horario"]
            )
        );
        assert_eq!(purpose("Pay. People."), ("Pay. People", vec![]));
    }
}
