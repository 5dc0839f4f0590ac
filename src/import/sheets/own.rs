//! Cells that only our own exports write: several fields of a record in the words of the register.

use super::fold::id_of;
use super::record::{list, table, text, word};
use super::split::at_labels;
use super::value::{Said, date};
use super::words::WORDS;
use crate::import::node::{Content, Node};
use crate::law;
use crate::postal::{self, Town};
use crate::record::Kind;
use crate::source::Span;

/// Fields of a record with their values.
pub(super) type Fields = Vec<(String, Node)>;

/// That nobody is appointed, and that somebody is.
const NOBODY: &str = "Stated: none appointed";
const SOMEBODY: &str = "Appointed";

/// Words with which the place in a law begins.
const PLACES: [&str; 9] = ["article", "articles", "art.", "section", "sections", "chapter", "annex", "§", "paragraph"];

/// What a word of the map makes of a cell; nothing where the cell is not what our exports write.
pub(super) fn fields(kind: Kind, target: &str, said: &Said<'_>) -> Option<Fields> {
    let (cell, span) = (said.text, said.span);
    match target {
        "address" => Some(address("address", cell.lines().map(str::trim).collect(), span)),
        "laws" => {
            Some(vec![("laws".to_owned(), list(cell.split("; ").map(|one| law(kind, one, span)).collect(), span))])
        }
        "dpo-told" => person("dpo", cell, span),
        "representative-told" => person("representative", cell, span),
        "authority-told" => authority(cell, span),
        "registration" => registration(cell, span),
        "contacts-told" => contacts(said),
        "ground-told" => Some(extent(cell, span)),
        "then-told" => then(said),
        "exemption" => exemption(cell, span),
        "waivers-told" => {
            let all: Option<Vec<Node>> = cell.lines().map(|line| waiver(line, span)).collect();
            Some(vec![("waivers".to_owned(), list(all?, span))])
        }
        "transfers-or-none" => {
            let reason = cell.strip_prefix("Stated: there are no transfers. ")?;
            Some(vec![("no-transfers".to_owned(), text(kind, "no-transfers", reason, span))])
        }
        _ => None,
    }
}

/// The lines of an envelope: the country and the town where the same lines would be written of them.
pub(super) fn address(below: &str, mut lines: Vec<&str>, span: Span) -> Fields {
    lines.retain(|line| !line.is_empty());
    let path = |field: &str| format!("{below}.{field}");
    let mut fields: Fields = Vec::new();
    let country = lines.last().and_then(|last| Some((WORDS.country(last)?, *last)));
    let country = country.and_then(|(code, name)| law::country(&code.to_string()).filter(|own| own.name == name));
    if let Some(country) = country.filter(|_| lines.len() > 1) {
        lines.pop();
        let code = country.code.to_string();
        let town = lines.last().filter(|_| lines.len() > 1).and_then(|line| town(line, &code));
        if let Some((postcode, city)) = town {
            lines.pop();
            fields.push((path("postcode"), word(postcode, span)));
            fields.push((path("city"), word(city, span)));
        }
        fields.push((path("country"), word(code, span)));
    }
    let lines = lines.into_iter().map(|line| text(Kind::Controller, "address.lines[]", line, span)).collect();
    fields.insert(0, (path("lines"), list(lines, span)));
    fields
}

/// Postal code and city of a line that is written so in a country.
fn town<'t>(line: &'t str, country: &str) -> Option<(&'t str, &'t str)> {
    let digits = |part: &str| part.chars().any(|c| c.is_ascii_digit());
    line.match_indices(' ').find_map(|(at, _)| {
        let (left, right) = (&line[..at], &line[at + 1..]);
        let pairs = [(left, right), (right, left)];
        pairs.into_iter().find(|(postcode, city)| {
            let town = Town { postcode: Some(*postcode), city: Some(*city), region: None };
            digits(postcode) && !digits(city) && postal::lines(town, Some(country)) == [line]
        })
    })
}

/// "Accounting Act (1336/1997), section 10 (Finland)".
fn law(kind: Kind, line: &str, span: Span) -> Node {
    let place = line.strip_suffix(')').and_then(|inner| inner.rsplit_once(" ("));
    let code = |name: &str| match name {
        "European Union" => Some("EU".to_owned()),
        name => law::country_named(name).filter(|own| own.name == name).map(|own| own.code.to_string()),
    };
    let (rest, country) = match place.and_then(|(rest, name)| Some((rest, code(name)?))) {
        Some((rest, country)) => (rest, Some(country)),
        None => (line, None),
    };
    let begins = |at: usize| {
        let first = rest[at..].split([' ', '\u{a0}']).next().unwrap_or_default().to_lowercase();
        PLACES.contains(&first.as_str()) || first.starts_with('§')
    };
    let (act, article) = match rest.match_indices(", ").find(|(at, _)| begins(at + 2)) {
        Some((at, _)) => (&rest[..at], Some(&rest[at + 2..])),
        None => (rest, None),
    };
    let mut entries = vec![("act", text(kind, "laws[].act", act, span))];
    entries.extend(article.map(|article| ("article", text(kind, "laws[].article", article, span))));
    entries.extend(country.map(|country| ("country", word(country, span))));
    table(entries, span)
}

/// Somebody with contacts, or that there is nobody, and why.
fn person(below: &str, cell: &str, span: Span) -> Option<Fields> {
    let path = |field: &str| format!("{below}.{field}");
    let said = |field: &str, words: &str| (path(field), text(Kind::Controller, &path(field), words, span));
    let flag = |yes: bool| (path("appointed"), Node { content: Content::Flag(yes), span });
    if let Some(reason) = cell.strip_prefix(NOBODY) {
        let reason = reason.trim_start_matches("; ");
        let reason = (!reason.is_empty()).then(|| said("reason", reason));
        return Some([Some(flag(false)), reason].into_iter().flatten().collect());
    }
    let mut fields = vec![flag(true)];
    let mut words: Vec<&str> = Vec::new();
    for part in cell.split("; ").filter(|part| *part != SOMEBODY) {
        match way(part) {
            Some("url") if below == "representative" => return None,
            Some(field) if !fields.iter().any(|(known, _)| *known == path(field)) => {
                fields.push((path(field), word(part, span)));
            }
            Some(_) => return None,
            None => words.push(part),
        }
    }
    match words.as_slice() {
        [] => {}
        [name] if !name.contains(',') => fields.push(said("name", name)),
        [place] => fields.extend(address(&path("address"), place.split(", ").collect(), span)),
        [name, place] => {
            fields.push(said("name", name));
            fields.extend(address(&path("address"), place.split(", ").collect(), span));
        }
        _ => return None,
    }
    Some(fields)
}

/// The way to reach somebody that a text is, for certain.
fn way(part: &str) -> Option<&'static str> {
    let digits = part.chars().filter(char::is_ascii_digit).count();
    let others = part.chars().filter(|c| !c.is_ascii_digit() && !" +-()/.".contains(*c)).count();
    match part {
        _ if part.contains(' ') && others > 0 => None,
        _ if part.contains("://") => Some("url"),
        _ if part.contains('@') => Some("email"),
        _ if digits >= 5 && others == 0 => Some("phone"),
        _ => None,
    }
}

fn authority(cell: &str, span: Span) -> Option<Fields> {
    let mut parts = cell.split("; ");
    let (name, pages): (&str, Vec<&str>) = (parts.next()?, parts.collect());
    let known = law::authorities().find(|one| one.name == name && pages.first() == Some(&one.website.as_str()));
    let mut fields: Fields = Vec::new();
    match known {
        Some(known) => fields.push(("authority.id".to_owned(), word(known.id.as_str(), span))),
        None => {
            fields.push(("authority.name".to_owned(), text(Kind::Controller, "authority.name", name, span)));
            fields.extend(pages.first().map(|page| ("authority.website".to_owned(), word(*page, span))));
        }
    }
    fields.extend(pages.get(1).map(|page| ("authority.complaint-url".to_owned(), word(*page, span))));
    (pages.len() <= 2 && pages.iter().all(|page| page.contains("://"))).then_some(fields)
}

/// "limited liability company", and "Finland; business ID: 1234567-0" below it.
fn registration(cell: &str, span: Span) -> Option<Fields> {
    let own = |field: &str, words: &str| (field.to_owned(), text(Kind::Controller, field, words, span));
    let country = |name: &str| law::country_named(name).filter(|own| own.name == name);
    let lines: Vec<&str> = cell.lines().collect();
    let (form, register) = match lines.as_slice() {
        [form, register] => (Some(*form), Some(*register)),
        [one] if country(one.split("; ").next()?).is_some() => (None, Some(*one)),
        [one] if !one.contains([':', ';']) => (Some(*one), None),
        _ => return None,
    };
    let mut fields: Fields = form.map(|form| own("legal-form", form)).into_iter().collect();
    for part in register.into_iter().flat_map(|register| register.split("; ")) {
        match (country(part), part.split_once(": ")) {
            (Some(country), _) => fields.push(("registered-in".to_owned(), word(country.code.to_string(), span))),
            (None, Some((name, number))) => {
                fields.push(own("registration-name", name));
                fields.push(own("registration-number", number));
            }
            (None, None) => fields.push(own("registration-number", part)),
        }
    }
    Some(fields)
}

/// "our privacy team (requests; questions): privacy@example.org".
fn contacts(said: &Said<'_>) -> Option<Fields> {
    let span = said.span;
    let mut fields: Fields = Vec::new();
    for line in said.text.lines() {
        let (who, ways) = line.split_once(": ")?;
        let (name, uses) = who
            .strip_suffix(')')
            .and_then(|inner| inner.rsplit_once(" ("))
            .map_or((who, ""), |(name, uses)| (name, uses));
        let key = id_of(name);
        let path = |field: &str| format!("contacts.{key}.{field}");
        fields.push((path("name"), text(Kind::Controller, "contacts.*.name", name, span)));
        let uses: Vec<&str> = uses.split("; ").filter(|one| !one.is_empty()).collect();
        if !uses.is_empty() {
            let words = uses.into_iter().map(|one| said.own(one).map(|own| word(own, span)));
            fields.push((path("uses"), list(words.collect::<Option<Vec<_>>>()?, span)));
        }
        for (label, part) in at_labels(ways, &["Subject line:"]) {
            if label.is_some() {
                let because = part.strip_suffix(')').and_then(|inner| inner.split_once(" ("));
                let (subject, because) = because.map_or((part, None), |(subject, because)| (subject, Some(because)));
                fields.push((path("subject-line"), word(subject, span)));
                let because = because.map(|words| text(Kind::Controller, "contacts.*.subject-because", words, span));
                fields.extend(because.map(|because| (path("subject-because"), because)));
                continue;
            }
            for one in part.split("; ") {
                fields.push((path(way(one)?), word(one, span)));
            }
        }
    }
    Some(fields)
}

/// How far a basis reaches; its ground and conditions have columns of their own.
fn extent(cell: &str, span: Span) -> Fields {
    let words = [
        ("everything that names it", "always"),
        ("some cases only", "some-cases"),
        ("main basis beside others", "primarily"),
    ];
    let found = words.iter().find(|(words, _)| cell.contains(&format!("({words})")));
    found.map(|(_, extent)| ("extent".to_owned(), word(*extent, span))).into_iter().collect()
}

/// "erased (by overwriting)".
fn then(said: &Said<'_>) -> Option<Fields> {
    let span = said.span;
    let how = |words: &str| ("then-how".to_owned(), text(Kind::Retention, "then-how", words, span));
    let then = |word_of: &str| ("then".to_owned(), word(word_of, span));
    if let Some(own) = said.own(said.text) {
        return Some(vec![then(own)]);
    }
    let parts = said.text.strip_suffix(')').and_then(|inner| inner.split_once(" ("));
    Some(match parts.and_then(|(what, more)| Some((said.own(what)?, more))) {
        Some((own, more)) => vec![then(own), how(more)],
        None => vec![how(said.text)],
    })
}

/// "Article 14(5)(b); why".
pub(super) fn exemption(cell: &str, span: Span) -> Option<Fields> {
    let (article, reason) = cell.strip_prefix("Article ")?.split_once("; ")?;
    let reason = text(Kind::Activity, "notice-exemption.reason", reason, span);
    Some(vec![
        ("notice-exemption.article".to_owned(), word(article, span)),
        ("notice-exemption.reason".to_owned(), reason),
    ])
}

/// "lint: why Until 30 June 2027, answered for by somebody."
fn waiver(line: &str, span: Span) -> Option<Node> {
    let (lint, rest) = line.split_once(": ")?;
    let (reason, rest) = rest.rsplit_once(" Until ")?;
    let (day, owner) = rest.split_once(", answered for by ")?;
    let own = |words: &str| text(Kind::Activity, "waivers[].reason", words, span);
    let day = word(date(day)?, span);
    let owner = owner.strip_suffix('.').unwrap_or(owner);
    Some(table(
        vec![("lint", word(lint, span)), ("reason", own(reason)), ("owner", own(owner)), ("expires", day)],
        span,
    ))
}

/// Joint controllers: lines of parties, and the arrangement below them.
pub(super) fn arrangement(lines: &[&str], span: Span) -> Fields {
    let labels = ["People can turn to:", "Signed:", "Reference:"];
    let fields = ["contact", "signed", "reference"];
    let cell = lines.join("\n");
    let mut found: Fields = Vec::new();
    for (label, part) in at_labels(&cell, &labels) {
        let field = label.map_or("essence", |at| fields[at]);
        let path = format!("joint-arrangement.{field}");
        let node = match field {
            "signed" => match date(part) {
                Some(day) => word(day, span),
                None => continue,
            },
            _ => text(Kind::Activity, &path, part, span),
        };
        found.push((path, node));
    }
    found
}
