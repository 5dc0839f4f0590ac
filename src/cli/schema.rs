//! `ropa schema`.

use std::fs;
use std::path::PathBuf;

use clap::Args;
use serde_json::{Map, Value};

use super::check::count;
use super::{Console, DONE, Outcome, file};
use crate::decode::did_you_mean;
use crate::diagnostic::json;
use crate::{change, coverage, export, import, schema, verify};

/// Print the JSON Schemas of the files of a registry, or write them.
///
/// Every kind has two: `activity` for a file that is one record, `activities` for a file that
/// holds many. `registry` is for registry.toml, `findings` for what `check --format json` prints, `verify` for what
/// `verify --format json` prints, `theme` for theme.toml, `coverage` for what `coverage --format json` prints,
/// `diff` for what `diff --format json` prints, `registry-export` for a registry as one JSON file, `import-map`
/// for maps of spreadsheets. Editors find them through a
/// first line such as
/// `#:schema ../../schemas/activity.schema.json`.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa schema                     one JSON object with all schemas by file name
  ropa schema activity            the schema of registry/activities/*.toml
  ropa schema activities          the schema of registry/activities.toml
  ropa schema --output schemas    one file per schema")]
pub(super) struct Schema {
    /// One schema: `activity`, `activities`, `registry` ... [default: all of them]
    #[arg(value_name = "NAME", conflicts_with = "output")]
    name: Option<String>,

    /// Folder for one file per schema
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
}

/// Why no schema could be printed.
#[derive(Debug, thiserror::Error)]
enum SchemaError {
    #[error("there is no schema `{name}`; {help}")]
    Unknown { name: String, help: String },
}

impl Schema {
    pub(super) fn run(self, console: &Console) -> Outcome {
        let mut schemas = schema::schemas();
        schemas.push(("findings.schema.json".to_owned(), json::schema()));
        schemas.push(("verify.schema.json".to_owned(), verify::schema()));
        schemas.push(("profile.schema.json".to_owned(), export::profile::schema()));
        schemas.push(("theme.schema.json".to_owned(), schema::theme_schema()));
        schemas.push(("coverage.schema.json".to_owned(), coverage::json::schema()));
        schemas.push(("diff.schema.json".to_owned(), change::report::json::schema()));
        schemas.push((export::json::SCHEMA.to_owned(), export::json::schema()));
        schemas.push((import::sheets::SCHEMA.to_owned(), import::sheets::schema()));
        if let Some(folder) = self.output {
            fs::create_dir_all(&folder)?;
            for (name, schema) in &schemas {
                file::replace(&folder.join(name), &format!("{schema:#}\n"))?;
            }
            console.note(&format!("{} written to {}", count(schemas.len(), "schema", "schemas"), folder.display()));
            return Ok(DONE);
        }
        let printed = match self.name {
            Some(name) => one(&name, schemas)?,
            None => Value::Object(schemas.into_iter().collect::<Map<_, _>>()),
        };
        console.say(&format!("{printed:#}"));
        Ok(DONE)
    }
}

fn one(name: &str, schemas: Vec<(String, Value)>) -> Result<Value, SchemaError> {
    let stem = |file_name: &str| file_name.trim_end_matches(".schema.json").to_owned();
    let stems: Vec<String> = schemas.iter().map(|(file_name, _)| stem(file_name)).collect();
    match schemas.into_iter().find(|(file_name, _)| stem(file_name) == stem(name)) {
        Some((_, schema)) => Ok(schema),
        None => {
            let help = match did_you_mean(name, stems.iter().map(String::as_str)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the schemas are {}", stems.join(", ")),
            };
            Err(SchemaError::Unknown { name: name.to_owned(), help })
        }
    }
}
