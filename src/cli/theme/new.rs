//! `ropa theme new`.

use std::fs;
use std::path::PathBuf;

use clap::Args;

use crate::cli::workplace::shown;
use crate::cli::{Console, DONE, Outcome, file};

/// What a new theme begins with: it changes nothing until something is written into it.
const FILES: [(&str, &str); 3] = [
    ("theme.toml", include_str!("new/theme.toml")),
    ("style.css", include_str!("new/style.css")),
    ("strings/en.ftl", include_str!("new/en.ftl")),
];

/// Start a theme: a folder with a theme.toml that explains itself
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa theme new my-theme

Exit codes: 0 written, 2 could not run, and then nothing that stood there is changed")]
pub(super) struct New {
    /// Folder of the new theme; one that holds anything is left alone
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

impl New {
    pub(super) fn run(self, console: &Console) -> Outcome {
        let name = shown(&self.folder);
        if fs::read_dir(&self.folder).is_ok_and(|mut entries| entries.next().is_some()) {
            return Err(format!("{name} is not empty, and nothing in it is overwritten; choose another folder").into());
        }
        if let Some(file) = self.folder.ancestors().find(|part| part.is_file()) {
            return Err(format!("{} is a file, and a theme is a folder; choose another name", shown(file)).into());
        }
        let strings = self.folder.join("strings");
        fs::create_dir_all(&strings).map_err(|error| format!("cannot make the folder {}: {error}", shown(&strings)))?;
        for (path, text) in FILES {
            file::create(&self.folder.join(path), text)?;
        }
        console.say(&format!("{} files written to {name}", FILES.len()));
        console.note(&format!(
            "\nNext:\n  1. set colours, logo and footer in {name}/theme.toml\n  \
             2. ropa theme check {name}     report everything that is wrong with it\n  \
             3. ropa build --theme {name}   write both sites with it\n\n\
             `ropa theme files` lists what else it can replace, `ropa theme show FILE` prints the default."
        ));
        Ok(DONE)
    }
}
