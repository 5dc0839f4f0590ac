//! Rows become records: shared ones first, so that activities find them by name, then activities, then
//! what belongs to activities.

use std::collections::{HashMap, HashSet};

use super::book::{Book, Cell};
use super::draft::Activity;
use super::find::{Filled, Found};
use super::fold::{fold, one_line, same};
use super::map::{Column, Map};
use super::naming::shortened;
use super::pool::{At, Pool};
use super::summary::{Tally, warning};
use super::target::{Rows, Target};
use super::value::{Said, value};
use super::words::WORDS;
use crate::decode::is_id;
use crate::diagnostic::Diagnostic;
use crate::record::Kind;
use crate::source::Span;

/// Puts records together.
pub(super) struct Assembler<'a, 'h> {
    pub(super) book: &'a Book,
    pub(super) map: &'a Map,
    pub(super) pool: Pool<'h>,
    pub(super) activities: Vec<Activity>,
    by_name: HashMap<String, Vec<usize>>,
    /// The activity of each form.
    forms: HashMap<(usize, usize), usize>,
    /// Cells that told what belongs to a category.
    pub(super) first_items: HashMap<At, String>,
    /// Categories of data of which a table tells what belongs to them.
    pub(super) with_items: HashSet<At>,
    /// Names of those whose transfers stand in a table.
    pub(super) with_transfers: HashSet<String>,
    /// The transfers of such tables, each a row.
    pub(super) transfers: HashSet<(At, String)>,
    /// The name of the register, and the language of its records.
    pub(super) register: Option<(String, Span)>,
    pub(super) language: Option<(String, Span)>,
    pub(super) tally: Tally,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// A column that a cell stands in, and where that leads.
pub(super) struct Led<'a> {
    pub(super) target: Target,
    pub(super) separators: Vec<String>,
    pub(super) cell: &'a Cell,
    column: &'a Column,
    /// The head as it stands in the sheet.
    pub(super) head: String,
}

impl<'a, 'h> Assembler<'a, 'h> {
    pub(super) fn new(book: &'a Book, map: &'a Map, pool: Pool<'h>) -> Assembler<'a, 'h> {
        Assembler {
            book,
            map,
            pool,
            activities: Vec::new(),
            by_name: HashMap::new(),
            forms: HashMap::new(),
            first_items: HashMap::new(),
            with_items: HashSet::new(),
            with_transfers: HashSet::new(),
            transfers: HashSet::new(),
            register: None,
            language: None,
            tally: Tally::default(),
            diagnostics: Vec::new(),
        }
    }

    /// Reads all rows, kind by kind.
    pub(super) fn run(&mut self, found: &Found<'a, 'a>) {
        let mut rows: Vec<&Filled<'a, 'a>> = found.filled.iter().collect();
        // What stands in a form needs the activity of the form, whose name is one of its labels.
        rows.sort_by_key(|filled| (!filled.cover, filled.form && filled.rows < Rows::Activity, filled.rows));
        // Rows name each other, also those below them, by names; ids stand in their own rows.
        rows.iter().for_each(|filled| self.announce(filled));
        for filled in rows {
            self.tally.rows += usize::from(!filled.cover);
            // A row of a form that was not filled in.
            let is_prompt = |(column, ..): &(&Column, &Cell, &str)| column.prompt;
            if filled.loose.is_empty() && !filled.cells.is_empty() && filled.cells.iter().all(is_prompt) {
                self.tally.elsewhere += filled.cells.len();
                continue;
            }
            // A table of which the map takes nothing says again what another one says.
            if !filled.cells.is_empty()
                && filled.loose.is_empty()
                && filled.cells.iter().all(|(column, ..)| column.to.is_none())
            {
                self.led(filled, &mut Vec::new());
                continue;
            }
            match filled.rows {
                Rows::Activity if filled.cover => self.cover(filled),
                Rows::Activity => self.activity(filled),
                Rows::Data | Rows::Disclosure | Rows::Note => self.part(filled),
                Rows::Transfer => self.transfer(filled),
                Rows::Client => self.client(filled),
                Rows::Actor => self.actor(filled),
                rows => self.record(filled, rows),
            }
        }
        self.state_no_transfers();
    }

    /// The cells of a row that lead somewhere; the others are counted or kept.
    pub(super) fn led(&mut self, filled: &Filled<'a, 'a>, notes: &mut Vec<(String, &'a Cell)>) -> Vec<Led<'a>> {
        let mut led = Vec::new();
        for (column, cell, words) in &filled.cells {
            let (column, cell): (&'a Column, &'a Cell) = (column, cell);
            let head = match one_line(words).trim_end_matches(':').trim_end() {
                "" => column.name(),
                head => head.to_owned(),
            };
            let target = column.to.as_ref().map(|to| Target::of(filled.rows, to));
            match target {
                // An open question is no value, and a note.
                _ if is_error(&cell.text) || is_open(&cell.text) => notes.push((head, cell)),
                _ if WORDS.is_nothing(&cell.text) => self.tally.nothing += 1,
                _ if is_printed(column, &cell.text) => self.tally.elsewhere += 1,
                None => self.tally.elsewhere += 1,
                Some(Ok(target)) => {
                    led.push(Led { target, separators: self.map.separators(column), cell, column, head });
                }
                // A map is checked before it is used.
                Some(Err(_)) => notes.push((head, cell)),
            }
        }
        // What names the row was not filled in, and something else stands for it.
        for at in (0..led.len()).rev() {
            let instead = led[at].column.instead.as_ref().and_then(|to| Target::of(filled.rows, to).ok());
            if let Some(target) = instead.filter(|target| led.iter().all(|one| one.target != *target)) {
                led[at].target = target;
            }
        }
        for (label, cell) in &filled.loose {
            if WORDS.is_nothing(&cell.text) {
                self.tally.nothing += 1;
            } else {
                notes.push((label.clone(), cell));
            }
        }
        led
    }

    /// The activity that a form or an `activity` cell names.
    pub(super) fn of_activity(&mut self, filled: &Filled<'a, 'a>, name: Option<&Cell>) -> Option<usize> {
        if filled.form {
            let at = self.forms.get(&(filled.sheet, filled.block)).copied().unwrap_or_else(|| {
                let title = self.book.sheets[filled.sheet].name.clone();
                let span = filled.cells.first().map_or(Span::default(), |(_, cell, _)| cell.span);
                self.begin(title, None, span, (filled.sheet, filled.block))
            });
            self.forms.insert((filled.sheet, filled.block), at);
            return Some(at);
        }
        let known = self.by_name.get(&same(&name?.text))?;
        known.first().copied()
    }

    /// Begins an activity, or goes on with the one that another sheet began under its id or title.
    fn begin(&mut self, title: String, id: Option<String>, span: Span, place: (usize, usize)) -> usize {
        let title = one_line(&title);
        let known = self.by_name.get(&same(&title)).into_iter().flatten().copied().find(|at| {
            let one = &self.activities[*at];
            !one.sheets.contains(&place.0) && (one.id.is_none() || id.is_none() || one.id == id)
        });
        let at = known.unwrap_or_else(|| {
            self.activities.push(Activity::new(title.clone(), None, span));
            self.by_name.entry(same(&title)).or_default().push(self.activities.len() - 1);
            self.activities.len() - 1
        });
        let one = &mut self.activities[at];
        one.id = one.id.take().or(id);
        one.sheets.push(place.0);
        at
    }

    fn activity(&mut self, filled: &Filled<'a, 'a>) {
        let mut notes = Vec::new();
        let led = self.led(filled, &mut notes);
        if led.is_empty() && notes.is_empty() {
            return;
        }
        let find = |name: &str| {
            let is =
                |led: &&Led<'a>| matches!(&led.target, Target::Word(word) | Target::Field(word, _) if word == name);
            led.iter().find(is).map(|led| led.cell)
        };
        let (title, id, purpose) = (find("title"), find("id"), find("purposes"));
        // A form is about one activity, also if it does not name it.
        let form = led.first().map(|led| led.cell).filter(|_| filled.form);
        let Some(named) = title.or(purpose).or(id).or(form) else {
            // A row without a name is perhaps a remark below the table.
            self.outside(&led, &notes);
            return;
        };
        // A number by itself is no name for a file.
        let named_by = find("reference").filter(|cell| cell.text.chars().any(char::is_alphabetic));
        let own_id = id.or(named_by).map(|cell| cell.text.clone()).filter(|id| is_id(id));
        let name = match title {
            // A workbook with a sheet for each activity names them on the tabs.
            None if filled.form && filled.block == 0 => self.book.sheets[filled.sheet].name.clone(),
            None => shortened(&one_line(&named.text), 80),
            Some(title) => one_line(&title.text),
        };
        let place = (filled.sheet, filled.block);
        let at = self.begin(name, own_id, named.span, place);
        if filled.form {
            self.forms.insert(place, at);
        }
        let mut safeguards: Vec<&Led<'a>> = Vec::new();
        let mut countries: Vec<&Led<'a>> = Vec::new();
        let mut officers: Vec<&Led<'a>> = Vec::new();
        for one in &led {
            let word = match &one.target {
                Target::Word(word) => word.as_str(),
                Target::Field(field, shape) => {
                    let node = value(&mut self.pool, Kind::Activity, field, shape, &said(self.map, one));
                    let taken = match field.as_str() {
                        "title" => same(&one.cell.text) == same(&self.activities[at].title),
                        field => node.is_some_and(|node| self.activities[at].table.put(field, node)),
                    };
                    self.count(taken, one, &mut notes);
                    continue;
                }
            };
            match word {
                "safeguards" => safeguards.push(one),
                "third-countries" => countries.push(one),
                "dpo" => officers.push(one),
                "id" | "reference" => {
                    let is = self.activities[at].id.as_ref() == Some(&one.cell.text);
                    self.count(is, one, &mut notes);
                }
                "note" => {
                    // The notes of our own exports are those of the record, and no cell of another form.
                    let head = if self.pool.names_lead() { String::new() } else { one.head.clone() };
                    let text = one.cell.text.clone();
                    self.activities[at].notes.push((head, text, one.cell.span));
                    self.tally.placed += 1;
                }
                word => {
                    let taken = self.told(at, word, one).unwrap_or_else(|| self.word(at, word, one));
                    self.count(taken, one, &mut notes);
                }
            }
        }
        let row_of = |span: Span| {
            let own = led.iter().any(|one| one.cell.span == span);
            own.then(|| filled.more.iter().position(|row| row.contains(&span)).map_or(0, |row| row + 1))
        };
        if !filled.more.is_empty() && self.activities[at].pair(&row_of) {
            self.tally.paired += 1;
        }
        self.abroad(at, &countries, &safeguards, &mut notes);
        self.officers(at, &officers, &mut notes);
        self.keep(at, notes);
    }

    /// A row of the data of an activity, a disclosure, or a row that becomes a note.
    fn part(&mut self, filled: &Filled<'a, 'a>) {
        let mut notes = Vec::new();
        let led = self.led(filled, &mut notes);
        let of = |name: &str| led.iter().find(|led| led.target == Target::Word(name.to_owned())).map(|led| led.cell);
        let Some(at) = self.of_activity(filled, of("activity")) else {
            self.outside(&led, &notes);
            return;
        };
        if filled.rows == Rows::Note {
            // The row as a line, under the head of its first column.
            let more = led.iter().skip(1).map(|one| format!("{}: {}", one.head, one_line(&one.cell.text)));
            if let Some(first) = led.first() {
                let lines: Vec<String> = std::iter::once(one_line(&first.cell.text)).chain(more).collect();
                self.tally.kept(&first.head, led.len(), first.cell.span);
                self.activities[at].notes.push((first.head.clone(), lines.join("; "), first.cell.span));
            }
            self.keep(at, notes);
            return;
        }
        self.of_row(at, filled.rows, &led, &mut notes);
        self.keep(at, notes);
    }

    /// Tells the cells of a row that belongs to nothing.
    pub(super) fn outside(&mut self, led: &[Led<'a>], notes: &[(String, &'a Cell)]) {
        self.tally.outside.extend(led.iter().map(|one| one.cell.span));
        self.tally.outside.extend(notes.iter().map(|(_, cell)| cell.span));
    }

    /// Counts a cell as placed, or keeps it.
    pub(super) fn count(&mut self, taken: bool, led: &Led<'a>, notes: &mut Vec<(String, &'a Cell)>) {
        if taken {
            self.tally.placed += 1;
        } else {
            notes.push((led.head.clone(), led.cell));
        }
    }

    /// Keeps cells as a note of an activity.
    pub(super) fn keep(&mut self, at: usize, notes: Vec<(String, &'a Cell)>) {
        for (head, cell) in notes {
            self.tally.kept(&head, 1, cell.span);
            // Two sheets about an activity may say the same of it.
            let is_said = |(known, text, _): &(String, String, Span)| *known == head && *text == cell.text;
            if !self.activities[at].notes.iter().any(is_said) {
                self.activities[at].notes.push((head, cell.text.clone(), cell.span));
            }
        }
    }

    pub(super) fn doubt(&mut self, doubts: Vec<String>, span: Span) {
        for doubt in doubts {
            self.tally.doubts += 1;
            self.diagnostics.push(
                warning("reference-not-understood", span, doubt)
                    .label(self.book.place(span))
                    .help("the words are the title of the legal basis; give it its `article`, such as `6(1)(c)`"),
            );
        }
    }
}

/// Whether a cell holds signs alone, and is not empty on purpose: "?".
fn is_open(text: &str) -> bool {
    fold(text).is_empty() && !WORDS.is_nothing(text)
}

/// Whether a form prints a cell before its rows: "Recipient 2".
fn is_printed(column: &Column, text: &str) -> bool {
    let text = fold(text);
    let name = text.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
    column.printed.iter().any(|word| fold(word) == name)
}

/// Whether a cell shows the error of a formula.
fn is_error(text: &str) -> bool {
    ["#REF!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#VALUE!", "#DATA!"].contains(&text)
}

/// A cell without the words that its column takes away, and how it is read.
pub(super) fn said<'s>(map: &'s Map, led: &'s Led<'_>) -> Said<'s> {
    let mut text = led.cell.text.as_str();
    for word in &led.column.without {
        text = text.strip_prefix(word.as_str()).map_or(text, str::trim_start);
    }
    Said {
        text,
        span: led.cell.span,
        separators: &led.separators,
        words: [&led.column.words, &map.words],
        language: map.language.as_deref(),
    }
}
