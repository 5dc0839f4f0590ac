//! `ropa theme files` and `ropa theme show`.

use clap::Args;

use crate::cli::{Console, DONE, Outcome};
use crate::decode::did_you_mean;
use crate::theme::{DEFAULT, default_text, replaceable};

/// Print a file of the default theme, to start your own from
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa theme show templates/base.html > my-theme/templates/base.html
  ropa theme show strings/en.ftl

Exit codes: 0 printed, 2 there is no such file")]
pub(super) struct Show {
    /// Its name, as `ropa theme files` lists it
    #[arg(value_name = "FILE")]
    file: String,
}

/// Lists what a theme can hold.
pub(super) fn list(console: &Console) -> Outcome {
    let files = replaceable();
    let width = files.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    let lines: Vec<String> = files.iter().map(|(name, purpose)| format!("{name:width$}  {purpose}")).collect();
    console.say(&lines.join("\n"));
    Ok(DONE)
}

impl Show {
    pub(super) fn run(self, console: &Console) -> Outcome {
        if let Some(text) = default_text(&self.file) {
            console.raw(text.as_bytes());
            return Ok(DONE);
        }
        // A name alone is enough to guess the folder.
        let by_end = DEFAULT.iter().map(|(name, _)| *name).find(|name| name.ends_with(&format!("/{}", self.file)));
        let near = by_end.or_else(|| did_you_mean(&self.file, DEFAULT.iter().map(|(name, _)| *name)));
        let near = near.map_or("`ropa theme files` lists them".to_owned(), |near| format!("did you mean `{near}`?"));
        Err(format!("the default theme has no file `{}`; {near}", self.file).into())
    }
}
