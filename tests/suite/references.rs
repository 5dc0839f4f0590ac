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
