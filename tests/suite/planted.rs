//! Registries made from the schema, with something in every field that no other field holds.
//!
//! 1. A field is filled by what it takes: a word, a day, a number, a country that stands nowhere
//!    else; flags and choices as the [`Variant`] says.
//! 2. Every record is written as TOML, with a comment on every line.
//! 3. What was put where is kept as a list of [`Plant`]s, to be looked for in pages.

use std::collections::{BTreeMap, HashMap};
use std::sync::{LazyLock, Mutex};

use chrono::{Days, NaiveDate};
use ropa::law;
use ropa::load::Loaded;
use ropa::reading::Reading;
use ropa::record::Kind;
use ropa::record::notice::SectionName;
use ropa::schema::{self, FieldInfo, Shape, Visibility};
use ropa::site::Site;
use ropa::theme::Theme;
use toml::{Table, Value};

/// Internal fields that decide whether or under which head something is told, never what. They
/// are the same in all registries that are compared.
pub const DECIDES: [(&str, &str); 10] = [
    ("activities", "ended"),
    ("activities", "notice-exemption"),
    ("activities", "data.*.notice-exemption"),
    ("cookies", "activity"),
    ("systems", "operated-by"),
    ("registry", "language"),
    ("registry", "default-controller"),
    ("registry", "activity-defaults.retention"),
    ("registry", "activity-defaults.security"),
    ("registry", "activity-defaults.systems"),
];

/// What stands in internal fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Inside {
    /// The first filling.
    One,
    /// Another in every field.
    Other,
    /// Nothing but what a record needs.
    Nothing,
}

/// One of many registries with the same fields and other values.
#[derive(Debug, Clone, Copy)]
pub struct Variant {
    /// Below [`Variant::SPARSE`] every field is filled, from there on about half of them.
    pub seed: usize,
    /// What stands in internal fields.
    pub inside: Inside,
}

/// Where something was put, and what.
#[derive(Debug, Clone)]
pub struct Plant {
    /// Folder of the kind, or `registry`.
    pub folder: &'static str,
    /// Path of the field; `(id)` and `(key)` for what is no field.
    pub path: String,
    /// Whether it must stay inside.
    pub internal: bool,
    /// Whether only its surroundings make it so: an exemption, a party shown by its category.
    pub withheld: bool,
    /// What was put there.
    pub what: What,
}

/// What was put somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    Word(String),
    Date(NaiveDate),
    Number(u64),
    Country(String),
    /// A choice, a flag or a reference: nothing that can be searched for.
    Choice,
}

/// A registry with what was planted in it.
pub struct Planted {
    pub reading: Reading,
    pub plants: Vec<Plant>,
}

/// Pages by route.
pub type Pages = BTreeMap<String, String>;

/// Fields of the settings and of every kind.
pub static FIELDS: LazyLock<Vec<(&'static str, Vec<FieldInfo>)>> = LazyLock::new(|| {
    let kinds = Kind::ALL.into_iter().map(|kind| (kind.folder(), schema::fields(kind)));
    [("registry", schema::settings_fields())].into_iter().chain(kinds).collect()
});

/// Whether a field holds a value and not further fields.
pub fn is_leaf(shape: &Shape) -> bool {
    match shape {
        Shape::Table => false,
        Shape::List(inner) | Shape::Rows(inner) => is_leaf(inner),
        Shape::Either(shapes) => shapes.iter().any(is_leaf),
        _ => true,
    }
}

fn is_country(shape: &Shape) -> bool {
    match shape {
        Shape::List(inner) => is_country(inner),
        Shape::Choice(choices) => choices.len() > 50,
        _ => false,
    }
}

impl Variant {
    /// The first variant that leaves fields out.
    pub const SPARSE: usize = 4;

    /// A variant with the first filling.
    pub fn new(seed: usize) -> Variant {
        Variant { seed, inside: Inside::One }
    }

    /// A number that depends on the variant and the field alone.
    fn dice(self, folder: &str, path: &str) -> usize {
        let bytes = folder.bytes().chain(path.bytes()).chain(self.seed.to_le_bytes());
        let hash =
            bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        usize::try_from(hash >> 40).unwrap()
    }

    fn is_sparse(self) -> bool {
        self.seed >= Variant::SPARSE
    }

    fn flag(self, folder: &str, path: &str) -> bool {
        if self.is_sparse() { self.dice(folder, path) % 4 < 2 } else { self.seed.is_multiple_of(2) }
    }

    fn pick(self, folder: &str, path: &str) -> usize {
        if self.is_sparse() { self.dice(folder, path) / 4 } else { self.seed / 2 }
    }
}

/// Makes a registry.
pub fn plant(variant: Variant) -> Planted {
    let mut loaded = Loaded::default();
    let mut plants = Vec::new();
    for (at, (folder, fields)) in FIELDS.iter().enumerate() {
        for record in 0..records(folder) {
            let mut planter =
                Planter { variant, at, folder, fields, record, counts: HashMap::new(), plants: &mut plants };
            let withheld = *folder == "activities" && record == 2;
            let table = planter.table("", withheld);
            let text = commented(&toml::to_string(&table).unwrap(), at, record);
            if *folder == "registry" {
                loaded.add("registry.toml", text);
            } else {
                let id = id(folder, record, variant.inside);
                if !is_public_id(folder) {
                    planter.put("(id)".into(), true, false, What::Word(id.clone()));
                }
                loaded.add(&format!("{folder}/{id}.toml"), text);
            }
        }
    }
    Planted { reading: Reading::of_loaded(loaded), plants }
}

/// Three activities, of which the last is exempt; two records of every other kind.
fn records(folder: &str) -> usize {
    match folder {
        "registry" => 1,
        "activities" => 3,
        _ => 2,
    }
}

fn is_public_id(folder: &str) -> bool {
    folder == "notices" || folder == "subject-groups"
}

fn id(folder: &str, record: usize, inside: Inside) -> String {
    if is_public_id(folder) {
        return format!("{folder}-{record}");
    }
    let at = FIELDS.iter().position(|(name, _)| *name == folder).unwrap();
    word(at, record, 999, 0, inside)
}

/// A word that stands in one place alone: kind, record, field and how manieth of the field.
fn word(at: usize, record: usize, field: usize, count: usize, inside: Inside) -> String {
    let prefix = if inside == Inside::Other { "zy" } else { "zq" };
    format!("{prefix}{at:02}{record}{field:03}{count:02}z")
}

/// All words in a text, whatever stands around them.
pub fn words(text: &str) -> Vec<&str> {
    let starts = text.match_indices("zq").chain(text.match_indices("zy"));
    starts.map(|(at, _)| text.get(at..at + 11).unwrap_or(&text[at..])).collect()
}

fn commented(text: &str, at: usize, record: usize) -> String {
    let mut out = format!("# {}\n", word(99, record, at, 0, Inside::One));
    for line in text.lines() {
        let comment =
            if line.is_empty() { String::new() } else { format!(" # {}", word(99, record, at, 1, Inside::One)) };
        out.push_str(&format!("{line}{comment}\n"));
    }
    out
}

struct Planter<'a> {
    variant: Variant,
    at: usize,
    folder: &'static str,
    fields: &'static [FieldInfo],
    record: usize,
    counts: HashMap<String, usize>,
    plants: &'a mut Vec<Plant>,
}

impl Planter<'_> {
    fn put(&mut self, path: String, internal: bool, withheld: bool, what: What) {
        self.plants.push(Plant { folder: self.folder, path, internal: internal || withheld, withheld, what });
    }

    fn table(&mut self, prefix: &str, withheld: bool) -> Table {
        let mut table = Table::new();
        for field in self.fields {
            let name = match prefix {
                "" => Some(field.path.as_str()),
                _ => field.path.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('.')),
            };
            let Some(name) = name.filter(|name| !name.contains(['.', '[', '*'])) else { continue };
            if !table.contains_key(name) && self.is_written(field, withheld) {
                let value = self.value(field, &field.shape, &field.path, withheld);
                table.insert(name.to_owned(), value);
            }
        }
        table
    }

    fn is_decisive(&self, field: &FieldInfo) -> bool {
        DECIDES.iter().any(|(folder, path)| {
            let below = |rest: &str| rest.is_empty() || rest.starts_with('.');
            *folder == self.folder
                && (field.path.strip_prefix(path).is_some_and(below) || path.starts_with(&format!("{}.", field.path)))
        })
    }

    /// Exemptions stand only where they are meant to be; in sparse variants much is left out.
    fn is_written(&self, field: &FieldInfo, withheld: bool) -> bool {
        if field.path.ends_with("notice-exemption") {
            let of_row = field.path.starts_with("data.");
            return withheld && (of_row || self.record == 2);
        }
        if field.required || self.is_decisive(field) {
            return true;
        }
        if self.variant.inside == Inside::Nothing && field.visibility == Visibility::Internal {
            return false;
        }
        let kept = !is_leaf(&field.shape) || field.refers_to.is_some() || field.path == "shown-as";
        kept || !self.variant.is_sparse() || self.variant.dice(self.folder, &field.path).is_multiple_of(2)
    }

    fn value(&mut self, field: &FieldInfo, shape: &Shape, path: &str, withheld: bool) -> Value {
        match shape {
            Shape::Table => Value::Table(self.table(path, withheld)),
            Shape::Either(shapes) => {
                let pick = self.variant.pick(self.folder, path);
                self.value(field, &shapes[pick % shapes.len()], path, withheld)
            }
            Shape::Rows(inner) => self.rows(field, inner, path, withheld),
            Shape::List(inner) => match &**inner {
                Shape::Reference(target) => {
                    self.leaf(field, withheld, What::Choice);
                    self.targets(field, target).into()
                }
                Shape::Choice(choices) if choices.len() < 50 && !self.variant.is_sparse() => {
                    self.leaf(field, withheld, What::Choice);
                    choices.iter().map(|choice| Value::from(choice.word.as_str())).collect::<Vec<_>>().into()
                }
                Shape::Table => {
                    let path = format!("{path}[]");
                    vec![Value::Table(self.table(&path, withheld)), Value::Table(self.table(&path, withheld))].into()
                }
                _ => vec![self.value(field, inner, path, withheld), self.value(field, inner, path, withheld)].into(),
            },
            Shape::Reference(target) => {
                self.leaf(field, withheld, What::Choice);
                self.targets(field, target).swap_remove(0)
            }
            Shape::Flag => {
                self.leaf(field, withheld, What::Choice);
                let other = self.other(field);
                (self.variant.flag(self.folder, path) != other).into()
            }
            Shape::Choice(choices) if choices.len() > 50 => self.country(field, withheld),
            Shape::Choice(choices) => {
                self.leaf(field, withheld, What::Choice);
                if field.path == "shown-as" {
                    return choices[self.record].word.as_str().into();
                }
                let pick = self.variant.pick(self.folder, path) + usize::from(self.other(field));
                choices[pick % choices.len()].word.as_str().into()
            }
            Shape::Text | Shape::Phrase | Shape::Prose => self.text(field, withheld),
            Shape::Date => self.date(field, withheld),
            Shape::Number => {
                let number = 7_000_000 + self.ordinal(field);
                self.leaf(field, withheld, What::Number(number));
                Value::Integer(number.try_into().unwrap())
            }
            Shape::Form(_) => {
                let number = 10_000 + self.ordinal(field) % 90_000;
                self.leaf(field, withheld, What::Number(number));
                format!("P{number}D").into()
            }
        }
    }

    /// Whether another value than usual is wanted.
    fn other(&self, field: &FieldInfo) -> bool {
        self.variant.inside == Inside::Other && field.visibility == Visibility::Internal && !self.is_decisive(field)
    }

    fn inside(&self, field: &FieldInfo) -> Inside {
        if self.other(field) || (self.hides(field) && self.variant.inside == Inside::Other) {
            Inside::Other
        } else {
            Inside::One
        }
    }

    /// Whether the field is internal because the party is shown by its category.
    fn hides(&self, field: &FieldInfo) -> bool {
        field.internal_if.is_some() && self.record == 1
    }

    fn leaf(&mut self, field: &FieldInfo, withheld: bool, what: What) {
        let internal = field.visibility == Visibility::Internal;
        let withheld = withheld || self.hides(field);
        self.put(field.path.clone(), internal, withheld, what);
    }

    fn count(&mut self, path: &str) -> usize {
        let count = self.counts.entry(path.to_owned()).or_default();
        *count += 1;
        *count - 1
    }

    fn index(&self, path: &str) -> usize {
        self.fields.iter().position(|field| field.path == path).unwrap()
    }

    /// A number of the field's own.
    fn ordinal(&mut self, field: &FieldInfo) -> u64 {
        let count = self.count(&field.path);
        let other = if self.inside(field) == Inside::Other { 5 } else { 0 };
        let number = ((self.at * 3 + self.record) * 200 + self.index(&field.path)) * 10 + count + other;
        number.try_into().unwrap()
    }

    fn text(&mut self, field: &FieldInfo, withheld: bool) -> Value {
        if field.path == "language" {
            // The only setting that readers can tell: pages say in which language they are.
            self.leaf(field, withheld, What::Choice);
            return "en".into();
        }
        if field.path == "authority.id" {
            // It names an entry of the legal data.
            self.leaf(field, withheld, What::Choice);
            return "fi".into();
        }
        let count = self.count(&field.path);
        let text = word(self.at, self.record, self.index(&field.path), count, self.inside(field));
        self.leaf(field, withheld, What::Word(text.clone()));
        // A name that begins with a capital letter reads otherwise in places.
        if self.variant.seed % 4 == 1 { text.replacen('z', "Z", 1).into() } else { text.into() }
    }

    /// Public days lie before 1987, internal ones after; but an activity has begun before any other day.
    fn date(&mut self, field: &FieldInfo, withheld: bool) -> Value {
        let internal = field.visibility == Visibility::Internal || withheld;
        let same = |plant: &&Plant| plant.internal == internal && matches!(plant.what, What::Date(_));
        let before = self.plants.iter().filter(same).count();
        let year = match (internal, field.path.as_str()) {
            (true, "started") => 1930,
            (true, _) => 1987,
            (false, _) => 1950,
        };
        let first = NaiveDate::from_ymd_opt(year, 3, 1).unwrap();
        let days = before + if self.other(field) { 3650 } else { 0 };
        let date = first.checked_add_days(Days::new(days.try_into().unwrap())).unwrap();
        self.leaf(field, withheld, What::Date(date));
        Value::Datetime(date.to_string().parse().unwrap())
    }

    /// Each country stands in one field alone, and its name in no other word: internal fields take
    /// them from the front, public ones from the back.
    fn country(&mut self, field: &FieldInfo, withheld: bool) -> Value {
        static RARE: LazyLock<Vec<String>> = LazyLock::new(|| {
            let names: Vec<String> = law::countries().map(|country| country.name.to_lowercase()).collect();
            let is_rare = |country: &&law::Country| {
                let name = country.name.to_lowercase();
                name.len() > 4
                    && name.chars().all(char::is_alphabetic)
                    && !country.in_eea()
                    && names.iter().filter(|other| other.contains(&name)).count() == 1
            };
            law::countries().filter(is_rare).map(|country| country.code.to_string()).collect()
        });
        let at = if field.visibility == Visibility::Internal || withheld {
            let same = |plant: &&Plant| plant.internal && matches!(plant.what, What::Country(_));
            let before = self.plants.iter().filter(same).count();
            assert!(before < 40, "too few countries");
            before + if self.other(field) { 40 } else { 0 }
        } else {
            // Records of one kind share theirs.
            let takes = |field: &FieldInfo| field.visibility == Visibility::Public && is_country(&field.shape);
            let of_kind = |(folder, fields): &(&str, Vec<FieldInfo>)| {
                let own = *folder == self.folder;
                fields.iter().take_while(|other| !own || other.path != field.path).filter(|field| takes(field)).count()
            };
            let before: usize = FIELDS[..=self.at].iter().map(of_kind).sum();
            let second = self.count(&field.path) % 2;
            RARE.len() - 1 - before * 2 - second
        };
        assert!(at < RARE.len() && RARE.len() > 120, "too few countries");
        let code = RARE[at].clone();
        self.leaf(field, withheld, What::Country(code.clone()));
        code.into()
    }

    fn rows(&mut self, field: &FieldInfo, inner: &Shape, path: &str, withheld: bool) -> Value {
        let mut table = Table::new();
        if self.folder == "notices" && path == "sections" {
            for section in SectionName::ALL {
                let row = self.table("sections.*", withheld);
                table.insert(section.name().to_owned(), Value::Table(row));
            }
            return table.into();
        }
        for row in 0..2 {
            let key = word(self.at, self.record, self.index(path), 50 + row, self.variant.inside);
            self.put(format!("{path}.*(key)"), true, false, What::Word(key.clone()));
            let withheld = withheld || (self.folder == "activities" && path == "data" && row == 1);
            let inner = match inner {
                Shape::Either(shapes) => &shapes[row % shapes.len()],
                inner => inner,
            };
            let value = match inner {
                Shape::Table => Value::Table(self.table(&format!("{path}.*"), withheld)),
                inner => self.value(field, inner, path, withheld),
            };
            table.insert(key, value);
        }
        table.into()
    }

    fn targets(&self, field: &FieldInfo, target: &str) -> Vec<Value> {
        let of = |folder: &str| -> Vec<String> {
            (0..records(folder)).map(|record| id(folder, record, self.variant.inside)).collect()
        };
        let mut ids: Vec<String> = match target {
            "parties" => ["processors", "recipients", "controllers", "sources"].into_iter().flat_map(of).collect(),
            "sources-of-data" => {
                let words = ["data-subject", "observed", "derived"].map(str::to_owned);
                words.into_iter().chain(["sources", "recipients"].into_iter().flat_map(of)).collect()
            }
            "purposes-of-activity" => {
                let field = self.index("purposes");
                (0..2).map(|row| word(self.at, self.record, field, 50 + row, self.variant.inside)).collect()
            }
            folder => of(folder),
        };
        if self.other(field) && ids.len() > 1 {
            ids.remove(0);
        }
        ids.into_iter().map(Value::from).collect()
    }
}

/// Makes every page and keeps it with its route; line feeds and all.
pub fn render(reading: &Reading) -> Pages {
    static THEME: LazyLock<Theme> = LazyLock::new(|| Theme::embedded("en").unwrap());
    let pages = Mutex::new(Pages::new());
    let as_of = NaiveDate::from_ymd_opt(2026, 5, 28).unwrap();
    let site = Site { reading, theme: &THEME, findings: &[], as_of, single_page: false };
    site.render(&|route, bytes| {
        // Tables for other programs are no pages.
        if route.starts_with("internal/downloads/") {
            return Ok(());
        }
        pages.lock().unwrap().insert(route.to_owned(), String::from_utf8(bytes.to_vec()).unwrap());
        Ok(())
    })
    .unwrap();
    assert_eq!(THEME.strings().missing(), [""; 0]);
    pages.into_inner().unwrap()
}

/// The pages that everybody may read.
pub fn public(pages: &Pages) -> Pages {
    pages.iter().filter(|(route, _)| route.starts_with("public/")).map(|(r, t)| (r.clone(), t.clone())).collect()
}
