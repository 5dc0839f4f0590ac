//! Forms of authorities.

use ropa::import::Standing;
use ropa::import::sheets::{Book, add_csv};
use rust_xlsxwriter::Workbook;
use tempfile::tempdir;

use super::{account, drafted, files, fixture, loaded, mapped, nothing, standing};

#[test]
fn rows_of_the_ico_template_are_read() {
    let mut book = Book::default();
    add_csv(&mut book, &fixture("ico.csv"), "template").unwrap();
    let (draft, summary) = drafted(book, &nothing());
    account(&summary);
    assert!(summary.map.contains("ICO"), "{}", summary.map);
    let files = files(&draft.judge(nothing()));
    let bases = &files["legal-bases.toml"];
    for article in ["6(1)(a)", "6(1)(b)", "6(1)(c)", "9(2)(b)"] {
        assert!(bases.contains(article), "{article}: {bases}");
    }
    assert_eq!(files["subject-groups.toml"].matches("name").count(), 2);
    assert!(files["retention.toml"].contains("from   = \"the end of the tax year\""));
    assert!(files["retention.toml"].contains("criteria = [\"until consent is withdrawn\"]"));
    let abroad = &files["recipients.toml"];
    assert!(abroad.contains("USA (Standard contractual clauses)") && abroad.contains("\"scc\""), "{abroad}");
    let payroll = &files["activities/payroll.toml"];
    assert!(payroll.contains("owner") && payroll.contains("Has a personal data breach occurred?: No"), "{payroll}");
}

#[test]
fn heads_in_four_languages_mean_the_same() {
    let one = |text: &str| {
        let (draft, summary) = mapped(super::book(text), "plain", &nothing());
        account(&summary);
        assert_eq!(summary.tally.noted(), 0, "{summary:?}");
        files(&draft.judge(nothing())).into_values().collect::<String>()
    };
    let said = one("Title;Purpose;Legal basis;Data subjects;Retention\nA;b;Art. 6(1)(b) GDPR;C;3 years\n");
    for heads in [
        "Bezeichnung;Zweck;Rechtsgrundlage;Betroffene Personen;Speicherdauer",
        "NOM DU TRAITEMENT ;Finalité;Base légale;Personnes concernées;Durée de conservation",
        "Tratamiento;Fines del tratamiento:;Base jurídica;Interesados;Plazo de supresión",
    ] {
        assert_eq!(one(&format!("{heads}\nA;b;Art. 6(1)(b) GDPR;C;3 years\n")), said, "{heads}");
    }
}

/// A list and two record sheets as the simplified register of the CNIL lays them out.
fn cnil() -> Workbook {
    let mut workbook = Workbook::new();
    let list = workbook.add_worksheet().set_name("Liste des traitements").unwrap();
    list.write(0, 0, "Registre des activités de traitement").unwrap();
    let heads = [
        "Nom du traitement",
        "N° / RÉF",
        "Date de création de la fiche",
        "Finalité du traitement",
        "Données sensibles ?",
    ];
    for (at, head) in heads.into_iter().enumerate() {
        list.write(3, u16::try_from(at).unwrap(), head).unwrap();
    }
    for (row, name) in [(4, "Paie"), (5, "Recrutement")] {
        list.write(row, 0, name).unwrap();
        list.write(row, 1, format!("REF-{row}")).unwrap();
        list.write(row, 4, "non").unwrap();
    }
    for (at, name, kept) in [(1, "Paie", "5 ans"), (2, "Recrutement", "2 ans après le dernier contact")] {
        let form = workbook.add_worksheet().set_name(format!("Fiche {at}")).unwrap();
        let rows: [(u32, &[&str]); 21] = [
            (0, &["Description du traitement"]),
            (1, &["Nom du traitement", name]),
            (2, &["N° / RÉF", ""]),
            (4, &["Acteurs", "Nom", "Adresse"]),
            (5, &["Responsable du traitement", "Exemple SA", "1 rue de l'Exemple"]),
            (7, &["Finalité(s) du traitement effectué"]),
            (8, &["Finalité principale", "Gérer le personnel"]),
            (9, &["Sous-finalité 1", "Tenir les dossiers"]),
            (11, &["Catégories de données personnelles", "Description", "Durée de conservation"]),
            (12, &["État civil", "Nom, prénom", kept]),
            (13, &["Vie professionnelle", "CV", kept]),
            (15, &["Catégories de personnes concernées", "Précisions"]),
            (16, &["Salariés", ""]),
            (18, &["Destinataires", "Type de destinataire", "Précisions"]),
            (19, &["Service paie", "Service interne", "Bulletins"]),
            (21, &["Mesures de sécurité", "Type", "Précisions"]),
            (22, &["Sauvegardes", "Sauvegarde des données", "Chaque nuit"]),
            (24, &["Destinataire", "Pays", "Type de garanties", "Lien vers la documentation"]),
            (25, &["Hébergeur Inc.", "États-Unis", "Clauses contractuelles types", "Contrat 7"]),
            (27, &["Remarque libre"]),
            (28, &["autre chose"]),
        ];
        for (row, cells) in rows {
            for (column, cell) in cells.iter().enumerate() {
                form.write(row, u16::try_from(column).unwrap(), *cell).unwrap();
            }
        }
    }
    workbook
}

#[test]
fn the_list_and_the_sheets_of_the_cnil_are_one_register() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("registre.xlsx");
    cnil().save(&path).unwrap();
    let book = || ropa::import::sheets::read_workbook(&path, ropa::import::sheets::Format::Xlsx).unwrap();
    let (draft, summary) = drafted(book(), &nothing());
    account(&summary);
    assert!(summary.map.contains("CNIL"), "{}", summary.map);
    let first = files(&draft.judge(nothing()));
    assert_eq!(first.keys().filter(|path| path.starts_with("activities/")).count(), 2, "{first:?}");
    let pay = &first["activities/paie.toml"];
    for words in [
        "gerer-le-personnel",
        "Tenir les dossiers",
        "etat-civil",
        "salaries",
        "service-paie",
        "sauvegardes",
        "exemple-sa",
    ] {
        assert!(pay.contains(words), "{words}: {pay}");
    }
    assert_eq!(first["data-categories.toml"].matches("name ").count(), 2);
    assert!(first["recipients.toml"].contains("mechanisms = [\"scc\"]"), "{}", first["recipients.toml"]);
    let (again, _) = drafted(book(), &loaded(&first));
    let judged = again.judge(loaded(&first));
    assert_eq!(standing(&judged, Standing::Same), judged.files.len());
}

/// The record sheets of the simplified register as it is filled in: a tab for each activity, blocks without
/// blank rows between them, and the numbered rows that the form prints.
fn filled_in() -> Workbook {
    let mut workbook = Workbook::new();
    let list = workbook.add_worksheet().set_name("Liste des traitements").unwrap();
    let heads = ["Nom du traitement", "N° / RÉF", "Finalité du traitement", "Données sensibles ?"];
    let rows = [heads, ["Paie", "A-1", "Payer les salaires", "non"], ["Recrutement", "A-2", "Recruter", "non"]];
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            list.write(row, column, cell).unwrap();
        }
    }
    for (name, purpose, receives) in
        [("Paie", "Payer les salaires", "Paie Exemple SARL"), ("Recrutement", "Recruter", "Tests Exemple SARL")]
    {
        let form = workbook.add_worksheet().set_name(name).unwrap();
        let rows: [&[&str]; 37] = [
            &["Description du traitement"],
            &["Nom", name],
            &["N° / RÉF", "A"],
            &["Mise à jour", "2026-02-03"],
            &["Acteurs", "Nom", "Adresse", "Code postal", "Ville", "Pays", "Téléphone", "Adresse mél"],
            &[
                "Responsable du traitement",
                "Exemple SA",
                "1 rue de l'Exemple",
                "75001",
                "Paris",
                "France",
                "+33 1 00 00 00 00",
            ],
            &["Délégué à la protection des données", "Anne Exemple", "", "", "", "", "", "dpo@exemple.fr"],
            &["Représentant", "Aucun"],
            &["Responsable(s) conjoint(s)"],
            &["Finalité(s) du traitement effectué"],
            &["Finalité principale", purpose],
            &["Sous-finalité 1", "Tenir les dossiers"],
            &["Sous-finalité 2"],
            &["Catégories de données personnelles concernées", "Description", "Délai d'effacement"],
            &["État civil, identité", "Nom; prénom", "5 ans"],
            &["Vie personnelle"],
            &["Données de connexion"],
            &["Données sensibles", "Description", "Délai d'effacement"],
            &["Données de santé"],
            &["Données génétiques"],
            &["Catégories de personnes concernées", "Description", "Précisions"],
            &["Catégorie de personnes 1", "Salariés", "tous les contrats"],
            &["Catégorie de personnes 2"],
            &["Destinataires", "Type de destinataire", "Précisions"],
            &["Destinataire 1", "Sous-traitants", receives],
            &["Destinataire 2", "Service interne qui traite les données"],
            &["Destinataire 3"],
            &["Mesures de sécurité techniques et organisationnelles", "Type de mesure de sécurité", "Précisions"],
            &["Mesure de sécurité 1", "Sauvegarde des données", "Chaque nuit"],
            &["Mesure de sécurité 2"],
            &["Transferts hors UE", "Destinataire", "Pays", "Type de garanties", "Lien vers la documentation"],
            &["Organisme destinataire 1", "Hébergeur Inc.", "États-Unis", "Clauses contractuelles types", "Contrat 7"],
            &["Organisme destinataire 2"],
            &["Commentaires libres", "à revoir en juin"],
            &["Description du traitement"],
            &["Remarque", "revue en mars"],
            &[],
        ];
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
                form.write(row, column, *cell).unwrap();
            }
        }
    }
    workbook
}

#[test]
fn record_sheets_of_the_cnil_are_found_by_their_labels() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("registre.xlsx");
    filled_in().save(&path).unwrap();
    let book = || ropa::import::sheets::read_workbook(&path, ropa::import::sheets::Format::Xlsx).unwrap();
    let (draft, summary) = drafted(book(), &nothing());
    account(&summary);
    assert!(summary.map.contains("CNIL"), "{}", summary.map);
    let first = files(&draft.judge(nothing()));
    let activities: Vec<&String> = first.keys().filter(|path| path.starts_with("activities/")).collect();
    assert_eq!(activities, ["activities/paie.toml", "activities/recrutement.toml"]);
    let pay = &first["activities/paie.toml"];
    for words in [
        "controllers    = [\"exemple-sa\"]",
        "subject-groups = [\"salaries\"]",
        "title       = \"Payer les salaires\"",
        "includes    = [\"Tenir les dossiers\"]",
        "\"paie-exemple-sarl\"",
        "\"service-interne-qui-traite-les-donnees\"",
        "\"sauvegarde-des-donnees\"",
        "hebergeur-inc",
        "Remarque: revue en mars",
        "Commentaires libres: à revoir en juin",
        "Représentant; Nom: Aucun",
    ] {
        let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(squeezed(pay).contains(&squeezed(words)), "{words}: {pay}");
    }
    assert_eq!(pay.matches("[purposes.").count(), 1, "{pay}");
    let controllers = &first["controllers.toml"];
    for words in ["\"75001\"", "\"Paris\"", "\"FR\"", "\"Anne Exemple\"", "\"dpo@exemple.fr\""] {
        assert!(controllers.contains(words), "{words}: {controllers}");
    }
    assert!(!controllers.contains("representative") && !first["recipients.toml"].contains("juin"), "{controllers}");
    assert!(first["processors.toml"].contains("\"Paie Exemple SARL\""), "{first:?}");
    assert!(first["recipients.toml"].contains("mechanisms = [\"scc\"]"), "{}", first["recipients.toml"]);
    assert!(first["subject-groups.toml"].contains("\"tous les contrats\""), "{}", first["subject-groups.toml"]);
    assert_eq!(first["data-categories.toml"].matches("name").count(), 1, "{}", first["data-categories.toml"]);
    // What the form prints names nobody and nothing.
    let all: String = first.values().map(String::as_str).collect();
    for printed in ["Destinataire 1", "Mesure de sécurité", "Catégorie de personnes", "Vie personnelle", "Organisme"]
    {
        assert!(!all.contains(printed), "{printed}: {all}");
    }
    let (again, _) = drafted(book(), &loaded(&first));
    let judged = again.judge(loaded(&first));
    assert_eq!(standing(&judged, Standing::Same), judged.files.len());
}

#[test]
fn several_recipients_are_not_one_processor() {
    let text = "Title;Purpose;Recipients;Third countries\n\
        Pay;pay;Finanzamt, Krankenkassen, DATEV eG (Auftragsverarbeiter);Estados Unidos, India y Reino Unido\n\
        Post;send;DATEV eG (Auftragsverarbeiter);USA (Mailchimp), SCC und DPF)\n\
        Other;b;\"Host GmbH (AV), Mail GmbH (Auftragsverarbeiter)\";according to the list\n";
    let (draft, summary) = mapped(super::book(text), "plain", &nothing());
    account(&summary);
    let judged = draft.judge(nothing());
    assert!(super::messages(&judged).iter().any(|one| one.starts_with("countries-not-understood")));
    assert!(super::messages(&judged).iter().any(|one| one.starts_with("processors-not-told-apart")));
    let files = files(&judged);
    assert_eq!(files["processors.toml"].matches("name").count(), 3);
    for name in ["\"DATEV eG\"", "\"Host GmbH\"", "\"Mail GmbH\""] {
        assert!(files["processors.toml"].contains(name), "{name}");
    }
    let recipients = &files["recipients.toml"];
    for words in [
        "\"Finanzamt, Krankenkassen, DATEV eG (Auftragsverarbeiter)\"",
        "[\"US\"]",
        "[\"IN\"]",
        "[\"GB\"]",
        "\"USA (Mailchimp, SCC und DPF)\"",
        "\"scc\"",
        "\"dpf\"",
    ] {
        assert!(recipients.contains(words), "{words}: {recipients}");
    }
    assert!(files["activities/other.toml"].contains("according to the list"));
}

#[test]
fn the_form_of_the_garante_has_its_bases_and_its_controller() {
    let text = "Titolare;Comune di Esempio, Via Esempio 1, 00100 Roma\nRPD;Maria Esempio, rpd@esempio.it\n;\n\
        Tipologia di trattamento;Finalità e basi legali del trattamento;Categorie di interessati;Categorie di dati personali\n\
        Paghe;Gestione delle paghe (art. 6, par. 1, lett. b) e c) GDPR);dipendenti;anagrafici\n\
        Bollettino;Invio del bollettino. Base giuridica: art. 6.1.a GDPR;iscritti;?\n";
    for map in ["garante", "plain"] {
        let (draft, summary) = mapped(super::book(text), map, &nothing());
        account(&summary);
        assert_eq!(summary.tally.nothing, 0, "{summary:?}");
        let files = files(&draft.judge(nothing()));
        let bases = &files["legal-bases.toml"];
        for article in ["6(1)(a)", "6(1)(b)", "6(1)(c)"] {
            assert!(bases.contains(article), "{map}, {article}: {bases}");
        }
        let letter = &files["activities/bollettino.toml"];
        assert!(
            letter.contains("\"Invio del bollettino\"") && letter.contains("Categorie di dati personali: ?"),
            "{letter}"
        );
        let controllers = &files["controllers.toml"];
        assert!(
            controllers.contains("\"Comune di Esempio\"") && controllers.contains("rpd@esempio.it"),
            "{controllers}"
        );
    }
    let (_, summary) = drafted(super::book(text), &nothing());
    assert!(summary.map.contains("Garante"), "{}", summary.map);
}

#[test]
fn a_department_owns_an_activity_and_controls_nothing() {
    let text = "Verarbeitung;Zweck;Fachbereich;Verantwortliche Stelle\nLohn;Gehälter zahlen;Personal;Beispiel GmbH\n";
    let (draft, _) = mapped(super::book(text), "plain", &nothing());
    let files = files(&draft.judge(nothing()));
    assert!(files["activities/lohn.toml"].contains("\"Personal\""), "{files:?}");
    let controllers = &files["controllers.toml"];
    assert!(controllers.contains("\"Beispiel GmbH\"") && !controllers.contains("Personal"), "{controllers}");
}

#[test]
fn legal_bases_do_not_read_the_same() {
    let text = "Title;Purpose;Legal basis;Entidad responsable\n\
        A;a;\"RGPD: 6.1.c) Tratamiento necesario para el cumplimiento de una obligación legal aplicable al responsable.\n\
        Real Decreto Legislativo 5/2015, de 30 de octubre\";Example\n\
        B;b;\"RGPD: 6.1.c) Tratamiento necesario para el cumplimiento de una obligación legal aplicable al responsable.\n\
        Ley 9/2017, de 8 de noviembre\";Example\n";
    let (draft, _) = mapped(super::book(text), "plain", &nothing());
    let files = files(&draft.judge(nothing()));
    let titles: Vec<&str> = files["legal-bases.toml"].lines().filter(|line| line.starts_with("title")).collect();
    let shown: Vec<&str> = titles.iter().filter_map(|line| line.split('"').nth(1)).collect();
    assert_eq!(shown, ["6(1)(c) RGPD: Real Decreto Legislativo 5/2015", "6(1)(c) RGPD: Ley 9/2017"]);
    assert!(files["legal-bases.toml"].contains("Tratamiento necesario para el cumplimiento"));
    assert!(files["controllers.toml"].contains("\"Example\""));
}
