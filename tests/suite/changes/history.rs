//! A registry with a written history: what each commit changed, in words.

use serde_json::Value;

use crate::program::ropa;
use crate::repository::Repository;

const BASE: [(&str, &str); 12] = [
    ("registry.toml", "title = \"Shop\"\nlanguage = \"en\"\ndefault-controller = \"shop\"\n"),
    (
        "controllers/shop.toml",
        "name = \"Shop Ltd\"\nemail = \"privacy@shop.example\"\n\n[address]\nlines = [\"Street 1\"]\ncity = \"Helsinki\"\ncountry = \"FI\"\n",
    ),
    (
        "subject-groups.toml",
        "[customers]\nname = \"Customers\"\nsingular = \"a customer\"\n\n[visitors]\nname = \"Visitors\"\nsingular = \"a visitor\"\n",
    ),
    (
        "data-categories.toml",
        "[contact]\nname = \"contact details\"\nitems = [\"your name\", \"your e-mail address\"]\n\n[billing]\nname = \"billing details\"\n\n[wishes]\nname = \"special wishes\"\n",
    ),
    (
        "legal-bases.toml",
        "[contract]\ntitle = \"Contract with the customer\"\narticle = \"6(1)(b)\"\n\n[interest]\ntitle = \"Interest in selling\"\narticle = \"6(1)(f)\"\ninterests = [\"tell customers about new goods\"]\n\n[consent]\ntitle = \"Consent to letters\"\narticle = \"6(1)(a)\"\n",
    ),
    (
        "retention.toml",
        "[accounting]\ntitle = \"Accounting\"\nperiod = \"P7Y\"\nfrom = \"the end of the year\"\n\n[short]\ntitle = \"Short\"\nperiod = \"P6M\"\n",
    ),
    (
        "processors/host.toml",
        "name = \"Host Oy\"\ncountry = \"FI\"\nservices = [\"hosting\"]\n\n[contract]\nsigned = 2025-01-01\n",
    ),
    (
        "processors/mail.toml",
        "name = \"Example Mail Inc.\"\ncountry = \"US\"\nservices = [\"sending of letters\"]\n\n[transfers.us]\ncountries = [\"US\"]\nmechanisms = [\"scc\"]\n",
    ),
    ("recipients.toml", "[bank]\nname = \"A Bank\"\nkind = \"financial-organisation\"\ncountries = [\"FI\"]\n"),
    (
        "activities/newsletter.toml",
        "title = \"Newsletter\"\nsubject-groups = [\"customers\", \"visitors\"]\nowner = \"Marketing\"\nretention = [\"short\"]\n\n[purposes.letters]\ntitle = \"send you our newsletter\"\nlegal-bases = [\"consent\"]\n\n[data.address]\ncategories = [\"contact\"]\nsources = [\"data-subject\"]\n\n[disclosures.host]\nheading = \"Hosting\"\nrecipients = [\"host\"]\nsubject-groups = [\"customers\"]\n",
    ),
    (
        "activities/billing.toml",
        "title = \"Billing\"\nsubject-groups = [\"customers\"]\nowner = \"Finance\"\n\n[purposes.bills]\ntitle = \"send you bills\"\nlegal-bases = [\"contract\"]\n\n[data.bills]\ncategories = [\"billing\"]\nsources = [\"data-subject\"]\nretention = [\"accounting\"]\n\n[disclosures.bank]\nrecipients = [\"bank\", \"host\"]\n",
    ),
    (
        "notices/website.toml",
        "title = \"Privacy notice\"\ncontroller = \"shop\"\nsubject-groups = [\"customers\", \"visitors\"]\nupdated = 2026-01-01\n",
    ),
];

/// One commit: what it changes, and what is said of it.
type Step = (&'static str, &'static [Act], &'static [&'static str]);

/// Something that is done to the files: paths and texts.
enum Act {
    Edit(&'static str, &'static str, &'static str),
    Write(&'static str, &'static str),
    Move(&'static str, &'static str),
    Remove(&'static str),
}

use Act::{Edit, Move, Remove, Write};

impl Act {
    fn on(&self, repository: &Repository) {
        match self {
            Edit(path, from, to) => {
                repository.edit(path, from, to);
            }
            Write(path, text) => {
                repository.write(path, text);
            }
            Move(from, to) => {
                std::fs::create_dir_all(repository.path().join(to).parent().unwrap()).unwrap();
                repository.git(&["mv", from, to]);
            }
            Remove(path) => {
                repository.remove(path);
            }
        }
    }
}

pub const LETTER: &str = "registry/activities/newsletter.toml";
pub const BILL: &str = "registry/activities/billing.toml";

/// Nothing changed in meaning.
const SILENCE: &[&str] = &[];

fn steps() -> Vec<Step> {
    vec![
        (
            "a recipient outside the EEA",
            &[Edit(LETTER, "[\"host\"]", "[\"host\", \"mail\"]")],
            &[
                "Newsletter",
                "A recipient outside the EEA was added for customers (Example Mail Inc., United States, standard contractual clauses, Article 46(2)(c)) (Articles 13(1)(e), 14(1)(e), 30(1)(d))",
            ],
        ),
        (
            "a longer time limit",
            &[Edit("registry/retention.toml", "P7Y", "P10Y")],
            &[
                "Billing",
                "Kept three years longer: billing details, ten years in place of seven years (Articles 13(2)(a), 14(2)(a), 30(1)(f))",
            ],
        ),
        (
            "comments and spaces",
            &[Write(
                "registry/retention.toml",
                "# Rules\n\n[accounting]\nfrom   = \"the end of the year\" # of the firm\ntitle  = \"Accounting\"\nperiod = \"P10Y\"\n\n[short]\ntitle = \"Short\"\nperiod = \"P6M\"\n",
            )],
            SILENCE,
        ),
        ("the same period in months", &[Edit("registry/retention.toml", "P10Y", "P120M")], SILENCE),
        (
            "another time limit for a row",
            &[Edit(BILL, "[\"accounting\"]", "[\"short\"]")],
            &["Kept nine years and six months shorter: billing details"],
        ),
        (
            "a new purpose",
            &[Edit(
                LETTER,
                "[data.address]",
                "[purposes.profiles]\ntitle = \"learn what you like\"\nlegal-bases = [\"interest\"]\nsubject-groups = [\"customers\"]\n\n[data.address]",
            )],
            &[
                "Newsletter",
                "A purpose was added for customers: learn what you like, resting on Interest in selling (Articles 13(1)(c), 14(1)(c), 30(1)(b), 6(1))",
            ],
        ),
        (
            "another legal basis",
            &[Edit(LETTER, "[\"consent\"]", "[\"interest\"]")],
            &["To send you our newsletter rests on Interest in selling in place of Consent to letters"],
        ),
        (
            "the ground of a shared basis",
            &[Edit("registry/legal-bases.toml", "6(1)(b)", "6(1)(c)")],
            &["Billing", "Contract with the customer rests on Article 6(1)(c) in place of Article 6(1)(b)"],
        ),
        (
            "more data",
            &[Edit(LETTER, "[\"contact\"]", "[\"contact\", \"wishes\"]")],
            &["More data are processed for customers and visitors: special wishes"],
        ),
        (
            "a special category",
            &[Edit("registry/data-categories.toml", "\"special wishes\"", "\"special wishes\"\nspecial = \"health\"")],
            &["Newsletter", "special wishes: now a special category of Article 9(1), health (Article 9(1))"],
        ),
        (
            "a processor in another country",
            &[Edit("registry/processors/host.toml", "\"FI\"", "\"IN\"")],
            &["Billing and Newsletter", "Host Oy is in India now, outside the EEA, before in Finland"],
        ),
        (
            "a moved file",
            &[Move(BILL, "registry/activities/money.toml")],
            &["In the register only", "Billing (activity): the id is money, it was billing"],
        ),
        ("a moved folder", &[Move("registry/activities/money.toml", "registry/activities/sales/money.toml")], SILENCE),
        (
            "a renamed record and its references",
            &[
                Edit("registry/data-categories.toml", "[contact]", "[contact-details]"),
                Edit(LETTER, "\"contact\"", "\"contact-details\""),
            ],
            &["In the register only", "the id is contact-details, it was contact"],
        ),
        ("a renamed row", &[Edit(LETTER, "[purposes.letters]", "[purposes.send]")], SILENCE),
        (
            "automated decisions",
            &[Edit(
                LETTER,
                "[data.address]",
                "[automated-decisions]\nused = true\ndecision = \"who gets an offer\"\n\n[data.address]",
            )],
            &[
                "Decisions are now made by automated means alone for customers and visitors (Articles 22, 13(2)(f), 14(2)(g), 22(1))",
            ],
        ),
        (
            "profiling",
            &[Edit(LETTER, "[data.address]", "[profiling]\nused = true\n\n[data.address]")],
            &["Profiles are now made for customers and visitors"],
        ),
        (
            "another owner",
            &[Edit(LETTER, "\"Marketing\"", "\"Sales\"")],
            &["In the register only", "Newsletter", "Owner: “Sales”, before “Marketing”"],
        ),
        (
            "a source",
            &[Edit(LETTER, "[\"data-subject\"]", "[\"data-subject\", \"observed\"]")],
            &["contact details and special wishes: these data now also come from observed"],
        ),
        (
            "a group",
            &[Edit("registry/activities/sales/money.toml", "[\"customers\"]", "[\"customers\", \"visitors\"]")],
            &["Billing", "It now concerns visitors too"],
        ),
        (
            "a contact of the controller",
            &[Edit("registry/controllers/shop.toml", "privacy@", "data@")],
            &["Shop Ltd (controller)", "E-mail address: “data@shop.example”, before “privacy@shop.example”"],
        ),
        (
            "a key without a sentence of its own",
            &[Edit(LETTER, "heading = \"Hosting\"", "heading = \"Hosting\"\ntold-before = \"always\"")],
            &["Whether people are told before (Hosting): always (new)"],
        ),
        (
            "another footing of transfers",
            &[Edit("registry/processors/mail.toml", "[\"scc\"]", "[\"dpf\"]")],
            &[
                "Newsletter",
                "The transfers to Example Mail Inc. (United States) rest on EU-US Data Privacy Framework, Article 45 now, no longer on standard contractual clauses, Article 46(2)(c)",
            ],
        ),
        (
            "a new activity",
            &[Write(
                "registry/activities/support.toml",
                "title = \"Support\"\nsubject-groups = [\"customers\"]\n\n[purposes.help]\ntitle = \"answer your questions\"\n",
            )],
            &["Support", "New activity for customers: Support. It serves to answer your questions"],
        ),
        (
            "an activity that ended",
            &[Remove("registry/activities/support.toml")],
            &["The activity Support is no longer there"],
        ),
        (
            "a recipient less",
            &[Edit("registry/activities/sales/money.toml", "[\"bank\", \"host\"]", "[\"host\"]")],
            &["A recipient no longer receives data"],
        ),
        (
            "defaults of the registry",
            &[Edit(
                "registry/registry.toml",
                "default-controller = \"shop\"\n",
                "default-controller = \"shop\"\n\n[activity-defaults]\nretention = [\"accounting\"]\n",
            )],
            &["Billing", "Retention: Accounting (new)"],
        ),
        ("another registry folder", &[Move("registry", "privacy")], SILENCE),
    ]
}

pub fn base() -> Repository {
    let repository = Repository::new();
    for (path, text) in BASE {
        repository.write(&format!("registry/{path}"), text);
    }
    repository.commit("2026-01-01");
    repository
}

/// The whole history in a repository, and what is said of it.
pub fn written() -> (Repository, Vec<&'static str>) {
    let repository = base();
    let mut told = Vec::new();
    for (at, (_, acts, words)) in steps().into_iter().enumerate() {
        acts.iter().for_each(|act| act.on(&repository));
        repository.commit(&format!("2026-02-{:02}", at % 28 + 1));
        told.extend(words);
    }
    (repository, told)
}

#[test]
fn each_commit_is_told_in_words() {
    let repository = base();
    let steps = steps();
    assert!(steps.len() >= 25, "{}", steps.len());
    let mut wrong: Vec<String> = Vec::new();
    for (at, (what, acts, words)) in steps.iter().enumerate() {
        acts.iter().for_each(|act| act.on(&repository));
        let folder = if repository.path().join("registry").exists() { "registry" } else { "privacy" };
        let diff = |arguments: &[&str]| {
            let ran = repository.ropa(&[&["diff", "--registry", folder], arguments].concat()).done();
            assert!(!ran.out.contains("[["), "{what}: {}", ran.out);
            ran.out
        };
        // The same before the commit and after it.
        let open = diff(&[]);
        repository.commit(&format!("2026-02-{:02}", at % 28 + 1));
        let told = diff(&["HEAD~1", "HEAD"]);
        let body = |text: &str| text.split_once("\n\n").unwrap().1.to_owned();
        assert_eq!(body(&open), body(&told), "{what}");
        for words in words.iter().filter(|words| !told.contains(**words)) {
            wrong.push(format!("{what}: `{words}` is not in\n{told}"));
        }
        if words.is_empty() != told.contains("Nothing changed in meaning") {
            wrong.push(format!("{what}: {told}"));
        }
        assert!(diff(&[]).contains("Nothing changed in meaning"), "{what}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // All of it at once, backwards too.
    let first = repository.git(&["rev-list", "--max-parents=0", "HEAD"]);
    for states in [[first.as_str(), "HEAD"], ["HEAD", first.as_str()]] {
        let told = repository.ropa(&["diff", "--registry", "privacy", states[0], states[1]]).done().out;
        assert!(told.contains("Newsletter") && told.contains("Billing"), "{told}");
    }
}

#[test]
fn words_are_those_of_the_register() {
    let repository = base();
    repository.write(
        "registry/processors/mail.toml",
        &repository
            .read("registry/processors/mail.toml")
            .replace("country = \"US\"", "country = \"US\"\nlocations = [\"US\"]"),
    );
    repository.write(
        "registry/data-categories.toml",
        &(repository.read("registry/data-categories.toml")
            + "\n[sick]\nname = \"data on sick leave\"\nspecial = \"health\"\n"),
    );
    repository.edit(LETTER, "[\"data-subject\"]", "[\"data-subject\"]\nrequired = \"voluntary\"");
    repository.edit(LETTER, "[\"host\"]", "[\"host\", \"mail\"]\nonly-necessary = true");
    repository.edit(BILL, "[purposes.bills]", "[dpia]\nneeded = false\n\n[purposes.bills]");
    let notice = "registry/notices/website.toml";
    repository.write(notice, &(repository.read(notice) + "\n[changes]\nmaterial = \"by e-mail\"\n\n[statements.sale]\nsection = \"purposes\"\ntext = \"We do not sell your data.\"\n"));
    repository.commit("2026-02-01");
    repository.edit(LETTER, "[\"contact\"]", "[\"contact\", \"sick\"]");
    repository.edit(LETTER, "\"voluntary\"", "\"to-enter-contract\"").edit(
        LETTER,
        "only-necessary = true",
        "only-necessary = false",
    );
    repository.edit(LETTER, "send you our newsletter", "tell you what is new");
    repository.edit(BILL, "needed = false", "needed = true").edit(
        BILL,
        "[\"bank\", \"host\"]",
        "[\"bank\", \"host\", \"new\"]",
    );
    repository.write("registry/processors/new.toml", "name = \"New AB\"\ncountry = \"SE\"\n");
    repository.edit("registry/processors/mail.toml", "country = \"US\"", "country = \"IN\"").edit(
        "registry/processors/mail.toml",
        "locations = [\"US\"]",
        "locations = [\"IN\"]",
    );
    repository.edit("registry/processors/host.toml", "services =", "sub-processors = [\"new\"]\nservices =");
    repository.edit(
        "registry/subject-groups.toml",
        "singular = \"a visitor\"",
        "singular = \"a visitor\"\nchildren = true",
    );
    repository.edit(notice, "by e-mail", "by nothing").edit(notice, "We do not sell", "We sell");
    let told = repository.ropa(&["diff"]).done().out;
    for words in [
        "data on sick leave (special category of Article 9(1): health)",
        "Whether data must be given (contact details and data on sick leave): yes, to enter into a contract, before no",
        "Whether only what is necessary is disclosed (Hosting): no, before yes",
        "A purpose reads “tell you what is new” now, before “send you our newsletter”",
        "Whether an impact assessment is needed: yes, before no",
        "Example Mail Inc. is in India now, before in the United States",
        "Host Oy engages a new sub-processor: New AB, Sweden",
        "Children are now among visitors",
        "Material changes are announced: “by nothing”, before “by e-mail”",
        "A statement reads “We sell your data.” now, before “We do not sell your data.”",
    ] {
        assert!(told.contains(words), "`{words}` is not in\n{told}");
    }
    // Each fact once.
    assert_eq!(told.matches("India").count(), 1, "{told}");
    assert!(!told.contains("New processor"), "{told}");
    repository.commit("2026-02-02");
    repository.edit("registry/data-categories.toml", "\"health\"", "\"genetic\"");
    let told = repository.ropa(&["diff"]).done().out;
    let words = "data on sick leave: another special category of Article 9(1), genetic data in place of health";
    assert!(told.contains(words), "{told}");
}

#[test]
fn changes_of_an_activity_stand_by_the_people_whom_they_concern() {
    let repository = base();
    repository.edit(LETTER, "[\"host\"]", "[\"host\", \"mail\"]").edit(LETTER, "send you our", "bring you our");
    repository.edit(LETTER, "\"Marketing\"", "\"Sales\"");
    let told = repository.ropa(&["diff"]).done().out;
    let part = told.split_once("Newsletter\n").unwrap().1;
    assert!(part.starts_with("  Concerning customers:\n  - A recipient outside"), "{told}");
    assert!(part.contains("\n  Concerning customers and visitors:\n  - A purpose reads"), "{told}");
    // What only the register says has no readers to speak of.
    assert!(told.contains("Newsletter\n  - Owner"), "{told}");
    assert!(!told.contains("; concerns"), "{told}");
    let html = repository.ropa(&["diff", "--format", "html"]).done().out;
    assert!(html.contains("<h3>Newsletter</h3>\n<h4>Concerning customers:</h4>\n<ul>"), "{html}");
    let markdown = repository.ropa(&["diff", "--format", "markdown"]).done().out;
    assert!(markdown.contains("**Newsletter**\n\nConcerning customers:\n\n- "), "{markdown}");
}

#[test]
fn what_stands_in_both_parents_of_a_merge_is_told_against_each() {
    let repository = base();
    repository.git(&["switch", "--quiet", "--create", "topic"]);
    repository.edit(LETTER, "\"Marketing\"", "\"Sales\"");
    repository.commit("2026-02-01");
    repository.git(&["switch", "--quiet", "main"]);
    repository.edit(BILL, "\"Finance\"", "\"Treasury\"");
    repository.commit("2026-02-02");
    repository.git_on("2026-02-03", &["merge", "--quiet", "--no-ff", "topic"]);
    let against = |parent: &str| repository.ropa(&["diff", parent, "HEAD"]).done().out;
    let (first, second) = (against("HEAD^1"), against("HEAD^2"));
    assert!(first.contains("“Sales”") && !first.contains("“Treasury”"), "{first}");
    assert!(second.contains("“Treasury”") && !second.contains("“Sales”"), "{second}");
}

#[test]
fn a_branch_is_compared_with_where_it_left_the_other() {
    let repository = base();
    let start = repository.git(&["rev-parse", "HEAD"]);
    repository.git(&["switch", "--quiet", "--create", "topic"]);
    repository.edit(LETTER, "\"Marketing\"", "\"Sales\"").commit("2026-02-01");
    repository.git(&["switch", "--quiet", "main"]);
    repository.edit("registry/retention.toml", "P7Y", "P10Y").commit("2026-02-02");
    repository.git(&["switch", "--quiet", "topic"]);
    assert!(repository.ropa(&["diff", "main"]).done().out.contains("Kept three years shorter"), "two states");
    let from = format!("From commit {} of 2026-01-01", &start[..12]);
    for arguments in [["diff", "--merge-base", "main"], ["diff", "--merge-base", "main...topic"]] {
        let told = repository.ropa(&arguments).done().out;
        assert!(told.contains(&from) && told.contains("“Sales”") && told.contains("One change,"), "{told}");
    }
    repository.edit(BILL, "\"Finance\"", "\"Treasury\"");
    assert!(repository.ropa(&["diff", "--merge-base", "main"]).done().out.contains("“Treasury”"), "as the files are");
    for range in ["main...", "main...topic", "main...HEAD"] {
        let told = repository.ropa(&["diff", range]).done().out;
        assert!(told.contains(&from) && told.contains("“Sales”") && !told.contains("“Treasury”"), "{told}");
    }
    assert!(repository.ropa(&["diff", "topic...main"]).done().out.contains("Kept three years longer"));
    repository.ropa(&["diff", "main...topic", "HEAD"]).refused("names both states");
    repository.ropa(&["diff", "main...topik"]).refused("did you mean `topic`?");
    repository.commit("2026-02-03");
    repository.git(&["switch", "--quiet", "--orphan", "other"]);
    repository.git(&["commit", "--quiet", "--allow-empty", "--message", "nothing"]);
    repository.ropa(&["diff", "--merge-base", "main"]).refused("have no commit in common");
}

#[test]
fn another_id_is_one_change_whoever_names_the_record() {
    let repository = base();
    repository.git(&["mv", "registry/processors/host.toml", "registry/processors/servers.toml"]);
    repository.edit(LETTER, "\"host\"", "\"servers\"").edit(BILL, "\"host\"", "\"servers\"");
    let told = repository.ropa(&["diff"]).done().out;
    assert!(told.contains("the id is servers, it was host") && told.contains("\nOne change, "), "{told}");
    let help = repository.ropa(&["diff", "--help"]).done().out;
    assert!(help.contains("Another id of a record is one change"), "{help}");
}

#[test]
fn a_dirty_tree_counts_as_it_is() {
    let repository = base();
    repository.write("registry/activities/support.toml", "title = \"Support\"\n");
    repository.edit(BILL, "\"Finance\"", "\"Treasury\"");
    repository.git(&["add", BILL]);
    repository.edit(BILL, "\"Treasury\"", "\"Board\"");
    let told = repository.ropa(&["diff"]).done().out;
    for words in ["New activity: Support", "“Board”, before “Finance”", "2 changes, 1 of them in the register only"]
    {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert_eq!(repository.git(&["status", "--porcelain"]).lines().count(), 2, "nothing was written");
}

#[test]
fn a_registry_that_is_gone_or_new_is_told() {
    let repository = base();
    let before = repository.git(&["rev-parse", "HEAD"]);
    repository.remove("registry").write("README", "");
    let gone = repository.ropa(&["diff"]).done().out;
    for words in ["There was no registry in the files as they are", "The activity Billing is no longer there"] {
        assert!(gone.contains(words), "{words}: {gone}");
    }
    repository.commit("2026-02-01");
    let new = repository.ropa(&["diff", "HEAD", &before]).done().out;
    assert!(new.contains("New activity for customers: Billing"), "{new}");
    repository.ropa(&["diff", "HEAD"]).refused("there is no registry in commit");
}

#[test]
fn what_cannot_be_read_is_left_out_and_said() {
    let repository = base();
    repository.write(BILL, "title = \"Billing\nowner = 1\n");
    repository.commit("2026-02-01");
    repository.write(BILL, "title = \"Billing\"\nowner = \"Board\"\n");
    repository.edit(LETTER, "\"Marketing\"", "\"Sales\"");
    let told = repository.ropa(&["diff"]).done().out;
    assert!(told.contains("activities/billing.toml could not be read as it was before"), "{told}");
    assert!(told.contains("“Sales”") && !told.contains("“Board”"), "{told}");
    // Keys that were written before the format knew others are compared by their names.
    repository.write(BILL, "title = \"Billing\"\nlawful-basis = \"consent\"\n").commit("2026-02-02");
    repository.write(BILL, "title = \"Billing\"\n");
    let told = repository.ropa(&["diff"]).done().out;
    assert!(told.contains("Lawful basis: no longer “consent”"), "{told}");
}

#[test]
fn shallow_clones_say_how_to_get_more() {
    let repository = base();
    repository.edit(BILL, "\"Finance\"", "\"Treasury\"").commit("2026-02-01");
    let shallow = Repository::shallow(&repository, 1);
    shallow.ropa(&["diff", "HEAD~1"]).refused("git fetch --unshallow");
    assert!(shallow.ropa(&["diff"]).done().out.contains("Nothing changed in meaning"));
}

#[test]
fn a_comment_fits_and_hides_what_is_internal() {
    let repository = base();
    for number in 0..400 {
        let hostile = "@everyone <img src=x> see #1 https://evil.example </details>".repeat(4);
        let text =
            format!("title = \"A {number} {hostile}\"\nowner = \"{hostile}\"\n\n[purposes.p]\ntitle = \"{hostile}\"\n");
        repository.write(&format!("registry/activities/a-{number}.toml"), &text);
    }
    repository.edit(BILL, "\"Finance\"", "\"Treasury\"");
    let comment = repository.ropa(&["diff", "--format", "markdown"]).done().out;
    assert!(comment.chars().count() < 65_536, "{}", comment.len());
    assert!(comment.starts_with("<!-- ropa diff -->\n"));
    assert!(comment.contains("The rest does not fit"), "{}", &comment[comment.len() - 300..]);
    assert_eq!(comment.replace("\\<", "").matches("</details>").count(), 1);
    assert!(!comment.contains("@everyone") && !comment.contains(" <img") && !comment.contains("https://"));
}

#[test]
fn programs_get_what_the_schema_says() {
    let repository = base();
    repository.edit(LETTER, "[\"host\"]", "[\"host\", \"mail\"]");
    repository.remove(BILL);
    let schema: Value = serde_json::from_str(&repository.ropa(&["schema", "diff"]).done().out).unwrap();
    let answer: Value = serde_json::from_str(&repository.ropa(&["diff", "--format", "json"]).done().out).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(validator.is_valid(&answer), "{:?}", validator.validate(&answer).err());
    let change =
        answer["changes"].as_array().unwrap().iter().find(|one| one["record"] == "activities/newsletter").unwrap();
    assert_eq!(change["key"], "disclosures.*.recipients");
    assert_eq!(change["after"], "mail");
    assert_eq!(change["activities"][0]["groups"], serde_json::json!(["customers"]));
    let html = repository.ropa(&["diff", "--format", "html"]).done().out;
    assert!(html.contains("<h3>Newsletter</h3>") && html.starts_with("<!doctype html>"), "{html}");
}

#[test]
fn the_same_states_make_the_same_bytes() {
    let repository = base();
    repository.edit(LETTER, "[\"host\"]", "[\"mail\"]").edit("registry/retention.toml", "P7Y", "P1Y");
    repository.commit("2026-02-01");
    let told = || repository.ropa(&["diff", "HEAD~1", "HEAD", "--format", "json"]).done().out;
    assert_eq!(told(), told());
    let below = ropa(&repository.path().join("registry/activities"), &["diff", "HEAD~1", "HEAD"]).done().out;
    assert_eq!(below, repository.ropa(&["diff", "HEAD~1", "HEAD"]).done().out);
}
