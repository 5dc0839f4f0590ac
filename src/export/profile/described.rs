//! Profiles in words, for the command line.

use std::fmt::Write;

use super::{Column, Profile, built_in};
use crate::record::profile::Audience;

/// The names of all profiles: those of the program, then those of the registry.
pub fn names(own: &[Profile]) -> Vec<String> {
    let of_program = built_in::names().map(str::to_owned);
    let mut names: Vec<String> = of_program.collect();
    let others = own.iter().map(|profile| profile.name.clone());
    names.extend(others.filter(|name| !built_in::names().any(|known| known == name)));
    names
}

impl Profile {
    /// Its title in English, or the one it has.
    pub fn in_english(&self) -> &str {
        self.english.as_deref().unwrap_or(&self.title)
    }

    /// Where it comes from, its sheets and its columns, a line each.
    pub fn described(&self) -> String {
        let mut text = format!("{}: {}\n", self.name, self.in_english());
        let mut line = |label: &str, words: Option<&str>| {
            if let Some(words) = words {
                let _ = writeln!(text, "{label}: {words}");
            }
        };
        line("authority", self.authority.as_deref());
        line("form", self.source.as_deref());
        line("read", self.read.map(|day| day.to_string()).as_deref());
        line("readers", (self.audience == Audience::Public).then_some("everybody; public facts only"));
        line("note", self.note.as_deref());
        for sheet in &self.sheets {
            let _ = writeln!(text, "\n{}", both(&sheet.name, sheet.english.as_deref()));
            for part in &sheet.parts {
                if let Some(heading) = &part.heading {
                    let _ = writeln!(text, "  {}", both(heading, part.english.as_deref()));
                }
                if let Some(label) = &part.numbered {
                    let _ = writeln!(text, "  - {label}: the number of the row");
                }
                for column in &part.columns {
                    let _ = writeln!(text, "  - {}", of_column(column));
                }
            }
        }
        text
    }
}

fn of_column(column: &Column) -> String {
    let mut words = both(&column.label, column.english.as_deref());
    if let Some(article) = &column.article {
        let _ = write!(words, ", Article {article}");
    }
    if column.required {
        words.push_str(", required");
    }
    let facts: Vec<&str> = column.from.iter().map(|fact| fact.name).collect();
    let _ = match facts.as_slice() {
        [] => write!(words, ": the register holds nothing of it"),
        facts => write!(words, ": {}", facts.join(", ")),
    };
    words
}

/// A label with its English words.
fn both(label: &str, english: Option<&str>) -> String {
    english
        .filter(|english| *english != label)
        .map_or_else(|| label.to_owned(), |english| format!("{label} ({english})"))
}

#[cfg(test)]
mod tests {
    use super::super::built_ins;
    use super::names;

    #[test]
    fn each_column_is_told() {
        for profile in built_ins() {
            let text = profile.described();
            let columns = profile.sheets.iter().flat_map(|sheet| &sheet.parts).flat_map(|part| &part.columns);
            for column in columns {
                assert!(text.contains(&format!("- {}", column.label)), "{}: {}", profile.name, column.label);
            }
            assert!(names(&[]).contains(&profile.name));
        }
    }
}
