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
