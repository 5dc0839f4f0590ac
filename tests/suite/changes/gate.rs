//! `ropa diff --deny material`: whether people hear of changes in time.

use serde_json::Value;

use super::history::base;
use crate::repository::Repository;

const NOTICE: &str = "registry/notices/website.toml";
const LETTER: &str = "registry/activities/newsletter.toml";
const RULES: &str = "registry/retention.toml";

/// The base with something material, and another change.
fn longer(change: impl FnOnce(&Repository)) -> Repository {
    let repository = base();
    repository.edit(RULES, "P6M", "P9M");
    change(&repository);
    repository
}

fn denied(repository: &Repository, words: &str) {
    let ran = repository.ropa(&["diff", "--deny", "material"]);
    assert_eq!(ran.code, 1, "{words}: {}{}", ran.out, ran.err);
    assert!(ran.err.contains(words), "`{words}` is not in: {}", ran.err);
}

fn passes(repository: &Repository) {
    let ran = repository.ropa(&["diff", "--deny", "material"]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
}

/// A notice that takes the place of the other.
fn moved(repository: &Repository, text: &str) {
    let now = repository.read(NOTICE).replace("updated = 2026-01-01\n", "") + text;
    repository.remove(NOTICE).write("registry/notices/site.toml", &now);
}

#[test]
fn material_changes_are_denied_until_people_have_time() {
    let repository = base();
    let notice = "registry/notices/website.toml";
    let deny = || repository.ropa(&["diff", "--deny", "material", "--as-of=2026-03-01"]);
    assert_eq!(deny().code, 0);
    repository.edit("registry/activities/newsletter.toml", "\"Marketing\"", "\"Sales\"");
    assert_eq!(deny().code, 0, "what only the register says is not material");
    repository.edit("registry/retention.toml", "P6M", "P9M");
    let denied = deny();
    assert_eq!(denied.code, 1);
    assert!(denied.err.contains("Privacy notice leaves people no time"), "{}", denied.err);
    // Another day alone leaves no time, and neither does a day on which it takes effect at once.
    repository.edit(notice, "updated = 2026-01-01", "updated = 2026-03-01");
    assert_eq!(deny().code, 1);
    repository.edit(notice, "updated = 2026-03-01", "updated = 2026-03-01\neffective = 2026-03-01");
    assert_eq!(deny().code, 1);
    repository.edit(notice, "effective = 2026-03-01", "effective = 2026-04-01");
    assert_eq!(deny().code, 0, "{}", deny().err);
    let answer: Value =
        serde_json::from_str(&repository.ropa(&["diff", "--format", "json", "--as-of=2026-03-01"]).done().out).unwrap();
    assert_eq!(answer["unannounced"], serde_json::json!([]));
    let rule = answer["changes"].as_array().unwrap().iter().find(|one| one["record"] == "retention/short").unwrap();
    assert_eq!((&rule["material"], &rule["rules"][0]), (&Value::Bool(true), &"longer-retention".into()));
    assert!(answer["duties"].as_array().unwrap().iter().any(|duty| duty["ask"] == "notice-version"));
    repository.ropa(&["diff", "--deny", "everything"]).refused("invalid value");
}

#[test]
fn another_name_of_a_notice_gives_no_time() {
    denied(&longer(|repository| moved(repository, "updated = 2026-01-01\n")), "Privacy notice leaves people no time");
    passes(&longer(|repository| moved(repository, "updated = 2026-06-01\neffective = 2026-07-01\n")));
}

#[test]
fn a_notice_that_is_gone_or_narrowed_is_still_asked() {
    let narrow = |repository: &Repository| {
        repository.edit("registry/subject-groups.toml", "[visitors]", "[partners]\nname = \"Partners\"\n\n[visitors]");
        repository.edit(NOTICE, "[\"customers\", \"visitors\"]", "[\"partners\"]");
    };
    let repository = longer(narrow);
    denied(&repository, "Privacy notice leaves people no time");
    denied(&repository, "No notice tells customers and visitors of Newsletter");
    let gone = longer(|repository| {
        repository.remove(NOTICE);
    });
    denied(&gone, "Privacy notice told people of this and is gone");
    denied(&gone, "No notice tells customers and visitors of Newsletter");
    let answer: Value = serde_json::from_str(&gone.ropa(&["diff", "--format", "json"]).done().out).unwrap();
    assert_eq!(answer["notices"], serde_json::json!([{ "id": "website", "title": "Privacy notice", "gone": true }]));
    assert_eq!(answer["unannounced"], serde_json::json!(["website"]));
    assert_eq!(answer["untold"][1]["groups"], serde_json::json!(["customers", "visitors"]));
    assert_eq!(answer["untold"][1]["told-before"], true);
    // Another that tells the same takes its place, if it leaves time itself.
    let other = "title = \"What we do with your data\"\ncontroller = \"shop\"\nupdated = 2026-06-01\n";
    gone.write("registry/notices/all.toml", other);
    denied(&gone, "is gone, and no notice that tells it now leaves them time");
    gone.write("registry/notices/all.toml", &format!("{other}effective = 2026-07-01\n"));
    passes(&gone);
    // With the registry everything is gone.
    let repository = base();
    repository.remove("registry").write("README", "");
    denied(&repository, "there is no registry after the change");
}

#[test]
fn taking_information_away_is_denied() {
    let repository = base();
    repository.edit(NOTICE, "[\"customers\", \"visitors\"]", "[\"visitors\"]");
    denied(&repository, "No notice tells customers of Billing and Newsletter any more");
    // Those who have another notice lost none.
    let other = "title = \"For customers\"\nsubject-groups = [\"customers\"]\n";
    repository.write("registry/notices/customers.toml", other);
    passes(&repository);
    repository.edit(NOTICE, "[\"visitors\"]", "[\"customers\", \"visitors\"]");
    repository.remove("registry/notices/customers.toml").remove(NOTICE);
    denied(&repository, "No notice tells customers and visitors of Newsletter any more");
    for (before, after) in [
        ("order = [\"purposes\", \"rights\"]\nupdated", "order = [\"purposes\"]\nupdated"),
        ("updated = 2026-01-01\n", ""),
        ("updated = 2026-01-01\neffective = 2026-02-01\n", "updated = 2026-01-01\n"),
    ] {
        let repository = base();
        let from = if before.starts_with("order") { "updated" } else { "updated = 2026-01-01\n" };
        repository.edit(NOTICE, from, before).commit("2026-02-01");
        repository.edit(NOTICE, before, after);
        denied(&repository, "Privacy notice leaves people no time");
    }
    // Another order of the same sections, or more of them, takes nothing away.
    let repository = base();
    repository.edit(NOTICE, "updated", "order = [\"purposes\", \"rights\"]\nupdated").commit("2026-02-01");
    repository.edit(NOTICE, "\"purposes\", \"rights\"", "\"rights\", \"purposes\", \"changes\"");
    passes(&repository);
    // A version that takes effect at once has no day of its own for that.
    let repository = base();
    repository.edit(NOTICE, "2026-01-01\n", "2026-01-01\neffective = 2026-02-01\n").commit("2026-02-01");
    repository.edit(NOTICE, "2026-01-01\neffective = 2026-02-01\n", "2026-05-28\n");
    passes(&repository);
}

#[test]
fn a_new_notice_leaves_time_if_it_takes_effect_later() {
    let staff = "title = \"Payroll\"\nsubject-groups = [\"staff\"]\n\n[purposes.pay]\ntitle = \"pay you\"\n";
    let repository = base();
    repository.edit("registry/subject-groups.toml", "[visitors]", "[staff]\nname = \"Staff\"\n\n[visitors]");
    repository.edit(NOTICE, "updated", "activities = [\"newsletter\", \"billing\"]\nupdated").commit("2026-02-01");
    let told = |dates: &str| {
        repository.write("registry/activities/payroll.toml", staff);
        let notice = format!("title = \"Staff notice\"\nsubject-groups = [\"staff\"]\n{dates}");
        repository.write("registry/notices/staff.toml", &notice);
    };
    for dates in ["", "updated = 2026-05-28\n", "updated = 2026-05-28\neffective = 2026-05-28\n"] {
        told(dates);
        denied(&repository, "Staff notice leaves people");
    }
    told("updated = 2026-05-28\neffective = 2026-05-29\n");
    passes(&repository);
    // One without days never does, whether it is new or not.
    told("");
    repository.commit("2026-03-01");
    repository.edit("registry/activities/payroll.toml", "title = \"pay you\"", "title = \"watch and judge work\"");
    denied(&repository, "Staff notice leaves people no time");
    // With the first commit of a register nothing changes of which people were told.
    let first = Repository::new();
    first.write("README", "").commit("2026-01-01");
    first.write(LETTER, &base().read(LETTER).replace("subject-groups", "# subject-groups"));
    first.write("registry/notices/website.toml", "title = \"Privacy notice\"\n");
    let ran = first.ropa(&["diff", "--deny", "material"]);
    assert!(!ran.err.contains("leaves people"), "{}", ran.err);
}

#[test]
fn people_whom_no_notice_tells_are_named() {
    let staff = "title = \"Payroll\"\nsubject-groups = [\"staff\"]\n\n[purposes.pay]\ntitle = \"pay you\"\n";
    let repository = base();
    repository.edit("registry/subject-groups.toml", "[visitors]", "[staff]\nname = \"Staff\"\n\n[visitors]");
    repository.write("registry/activities/payroll.toml", staff).commit("2026-02-01");
    let decides = format!("{staff}\n[automated-decisions]\nused = true\ndecision = \"who is paid\"\n");
    repository.write("registry/activities/payroll.toml", &decides);
    denied(&repository, "No notice tells Staff of Payroll");
    // What no notice has to tell is let through.
    let exempt = "notice-exemption = { article = \"13(4)\", reason = \"they know\" }\ntitle";
    repository.edit("registry/activities/payroll.toml", "title", exempt);
    passes(&repository);
}

#[test]
fn a_controller_concerns_the_notices_in_which_it_speaks() {
    let repository = base();
    repository.edit("registry/controllers/shop.toml", "Shop Ltd", "Store Ltd");
    denied(&repository, "Privacy notice leaves people no time");
    repository.edit(NOTICE, "updated = 2026-01-01", "updated = 2026-06-01\neffective = 2026-07-01");
    passes(&repository);
    // Its activities are told of by no notice in which it speaks.
    repository.write("registry/controllers/other.toml", "name = \"Other Ltd\"\nemail = \"privacy@other.example\"\n");
    repository.edit(LETTER, "title", "controllers = [\"other\"]\ntitle").commit("2026-02-01");
    repository.edit("registry/controllers/other.toml", "privacy@", "data@");
    denied(&repository, "No notice tells of Newsletter");
}

#[test]
fn the_promised_time_has_to_go_by() {
    let promise = |dates: &str, announced: &str| {
        let repository = base();
        let text = repository.read(NOTICE) + "\n[changes]\nannounced = \"P14D\"\n";
        repository.write(NOTICE, &text).commit("2026-02-01");
        repository.edit(RULES, "P6M", "P9M").edit(NOTICE, "updated = 2026-01-01", dates);
        repository.edit(NOTICE, "announced = \"P14D\"", announced);
        repository
    };
    let kept = "announced = \"P14D\"";
    let early = promise("updated = 2026-05-28\neffective = 2026-06-10", kept);
    denied(
        &early,
        "Privacy notice leaves people too little time: what is new takes effect on 10 June 2026, and the earliest day is 11 June 2026",
    );
    passes(&promise("updated = 2026-05-28\neffective = 2026-06-11", kept));
    // Nobody was told before today, and nobody will be before the day of the update.
    denied(&promise("updated = 2026-03-01\neffective = 2026-04-01", kept), "the earliest day is 11 June 2026");
    denied(&promise("updated = 2026-07-01\neffective = 2026-07-10", kept), "the earliest day is 15 July 2026");
    // A promise was made, whether it is kept or not.
    denied(&promise("updated = 2026-05-28\neffective = 2026-06-10", ""), "the earliest day is 11 June 2026");
    denied(
        &promise("updated = 2026-05-28\neffective = 2026-06-11", "announced = \"P1M\""),
        "the earliest day is 28 June 2026",
    );
}

#[test]
fn a_planned_version_leaves_time_too() {
    let planned = |day: &str| {
        longer(|repository| {
            let text = repository.read(NOTICE);
            let listed = format!("\n[[versions]]\nupdated = 2026-05-28\neffective = {day}\n");
            repository.write(NOTICE, &(text + &listed + "\n[[versions]]\nupdated = 2025-01-01\n"));
        })
    };
    denied(&planned("2026-05-28"), "too little time");
    passes(&planned("2026-07-01"));
    // Later the records tell it, and people have been told.
    let repository = base();
    let before = repository.read(NOTICE);
    let listed = "\n[[versions]]\nupdated = 2026-05-01\neffective = 2026-05-28\n";
    repository.write(NOTICE, &(before.clone() + listed)).commit("2026-05-01");
    repository.edit(RULES, "P6M", "P9M");
    denied(&repository, "leaves people no time");
    repository.write(NOTICE, &before.replace("2026-01-01", "2026-05-01\neffective = 2026-05-28"));
    passes(&repository);
}

#[test]
fn what_is_announced_already_may_tell_more() {
    let repository = base();
    repository.edit(RULES, "P6M", "P9M");
    repository.edit(NOTICE, "updated = 2026-01-01", "updated = 2026-05-20\neffective = 2026-06-10");
    repository.write(NOTICE, &(repository.read(NOTICE) + "\n[changes]\nannounced = \"P14D\"\n")).commit("2026-05-20");
    repository.edit(RULES, "P7Y", "P10Y");
    denied(&repository, "takes effect on 10 June 2026, and the earliest day is 11 June 2026");
    // On the day on which it was published the day on which it takes effect may still be moved.
    repository.edit(NOTICE, "2026-06-10", "2026-06-11");
    passes(&repository);
    // What is in force already cannot be put off.
    let put_off = longer(|repository| {
        repository.edit(NOTICE, "updated = 2026-01-01", "updated = 2026-01-01\neffective = 2026-07-01");
    });
    denied(&put_off, "Privacy notice leaves people no time");
}

#[test]
fn a_day_that_people_were_told_is_kept() {
    let pending = |announced: &str| {
        let repository = base();
        repository.edit(RULES, "P6M", "P9M");
        repository.edit(NOTICE, "updated = 2026-01-01", "updated = 2026-05-20\neffective = 2026-07-10");
        let changes = format!("\n[changes]\nannounced = \"{announced}\"\n");
        repository.write(NOTICE, &(repository.read(NOTICE) + &changes)).commit("2026-05-20");
        repository
    };
    let repository = pending("P14D");
    repository.edit(NOTICE, "2026-07-10", "2026-06-10");
    denied(&repository, "takes effect on 10 June 2026, and the earliest day is 11 June 2026");
    repository.edit(NOTICE, "2026-06-10", "2026-06-11");
    passes(&repository);
    repository.edit(NOTICE, "2026-06-11", "2026-07-20");
    passes(&repository);
    repository.edit(
        NOTICE,
        "updated = 2026-05-20\neffective = 2026-07-20",
        "updated = 2026-05-01\neffective = 2026-05-29",
    );
    denied(&repository, "Privacy notice leaves people no time");
    // A version that takes effect before it is published.
    let repository = base();
    repository.edit(NOTICE, "updated = 2026-01-01", "updated = 2026-06-20\neffective = 2026-06-10");
    denied(&repository, "takes effect on 10 June 2026, and the earliest day is 21 June 2026");
    // A shorter time is a promise that is dropped.
    let repository = pending("P14D");
    repository.edit(NOTICE, "2026-07-10", "2026-05-21").commit("2026-05-21");
    repository.edit(NOTICE, "P14D", "P1D");
    denied(&repository, "Privacy notice leaves people no time");
    repository.edit(NOTICE, "P1D", "P21D");
    passes(&repository);
}

#[test]
fn a_planned_version_that_is_taken_away_is_asked_for() {
    let repository = base();
    let before = repository.read(NOTICE);
    let listed = "\n[[versions]]\nupdated = 2026-05-20\neffective = 2026-07-01\n";
    repository.edit(RULES, "P6M", "P9M").write(NOTICE, &(before.clone() + listed)).commit("2026-05-20");
    repository.write(NOTICE, &before);
    denied(&repository, "Privacy notice leaves people no time");
    // Who takes back what was planned says so.
    let waiver = "\n[[waivers]]\nlint = \"not-material\"\nreason = \"The plan was dropped\"\nowner = \"Privacy\"\nexpires = 2026-12-31\n";
    repository.write(NOTICE, &(before.clone() + waiver));
    passes(&repository);
    repository.write(NOTICE, &(before.clone() + &listed.replace("2026-07-01", "2026-05-28")));
    denied(&repository, "takes effect on 28 May 2026");
    // It became the present one.
    repository.write(NOTICE, &before.replace("2026-01-01", "2026-05-20\neffective = 2026-07-01"));
    passes(&repository);
}

#[test]
fn mistakes_let_nothing_through() {
    for (path, from, to, place) in [
        (LETTER, "recipients = [\"host\"]", "recipients = \"host\"", "activities/newsletter.toml, line 16"),
        (RULES, "\"P6M\"", "99", "retention.toml, line 8"),
        (LETTER, "[\"host\"]", "[\"ghost\"]", "activities/newsletter.toml, line 16"),
        (RULES, "[short]", "[short", "retention.toml cannot be read as it is now"),
        (RULES, "[accounting]", "x = [\n[accounting]", "Line 1: "),
        (RULES, "[accounting]", "x = 1\n\n[accounting]", "retention.toml, line 1"),
    ] {
        let repository = base();
        repository.edit(path, from, to);
        denied(&repository, "the registry has mistakes after the change");
        for format in ["human", "markdown", "html"] {
            let told = repository.ropa(&["diff", "--format", format]).done().out.replace('\\', "");
            assert!(told.contains(place), "{place}: {told}");
            assert!(!told.contains("Nothing changed"), "{told}");
        }
        let answer: Value = serde_json::from_str(&repository.ropa(&["diff", "--format", "json"]).done().out).unwrap();
        let unread = answer["unread"].as_array().unwrap();
        assert!(unread.iter().all(|one| one["line"].as_u64() > Some(0) && one["before"] == false), "{to}: {answer}");
        assert_eq!(
            unread.iter().any(|one| one["whole"] == true),
            ["[short", "x = [\n[accounting]"].contains(&to),
            "{to}: {answer}"
        );
        // What was so before and is so now hides nothing.
        repository.commit("2026-02-01");
        assert!(repository.ropa(&["diff"]).done().out.contains("Nothing changed in meaning"));
        passes(&repository);
        // Neither where another line of the file changes, nor does it let anything else through.
        if place.contains(", line ") {
            repository.write(path, &(String::from("# Words.\n") + &repository.read(path)));
            passes(&repository);
        }
        repository.edit("registry/controllers/shop.toml", "privacy@", "data@");
        denied(&repository, "Privacy notice leaves people no time");
        repository.commit("2026-02-02");
        repository.edit("registry/controllers/shop.toml", "email = \"", "email = 7 # \"");
        denied(&repository, "`ropa check` lists them");
    }
}

#[test]
fn what_should_be_a_table_and_is_none_is_told() {
    let repository = base();
    let mail = "registry/processors/mail.toml";
    repository.edit(mail, "[transfers.us]", "[[transfers]]").commit("2026-02-01");
    repository.edit(mail, "[\"scc\"]", "[\"dpf\"]");
    let told = repository.ropa(&["diff"]).done().out;
    assert!(told.contains("processors/mail.toml, line 5, is not understood as it stands now"), "{told}");
    assert!(told.contains("was not understood as it stood before") && told.contains("dpf"), "{told}");
}

#[test]
fn every_form_names_the_notices_and_says_whether_they_leave_time() {
    let repository = longer(|_| {});
    let told = |words: &str| {
        for format in ["human", "markdown", "html"] {
            let told = repository.ropa(&["diff", "--format", format]).done().out;
            assert!(told.contains(words), "{format}, {words}: {told}");
        }
    };
    told("For: Privacy notice");
    told("Privacy notice leaves people no time before this takes effect");
    repository.edit(NOTICE, "updated = 2026-01-01", "updated = 2026-06-01\neffective = 2026-07-01");
    told("Privacy notice leaves people time: what is new takes effect on 1 July 2026");
    // A notice of others, which tells nothing of this, is not named.
    let other = "title = \"Notice for partners\"\nactivities = [\"billing\"]\nupdated = 2026-01-01\n";
    repository.write("registry/notices/partners.toml", other);
    assert!(!repository.ropa(&["diff", "HEAD"]).done().out.contains("For: Notice for partners"));
    repository.remove(NOTICE);
    told("No notice tells customers and visitors of Newsletter");
}

#[test]
fn many_activities_without_a_notice_are_counted() {
    let repository = base();
    for number in 0..30 {
        let text = format!("title = \"Gifts {number:02}\"\n\n[purposes.give]\ntitle = \"give\"\n");
        repository.write(&format!("registry/activities/gifts-{number:02}.toml"), &text);
    }
    denied(&repository, "No notice tells of Gifts 00, Gifts 01, Gifts 02, Gifts 03 and 26 more");
}
