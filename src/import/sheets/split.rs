//! Cells that tell several fields: parts behind labels, or a line for each field.

use super::book::Cell;
use super::find::Found;
use super::fold::fold;
use super::map::Column;

/// A part of a cell, and where it leads.
#[derive(Debug)]
pub(super) struct Piece<'m> {
    /// The row it stands in, by its position.
    row: usize,
    column: &'m Column,
    label: String,
    cell: Cell,
}

/// The parts of all cells that tell several fields.
pub(super) fn pieces<'m>(found: &Found<'_, 'm>) -> Vec<Piece<'m>> {
    let mut pieces = Vec::new();
    for (row, filled) in found.filled.iter().enumerate() {
        for (column, cell, head) in &filled.cells {
            if !tells_several(column) {
                continue;
            }
            let parts =
                if column.lines.is_empty() { labelled(column, &cell.text) } else { by_line(column, &cell.text) };
            pieces.extend(parts.into_iter().map(|(of, text)| {
                let own = of.label.all().first().map(String::as_str).unwrap_or_default();
                let label = if std::ptr::eq(of, *column) { (*head).to_owned() } else { format!("{head}: {own}") };
                Piece { row, column: of, label, cell: Cell { text, ..(*cell).clone() } }
            }));
        }
    }
    pieces
}

/// Whether a cell of a column tells several fields.
fn tells_several(column: &Column) -> bool {
    !column.parts.is_empty() || !column.lines.is_empty()
}

impl<'b, 'm> Found<'b, 'm> {
    /// The same with the parts of cells in place of the cells. Says how many values there are more.
    pub(super) fn with<'p>(self, pieces: &'p [Piece<'m>]) -> (Found<'p, 'm>, usize)
    where
        'b: 'p,
    {
        let mut found: Found<'p, 'm> = self;
        let mut whole = 0;
        for filled in &mut found.filled {
            let before = filled.cells.len();
            filled.cells.retain(|(column, ..)| !tells_several(column));
            whole += before - filled.cells.len();
        }
        for piece in pieces {
            if let Some(filled) = found.filled.get_mut(piece.row) {
                filled.cells.push((piece.column, &piece.cell, &piece.label));
            }
        }
        (found, pieces.len() - whole.min(pieces.len()))
    }
}

/// The parts of a text behind the labels of a column, and what stands before the first of them.
fn labelled<'m>(column: &'m Column, text: &str) -> Vec<(&'m Column, String)> {
    let labels = column.parts.iter().flat_map(|part| part.label.all().iter().map(move |label| (part, label.as_str())));
    let labels: Vec<(&'m Column, &'m str)> = labels.collect();
    let names: Vec<&str> = labels.iter().map(|(_, label)| *label).collect();
    // A label with nothing behind it says so much: "typically while you are our customer".
    let told = |text: &str| if text.is_empty() { "yes".to_owned() } else { text.to_owned() };
    let said = |(at, text): (Option<usize>, &str)| (at.map_or(column, |at| labels[at].0), told(text));
    at_labels(text, &names).into_iter().map(said).collect()
}

/// The parts of a text with the labels before them, by their positions.
pub(super) fn at_labels<'t>(text: &'t str, labels: &[&str]) -> Vec<(Option<usize>, &'t str)> {
    let label_at = |from: usize| -> Option<(usize, usize)> {
        let rest = text.get(from..)?;
        let fits = labels.iter().enumerate().filter(|(_, label)| {
            let behind = rest.strip_prefix(**label);
            behind.is_some_and(|behind| behind.is_empty() || behind.starts_with([' ', '\n']))
        });
        fits.max_by_key(|(_, label)| label.len()).map(|(at, label)| (at, label.len()))
    };
    let mut parts: Vec<(Option<usize>, usize, usize)> = vec![(None, 0, text.len())];
    let begins = std::iter::once(0).chain(text.match_indices("; ").map(|(at, _)| at + 2));
    for begin in begins {
        let mut begin = begin;
        // A label may stand behind another one: "typically while you are our customer".
        while let Some((label, length)) = label_at(begin) {
            if let Some(last) = parts.last_mut() {
                last.2 = begin;
            }
            let start = begin + length;
            let start = start + (text[start..].len() - text[start..].trim_start().len());
            parts.push((Some(label), start, text.len()));
            begin = start;
        }
    }
    let cut = |(label, start, end): (Option<usize>, usize, usize)| {
        let part = text.get(start..end).unwrap_or_default().trim();
        (label, part.strip_suffix(';').filter(|_| end < text.len()).unwrap_or(part).trim_end())
    };
    parts.into_iter().map(cut).filter(|(label, part)| label.is_some() || !part.is_empty()).collect()
}

/// The lines of a text under the fields that a column tells: as many lines as fields are one for each.
/// With fewer, the first field takes what no other one certainly does.
fn by_line<'m>(column: &'m Column, text: &str) -> Vec<(&'m Column, String)> {
    let all: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let fields = column.lines.as_slice();
    let mut found: Vec<(&'m Column, String)> = Vec::new();
    if all.len() == fields.len() && fields.iter().zip(&all).all(|(field, line)| takes(field, line)) {
        return fields.iter().zip(all).map(|(field, line)| (field, line.to_owned())).collect();
    }
    let certain = |line: &str| fields.iter().find(|field| is_certain(field, line));
    let first = fields.iter().find(|field| field.words.is_empty() && field.stop != Some(false)).or(fields.last());
    for line in all {
        let Some(field) = certain(line).or(first) else { continue };
        match found.iter_mut().find(|(known, _)| std::ptr::eq(*known, field)) {
            Some((_, lines)) => {
                lines.push('\n');
                lines.push_str(line);
            }
            None => found.push((field, line.to_owned())),
        }
    }
    found
}

/// Whether a line can be what a field says.
fn takes(field: &Column, line: &str) -> bool {
    let word = field.words.is_empty() || field.words.keys().any(|word| fold(word) == fold(line));
    word && field.stop.is_none_or(|stop| stop == ends(line))
}

/// Whether a line is what a field says, and no other.
fn is_certain(field: &Column, line: &str) -> bool {
    takes(field, line) && (!field.words.is_empty() || field.stop == Some(false))
}

fn ends(line: &str) -> bool {
    line.ends_with(['.', '!', '?'])
}

#[cfg(test)]
mod tests {
    use super::{at_labels, by_line};
    use crate::import::sheets::map::Map;

    #[test]
    fn labels_divide_a_text() {
        let labels = ["typically", "while", "Laws:", "Held by"];
        let parts = |text| at_labels(text, &labels);
        assert_eq!(parts("typically while you; are here"), [(Some(0), ""), (Some(1), "you; are here")]);
        assert_eq!(parts("consent; Laws: A; B; Held by C"), [(None, "consent"), (Some(2), "A; B"), (Some(3), "C")]);
        assert_eq!(parts("meanwhile; whiles"), [(None, "meanwhile; whiles")]);
    }

    #[test]
    fn lines_go_where_they_are_certain() {
        let map = Map::read(
            "title = \"t\"\n[[sheets]]\n[[sheets.parts]]\nrows = \"activity\"\ncolumns = [{ label = \"A\", lines = [\
             { label = \"r\", to = \"dpia.result\" }, { label = \"a\", to = \"dpia.dpo-advice\" }, \
             { label = \"n\", to = \"dpia.reference\", stop = false }] }]",
        )
        .unwrap();
        let column = &map.sheets[0].parts[0].columns[0];
        let lines = |text| -> Vec<(String, String)> {
            by_line(column, text).into_iter().map(|(to, line)| (to.to.clone().unwrap(), line)).collect()
        };
        let own = |field: &str, line: &str| (format!("dpia.{field}"), line.to_owned());
        assert_eq!(lines("Low."), [own("result", "Low.")]);
        assert_eq!(lines("Low.\nDPIA-1"), [own("result", "Low."), own("reference", "DPIA-1")]);
        assert_eq!(lines("Low.\nTell."), [own("result", "Low.\nTell.")]);
        assert_eq!(lines("Low.\nTell.\nD"), [own("result", "Low."), own("dpo-advice", "Tell."), own("reference", "D")]);
    }
}
