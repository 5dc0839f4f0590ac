//! The register, or the part of it, that is exported.

use std::path::Path;

use chrono::NaiveDate;

use super::Part;
use crate::cli::build;
use crate::cli::check::leave;
use crate::cli::workplace::Workplace;
use crate::cli::{Console, FINDINGS};
use crate::export::{ExportError, json};
use crate::reading::Reading;
use crate::selection::Selection;
use crate::site::Site;
use crate::theme::{Theme, ThemeError};

/// What is exported.
pub(super) struct Register {
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
        let selection = Selection {
            controller: part.controller.clone(),
            activities: part.activities.clone(),
            ..Selection::default()
        };
        Register::select(workplace, &selection, console)
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
        Ok(Opened::Register(Box::new(Register { whole, part, as_of })))
    }

    /// The records that are exported.
    pub(super) fn reading(&self) -> &Reading {
        self.part.as_ref().unwrap_or(&self.whole)
    }

    /// The theme that was named, or `themes/default` here, or the one built in.
    pub(super) fn theme(&self, named: Option<&Path>) -> Result<Theme, ThemeError> {
        build::theme(named, &self.whole)
    }

    /// Everything that pages are made from. What lints find stays with the authors.
    pub(super) fn site<'a>(&'a self, theme: &'a Theme) -> Site<'a> {
        Site { reading: self.reading(), theme, findings: &[], as_of: self.as_of, single_page: true }
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
