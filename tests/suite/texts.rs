//! A registry as texts in memory, for tests that take something out and look what follows.

use ropa::load::Loaded;
use ropa::reading::Reading;
use ropa::source::Sources;
use toml_edit::{DocumentMut, Item, Value};

/// Path and content of each file.
#[derive(Clone)]
pub struct Texts(Vec<(String, String)>);

impl Texts {
    /// The texts that were read.
    pub fn of(reading: &Reading) -> Texts {
        Texts(reading.sources.iter().map(|(_, source)| (source.path.clone(), source.text.clone())).collect())
    }

    /// Each file with its text.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Reads them, as if they stood in a folder.
    pub fn read(&self) -> Reading {
        let mut loaded = Loaded { sources: Sources::new("registry"), ..Loaded::default() };
        for (path, text) in &self.0 {
            loaded.add(path, text.clone());
        }
        Reading::of_loaded(loaded)
    }

    /// Puts a file in.
    pub fn add(&mut self, file: &str, text: &str) {
        self.0.push((file.to_owned(), text.to_owned()));
        self.0.sort();
    }

    /// Takes a file out.
    pub fn remove_file(&mut self, file: &str) {
        let before = self.0.len();
        self.0.retain(|(path, _)| path != file);
        assert_eq!(self.0.len() + 1, before, "{file}");
    }

    /// Takes a key out of a file: the names that lead to it, and numbers for elements of lists.
    pub fn remove_key(&mut self, file: &str, keys: &[&str]) -> Result<(), String> {
        self.edit(file, |document| {
            let (last, parents) = keys.split_last().ok_or("no key")?;
            let table = at(document, parents)?.as_table_like_mut().ok_or("no table")?;
            table.remove(last).map(drop).ok_or("no such key".to_owned())
        })
    }

    /// Takes the one element out of a list that begins with some words.
    pub fn remove_element(&mut self, file: &str, keys: &[&str], start: &str) -> Result<(), String> {
        self.edit(file, |document| {
            let list = at(document, keys)?.as_array_mut().ok_or("no list")?;
            let begins = |value: &Value| value.as_str().is_some_and(|text| text.starts_with(start));
            let found: Vec<usize> = (0..list.len()).filter(|at| list.get(*at).is_some_and(begins)).collect();
            let [only] = found.as_slice() else {
                return Err(format!("{} elements begin with `{start}`", found.len()));
            };
            list.remove(*only);
            Ok(())
        })
    }

    fn edit(&mut self, file: &str, change: impl FnOnce(&mut DocumentMut) -> Result<(), String>) -> Result<(), String> {
        let (_, text) = self.0.iter_mut().find(|(path, _)| path == file).ok_or("no such file")?;
        let mut document: DocumentMut = text.parse().map_err(|error| format!("{error}"))?;
        change(&mut document)?;
        let edited = document.to_string();
        if edited == *text {
            return Err("nothing changed".to_owned());
        }
        *text = edited;
        Ok(())
    }
}

/// What stands under some keys.
fn at<'a>(document: &'a mut DocumentMut, keys: &[&str]) -> Result<&'a mut Item, String> {
    keys.iter().try_fold(document.as_item_mut(), |item, key| {
        let found = if item.is_table_like() { item.get_mut(key) } else { item.get_mut(key.parse::<usize>().unwrap()) };
        found.ok_or_else(|| format!("no `{key}`"))
    })
}
