//! Sentences of the notice as people read them.

use ropa::load::Loaded;
use ropa::reading::Reading;

use crate::planted::{Pages, render};

/// The public pages of a registry with one notice for two groups, and some records besides.
fn pages(records: &[(&str, &str)]) -> Pages {
    let mut loaded = Loaded::default();
    let common = [
        ("registry.toml", "default-controller = 'us'"),
        ("controllers.toml", "us = { name = 'Us Ltd' }"),
        (
            "subject-groups.toml",
            "customers = { name = 'Customers', singular = 'a customer', order = 1 }
             users = { name = 'Users', singular = 'a user', related-to = 'customers', order = 2 }",
        ),
        ("data-categories.toml", "names = { name = 'names' }\nlogs = { name = 'log files' }"),
        ("notices.toml", "n = { title = 'N', subject-groups = ['customers', 'users'] }"),
    ];
    for (path, text) in common.iter().chain(records) {
        loaded.add(path, (*text).to_owned());
    }
    let reading = Reading::of_loaded(loaded);
    assert_eq!(reading.diagnostics, []);
    render(&reading)
}

fn notice(records: &[(&str, &str)]) -> String {
    pages(records)["public/n.md"].clone()
}

fn has(text: &str, sentences: &[&str]) {
    for sentence in sentences {
        assert!(text.contains(sentence), "{sentence}\nis not in\n{text}");
    }
}

#[test]
fn a_company_is_it_and_several_recipients_go_by_their_names() {
    let text = notice(&[
        (
            "processors.toml",
            "a = { name = 'A Inc.', category = 'mailers', services = ['e-mail'], commitments = ['be careful'] }
             b = { name = 'B Ltd', category = 'banks', commitments = ['be careful', 'keep books'] }",
        ),
        ("recipients.toml", "c = { name = 'our lawyers', commitments = ['keep secrets'] }\nd = { kind = 'court', name = 'd', shown-as = 'category' }"),
        (
            "activities.toml",
            "[x]
             title = 'X'
             subject-groups = ['customers', 'users']
             purposes = { p = { title = 'write to you' }, q = { title = 'argue' } }
             [x.disclosures]
             one = { recipients = ['a'], categories = ['names'], purpose = ['send it'], only-necessary = true }
             two = { recipients = ['b', 'c'], purposes = ['q'], subject-groups = ['users'], only-necessary = true }
             three = { recipients = ['a'], subject-groups = ['users'], cases = ['asked', 'forced'], only-necessary = true }
             four = { recipients = ['d'], only-necessary = true }",
        ),
    ]);
    has(
        &text,
        &[
            "Whoever receives your data, we share no more than is necessary.\n",
            "We share names with A Inc. to send it. It provides e-mail. It must be careful.\n",
            "We share your data with B Ltd (banks) and our lawyers to argue. B Ltd must be careful and keep books. \
             Our lawyers must keep secrets. This concerns users only.\n",
            "We share your data with courts.\n",
        ],
    );
    // Its users know the company from above.
    has(&text, &["We share your data with A Inc. if:\n\n- asked\n- forced\n\nThis concerns users only.\n"]);
    assert_eq!(text.matches("no more than is necessary").count(), 1);
}

#[test]
fn a_place_of_storage_is_told_once() {
    let records = |operated_by: &str| {
        let systems = format!("s = {{ title = 'S', stores = 'mailing lists', countries = ['SE']{operated_by} }}");
        notice(&[
            ("systems.toml", &systems),
            ("processors.toml", "a = { name = 'A', locations = ['SE'] }"),
            (
                "activities.toml",
                "x = { title = 'X', subject-groups = ['users'], systems = ['s'], disclosures = { d = { recipients = ['a'] } } }",
            ),
        ])
    };
    has(&records(""), &["We store mailing lists in Sweden. The data we share with A are stored in Sweden.\n"]);
    let once = records(", operated-by = 'a'");
    has(&once, &["We store mailing lists in Sweden.\n"]);
    assert_eq!(once.matches("Sweden").count(), 1, "{once}");
}

#[test]
fn a_page_for_one_group_tells_the_places_of_its_data() {
    let pages = pages(&[
        ("systems.toml", "s = { title = 'S', stores = 'mailing lists', countries = ['SE'], operated-by = 'a' }"),
        ("processors.toml", "a = { name = 'A', locations = ['SE'], no-transfers = 'A stays.' }"),
        (
            "activities.toml",
            "x = { title = 'X', subject-groups = ['users'], systems = ['s'], disclosures = { d = { recipients = ['a'] } } }
             y = { title = 'Y', subject-groups = ['customers'], disclosures = { d = { recipients = ['a'] } } }
             z = { title = 'Z', subject-groups = ['customers'], disclosures = { d = { recipients = ['b'] } } }",
        ),
        ("recipients.toml", "b = { name = 'B', no-transfers = 'B stays.' }"),
    ]);
    has(&pages["public/n.md"], &["We store mailing lists in Sweden.\n"]);
    has(&pages["public/n/users.html"], &["We store mailing lists in Sweden.", "A stays."]);
    has(&pages["public/n/customers.html"], &["The data we share with A are stored in Sweden.", "A stays.", "B stays."]);
    assert!(!pages["public/n/customers.html"].contains("mailing lists"));
    assert!(!pages["public/n/users.html"].contains("B stays."));
}

#[test]
fn many_places_of_storage_stand_in_a_list() {
    let text = notice(&[
        (
            "systems.toml",
            "[s]\ntitle = 'S'\nstores = 'lists'\ncountries = ['SE']\n[t]\ntitle = 'T'\nstores = 'logs'\nregion = 'eu'\nprimarily = true
             [u]\ntitle = 'U'\nstores = 'files'\nown-servers = true\n[v]\ntitle = 'V'\nstores = 'copies'\ncountries = ['FI']\nown-servers = true
             [w]\ntitle = 'W'\nstores = 'what stands nowhere'",
        ),
        ("processors.toml", "a = { name = 'A', locations = ['SE'] }"),
        (
            "activities.toml",
            "x = { title = 'X', subject-groups = ['users'], systems = ['s', 't', 'u', 'v', 'w'], disclosures = { d = { recipients = ['a'] } } }",
        ),
    ]);
    has(
        &text,
        &["stored:\n\n- in Sweden: lists and the data we share with A\n- primarily within the European Union: logs\n\
           - on our own servers: files\n- on our own servers in Finland: copies\n"],
    );
    assert!(!text.contains("nowhere"));
}

#[test]
fn a_purpose_uses_the_rows_that_serve_it() {
    let text = notice(&[(
        "activities.toml",
        "[x]
         title = 'X'
         subject-groups = ['customers', 'users']
         purposes = { p = { title = 'write to you' }, q = { title = 'find errors' } }
         data = { a = { categories = ['names'], purposes = ['p'] }, b = { categories = ['logs'], purposes = ['q'] } }",
    )]);
    has(&text, &["- write to you. For this we use names.\n- find errors. For this we use log files.\n"]);
}

#[test]
fn cookies_say_what_their_class_is_for_and_how_long_they_work() {
    let text = notice(&[(
        "cookies.toml",
        "a = { name = 'small cookies', class = 'analytics', lifetime = 'session', subject-groups = ['users'] }",
    )]);
    has(
        &text,
        &["We use small cookies. They measure how our services are used. They work until you close your browser.\n"],
    );
}

#[test]
fn groups_are_in_lower_case_inside_sentences() {
    let text = notice(&[(
        "activities.toml",
        "x = { title = 'X', subject-groups = ['customers', 'users'], disclosures = { d = { subject-groups = ['users'] } } }",
    )]);
    has(&text, &["(n/users.html). You come to us through a customer.\n", "This concerns users only."]);
}
