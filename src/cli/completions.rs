//! `ropa completions`.

use clap::Args;
use clap_complete::Shell;

use super::{Console, DONE, Outcome};

/// Print completions for a shell.
#[derive(Debug, Args)]
#[command(after_long_help = "\
Examples:
  ropa completions bash > ~/.local/share/bash-completion/completions/ropa
  ropa completions zsh > ~/.zfunc/_ropa
  ropa completions fish > ~/.config/fish/completions/ropa.fish")]
pub(super) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub(super) fn run(self, console: &Console) -> Outcome {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut super::command(), "ropa", &mut script);
        console.raw(&script);
        Ok(DONE)
    }
}
