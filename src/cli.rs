//! The command line: arguments in, exit code out. The only place that prints.

mod archive;
mod baseline;
mod build;
mod check;
mod completions;
mod console;
mod coverage;
mod diff;
mod explain;
mod export;
mod file;
mod import;
mod init;
mod judging;
mod kind;
mod law;
mod man;
mod manual;
mod new;
mod past;
mod provenance;
mod rename;
mod schema;
mod serve;
mod show;
mod theme;
mod verify;
mod workplace;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::{CommandFactory, Parser, Subcommand, ValueEnum};

pub use console::Console;

/// Everything went well, and nothing stands at deny level.
const DONE: u8 = 0;
/// There are findings at deny level.
const FINDINGS: u8 = 1;
/// The command could not run.
const CANNOT_RUN: u8 = 2;

/// Privacy notice and Article 30 register from the same TOML records.
#[derive(Debug, Parser)]
#[command(name = "ropa", version, about, max_term_width = 100, after_help = EXIT_CODES, after_long_help = LONG_HELP)]
struct Arguments {
    /// Folder of the registry [default: `registry` here or in the nearest folder above]
    #[arg(long, global = true, value_name = "DIR")]
    registry: Option<PathBuf>,

    /// Day on which dates are judged [default: SOURCE_DATE_EPOCH, else today]
    #[arg(long, global = true, value_name = "DATE")]
    as_of: Option<NaiveDate>,

    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    color: Colours,

    #[command(subcommand)]
    command: Command,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Colours {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

// A variant without a comment has that of its struct, with the paragraphs that `--help` shows.
#[derive(Debug, Subcommand)]
enum Command {
    Check(check::Check),
    Build(build::Build),
    Archive(archive::Archive),
    /// Print completions for a shell
    Completions(completions::Completions),
    Coverage(coverage::Coverage),
    Diff(diff::Diff),
    Explain(explain::Explain),
    Export(export::Export),
    Import(import::Import),
    Init(init::Init),
    Law(law::Law),
    Lints(explain::Lints),
    /// Print the manual page, or write one page per command
    Man(man::Man),
    Manual(manual::Manual),
    New(new::New),
    Rename(rename::Rename),
    Schema(schema::Schema),
    Serve(serve::Serve),
    Show(show::Show),
    Theme(theme::Theme),
    Verify(verify::Verify),
}

const EXIT_CODES: &str = "Exit codes: 0 done, 1 findings, 2 could not run";

const LONG_HELP: &str = "\
Examples:
  ropa init                 start a registry in the folder `registry`
  ropa check                report every problem, with file, line and column
  ropa explain NAME         what a lint asks, why, and how to mend it
  ropa build                write output/public and output/internal
  ropa serve --open         show both in a browser, anew at every change
  ropa new processor mail   add registry/processors/mail.toml

Exit codes:
  0  done, and nothing at deny level
  1  there are findings at deny level, or mistakes in the files
  2  the command could not run";

/// Runs the program and says how it ended.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // clap prints help and version to standard output, mistakes to standard error.
            let _ = error.print();
            return if error.use_stderr() { CANNOT_RUN.into() } else { DONE.into() };
        }
    };
    let console = Console::new(arguments.color);
    let place = workplace::Workplace { registry: arguments.registry, as_of: arguments.as_of, past: None };
    let outcome = match arguments.command {
        Command::Check(command) => command.run(&place, &console),
        Command::Build(command) => command.run(&place, &console),
        Command::Archive(command) => command.run(&place, &console),
        Command::Completions(command) => command.run(&console),
        Command::Coverage(command) => command.run(&place, &console),
        Command::Diff(command) => command.run(&place, &console),
        Command::Explain(command) => command.run(&console),
        Command::Export(command) => command.run(&place, &console),
        Command::Import(command) => command.run(&place, &console),
        Command::Init(command) => command.run(&place, &console),
        Command::Law(command) => command.run(&place, &console),
        Command::Lints(command) => command.run(&console),
        Command::Man(command) => command.run(&console),
        Command::Manual(command) => command.run(&console),
        Command::New(command) => command.run(&place, &console),
        Command::Rename(command) => command.run(&place, &console),
        Command::Schema(command) => command.run(&console),
        Command::Serve(command) => command.run(&place, &console),
        Command::Show(command) => command.run(&place, &console),
        Command::Theme(command) => command.run(&place, &console),
        Command::Verify(command) => command.run(&place, &console),
    };
    match outcome {
        Ok(code) => code.into(),
        Err(failure) => {
            console.failure(failure.as_ref());
            CANNOT_RUN.into()
        }
    }
}

/// The command line as clap sees it, for completions, the manual page and the tests.
pub fn command() -> clap::Command {
    Arguments::command()
}

/// How a command ends: an exit code, or why it could not run.
type Outcome = Result<u8, Box<dyn std::error::Error>>;
