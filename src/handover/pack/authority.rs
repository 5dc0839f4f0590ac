//! The pack for a supervisory authority, Article 30(4).

use std::collections::BTreeMap;
use std::io;
use std::sync::{Mutex, PoisonError};

use super::about::{About, Origin};
use super::{Pack, Packed, Provenance};
use crate::export::workbook::{Cell, Column, Table, Width, Workbook};
use crate::export::{ExportError, csv, ods, xlsx};
use crate::handover::{HandoverError, single};
use crate::registry::Registry;
use crate::site::{Press, Site};
use crate::strings::Strings;

/// Where the notices lie in the pack.
const NOTICES: &str = "notices/";

/// What the pack is made from.
pub struct Authority<'a> {
    /// The register, or the part of it that is handed over.
    pub register: Site<'a>,
    /// The same with the notices in force alone.
    pub notices: Site<'a>,
    /// The tables of the register. It is asked for once per format.
    pub workbook: &'a (dyn Fn() -> Workbook<'a> + Sync),
    /// Every record as JSON.
    pub json: String,
    /// The register as PDF; none where no program can make it.
    pub pdf: Option<Pdf>,
    /// The commit of the records, where there is one.
    pub provenance: Option<&'a Provenance>,
}

/// The register as PDF.
pub struct Pdf {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The program that set it, with its version, where it says so.
    pub program: Option<String>,
}

impl Authority<'_> {
    /// The files of the pack.
    ///
    /// # Errors
    /// If one of them cannot be made.
    pub fn pack(self) -> Result<Packed, HandoverError> {
        let strings = self.register.theme.strings();
        let registry = &self.register.reading.registry;
        let mut pack = Pack::default();
        let is_part = registry.extract.is_some();
        let has_notices = !self.notices.reading.registry.notices.is_empty();
        let mut entries = Vec::new();
        let mut typesetter = None;
        if let Some(pdf) = self.pdf {
            typesetter = pdf.program;
            pack.put("register.pdf", pdf.bytes);
            entries.push(("register.pdf", "pack-register-pdf"));
        }
        pack.put("register.html", single::html(&self.register)?);
        entries.push(("register.html", "pack-register-html"));
        let mut remarks = Vec::new();
        let mut workbook = Vec::new();
        match xlsx::write((self.workbook)(), &mut workbook) {
            Ok(()) => {
                pack.put("register.xlsx", workbook);
                entries.push(("register.xlsx", "pack-register-xlsx"));
            }
            // The other format of workbooks holds texts of any length, so nothing is lost.
            Err(limit @ ExportError::Cell { .. }) => {
                remarks.push(format!("register.ods is there instead of register.xlsx: {limit}"));
                let mut workbook = io::Cursor::new(Vec::new());
                ods::write((self.workbook)(), &mut workbook)?;
                pack.put("register.ods", workbook.into_inner());
                entries.push(("register.ods", "pack-register-ods"));
            }
            Err(other) => return Err(other.into()),
        }
        for file in csv::files((self.workbook)(), csv::Options { mark: true, ..csv::Options::default() }) {
            let file = file?;
            pack.put(format!("csv/{}", file.name), file.bytes);
        }
        entries.push(("csv/", "pack-csv"));
        pack.put("register.json", self.json);
        entries.push(("register.json", if is_part { "pack-register-json-part" } else { "pack-register-json" }));
        pack.put("waivers.csv", waivers(registry, strings)?);
        entries.push(("waivers.csv", "pack-waivers"));
        for (path, bytes) in notices(&self.notices)? {
            pack.put(path, bytes);
        }
        entries.push((NOTICES, if has_notices { "pack-notices" } else { "pack-no-notices" }));
        let title = registry.settings.title.text().map_or_else(|| strings.plain("register-title"), str::to_owned);
        let reason = strings.plain(if is_part { "pack-authority-part" } else { "pack-authority" });
        let as_of = self.register.as_of;
        let origin = Some(self.provenance.map_or(Origin::Loose, Origin::Git));
        let about = About { title: &title, reason: &reason, as_of, typesetter: typesetter.as_deref(), origin };
        Ok(Packed { files: pack.seal(&about, &entries, strings)?, remarks })
    }
}

/// The pages of the notices, as they are published.
fn notices(site: &Site<'_>) -> Result<BTreeMap<String, Vec<u8>>, HandoverError> {
    let pages = Mutex::new(BTreeMap::new());
    Press::new(*site).public(&|route, bytes| {
        if let Some(below) = route.strip_prefix("public/") {
            pages.lock().unwrap_or_else(PoisonError::into_inner).insert(format!("{NOTICES}{below}"), bytes.to_vec());
        }
        Ok(())
    })?;
    Ok(pages.into_inner().unwrap_or_else(PoisonError::into_inner))
}

/// The findings that are accepted for a while.
fn waivers(registry: &Registry, strings: &Strings) -> Result<Vec<u8>, ExportError> {
    let heads =
        ["pack-waiver-record", "pack-waiver-lint", "pack-waiver-reason", "pack-waiver-owner", "pack-waiver-expires"];
    let columns = heads.map(|head| Column { label: strings.plain(head), width: Width::Medium });
    let rows = registry.waivers().into_iter().map(|(node, waiver)| {
        let waiver = &waiver.value;
        let text = |words: Option<&str>| words.map(Cell::text).unwrap_or_default();
        vec![
            Cell::text(registry.identity(node).1),
            text(waiver.lint.text()),
            text(waiver.reason.text()),
            text(waiver.owner.text()),
            waiver.expires.copied().map(|day| Cell::Date(day.0)).unwrap_or_default(),
        ]
    });
    let mut bytes = Vec::new();
    let rows: Vec<Vec<Cell>> = rows.collect();
    let options = csv::Options { mark: true, ..csv::Options::default() };
    csv::write(Table { columns: columns.into(), rows: Box::new(rows.into_iter()) }, options, &mut bytes)?;
    Ok(bytes)
}
