//! Where a column leads: a word for something that an import works out, or a field of a record.

use std::collections::HashMap;
use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::decode::did_you_mean;
use crate::record::Kind;
use crate::schema::{self, Shape};

/// What the rows of a table are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Rows {
    /// Controllers.
    Controllers,
    /// Categories of data.
    DataCategories,
    /// Groups of people.
    SubjectGroups,
    /// Legal bases.
    LegalBases,
    /// Rules on time.
    Retention,
    /// Security measures.
    SecurityMeasures,
    /// Processors.
    Processors,
    /// Recipients.
    Recipients,
    /// Sources of data.
    Sources,
    /// Systems.
    Systems,
    /// Processing for clients.
    ClientProcessing,
    /// Clients of processing for clients.
    Client,
    /// Transfers of a party.
    Transfer,
    /// Activities.
    Activity,
    /// Those involved in an activity: its controllers, their officers and representatives.
    Actor,
    /// Rows of the data of an activity.
    Data,
    /// Who receives data of an activity.
    Disclosure,
    /// Rows that become a note of their activity.
    Note,
}

impl Rows {
    /// The kind of record that a row is, or stands in.
    pub(super) fn kind(self) -> Kind {
        match self {
            Rows::Controllers | Rows::Actor => Kind::Controller,
            Rows::DataCategories => Kind::DataCategory,
            Rows::SubjectGroups => Kind::SubjectGroup,
            Rows::LegalBases => Kind::LegalBasis,
            Rows::Retention => Kind::Retention,
            Rows::SecurityMeasures => Kind::SecurityMeasure,
            Rows::Processors => Kind::Processor,
            Rows::Recipients | Rows::Transfer => Kind::Recipient,
            Rows::Sources => Kind::Source,
            Rows::Systems => Kind::System,
            Rows::ClientProcessing | Rows::Client => Kind::ClientProcessing,
            Rows::Activity | Rows::Data | Rows::Disclosure | Rows::Note => Kind::Activity,
        }
    }

    /// Where the fields of a row begin in its record.
    fn below(self) -> &'static str {
        match self {
            Rows::Data => "data.*.",
            Rows::Disclosure => "disclosures.*.",
            Rows::Transfer => "transfers.*.",
            Rows::Client => "clients.*.",
            _ => "",
        }
    }

    /// One row, in words.
    pub(super) fn one(self) -> &'static str {
        match self {
            Rows::Data => "a row of data",
            Rows::Disclosure => "a disclosure",
            Rows::Transfer => "a transfer",
            Rows::Client => "a client",
            Rows::Actor => "somebody involved",
            Rows::Note => "a note",
            _ => self.kind().one(),
        }
    }

    /// Words that lead to something an import works out.
    fn words(self) -> &'static [&'static str] {
        match self {
            Rows::Activity => &[
                "id",
                "reference",
                "purposes",
                "includes",
                "purposes-and-bases",
                "legal-bases",
                "interests",
                "controllers",
                "dpo",
                "subject-groups",
                "subject-groups-defined",
                "data-categories",
                "special-categories",
                "sources",
                "recipients",
                "processors",
                "third-countries",
                "safeguards",
                "retention",
                "security",
                "systems",
                "note",
                "kept",
                "register-title",
                "register-language",
                "nobody",
                "joint",
                "categories-told",
                "retention-told",
                "exemption",
                "waivers-told",
            ],
            Rows::Data => &["activity", "key", "items", "special", "kept", "exemption"],
            Rows::Disclosure => &["activity", "key", "kind", "processors", "category-told"],
            Rows::Actor => &["role"],
            Rows::Client => &["processing", "address", "kept"],
            Rows::Controllers => &[
                "id",
                "kept",
                "address",
                "registration",
                "contacts-told",
                "dpo-told",
                "representative-told",
                "authority-told",
            ],
            Rows::LegalBases => &["id", "kept", "laws", "ground-told"],
            Rows::Retention => &["id", "kept", "laws", "then-told"],
            Rows::Processors => &["id", "kept", "address", "no-transfers-told"],
            Rows::Recipients => &["id", "kept", "no-transfers-told"],
            Rows::ClientProcessing => &["id", "kept", "transfers-or-none"],
            Rows::Transfer => &["activity", "recipient", "place", "kept"],
            Rows::Note => &["note"],
            _ => &["id", "kept"],
        }
    }
}

/// Where a column leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// To something an import works out.
    Word(String),
    /// To a field of the row, by its path there, and what that takes.
    Field(String, Shape),
}

impl Target {
    /// The target of a name.
    ///
    /// # Errors
    /// What to write instead.
    pub(super) fn of(rows: Rows, name: &str) -> Result<Target, String> {
        if rows.words().contains(&name) {
            return Ok(Target::Word(name.to_owned()));
        }
        let path = format!("{}{name}", rows.below());
        match shape(rows.kind(), &path) {
            Some(shape) if takes_a_cell(shape) => Ok(Target::Field(name.to_owned(), shape.clone())),
            _ => {
                let fields = FIELDS.iter().filter(|((kind, _), _)| *kind == rows.kind());
                let fields: Vec<&str> = fields.filter_map(|((_, path), _)| path.strip_prefix(rows.below())).collect();
                let mut known: Vec<&str> = rows.words().iter().copied().chain(fields).collect();
                known.sort_unstable();
                let near = did_you_mean(name, known.iter().copied());
                Err(near.map_or_else(
                    || format!("it has {}, and fields of the record", rows.words().join(", ")),
                    |near| format!("did you mean `{near}`?"),
                ))
            }
        }
    }
}

static FIELDS: LazyLock<HashMap<(Kind, String), Shape>> = LazyLock::new(|| {
    let of = |kind: Kind| schema::fields(kind).into_iter().map(move |field| ((kind, field.path), field.shape));
    Kind::ALL.into_iter().flat_map(of).collect()
});

static ORDER: LazyLock<HashMap<(Kind, String), usize>> = LazyLock::new(|| {
    let of = |kind: Kind| schema::fields(kind).into_iter().enumerate().map(move |(at, field)| ((kind, field.path), at));
    Kind::ALL.into_iter().flat_map(of).collect()
});

/// What a field takes; rows of a table have the key `*`.
pub(super) fn shape(kind: Kind, path: &str) -> Option<&'static Shape> {
    FIELDS.get(&(kind, path.to_owned()))
}

/// The position of a field among those of its record.
pub(super) fn order(kind: Kind, path: &str) -> usize {
    ORDER.get(&(kind, path.to_owned())).copied().unwrap_or(usize::MAX)
}

/// Whether one cell can fill the field.
fn takes_a_cell(shape: &Shape) -> bool {
    match shape {
        Shape::Table | Shape::Rows(_) => false,
        Shape::List(of) => takes_a_cell(of) && !matches!(**of, Shape::List(_)),
        Shape::Either(shapes) => shapes.iter().any(takes_a_cell),
        _ => true,
    }
}
