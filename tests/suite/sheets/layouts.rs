//! One register of a ministry, laid out as people lay registers out.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use ropa::import::sheets::{Book, Format, add_csv, read_workbook};
use rust_xlsxwriter::Workbook;
use tempfile::tempdir;

use super::{account, drafted, files, fixture, nothing};
use crate::program::ropa;

/// The heads, and the cells of each activity.
fn register() -> (Vec<String>, Vec<Vec<String>>) {
    let bytes = fixture("subsecretaria.csv");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(bytes.as_slice());
    let mut rows: Vec<Vec<String>> =
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    let activities = rows.split_off(4);
    (rows.pop().unwrap(), activities)
}

fn quoted(cells: &[&str]) -> String {
    let cells = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
    cells.collect::<Vec<_>>().join(";") + "\n"
}

fn imported(book: Book) -> BTreeMap<String, String> {
    let (draft, summary) = drafted(book, &nothing());
    account(&summary);
    let told = draft.account.clone().unwrap();
    assert_eq!((told.placed, told.noted), (summary.tally.placed, summary.tally.noted()));
    let mut files = files(&draft.judge(nothing()));
    // The title of the register is not in all of the layouts.
    files.remove("registry.toml");
    files
}

fn table() -> BTreeMap<String, String> {
    let mut book = Book::default();
    add_csv(&mut book, &fixture("subsecretaria.csv"), "s").unwrap();
    imported(book)
}

#[test]
fn blocks_columns_and_sheets_say_the_same_as_rows() {
    let (heads, activities) = register();
    let mut blocks = "\"REGISTRO\";\n\n".to_owned();
    for activity in &activities {
        for (head, cell) in heads.iter().zip(activity) {
            blocks.push_str(&quoted(&[head, cell]));
        }
        blocks.push('\n');
    }
    let mut across = String::new();
    for (at, head) in heads.iter().enumerate() {
        let cells: Vec<&str> =
            std::iter::once(head.as_str()).chain(activities.iter().map(|one| one[at].as_str())).collect();
        across.push_str(&quoted(&cells));
    }
    let mut numbered = String::new();
    for (at, activity) in activities.iter().enumerate() {
        writeln!(numbered, "\"{}. {}\";", at + 1, activity[0]).unwrap();
        for (head, cell) in heads.iter().zip(activity).skip(1) {
            numbered.push_str(&quoted(&[head, cell]));
        }
        numbered.push('\n');
    }
    let rows = table();
    assert_eq!(rows.keys().filter(|path| path.starts_with("activities/")).count(), activities.len());
    assert_eq!(imported(super::book(&blocks)), rows);
    assert_eq!(imported(super::book(&across)), rows);
    // A number before the title is no part of the id.
    let numbered = imported(super::book(&numbered));
    assert_eq!(numbered.keys().collect::<Vec<_>>(), rows.keys().collect::<Vec<_>>());
    let mut workbook = Workbook::new();
    for (number, activity) in activities.iter().enumerate() {
        let sheet = workbook.add_worksheet().set_name(format!("Ficha {number}")).unwrap();
        for (row, (head, cell)) in (2..).zip(heads.iter().zip(activity)) {
            sheet.write(row, 1, head).unwrap();
            sheet.write(row, 2, cell).unwrap();
        }
    }
    let folder = tempdir().unwrap();
    let path = folder.path().join("fichas.xlsx");
    workbook.save(&path).unwrap();
    assert_eq!(imported(read_workbook(&path, Format::Xlsx).unwrap()), rows);
}

#[test]
fn long_cells_become_short_names_and_no_word_is_lost() {
    let files = table();
    let all: String = files.values().map(String::as_str).collect();
    for (path, text) in &files {
        // Purposes are sentences, and stand in tables of activities.
        let most = if path.starts_with("activities/") { 1 } else { usize::MAX };
        for line in text.lines().take(most).filter(|line| line.starts_with("name ") || line.starts_with("title ")) {
            assert!(line.chars().count() <= 125, "{path}: {line}");
        }
    }
    let bases = &files["legal-bases.toml"];
    assert!(bases.contains("[6-1-e-rgpd-ley-39-2015-ley-29-1998]"), "{bases}");
    assert!(bases.contains("act = \"Ley 39/2015, de 1 de octubre, del Procedimiento Administrativo Común de las Administraciones Públicas\""));
    let controllers = &files["controllers.toml"];
    assert!(controllers.contains("lines = [\"Paseo de la Castellana, 999, 28046 Madrid\"]"), "{controllers}");
    assert!(controllers.contains("email     = \"dpd@ejemplo.gob.es\""), "{controllers}");
    let appeals = &files["activities/recursos-y-reclamaciones-administrativas-asi.toml"];
    assert!(appeals.contains("title          = \"Recursos y reclamaciones administrativas…\""), "{appeals}");
    assert!(appeals.contains("summary        = \"Recursos y reclamaciones administrativas, así como"), "{appeals}");
    assert!(files["activities/control-de-acceso.toml"].contains("no-disclosures = \"No está prevista la comunicación"));
    assert!(files["processors.toml"].contains("name = \"Proveedor de correo electrónico\""));
    assert!(files["recipients.toml"].contains("mechanisms = [\"dpf\"]"));
    assert!(!files["recipients.toml"].contains("name         = \"No "));
    for special in ["special     = \"health\"", "special = \"trade-union\""] {
        assert!(files["data-categories.toml"].contains(special) || all.contains(special), "{special}");
    }
    // Every word of every cell stands somewhere.
    let plain = |text: &str| {
        let letters = text.chars().map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { ' ' });
        letters.collect::<String>().split_whitespace().map(str::to_lowercase).collect::<Vec<_>>()
    };
    let said: std::collections::HashSet<String> = plain(&all).into_iter().collect();
    let (_, activities) = register();
    // The words that say which party is a processor, what is special and that a cell names an address.
    let known = ["encargado", "tratamiento", "categorías", "especiales"];
    let lost: Vec<String> = activities
        .iter()
        .flatten()
        .flat_map(|cell| plain(cell))
        .filter(|word| !said.contains(word) && !known.contains(&word.as_str()))
        .collect();
    assert_eq!(lost, [""; 0]);
}

#[test]
fn what_was_imported_is_a_registry() {
    let folder = tempdir().unwrap();
    let here = folder.path();
    fs::write(here.join("registro.csv"), fixture("subsecretaria.csv")).unwrap();
    ropa(here, &["import", "csv", "registro.csv"]).done();
    // A notice is missing, which is told as an error; the pages are made.
    let built = ropa(here, &["build"]);
    assert!(built.out.contains("pages"), "{}", built.out);
    let page = fs::read_to_string(here.join("output/internal/activities/videovigilancia.html")).unwrap();
    for words in ["stated that there are no transfers", "REGISTRO DE ACTIVIDADES DE TRATAMIENTO", "Article 6(1)(e)"] {
        assert!(page.contains(words), "{words}");
    }
    assert!(
        !page.contains("RGPD: 6.1.e) Tratamiento necesario para el cumplimiento de una misión realizada en interés")
    );
}

#[test]
fn a_sheet_without_heads_is_read_by_letters() {
    let folder = tempdir().unwrap();
    let here = folder.path();
    fs::write(here.join("list.csv"), "Lohn;Gehälter zahlen;Art. 6(1)(b) GDPR;Personal\nPost;Briefe senden;;\n")
        .unwrap();
    let told = ropa(here, &["import", "csv", "list.csv"]);
    assert_eq!(told.code, 1, "{}", told.err);
    for words in ["row 1 of `list` holds A `Lohn`, B `Gehälter zahlen`", "--show-map letters > our.toml"] {
        assert!(told.err.split_whitespace().collect::<Vec<_>>().join(" ").contains(words), "{words}: {}", told.err);
    }
    // The map that is printed is right but for one column.
    let map = ropa(here, &["import", "csv", "--show-map", "letters"]).done().out;
    let map = map.replacen("{ column = \"D\", to = \"subject-groups\"", "{ column = \"D\", to = \"owner\"", 1);
    fs::write(here.join("our.toml"), map.replace("  { column = \"J\", to = \"owner\" },\n", "")).unwrap();
    ropa(here, &["import", "csv", "list.csv", "--map", "our.toml"]).done();
    let pay = fs::read_to_string(here.join("registry/activities/lohn.toml")).unwrap();
    for words in ["\"Lohn\"", "\"Gehälter zahlen\"", "\"Personal\""] {
        assert!(pay.contains(words), "{words}: {pay}");
    }
    assert!(fs::read_to_string(here.join("registry/legal-bases.toml")).unwrap().contains("6(1)(b)"));
    assert!(here.join("registry/activities/post.toml").exists());
}
