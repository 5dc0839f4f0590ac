//! The words of a rendered notice, section by section.

use std::cell::RefCell;
use std::ops::Range;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// Terms that stand close together stand within so many bytes.
const CLOSE: usize = 200;

/// The words of a page under each heading, without the headings themselves.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Passages(Vec<Passage>);

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Passage {
    /// Anchor of the section; `head` above the first.
    section: String,
    /// Anchor of the heading in the section; empty above the first.
    heading: String,
    /// In lower case, with single spaces.
    text: String,
}

/// What stands in one place of a page.
pub struct Words(String);

impl Passages {
    /// Reads a page.
    pub fn of(html: &str) -> Passages {
        let queue = BufferQueue::default();
        queue.push_back(StrTendril::from(html));
        let tokenizer = Tokenizer::new(Reader::default(), TokenizerOpts::default());
        let _ = tokenizer.feed(&queue);
        tokenizer.end();
        let mut passages = tokenizer.sink.0.into_inner().passages;
        for passage in &mut passages {
            passage.text = passage.text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        }
        Passages(passages)
    }

    /// The words of a section, or of its part about a group.
    pub fn text(&self, section: &str, group: Option<&str>) -> Result<Words, String> {
        let mut parts = self.0.iter().filter(|passage| passage.section == section).peekable();
        if parts.peek().is_none() {
            return Err(format!("there is no section {section}"));
        }
        let text: Vec<&str> = match group {
            None => parts.map(|passage| passage.text.as_str()).collect(),
            Some(group) => {
                let about = |anchor: &str| {
                    let groups = anchor.strip_prefix(section).unwrap_or_default();
                    format!("{groups}-").contains(&format!("-{group}-"))
                };
                parts.filter(|passage| about(&passage.heading)).map(|passage| passage.text.as_str()).collect()
            }
        };
        if text.is_empty() {
            return Err(format!("there is no heading for {} in section {section}", group.unwrap_or_default()));
        }
        Ok(Words(text.join(" ")))
    }
}

impl Words {
    /// Where all terms stand close together, as whole words; else what was found of them.
    pub fn close_together(&self, terms: &[String]) -> Result<&str, String> {
        let found: Vec<Vec<Range<usize>>> = terms.iter().map(|term| self.occurrences(term)).collect();
        let absent: Vec<&str> =
            terms.iter().zip(&found).filter(|(_, places)| places.is_empty()).map(|(term, _)| term.as_str()).collect();
        if !absent.is_empty() {
            return Err(format!("{absent:?} is absent from: {}", self.0));
        }
        // From each occurrence, the next of every term.
        let window = |start: usize| -> Option<Range<usize>> {
            let ends = found.iter().map(|places| places.iter().find(|place| place.start >= start).map(|p| p.end));
            Some(start..ends.collect::<Option<Vec<usize>>>()?.into_iter().max()?)
        };
        let starts = found.iter().flatten().map(|place| place.start);
        match starts.filter_map(window).min_by_key(ExactSizeIterator::len) {
            Some(nearest) if nearest.len() <= CLOSE => Ok(&self.0[nearest]),
            Some(nearest) => Err(format!("{terms:?} stand {} bytes apart: {}", nearest.len(), &self.0[nearest])),
            None => Err("nothing is found".to_owned()),
        }
    }

    fn occurrences(&self, term: &str) -> Vec<Range<usize>> {
        let is_whole = |place: &Range<usize>| {
            let inside = |one: Option<char>| one.is_some_and(char::is_alphanumeric);
            let before = inside(self.0[..place.start].chars().next_back()) && inside(term.chars().next());
            let after = inside(self.0[place.end..].chars().next()) && inside(term.chars().next_back());
            !before && !after
        };
        self.0.match_indices(term).map(|(start, _)| start..start + term.len()).filter(is_whole).collect()
    }
}

/// Sorts the words of a page by the anchors above them.
#[derive(Default)]
struct Reader(RefCell<State>);

#[derive(Default)]
struct State {
    passages: Vec<Passage>,
    /// Whether the words are part of the notice, and of no heading.
    inside: bool,
    heading: bool,
}

impl State {
    fn open(&mut self, section: String, heading: String) {
        self.passages.push(Passage { section, heading, text: String::new() });
    }

    fn tag(&mut self, tag: &Tag) {
        let opens = tag.kind == TagKind::StartTag;
        let anchor = || {
            let id = tag.attrs.iter().find(|attribute| &*attribute.name.local == "id");
            id.map_or(String::new(), |id| id.value.to_string())
        };
        match &*tag.name {
            "article" => {
                self.inside = opens;
                if opens {
                    self.open("head".to_owned(), String::new());
                }
            }
            // The contents stand above the sections, whatever sums them up before.
            "nav" if opens => self.open("head".to_owned(), String::new()),
            "section" if opens => self.open(anchor(), String::new()),
            "h1" | "h2" | "h3" => {
                self.heading = opens;
                if opens && &*tag.name == "h3" {
                    let section = self.passages.last().map_or(String::new(), |passage| passage.section.clone());
                    self.open(section, anchor());
                }
            }
            _ => {}
        }
        if !matches!(&*tag.name, "a" | "strong" | "em" | "code" | "span") {
            self.words(" ");
        }
    }

    fn words(&mut self, words: &str) {
        if let Some(passage) = self.passages.last_mut().filter(|_| self.inside && !self.heading) {
            passage.text.push_str(words);
        }
    }
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => state.tag(&tag),
            Token::CharacterTokens(words) => state.words(&words),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

#[test]
fn words_count_where_they_stand() {
    let page = Passages::of(
        "<nav>far</nav><article><h1>far</h1><p>Above.</p><section id=\"data\"><h2>Far</h2>\
         <h3 id=\"data-users-end-users\">Far</h3><p>Your <a href=\"#\">IP</a>-address</p><p>and more</p>\
         <h3 id=\"data-visitors\">Visitors</h3><p>Nothing</p></section></article>",
    );
    let found = |section: &str, group: Option<&str>, terms: &[&str]| {
        let terms: Vec<String> = terms.iter().map(|term| (*term).to_owned()).collect();
        page.text(section, group).and_then(|words| words.close_together(&terms).map(str::to_owned))
    };
    assert_eq!(found("head", None, &["above"]), Ok("above".to_owned()));
    assert_eq!(found("data", Some("users"), &["ip-address and", "your"]), Ok("your ip-address and".to_owned()));
    assert!(found("data", Some("end-users"), &["more"]).is_ok());
    assert!(found("data", None, &["nothing", "more"]).is_ok());
    assert!(found("data", Some("visitors"), &["more"]).is_err(), "it stands under another heading");
    assert!(found("data", Some("customers"), &["more"]).is_err(), "there is no such group");
    assert!(found("data", None, &["far"]).is_err(), "it stands in headings and the contents only");
    assert!(found("data", None, &["noth"]).is_err(), "it is no whole word");
    assert!(found("cookies", None, &["more"]).is_err(), "there is no such section");

    let gap = "so ".repeat(CLOSE / 3);
    let page = Passages::of(&format!("<article>one {gap} two {gap} one two"));
    let terms = ["two".to_owned(), "one".to_owned()];
    assert_eq!(page.text("head", None).unwrap().close_together(&terms), Ok("one two"));
    let page = Passages::of(&format!("<article>one {gap} two"));
    assert!(page.text("head", None).unwrap().close_together(&terms).is_err(), "they stand far apart");
}
