//! Import maps: which column of a spreadsheet says what. A map is data; those of the program are files
//! like those of users, read and checked by the same code.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::fold::fold;
use super::position::{Position, check};
use super::target::{Rows, Target};
use crate::decode::did_you_mean;

/// The name of the file with the schema of maps.
pub const SCHEMA: &str = "import-map.schema.json";

/// The maps of the program, the most special first: of two that fit alike, the first is taken.
const READY: [(&str, &str); 5] = [
    ("register", include_str!("maps/register.toml")),
    ("cnil", include_str!("maps/cnil.toml")),
    ("ico", include_str!("maps/ico.toml")),
    ("garante", include_str!("maps/garante.toml")),
    ("plain", include_str!("maps/plain.toml")),
];

/// A start for sheets without heads.
const LETTERS: (&str, &str) = ("letters", include_str!("maps/letters.toml"));

/// Says which column of a spreadsheet says what.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Map {
    /// What spreadsheet it is for.
    pub title: String,
    /// What to know about it.
    pub note: Option<String>,
    /// Language of the texts, as a tag such as `es`; it tells what letters of legal references may be
    /// words. Without it, texts may be in any language.
    pub language: Option<String>,
    /// What stands between the entries of a cell; line breaks and semicolons unless it is said. The word
    /// `sentence` stands for the end of a sentence.
    pub separators: Option<Vec<String>>,
    /// Words of the spreadsheet that stand for a choice of the records: `"company of our group" = "group-company"`.
    #[serde(default)]
    pub words: BTreeMap<String, String>,
    /// Whether more may stand behind the name of a record, as in our exports: "name (category; country)",
    /// "title: more". Otherwise a longer text is another record.
    #[serde(default)]
    pub names_lead: bool,
    /// The sheets that are read.
    pub sheets: Vec<SheetMap>,
}

/// A sheet, or all sheets of a name.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SheetMap {
    /// Names on its tab, of which one must fit; without it, every sheet that has the labels is read.
    /// Case, accents and punctuation do not matter. In CSV, the name of the file is that of its sheet.
    #[serde(default)]
    pub name: Labels,
    /// Whether the sheet is a form about a single activity: what stands in it belongs to that one.
    #[serde(default)]
    pub form: bool,
    /// Whether headings and remarks beside its tables and labels are those of a known form, and are passed
    /// over. Otherwise they are told as left out.
    #[serde(default)]
    pub known: bool,
    /// The tables and lists of labels in it. A known sheet without any is passed over as a whole.
    #[serde(default)]
    pub parts: Vec<Part>,
}

/// A table of a sheet, or labels with their values to the right of them.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Part {
    /// What a row is: `activity`, `data`, `disclosure`, `transfer`, `note`, or a kind of record by its
    /// folder, such as `processors`. Without it, the part is a list of labels with values, about an
    /// activity.
    pub rows: Option<Rows>,
    /// The row of its head, from 1; `0` where there is none, and each column says its `column`. Without it,
    /// the head is found by its labels, in the first thirty rows or below the part before.
    pub head: Option<u32>,
    /// Its columns, in any order. Columns that the map does not name become notes.
    pub columns: Vec<Column>,
}

/// A column.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Column {
    /// Its head, in one or several spellings. Case, accents, spaces and punctuation do not matter.
    #[serde(default)]
    pub label: Labels,
    /// Its letters, such as `"B"`, or its number from 1, where no head says what stands in it. It goes before
    /// the label.
    pub column: Option<Position>,
    /// What it says: a word such as `title`, `purposes`, `recipients`, or the path of a field of the
    /// record, such as `owner` or `contract.signed`. `kept` keeps the cell as a note, under its head. Without
    /// it, the column is passed over, because something else says the same.
    pub to: Option<String>,
    /// Words of this column that stand for a choice of the field, before those of the map.
    #[serde(default)]
    pub words: BTreeMap<String, String>,
    /// What stands between its entries, in place of what the map says.
    pub separators: Option<Vec<String>>,
    /// Words before the entry that are taken away: `["for", "durante"]`.
    #[serde(default)]
    pub without: Vec<String>,
    /// What it says instead, where nothing else in the row says so: a sort of recipient stands for one that is
    /// not named. Of two such columns, the last one of the row does.
    pub instead: Option<String>,
    /// What a form prints before its rows: cells of these words, with or without a number, name nothing.
    #[serde(default)]
    pub printed: Vec<String>,
    /// Whether the form prints all cells of the column: a row with nothing beside them was not filled in.
    #[serde(default)]
    pub prompt: bool,
    /// What the parts of a cell say, where it tells several fields behind labels, as our exports do:
    /// "consent; People agree that we: call". Parts are divided by "; "; what stands before the first label
    /// is what the column itself leads to.
    #[serde(default)]
    pub parts: Vec<Column>,
    /// What the lines of a cell say, where it tells several fields, each on lines of its own.
    #[serde(default)]
    pub lines: Vec<Column>,
    /// Of the lines of a cell: whether this field ends with a full stop.
    pub stop: Option<bool>,
}

/// One spelling, or several.
#[derive(Debug, Clone, Deserialize, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Labels {
    /// One.
    One(String),
    /// Several.
    Several(Vec<String>),
}

impl Default for Labels {
    fn default() -> Labels {
        Labels::Several(Vec::new())
    }
}

impl Labels {
    /// All spellings.
    pub fn all(&self) -> &[String] {
        match self {
            Labels::One(one) => std::slice::from_ref(one),
            Labels::Several(all) => all,
        }
    }

    /// Whether a text is one of them.
    pub(super) fn fit(&self, text: &str) -> bool {
        let text = fold(text);
        self.all().iter().any(|label| fold(label) == text)
    }
}

/// Why a map cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum MapError {
    /// There is no map of that name.
    #[error("there is no map `{name}`; {help}")]
    Unknown {
        /// The name.
        name: String,
        /// The maps there are.
        help: String,
    },
    /// It is no TOML, or has keys that a map does not have.
    #[error("{0}")]
    Broken(String),
}

impl Map {
    /// Reads a map.
    ///
    /// # Errors
    /// If it cannot be read, or a column leads to something that rows of its kind do not have.
    pub fn read(text: &str) -> Result<Map, MapError> {
        let map: Map = toml::from_str(text).map_err(|error| MapError::Broken(error.to_string()))?;
        if map.sheets.iter().all(|sheet| sheet.parts.iter().all(|part| part.columns.is_empty())) {
            return Err(MapError::Broken("the map names no column".into()));
        }
        map.sheets.iter().try_for_each(check).map_err(MapError::Broken)?;
        for (rows, column) in map.columns() {
            for to in column.to.iter().chain(&column.instead) {
                if let Err(help) = Target::of(rows, to) {
                    let name = column.name();
                    return Err(MapError::Broken(format!("column `{name}`: {} has no `{to}`; {help}", rows.one())));
                }
            }
        }
        Ok(map)
    }

    /// The map of the program with a name.
    ///
    /// # Errors
    /// If there is none.
    pub fn ready(name: &str) -> Result<Map, MapError> {
        let Some((_, text)) = READY.iter().find(|(ready, _)| *ready == name) else {
            let names = READY.map(|(ready, _)| ready);
            let help = match did_you_mean(name, names) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the maps are {}; a map of your own is a file ending in .toml", names.join(", ")),
            };
            return Err(MapError::Unknown { name: name.to_owned(), help });
        };
        Map::read(text)
    }

    /// The text of a map that can be printed: those of the program, and `letters`, a start for sheets without
    /// heads, which fits none as it stands.
    ///
    /// # Errors
    /// If there is none of that name.
    pub fn printed(name: &str) -> Result<&'static str, MapError> {
        let all = || READY.into_iter().chain([LETTERS]);
        all().find(|(known, _)| *known == name).map(|(_, text)| text).ok_or_else(|| {
            let names: Vec<&str> = all().map(|(known, _)| known).collect();
            let help = match did_you_mean(name, names.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the maps are {}", names.join(", ")),
            };
            MapError::Unknown { name: name.to_owned(), help }
        })
    }

    /// The maps of the program with their names and texts.
    pub fn all_ready() -> impl Iterator<Item = (&'static str, &'static str)> {
        READY.into_iter()
    }

    /// The separators of a column.
    pub(super) fn separators(&self, column: &Column) -> Vec<String> {
        let own = column.separators.as_ref().or(self.separators.as_ref());
        own.cloned().unwrap_or_else(|| vec!["\n".to_owned(), ";".to_owned()])
    }

    fn columns(&self) -> impl Iterator<Item = (Rows, &Column)> {
        let parts = self.sheets.iter().flat_map(|sheet| &sheet.parts);
        let all =
            parts.flat_map(|part| part.columns.iter().map(|column| (part.rows.unwrap_or(Rows::Activity), column)));
        all.flat_map(|(rows, column)| {
            let inner = column.parts.iter().chain(&column.lines).map(move |inner| (rows, inner));
            std::iter::once((rows, column)).chain(inner)
        })
    }
}

/// The JSON Schema of maps.
pub fn schema() -> Value {
    let settings = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true);
    let mut schema = settings.into_generator().into_root_schema_for::<Map>().to_value();
    schema["$id"] = SCHEMA.into();
    schema["title"] = "import map".into();
    schema
}

#[cfg(test)]
mod tests {
    use super::{Map, schema};

    #[test]
    fn ready_maps_are_read_and_keep_their_schema() {
        let validator = jsonschema::draft7::new(&schema()).unwrap();
        for (name, text) in Map::all_ready() {
            Map::ready(name).unwrap_or_else(|error| panic!("{name}: {error}"));
            let value: serde_json::Value = toml::from_str(text).unwrap();
            let wrong: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
            assert_eq!(wrong, [""; 0], "{name}");
        }
    }

    #[test]
    fn a_map_by_letters_is_printed_and_is_none_of_those_that_are_taken() {
        Map::read(Map::printed("letters").unwrap()).unwrap();
        assert!(Map::ready("letters").is_err());
        assert!(Map::printed("leters").unwrap_err().to_string().contains("did you mean `letters`?"));
    }

    #[test]
    fn what_is_wrong_with_a_map_is_told() {
        let map = |column: &str| {
            format!("title = \"x\"\n[[sheets]]\n[[sheets.parts]]\nrows = \"activity\"\ncolumns = [{column}]\n")
        };
        assert!(Map::read(&map("{ label = \"A\", to = \"title\" }")).is_ok());
        for (text, words) in [
            (map("{ label = \"A\", to = \"purpose\" }"), "did you mean `purposes`?"),
            (map("{ label = \"A\", too = \"title\" }"), "unknown field `too`"),
            (map(""), "names no column"),
            ("title = 1".into(), "invalid type"),
        ] {
            let error = Map::read(&text).unwrap_err().to_string();
            assert!(error.contains(words), "{error}");
        }
        assert!(Map::ready("plan").unwrap_err().to_string().contains("did you mean `plain`?"));
    }
}
