//! `ropa export profiles`.

use clap::Args;

use super::Part;
use super::register::{Opened, Register};
use super::tables::find;
use crate::cli::workplace::Workplace;
use crate::cli::{Console, DONE, Outcome};
use crate::export::profile;

/// List the profiles of table exports, or show one: its sheets and columns, their English labels,
/// articles and facts, its source and the day it was read.
///
/// Profiles of your own stand in `registry/profiles/NAME.toml`; `ropa schema profile` describes them, and
/// the manual lists the facts they can take.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa export profiles
  ropa export profiles ico")]
pub(super) struct Profiles {
    /// The profile to show
    #[arg(value_name = "NAME")]
    name: Option<String>,
}

impl Profiles {
    pub(super) fn run(self, workplace: &Workplace, console: &Console) -> Outcome {
        let part = Part { controller: None, activities: Vec::new() };
        let register = match Register::open(workplace, &part, console)? {
            Opened::Register(register) => register,
            Opened::Broken(code) => return Ok(code),
        };
        match self.name {
            Some(name) => console.say(find(&register, &name)?.described().trim_end()),
            None => {
                let names = profile::names(register.profiles());
                let width = names.iter().map(String::len).max().unwrap_or_default();
                for name in &names {
                    let title = find(&register, name)?.in_english().to_owned();
                    console.say(&format!("{name:width$}  {title}"));
                }
            }
        }
        Ok(register.leave(DONE))
    }
}
