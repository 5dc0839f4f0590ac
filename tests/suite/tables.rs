//! Sections that a notice shows as a table.

use ropa::load::Loaded;
use ropa::reading::Reading;

use crate::planted::render;

const RECORDS: [(&str, &str); 7] = [
    ("controllers.toml", "[us]\nname = \"Example Ltd\"\n"),
    (
        "subject-groups.toml",
        "[buyers]\nname = \"Buyers\"\ndefinition = \"somebody who buys\"\n\
         [readers]\nname = \"Readers\"\ndefinition = \"somebody who reads\"\n",
    ),
    (
        "data-categories.toml",
        "[names]\nname = \"names\"\nitems = [\"name\"]\n[visits]\nname = \"visits\"\nitems = [\"day\"]\n",
    ),
    (
        "legal-bases.toml",
        "[contract]\ntitle = \"Contract\"\narticle = \"6(1)(b)\"\ncontract = \"keep our contract\"\n\
         [interest]\ntitle = \"Interest\"\narticle = \"6(1)(f)\"\ninterests = [\"know our readers\"]\n",
    ),
    (
        "retention.toml",
        "[years]\ntitle = \"Years\"\nperiod = \"P2Y\"\nfrom = \"the last order\"\ntypically = true\nreason = \"answer claims\"\n\
         afterwards = [\"count orders\", \"pay taxes\"]\nlonger-if = [\"a claim is open\", \"a court asks\"]\nthen = \"erase\"\n\
         [stay]\ntitle = \"Stay\"\nwhile = \"you read\"\nlimit = \"a decade\"\nthen = \"anonymise\"\n",
    ),
    (
        "activities/selling.toml",
        "title = \"Selling\"\nsubject-groups = [\"buyers\"]\n\
         [purposes.sell]\ntitle = \"sell things\"\nlegal-bases = [\"contract\", \"interest\"]\nincludes = [\"pack\", \"send\"]\n\
         [data.names]\ncategories = [\"names\"]\nsources = [\"data-subject\"]\nretention = [\"years\"]\n",
    ),
    (
        "activities/counting.toml",
        "title = \"Counting\"\nsubject-groups = [\"buyers\", \"readers\"]\n\
         [purposes.count]\ntitle = \"count visits\"\nlegal-bases = [\"interest\"]\n\
         [data.visits]\ncategories = [\"visits\"]\nsources = [\"observed\"]\nretention = [\"stay\"]\n",
    ),
];

const NOTICE: &str = "title = \"Privacy\"\nsubject-groups = [\"buyers\", \"readers\"]\ngroup-headings = \"lettered\"\n\
     [sections.purposes]\nshown-as = \"table\"\n[sections.retention]\nshown-as = \"table\"\n\
     [statements.asked]\nsection = \"retention\"\ntext = \"Ask us for more.\"\n";

/// The pages of a notice, and what of its Markdown twin stands in a section.
fn pages() -> crate::planted::Pages {
    let mut loaded = Loaded::default();
    for (file, text) in RECORDS {
        loaded.add(file, text.to_owned());
    }
    loaded.add("notices/privacy.toml", NOTICE.to_owned());
    let reading = Reading::of_loaded(loaded);
    assert!(!reading.is_broken(), "{:?}", reading.diagnostics);
    render(&reading)
}

#[track_caller]
fn assert_has(page: &str, parts: &[&str]) {
    for part in parts {
        assert!(page.contains(part), "`{part}` is not in\n{page}");
    }
}

#[test]
fn purposes_stand_in_one_table_with_whom_they_concern() {
    let page = &pages()["public/privacy.md"];
    assert_has(
        page,
        &[
            "| What for | Legal basis | For whom |",
            "| sell things. This includes that we pack and send. | One or more of these bases: (1) a contract with you",
            "keep our contract. (2) legitimate interests (Article 6(1)(f) GDPR). Our interest is to know our readers. | Buyers |",
            "| count visits | legitimate interests (Article 6(1)(f) GDPR). Our interest is to know our readers. | everybody |",
        ],
    );
    assert!(!page.contains("(A) Buyers"), "{page}");
}

#[test]
fn time_limits_stand_in_one_table_and_statements_behind_it() {
    let page = &pages()["public/privacy.md"];
    assert_has(
        page,
        &[
            "| Data | How long | Why, and what happens then | For whom |",
            "| names | typically two years after the last order | We need them this long to answer claims. \
             After that we keep what we need to count orders and pay taxes. \
             We keep them longer if a claim is open or a court asks. Then we erase them. | Buyers |",
            "| visits | while you read | We never keep them longer than a decade. Then we make them anonymous. | Buyers |",
            // All that there is about a group is "your data".
            "| your data | while you read | We never keep them longer than a decade. Then we make them anonymous. | Readers |",
            "Ask us for more.",
        ],
    );
}

#[test]
fn a_page_for_one_group_needs_no_column_for_groups() {
    let pages = pages();
    let page = &pages["public/privacy/readers.html"];
    assert_has(page, &["<td data-label=\"What for\">count visits</td>", "while you read"]);
    assert!(!page.contains("For whom") && !page.contains("sell things"), "{page}");
}
