//! Manifests of fides become registers.

use std::fs;

use proptest::prelude::*;
use ropa::import::fides::read;
use ropa::load::Loaded;
use tempfile::tempdir;

use super::again::{files, keeps_every_edit, listing, told};
use crate::program::ropa;

const SHOP: &str = include_str!("../../fixtures/interchange/shop.yml");

#[test]
fn a_manifest_becomes_a_register() {
    let draft = read(SHOP, "shop.yml");
    let account = draft.account.clone().unwrap();
    // Counted by hand in the file, the ten values of the alias twice.
    assert_eq!((told(&account), account.empty), (107, 7));
    let left: Vec<&str> = account.left_out.iter().map(|one| one.path.as_str()).collect();
    let policy = ["fides_key", "rules[0].name", "rules[0].data_uses.matches", "rules[0].data_uses.values[0]"];
    let policy = policy.map(|path| format!("policy[0].{path}"));
    assert_eq!(left[..2], ["fides_meta.primary_key", "fides_meta.data_type"]);
    assert_eq!(left[2..], policy);
    let files = files(draft);
    for (path, lines) in [
        ("registry.toml", "title = \"Seaside Shop Ltd\""),
        (
            "controllers/seaside-shop-ltd.toml",
            "description = 'We sell buckets & spades \\<online>.'|[dpo]|appointed = true|lines = [\"1 Pier Road\", \"Brighton BN1 1AA\", \"United Kingdom\"]",
        ),
        (
            "activities/web-shop-deliver-orders.toml",
            "title          = \"Deliver orders\"|[purposes.hut-delivery]|title       = \"deliver orders to your beach hut\"|legal-bases = [\"contract\"]|categories = [\"name\", \"contact-email\", \"contact-beach-hut\"]|sources    = [\"data-subject\"]|retention  = [\"6-years\"]|recipients = [\"couriers\", \"customs-brokers\"]|owner          = \"Sales\"|needed    = true|used = true|- features: Match and combine data from other data sources",
        ),
        ("activities/web-shop-marketing-communications-email.toml", "direct-marketing = true|- favourite_colour: blue"),
        ("activities/mailer-send-mail.toml", "recipients = [\"gull-mail-inc\"]"),
        (
            "processors/gull-mail-inc.toml",
            "name    = \"Gull Mail Inc.\"|mechanisms = [\"scc\"]|lines = [\"5 Bay Street\", \"Portland\", \"OR 97201\"]",
        ),
        ("systems/mailer.toml", "operated-by = \"gull-mail-inc\"|Supplementary Measures"),
        (
            "systems/orders-db.toml",
            "customers: unique IDs (id), streets (address.street), cities (address.city), without a category (created)|- description: Orders since 2019.",
        ),
        ("systems/logs.toml", "retention: 30 days after use"),
        ("data-categories/health-condition.toml", "name    = \"health conditions\"|special = \"health\""),
        (
            "data-categories/contact-beach-hut.toml",
            "name = \"Beach hut number\"|description: Where we deliver on the beach.",
        ),
        ("data-categories/contact-address-street.toml", "name = \"streets\""),
        ("subject-groups/customer.toml", "name     = \"Customers\"|singular = \"a customer\""),
        ("subject-groups/hut-owner.toml", "name = \"Hut owners\"|rights.values: Access; Erasure"),
        ("legal-bases/legitimate-interests.toml", "article = \"6(1)(f)\"|reference = \"drive/lia-2\""),
        ("legal-bases/consent-explicit-consent.toml", "article-9 = [\"9(2)(a)\"]"),
        ("retention/6-years.toml", "period = \"P6Y\""),
        ("retention/until-you-unsubscribe.toml", "title = \"until you unsubscribe\""),
        ("recipients/couriers.toml", "shown-as = \"category\""),
        ("cookies/web-shop.toml", "lifetime = \"P365D\""),
        ("security-measures/web-shop.toml", "detail = \"TLS everywhere, backups each night\""),
    ] {
        let text = files.get(path).unwrap_or_else(|| panic!("{path} in {:?}", files.keys()));
        lines.split('|').for_each(|line| assert!(text.contains(line), "`{line}` is not in {path}:\n{text}"));
    }
    assert_eq!(files.len(), 28);
}

#[test]
fn imports_come_again_and_keep_every_edit() {
    keeps_every_edit("fides", "shop.yml", SHOP);
}

#[test]
fn every_word_of_the_file_is_found_again() {
    let account = read(SHOP, "shop.yml").account.unwrap();
    let files = files(read(SHOP, "shop.yml"));
    let all: String = files.values().map(|text| text.replace('\\', "")).collect();
    // Words that decide and are not written: keys, and what the taxonomy says in its own words.
    for word in [
        "Privacy team",
        "dpo@seaside.example",
        "Takes orders.",
        "Explicit consent",
        "mailer",
        "blue",
        "created",
        "Supplementary Measures",
        "https://gull.example/privacy",
        "until you unsubscribe",
    ] {
        assert!(all.contains(word), "{word}");
    }
    assert!(account.left_out.iter().all(|left| left.path.starts_with("policy") || left.path.starts_with("fides_meta")));
}

#[test]
fn what_fides_cannot_say_is_asked_for_by_name() {
    let text = "organization: [{fides_key: a, name: A}]\nsystem:\n- fides_key: crm\n  name: CRM\n  does_international_transfers: true\n  legal_basis_for_transfers: [SCCs]\n  requires_data_protection_assessments: true\n  dpa_progress: Begun\n  privacy_declarations: [{name: Sell, data_use: essential.service}]\n";
    let draft = read(text, "crm.yml");
    let next = draft.account.clone().unwrap().next.join("\n");
    assert!(next.contains("country data go from `crm`"), "{next}");
    let files = files(draft);
    // How far an assessment has come is not its outcome.
    assert!(files["activities/crm-sell.toml"].ends_with("[dpia]\nneeded = true\n"), "{files:?}");
    for kept in ["- dpa_progress: Begun", "- legal_basis_for_transfers: SCCs"] {
        assert!(files["systems/crm.toml"].contains(kept), "{files:?}");
    }
}

#[test]
fn datasets_alone_are_stores_with_their_categories() {
    let text = "dataset:\n- fides_key: db\n  name: Büro\n  collections:\n  - name: t\n    data_categories: [user.contact]\n    fields: [{name: mail, data_categories: [user.contact.email]}]\n";
    let draft = read(text, "db.yml");
    let next = draft.account.clone().unwrap().next.join("\n");
    assert!(next.contains("no privacy declaration") && next.contains("no organization"), "{next}");
    let files = files(draft);
    assert_eq!(files["data-categories/contact-email.toml"], "name = \"e-mail addresses\"\n");
    let note = "- t: contact details, e-mail addresses (mail)\n";
    assert_eq!(files["systems/db.toml"], format!("title = \"Büro\"\nnote  = \"\"\"\n{note}\"\"\"\n"));
    assert_eq!(files["registry.toml"], "title = \"Büro\"\n");
}

/// Connectors as fides ships them: a key that a program puts in, and technical words at each field.
const CONNECTOR: &str = "\
saas_config: {fides_key: <instance_fides_key>, endpoints: []}
dataset:
- fides_key: <instance_fides_key>
  name: NAME
  fides_meta: {after: [other.users], namespace: null}
  collections:
  - name: users
    fidesops_meta: {erase_after: [<instance_fides_key>.orders], skip_processing: false}
    fields:
    - name: id
      data_categories: [system.operations]
      fidesops_meta: {data_type: string, references: [{dataset: <instance_fides_key>, field: orders.id, direction: from}]}
    - {name: mail, data_categories: [MAIL], retention: Account termination}
    - {name: name, data_categories: [user.name], retention: Account termination}
    - {name: notes}
";

#[test]
fn connectors_read_well_and_many_make_one_register() {
    let connector = |name: &str, mail: &str| CONNECTOR.replace("NAME", name).replace("MAIL", mail);
    let draft = read(&connector("Bee Mail", "user.contact.email"), "data/bee_dataset.yml");
    let account = draft.account.clone().unwrap();
    assert_eq!((account.placed, account.noted, account.left_out.len()), (5, 7, 8));
    let files = files(draft);
    let system = "title = \"Bee Mail\"\nnote  = \"\"\"\n- users: data on the operation of the system (id), e-mail addresses \
                  (mail), names (name), without a category (notes)\n- retention: Account termination (users.mail, \
                  users.name)\n\"\"\"\n";
    assert_eq!(files["systems/bee-mail.toml"], system);
    let made: Vec<&str> = files.keys().map(String::as_str).collect();
    // Data of the system itself are about nobody.
    assert_eq!(
        made,
        ["data-categories/contact-email.toml", "data-categories/name.toml", "registry.toml", "systems/bee-mail.toml"]
    );
    let folder = tempdir().unwrap();
    let older = "user.provided.identifiable.contact.email";
    for (name, mail, made) in [("Bee Mail", "user.contact.email", 4), ("Wasp", older, 5), ("Ant", "user.contact", 7)] {
        fs::write(folder.path().join("x.yml"), connector(name, mail)).unwrap();
        let ran = ropa(folder.path(), &["import", "fides", "x.yml", "--into", "r"]).done();
        assert!(ran.out.contains("fidesops_meta.references[0].dataset"), "{}", ran.out);
        assert_eq!(listing(&folder.path().join("r")).len(), made);
    }
    assert_eq!(ropa(folder.path(), &["check", "--registry", "r"]).code, 0);
    ropa(folder.path(), &["build", "--registry", "r", "--output", "out"]).done();
}

#[test]
fn files_that_are_no_manifests_are_refused_with_a_place() {
    // Each table takes in the one before.
    let mut grown = String::from("a0: &a0 {k0: 1}\n");
    for level in 1..3000 {
        grown.push_str(&format!("a{level}: &a{level} {{<<: *a{}, k{level}: 1}}\n", level - 1));
    }
    for (text, name) in [
        ("", "wrong-format"),
        ("a: 1", "wrong-format"),
        ("[1, 2]", "wrong-format"),
        ("system: [", "yaml-syntax"),
        ("system: []\nsystem: []", "duplicate-key"),
        ("system: &a [*a]", "yaml-syntax"),
        ("\u{0}", "yaml-syntax"),
        ("system:\n\t- a", "yaml-syntax"),
        ("saas_config: {name: x}", "wrong-format"),
        (&format!("system: {}", "[".repeat(100_000)), "yaml-syntax"),
        (&grown, "too-large"),
    ] {
        let draft = read(text, "x.yml");
        let names: Vec<&str> = draft.diagnostics.iter().map(|one| one.name).collect();
        assert_eq!(names, [name], "{}", text.get(..40).unwrap_or(text));
        assert!(draft.judge(Loaded::default()).is_broken());
    }
}

#[test]
fn strange_values_are_kept_and_never_break_a_record() {
    let text = "system:\n- fides_key: a\n  name: \"bell \\a & <script>alert(1)</script> [x](javascript:y) ``` ![i](j)\"\n  administrating_department: {deep: [1, [2, {x: 3}]]}\n  cookie_max_age_seconds: 999999999999999999999999\n  uses_cookies: true\n  privacy_declarations:\n  - 7\n  - name: [odd]\n    data_use: {no: use}\n    data_categories: single\n    data_subjects: [\"'''\", \"\\\"\\\"\\\"\"]\n    retention_period: \"\\u202Eever\"\n    legal_basis_for_processing: Because\n- just words\n- fides_key: a\n";
    let draft = read(text, "x.yml");
    let account = draft.account.clone().unwrap();
    assert_eq!(account.replaced, 1);
    let files = files(draft);
    let all: String = files.values().map(String::as_str).collect();
    for kept in ["999999999999999999999999", "deep: 1", "Because", "odd", "privacy_declarations: 7"] {
        assert!(all.contains(kept) || all.replace('\\', "").contains(&kept.replace('\\', "")), "{kept} in\n{all}");
    }
    assert!(files.contains_key("systems/a.toml") && files.contains_key("systems/a-2.toml"));
    assert_eq!(account.left_out.iter().map(|left| left.path.as_str()).collect::<Vec<_>>(), ["system[1]"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_manifest_is_told_or_taken(at in any::<prop::sample::Index>(), new in "\\PC{0,6}|[\\[\\]{}&*:#|>'\"\\n -]{0,6}", length in 0..30_usize) {
        let letters: Vec<char> = SHOP.chars().collect();
        let start = at.index(letters.len());
        let end = (start + length).min(letters.len());
        let damaged: String = letters[..start].iter().copied().chain(new.chars()).chain(letters[end..].iter().copied()).collect();
        let draft = read(&damaged, "x.yml");
        let account = draft.account.clone();
        let judged = draft.judge(Loaded::default());
        prop_assert_eq!(account.is_none(), judged.is_broken(), "{:?}", judged.diagnostics);
        for diagnostic in &judged.diagnostics {
            let span = diagnostic.primary.span;
            prop_assert!(judged.sources.get(span.file).text.get(span.start as usize..span.end as usize).is_some());
        }
    }
}
