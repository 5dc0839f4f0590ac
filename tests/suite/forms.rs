//! The forms a notice can have: what it calls itself, days, numbers, pages of their own, addresses.

use ropa::load::Loaded;
use ropa::reading::Reading;

use crate::planted::{Pages, render};

const CONTROLLER: &str = r#"
[us]
name    = "Example Ltd"
email   = "privacy@shop.example"
address = { lines = ["1 Main Street"], postcode = "SW1A 1AA", city = "London", country = "GB" }

[us.contacts.desk]
email           = "desk@shop.example"
subject-line    = "Privacy"
subject-because = "it finds the right desk"
uses            = ["questions", "complaints", "feedback"]

[us.contacts.rights]
url  = "https://shop.example/rights"
uses = ["requests"]

[us.marketing]
opt-out     = ["with the link in each message"]
suppression = "We then keep your address on a list."

[us.marketing.still-sent.invoices]
to = "send you invoices"

[us.complaints]
places = ["residence"]

[us.complaints.steps.first]
name = "First Body"

[us.complaints.steps.second]
name = "Second Body"
"#;

const GROUPS: &str = "[people]\nname = \"People\"\ndefinition = \"somebody we know\"\n";

const ACTIVITY: &str = r#"
[selling]
title          = "Selling"
subject-groups = ["people"]
security       = ["iso", "tests", "pci"]

[selling.purposes.sell]
title       = "sell things"
legal-bases = ["contract"]

[selling.purposes.ship]
title       = "ship them"
legal-bases = ["contract"]
"#;

const BASES: &str = "[contract]\ntitle = \"Contract\"\narticle = \"6(1)(b)\"\n";

const MEASURES: &str = r#"
[iso]
title         = "ISO"
certification = { standard = "ISO/IEC 27001", year = 2022 }

[tests]
title    = "Tests"
sentence = "We test."

[pci]
title         = "PCI"
certification = { standard = "PCI DSS" }
"#;

/// The pages of a registry with one notice, of which `notice` is the record.
fn pages(notice: &str, more: &[(&str, &str)]) -> Pages {
    let mut loaded = Loaded::default();
    for (file, text) in [
        ("controllers.toml", CONTROLLER),
        ("subject-groups.toml", GROUPS),
        ("activities.toml", ACTIVITY),
        ("legal-bases.toml", BASES),
        ("security-measures.toml", MEASURES),
    ] {
        loaded.add(file, text.to_owned());
    }
    for (file, text) in more {
        loaded.add(file, (*text).to_owned());
    }
    loaded.add("notices/privacy.toml", notice.to_owned());
    let reading = Reading::of_loaded(loaded);
    assert!(!reading.is_broken(), "{:?}", reading.diagnostics);
    render(&reading)
}

fn assert_has(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "`{part}` is not in\n{page}");
    }
}

#[test]
fn a_notice_calls_itself_what_it_says() {
    let notice = r#"
title      = "Privacy policy"
called     = "policy"
date-style = "month-first"
updated    = 2020-07-23
scope      = { covers = ["the shop"], excludes = ["other shops"], as-controller-only = true }
changes    = { reserved = true, published = "on this page" }
"#;
    let page = &pages(notice, &[])["public/privacy.html"];
    assert_has(
        page,
        &[
            "Last updated on July 23, 2020.",
            "What this policy covers",
            "This policy covers the shop. It does not cover other shops. It applies where",
            "We reserve the right to change this policy. We do so on this page.",
        ],
    );
    assert!(!page.to_lowercase().contains("this notice"), "{page}");
}

#[test]
fn days_are_written_in_three_styles() {
    for (style, day, written) in [
        ("day-first", "2023-10-06", "6 October 2023"),
        ("month-first", "2023-10-06", "October 6, 2023"),
        ("ordinal", "2023-09-04", "4th of September, 2023"),
        ("ordinal", "2023-09-11", "11th of September, 2023"),
        ("ordinal", "2023-09-22", "22nd of September, 2023"),
    ] {
        let notice = format!("title = \"Privacy\"\ndate-style = \"{style}\"\nupdated = {day}\n");
        let pages = pages(&notice, &[]);
        assert_has(&pages["public/privacy.html"], &[&format!("Last updated on {written}.")]);
        assert_has(&pages["public/privacy.json"], &[&format!("\"updated\": \"{day}\"")]);
    }
}

#[test]
fn lists_of_purposes_are_numbered_on_demand() {
    for (numbering, tag) in [
        ("bullets", "<ul>\n<li>"),
        ("numbers", "<ol>\n<li>"),
        ("letters", "<ol class=\"ropa-letters\" type=\"a\">\n<li>"),
        ("roman", "<ol class=\"ropa-roman\" type=\"i\">\n<li>"),
    ] {
        let pages = pages(&format!("title = \"Privacy\"\nlist-numbering = \"{numbering}\"\n"), &[]);
        let page = &pages["public/privacy.html"];
        let list = page.split("id=\"purposes\"").nth(1).unwrap();
        let list = &list[list.find("sell things").unwrap() - 80..];
        assert_has(list, &[tag]);
        let twin = &pages["public/privacy.md"];
        assert_has(twin, &[if numbering == "bullets" { "- " } else { "1. " }]);
    }
}

#[test]
fn further_bodies_are_numbered_in_their_order() {
    let pages = pages("title = \"Privacy\"\n", &[]);
    assert_has(&pages["public/privacy.html"], &["in this order:</p>\n<ol>\n<li>First Body."]);
    assert_has(&pages["public/privacy.md"], &["1. First Body.\n2. Second Body."]);
}

#[test]
fn a_notice_for_you_alone_has_no_page_for_a_group() {
    let for_you = pages("title = \"Privacy\"\nspeaks-to = \"you\"\n", &[]);
    assert!(!for_you.contains_key("public/privacy/people.html"));
    assert!(!for_you["public/privacy.html"].contains("people.html"));
    let for_groups = pages("title = \"Privacy\"\n", &[]);
    let page = &for_groups["public/privacy/people.html"];
    assert_has(page, &["There you also read who we are, how we protect your data and how to complain."]);
    let without = pages("title = \"Privacy\"\norder = [\"controller\", \"purposes\"]\n", &[]);
    assert_has(&without["public/privacy/people.html"], &["There you also read who we are."]);
}

#[test]
fn a_section_stands_on_a_page_of_its_own() {
    let cookies = "[session]\nname = \"sid\"\nclass = \"strictly-necessary\"\n\
                   purposes = [\"remember [you](terms.html), see [rights](#rights)\"]\n";
    let notice = "title = \"Privacy\"\nheadings = \"numbered\"\n[sections.cookies]\nown-page = true\n";
    let pages = pages(notice, &[("cookies.toml", cookies)]);
    let main = &pages["public/privacy.html"];
    assert_has(main, &["href=\"privacy/sections/cookies.html\">Cookies</a>", "id=\"cookies\""]);
    assert!(!main.contains("They help us"), "{main}");
    let own = &pages["public/privacy/sections/cookies.html"];
    assert_has(
        own,
        &[
            "<h1>Cookies</h1>",
            "part of our <a href=\"../../privacy.html\">Privacy</a>",
            "They help us",
            "href=\"../../terms.html\"",
            "href=\"../../privacy.html#rights\"",
            "href=\"../../style.css\"",
        ],
    );
    let copy = ropa::verify::Copy::recognise(own).unwrap();
    assert_eq!(copy.form, ropa::verify::Form::Section("cookies".into()));
    assert!(copy.passages.iter().any(|passage| passage.words.contains("They help us")), "{copy:?}");
    // The twins are whole.
    assert_has(&pages["public/privacy.md"], &["They help us"]);
}

#[test]
fn what_stands_elsewhere_is_told_part_by_part() {
    let activity = "title = \"Visits\"\nsubject-groups = [\"readers\", \"buyers\"]\n\
                    [data.of-readers]\nsubject-groups = [\"readers\"]\ncategories = [\"visits\"]\nsources = [\"cards\"]\n\
                    [data.of-buyers]\nsubject-groups = [\"buyers\"]\ncategories = [\"health\"]\nsources = [\"data-subject\"]\n";
    let notice = "title = \"Privacy\"\nsubject-groups = [\"readers\", \"buyers\"]\n[sections.data]\nown-page = true\n";
    let categories = "[visits]\nname = \"visits\"\n[health]\nname = \"health data\"\nspecial = \"health\"\n";
    let records = [
        ("subject-groups/readers.toml", "name = \"Readers\"\ndefinition = \"somebody who reads\"\n"),
        ("subject-groups/buyers.toml", "name = \"Buyers\"\ndefinition = \"somebody who buys\"\n"),
        ("data-categories.toml", categories),
        ("sources.toml", "[cards]\nname = \"Cards Ltd\"\n"),
        ("activities/visits.toml", activity),
    ];
    let pages = pages(notice, &records);
    let main = &pages["public/privacy.html"];
    assert_has(main, &["<li><a href=\"privacy/sections/data.html#data-readers\">Readers</a></li>"]);
    assert!(!main.contains("Cards Ltd"), "{main}");
}

#[test]
fn addresses_are_escaped_on_demand_and_read_the_same() {
    let notice = |obfuscate: bool| {
        format!(
            "title = \"Privacy\"\nobfuscate-email = {obfuscate}\nintroduction = \"Ask [us](mailto:a_b@shop.example).\"\n"
        )
    };
    let (plain, escaped) = (pages(&notice(false), &[]), pages(&notice(true), &[]));
    for (route, page) in &escaped {
        let is_public = route.starts_with("public/");
        assert_eq!(page.contains("@shop.example"), !is_public && plain[route].contains("@shop.example"), "{route}");
    }
    let twin = |pages: &Pages| -> serde_json::Value { serde_json::from_str(&pages["public/privacy.json"]).unwrap() };
    assert_eq!(twin(&plain), twin(&escaped));
    let html = |markdown: &str| ropa::markdown::prose(markdown).as_str().to_owned();
    assert_eq!(html(&escaped["public/privacy.md"]), html(&plain["public/privacy.md"]));
    assert_has(&html(&escaped["public/privacy.md"]), &["mailto:desk@shop.example", "mailto:a_b@shop.example"]);
    assert_has(&escaped["public/privacy.html"], &["&#64;"]);
}

#[test]
fn contacts_certificates_marketing_and_addresses_read_well() {
    let notice = "title = \"Privacy\"\nspeaks-to = \"you\"\n\
                  [definitions.shop]\nterm = \"Shop\"\nmeaning = \"our shop\"\n\
                  [third-parties]\nnot-covered = [\"sites we link to\"]\nno-responsibility = true\n\
                  social-media = [\"One\"]\n";
    let page = &pages(notice, &[])["public/privacy.html"];
    assert_has(
        page,
        &[
            "If you have questions, complaints or suggestions about this notice",
            "Please use this subject line so that it finds the right desk.",
            "We are certified under ISO/IEC 27001 (2022) and PCI DSS.",
            "You can opt out of direct marketing. You do so with the link in each message. \
             Even then, we still send you invoices. We then keep your address on a list.",
            "London<br>SW1A 1AA<br>United Kingdom",
            "<p>In this notice, <strong>“Shop”</strong> means our shop.</p>",
            "We take no responsibility for any of these.",
        ],
    );
}
