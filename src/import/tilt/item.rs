//! Data disclosed: items with the same purposes on the same bases are one activity.

use super::words::WORDS;
use super::{Reading, basis, flag, headline, is_cut, party, service, storage, tells};
use crate::import::Node;
use crate::import::making::{Fields, id_of};
use crate::record::Kind;
use crate::source::Span;

/// An activity while its items are read.
struct Activity {
    same: String,
    title: String,
    at: Span,
    purposes: Vec<Purpose>,
    bases: Vec<String>,
    rows: Vec<(String, Fields, Span)>,
    disclosures: Vec<(Vec<String>, Vec<String>, Span)>,
}

pub(super) fn read<'n>(reading: &mut Reading<'n>, root: &'n Node) {
    let mut activities: Vec<Activity> = Vec::new();
    for node in root.get("dataDisclosed").map(Node::each).unwrap_or_default().iter().filter(|node| tells(node)) {
        let bases = basis::read(reading, node);
        let purposes = purposes(reading, node);
        let category = category(reading, node);
        let texts: Vec<&str> = purposes.iter().map(|(title, ..)| title.as_str()).collect();
        let same = format!("{texts:?}{bases:?}");
        let at = activities.iter().position(|activity| activity.same == same);
        let at = at.unwrap_or_else(|| {
            // Many documents say no purpose of any data. What they list is one activity, called after the service.
            let title = texts.first().map(|title| headline(title)).or_else(|| service(root).map(Node::written));
            activities.push(Activity {
                same,
                title: title.unwrap_or_else(|| "TILT".into()),
                at: node.span,
                purposes: Vec::new(),
                bases,
                rows: Vec::new(),
                disclosures: Vec::new(),
            });
            activities.len() - 1
        });
        let recipients = node.get("recipients").map(Node::each).unwrap_or_default();
        let recipients: Vec<String> = recipients.iter().filter_map(|one| party::recipient(reading, one)).collect();
        let mut row = Fields::default();
        row.list("categories", category.iter().map(|(id, _)| id.as_str()), node.span);
        let name = category.as_ref().map(|(_, name)| name.to_lowercase()).unwrap_or_default();
        let sources = reading.sources.iter().filter(|(known, _)| *known == name).map(|(_, id)| id.as_str());
        let mut sources: Vec<&str> = sources.collect();
        sources.dedup();
        row.list("sources", sources, node.span);
        required(reading, node, &mut row);
        let rules = storage::read(reading, node);
        row.list("retention", rules.iter().map(String::as_str), node.span);
        let rest = reading.making.fates.rest(node, "");
        row.note(&rest, node.span);
        let Some(activity) = activities.get_mut(at) else { continue };
        purposes.into_iter().for_each(|purpose| add_purpose(&mut activity.purposes, purpose));
        let key = category.as_ref().map_or("data", |(id, _)| id.as_str());
        let taken = activity
            .rows
            .iter()
            .filter(|(known, ..)| {
                known.trim_end_matches(|c: char| c.is_ascii_digit() || c == '-') == key || known == key
            })
            .count();
        let key = if taken == 0 { key.to_owned() } else { format!("{key}-{}", taken + 1) };
        activity.rows.push((key, row, node.span));
        let ids = category.map(|(id, _)| id);
        match activity.disclosures.iter_mut().find(|(known, ..)| *known == recipients) {
            Some((_, categories, _)) => categories.extend(ids.filter(|id| !categories.contains(id))),
            None if recipients.is_empty() => {}
            None => activity.disclosures.push((recipients, ids.into_iter().collect(), node.span)),
        }
    }
    let automated = root.get("automatedDecisionMaking").filter(|node| flag(node.get("inUse")) == Some(false));
    if let (Some(node), false) = (automated, activities.is_empty()) {
        reading.making.fates.place_at(node, "inUse");
    }
    if !activities.is_empty() {
        people(reading, root);
    }
    for activity in activities {
        add(reading, activity, automated.is_some());
    }
}

/// The group of all people whom the document is about.
fn people(reading: &mut Reading<'_>, root: &Node) {
    let (group, one) = WORDS.people(reading.language.as_deref());
    let id = reading.making.id(Kind::SubjectGroup, group);
    let mut fields = Fields::default();
    fields.text("name", group, root.span);
    fields.text("singular", one, root.span);
    reading.making.add(Kind::SubjectGroup, &id, root.span, fields);
    reading.making.fates.advise(format!(
        "replace the group `{id}` with the groups of people you mean, such as customers and visitors: TILT has no \
         field for them, and all activities name this one"
    ));
    reading.people = Some(id);
}

fn add(reading: &mut Reading<'_>, activity: Activity, none_automated: bool) {
    let at = activity.at;
    let id = reading.making.id(Kind::Activity, &activity.title);
    let mut fields = Fields::default();
    fields.text("title", &activity.title, at);
    fields.list("subject-groups", reading.people.as_deref(), at);
    fields.table("purposes", rows(&activity.purposes, &activity.bases), at);
    let mut rows = Fields::default();
    activity.rows.into_iter().for_each(|(key, row, at)| rows.table(&key, row, at));
    fields.table("data", rows, at);
    let mut rows = Fields::default();
    for (number, (recipients, categories, at)) in activity.disclosures.iter().enumerate() {
        let mut row = Fields::default();
        row.list("recipients", recipients.iter().map(String::as_str), *at);
        row.list("categories", categories.iter().map(String::as_str), *at);
        rows.table(&format!("recipients-{}", number + 1), row, *at);
    }
    fields.table("disclosures", rows, at);
    if none_automated {
        // The document says of itself that there are none, and so of each activity.
        let mut used = Fields::default();
        used.flag("used", false, at);
        fields.table("automated-decisions", used, at);
    }
    reading.making.add(Kind::Activity, &id, at, fields);
}

/// Purposes with what is said of them, and where.
type Purpose = (String, Vec<String>, Span);

fn purposes<'n>(reading: &mut Reading<'n>, item: &'n Node) -> Vec<Purpose> {
    let mut found: Vec<Purpose> = Vec::new();
    for node in item.get("purposes").map(Node::each).unwrap_or_default() {
        let title = match node.text() {
            Some(text) if !text.trim().is_empty() => {
                reading.making.fates.place(node);
                Some((node.written(), node.span))
            }
            _ => reading.making.take(node, "purpose").or_else(|| reading.making.take(node, "description")),
        };
        let Some((title, at)) = title else { continue };
        let rest = reading.making.fates.rest(node, "");
        add_purpose(&mut found, (title, rest, at));
    }
    found
}

/// Adds a purpose, or what is said of one that is known.
fn add_purpose(known: &mut Vec<Purpose>, (title, rest, at): Purpose) {
    match known.iter_mut().find(|(same, ..)| *same == title) {
        Some((_, lines, _)) => rest.into_iter().for_each(|line| {
            if !lines.contains(&line) {
                lines.push(line);
            }
        }),
        None => known.push((title, rest, at)),
    }
}

/// The rows of purposes. What else is said of a purpose stands in its note.
fn rows(purposes: &[Purpose], bases: &[String]) -> Fields {
    let mut rows = Fields::default();
    let mut taken: Vec<String> = Vec::new();
    for (title, rest, at) in purposes {
        let key = id_of(&headline(title));
        let key = if key.is_empty() { "purpose".to_owned() } else { key };
        let number = taken.iter().filter(|known| **known == key).count();
        taken.push(key.clone());
        let key = if number == 0 { key } else { format!("{key}-{}", number + 1) };
        let mut row = Fields::default();
        // "We use your data to To reach you": English purposes often begin with the word that stands there.
        row.words("title", title.strip_prefix("To ").unwrap_or(title), *at);
        row.list("legal-bases", bases.iter().map(String::as_str), *at);
        row.note(rest, *at);
        rows.table(&key, row, *at);
    }
    rows
}

/// The category, by its id and its name.
fn category<'n>(reading: &mut Reading<'n>, item: &'n Node) -> Option<(String, String)> {
    let (name, at) = reading.making.take(item, "category")?;
    // Documents of tools that know finer words put them here.
    let finer: Vec<String> =
        reading.making.take_each(item, "subcategories").into_iter().map(|(words, _)| words).collect();
    let what = format!("{name}|{finer:?}");
    let id = reading.making.shared(Kind::DataCategory, &what, &headline(&name), at, || {
        let mut fields = Fields::default();
        let short = headline(&name);
        fields.words("name", &short, at);
        if is_cut(&short, &name) {
            // Readers of the notice see all of it.
            fields.words("description", &name, at);
        }
        fields.phrases("items", finer.iter().map(String::as_str), at);
        fields
    });
    Some((id, name))
}

/// Whether the data must be given, Article 13(2)(e).
fn required<'n>(reading: &mut Reading<'n>, item: &'n Node, row: &mut Fields) {
    let Some(node) = item.get("nonDisclosure").filter(|node| node.is_table()) else { return };
    let keys = ["legalRequirement", "contractualRegulation", "obligationToProvide"];
    let word = match keys.map(|key| flag(node.get(key))) {
        [Some(true), contract, _] if contract != Some(true) => Some("statute"),
        [law, Some(true), _] if law != Some(true) => Some("contract"),
        [Some(false), Some(false), Some(false)] => Some("voluntary"),
        _ => None,
    };
    if let Some(word) = word {
        row.text("required", word, node.span);
        keys.iter().for_each(|key| reading.making.fates.place_at(node, key));
    }
    if let Some((text, at)) = reading.making.take(node, "consequences") {
        row.words("if-refused", &text, at);
    }
}
