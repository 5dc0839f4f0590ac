//! `ropa man`.

use std::path::PathBuf;

use clap::Args;

use super::{Console, DONE, Outcome};

/// Print the manual page, or write one page per command.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa man | man -l -
  ropa man --output /usr/local/share/man/man1")]
pub(super) struct Man {
    /// Folder for one page per command
    #[arg(long, value_name = "DIR")]
    output: Option<PathBuf>,
}

impl Man {
    pub(super) fn run(self, console: &Console) -> Outcome {
        match self.output {
            Some(folder) => {
                std::fs::create_dir_all(&folder)?;
                clap_mangen::generate_to(super::command(), &folder)?;
            }
            None => {
                let mut page = Vec::new();
                clap_mangen::Man::new(super::command()).render(&mut page)?;
                console.raw(&page);
            }
        }
        Ok(DONE)
    }
}
