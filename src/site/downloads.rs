//! The tables of the register and its records as files, for those who read the internal site.
//!
//! Where a format cannot hold what the records say, the file says so: a build does not fail for it.

use rayon::prelude::*;

use super::order::Order;
use super::{Site, SiteError};
use crate::export::profile::{self, DEFAULT, Profile};
use crate::export::workbook::{Part, Sheet, Workbook};
use crate::export::{ExportError, archive, csv, json, ods, tables, xlsx};
use crate::register::{DOWNLOADS, Desk};

pub(super) fn render(site: &Site<'_>, desk: &Desk<'_>, order: &Order<'_>) -> Result<(), SiteError> {
    if !order.wants("internal/downloads/") {
        return Ok(());
    }
    let Some(profile) = profile::find(&site.reading.profiles, DEFAULT) else { return Ok(()) };
    DOWNLOADS.par_iter().try_for_each(|name| {
        let route = format!("internal/{name}");
        order.offer(&route, || {
            let made = make(name, site, desk, &profile);
            made.or_else(|error| refused(name, &error, desk))
                .map_err(|source| SiteError::Export { route: route.clone(), source })
        })
    })
}

/// The bytes of a download.
fn make(name: &str, site: &Site<'_>, desk: &Desk<'_>, profile: &Profile) -> Result<Vec<u8>, ExportError> {
    let workbook = || tables::workbook(desk, profile);
    match name.rsplit('.').next() {
        Some("xlsx") => written(workbook(), |workbook, out| xlsx::write(workbook, out)),
        Some("ods") => written(workbook(), |workbook, out| ods::write(workbook, std::io::Cursor::new(out))),
        Some("zip") => {
            let files = csv::files(workbook(), csv::Options { mark: true, ..csv::Options::default() });
            let files: Result<_, ExportError> = files.map(|file| file.map(|file| (file.name, file.bytes))).collect();
            archive::zip(&files?, "register-csv", site.as_of)
        }
        _ => json::text(&site.reading.sources, |_, _| true).map(String::into_bytes),
    }
}

fn written(
    workbook: Workbook<'_>,
    write: impl FnOnce(Workbook<'_>, &mut Vec<u8>) -> Result<(), ExportError>,
) -> Result<Vec<u8>, ExportError> {
    let mut bytes = Vec::new();
    write(workbook, &mut bytes)?;
    Ok(bytes)
}

/// A file that says why it is not the one that was wanted.
fn refused(name: &str, error: &ExportError, desk: &Desk<'_>) -> Result<Vec<u8>, ExportError> {
    let reason = error.to_string();
    if name.ends_with(".json") {
        return Ok(format!("{:#}\n", serde_json::json!({ "refused": reason })).into_bytes());
    }
    let title = desk.strings.plain("register-title");
    let sheet = Sheet { name: title.clone(), parts: vec![Part::Note(reason)] };
    let language = "en".to_owned();
    let workbook = Workbook { title, language, as_of: desk.as_of, sheets: vec![sheet] };
    written(workbook, |workbook, out| match name.ends_with(".ods") {
        true => ods::write(workbook, std::io::Cursor::new(out)),
        false => xlsx::write(workbook, out),
    })
}
