//! Short notices of collection points.

use ropa::load::Loaded;
use ropa::reading::Reading;

use crate::planted::render;

/// A shop with an activity that people meet in a form and in a call.
const SHOP: [(&str, &str); 7] = [
    ("controllers.toml", "[shop]\nname = 'Shop Ltd'"),
    ("subject-groups.toml", "[buyers]\nname = 'Buyers'\n[staff]\nname = 'Staff'"),
    ("data-categories.toml", "[contact]\nname = 'contact details'\n[health]\nname = 'health data'"),
    (
        "legal-bases.toml",
        "[sale]\ntitle = 'Sale'\narticle = '6(1)(b)'\n[ask]\ntitle = 'Ask'\narticle = '6(1)(a)'\n[ask.consent]\nwithdraw = 'by e-mail'",
    ),
    ("notices.toml", "[web]\ntitle = 'Notice'\nurl = 'https://shop.example/privacy'\nsubject-groups = ['buyers']"),
    ("recipients.toml", "[post]\nname = 'Post'\n[court]\nname = 'courts'"),
    (
        "activities.toml",
        r#"
        [orders]
        title = 'Secret name of the activity'
        subject-groups = ['buyers', 'staff']
        purposes.sell = { title = 'deliver your order', legal-bases = ['sale'] }
        purposes.news = { title = 'send you news', legal-bases = ['ask'], condition = 'you ask for them' }
        purposes.care = { title = 'care for staff', subject-groups = ['staff'] }
        data.a = { categories = ['contact'], sources = ['data-subject'], purposes = ['sell', 'news'], required = 'contract', if-refused = 'We cannot deliver.' }
        data.b = { categories = ['health'], sources = ['data-subject'], purposes = ['care'], subject-groups = ['staff'] }
        disclosures.post = { recipients = ['post'] }
        disclosures.court = { recipients = ['court'], cases = ['a court orders it'] }
        "#,
    ),
];

fn registry_of(files: &[(&str, &str)]) -> Reading {
    let mut loaded = Loaded::default();
    for (path, text) in files {
        loaded.add(path, (*text).to_owned());
    }
    Reading::of_loaded(loaded)
}

fn short(points: &str) -> (String, serde_json::Value) {
    let mut files = SHOP.to_vec();
    files.push(("collection-points.toml", points));
    let reading = registry_of(&files);
    assert_eq!(reading.diagnostics, []);
    let pages = render(&reading);
    let html = pages["public/web/collect/order-form.fragment.html"].clone();
    (html, serde_json::from_str(&pages["public/web/collect/order-form.json"]).unwrap())
}

const FORM: &str = r"
    [secret-id]
    title = 'Order form'
    kind = 'form'
    activities = ['orders']
    collects.a = { label = 'your address', category = 'contact', mandatory = true }
    collects.b = { label = 'your telephone number', category = 'contact', mandatory = false }
";

#[test]
fn a_short_notice_escapes_addresses_as_its_notice_does() {
    let address = "us@shop.example";
    for (obfuscate, plain) in [(false, true), (true, false)] {
        let points = format!("[form]\ntitle = 'Form'\nactivities = ['orders']\nintroduction = 'Ask {address}.'");
        let notice = format!("{}\nobfuscate-email = {obfuscate}", SHOP[4].1);
        let mut files = SHOP.to_vec();
        files[4].1 = &notice;
        files.push(("collection-points.toml", &points));
        let pages = render(&registry_of(&files));
        for ending in ["fragment.html", "json"] {
            let page = &pages[&format!("public/web/collect/form.{ending}")];
            assert_eq!(page.contains(address), plain, "{ending}: {page}");
        }
        let json: serde_json::Value = serde_json::from_str(&pages["public/web/collect/form.json"]).unwrap();
        assert_eq!(json["introduction"], format!("Ask {address}."), "whoever parses it reads the address");
    }
}

#[test]
fn a_short_notice_says_what_concerns_the_point() {
    let (html, json) = short(FORM);
    for sentence in [
        "Shop Ltd is responsible for the data that you give us in this form.",
        "We use these data to deliver your order (a contract with you or the steps before it), and send you news, if you ask for them (your consent).",
        "You can withdraw your consent by e-mail.",
        "Our contract with you requires you to give us your address. If you do not: We cannot deliver.",
        "You are free to leave out your telephone number.",
        "We share the data with Post, and in some cases with others.",
        "complain to a supervisory authority",
        "in our notice “<a href=\"https://shop.example/privacy\">Notice</a>”",
    ] {
        assert!(html.contains(sentence), "{sentence}\n{html}");
    }
    // What concerns others, and what is internal, stays out.
    for other in ["staff", "health", "secret", "Secret", "court"] {
        assert!(!html.contains(other) && !json.to_string().contains(other), "{other}\n{json:#}");
    }
    assert_eq!(json["schema"], "ropa-collection-point/1");
    assert_eq!(json["groups"], serde_json::json!(["Buyers"]));
    assert_eq!(json["collects"][0]["required"], "contract");
    assert!(json["text"].as_str().unwrap().contains("[Notice](https://shop.example/privacy)"));
}

#[test]
fn a_short_notice_speaks_as_its_point_does() {
    let spoken = FORM.replace("kind = 'form'", "kind = 'call'\nnotice-from = 'by post'\nintroduction = 'Good day.'");
    let (html, _) = short(&spoken);
    assert!(html.contains("Good day.") && html.contains("in this call."), "{html}");
    // Who listens cannot follow a link, so the address is read out.
    assert!(html.contains("“Notice” at <a href=\"https://shop.example/privacy\">shop.example/privacy</a>"), "{html}");
    assert!(html.contains("You get all of it by post."), "{html}");
    let (html, _) = short(&FORM.replace("'form'", "'camera'").replace("your address", "your image"));
    assert!(html.contains("is responsible for this camera. It records your image and"), "{html}");
    assert!(!html.contains("give us") && !html.contains("leave out"), "{html}");
}

#[test]
fn what_a_notice_does_not_tell_stays_out_of_its_short_ones() {
    let exempt = SHOP[6].1.replace("[orders]", "[orders]\nnotice-exemption = { article = '14(5)(b)', reason = 'x' }");
    let mut files = SHOP.to_vec();
    files[6].1 = &exempt;
    files.push(("collection-points.toml", FORM));
    let pages = render(&registry_of(&files));
    let html = &pages["public/web/collect/order-form.fragment.html"];
    for told in ["deliver", "news", "Post"] {
        assert!(!html.contains(told), "{told}\n{html}");
    }
}

#[test]
fn the_short_notices_of_the_example_are_short() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("registry");
    let pages = render(&ropa::reading::Reading::of_folder(&folder, "registry").unwrap());
    let words = |route: &str| {
        let json: serde_json::Value = serde_json::from_str(&pages[route]).unwrap();
        json["text"].as_str().unwrap().split_whitespace().count()
    };
    assert!(words("public/website/collect/newsletter-form.json") <= 140);
    assert!(words("public/applicants/collect/application-form.json") <= 190);
    let of_activity = &pages["internal/activities/newsletter.html"];
    assert!(of_activity.contains("../collection-points/newsletter-form.html"), "the activity lists its points");
    let of_notice = &pages["internal/notices/website.html"];
    assert!(of_notice.contains("../collection-points/newsletter-form.html"), "the notice lists its points");
}
