//! The start page: what is due, what the lints found, how complete the records are, where data go, and
//! what there is. Short at any size: each table has a bound and the way to the rest.

use std::collections::{BTreeMap, BTreeSet};

use super::activity_row;
use super::attention;
use super::completeness::{self, Completeness};
use super::completeness_picture;
use super::composer::Composer;
use super::findings;
use super::subject::{OVERVIEWS, Subject};
use super::transfer;
use super::transfers;
use crate::coverage::Coverage;
use crate::decode::{Date, Field, word};
use crate::document::{Block, Cell, Document, Section, Text};
use crate::markdown;
use crate::record::Kind;
use crate::record::legal_data::Adequacy;

/// Rows of a table on the start page before the rest are counted.
const SHOWN: usize = 15;

/// Files of the internal site that hold the register for other programs, below its top.
pub const DOWNLOADS: [&str; 4] =
    ["downloads/register.xlsx", "downloads/register.ods", "downloads/register-csv.zip", "downloads/register.json"];

pub(super) fn document(composer: &Composer<'_>) -> Document {
    let title = composer.desk.registry.settings.title.text();
    let title = title.map_or_else(|| composer.plain("register-title"), markdown::escape);
    Document {
        title: title.into(),
        // The day stands in the bar above.
        lead: Vec::new(),
        // What asks for work today comes first: it is why people open the page.
        sections: vec![
            due(composer),
            found(composer),
            complete(composer),
            places(composer),
            overviews(composer),
            counts(composer),
            downloads(composer),
            settings(composer),
        ],
    }
}

/// The register as files for other programs.
fn downloads(composer: &Composer<'_>) -> Section {
    let words = ["register-download-xlsx", "register-download-ods", "register-download-csv", "register-download-json"];
    let links = DOWNLOADS.iter().zip(words);
    let links = links.map(|(file, words)| markdown::link(&composer.plain(words), &composer.address(file)));
    composer.section("downloads", "register-downloads", None, vec![Block::list(links)])
}

/// What is over or due soon, by day.
fn due(composer: &Composer<'_>) -> Section {
    let all = composer.desk.attention();
    let shown = &all[..all.len().min(SHOWN)];
    let mut blocks = vec![Block::paragraph(attention::counted(composer))];
    if !all.is_empty() {
        blocks.push(attention::table(composer, shown));
    }
    blocks.extend(more(composer, all.len(), "register-attention-all", "attention.html"));
    composer.section("attention", "register-attention", None, blocks)
}

/// How many rows are not shown, and where they are.
fn more(composer: &Composer<'_>, rows: usize, all: &str, page: &str) -> Option<Block> {
    let rest = rows.saturating_sub(SHOWN);
    let link = markdown::link(&composer.plain(all), &composer.address(page));
    let gaps = [("n", rest.into()), ("list", (&link).into())];
    (rest > 0).then(|| Block::paragraph(composer.say("register-more-in", &gaps)))
}

/// The activities whose records lack most.
fn complete(composer: &Composer<'_>) -> Section {
    let desk = composer.desk;
    let all = desk.completeness();
    let whole = all.iter().filter(|one| one.missing().next().is_none()).count();
    let gaps = [("whole", whole.into()), ("n", all.len().into())];
    let mut blocks = vec![Block::paragraph(composer.say("register-completeness-count", &gaps))];
    let mut lacking: Vec<&Completeness> = all.iter().filter(|one| one.missing().next().is_some()).collect();
    let share = |one: &Completeness| {
        let (written, asked) = one.written();
        (written * 1000).checked_div(asked).unwrap_or(1000)
    };
    lacking.sort_by_key(|one| (share(one), one.activity));
    let rows = lacking.iter().take(SHOWN).map(|one| {
        let (written, asked) = one.written();
        let count = composer.say("register-completeness-of", &[("written", written.into()), ("asked", asked.into())]);
        let entry = &desk.registry.activities[one.activity];
        let missing = one.missing().map(|point| completeness::words(desk.strings, point));
        let owner = activity_row::owner(composer, entry).map(markdown::escape);
        vec![
            composer.link(one.activity).into(),
            Cell { text: count.into(), sort: Some(format!("{:04}", share(one))) },
            composer.join(missing).into(),
            composer.cell_or_gap(owner),
        ]
    });
    let head =
        ["register-activity", "register-completeness-written", "register-completeness-missing", "register-owner"];
    let table = composer.listing(&head, rows.collect(), "register-none");
    let shown = &lacking[..lacking.len().min(SHOWN)];
    let rest = lacking.len().saturating_sub(SHOWN);
    blocks.extend(completeness_picture::of_activities(composer, shown, rest, table));
    composer.section("completeness", "register-completeness", None, blocks)
}

/// What the transfers to a place rest on.
#[derive(Default)]
struct Place {
    safeguards: BTreeSet<String>,
    transfers: usize,
    without: usize,
}

/// Where data go, with what the transfers rest on.
fn places(composer: &Composer<'_>) -> Section {
    let desk = composer.desk;
    // Places without a name come last.
    let mut by_place: BTreeMap<(bool, Option<&str>), Place> = BTreeMap::new();
    for row in &desk.transfers {
        let transfers = transfers::of(desk.registry, row.holder);
        let Some(written) = transfers.and_then(|rows| transfer::each(rows).nth(row.at())) else { continue };
        let place = by_place.entry((row.place.is_none(), row.place.as_deref())).or_default();
        place.safeguards.extend(written.mechanisms.iter().map(|mechanism| composer.word("mechanism", mechanism)));
        place.transfers += 1;
        place.without += usize::from(written.mechanisms.is_empty());
    }
    let rows = by_place.iter().take(SHOWN).map(|((_, name), place)| {
        let name = name.map_or_else(|| composer.plain("register-place-in-words"), markdown::escape);
        let gap =
            (place.without > 0).then(|| composer.say("register-without-safeguard", &[("n", place.without.into())]));
        let safeguards = composer.join(place.safeguards.iter().cloned().chain(gap));
        vec![Text::from(name), Text::from(safeguards), Text::from(place.transfers.to_string())]
    });
    let head = ["register-country", "register-safeguard", "register-count"];
    let mut blocks = vec![composer.table(&head, rows.collect(), "register-transfers-none")];
    blocks.extend(more(composer, by_place.len(), "register-transfers-all", "transfers.html"));
    composer.section("transfers", "register-transfers", None, blocks)
}

fn counts(composer: &Composer<'_>) -> Section {
    let link = markdown::link(&composer.plain("register-search"), &composer.address("search.html"));
    let search = Block::paragraph(composer.say_one("register-search-all", "search", &link));
    let kinds = composer.join(Kind::ALL.map(|kind| {
        let list = composer.list(kind);
        let gaps = [("what", (&list).into()), ("n", composer.desk.count(kind).into())];
        composer.say("register-counted", &gaps)
    }));
    composer.section("records", "register-records", None, vec![Block::paragraph(kinds), search])
}

fn overviews(composer: &Composer<'_>) -> Section {
    let desk = composer.desk;
    // What is counted; the lints have a section of their own above.
    let count = |subject: Subject| match subject {
        Subject::Attention(_) => Some(desk.attention().len()),
        Subject::RetentionSchedule(_) => Some(desk.rules.len()),
        Subject::Transfers(_) => Some(desk.transfers.len()),
        Subject::DataMap(_) => Some(desk.count(Kind::DataCategory)),
        Subject::Waivers(_) => Some(desk.waivers.len()),
        Subject::Exemptions(_) => Some(desk.exemptions.len()),
        Subject::History(_) => desk.chronicle.map(|chronicle| chronicle.entries().len()),
        Subject::Coverage => Some(desk.coverage().iter().map(Coverage::missing).sum()),
        _ => None,
    };
    let row = |(subject, title): (Subject, &str)| {
        // Of the notices, the number says what they do not say.
        let title = if subject == Subject::Coverage { "coverage-missing-of" } else { title };
        let route = subject.route(desk.registry);
        let address = composer.address(route.trim_start_matches("internal/"));
        let link = markdown::link(&composer.plain(title), &address);
        Some(vec![Text::from(link), Text::from(count(subject)?.to_string())])
    };
    let history = desk.chronicle.map(|_| (Subject::History(1), "history-title"));
    let rows: Vec<Vec<Text>> = OVERVIEWS.into_iter().chain(history).filter_map(row).collect();
    let table = composer.table(&["register-overview", "register-count"], rows, "register-none");
    composer.section("overviews", "register-overviews", None, vec![table])
}

/// What the lints found, and how often.
fn found(composer: &Composer<'_>) -> Section {
    composer.section("findings", "register-findings", None, findings::summary(composer))
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
