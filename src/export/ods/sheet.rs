//! One sheet, row by row.

use std::io::Write;

use super::super::ExportError;
use super::super::spreadsheet::{Layout, Row, Sink, Value};
use super::content::{HIGHEST, table};
use super::xml::paragraphs;

/// Bytes that are gathered before they are compressed.
const BATCH: usize = 1 << 16;

pub(super) struct OdsSheet<'a, W> {
    name: &'a str,
    layout: &'a Layout,
    out: W,
    xml: String,
    /// Whether there is a row.
    begun: bool,
    /// Head of the first table, its last row and its number of columns.
    filter: Option<(u32, u32, usize)>,
}

impl<'a, W: Write> OdsSheet<'a, W> {
    pub fn new(name: &'a str, layout: &'a Layout, out: W) -> OdsSheet<'a, W> {
        OdsSheet { name, layout, out, xml: String::new(), begun: false, filter: None }
    }

    /// Begins the sheet.
    pub fn open(&mut self) {
        self.xml.push_str(&table(self.name, self.layout.pages, &self.layout.widths));
    }

    /// Ends the sheet and says where its filter is.
    pub fn close(mut self) -> Result<Option<(u32, u32, usize)>, ExportError> {
        if !self.begun {
            self.row_of("fit", |_| {});
        }
        self.xml.push_str("</table:table>");
        self.out.write_all(self.xml.as_bytes())?;
        Ok(self.filter)
    }

    /// A row of cells with a style of its own.
    fn row_of(&mut self, style: &str, cells: impl FnOnce(&mut Self)) {
        self.xml.push_str(&format!("<table:table-row table:style-name=\"{style}\">"));
        let start = self.xml.len();
        cells(self);
        if self.xml.len() == start {
            // A row has at least one cell, and a table one row.
            self.xml.push_str("<table:table-cell/>");
        }
        self.begun = true;
        self.xml.push_str("</table:table-row>");
    }

    /// A cell of text across a number of columns.
    fn words(&mut self, style: &str, across: u16, words: &str) {
        self.xml.push_str(&format!("<table:table-cell table:style-name=\"{style}\" office:value-type=\"string\""));
        if across > 1 {
            self.xml.push_str(&format!(" table:number-columns-spanned=\"{across}\" table:number-rows-spanned=\"1\""));
        }
        self.xml.push('>');
        paragraphs(words, None, &mut self.xml);
        self.xml.push_str("</table:table-cell>");
        if across > 1 {
            self.xml.push_str(&format!("<table:covered-table-cell table:number-columns-repeated=\"{}\"/>", across - 1));
        }
    }

    fn cell(&mut self, value: &Value) {
        match value {
            Value::Empty => self.xml.push_str("<table:table-cell table:style-name=\"text\"/>"),
            Value::Text(words) => self.words("text", 1, words),
            Value::Date(day) => self.xml.push_str(&format!(
                "<table:table-cell table:style-name=\"day\" office:value-type=\"date\" \
                 office:date-value=\"{day}\"><text:p>{day}</text:p></table:table-cell>"
            )),
            Value::Number(number) => self.xml.push_str(&format!(
                "<table:table-cell table:style-name=\"text\" office:value-type=\"float\" \
                 office:value=\"{number}\"><text:p>{number}</text:p></table:table-cell>"
            )),
            Value::Link { words, address } => {
                self.xml.push_str("<table:table-cell table:style-name=\"link\" office:value-type=\"string\">");
                paragraphs(words, Some(address), &mut self.xml);
                self.xml.push_str("</table:table-cell>");
            }
        }
    }

    /// The style of a row that has merged cells of a number of lines.
    fn height(lines: usize) -> String {
        format!("h{}", lines.clamp(1, HIGHEST))
    }
}

impl<W: Write> Sink for OdsSheet<'_, W> {
    fn row(&mut self, at: u32, row: Row<'_>) -> Result<(), ExportError> {
        let span = self.layout.span;
        match row {
            Row::Blank => self.row_of("fit", |_| {}),
            Row::Heading(words) => self.row_of("fit", |sheet| sheet.words("heading", 1, &words)),
            Row::Note(words, lines) => self.row_of(&Self::height(lines), |sheet| sheet.words("note", span, &words)),
            Row::Fact(label, value, lines) => {
                let merged = span > 2 && matches!(value, Value::Text(_));
                let style = if merged { Self::height(lines) } else { "fit".to_owned() };
                self.row_of(&style, |sheet| {
                    sheet.words("label", 1, &label);
                    match &value {
                        Value::Text(words) => sheet.words("text", span.saturating_sub(1), words),
                        value => sheet.cell(value),
                    }
                });
            }
            Row::Head { labels, first } => {
                if first {
                    self.xml.push_str("<table:table-header-rows>");
                    self.filter = Some((at, at, labels.len()));
                }
                self.row_of("fit", |sheet| labels.iter().for_each(|label| sheet.words("head", 1, label)));
                if first {
                    self.xml.push_str("</table:table-header-rows>");
                }
            }
            Row::Cells(values) => self.row_of("fit", |sheet| values.iter().for_each(|value| sheet.cell(value))),
            Row::End { first } => {
                if let (true, Some((_, last, _))) = (first, &mut self.filter) {
                    *last = at.saturating_sub(1);
                }
            }
        }
        if self.xml.len() >= BATCH {
            self.out.write_all(self.xml.as_bytes())?;
            self.xml.clear();
        }
        Ok(())
    }

    fn takes_link(&mut self, _: &str) -> bool {
        true
    }
}
