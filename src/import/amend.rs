//! One text into another: the keys of the first replace those of the second, and everything else, comments
//! included, stays.

use toml_edit::{DocumentMut, Item, Table, TableLike, Value};

/// The text of a file with what a new text says put into it; nothing if one of them cannot be read. A
/// text that says all of it already comes back as it stands, letter by letter.
pub(super) fn amend(held: &str, new: &str) -> Option<String> {
    let mut document: DocumentMut = held.parse().ok()?;
    let new: DocumentMut = new.parse().ok()?;
    put(document.as_table_mut(), new.as_table());
    Some(document.to_string())
}

/// The text of a file of many records with those of a new text that it lacks; all others stay as they are.
pub(super) fn add_records(held: &str, new: &str) -> Option<String> {
    let mut document: DocumentMut = held.parse().ok()?;
    let new: DocumentMut = new.parse().ok()?;
    for (id, record) in new.iter() {
        if !document.contains_key(id) {
            document.insert(id, without_place(record));
        }
    }
    Some(document.to_string())
}

fn put(held: &mut dyn TableLike, new: &dyn TableLike) {
    for (key, item) in new.iter() {
        match held.get_mut(key) {
            Some(there) => {
                if let (Some(inner), Some(more)) = (there.as_table_like_mut(), item.as_table_like()) {
                    put(inner, more);
                } else if said(there) != said(item) {
                    replace(there, item);
                }
            }
            None => {
                held.insert(key, without_place(item));
            }
        }
    }
}

/// A copy of an item that goes behind what stands there: tables remember their places in the text they come
/// from, and would go in between.
fn without_place(item: &Item) -> Item {
    fn clear(table: &mut Table) {
        table.set_position(None);
        table.iter_mut().for_each(|(_, item)| clear_all(item));
    }
    fn clear_all(item: &mut Item) {
        match item {
            Item::Table(table) => clear(table),
            Item::ArrayOfTables(tables) => tables.iter_mut().for_each(clear),
            _ => {}
        }
    }
    let mut item = item.clone();
    clear_all(&mut item);
    item
}

/// A value in place of another, with the spaces and comments around that.
fn replace(there: &mut Item, item: &Item) {
    let mut item = item.clone();
    if let (Some(old), Some(new)) = (there.as_value(), item.as_value_mut()) {
        *new.decor_mut() = old.decor().clone();
    }
    *there = item;
}

/// What a value says, whatever its quotes and line breaks.
fn said(item: &Item) -> Option<String> {
    let value = match item {
        Item::Value(value) => value.clone(),
        Item::ArrayOfTables(tables) => Value::Array(tables.clone().into_array()),
        _ => return None,
    };
    plain(&value)
}

fn plain(value: &Value) -> Option<String> {
    Some(match value {
        Value::String(text) => format!("{:?}", text.value()),
        Value::Integer(number) => number.value().to_string(),
        Value::Float(number) => number.value().to_string(),
        Value::Boolean(flag) => flag.value().to_string(),
        Value::Datetime(day) => day.value().to_string(),
        Value::Array(items) => {
            let items: Option<Vec<String>> = items.iter().map(plain).collect();
            format!("[{}]", items?.join(","))
        }
        Value::InlineTable(table) => {
            let entries: Option<Vec<String>> =
                table.iter().map(|(key, value)| Some(format!("{key:?}={}", plain(value)?))).collect();
            format!("{{{}}}", entries?.join(","))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{add_records, amend};

    #[test]
    fn what_is_not_spoken_of_stays() {
        let held = "# ours\ntitle = 'A' # kept\nowner = \"Head\"\nlist = [\n  \"a\", # one\n]\n\n[data.all]\nx = 1\n";
        assert_eq!(amend(held, "title = \"A\"\nlist = [\"a\"]\n[data.all]\nx = 1\n").as_deref(), Some(held));
        let amended = amend(held, "title = \"B\"\n[data.all]\ny = 2\n[data.more]\nz = 3\n").unwrap();
        assert!(amended.starts_with("# ours\ntitle = \"B\" # kept\nowner = \"Head\"\n"), "{amended}");
        assert!(amended.contains("x = 1\ny = 2\n") && amended.contains("[data.more]\nz = 3"), "{amended}");
        assert_eq!(amend("broken", "a = 1"), None);
        let added = add_records("# ours\n[a]\nx = 1\n", "[a]\nx = 2\ny = 3\n[b]\nx = 4\n").unwrap();
        assert!(added.starts_with("# ours\n[a]\nx = 1\n") && added.contains("[b]\nx = 4"), "{added}");
        assert!(!added.contains('y'), "{added}");
    }

    #[test]
    fn new_tables_go_behind_those_that_stand_there() {
        let held = "[a]\nx = 1\n\n[a.c]\nx = 1\n\n[d]\nx = 1\n";
        let new = "[b]\nx = 1\n\n[b.c]\nx = 1\n\n[a]\nx = 1\n";
        let expected = format!("{held}\n[b]\nx = 1\n\n[b.c]\nx = 1\n");
        for text in [add_records(held, new), amend(held, new)] {
            let text = text.unwrap();
            assert!(text.starts_with(held), "{text}");
            assert_eq!(text.split_whitespace().collect::<String>(), expected.split_whitespace().collect::<String>());
        }
    }
}
