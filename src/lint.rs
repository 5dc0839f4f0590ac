//! What the law, its guidelines and the judgments ask, checked against the records.
//!
//! 1. A [`Lint`] is a static in a file of its own in `rules/`: a name, a group, its manual page and
//!    a function. It gets a [`Scope`] and reports; it knows neither levels nor output formats.
//! 2. [`levels`] says how much each lint weighs: by its group, by `[lints]` in `registry.toml`, by
//!    the command line. The last word wins and is remembered.
//! 3. [`pass`] runs the lints that are not allowed, leaves out records that are broken anyway, and
//!    sets aside what a waiver accepts.
//!
//! The doc comment of a lint is its manual page (`ropa explain NAME`), and its examples are tests:
//! what stands under "Example" yields exactly this lint, what stands under "Mended" nothing.

mod all;
pub mod grammar;
mod laws;
pub mod levels;
pub mod manual;
pub mod pass;
pub mod prose;
mod report;
mod rules;
mod scope;
mod texts;
mod waivers;
mod ways;
pub mod words;

pub use all::ALL;
pub use report::{Finding, Report};
pub use scope::Scope;

/// Days after which the listing of a recipient asks for another look.
pub const LISTING_DAYS: i64 = 180;

/// A check with its manual page.
#[derive(Debug)]
pub struct Lint {
    /// The fault in kebab-case, such as `retention-missing`.
    pub name: &'static str,
    /// What kind of check it is, which sets its default level.
    pub group: Group,
    /// The manual page, in Markdown.
    pub(crate) docs: &'static str,
    check: fn(&Scope<'_>, &mut Report),
}

/// What a lint rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// The text of the law or a judgment asks for it, and the records alone show it.
    Required,
    /// Probably a mistake.
    Suspicious,
    /// A guideline or an authority asks for it.
    Guidance,
    /// Worth knowing for those who want to be thorough.
    Pedantic,
}

impl Group {
    /// All groups.
    pub const ALL: [Group; 4] = [Group::Required, Group::Suspicious, Group::Guidance, Group::Pedantic];

    /// What its lints rest on, in a few words.
    pub fn meaning(self) -> &'static str {
        match self {
            Group::Required => "the text of the law or a judgment asks for it",
            Group::Suspicious => "probably a mistake",
            Group::Guidance => "a guideline or an authority asks for it",
            Group::Pedantic => "for those who want to be thorough",
        }
    }

    /// Its name in settings and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Group::Required => "required",
            Group::Suspicious => "suspicious",
            Group::Guidance => "guidance",
            Group::Pedantic => "pedantic",
        }
    }
}

/// The lint with this name.
pub fn find(name: &str) -> Option<&'static Lint> {
    ALL.binary_search_by(|lint| lint.name.cmp(name)).ok().map(|index| ALL[index])
}

/// Declares the lint of a file: its doc comment is the manual page.
macro_rules! declare_lint {
    ($(#[doc = $line:literal])+ $name:literal, $group:ident, $check:path) => {
        $(#[doc = $line])+
        pub(in crate::lint) static LINT: $crate::lint::Lint = $crate::lint::Lint {
            name: $name,
            group: $crate::lint::Group::$group,
            docs: concat!($($line, "\n"),+),
            check: $check,
        };
    };
}

use declare_lint;

#[cfg(test)]
mod tests;
