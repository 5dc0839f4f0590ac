//! Several notices from one register: each speaks to its groups, and of its product.

use ropa::load::Loaded;
use ropa::reading::Reading;

use crate::planted::{Pages, public, render};

const RECORDS: [(&str, &str); 7] = [
    ("controllers.toml", "[shop]\nname = 'Shop Ltd'"),
    ("subject-groups.toml", "[buyers]\nname = 'Buyers'\n[applicants]\nname = 'Applicants'"),
    (
        "notices.toml",
        "[web]\ntitle = 'All of the shop'\nsubject-groups = ['buyers']
        [jobs]\ntitle = 'Jobs'\nsubject-groups = ['applicants']
        [app]\ntitle = 'The app'\nsubject-groups = ['buyers']\nactivities = ['app-use', 'mailings']",
    ),
    ("data-categories.toml", "[contact]\nname = 'contact details'"),
    ("cookies.toml", "[tracker]\nname = 'tracker'\nactivity = 'app-use'"),
    ("retention.toml", "[month]\ntitle = 'Month'\nperiod = 'P1M'"),
    (
        "activities.toml",
        r"
        [orders]
        title = 'Orders'
        subject-groups = ['buyers']
        purposes.a = { title = 'deliver orders' }
        data.a = { categories = ['contact'] }

        [app-use]
        title = 'App'
        subject-groups = ['buyers']
        purposes.a = { title = 'run the app' }
        data.a = { categories = ['contact'], retention = ['month'] }

        [mailings]
        title = 'Mailings'
        subject-groups = ['buyers', 'applicants']
        purposes.a = { title = 'write to buyers', subject-groups = ['buyers'] }
        purposes.b = { title = 'write to applicants', subject-groups = ['applicants'] }
        ",
    ),
];

fn pages() -> Pages {
    let mut loaded = Loaded::default();
    for (path, text) in RECORDS {
        loaded.add(path, text.to_owned());
    }
    let reading = Reading::of_loaded(loaded);
    assert_eq!(reading.diagnostics, []);
    render(&reading)
}

#[test]
fn each_notice_tells_what_concerns_its_groups_and_its_product() {
    let pages = public(&pages());
    for (notice, told, untold) in [
        (
            "web",
            &["deliver orders", "run the app", "write to buyers", "tracker", "one month"][..],
            &["write to applicants"][..],
        ),
        ("app", &["run the app", "write to buyers", "tracker", "one month"], &["deliver orders", "to applicants"]),
        ("jobs", &["write to applicants"], &["deliver orders", "run the app", "to buyers", "tracker", "one month"]),
    ] {
        for form in [".html", ".md", ".json", ".fragment.html"] {
            let text = pages[&format!("public/{notice}{form}")].replace("P1M", "one month");
            for words in told {
                assert!(text.contains(words), "{notice}{form} does not tell: {words}");
            }
            for words in untold {
                assert!(!text.contains(words), "{notice}{form} tells: {words}");
            }
        }
    }
    // A group has a page in each notice that speaks to it, and in no other.
    let of_buyers: Vec<&String> = pages.keys().filter(|route| route.ends_with("/buyers.html")).collect();
    assert_eq!(of_buyers, ["public/app/buyers.html", "public/web/buyers.html"]);
    let index = &pages["public/index.html"];
    for (href, title) in [("web.html", "All of the shop"), ("jobs.html", "Jobs"), ("app.html", "The app")] {
        assert!(index.contains(&format!("<a href=\"{href}\">{title}</a>")), "{index}");
    }
}

#[test]
fn the_register_says_to_what_a_notice_is_restricted() {
    let pages = pages();
    assert!(pages["internal/notices/app.html"].contains("../activities/app-use.html"));
    assert!(pages["internal/activities/app-use.html"].contains("../notices/app.html"));
}

#[test]
fn the_example_has_notices_for_several_audiences() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("registry");
    let pages = render(&Reading::of_folder(&folder, "registry").unwrap());
    let applicants = &pages["public/applicants.html"];
    assert!(applicants.contains("read your application") && !applicants.contains("newsletter"));
    let website = &pages["public/website.html"];
    assert!(website.contains("newsletter") && !website.contains("read your application"));
}
