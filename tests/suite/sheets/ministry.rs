//! A spreadsheet as ministries publish theirs: ten columns, long cells, repeated sentences.

use std::fs;

use ropa::import::Standing;
use ropa::import::sheets::{Book, add_csv};
use tempfile::tempdir;

use super::{account, drafted, files, fixture, loaded, nothing, standing};
use crate::program::ropa;

fn ministry() -> Book {
    let mut book = Book::default();
    add_csv(&mut book, &fixture("ministerio.csv"), "ministerio").unwrap();
    book
}

#[test]
fn repeated_cells_become_shared_records() {
    let (draft, summary) = drafted(ministry(), &nothing());
    account(&summary);
    assert_eq!((summary.tally.rows, summary.tally.doubts), (4, 1));
    let files = files(&draft.judge(nothing()));
    // Case, spaces and the final stop do not tell records apart.
    assert_eq!(files["security-measures.toml"].matches("title").count(), 1);
    assert_eq!(files["retention.toml"].matches("title").count(), 3);
    assert_eq!(files["subject-groups.toml"].matches("[personal-").count(), 2);
    assert!(files["retention.toml"].contains("period = \"P5Y\"\nfrom   = \"el fin del ejercicio\""));
    let bases = &files["legal-bases.toml"];
    for article in ["\"6(1)(b)\"", "\"6(1)(c)\"", "\"6(1)(e)\""] {
        assert!(bases.contains(article), "{bases}");
    }
    // What is not certain keeps its words, and has no article.
    assert!(bases.contains("[articulo-6-del-rgpd]\ntitle = \"artículo 6 del RGPD\"\n"), "{bases}");
    // No transfer is none: it is said of those who receive the data, and of nobody else.
    let recipients = &files["recipients.toml"];
    assert_eq!(recipients.matches("no-transfers = \"No están previstas").count(), 5, "{recipients}");
    assert!(recipients.contains("countries = [\"US\"]"));
}

#[test]
fn a_second_import_changes_nothing() {
    let (draft, _) = drafted(ministry(), &nothing());
    let first = files(&draft.judge(nothing()));
    let (again, _) = drafted(ministry(), &loaded(&first));
    let judged = again.judge(loaded(&first));
    assert_eq!(standing(&judged, Standing::New) + standing(&judged, Standing::Differs), 0);
    assert_eq!(files(&judged).iter().filter(|(path, text)| first.get(*path) != Some(text)).count(), 0);
}

#[test]
fn the_program_tells_what_became_of_the_cells() {
    let folder = tempdir().unwrap();
    fs::write(folder.path().join("ministerio.csv"), fixture("ministerio.csv")).unwrap();
    let dry = ropa(folder.path(), &["import", "csv", "ministerio.csv", "--dry-run"]).done();
    for words in ["kept as notes", "`Nº` (4)", "cell C7", "map `plain`", "give these legal bases their `article`"] {
        assert!(dry.err.contains(words), "{words}: {}", dry.err);
    }
    assert!(dry.out.contains("placed in fields"), "{}", dry.out);
    assert!(!folder.path().join("registry").exists());
    ropa(folder.path(), &["import", "csv", "ministerio.csv"]).done();
    let again = ropa(folder.path(), &["import", "csv", "ministerio.csv"]).done();
    assert!(again.out.contains("nothing to do"), "{}", again.out);
    // Somebody says more about a record, and something else about another.
    let path = folder.path().join("registry/activities/videovigilancia.toml");
    let own = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("# ours\nowner = \"Security\"\n{own}")).unwrap();
    ropa(folder.path(), &["import", "csv", "ministerio.csv"]).done();
    let edited = own.replace("title            =", "title =").replace("Videovigilancia", "Cameras");
    fs::write(&path, format!("# ours\nowner = \"Security\"\n{edited}")).unwrap();
    ropa(folder.path(), &["import", "csv", "ministerio.csv"])
        .refused("activities/videovigilancia.toml:3: `title` says something else");
    ropa(folder.path(), &["import", "csv", "ministerio.csv", "--force"]).done();
    let forced = fs::read_to_string(&path).unwrap();
    assert!(forced.starts_with("# ours\nowner = \"Security\"\n") && forced.contains("\"Videovigilancia\""), "{forced}");
}
