//! `ropa theme data`.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use clap::Args;
use serde_json::Value;

use crate::cli::explain::ListFormat;
use crate::cli::workplace::Workplace;
use crate::cli::{Console, DONE, Outcome};
use crate::decode::did_you_mean;
use crate::lint::levels::Overrides;
use crate::lint::pass::judge;
use crate::site::Site;
use crate::theme::Theme;
use crate::theme::contract::{self, PAGES, Page};

/// Print what a template may use: the fields of a page, their types and meanings.
///
/// This is a contract with a version. Fields may be added within a version; a field that goes, or means
/// something else, makes a new one. A theme asks for its version with `contract` in theme.toml.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa theme data                          the pages and their templates
  ropa theme data notice                   the fields of a notice
  ropa theme data notice --format json     their JSON Schema
  ropa theme data notice --sample          what the first notice of the registry here gives its template

Exit codes: 0 printed, 2 there is no such page")]
pub(super) struct Data {
    /// The page: `notice`, `register` ... [default: a list of them]
    #[arg(value_name = "PAGE")]
    page: Option<String>,

    /// How it is written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: ListFormat,

    /// Print the data of a page of the registry here instead, as JSON
    #[arg(long, requires = "page")]
    sample: bool,
}

impl Data {
    pub(super) fn run(self, place: &Workplace, console: &Console) -> Outcome {
        let page = self.page.as_deref().map(named).transpose()?;
        match (page, self.format) {
            (Some(page), _) if self.sample => console.say(&format!("{:#}", sample(page, place)?)),
            (Some(page), ListFormat::Json) => console.say(&format!("{:#}", page.schema())),
            (Some(page), ListFormat::Human) => console.say(contract::table(page).trim_end()),
            (None, ListFormat::Json) => console.say(&format!("{:#}", contract::whole())),
            (None, ListFormat::Human) => console.say(contract::overview().trim_end()),
        }
        Ok(DONE)
    }
}

fn named(name: &str) -> Result<&'static Page, String> {
    Page::named(name).ok_or_else(|| {
        let names = PAGES.iter().map(|page| page.name);
        let help = match did_you_mean(name, names.clone()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the pages are {}", names.collect::<Vec<_>>().join(", ")),
        };
        format!("there is no page `{name}`; {help}")
    })
}

/// What the first page of a kind gives its template.
fn sample(page: &Page, place: &Workplace) -> Result<Value, Box<dyn std::error::Error>> {
    let first = Arc::new(Mutex::new(BTreeMap::new()));
    let keeper = Arc::clone(&first);
    let keep = Box::new(move |template: &str, data: Value| {
        if let Ok(mut first) = keeper.lock() {
            first.entry(template.to_owned()).or_insert(data);
        }
    });
    // With one thread pages come in their order, and the first is always the same.
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build()?;
    if page.name == "manual" {
        let theme = Theme::embedded("en")?.observed(keep);
        alone.install(|| crate::manual::render(&crate::cli::command(), &theme, &|_, _| Ok(())))?;
    } else {
        let reading = place.read()?;
        let as_of = place.as_of()?;
        let verdict = judge(&reading, as_of, &Overrides::default());
        let theme = crate::cli::build::theme(None, &reading)?.observed(keep);
        let site = Site { reading: &reading, theme: &theme, findings: &verdict.findings, as_of, single_page: true };
        alone.install(|| site.render(&|_, _| Ok(())))?;
    }
    let data = first.lock().ok().and_then(|mut first| first.remove(page.template));
    data.ok_or_else(|| format!("the registry here makes no page with `{}`", page.template).into())
}
