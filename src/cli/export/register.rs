//! The register, or the part of it, that is exported.

use std::path::Path;

use chrono::NaiveDate;

use super::Part;
use crate::cli::build;
use crate::cli::check::leave;
use crate::cli::workplace::Workplace;
use crate::cli::{Console, FINDINGS};
use crate::export::profile::Profile;
use crate::export::{ExportError, json};
use crate::load::Loaded;
use crate::reading::Reading;
use crate::register::Desk;
use crate::selection::{Selection, SelectionError};
use crate::site::Site;
use crate::source::Sources;
use crate::theme::{Theme, ThemeError};

impl Part {
    fn selection(&self) -> Selection {
        Selection { controller: self.controller.clone(), activities: self.activities.clone(), ..Selection::default() }
    }
}

/// What is exported.
pub(super) struct Register {
    /// The files of the whole registry.
    loaded: Loaded,
    whole: Reading,
    /// What was asked for, where that is not everything.
    part: Option<Reading>,
    pub(super) as_of: NaiveDate,
}

/// What became of opening a register.
pub(super) enum Opened {
    Register(Box<Register>),
    /// It has mistakes, which were shown; the program ends with this code.
    Broken(u8),
}

impl Register {
    /// Reads the registry and takes the part that is asked for.
    pub(super) fn open(
        workplace: &Workplace,
        part: &Part,
        console: &Console,
    ) -> Result<Opened, Box<dyn std::error::Error>> {
        Register::select(workplace, &part.selection(), console)
    }

    pub(super) fn select(
        workplace: &Workplace,
        selection: &Selection,
        console: &Console,
    ) -> Result<Opened, Box<dyn std::error::Error>> {
        let as_of = workplace.as_of()?;
        let loaded = workplace.load()?;
        let whole = Reading::of_loaded(loaded.clone());
        if whole.is_broken() {
            console.diagnostics(&whole.diagnostics, &whole.sources);
            console.note("nothing was exported; mend the records first");
            return Ok(Opened::Broken(leave(whole, FINDINGS)));
        }
        let part = if selection.is_everything() { None } else { Some(selection.narrow(&loaded, &whole)?) };
        Ok(Opened::Register(Box::new(Register { loaded, whole, part, as_of })))
    }

    /// The records that are exported.
    pub(super) fn reading(&self) -> &Reading {
        self.part.as_ref().unwrap_or(&self.whole)
    }

    /// The same part with the notices in force alone.
    pub(super) fn in_force(&self, part: &Part) -> Result<Reading, SelectionError> {
        let selection = Selection { in_force: Some(self.as_of), ..part.selection() };
        selection.narrow(&self.loaded, &self.whole)
    }

    /// The files of the whole registry, with their texts.
    pub(super) fn sources(&self) -> &Sources {
        &self.whole.sources
    }

    /// The profiles that the registry has of its own.
    pub(super) fn profiles(&self) -> &[Profile] {
        &self.whole.profiles
    }

    /// What concerns the records as a whole.
    pub(super) fn desk<'a>(&'a self, theme: &'a Theme) -> Desk<'a> {
        let reading = self.reading();
        Desk::new(&reading.registry, &reading.sources, theme.strings(), self.as_of, &[])
    }

    /// The theme that was named, or `themes/default` here, or the one built in.
    pub(super) fn theme(&self, named: Option<&Path>) -> Result<Theme, ThemeError> {
        build::theme(named, &self.whole)
    }

    /// Everything that pages are made from. What lints find stays with the authors.
    pub(super) fn site<'a>(&'a self, theme: &'a Theme) -> Site<'a> {
        self.site_of(self.reading(), theme)
    }

    /// The same of another part.
    pub(super) fn site_of<'a>(&self, reading: &'a Reading, theme: &'a Theme) -> Site<'a> {
        Site { reading, theme, findings: &[], as_of: self.as_of, single_page: true }
    }

    /// The records as JSON.
    pub(super) fn json(&self) -> Result<String, ExportError> {
        let part = self.part.as_ref().map(|part| &part.registry);
        json::text(&self.whole.sources, |kind, id| part.is_none_or(|part| part.node(kind, id).is_some()))
    }

    /// Ends with this exit code.
    pub(super) fn leave(self, code: u8) -> u8 {
        if let Some(part) = self.part {
            leave(part, code);
        }
        leave(self.whole, code)
    }
}
