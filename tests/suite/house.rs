//! The rules of the house, so that nobody has to remember them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use ropa::law;
use ropa::record::notice::SectionName;
use ropa::theme::DEFAULT;

/// Where public pages are made.
const PUBLIC: [&str; 17] = [
    "src/archive.rs",
    "src/view/notice.rs",
    "src/view/notice/",
    "src/notice.rs",
    "src/notice/",
    "src/short.rs",
    "src/sub_processors.rs",
    "src/sub_processors/",
    "src/versions/feed.rs",
    "src/versions/redline",
    "src/view/sub_processors.rs",
    "src/view/versions.rs",
    "src/page",
    "src/site/public.rs",
    "src/commonmark.rs",
    "src/document.rs",
    "src/export/facts/open",
];

/// The lines there that read something internal, and why they may: file, part of the line, reason.
const READS: [(&str, &str, &str); 3] = [
    ("src/view/notice/activity.rs", "activity.record.ended.internal()", "whether it had ended decides if it is told"),
    ("src/view/notice/activity.rs", "activity.record.notice_exemption.internal()", "an exemption keeps it out"),
    ("src/view/notice/data.rs", "row.notice_exemption.internal()", "an exemption keeps it out"),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files below a folder of the repository with their texts, by path with `/`.
fn files(folder: &str) -> BTreeMap<String, String> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { walk(&path, found) } else { found.push(path) }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    let named = |path: PathBuf| {
        let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(&path).unwrap())
    };
    found.into_iter().map(named).collect()
}

/// Sources of the program without what is there for tests alone.
fn sources() -> BTreeMap<String, String> {
    let own = |path: &str| path.ends_with(".rs") && !path.contains("/tests/") && !path.ends_with("/tests.rs");
    let without_tests = |text: String| text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned();
    files("src").into_iter().filter(|(path, _)| own(path)).map(|(path, text)| (path, without_tests(text))).collect()
}

/// Lines of code with their files, without comments.
fn lines(sources: &BTreeMap<String, String>) -> impl Iterator<Item = (&str, &str)> {
    sources
        .iter()
        .flat_map(|(path, text)| text.lines().map(move |line| (path.as_str(), line.trim())))
        .filter(|(_, line)| !line.starts_with("//"))
}

#[test]
fn public_pages_read_nothing_internal_but_what_is_listed() {
    let sources = sources();
    let mut used = BTreeSet::new();
    for (path, line) in lines(&sources).filter(|(path, _)| PUBLIC.iter().any(|place| path.starts_with(place))) {
        if !line.contains("internal()") && !line.contains("::internal") {
            continue;
        }
        let allowed = READS.iter().position(|(file, part, _)| *file == path && line.contains(part));
        let Some(at) = allowed else { panic!("{path}: {line}") };
        assert_eq!(line.matches("internal").count(), 1, "{path}: {line}");
        used.insert(at);
    }
    assert_eq!(used.len(), READS.len(), "something of the list is not there any more");
}

#[test]
fn the_default_theme_is_embedded_as_it_stands() {
    let embedded: BTreeMap<String, String> =
        DEFAULT.iter().map(|(name, text)| (format!("themes/default/{name}"), (*text).to_owned())).collect();
    let hidden = |path: &str| path.ends_with("README.md") || path.contains("/.");
    let there: BTreeMap<String, String> =
        files("themes/default").into_iter().filter(|(path, _)| !hidden(path)).collect();
    assert_eq!(embedded.keys().collect::<Vec<_>>(), there.keys().collect::<Vec<_>>());
    assert_eq!(embedded, there);
}

/// Keys of the messages in English, in their order.
fn messages() -> Vec<String> {
    let (_, text) = DEFAULT.iter().find(|(name, _)| *name == "strings/en.ftl").unwrap();
    let key = |line: &str| {
        let (key, _) = line.split_once(" =")?;
        key.starts_with(|c: char| c.is_ascii_alphabetic()).then(|| key.to_owned())
    };
    text.lines().filter_map(key).collect()
}

/// What stands in quotation marks in the program and the templates.
struct Quoted {
    whole: BTreeSet<String>,
    /// Texts up to their first gap.
    beginnings: BTreeSet<String>,
}

impl Quoted {
    fn new() -> Quoted {
        let mut quoted = Quoted { whole: BTreeSet::new(), beginnings: BTreeSet::new() };
        for text in sources().into_values().chain(files("themes/default/templates").into_values()) {
            // Where a quotation mark opens and where it closes does not matter here.
            for part in text.split('"') {
                quoted.whole.insert(part.to_owned());
                quoted.beginnings.extend(part.split_once('{').map(|(beginning, _)| beginning.to_owned()));
            }
        }
        quoted
    }

    /// Whether the program asks for a message, in one of the ways there are.
    ///
    /// 1. The key stands in a source or a template.
    /// 2. Its beginning does, up to a gap that a word of the records fills: `"right-{}"`.
    /// 3. Words of the register are asked for by family: `word("mechanism", ..)`.
    /// 4. Headings belong to a section, `-you` and `-age` to a message without them.
    fn uses(&self, key: &str) -> bool {
        let dashes = |text: &str| text.match_indices('-').map(|(at, _)| at).collect::<Vec<_>>();
        let built = dashes(key).into_iter().any(|at| {
            let beginning = &key[..=at];
            beginning != "register-" && self.beginnings.contains(beginning)
        });
        let family = key.strip_prefix("register-").is_some_and(|rest| {
            self.whole.contains(rest) || dashes(rest).into_iter().any(|at| self.whole.contains(&rest[..at]))
        });
        let heading = ["heading-", "question-"].iter().any(|style| {
            let section = key.strip_prefix(style).map(|rest| rest.strip_suffix("-you").unwrap_or(rest));
            section.is_some_and(|section| SectionName::of(section).is_some())
        });
        let aged = key.strip_suffix("-age").is_some_and(|rest| self.whole.contains(rest));
        self.whole.contains(key) || built || family || heading || aged
    }
}

#[test]
fn every_message_is_used() {
    let keys = messages();
    assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "a message stands twice");
    let quoted = Quoted::new();
    let unused: Vec<&String> = keys.iter().filter(|key| !quoted.uses(key)).collect();
    assert_eq!(unused, [] as [&String; 0]);
    assert!(!quoted.uses("rights-of-nobody") && !quoted.uses("heading-nothing"));
}

#[test]
fn every_country_has_its_words() {
    let (_, text) = DEFAULT.iter().find(|(name, _)| *name == "strings/en.ftl").unwrap();
    let mut lines = text.lines().peekable();
    let mut told = BTreeMap::new();
    while let Some(line) = lines.next() {
        if let Some((code, name)) = line.strip_prefix("country-").and_then(|line| line.split_once(" = ")) {
            let inside = lines.peek().and_then(|next| next.strip_prefix("    .in-sentence = "));
            let inside = inside.unwrap_or_else(|| panic!("{code} has no .in-sentence"));
            assert_eq!(inside.replace("the ", ""), name.replace("the ", ""), "{code}");
            told.insert(code, name);
        }
    }
    let listed: BTreeMap<&str, &str> =
        law::countries().map(|country| (country.code.as_str(), country.name.as_str())).collect();
    assert_eq!(told, listed);
}

#[test]
fn nothing_in_the_program_panics_on_purpose() {
    let sources = sources();
    let found: Vec<(&str, &str)> = lines(&sources)
        .filter(|(_, line)| {
            [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!(", "unreachable!("]
                .iter()
                .any(|word| line.contains(word))
        })
        .collect();
    // What is embedded is read by the tests of `law` and of `lint`.
    let embedded = [
        ("src/law/data.rs", "toml::from_str(text).expect(\"embedded legal data is well-formed\")"),
        ("src/lint/grammar.rs", "toml::from_str(text).expect(\"embedded forms of verbs are well-formed\")"),
        ("src/lint/words.rs", "toml::from_str(text).expect(\"embedded word lists are well-formed\")"),
    ];
    assert_eq!(found, embedded);
}

#[test]
fn no_file_is_long() {
    let long: Vec<(String, usize)> = sources()
        .into_iter()
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|(_, count)| *count > 400)
        .collect();
    assert_eq!(long, []);
}

#[test]
fn every_folder_of_fixtures_is_used() {
    let tests: String = files("tests/suite").into_values().collect();
    let folders = |below: &str| -> Vec<String> {
        let entries = fs::read_dir(root().join(below)).into_iter().flatten().map(|entry| entry.unwrap().path());
        let name = |path: PathBuf| format!("{below}/{}", path.file_name().unwrap().to_string_lossy());
        entries.filter(|path| path.is_dir()).map(name).collect()
    };
    let top = folders("tests").into_iter().filter(|name| {
        // The browser tests have a runner of their own, called by tests/all.
        !["tests/suite", "tests/fixtures", "tests/browser"].contains(&name.as_str())
    });
    for folder in top.chain(folders("tests/fixtures")) {
        let named = ["/", "\""].iter().any(|end| tests.contains(&format!("{folder}{end}")));
        assert!(named, "no test reads {folder}");
    }
}
