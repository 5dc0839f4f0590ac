//! Spellings of real registers and notices in each language, and texts made to break the reader.
//!
//! The spellings stand in `tests/fixtures/references/`, gathered from public registers, notices and
//! templates of them; the sentences around are shortened.

use std::time::{Duration, Instant};

use proptest::prelude::{Strategy, any, prop, prop_assert};
use serde::Deserialize;

use ropa::law::references::{Doubt, Found, Hints, Instrument, Reference, read};
use ropa::law::{Ground, SpecialCondition};

const FILES: [(&str, usize, &str); 9] = [
    ("de", 40, include_str!("../fixtures/references/de.toml")),
    ("en", 40, include_str!("../fixtures/references/en.toml")),
    ("es", 40, include_str!("../fixtures/references/es.toml")),
    ("fr", 40, include_str!("../fixtures/references/fr.toml")),
    ("fi", 20, include_str!("../fixtures/references/fi.toml")),
    ("it", 20, include_str!("../fixtures/references/it.toml")),
    ("nl", 20, include_str!("../fixtures/references/nl.toml")),
    ("sv", 20, include_str!("../fixtures/references/sv.toml")),
    ("", 20, include_str!("../fixtures/references/mixed.toml")),
];

const GUARDED: &str = include_str!("../fixtures/references/guarded.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cases {
    /// Cells of a column about legal bases: the text, and what must come out.
    column: Vec<(String, Vec<String>)>,
    /// Sentences from anywhere.
    prose: Vec<(String, Vec<String>)>,
    /// Cells that the language decides: what comes out without it stands in `column`.
    #[serde(default)]
    hinted: Vec<(String, Vec<String>)>,
}

fn shown(text: &str, reference: &Reference) -> String {
    let verbatim = &text[reference.span.clone()];
    match &reference.found {
        Found::Other => format!("other: {verbatim}"),
        Found::Uncertain(doubt) => {
            let name = match doubt {
                Doubt::NoPoint => "no point",
                Doubt::NoParagraph => "no paragraph",
                Doubt::NoSuchProvision => "no such",
                Doubt::NoLaw => "no law",
                Doubt::OtherLaw => "other law",
                Doubt::Letter => "letter",
                Doubt::Denied => "denied",
            };
            format!("{name}: {verbatim}")
        }
        Found::Provision(provision) => {
            let named = if provision.is_named { "" } else { "assumed " };
            let uk = if provision.instrument == Instrument::UkGdpr { "UK " } else { "" };
            let paragraph = provision.paragraph.map_or(String::new(), |paragraph| format!("({paragraph})"));
            let points: Vec<_> = provision.points.iter().map(char::to_string).collect();
            let points = if points.is_empty() { String::new() } else { format!("({})", points.join(",")) };
            format!("{named}{uk}{}{paragraph}{points}", provision.article)
        }
    }
}

fn results(text: &str, hints: Hints<'_>) -> Vec<String> {
    read(text, hints).iter().map(|reference| shown(text, reference)).collect()
}

#[test]
fn spellings_give_the_right_letters_or_stay_verbatim() {
    let mut wrong = Vec::new();
    for (name, least, file) in FILES {
        let cases: Cases = toml::from_str(file).expect(name);
        assert!(cases.column.len() + cases.prose.len() >= least, "{name}: few cases");
        let language = (!name.is_empty()).then_some(name);
        let hinted: Vec<_> = cases.hinted.iter().map(|(text, _)| text.as_str()).collect();
        for (list, legal_bases) in [(&cases.column, true), (&cases.prose, false)] {
            for (text, expected) in list {
                let unhinted = results(text, Hints { language: None, legal_bases });
                if unhinted != *expected {
                    wrong.push(format!("{name}: {text:?}\n  must be {expected:?}\n  but is  {unhinted:?}"));
                }
                if !hinted.contains(&text.as_str()) {
                    let with = results(text, Hints { language, legal_bases });
                    if with != *expected {
                        wrong.push(format!("{name}, hinted: {text:?}\n  must be {expected:?}\n  but is  {with:?}"));
                    }
                }
            }
        }
        for (text, expected) in &cases.hinted {
            let with = results(text, Hints { language, legal_bases: true });
            if with != *expected {
                wrong.push(format!("{name}, hinted: {text:?}\n  must be {expected:?}\n  but is  {with:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// Texts in which no letter is certain, by what makes it so, and what stays certain beside such texts.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Guarded {
    other_law: Vec<String>,
    denied: Vec<String>,
    unclear: Vec<String>,
    certain: Vec<(String, Vec<String>)>,
}

/// Grounds and conditions that a cell about legal bases names.
fn letters(text: &str, language: Option<&str>) -> Vec<String> {
    let mut letters = Vec::new();
    for reference in read(text, Hints { language, legal_bases: true }) {
        if let Found::Provision(provision) = reference.found {
            letters.extend(provision.grounds().iter().map(|ground| ground.article().to_owned()));
            letters.extend(provision.conditions().iter().map(|one| one.article().to_owned()));
        }
    }
    letters
}

#[test]
fn other_laws_denials_and_leftovers_give_no_letter() {
    let guarded: Guarded = toml::from_str(GUARDED).expect("well-formed");
    let languages = FILES.map(|(name, ..)| (!name.is_empty()).then_some(name));
    let mut wrong = Vec::new();
    for text in guarded.other_law.iter().chain(&guarded.denied).chain(&guarded.unclear) {
        for language in languages {
            let found = letters(text, language);
            if !found.is_empty() {
                wrong.push(format!("{language:?}: {text:?} gives {found:?}"));
            }
            if read(text, Hints { language, legal_bases: true }).is_empty() {
                wrong.push(format!("{language:?}: {text:?} gives nothing"));
            }
        }
    }
    for (text, expected) in &guarded.certain {
        let found = results(text, Hints { language: None, legal_bases: true });
        if found != *expected {
            wrong.push(format!("{text:?}\n  must be {expected:?}\n  but is  {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// The cells of the fixtures that give a letter and are one clause: no sign or stop may end a denial in them.
fn single_clauses() -> Vec<String> {
    let cases = FILES.iter().map(|(name, _, file)| toml::from_str::<Cases>(file).expect(name));
    let texts = cases.flat_map(|cases| cases.column).map(|(text, _)| text);
    texts
        .filter(|text| !text.contains([';', '|', '?']) && !ends_within(text) && !letters(text, None).is_empty())
        .collect()
}

/// Whether a stop may end a sentence before the end of a text.
fn ends_within(text: &str) -> bool {
    text.match_indices(". ").any(|(at, stop)| {
        let before: Vec<char> = text[..at].chars().rev().take(5).collect();
        let is_whole = before.len() == 5 && before.iter().all(|c| c.is_alphabetic())
            || before.iter().take(2).all(|c| c.is_uppercase())
            || before.iter().take(4).all(char::is_ascii_digit)
            || before.first() == Some(&')');
        is_whole && text[at + stop.len()..].starts_with(char::is_uppercase)
    })
}

#[test]
fn no_spelling_gives_a_letter_once_it_is_denied() {
    let mut wrong = Vec::new();
    let clauses = single_clauses();
    assert!(clauses.len() > 200, "{}", clauses.len());
    let before = [
        "Not ",
        "Formerly ",
        "Except ",
        "Nicht ",
        "Außer ",
        "Vormals ",
        "No se aplica ",
        "Excepto ",
        "Anteriormente ",
        "Ne pas appliquer ",
        "Sauf ",
        "Anciennement ",
        "Non ",
        "Tranne ",
        "In precedenza ",
        "Niet ",
        "Behalve ",
        "Voorheen ",
        "Ei ",
        "Paitsi ",
        "Aiemmin ",
        "Inte ",
        "Utom ",
        "Tidigare ",
        "To be confirmed: ",
        "Pendiente de revisar: ",
        "Noch zu klären: ",
        "Ggf. ",
        "À confirmer : ",
        "Da verificare: ",
        "Nog te bepalen: ",
        "Tarkistettava: ",
        "Ska utredas: ",
    ];
    let after = [
        " does not apply",
        ", replaced",
        " ist nicht einschlägig",
        ", ersetzt",
        " no se aplica",
        ", sustituido",
        " ne s'applique pas",
        ", remplacé",
        " non si applica",
        ", sostituito",
        " is niet van toepassing",
        ", vervangen",
        " ei sovellu",
        ", korvattu",
        " gäller inte",
        ", ersatt",
        " is unavailable",
        " scheidet aus",
        ", pendiente de determinar",
        " (à confirmer)",
        ", da verificare",
        " vervalt",
        " ska utredas",
    ];
    for text in &clauses {
        let whole = text.trim_end_matches('.');
        let denied = before.map(|word| format!("{word}{text}"));
        for text in denied.into_iter().chain(after.map(|words| format!("{whole}{words}"))) {
            if !letters(&text, None).is_empty() {
                wrong.push(text);
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// Spellings without their law: as they stand, or with the GDPR at their end taken away.
fn bare() -> Vec<String> {
    let mut bare = Vec::new();
    for text in single_clauses() {
        let is_assumed = |text: &str| {
            read(text, Hints { language: None, legal_bases: true })
                .iter()
                .all(|reference| matches!(&reference.found, Found::Provision(provision) if !provision.is_named))
        };
        let names = ["UK GDPR", "GDPR", "EU-DSGVO", "DS-GVO", "DSGVO", "RGPD", "AVG", "dataskyddsförordningen"];
        let mut short = names.iter().find_map(|name| text.strip_suffix(name)).unwrap_or(&text).trim_end();
        for link in [" of the", " der", " del", " du", " van de", " i", ","] {
            short = short.strip_suffix(link).unwrap_or(short);
        }
        if is_assumed(short) && !letters(short, None).is_empty() {
            bare.push(short.to_owned());
        }
    }
    bare
}

#[test]
fn no_spelling_without_its_law_gives_a_letter_beside_another() {
    let mut wrong = Vec::new();
    let bare = bare();
    assert!(bare.len() > 100, "{}", bare.len());
    let before = [
        "Ley 39/2015, de 1 de octubre, ",
        "§ 3 BDSG, ",
        "Loi n° 78-17 du 6 janvier 1978, ",
        "Data Protection Act 2018, ",
        "Legge 7 agosto 1990, n. 241, ",
        "Jeugdwet, ",
        "Kirjanpitolaki (1336/1997), ",
        "Lag (2018:218), ",
        "Directive (EU) 2016/680, ",
    ];
    let after = [
        ", Ley 39/2015",
        ", loi n° 78-17",
        ", d.lgs. 196/2003",
        ", Wbp",
        " Jeugdwet",
        ", BDSG",
        " BDSG",
        ", lag (2018:218)",
        ", Kirjanpitolaki (1336/1997)",
        ", Directive (EU) 2016/680",
    ];
    for text in &bare {
        let beside = before.map(|law| format!("{law}{text}"));
        for text in beside.into_iter().chain(after.map(|law| format!("{text}{law}"))) {
            if !letters(&text, None).is_empty() {
                wrong.push(text);
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_spelling_without_its_law_gives_a_letter_beside_an_unknown_word() {
    let words = [
        "LED",
        "ET",
        "RJSP",
        "statuts",
        "cao",
        "statuten",
        "circolare",
        "rikoslaki",
        "perussopimus",
        "ulkomaalaislain",
        "regeringsformen",
        "kollektivavtalet",
        "tryckfrihetsförordningen",
        "Xyzzy",
        "xyzzy",
    ];
    let mut wrong = Vec::new();
    let bare: Vec<String> = bare().into_iter().filter(|text| is_one_reference(text)).collect();
    assert!(bare.len() > 50, "{}", bare.len());
    for text in &bare {
        for word in words {
            for text in [format!("{word} {text}"), format!("{text} {word}")] {
                if !letters(&text, None).is_empty() {
                    wrong.push(text);
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

/// Whether one reference is the whole text.
fn is_one_reference(text: &str) -> bool {
    let found = read(text, Hints { language: None, legal_bases: true });
    matches!(found.as_slice(), [one] if one.span == (0..text.len()))
}

#[test]
fn no_act_begins_with_the_numbers_of_a_ground() {
    let laws = [
        "Ley 40/2015",
        "de la Ley 40/2015",
        "Real Decreto Legislativo 5/2015",
        "loi n° 78-17",
        "legge 241/1990",
        "Companies Act 2006",
        "BDSG",
        "Jeugdwet",
        "lag (2018:218)",
    ];
    let mut wrong = Vec::new();
    for text in corpus() {
        for text in laws.map(|law| format!("{text} {law}")) {
            let found = read(&text, Hints { language: None, legal_bases: true });
            let others = found.iter().filter(|reference| reference.found == Found::Other);
            let mut acts = others.map(|reference| &text[reference.span.clone()]);
            if acts.any(|act| ["6.1", "9.2", "6(1", "9(2"].iter().any(|number| act.starts_with(number))) {
                wrong.push(text);
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn grounds_and_conditions_follow_from_the_points() {
    let hints = Hints { language: Some("de"), legal_bases: true };
    let found = read("Art. 6 Abs. 1 lit. a und f, Art. 9 Abs. 2 lit. h, Art. 5 Abs. 1 lit. a DSGVO", hints);
    let provisions: Vec<_> = found
        .iter()
        .map(|reference| match &reference.found {
            Found::Provision(provision) => provision,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(provisions[0].grounds(), [Ground::Consent, Ground::LegitimateInterests]);
    assert_eq!(provisions[1].grounds(), []);
    assert_eq!(provisions[1].conditions(), [SpecialCondition::HealthCare]);
    assert_eq!(provisions[2].grounds(), []);
    assert!(provisions.iter().all(|provision| provision.is_named));
}

/// Every spelling of the fixtures, in one long list.
fn corpus() -> Vec<String> {
    let cases = FILES.iter().map(|(name, _, file)| toml::from_str::<Cases>(file).expect(name));
    cases.flat_map(|cases| cases.column.into_iter().chain(cases.prose)).map(|(text, _)| text).collect()
}

/// Pieces of references in any order, and any characters between.
fn scraps() -> impl Strategy<Value = String> {
    let known = prop::sample::select(
        [
            "Art.", "6", "(1)", "(b)", " ", "lit.", "b", "a", "und", "§", "GDPR", "BDSG", ",", ".", "artiklan",
            "kohdan", "1", "-", "of the", "i", "I", ")", "(",
        ]
        .as_slice(),
    );
    let scrap = prop::strategy::Union::new([known.prop_map(str::to_owned).boxed(), any::<String>().boxed()]);
    prop::collection::vec(scrap, 0..30).prop_map(|scraps| scraps.concat())
}

fn hold(text: &str) -> Result<(), proptest::test_runner::TestCaseError> {
    for legal_bases in [true, false] {
        let mut end = 0;
        for reference in read(text, Hints { language: None, legal_bases }) {
            prop_assert!(reference.span.start >= end && reference.span.start < reference.span.end, "{reference:?}");
            prop_assert!(text.get(reference.span.clone()).is_some(), "{reference:?}");
            if let Found::Provision(provision) = &reference.found {
                prop_assert!(!provision.points.is_empty() || provision.grounds().is_empty());
                prop_assert!(provision.points.windows(2).all(|pair| pair[0] < pair[1]));
            }
            end = reference.span.end;
        }
    }
    Ok(())
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_in_order(text in any::<String>()) {
        hold(&text)?;
    }

    #[test]
    fn any_scraps_are_read_in_order(text in scraps()) {
        hold(&text)?;
    }

    #[test]
    fn what_is_cut_anywhere_is_still_read(at in 0usize..10_000, from in any::<prop::sample::Index>()) {
        let corpus = corpus();
        let text = from.get(&corpus);
        let cut: String = text.chars().take(at % (text.chars().count() + 1)).collect();
        hold(&cut)?;
    }
}

#[test]
fn long_hostile_texts_cost_no_more_than_their_length() {
    let scraps = [
        "Art. 6(1)(",
        "Art. 6(1)(a),",
        "(",
        "§ 1 ",
        "§§ 1, ",
        "point a, ",
        "points a and ",
        "Art. 6 Abs. 1 lit. a und ",
        "a, ",
        "6.1.",
        "Art. 6 (x ",
        "of the ",
        "Ley ",
        "Verordnung (EU) ",
        "i. V. m. ",
        "6(1)(a) and (1)(b) and ",
        "GDPR ",
        "1, ",
        "lit. ",
        "not Art. 6(1)(a), ",
        "Art. 6(1)(a) § 1 ",
        "a) ",
        "BDSG ",
        "§ 1 Abs. 1 Abs. 1 Abs. 1 und ",
        "code de la ",
        "point a of the first subparagraph of ",
    ];
    for scrap in scraps {
        let cost = |bytes: usize| {
            let text = scrap.repeat(bytes / scrap.len());
            let start = Instant::now();
            read(&text, Hints { language: None, legal_bases: true });
            start.elapsed()
        };
        let most = if scrap == "Art. 6(1)(" { 100_000 } else { 20_000 };
        let (small, large) = (cost(most / 10), cost(most));
        assert!(large < small * 40 + Duration::from_millis(200), "{scrap:?}: {small:?} and {large:?}");
    }
}
