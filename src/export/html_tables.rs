//! A workbook as one HTML file that needs nothing else: no script, no second file, no network.
//!
//! It opens from disk, in a dark room and on a phone, and prints. Each sheet is a section with a link
//! to it at the top. Tables of many columns print as one block per row, since no sheet of paper is
//! wide enough. Addresses are links only where they lead to the web or to mail.

mod words;

use std::collections::BTreeMap;
use std::io::Write;

use super::ExportError;
use super::address::followable;
use super::workbook::{Cell, Column, Part, Sheet, Table, Width, Workbook};
use words::{escape, escaped};

const STYLE: &str = include_str!("html_tables/style.css");

/// Columns that fit side by side on an A4 page in landscape.
const BESIDE: usize = 9;

/// Writes a workbook. The same workbook gives the same bytes.
///
/// # Errors
///
/// The file cannot be written.
pub fn write(workbook: Workbook<'_>, mut out: impl Write) -> Result<(), ExportError> {
    let Workbook { title, language, as_of, sheets } = workbook;
    let (title, language) = (escaped(&title), escaped(&language));
    write!(
        out,
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <header>\n<h1>{title}</h1>\n<p><time datetime=\"{as_of}\">{as_of}</time></p>\n"
    )?;
    if sheets.len() > 1 {
        out.write_all(b"<nav>\n<ul>\n")?;
        for (at, sheet) in (1..).zip(&sheets) {
            writeln!(out, "<li><a href=\"#sheet-{at}\">{}</a></li>", name_of(sheet, at))?;
        }
        out.write_all(b"</ul>\n</nav>\n")?;
    }
    out.write_all(b"</header>\n<main>\n")?;
    for (at, sheet) in (1..).zip(sheets) {
        write_sheet(sheet, at, &mut out)?;
    }
    out.write_all(b"</main>\n</body>\n</html>\n")?;
    Ok(())
}

/// The name of a sheet; its number where it has none.
fn name_of(sheet: &Sheet<'_>, at: usize) -> String {
    if sheet.name.trim().is_empty() { at.to_string() } else { escaped(&sheet.name) }
}

fn write_sheet(sheet: Sheet<'_>, at: usize, out: &mut impl Write) -> Result<(), ExportError> {
    let name = name_of(&sheet, at);
    writeln!(out, "<section id=\"sheet-{at}\">\n<h2>{name}</h2>")?;
    // A table is called like its sheet and the heading before it. Who sees that heading needs no
    // caption, but who jumps from table to table does, with another one for each.
    let mut called = name.clone();
    let mut tables = 0;
    let mut captions = BTreeMap::new();
    let mut caption = |called: &str| {
        let count: &mut usize = captions.entry(called.to_owned()).or_default();
        *count += 1;
        if *count == 1 { called.to_owned() } else { format!("{called} ({count})") }
    };
    for part in sheet.parts {
        match part {
            Part::Heading(words) => {
                let heading = escaped(&words);
                if heading == name {
                    called = heading;
                } else {
                    writeln!(out, "<h3>{heading}</h3>")?;
                    called = format!("{name} – {heading}");
                }
            }
            Part::Note(words) => writeln!(out, "<p>{}</p>", lines(&words))?,
            Part::Facts(facts) if facts.is_empty() => {}
            Part::Facts(facts) => write_facts(facts, &caption(&called), out)?,
            Part::Table(table) if table.columns.is_empty() => {}
            Part::Table(table) => {
                tables += 1;
                write_table(table, &caption(&called), &format!("table-{at}-{tables}"), out)?;
            }
        }
    }
    out.write_all(b"</section>\n")?;
    Ok(())
}

fn write_facts(facts: Vec<(String, Cell)>, called: &str, out: &mut impl Write) -> Result<(), ExportError> {
    writeln!(out, "<table class=\"facts\">\n<caption>{called}</caption>\n<tbody>")?;
    for (label, value) in facts {
        let label = if label.trim().is_empty() {
            "<td></td>".to_owned()
        } else {
            format!("<th scope=\"row\">{}</th>", lines(&label))
        };
        writeln!(out, "<tr>{label}<td>{}</td></tr>", content(&value))?;
    }
    out.write_all(b"</tbody>\n</table>\n")?;
    Ok(())
}

fn write_table(table: Table<'_>, called: &str, id: &str, out: &mut impl Write) -> Result<(), ExportError> {
    let broad = table.columns.len() > BESIDE;
    let class = if broad { "rows broad" } else { "rows" };
    // What scrolls can be reached and scrolled with the keyboard.
    write!(
        out,
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{id}\">\n<table class=\"{class}\">\n\
         <caption id=\"{id}\">{called}</caption>\n<thead><tr>"
    )?;
    let labels: Vec<String> = table.columns.iter().map(|column| escaped(&column.label)).collect();
    for (column, label) in table.columns.iter().zip(&labels) {
        let width = width_of(column);
        if label.trim().is_empty() {
            write!(out, "<td class=\"{width}\"></td>")?;
        } else {
            write!(out, "<th scope=\"col\" class=\"{width}\">{label}</th>")?;
        }
    }
    out.write_all(b"</tr></thead>\n<tbody>\n")?;
    for row in table.rows {
        let mut line = String::from("<tr>");
        for (at, cell) in row.iter().enumerate() {
            // Only blocks need the label once more.
            let label = match labels.get(at) {
                Some(label) if broad => format!(" data-label=\"{label}\""),
                _ => String::new(),
            };
            let element = if at == 0 && !cell.is_empty() { ("th scope=\"row\"", "th") } else { ("td", "td") };
            let class = if matches!(cell, Cell::Number(_)) { " class=\"number\"" } else { "" };
            line.push_str(&format!("<{}{class}{label}>{}</{}>", element.0, content(cell), element.1));
        }
        line.push_str("</tr>\n");
        out.write_all(line.as_bytes())?;
    }
    out.write_all(b"</tbody>\n</table>\n</div>\n")?;
    Ok(())
}

fn width_of(column: &Column) -> &'static str {
    match column.width {
        Width::Narrow => "narrow",
        Width::Medium => "medium",
        Width::Wide => "wide",
    }
}

fn content(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(words) => lines(words),
        Cell::Date(day) => format!("<time datetime=\"{day}\">{day}</time>"),
        Cell::Number(number) => number.to_string(),
        Cell::List(entries) => {
            let entries = entries.iter().map(|entry| format!("<li>{}</li>", lines(entry)));
            format!("<ul>{}</ul>", entries.collect::<String>())
        }
        Cell::Link { words, address } => {
            let shown = if words.trim().is_empty() { address } else { words };
            match followable(address) {
                Some(address) => {
                    let address = escaped(address);
                    format!("<a href=\"{address}\" rel=\"noreferrer\">{}</a>", lines(shown))
                }
                None => lines(&super::address::spelled_out(words, address)),
            }
        }
    }
}

/// Words with their line breaks.
fn lines(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for (at, line) in super::spreadsheet::clean(words).split('\n').enumerate() {
        if at > 0 {
            out.push_str("<br>");
        }
        escape(line, &mut out);
    }
    out
}
