//! `ropa manual`.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use clap::Args;

use super::check::count;
use super::workplace::shown;
use super::{Console, DONE, Outcome};
use crate::manual;
use crate::theme::Theme;
use crate::write::Output;

/// Write the manual as a static site: lints, format, commands and legal data.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa manual --output manual

Exit codes: 0 written, 2 could not run; then nothing was changed")]
pub(super) struct Manual {
    /// Folder of the site
    #[arg(long, value_name = "DIR", default_value = "manual")]
    output: PathBuf,

    /// Folder of a theme [default: the one built in]
    #[arg(long, value_name = "DIR")]
    theme: Option<PathBuf>,
}

impl Manual {
    pub(super) fn run(self, console: &Console) -> Outcome {
        let theme = match self.theme.as_deref().map(Path::new) {
            Some(folder) => Theme::of_folder("en", folder)?,
            None => Theme::embedded("en")?,
        };
        let output = Output::open(&self.output)?;
        let pages = AtomicUsize::new(0);
        manual::render(&super::command(), &theme, &|route, bytes| {
            pages.fetch_add(1, Ordering::Relaxed);
            output.stage(route, bytes)
        })?;
        output.commit()?;
        console.say(&format!("{} in {}", count(pages.into_inner(), "page", "pages"), shown(&self.output)));
        Ok(DONE)
    }
}
