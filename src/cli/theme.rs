//! `ropa theme`.

mod check;
mod data;
mod files;
mod new;

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Arg, Args, Subcommand, value_parser};

use super::workplace::Workplace;
use super::{Console, Outcome};

/// Look into themes: what can be replaced, what templates may use, and whether a theme can be used.
///
/// A theme is a folder whose files replace those of the default theme by the same name: templates, parts of
/// the style sheet, scripts, and single messages of the strings. `theme.toml` sets colours, logo, header and
/// footer; `ropa schema theme` describes it. Everything in a theme is public. `ropa build --theme DIR` uses it.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa theme new my-theme           start a theme
  ropa theme files                  what a theme can replace
  ropa theme show style/tokens.css  print a file of the default theme
  ropa theme data notice            what the template of a notice may use
  ropa theme check my-theme         report everything that is wrong with it
  ropa build --theme my-theme

Exit codes: 0 done, 1 there are mistakes in the theme, 2 could not run")]
pub(super) struct Theme {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Data(data::Data),
    /// List the files that a theme can hold, and what each is for
    #[command(args = without_meaning())]
    Files,
    #[command(args = without_meaning())]
    New(new::New),
    #[command(args = without_meaning())]
    Show(files::Show),
}

/// The arguments of every command that say nothing to one that reads no registry: accepted, and not shown.
fn without_meaning() -> [Arg; 2] {
    let registry = Arg::new("registry").long("registry").value_name("DIR").value_parser(value_parser!(PathBuf));
    let as_of = Arg::new("as_of").long("as-of").value_name("DATE").value_parser(value_parser!(NaiveDate));
    [registry.hide(true), as_of.hide(true)]
}

impl Theme {
    pub(super) fn run(self, place: &Workplace, console: &Console) -> Outcome {
        match self.command {
            Command::Check(command) => command.run(place, console),
            Command::Data(command) => command.run(place, console),
            Command::Files => files::list(console),
            Command::New(command) => command.run(console),
            Command::Show(command) => command.run(console),
        }
    }
}
