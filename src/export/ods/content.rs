//! `content.xml`: styles of cells, the sheets, and where filters are.

use std::collections::BTreeSet;
use std::io::Write;

use super::super::ExportError;
use super::super::spreadsheet::{Limits, lay_out};
use super::Arranged;
use super::sheet::OdsSheet;
use super::xml::{escape, escaped};

const LIMITS: Limits = Limits { format: "ODS", units: None };

/// Lines for which there is a height of a row; longer notes are cut off on screen, never in the file.
pub(super) const HIGHEST: usize = 60;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content \
    xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" \
    xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
    xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.3\">";

/// The styles of cells: name, properties of the cell, properties of the text.
const CELLS: [(&str, &str, &str); 7] = [
    ("note", "", ""),
    ("heading", "", "fo:font-weight=\"bold\" fo:font-size=\"14pt\""),
    ("text", GRID, ""),
    ("day", GRID, ""),
    ("label", GRID, "fo:font-weight=\"bold\""),
    ("head", "fo:border=\"0.5pt solid #bfbfbf\" fo:background-color=\"#dce6f1\"", "fo:font-weight=\"bold\""),
    ("link", GRID, "fo:color=\"#0b57d0\""),
];

const GRID: &str = "fo:border=\"0.5pt solid #bfbfbf\"";

/// Writes the sheets.
pub(super) fn write(sheets: Vec<Arranged<'_>>, out: &mut impl Write) -> Result<(), ExportError> {
    out.write_all(HEAD.as_bytes())?;
    out.write_all(styles(&sheets).as_bytes())?;
    out.write_all(b"<office:body><office:spreadsheet>")?;
    let mut filters = Vec::new();
    for (at, Arranged { name, layout, sheet }) in sheets.into_iter().enumerate() {
        let mut rows = OdsSheet::new(&name, &layout, &mut *out);
        rows.open();
        lay_out(&name, sheet, &layout, LIMITS, &mut rows)?;
        if let Some((head, last, columns)) = rows.close()? {
            let corner = |column: usize, row: u32| format!("{}{}", letters(column), row + 1);
            let range = format!(
                "'{name}'.{}:'{name}'.{}",
                corner(0, head),
                corner(columns.saturating_sub(1), last),
                name = name.replace('\'', "''")
            );
            filters.push((at, range));
        }
    }
    out.write_all(ranges(&filters).as_bytes())?;
    out.write_all(b"</office:spreadsheet></office:body></office:document-content>\n")?;
    Ok(())
}

fn styles(sheets: &[Arranged<'_>]) -> String {
    let mut out = String::from(
        "<office:automatic-styles><number:date-style style:name=\"iso\"><number:year number:style=\"long\"/>\
         <number:text>-</number:text><number:month number:style=\"long\"/><number:text>-</number:text>\
         <number:day number:style=\"long\"/></number:date-style>",
    );
    for (name, cell, text) in CELLS {
        let data = if name == "day" { " style:data-style-name=\"iso\"" } else { "" };
        // A heading is not wrapped, so that it runs over the empty cells beside it.
        let wrap = if name == "heading" { "no-wrap" } else { "wrap" };
        out.push_str(&format!(
            "<style:style style:name=\"{name}\" style:family=\"table-cell\" \
             style:parent-style-name=\"Default\"{data}><style:table-cell-properties fo:wrap-option=\"{wrap}\" \
             style:vertical-align=\"top\" style:text-align-source=\"fix\" {cell}/>\
             <style:paragraph-properties fo:text-align=\"start\"/>"
        ));
        if !text.is_empty() {
            out.push_str(&format!("<style:text-properties {text}/>"));
        }
        out.push_str("</style:style>");
    }
    let widths: BTreeSet<u16> = sheets.iter().flat_map(|sheet| sheet.layout.widths.iter().copied()).collect();
    for width in widths {
        // A character of ten points is about two millimetres wide.
        let millimetres = width * 2;
        out.push_str(&format!(
            "<style:style style:name=\"w{width}\" style:family=\"table-column\">\
             <style:table-column-properties style:column-width=\"{millimetres}mm\"/></style:style>"
        ));
    }
    out.push_str(
        "<style:style style:name=\"fit\" style:family=\"table-row\"><style:table-row-properties \
         style:use-optimal-row-height=\"true\"/></style:style>",
    );
    for lines in 1..=HIGHEST {
        let millimetres = lines * 45 / 10 + 1;
        out.push_str(&format!(
            "<style:style style:name=\"h{lines}\" style:family=\"table-row\"><style:table-row-properties \
             style:row-height=\"{millimetres}mm\" style:use-optimal-row-height=\"false\"/></style:style>"
        ));
    }
    let pages: BTreeSet<u16> = sheets.iter().map(|sheet| sheet.layout.pages).collect();
    for pages in pages {
        out.push_str(&format!(
            "<style:style style:name=\"p{pages}\" style:family=\"table\" style:master-page-name=\"pages{pages}\">\
             <style:table-properties table:display=\"true\"/></style:style>"
        ));
    }
    out + "</office:automatic-styles>"
}

/// The filters of the sheets. Such names are LibreOffice's own for the one filter of a sheet.
fn ranges(filters: &[(usize, String)]) -> String {
    if filters.is_empty() {
        return String::new();
    }
    let mut out = String::from("<table:database-ranges>");
    for (at, range) in filters {
        out.push_str(&format!(
            "<table:database-range table:name=\"__Anonymous_Sheet_DB__{at}\" table:display-filter-buttons=\"true\" \
             table:target-range-address=\"{}\"/>",
            escaped(range)
        ));
    }
    out + "</table:database-ranges>"
}

/// The letters of a column, from 0: A to Z, then AA.
fn letters(column: usize) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    let last = letter(column);
    if column < 26 { last.to_string() } else { letters(column / 26 - 1) + &last.to_string() }
}

/// The start of a table.
pub(super) fn table(name: &str, pages: u16, widths: &[u16]) -> String {
    let mut out = String::from("<table:table table:name=\"");
    escape(name, &mut out);
    out.push_str(&format!("\" table:style-name=\"p{pages}\">"));
    for (at, width) in widths.iter().enumerate() {
        let column = format!("<table:table-column table:style-name=\"w{width}\"/>");
        // Where a sheet prints several pages wide, its first column says on each what a row is about.
        if at == 0 && pages > 1 {
            out.push_str(&format!("<table:table-header-columns>{column}</table:table-header-columns>"));
        } else {
            out.push_str(&column);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_have_letters() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
