//! One sheet, row by row.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{ExcelDateTime, Format, Url, Worksheet, XlsxError};

use super::super::ExportError;
use super::super::spreadsheet::{Layout, Row, Sink, Value};
use super::look::Look;
use super::{failed, one_byte};

/// Links that Excel allows on a sheet.
const LINKS: usize = 65_530;
/// UTF-16 units of an address that Excel allows.
const ADDRESS: usize = 2_079;
/// Points of a line, of a heading, and of the highest row that Excel allows.
const LINE: usize = 13;
const HEADING: u16 = 21;
const HIGHEST: usize = 409;
/// Characters of the title that fit into the header of a printed page, which has 255 with its codes.
const TITLE: usize = 100;
/// The library leaves an address as it is where it sees that it is escaped, and these are what it looks
/// for among others. Otherwise it escapes each per cent sign once more, which leads elsewhere.
const ESCAPES: [&str; 7] = ["%20", "%22", "%25", "%3C", "%3E", "%5B", "%5D"];

pub(super) struct XlsxSheet<'a> {
    sheet: &'a mut Worksheet,
    look: &'a Look,
    layout: &'a Layout,
    links: usize,
    /// Row of the head of the first table, and its number of columns.
    head: Option<(u32, u16)>,
}

impl<'a> XlsxSheet<'a> {
    pub fn new(sheet: &'a mut Worksheet, look: &'a Look, layout: &'a Layout) -> XlsxSheet<'a> {
        XlsxSheet { sheet, look, layout, links: 0, head: None }
    }

    /// What does not depend on the rows.
    pub fn set_up(&mut self, name: &str, title: &str, day: NaiveDate) -> Result<(), XlsxError> {
        let sheet = &mut *self.sheet;
        sheet.set_name(name)?;
        for (column, width) in (0..).zip(&self.layout.widths) {
            sheet.set_column_width(column, *width)?;
        }
        sheet.set_landscape().set_paper_size(9).set_margins(0.4, 0.4, 0.7, 0.7, 0.3, 0.3);
        sheet.set_print_fit_to_pages(self.layout.pages, 0);
        if self.layout.pages > 1 {
            sheet.set_repeat_columns(0, 0)?.set_page_order(false);
        }
        let mut short: String = title.chars().take(TITLE).collect::<String>().replace('\n', " ");
        if short.len() < title.len() {
            short.push('…');
        }
        sheet.set_header(format!("&L{}&R{day}", short.replace('&', "&&")));
        sheet.set_footer("&L&A&R&P / &N");
        if self.layout.frozen > 0 {
            sheet.set_freeze_panes(self.layout.frozen, self.layout.frozen_columns)?;
        }
        Ok(())
    }

    fn add(&mut self, at: u32, row: Row<'_>) -> Result<(), XlsxError> {
        let look = self.look;
        let last = self.layout.span.saturating_sub(1);
        match row {
            Row::Blank => {}
            Row::Heading(words) => {
                self.sheet.write_string_with_format(at, 0, words, &look.heading)?;
                self.sheet.set_row_height(at, HEADING)?;
            }
            Row::Note(words, lines) => {
                self.merged(at, 0, last, &words, &look.note)?;
                self.make_room(at, lines)?;
            }
            Row::Fact(label, value, lines) => {
                self.sheet.write_string_with_format(at, 0, &label, &look.label)?;
                match &value {
                    Value::Text(words) => self.merged(at, 1, last, words, &look.text)?,
                    value => self.cell(at, 1, value)?,
                }
                self.make_room(at, lines.max(self.layout.lines_of_row([label.as_str()].into_iter())))?;
            }
            Row::Head { labels, first } => {
                for (column, label) in (0..).zip(&labels) {
                    self.sheet.write_string_with_format(at, column, label, &look.head)?;
                }
                self.make_room(at, self.layout.lines_of_row(labels.iter().map(String::as_str)))?;
                if first {
                    self.head = Some((at, u16::try_from(labels.len()).unwrap_or(u16::MAX)));
                    self.sheet.set_repeat_rows(at, at)?;
                }
            }
            Row::Cells(values) => {
                for (column, value) in (0..).zip(values) {
                    self.cell(at, column, value)?;
                }
                self.make_room(at, self.layout.lines_of_row(values.iter().map(Value::words)))?;
            }
            Row::End { first } => {
                if let (true, Some((head, columns @ 1..))) = (first, self.head) {
                    self.sheet.autofilter(head, 0, at.saturating_sub(1), columns - 1)?;
                }
            }
        }
        Ok(())
    }

    fn cell(&mut self, at: u32, column: u16, value: &Value) -> Result<(), XlsxError> {
        let look = self.look;
        match value {
            Value::Empty => _ = self.sheet.write_blank(at, column, &look.text)?,
            Value::Text(words) => _ = self.sheet.write_string_with_format(at, column, words, &look.text)?,
            Value::Date(day) => {
                let year = u16::try_from(day.year()).unwrap_or(u16::MAX);
                let day = ExcelDateTime::from_ymd(year, one_byte(day.month()), one_byte(day.day()))?;
                self.sheet.write_datetime_with_format(at, column, &day, &look.date)?;
            }
            // Values have at most 15 digits, which a floating-point number holds exactly.
            Value::Number(number) => {
                self.sheet.write_number_with_format(at, column, *number as f64, &look.number)?;
            }
            Value::Link { words, address } => {
                let link = Url::new(address).set_text(words);
                self.sheet.write_url_with_format(at, column, link, &look.link)?;
            }
        }
        Ok(())
    }

    /// Words across several columns.
    fn merged(&mut self, at: u32, first: u16, last: u16, words: &str, format: &Format) -> Result<(), XlsxError> {
        if last > first {
            self.sheet.merge_range(at, first, at, last, words, format)?;
        } else {
            self.sheet.write_string_with_format(at, first, words, format)?;
        }
        Ok(())
    }

    /// Makes a row as high as its lines want. Excel would find the height of most rows itself, but
    /// LibreOffice does not for files of this kind, and neither does for merged cells.
    fn make_room(&mut self, at: u32, lines: usize) -> Result<(), XlsxError> {
        if lines > 1 {
            let points = u16::try_from((lines * LINE + 4).min(HIGHEST)).unwrap_or(u16::MAX);
            self.sheet.set_row_height(at, points)?;
        }
        Ok(())
    }
}

impl Sink for XlsxSheet<'_> {
    fn row(&mut self, at: u32, row: Row<'_>) -> Result<(), ExportError> {
        self.add(at, row).map_err(failed)
    }

    fn takes_link(&mut self, address: &str) -> bool {
        let page = address.split('#').next().unwrap_or_default();
        let kept = !page.contains('%') || ESCAPES.iter().any(|escape| page.contains(escape));
        let fits = kept && self.links < LINKS && address.encode_utf16().count() <= ADDRESS;
        self.links += usize::from(fits);
        fits
    }
}
