//! Cells of public registers: who receives nothing, names in full, heads in short, rows that go on.

use std::fs;

use tempfile::tempdir;

use super::{account, drafted, files, nothing};
use crate::program::ropa;

/// The files that a sheet becomes.
fn read(text: &str) -> std::collections::BTreeMap<String, String> {
    let (draft, summary) = drafted(super::book(text), &nothing());
    account(&summary);
    files(&draft.judge(nothing()))
}

#[test]
fn a_sentence_that_denies_disclosure_is_no_recipient() {
    for (text, without_exception) in [
        ("Los datos no se comunicarán a terceros salvo obligación legal", false),
        ("Salvo obligación legal, los datos no serán cedidos", false),
        ("Les données ne sont pas transmises à des tiers", true),
        ("I dati non sono comunicati a terzi salvo obblighi di legge", false),
        ("Gegevens worden niet gedeeld", true),
        ("Data is not shared with third parties", true),
        ("We do not share data unless required by law", false),
    ] {
        let files = read(&format!("Activity;Purpose;Recipients\nOne;Pay;{text}\n"));
        assert!(!files.contains_key("recipients.toml"), "{text}: {files:?}");
        let one = &files["activities/one.toml"];
        assert_eq!(one.contains("no-disclosures"), without_exception, "{text}: {one}");
        assert!(one.contains(text), "{text}: {one}");
    }
    for text in ["entfällt", "NP"] {
        let files = read(&format!("Activity;Purpose;Recipients\nOne;Pay;{text}\n"));
        assert!(!files.contains_key("recipients.toml") && !files["activities/one.toml"].contains(text), "{files:?}");
    }
}

#[test]
fn recipients_have_their_whole_names() {
    let long = "Entidad gestora y depositaria del Plan de Pensiones de la Administración General del Estado y de AGE";
    let files = read(&format!(
        "Actividad;Fines;Destinatarios;Categorías de datos\nUno;Pagar;Tesorería General. {long}. Dirección General de \
         Costes de Personal.;datos de salud (bajas por enfermedad, accidentes laborales y grado de discapacidad)\n"
    ));
    let recipients = &files["recipients.toml"];
    assert_eq!(recipients.matches("name = ").count(), 3, "{recipients}");
    assert!(recipients.contains(&format!("name = \"{long}\"")) && !recipients.contains('…'), "{recipients}");
    assert!(!recipients.contains("description"), "{recipients}");
    let data = &files["data-categories.toml"];
    assert!(data.contains("\"datos de salud\"") && data.contains("\"Bajas por enfermedad, accidentes"), "{data}");
}

#[test]
fn heads_in_short_are_known() {
    let cells = "Uno;Ministerio;Pagar;RGPD: 6.1.c);Registro Central;No previstas;30 días\n";
    let heads = [
        "TRATAMIENTO;RESPONSABLE;FINES DEL TRATAMIENTO;BASE JURÍDICA;CATEGORÍA DE DESTINATARIOS;TRANSFERENCIA INTERNACIONAL;PLAZO DE SUPRESIÓN",
        "TRATAMIENTO;RESPONSABLE TRATAMIENTO;FINES TRATAMIENTO;BASE JURÍDICA;CATEGORÍA DESTINATARIOS;TRANSF. INTERNACIONAL;PLAZO SUPRESIÓN",
        "Tratamiento;a) Responsable;b) Fines del tratamiento;Base jurídica;d) Categorías destinatarios;e) Transf. internacionales;f) Plazo supresión",
    ];
    let all = heads.map(|heads| {
        let (_, summary) = drafted(super::book(&format!("{heads}\n{cells}")), &nothing());
        assert_eq!(summary.tally.noted(), 0, "{heads}: {summary:?}");
        read(&format!("{heads}\n{cells}"))
    });
    for files in &all {
        let plain = |files: &std::collections::BTreeMap<String, String>| {
            files
                .iter()
                .map(|(path, text)| {
                    (
                        path.clone(),
                        text.lines()
                            .filter(|line| !line.contains("no-transfers"))
                            .map(str::to_owned)
                            .collect::<Vec<_>>(),
                    )
                })
                .collect::<Vec<_>>()
        };
        assert_eq!(plain(files), plain(&all[0]));
    }
}

#[test]
fn purposes_over_several_rows_have_the_bases_of_their_rows() {
    let folder = tempdir().unwrap();
    let here = folder.path();
    let sheet = "Activity;Purpose;Legal basis;Owner\nStaff;Pay wages;Art. 6(1)(b) GDPR;HR\n;;Art. 6(1)(a) GDPR;\n;Keep people safe;Art. 6(1)(c) GDPR;\n;Train people;;\nPost;Send letters;Art. 6(1)(f) GDPR;HR\n;Count letters;;\n";
    fs::write(here.join("sheet.csv"), sheet).unwrap();
    let ran = ropa(here, &["import", "csv", "sheet.csv"]).done();
    assert!(
        ran.err.contains("1 activity over several rows: each purpose has the legal bases of its own row"),
        "{}",
        ran.err
    );
    let of = |file: &str| -> toml::Table {
        toml::from_str(&fs::read_to_string(here.join("registry/activities").join(file)).unwrap()).unwrap()
    };
    let bases = |table: &toml::Table, purpose: &str| -> Vec<String> {
        let bases = table["purposes"][purpose]["legal-bases"].as_array().unwrap();
        bases.iter().map(|one| one.as_str().unwrap().to_owned()).collect()
    };
    let staff = of("staff.toml");
    assert_eq!(bases(&staff, "pay-wages").len(), 2);
    assert_eq!(bases(&staff, "keep-people-safe").len(), 1);
    assert_eq!(bases(&staff, "train-people"), bases(&staff, "keep-people-safe"));
    assert!(!bases(&staff, "pay-wages").contains(&bases(&staff, "keep-people-safe")[0]));
    // One basis for all rows is that of all purposes.
    let post = of("post.toml");
    assert_eq!(bases(&post, "count-letters"), bases(&post, "send-letters"));
}

#[test]
fn a_quotation_mark_that_nothing_closes_is_refused() {
    let folder = tempdir().unwrap();
    let here = folder.path();
    fs::write(here.join("sheet.csv"), "Activity;Purpose\n\"One;Pay\nTwo;Hire\nThree;Post\n").unwrap();
    ropa(here, &["import", "csv", "sheet.csv"]).refused("a quotation mark is opened in line 2");
    assert!(!here.join("registry").exists());
}

#[test]
fn several_files_are_counted_in_the_summary() {
    let folder = tempdir().unwrap();
    let here = folder.path();
    fs::write(here.join("one.csv"), "Activity;Purpose\nOne;Pay\n").unwrap();
    fs::write(here.join("two.csv"), "Activity;Purpose\nTwo;Hire\n").unwrap();
    let ran = ropa(here, &["import", "csv", "one.csv", "two.csv"]).done();
    assert!(ran.out.contains("in one.csv and 1 more file\n"), "{}", ran.out);
}

#[test]
fn names_that_are_perhaps_lists_are_counted() {
    let folder = tempdir().unwrap();
    let here = folder.path();
    let rows = "One;Pay;Juzgados, Defensor del Pueblo, Consejo\nTwo;Hire;Tax office, banks and insurers\nThree;Post;Example, Inc.\n";
    fs::write(here.join("sheet.csv"), format!("Activity;Purpose;Recipients\n{rows}")).unwrap();
    let ran = ropa(here, &["import", "csv", "sheet.csv"]).done();
    assert!(ran.err.contains("2 recipients are perhaps a list in one name"), "{}", ran.err);
    assert!(ran.err.contains("`separators = [\", \"]`"), "{}", ran.err);
}

#[test]
fn a_place_that_two_countries_could_be_is_a_note_with_a_finding() {
    for place in ["Congo", "Georgia"] {
        let (draft, _) =
            drafted(super::book(&format!("Activity;Purpose;Third countries\nOne;Pay;{place}\n")), &nothing());
        let judged = draft.judge(nothing());
        let told = super::messages(&judged);
        assert!(told.iter().any(|one| one.starts_with("countries-not-understood")), "{told:?}");
        assert!(files(&judged)["activities/one.toml"].contains(place));
    }
}

#[test]
fn activities_that_no_row_holds_any_more_are_named() {
    let folder = tempdir().unwrap();
    let here = folder.path();
    let import = |rows: &str| {
        fs::write(here.join("sheet.csv"), format!("Activity;Purpose\n{rows}")).unwrap();
        ropa(here, &["import", "csv", "sheet.csv"]).done().err
    };
    let words = "no row holds these activities of the registry: `two`;";
    assert!(!import("One;Pay\nTwo;Hire\n").contains("no row holds"));
    assert!(import("One;Pay\nOther;Hire\n").contains(words));
    // A file about other activities says nothing of these.
    assert!(!import("Third;Post\n").contains("no row holds"));
}
