//! The start page: what the register holds, and what needs attention.

use super::attention::{self, Concern};
use super::completeness_picture;
use super::composer::Composer;
use super::findings;
use crate::coverage::Coverage;
use crate::decode::{Date, Field, word};
use crate::document::{Block, Document, Section, Text};
use crate::markdown;
use crate::record::Kind;
use crate::record::legal_data::Adequacy;

/// Records shown for one concern before the rest are counted.
const SHOWN: usize = 10;

pub(super) fn document(composer: &Composer<'_>) -> Document {
    let title = composer.desk.registry.settings.title.text();
    let title = title.map_or_else(|| composer.plain("register-title"), markdown::escape);
    // What needs attention comes first: it is why people open the page.
    let mut sections = vec![found(composer), needs_attention(composer)];
    sections.extend(completeness_picture::section(composer));
    sections.extend([overviews(composer), counts(composer), settings(composer)]);
    Document { title: title.into(), lead: vec![attention::as_of(composer)], sections }
}

fn counts(composer: &Composer<'_>) -> Section {
    let row = |kind: Kind| vec![Text::from(composer.list(kind)), Text::from(composer.desk.count(kind).to_string())];
    let rows = Kind::ALL.into_iter().map(row).collect();
    let table = composer.table(&["register-kind", "register-count"], rows, "register-none");
    composer.section("records", "register-records", None, vec![table])
}

fn overviews(composer: &Composer<'_>) -> Section {
    let desk = composer.desk;
    let pages = [
        ("retention-schedule", desk.rules.len()),
        ("transfers", desk.transfers.len()),
        ("data-map", desk.count(Kind::DataCategory)),
        ("waivers", desk.waivers.len()),
        ("exemptions", desk.exemptions.len()),
    ];
    let row = |name: &str, page: &str, count: usize| {
        let link = markdown::link(name, &composer.address(&format!("{page}.html")));
        vec![Text::from(link), Text::from(count.to_string())]
    };
    let named = |(page, count): (&str, usize)| row(&composer.plain(&format!("register-{page}")), page, count);
    let mut rows: Vec<Vec<Text>> = pages.into_iter().map(named).collect();
    let missing = desk.coverage().iter().map(Coverage::missing).sum();
    rows.push(row(&composer.plain("coverage-missing-of"), "coverage", missing));
    let table = composer.table(&["register-overview", "register-count"], rows, "register-none");
    composer.section("overviews", "register-overviews", None, vec![table])
}

/// What the lints found, and how often.
fn found(composer: &Composer<'_>) -> Section {
    composer.section("findings", "register-findings", None, findings::summary(composer))
}

fn needs_attention(composer: &Composer<'_>) -> Section {
    let all = composer.desk.attention();
    let link = markdown::link(&composer.plain("register-attention-all"), &composer.address("attention.html"));
    let mut blocks = vec![Block::paragraph(
        composer.say("register-attention-count", &[("n", all.len().into()), ("list", (&link).into())]),
    )];
    for concern in Concern::ALL {
        let count = all.iter().filter(|one| one.concern == concern).count();
        if count == 0 {
            continue;
        }
        let heading = composer.plain(&format!("register-concern-{}", concern.name()));
        let heading = composer.say("register-counted", &[("what", (&heading).into()), ("n", count.into())]);
        blocks.push(composer.heading(concern.name(), heading));
        let shown = all.iter().filter(|one| one.concern == concern).take(SHOWN);
        let mut items: Vec<String> = shown.map(|one| attention::sentence(composer, one)).collect();
        if count > SHOWN {
            items.push(composer.say("register-more-in", &[("n", (count - SHOWN).into()), ("list", (&link).into())]));
        }
        blocks.push(Block::list(items));
    }
    composer.section("attention", "register-attention", None, blocks)
}

/// What holds for the registry as a whole.
fn settings(composer: &Composer<'_>) -> Section {
    let registry = composer.desk.registry;
    let settings = &registry.settings;
    let mut facts = super::facts::Facts::new(composer);
    facts.text("register-language", &settings.language);
    facts.links("register-default-controller", registry.default_controller).or_gap();
    facts.web("register-repository", &settings.repository_url);
    if let Some(defaults) = settings.activity_defaults.get() {
        let retention = defaults.retention.iter().filter_map(|id| registry.retention.find(&id.name));
        facts.links("register-default-retention", retention);
        let security = defaults.security.iter().filter_map(|id| registry.security_measures.find(&id.name));
        facts.links("register-default-security", security);
        let systems = defaults.systems.iter().filter_map(|id| registry.systems.find(&id.name));
        facts.links("register-default-systems", systems);
        facts.text("register-default-owner", &defaults.owner);
    }
    facts.lines("register-legal-data", settings.adequacy.iter().map(|row| decision(composer, &row.value)));
    facts.lines(
        "register-levels",
        settings.lints.iter().map(|row| {
            let level = composer.plain(&format!("register-level-{}", word(&row.value)));
            composer.say(
                "register-level-of",
                &[("what", (&format!("`{}`", row.key.name)).into()), ("level", (&level).into())],
            )
        }),
    );
    composer.section("settings", "register-settings", None, facts.block().into_iter().collect())
}

/// An adequacy decision that the registry adds: what it is, and where and when it was read.
fn decision(composer: &Composer<'_>, written: &Adequacy) -> String {
    let day =
        |field: &Field<Date>| field.copied().map_or_else(|| composer.gap(), |day| composer.desk.strings.date(day.0));
    let text = |field: &Field<String>| field.text().map_or_else(|| composer.gap(), |text| composer.told(text));
    let country = written.country.copied().map_or_else(|| composer.gap(), |country| composer.country(country));
    let limits = written.limits.iter().map(|limit| markdown::escape(limit));
    let ended = written
        .ended
        .copied()
        .map(|day| composer.say_one("register-own-law-ended", "date", &composer.desk.strings.date(day.0)));
    let main = composer.say(
        "register-own-law",
        &[
            ("country", (&country).into()),
            ("instrument", (&text(&written.instrument)).into()),
            ("adopted", (&day(&written.adopted)).into()),
            ("source", (&text(&written.source)).into()),
            ("read", (&day(&written.read)).into()),
        ],
    );
    composer.join(std::iter::once(main).chain(ended).chain(limits))
}
