//! The pack for a client: the Article 30(2) record of what is done for it, the sub-processors and the
//! measures.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Pack;
use super::about::About;
use crate::export::workbook::Workbook;
use crate::export::{csv, html_tables, xlsx};
use crate::handover::HandoverError;
use crate::strings::Strings;

/// What the pack is made from: tables of a registry in which no other client is left.
pub struct Client<'a> {
    /// Whose record it is: the client, and who processes for it.
    pub title: &'a str,
    /// The tables. They are asked for once per format.
    pub workbook: &'a (dyn Fn() -> Workbook<'a> + Sync),
    /// Day on which the register was judged.
    pub as_of: NaiveDate,
    /// The words.
    pub strings: &'a Strings,
}

impl Client<'_> {
    /// The files of the pack. It names no commit: that is no business of the client.
    ///
    /// # Errors
    /// If one of them cannot be made.
    pub fn pack(self) -> Result<BTreeMap<String, Vec<u8>>, HandoverError> {
        let mut pack = Pack::default();
        let (mut page, mut workbook) = (Vec::new(), Vec::new());
        html_tables::write((self.workbook)(), &mut page)?;
        pack.put("record.html", page);
        xlsx::write((self.workbook)(), &mut workbook)?;
        pack.put("record.xlsx", workbook);
        for file in csv::files((self.workbook)(), csv::Options { mark: true, ..csv::Options::default() }) {
            let file = file?;
            pack.put(format!("csv/{}", file.name), file.bytes);
        }
        let reason = self.strings.plain("pack-client");
        let about = About { title: self.title, reason: &reason, as_of: self.as_of, typesetter: None, origin: None };
        let entries =
            [("record.html", "pack-record-html"), ("record.xlsx", "pack-record-xlsx"), ("csv/", "pack-record-csv")];
        pack.seal(&about, &entries, self.strings)
    }
}
