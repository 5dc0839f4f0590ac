//! Each item that the law asks for, taken out of the sample shop: the cell turns to missing, and one
//! lint says so.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::sample::shop;
use crate::coverage::{ALL, Coverage, Gap, State, Status, cover, cover_facts};
use crate::lint::levels::Overrides;
use crate::lint::manual::Snippet;
use crate::lint::pass::judge;
use crate::reading::Reading;
use crate::theme::Theme;

/// A change of one file of the shop: its path, the keys it leaves out, and what it says.
type Change = (&'static str, &'static [&'static str], &'static str);

/// A gap: what has to be there before, what then goes, the items that are missing after it, and the
/// lints that speak of it.
struct Case {
    before: &'static [Change],
    change: Change,
    items: &'static [&'static str],
    lints: &'static [&'static str],
}

const fn case(
    before: &'static [Change],
    change: Change,
    items: &'static [&'static str],
    lints: &'static [&'static str],
) -> Case {
    Case { before, change, items, lints }
}

const NOTICES: &str = "notices.toml";
const SHOP: &str = "controllers.toml";
const ORDERS: &str = "activities/orders.toml";
const NEWSLETTER: &str = "activities/newsletter.toml";

const OFFICER: Change = (SHOP, &["shop.dpo.reason"], "[shop.dpo]\nappointed = true\nemail = \"dpo@example.com\"\n");
const REPRESENTATIVE: Change =
    (SHOP, &[], "[shop.representative]\nappointed = true\nname = \"Rep\"\nemail = \"rep@example.com\"\n");
const SISTER: Change = (SHOP, &[], "[sister]\nname = \"Example Prints Ltd\"\nemail = \"hello@prints.example\"\n");
const DEFAULT: Change = ("registry.toml", &[], "default-controller = \"shop\"\n");
const JOINT: Change = (
    ORDERS,
    &[],
    "controllers = [\"shop\", \"sister\"]\n[joint-arrangement]\nessence = \"We sell, they print.\"\nsigned = 2025-01-01\n",
);
const MACHINE: Change = (
    ORDERS,
    &[],
    "[automated-decisions]\nused = true\ndecision = \"whether we sell\"\nlogic = \"Unpaid orders count.\"\n\
     consequences = \"We may not sell.\"\nsafeguards = \"write to us\"\nexception = \"22(2)(a)\"\n",
);
const FRAUD: Change = (ORDERS, &[], "[purposes.sell]\nlegal-bases = [\"sale\", \"against-fraud\"]\n");
const STATISTICS: Change = (
    "cookies.toml",
    &[],
    "[statistics]\nname = \"statistics cookies\"\nclass = \"analytics\"\npurposes = [\"count visits\"]\n\
     consent = \"opt-in\"\nlifetime = \"P6M\"\nactivity = \"newsletter\"\n",
);
const COMPELLING: Change = (
    "processors.toml",
    &[],
    "[mailer.transfers.us]\nmechanisms = [\"compelling-legitimate-interests\"]\n\
     compelling-interest = \"send the newsletter\"\n",
);
const SWITZERLAND: Change = (
    "processors.toml",
    &[],
    "[mailer]\ncountry = \"CH\"\nlocations = [\"CH\"]\n[mailer.transfers.us]\ncountries = [\"CH\"]\n\
     mechanisms = [\"adequacy\"]\n",
);
const RESEARCH: Change = (
    "legal-bases.toml",
    &[],
    "[newsletter]\narticle = \"6(1)(f)\"\ninterests = [\"learn\"]\narticle-9 = [\"9(2)(j)\"]\n\
     laws = [{ act = \"Statistics Act\", country = \"IE\" }]\n",
);
const EXEMPT: Change =
    (ORDERS, &[], "[data.payment]\nnotice-exemption = { article = \"14(5)(a)\", reason = \"They have it.\" }\n");
const KNOWN: Change =
    (ORDERS, &[], "[data.order]\nnotice-exemption = { article = \"13(4)\", reason = \"They have it.\" }\n");
const LISTED: Change = (
    NOTICES,
    &[],
    "[website]\nrights = [\"access\", \"rectification\", \"erasure\", \"restriction\", \"portability\", \
     \"object\", \"object-marketing\", \"withdraw-consent\", \"complaint\"]\n",
);

const CASES: &[Case] = &[
    case(
        &[],
        (SHOP, &["shop.email", "shop.phone", "shop.address", "shop.contacts"], ""),
        &["N01"],
        &["controller-contact-missing"],
    ),
    case(&[DEFAULT, SISTER, JOINT], (SHOP, &["sister.email"], ""), &["N02"], &["controller-contact-missing"]),
    case(
        &[DEFAULT, SISTER, JOINT],
        (SHOP, &["sister.email"], "[sister]\nphone = \"+353 1 000 0001\"\n"),
        &["N02"],
        &["notice-item-missing"],
    ),
    case(&[DEFAULT, SISTER, JOINT], (ORDERS, &["joint-arrangement.essence"], ""), &["N03"], &["joint-essence-missing"]),
    case(&[DEFAULT, SISTER, JOINT], (ORDERS, &["joint-arrangement"], ""), &["N03"], &["joint-arrangement-missing"]),
    case(&[REPRESENTATIVE], (SHOP, &["shop.representative.email"], ""), &["N04"], &["representative-contact-missing"]),
    case(&[REPRESENTATIVE], (SHOP, &["shop.representative.name"], ""), &["N04"], &["representative-contact-missing"]),
    case(&[OFFICER], (SHOP, &["shop.dpo.email"], ""), &["N05"], &["dpo-contact-not-published"]),
    case(&[], (ORDERS, &["purposes.book-keeping.title"], ""), &["N10"], &["purpose-missing"]),
    case(
        &[("subject-groups.toml", &[], "[readers]\nname = \"Readers\"\n")],
        (
            NEWSLETTER,
            &[],
            "subject-groups = [\"customers\", \"readers\"]\n[purposes.news]\nsubject-groups = [\"readers\"]\n",
        ),
        &["N10"],
        &["notice-item-missing"],
    ),
    case(&[], (ORDERS, &["purposes.book-keeping.legal-bases"], ""), &["N11"], &["purpose-without-basis"]),
    case(&[], ("legal-bases.toml", &["accounts.article"], ""), &["N11"], &["legal-basis-article-missing"]),
    case(&[FRAUD], ("legal-bases.toml", &["against-fraud.interests"], ""), &["N12"], &["legitimate-interest-unnamed"]),
    case(&[], (ORDERS, &["data.payment.categories"], ""), &["N17"], &["data-missing"]),
    case(
        &[],
        ("sources.toml", &["payment-service.category"], "[payment-service]\nshown-as = \"category\"\n"),
        &["N18"],
        &["notice-item-missing"],
    ),
    case(&[], (ORDERS, &["data.order.required", "data.order.if-refused"], ""), &["N19"], &["mandatory-data-unmarked"]),
    case(&[], (ORDERS, &["data.order.if-refused"], ""), &["N19"], &["refusal-consequence-missing"]),
    case(&[], ("legal-bases.toml", &["newsletter.consent.withdraw"], ""), &["N20"], &["consent-withdrawal-missing"]),
    case(&[], (ORDERS, &["disclosures"], ""), &["N30", "N33"], &["recipients-missing"]),
    case(&[], (ORDERS, &["disclosures.taxes.recipients"], ""), &["N30", "N33"], &["recipients-missing"]),
    case(&[], (NEWSLETTER, &[], "systems = [\"database\"]\n"), &["N30", "N33"], &["notice-item-missing"]),
    case(&[], ("processors.toml", &["mailer.transfers"], ""), &["N34"], &["transfer-undeclared"]),
    case(
        &[SWITZERLAND],
        ("processors.toml", &[], "[mailer.transfers.us]\nmechanisms = [\"scc\"]\n"),
        &["N35"],
        &["adequacy-unused"],
    ),
    case(
        &[],
        ("processors.toml", &["mailer.transfers.us.countries"], "[mailer]\ncountry = \"IE\"\nlocations = [\"IE\"]\n"),
        &["N36"],
        &["transfer-country-unnamed"],
    ),
    case(
        &[],
        (
            "processors.toml",
            &["mailer.transfers.us.countries"],
            "[mailer]\ncountry = \"IE\"\nlocations = [\"IE\"]\n[mailer.transfers.us]\ndestination = \"in Kosovo\"\n",
        ),
        &["N36"],
        &["notice-item-missing"],
    ),
    case(&[], ("processors.toml", &["mailer.transfers.us.copy-from"], ""), &["N37"], &["transfer-copy-missing"]),
    case(&[], ("processors.toml", &["mailer.transfers.us.mechanisms"], ""), &["N37"], &["transfer-mechanism-missing"]),
    case(
        &[COMPELLING],
        ("processors.toml", &["mailer.transfers.us.compelling-interest"], ""),
        &["N39"],
        &["derogation-compelling-undocumented"],
    ),
    case(&[], (ORDERS, &["retention"], ""), &["N50"], &["retention-missing"]),
    case(&[], ("retention.toml", &["sales.period", "sales.from"], ""), &["N50"], &["retention-empty"]),
    case(
        &[LISTED],
        (
            NOTICES,
            &[],
            "[website]\nrights = [\"rectification\", \"erasure\", \"restriction\", \"portability\", \"complaint\"]\n",
        ),
        &["N60", "N64"],
        &["right-missing"],
    ),
    case(
        &[LISTED],
        (
            NOTICES,
            &[],
            "[website]\nrights = [\"access\", \"rectification\", \"erasure\", \"restriction\", \"complaint\"]\n",
        ),
        &["N61", "N64"],
        &["right-missing"],
    ),
    case(
        &[FRAUD, LISTED],
        (
            NOTICES,
            &[],
            "[website]\nrights = [\"access\", \"rectification\", \"erasure\", \"restriction\", \"portability\", \"complaint\"]\n",
        ),
        &["N63", "N64"],
        &["right-missing"],
    ),
    case(&[LISTED], (SHOP, &["shop.marketing"], ""), &[], &[]),
    case(
        &[RESEARCH],
        (
            NOTICES,
            &[],
            "[website]\nrights = [\"access\", \"rectification\", \"erasure\", \"restriction\", \"portability\", \"complaint\"]\n",
        ),
        &["N63", "N64", "N65"],
        &["right-missing"],
    ),
    case(
        &[LISTED, (SHOP, &["shop.complaints"], "")],
        (
            NOTICES,
            &[],
            "[website]\nrights = [\"access\", \"rectification\", \"erasure\", \"restriction\", \"portability\"]\n",
        ),
        &["N64", "N66"],
        &["right-missing"],
    ),
    case(
        &[LISTED, (SHOP, &["shop.marketing"], "")],
        (
            NOTICES,
            &[],
            "[website]\nrights = [\"access\", \"rectification\", \"erasure\", \"restriction\", \"portability\", \"complaint\"]\n",
        ),
        &["N64"],
        &["right-missing"],
    ),
    case(&[MACHINE], (ORDERS, &["automated-decisions.logic"], ""), &["N67"], &["adm-undisclosed"]),
    case(&[MACHINE], (ORDERS, &["automated-decisions.consequences"], ""), &["N67"], &["adm-undisclosed"]),
    case(&[MACHINE], (ORDERS, &["automated-decisions.safeguards"], ""), &["N68"], &["adm-no-human-review"]),
    case(
        &[KNOWN],
        (ORDERS, &[], "[data.order]\nnotice-exemption = { article = \"13(4)\" }\n"),
        &["N73"],
        &["notice-exemption-unreasoned"],
    ),
    case(
        &[EXEMPT],
        (ORDERS, &[], "[data.payment]\nnotice-exemption = { article = \"14(5)(a)\" }\n"),
        &["N74"],
        &["notice-exemption-unreasoned"],
    ),
    case(&[STATISTICS], ("cookies.toml", &["statistics.purposes"], ""), &["N90"], &["cookie-purpose-missing"]),
    case(&[STATISTICS], ("cookies.toml", &["statistics.lifetime"], ""), &["N91"], &["cookie-lifetime-missing"]),
];

/// The sections of the shop's notice, each with the items that go with it and what makes them due.
const SECTIONS: &[(&str, &[Change], &[&str])] = &[
    ("controller", &[], &["N01"]),
    ("data", &[], &["N17", "N18", "N19"]),
    ("purposes", &[FRAUD], &["N10", "N11", "N12"]),
    ("recipients", &[], &["N30", "N33"]),
    ("transfers", &[], &["N34", "N35", "N36", "N37"]),
    ("retention", &[], &["N50"]),
    ("rights", &[], &["N20", "N60", "N61"]),
    ("objection", &[FRAUD], &["N63", "N64"]),
    ("profiling", &[MACHINE], &["N67", "N68"]),
    ("cookies", &[STATISTICS], &["N90", "N91", "N92"]),
];

fn read<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Reading {
    let snippet = |(path, without, toml): &Change| Snippet {
        path: (*path).to_owned(),
        without: without.iter().map(|key| (*key).to_owned()).collect(),
        toml: (*toml).to_owned(),
    };
    let reading = shop(&changes.into_iter().map(snippet).collect::<Vec<_>>());
    assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
    reading
}

fn covered(reading: &Reading) -> Coverage {
    let theme = Theme::embedded("en").unwrap();
    let id = reading.registry.notices.find("website").unwrap();
    let coverage = cover(&reading.registry, id, theme.strings());
    assert_eq!(theme.strings().missing(), Vec::<String>::new());
    // Lints take what is planned to stand; that must come to the same.
    let facts = cover_facts(&reading.registry, id);
    assert_eq!(missing(&facts), missing(&coverage));
    coverage
}

/// Items that lack something that the law asks for, with the gaps.
fn gaps(coverage: &Coverage) -> Vec<(&'static str, Gap)> {
    let rows = coverage.groups.iter().flat_map(|group| &group.rows);
    rows.flat_map(|row| row.missing().flat_map(move |(_, gaps)| gaps.iter().map(move |gap| (row.item.id, gap.clone()))))
        .collect()
}

fn missing(coverage: &Coverage) -> BTreeSet<&'static str> {
    gaps(coverage).into_iter().map(|(id, _)| id).collect()
}

/// The names of the lints that speak at their usual level or as warnings.
fn spoken(reading: &Reading) -> BTreeSet<&'static str> {
    use crate::lint::Group;
    use crate::lint::levels::Target;
    use crate::record::settings::Level;
    let all = Overrides(Group::ALL.map(|group| (Target::Group(group), Level::Warn)).to_vec());
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    judge(reading, day, &all).findings.iter().map(|finding| finding.lint.name).collect()
}

#[test]
fn the_sample_shop_lacks_nothing() {
    let coverage = covered(&read([]));
    assert_eq!(missing(&coverage), BTreeSet::new());
    let cells = coverage.groups.iter().flat_map(|group| &group.rows).flat_map(|row| row.cells());
    let met = cells.filter(|(_, state)| matches!(state, State::Met(_))).count();
    assert!(met > 35, "{met}");
}

#[test]
fn a_key_that_is_taken_out_is_missed_where_it_belongs() {
    let mut wrong = Vec::new();
    for Case { before, change, items, lints } in CASES {
        let base = covered(&read(*before));
        if !missing(&base).is_empty() {
            wrong.push(format!("{items:?}: before, {:?} is missing", gaps(&base)));
        }
        let reading = read(before.iter().chain([change]));
        let coverage = covered(&reading);
        if missing(&coverage) != items.iter().copied().collect() {
            wrong.push(format!("{items:?}: {:?}", gaps(&coverage)));
        }
        let named: BTreeSet<&str> =
            gaps(&coverage).iter().map(|(_, gap)| gap.lint.unwrap_or("notice-item-missing")).collect();
        let spoken = spoken(&reading);
        if named != lints.iter().copied().collect() || !lints.iter().all(|lint| spoken.contains(lint)) {
            wrong.push(format!("{items:?}: the cell names {named:?}, {spoken:?} speak"));
        }
        if !lints.contains(&"notice-item-missing") && spoken.contains("notice-item-missing") {
            wrong.push(format!("{items:?}: said twice"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn a_section_that_is_left_out_is_missed() {
    use crate::record::notice::SectionName;
    let mut wrong = Vec::new();
    for (left_out, before, items) in SECTIONS {
        let rest = SectionName::ALL.into_iter().filter(|section| section.name() != *left_out);
        let order = rest.map(|section| format!("\"{}\"", section.name())).collect::<Vec<_>>().join(", ");
        let order: &'static str = String::leak(format!("[website]\norder = [{order}]\n"));
        let reading = read(before.iter().chain([&(NOTICES, &[][..], order)]));
        let found = missing(&covered(&reading));
        if found != items.iter().copied().collect() || !spoken(&reading).contains("notice-item-missing") {
            wrong.push(format!("{left_out}: {found:?}, {:?}", spoken(&reading)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A notice about cookies may stand beside the notice that speaks of the rest.
#[test]
fn notices_share_their_work() {
    let order = "[website]\norder = [\"controller\", \"data\", \"purposes\", \"recipients\", \"transfers\", \
                 \"retention\", \"rights\", \"objection\", \"complaints\", \"changes\", \"contact\"]\n\
                 [cookies]\ntitle = \"Cookie notice\"\norder = [\"cookies\"]\n";
    let reading = read(&[STATISTICS, (NOTICES, &[], order)]);
    let theme = Theme::embedded("en").unwrap();
    for (id, _) in reading.registry.notices.iter() {
        let coverage = cover(&reading.registry, id, theme.strings());
        assert_eq!(missing(&coverage), BTreeSet::new());
    }
    assert!(!spoken(&reading).contains("notice-item-missing"));
}

#[test]
fn every_law_item_that_can_be_missing_is_tried() {
    let tried: BTreeSet<&str> = CASES
        .iter()
        .flat_map(|case| case.items)
        .chain(SECTIONS.iter().flat_map(|(.., items)| *items))
        .copied()
        .collect();
    let law = ALL.iter().filter(|item| item.status == Status::Law && item.id != "N80");
    let untried: Vec<&str> = law.map(|item| item.id).filter(|id| !tried.contains(id)).collect();
    assert_eq!(untried, [""; 0]);
}

#[test]
fn lints_that_cells_name_exist() {
    for case in CASES {
        for lint in case.lints {
            assert!(crate::lint::find(lint).is_some(), "{lint}");
        }
    }
}
