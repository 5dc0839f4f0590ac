//! What changes ask for.

use std::collections::BTreeSet;

use ropa::change::compare;
use ropa::change::duty::Duties;
use ropa::change::words::Teller;
use ropa::theme::Theme;

use super::history::{LETTER, base};
use super::{reading, told};
use crate::program::ropa;

/// One change of one text, and the rules that it falls under.
type Case = (&'static str, &'static str, &'static str, &'static [&'static str]);

const FILES: [(&str, &str); 12] = [
    ("registry.toml", "language = \"en\"\ndefault-controller = \"shop\"\n"),
    (
        "controllers.toml",
        "[shop]\nname = \"Shop Ltd\"\nemail = \"privacy@shop.example\"\n\n[other]\nname = \"Other Ltd\"\n",
    ),
    ("subject-groups.toml", "[customers]\nname = \"Customers\"\n\n[visitors]\nname = \"Visitors\"\n"),
    (
        "data-categories.toml",
        "[contact]\nname = \"contact details\"\n\n[health]\nname = \"allergies\"\nspecial = \"health\"\n\n[visits]\nname = \"visits\"\n",
    ),
    (
        "legal-bases.toml",
        "[consent]\ntitle = \"Consent\"\narticle = \"6(1)(a)\"\n\n[consent.consent]\nto = \"send you letters\"\nwithdraw = \"by a click\"\n\n[interest]\ntitle = \"Interest\"\narticle = \"6(1)(f)\"\ninterests = [\"keep orders from fraud\"]\n",
    ),
    (
        "retention.toml",
        "[year]\ntitle = \"A year\"\nperiod = \"P1Y\"\n\n[long]\ntitle = \"Long\"\nperiod = \"P9Y\"\n\n[end]\ntitle = \"End\"\nwhile = \"you are a customer\"\n",
    ),
    (
        "processors.toml",
        "[host]\nname = \"Host Oy\"\ncountry = \"FI\"\n\n[mail]\nname = \"Mail Inc.\"\ncountry = \"US\"\n\n[mail.transfers.us]\ncountries = [\"US\"]\nmechanisms = [\"scc\"]\n\n[near]\nname = \"Near AB\"\ncountry = \"SE\"\n",
    ),
    (
        "activities/letters.toml",
        "title = \"Letters\"\nsubject-groups = [\"customers\"]\n\n[purposes.send]\ntitle = \"send you letters\"\nlegal-bases = [\"consent\"]\n\n[data.address]\ncategories = [\"contact\"]\nsources = [\"data-subject\"]\nretention = [\"year\"]\n\n[disclosures.host]\nrecipients = [\"host\"]\n\n[profiling]\nused = true\neffect = \"You get fewer letters.\"\n",
    ),
    (
        "activities/shop.toml",
        "title = \"Orders\"\nsubject-groups = [\"customers\"]\n\n[purposes.sell]\ntitle = \"sell you goods\"\nlegal-bases = [\"interest\"]\n\n[data.order]\ncategories = [\"contact\"]\nsources = [\"data-subject\"]\nretention = [\"year\"]\nrequired = \"voluntary\"\n\n[disclosures.mail]\nrecipients = [\"mail\"]\ncategories = [\"contact\"]\nonly-necessary = true\n",
    ),
    ("client-processing.toml", "[hosting]\ntitle = \"Hosting\"\nprocessor = \"shop\"\nsub-processors = [\"host\"]\n"),
    (
        "sub-processor-lists.toml",
        "[list]\ntitle = \"Sub-processors\"\nprocessor = \"shop\"\nclient-processing = [\"hosting\"]\nnotice-period = \"P30D\"\n\n[list.engagements.host]\nprocessor = \"host\"\nsince = 2025-01-01\n",
    ),
    (
        "notices.toml",
        "[site]\ntitle = \"Notice\"\ncontroller = \"shop\"\nsubject-groups = [\"customers\"]\nupdated = 2026-01-01\ndata-not-sold = true\n\n[site.changes]\nmaterial = \"by e-mail\"\n\n[site.statements.sale]\nsection = \"purposes\"\ntext = \"We do not sell your data.\"\n",
    ),
];

const SHOP: &str = "activities/shop.toml";
const LETTERS: &str = "activities/letters.toml";

const CASES: &[Case] = &[
    (SHOP, "[data.order]", "[purposes.look]\ntitle = \"look\"\n\n[data.order]", &["new-purpose"]),
    (SHOP, "sell you goods", "sell you things", &["purpose-reworded"]),
    (SHOP, "[\"interest\"]", "[\"consent\"]", &["other-basis"]),
    (LETTERS, "[\"consent\"]", "[\"interest\"]", &["consent-replaced", "other-basis"]),
    (LETTERS, "[\"consent\"]", "[\"consent\", \"interest\"]", &["other-basis"]),
    ("legal-bases.toml", "6(1)(f)", "6(1)(e)", &["other-basis"]),
    ("legal-bases.toml", "6(1)(a)", "6(1)(f)", &["consent-replaced", "other-basis"]),
    ("legal-bases.toml", "to = \"send", "to = \"often send", &["consent-affected"]),
    (SHOP, "[\"mail\"]", "[\"mail\", \"near\"]", &["new-recipient"]),
    (LETTERS, "[\"host\"]", "[\"host\", \"near\"]", &["consent-affected", "new-recipient"]),
    (LETTERS, "[\"host\"]", "[\"host\", \"mail\"]", &["consent-affected", "new-recipient", "new-third-country"]),
    (SHOP, "[\"mail\"]", "[]", &[]),
    ("processors.toml", "\"FI\"", "\"IN\"", &["consent-affected", "new-third-country"]),
    ("processors.toml", "\"FI\"", "\"CH\"", &["consent-affected", "new-adequate-country"]),
    ("processors.toml", "\"FI\"", "\"SE\"", &[]),
    ("processors.toml", "\"SE\"", "\"IN\"", &[]),
    ("processors.toml", "[\"scc\"]", "[\"dpf\"]", &["other-safeguard"]),
    ("processors.toml", "[mail]\n", "[mail]\nsub-processors = [\"near\"]\n", &["new-sub-processor"]),
    (
        "processors.toml",
        "[host]\n",
        "[host]\nsub-processors = [\"mail\"]\n",
        &["consent-affected", "new-sub-processor", "new-third-country"],
    ),
    ("client-processing.toml", "[\"host\"]", "[\"host\", \"near\"]", &["new-sub-processor-for-clients"]),
    (
        "sub-processor-lists.toml",
        "since = 2025-01-01\n",
        "since = 2025-01-01\n\n[list.engagements.near]\nprocessor = \"near\"\n",
        &["new-sub-processor-for-clients"],
    ),
    ("retention.toml", "P1Y", "P2Y", &["longer-retention"]),
    ("retention.toml", "P1Y", "P6M", &[]),
    ("retention.toml", "P1Y", "P12M", &[]),
    (SHOP, "[\"year\"]", "[\"long\"]", &["longer-retention"]),
    (SHOP, "[\"year\"]", "[\"end\"]", &["retention-reworded"]),
    (
        "data-categories.toml",
        "\"contact details\"",
        "\"contact details\"\nspecial = \"beliefs\"",
        &["new-special-category"],
    ),
    (SHOP, "[\"contact\"]", "[\"contact\", \"health\"]", &["new-data", "new-special-category"]),
    (SHOP, "[\"contact\"]", "[\"contact\", \"visits\"]", &["new-data"]),
    (SHOP, "[\"data-subject\"]", "[\"data-subject\", \"observed\"]", &["new-source"]),
    (SHOP, "[\"customers\"]", "[\"customers\", \"visitors\"]", &["new-group"]),
    (SHOP, "[data.order]", "[automated-decisions]\nused = true\n\n[data.order]", &["new-automated-decision"]),
    (SHOP, "[data.order]", "[automated-decisions]\nused = false\n\n[data.order]", &[]),
    (SHOP, "[data.order]", "[profiling]\nused = true\n\n[data.order]", &["new-profiling"]),
    ("controllers.toml", "Shop Ltd", "Store Ltd", &["other-controller"]),
    ("controllers.toml", "privacy@", "data@", &["other-way-to-rights"]),
    (SHOP, "title = \"Orders\"", "title = \"Orders\"\nowner = \"Sales\"", &[]),
    (SHOP, "sell you goods", "hand addresses to advertisers", &["new-purpose"]),
    (LETTERS, "send you letters", "hand addresses to advertisers", &["consent-affected", "new-purpose"]),
    ("legal-bases.toml", "keep orders from fraud", "sell profiles to advertisers", &["other-interest"]),
    ("legal-bases.toml", "orders from fraud", "orders from frauds", &["words-reworded"]),
    (SHOP, "title = \"Orders\"", "title = \"Orders\"\ncontrollers = [\"other\"]", &["other-controller"]),
    (SHOP, "title = \"Orders\"", "title = \"Orders\"\ncontrollers = [\"shop\"]", &[]),
    ("registry.toml", "\"shop\"", "\"other\"", &["other-controller"]),
    ("notices.toml", "\"shop\"", "\"other\"", &["other-controller"]),
    (SHOP, "\"voluntary\"", "\"to-enter-contract\"", &["duty-to-give"]),
    (SHOP, "[\"contact\"]\nonly", "[\"contact\", \"visits\"]\nonly", &["wider-disclosure"]),
    (SHOP, "categories = [\"contact\"]\nonly", "only", &[]),
    (SHOP, "only-necessary = true\n", "", &["promise-dropped"]),
    (LETTERS, "You get fewer letters.", "We refuse you.", &["other-effects"]),
    ("legal-bases.toml", "by a click", "by registered letter", &["other-way-to-rights"]),
    ("notices.toml", "[site.changes]\nmaterial = \"by e-mail\"\n", "", &["promise-dropped"]),
    ("notices.toml", "by e-mail", "by nothing", &["promise-dropped"]),
    ("notices.toml", "do not sell", "sell", &["words-reworded"]),
    ("notices.toml", "data-not-sold = true\n", "", &["promise-dropped"]),
    ("notices.toml", "updated = 2026-01-01\n", "", &["less-told"]),
    ("notices.toml", "updated", "order = [\"rights\", \"changes\"]\nupdated", &["words-reworded"]),
    ("subject-groups.toml", "\"Customers\"", "\"Customers\"\nchildren = true", &["children-concerned"]),
    ("subject-groups.toml", "\"Customers\"", "\"Customers\"\nminimum-age = 16", &[]),
];

#[test]
fn every_rule_has_a_case() {
    let theme = Theme::embedded("en").unwrap();
    let before = reading(&FILES);
    assert!(!before.is_broken(), "{:?}", before.diagnostics);
    let mut met = BTreeSet::new();
    let mut wrong: Vec<String> = Vec::new();
    for (path, from, to, expected) in CASES {
        let changed = |(file, text): &(&'static str, &'static str)| {
            if file != path {
                return (*file, (*text).to_owned());
            }
            assert!(text.contains(from), "{path}: {from}");
            (*file, text.replacen(from, to, 1))
        };
        let files: Vec<(&str, String)> = FILES.iter().map(changed).collect();
        let files: Vec<(&str, &str)> = files.iter().map(|(file, text)| (*file, text.as_str())).collect();
        let after = reading(&files);
        assert!(!after.is_broken(), "{path} {to}: {:?}", after.diagnostics);
        let difference = compare(&before, &after);
        let teller = Teller::new(&before.registry, &after.registry, theme.strings());
        let duties = Duties::of(&difference, &teller);
        let rules: BTreeSet<String> = duties.rules.iter().flatten().map(ropa::decode::word).collect();
        if rules.iter().map(String::as_str).collect::<Vec<_>>() != *expected {
            wrong.push(format!("{path} {to}: {rules:?}, not {expected:?}"));
        }
        assert_eq!(rules.is_empty(), duties.asks.is_empty(), "{path}: {to}");
        // Whatever is asked for has words and sources.
        let text = told(&before, &after);
        assert_eq!(text.contains("What this asks for"), !rules.is_empty(), "{text}");
        met.extend(rules);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(met.len(), 29, "{met:?}");
}

#[test]
fn what_is_asked_for_stands_below_with_its_sources() {
    let files = |period: &str| FILES.map(|(path, text)| (path, text.replace("P1Y", period)));
    let texts = files("P2Y");
    let after: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let text = told(&reading(&FILES), &reading(&after));
    for words in [
        "(Articles 13(2)(a), 14(2)(a), 30(1)(f)) (material)",
        "Tell the people concerned actively, well before it takes effect, and what it means for them (Articles 5(1)(a), \
         12(1); WP260 rev.01, paragraphs 29 to 31). For: Letters and Orders",
        "Write why the longer time is necessary (Articles 5(1)(e), 13(2)(a), 14(2)(a)). For: Letters and Orders",
    ] {
        assert!(text.contains(words), "`{words}` is not in\n{text}");
    }
}

#[test]
fn a_change_of_words_is_material_until_somebody_says_that_it_is_none() {
    let repository = base();
    repository.edit(LETTER, "send you our newsletter", "send you our letter of news");
    let deny = || repository.ropa(&["diff", "--deny", "material"]);
    let denied = deny();
    assert_eq!(denied.code, 1);
    assert!(denied.out.contains("(may be material)"), "{}", denied.out);
    let waiver = "\n[[waivers]]\nlint = \"not-material\"\nreason = \"Plainer words\"\nowner = \"Marketing\"\nexpires = 2026-12-31\n";
    repository.write(LETTER, &(repository.read(LETTER) + waiver));
    assert_eq!(deny().code, 0, "{}", deny().err);
    assert!(!deny().out.contains("(material"), "{}", deny().out);
    assert!(deny().out.contains("(not material, says Marketing: Plainer words)"), "{}", deny().out);
    assert!(!deny().out.contains("See whether this changes more than words"), "{}", deny().out);
    let answer: serde_json::Value =
        serde_json::from_str(&repository.ropa(&["diff", "--format", "json"]).done().out).unwrap();
    let waived = answer["changes"].as_array().unwrap().iter().find_map(|change| change.get("waived")).unwrap();
    assert_eq!(waived, &serde_json::json!({ "owner": "Marketing", "reason": "Plainer words" }));
    // From the day on which it ends it waives nothing.
    assert_eq!(repository.ropa(&["diff", "--deny", "material", "--as-of=2026-12-30"]).code, 0);
    assert_eq!(repository.ropa(&["diff", "--deny", "material", "--as-of=2026-12-31"]).code, 1);
    assert!(!repository.ropa(&["check"]).err.contains("not-material"));
    repository.commit("2026-02-01");
    // It was written for that change, and not for the next one; another day, owner, name of the file or capital
    // letter does not make it a new one.
    repository.edit(LETTER, "our letter of news", "our letter of offers");
    assert_eq!(deny().code, 1);
    repository.edit(LETTER, "expires = 2026-12-31", "expires = 2027-01-01").edit(
        LETTER,
        "owner = \"M",
        "owner = \"The m",
    );
    repository.edit(LETTER, "Plainer words", "plainer  words.");
    assert_eq!(deny().code, 1);
    let moved = "registry/activities/letters.toml";
    repository.write(moved, &repository.read(LETTER)).remove(LETTER);
    assert_eq!(deny().code, 1);
    repository.edit(moved, "plainer  words.", "Offers were among the news before");
    assert_eq!(deny().code, 0, "{}{}", deny().out, deny().err);
}

#[test]
fn the_waiver_that_is_no_lint_is_explained() {
    let page = ropa(std::path::Path::new("."), &["explain", "not-material"]).done().out;
    let example = page.split("```toml").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    assert!(example.contains("lint = \"not-material\""), "{page}");
    // What it shows is a waiver that waives.
    let repository = base();
    repository.edit(LETTER, "send you our newsletter", "send you our letter of news");
    repository.write(LETTER, &format!("{}\n{example}", repository.read(LETTER)));
    let ran = repository.ropa(&["diff", "--deny", "material", "--as-of=2026-11-23"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
}

#[test]
fn sub_processors_ask_for_something_else_on_each_side() {
    let files = |path: &str, from: &str, to: &str| {
        FILES.map(|(file, text)| (file, if file == path { text.replacen(from, to, 1) } else { text.to_owned() }))
    };
    let said = |texts: [(&'static str, String); 12]| {
        let after: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (*path, text.as_str())).collect();
        told(&reading(&FILES), &reading(&after))
    };
    let theirs = said(files("processors.toml", "[mail]\n", "[mail]\nsub-processors = [\"near\"]\n"));
    for words in [
        "(may be material)",
        "Consent or object to what the processor tells of its sub-processor, and see whether its contract binds it to \
         the same duties (Articles 28(2), 28(4)). For: Orders",
        "See whether the notice names the sub-processor, or its category, among those who receive data",
    ] {
        assert!(theirs.contains(words), "`{words}` is not in\n{theirs}");
    }
    assert!(!theirs.contains("Tell the controllers"), "{theirs}");
    let ours = said(files("client-processing.toml", "[\"host\"]", "[\"host\", \"near\"]"));
    let words = "Tell the controllers for whom the data are processed before, with time to object (Article 28(2)). For: \
                 Sub-processors (30 days before)";
    assert!(ours.contains(words), "`{words}` is not in\n{ours}");
    assert!(!ours.contains("material"), "{ours}");
}
