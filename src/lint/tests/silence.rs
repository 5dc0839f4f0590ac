//! Records that come near a fault and have none: a lint that cries wolf is worse than none.

use chrono::NaiveDate;

use super::sample::shop;
use crate::lint::Group;
use crate::lint::levels::{Overrides, Target};
use crate::lint::manual::Snippet;
use crate::lint::pass::judge;
use crate::record::settings::Level;

/// The names of the lints that speak when the files of the shop are changed so.
fn spoken(changes: &[(&str, &[&str], &str)]) -> Vec<&'static str> {
    let changes: Vec<Snippet> = changes
        .iter()
        .map(|(path, without, toml)| Snippet {
            path: (*path).to_owned(),
            without: without.iter().map(|key| (*key).to_owned()).collect(),
            toml: (*toml).to_owned(),
        })
        .collect();
    let reading = shop(&changes);
    assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
    let everything = Overrides(Group::ALL.map(|group| (Target::Group(group), Level::Warn)).to_vec());
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    judge(&reading, day, &everything).findings.iter().map(|finding| finding.lint.name).collect()
}

fn is_silent(lint: &str, changes: &[(&str, &[&str], &str)]) {
    let names = spoken(changes);
    assert!(!names.contains(&lint), "{lint} speaks: {names:?}");
}

#[test]
fn words_that_are_denied_are_no_fault() {
    for asked in ["The box is never ticked by default.", "An empty box, not pre-ticked.", "No consent is implied."] {
        let toml = format!("[newsletter.consent]\nasked = \"{asked}\"");
        is_silent("consent-opt-out", &[("legal-bases.toml", &[], &toml)]);
    }
}

#[test]
fn consent_for_special_data_may_stand_beside_a_contract() {
    let basis = ("legal-bases.toml", &[][..], "[newsletter]\narticle-9 = [\"9(2)(a)\"]");
    let purpose = ("activities/newsletter.toml", &[][..], "[purposes.news]\nlegal-bases = [\"newsletter\", \"sale\"]");
    is_silent("consent-beside-other-basis", &[basis, purpose]);
    let rare = ("legal-bases.toml", &[][..], "[newsletter]\nextent = \"some-cases\"");
    is_silent("consent-beside-other-basis", &[rare, purpose]);
}

#[test]
fn a_contract_beside_another_basis_may_reach_others() {
    let group = ("subject-groups.toml", &[][..], "[customers]\nrelated-to = \"customers\"");
    let purpose = ("activities/orders.toml", &[][..], "[purposes.sell]\nlegal-bases = [\"sale\", \"against-fraud\"]");
    is_silent("contract-not-party", &[group, purpose]);
}

#[test]
fn what_is_exempt_or_ended_owes_no_notice() {
    let elsewhere = ("notices.toml", &[][..], "[website]\nsubject-groups = []");
    let exemption = "notice-exemption = { article = \"13(4)\", reason = \"They know it.\" }";
    let orders = ("activities/orders.toml", &[][..], "ended = 2026-01-31");
    let newsletter = ("activities/newsletter.toml", &[][..], exemption);
    is_silent("notice-missing", &[elsewhere, orders, newsletter]);
    assert!(spoken(&[elsewhere, orders]).contains(&"notice-missing"));
}

#[test]
fn necessary_cookies_need_no_lifetime_and_no_consent() {
    let cookie = ("cookies.toml", &["basket.lifetime", "basket.consent", "basket.purposes"][..], "");
    let names = spoken(&[cookie]);
    assert!(!names.iter().any(|name| name.starts_with("cookie")), "{names:?}");
}

#[test]
fn a_notice_without_a_list_of_rights_lacks_none() {
    is_silent("right-missing", &[("controllers.toml", &["shop.complaints"], "")]);
    let list = "[website]\nrights = [\"access\", \"rectification\", \"erasure\", \"restriction\", \"portability\"]";
    // Withdrawal, opting out and the places of complaint are told elsewhere in the notice.
    is_silent("right-missing", &[("notices.toml", &[], list)]);
    assert!(
        spoken(&[("notices.toml", &[], list), ("controllers.toml", &["shop.complaints"], "")])
            .contains(&"right-missing")
    );
}

#[test]
fn a_sub_processor_of_a_recipient_may_provide_a_cookie() {
    let host = "[host]\nsub-processors = [\"counter\"]\n[host.contract]\nsub-processing = \"general\"\n[counter]\nname = \"Example Counter\"";
    let cookie = "[basket]\nprovider = \"counter\"";
    is_silent("cookie-provider-not-recipient", &[("processors.toml", &[], host), ("cookies.toml", &[], cookie)]);
}

#[test]
fn two_purposes_may_share_their_bases() {
    let pool = "legal-bases = [\"sale\", \"accounts\", \"against-fraud\"]";
    let two = format!("[purposes.sell]\n{pool}\n[purposes.book-keeping]\n{pool}");
    is_silent("legal-bases-pooled", &[("activities/orders.toml", &[], &two)]);
    let sale = "[purposes.compare]\ntitle = \"compare orders\"\nlegal-bases = [\"sale\", \"against-fraud\"]";
    is_silent("legal-bases-pooled", &[("activities/orders.toml", &[], &format!("{two}\n{sale}"))]);
}

#[test]
fn a_country_that_is_named_says_which_mechanism_applies() {
    let row = "[mailer.transfers.us]\nmechanisms = [\"dpf\", \"scc\"]\ndepends-on = \"the listing\"";
    let without = ["mailer.transfers.us.copy-from", "mailer.transfers.us.assessment"];
    let named = spoken(&[("processors.toml", &without, row)]);
    assert!(!named.contains(&"transfer-copy-missing") && !named.contains(&"transfer-assessment-missing"), "{named:?}");
    let nowhere = ("processors.toml", &["mailer.transfers.us.countries", without[0], without[1]][..], row);
    let open = spoken(&[nowhere]);
    assert!(open.contains(&"transfer-copy-missing") && open.contains(&"transfer-assessment-missing"), "{open:?}");
}

#[test]
fn a_processor_may_stand_among_those_who_follow_instructions() {
    let both =
        "[disclosures.taxes]\nrecipients = [\"tax-authority\", \"host\"]\ncommitments = [\"act on our instructions\"]";
    is_silent("recipient-on-instructions", &[("activities/orders.toml", &[], both)]);
    let alone = "[disclosures.taxes]\ncommitments = [\"act on our instructions\"]";
    assert!(spoken(&[("activities/orders.toml", &[], alone)]).contains(&"recipient-on-instructions"));
}

#[test]
fn consent_of_the_purpose_carries_a_disclosure() {
    let mailing = "[disclosures.mailing]\nexplicit-consent = true";
    is_silent("disclosure-consent-unrecorded", &[("activities/newsletter.toml", &[], mailing)]);
}

#[test]
fn what_a_request_is_about_identifies_nobody() {
    let contents = "[shop.requests]\ncontents = [\"your name\", \"your e-mail address\", \"what you ask for\", \"the number of an order\", \"the time it is about\"]";
    is_silent("request-asks-much", &[("controllers.toml", &[], contents)]);
}

#[test]
fn profiles_that_serve_no_marketing_need_no_word_on_it() {
    let profiling = ("activities/orders.toml", &[][..], "[profiling]\nused = true\nmethod = \"compare orders\"");
    let rights = "[website]\nrights = [\"access\", \"rectification\", \"erasure\", \"restriction\", \"portability\"]";
    is_silent("profiling-objection-missing", &[profiling, ("notices.toml", &[], rights)]);
}

#[test]
fn one_way_of_saying_it_is_enough() {
    let counter = "[statistics]\nname = \"statistics cookies\"\nclass = \"analytics\"\npurposes = [\"count visits\"]\n\
                   consent = \"opt-in\"\nlifetime = \"P6M\"\nactivity = \"newsletter\"";
    let elsewhere = "[website.cookies]\nseparate-notice = \"[Cookie notice](https://books.example.com/cookies)\"";
    let cookies = ("cookies.toml", &[][..], counter);
    is_silent("cookie-choice-missing", &[cookies, ("notices.toml", &["website.cookies"], elsewhere)]);

    let cases =
        ("activities/orders.toml", &["disclosures.taxes.purpose"][..], "[disclosures.taxes]\ncases = [\"it asks\"]");
    is_silent("disclosure-purpose-missing", &[cases]);

    let young = ("activities/orders.toml", &["reviewed"][..], "started = 2026-06-01");
    is_silent("review-missing", &[young]);

    let criteria =
        ("retention.toml", &[][..], "[subscription]\nafterwards = [\"prove it\"]\ncriteria = [\"when claims lapse\"]");
    is_silent("retention-stages-broken", &[criteria]);
}

#[test]
fn what_adequacy_covers_needs_no_documents() {
    let swiss = "[mailer.transfers.us]\ncountries = [\"CH\"]\nmechanisms = [\"adequacy\", \"scc\"]";
    is_silent("transfer-documents-missing", &[("processors.toml", &["mailer.transfers.us.documents"], swiss)]);
}

#[test]
fn data_that_are_exempt_or_not_from_the_person_owe_no_word_on_refusal() {
    let exempt = "[data.address]\nnotice-exemption = { article = \"13(4)\", reason = \"They know it.\" }";
    is_silent("refusal-untold", &[("activities/newsletter.toml", &["data.address.if-refused"], exempt)]);
    is_silent("refusal-untold", &[("activities/orders.toml", &[], "[data.payment]\nsources = [\"observed\"]")]);
}

#[test]
fn a_class_of_processors_has_no_seat() {
    let class = "[host]\nname = \"Companies that run servers for us\"\ncontact = \"List kept by the head of sales\"";
    let changes = [("processors.toml", &["host.country", "host.support-from"][..], class)];
    is_silent("processor-seat-missing", &changes);
    is_silent("remote-access-unstated", &changes);
}

#[test]
fn offences_that_are_denied_are_none() {
    let denied = "[contact]\ndescription = \"We keep no note of any conviction.\"";
    is_silent("criminal-data-untagged", &[("data-categories.toml", &[], denied)]);
    let said = "[contact]\ndescription = \"The offences of which a reader warns us.\"\ncriminal = false";
    is_silent("criminal-data-untagged", &[("data-categories.toml", &[], said)]);
}

#[test]
fn anonymous_data_need_no_basis_source_or_time() {
    let category = ("data-categories.toml", &[][..], "[counts]\nname = \"counts\"\nidentifiability = \"anonymous\"");
    let activity = (
        "activities/orders.toml",
        &[][..],
        "retention = []\n[purposes.count]\ntitle = \"count orders\"\ncategories = [\"counts\"]\n\
         [data.counts]\ncategories = [\"counts\"]\npurposes = [\"count\"]",
    );
    for lint in ["purpose-without-basis", "source-missing"] {
        is_silent(lint, &[category, activity]);
    }
    let named = ("data-categories.toml", &[][..], "[counts]\nname = \"counts\"");
    let names = spoken(&[named, activity]);
    assert!(names.contains(&"purpose-without-basis") && names.contains(&"source-missing"), "{names:?}");
}

#[test]
fn a_basis_of_the_data_answers_for_their_purpose() {
    let without = ["purposes.book-keeping.legal-bases"];
    let names = spoken(&[("activities/orders.toml", &without, "")]);
    assert!(names.contains(&"purpose-without-basis"), "{names:?}");
    let rows = "[data.order]\nlegal-bases = [\"accounts\"]\n[data.payment]\nlegal-bases = [\"accounts\"]";
    is_silent("purpose-without-basis", &[("activities/orders.toml", &without, rows)]);
}

#[test]
fn a_right_may_follow_from_a_basis_of_data() {
    let rights = "[website]\nrights = [\"access\", \"object\", \"portability\", \"withdraw-consent\", \"complaint\"]";
    let without = ["purposes.sell.legal-bases"];
    let notice = ("notices.toml", &[][..], rights);
    let data = ("activities/orders.toml", &without[..], "[data.payment]\nlegal-bases = [\"against-fraud\"]");
    is_silent("right-not-available", &[notice, data]);
}

#[test]
fn a_browser_that_tells_how_is_a_choice() {
    let cookie = "[statistics]\nname = \"cookies\"\nconsent = \"browser-only\"\nactivity = \"newsletter\"";
    let notice = ("notices.toml", &["website.cookies"][..], "");
    let names = spoken(&[("cookies.toml", &[], cookie), notice]);
    assert!(names.contains(&"cookie-choice-missing") && names.contains(&"cookie-no-consent"), "{names:?}");
    let told = format!("{cookie}\nrefuse = \"in the settings of your browser\"");
    is_silent("cookie-choice-missing", &[("cookies.toml", &[], &told), notice]);
}

#[test]
fn a_measure_that_is_named_is_described() {
    let name = |text: &str| format!("[encryption]\nname = \"{text}\"");
    is_silent("security-vague", &[("security-measures.toml", &[], &name("industry-standard SSL encryption"))]);
    let vague = name("industry-standard security");
    let names = spoken(&[("security-measures.toml", &[], &vague)]);
    assert!(names.contains(&"security-vague"), "{names:?}");
}

#[test]
fn a_transfer_of_the_controller_covers_its_own_system() {
    let system = ("systems.toml", &["database.operated-by"][..], "[database]\ncountries = [\"HK\"]");
    let used = ("activities/orders.toml", &[][..], "systems = [\"database\"]");
    let own = "[shop.transfers.hong-kong]\ncountries = [\"HK\"]\nmechanisms = [\"scc\"]";
    is_silent("system-outside-eea", &[system, used, ("controllers.toml", &[], own)]);
}

#[test]
fn a_dead_instrument_is_dead_for_anybody() {
    let controller = "[shop.address]\ncountry = \"US\"\n\
                      [shop.transfers.union]\ncountries = [\"US\"]\nmechanisms = [\"privacy-shield\"]";
    let names = spoken(&[("controllers.toml", &[], controller)]);
    assert!(names.contains(&"transfer-mechanism-dead"), "{names:?}");
    assert!(!names.contains(&"transfer-assessment-missing"), "{names:?}");
}

#[test]
fn where_a_company_is_registered_may_be_outside_too() {
    let changes = ("controllers.toml", &["shop.address"][..], "[shop]\nregistered-in = \"US\"");
    let names = spoken(&[changes]);
    assert!(names.contains(&"representative-missing"), "{names:?}");
}
