//! How much each lint weighs, and who said so.

use std::collections::BTreeMap;
use std::fmt;

use super::{ALL, Group, Lint, find};
use crate::decode::did_you_mean;
use crate::diagnostic::{Diagnostic, Severity};
use crate::record::settings::{Level, Settings};
use crate::source::Span;

impl Level {
    /// How a finding of this level is shown.
    pub fn severity(self) -> Severity {
        match self {
            Level::Deny => Severity::Error,
            Level::Warn | Level::Allow => Severity::Warning,
        }
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Level::Allow => "allow",
            Level::Warn => "warn",
            Level::Deny => "deny",
        }
    }
}

impl Group {
    /// The level of its lints where nobody says otherwise.
    pub fn default_level(self) -> Level {
        match self {
            Group::Required => Level::Deny,
            Group::Suspicious | Group::Guidance => Level::Warn,
            Group::Pedantic => Level::Allow,
        }
    }
}

/// A level, and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// The level.
    pub level: Level,
    /// Who set it.
    pub origin: Origin,
}

/// Who set a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The default of the lint's group.
    Group(Group),
    /// `[lints]` in `registry.toml`, in this line.
    Settings(usize),
    /// An option of the command line.
    CommandLine,
}

impl fmt::Display for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = self.level.name();
        match self.origin {
            Origin::Group(group) => write!(f, "`{level}` is the default of the group `{}`", group.name()),
            Origin::Settings(line) => write!(f, "`{level}` is set in registry.toml, line {line}"),
            Origin::CommandLine => write!(f, "`{level}` is set on the command line"),
        }
    }
}

/// What the command line says, in its order.
#[derive(Debug, Clone, Default)]
pub struct Overrides(pub Vec<(Target, Level)>);

/// What a level is set for.
#[derive(Debug, Clone, Copy)]
pub enum Target {
    /// Everything that warns.
    Warnings,
    /// A group.
    Group(Group),
    /// One lint.
    Lint(&'static Lint),
}

impl Target {
    /// The group or lint with this name.
    ///
    /// # Errors
    /// What was probably meant, if there is none.
    pub fn of(name: &str) -> Result<Target, String> {
        if name == "warnings" {
            return Ok(Target::Warnings);
        }
        if let Some(group) = Group::ALL.into_iter().find(|group| group.name() == name) {
            return Ok(Target::Group(group));
        }
        let meant = did_you_mean(name, ["warnings"]);
        let said =
            || meant.map_or_else(|| unknown(name), |_| format!("there is no lint `{name}`; did you mean `warnings`?"));
        find(name).map(Target::Lint).ok_or_else(said)
    }
}

/// Says that there is no such lint, and which one was probably meant.
pub fn unknown(name: &str) -> String {
    let names = ALL.iter().map(|lint| lint.name).chain(Group::ALL.map(Group::name));
    match did_you_mean(name, names) {
        Some(near) => format!("there is no lint `{name}`; did you mean `{near}`?"),
        None => format!("there is no lint `{name}`; `ropa lints` lists them"),
    }
}

/// The level of every lint.
#[derive(Debug, Clone)]
pub struct Levels {
    settings: BTreeMap<&'static str, Setting>,
}

impl Levels {
    /// Defaults, then groups and lints as the registry sets them, then the command line. A lint wins
    /// over its group.
    pub fn new(settings: &Settings, line_of: impl Fn(Span) -> usize, overrides: &Overrides) -> Levels {
        let defaults = ALL.iter().map(|lint| {
            let setting = Setting { level: lint.group.default_level(), origin: Origin::Group(lint.group) };
            (lint.name, setting)
        });
        let mut levels = Levels { settings: defaults.collect() };
        let written: Vec<(Target, Setting)> = settings
            .lints
            .iter()
            .filter_map(|row| {
                let target = Target::of(&row.key.name).ok()?;
                Some((target, Setting { level: row.value, origin: Origin::Settings(line_of(row.key.span)) }))
            })
            .collect();
        levels.apply(&written);
        let said: Vec<(Target, Setting)> = overrides
            .0
            .iter()
            .map(|(target, level)| (*target, Setting { level: *level, origin: Origin::CommandLine }))
            .collect();
        levels.apply(&said);
        levels
    }

    /// The level of a lint.
    pub fn of(&self, lint: &Lint) -> Setting {
        let default = Setting { level: lint.group.default_level(), origin: Origin::Group(lint.group) };
        self.settings.get(lint.name).copied().unwrap_or(default)
    }

    fn apply(&mut self, settings: &[(Target, Setting)]) {
        let rank = |target: &Target| match target {
            Target::Group(_) => 0,
            Target::Lint(_) => 1,
            Target::Warnings => 2,
        };
        for wanted in 0..3 {
            for (target, setting) in settings.iter().filter(|(target, _)| rank(target) == wanted) {
                for lint in ALL {
                    let meant = match target {
                        Target::Group(group) => lint.group == *group,
                        Target::Lint(one) => lint.name == one.name,
                        Target::Warnings => self.of(lint).level == Level::Warn,
                    };
                    if meant {
                        self.settings.insert(lint.name, *setting);
                    }
                }
            }
        }
    }
}

/// Names in `[lints]` that lead nowhere.
pub(super) fn check(settings: &Settings) -> Vec<Diagnostic> {
    let unknown = settings.lints.iter().filter_map(|row| {
        let name = &row.key.name;
        let said = match Target::of(name) {
            Ok(Target::Warnings) => "`warnings` is a word of the command line".to_owned(),
            Ok(_) => return None,
            Err(said) => said,
        };
        Some(
            Diagnostic::error("unknown-lint", row.key.span, said)
                .label("no lint and no group of lints")
                .help("groups are `required`, `suspicious`, `guidance` and `pedantic`"),
        )
    });
    unknown.collect()
}
