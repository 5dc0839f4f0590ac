//! Pages and fragments, as they were built or as a browser saved them.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::{CELL, Copy, Form, Passage, spaced};

/// What the anchors of a fragment begin with.
const FRAGMENT_ANCHOR: &str = "ropa-";

/// Elements that stand inside a line.
const INLINE: [&str; 9] = ["a", "strong", "em", "code", "span", "del", "b", "i", "font"];

pub(super) fn read(text: &str) -> Option<Copy> {
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(text));
    let tokenizer = Tokenizer::new(Reader::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    let mut state = tokenizer.sink.0.into_inner();
    state.end_passage();
    state.copy
}

/// Reads the first element that has our marks.
#[derive(Default)]
struct Reader(RefCell<State>);

#[derive(Default)]
struct State {
    copy: Option<Copy>,
    /// How many elements of the name of ours are open, ours included; 0 outside.
    depth: usize,
    section: String,
    /// Whether the words are the heading of a section.
    heading: bool,
    /// Elements whose words do not count: the contents, which repeat headings.
    silent: usize,
    words: String,
    /// Where the link that is open writes or calls to.
    address: Option<String>,
}

impl State {
    fn begin(&mut self, tag: &Tag) {
        let mark = |name: &str| {
            let attribute = tag.attrs.iter().find(|attribute| &*attribute.name.local == name);
            attribute.map(|attribute| attribute.value.to_string())
        };
        let form = match mark("data-ropa").as_deref() {
            Some("page") => Form::Page,
            Some("fragment") => Form::Fragment,
            Some("group") => Form::Group(mark("data-ropa-group").unwrap_or_default()),
            Some("section") => Form::Section(mark("data-ropa-section").unwrap_or_default()),
            _ => return,
        };
        let Some(notice) = mark("data-ropa-notice") else { return };
        let updated = mark("data-ropa-updated").and_then(|day| day.parse().ok());
        "head".clone_into(&mut self.section);
        self.depth = 1;
        self.copy = Some(Copy { notice, form, updated, sections: Vec::new(), passages: Vec::new(), facts: Vec::new() });
    }

    fn tag(&mut self, tag: &Tag) {
        let name = &*tag.name;
        let opens = tag.kind == TagKind::StartTag && !tag.self_closing;
        if self.depth == 0 {
            if self.copy.is_none() && opens && name == "article" {
                self.begin(tag);
            }
            return;
        }
        if name == "a" {
            self.link(tag, opens);
        }
        if INLINE.contains(&name) {
            return;
        }
        if matches!(name, "td" | "th") {
            // A row is one passage, or a changed cell would stand alone.
            if opens && !self.words.trim().is_empty() {
                self.words.push_str(CELL);
            }
            return;
        }
        self.end_passage();
        match (name, opens) {
            ("article", true) => self.depth += 1,
            ("article", false) => self.depth -= 1,
            ("nav" | "script" | "style" | "noscript", true) => self.silent += 1,
            ("nav" | "script" | "style" | "noscript", false) => self.silent = self.silent.saturating_sub(1),
            ("section", true) => {
                let id = tag.attrs.iter().find(|attribute| &*attribute.name.local == "id");
                let id = id.map_or(String::new(), |id| id.value.to_string());
                self.section = id.strip_prefix(FRAGMENT_ANCHOR).unwrap_or(&id).to_owned();
                if let Some(copy) = &mut self.copy {
                    copy.sections.push((self.section.clone(), String::new()));
                }
            }
            ("h1" | "h2" | "h3" | "h4", _) => {
                // The first heading of a section is its own; others are passages.
                let named = self.copy.as_ref().and_then(|copy| copy.sections.last());
                self.heading = opens && named.is_some_and(|(_, heading)| heading.is_empty());
            }
            _ => {}
        }
    }

    /// A link that writes or calls is part of what a passage says: the address counts where the
    /// words do not name it. Other links are left alone, because browsers change them when they save.
    fn link(&mut self, tag: &Tag, opens: bool) {
        if opens {
            let target = tag.attrs.iter().find(|attribute| &*attribute.name.local == "href");
            let target = target.map(|target| target.value.to_string()).unwrap_or_default();
            let address = ["mailto:", "tel:"].iter().find_map(|scheme| target.strip_prefix(scheme));
            self.address = address.map(|address| address.split('?').next().unwrap_or_default().to_owned());
        } else if let Some(address) = self.address.take() {
            let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            if self.silent == 0 && !plain(&self.words).ends_with(&plain(&address)) {
                self.words.push_str(&format!(" <{address}>"));
            }
        }
    }

    fn end_passage(&mut self) {
        let words = spaced(&std::mem::take(&mut self.words));
        if words.is_empty() {
            return;
        }
        let Some(copy) = &mut self.copy else { return };
        match copy.sections.last_mut() {
            Some((_, heading)) if self.heading => *heading = words,
            _ => copy.passages.push(Passage { section: self.section.clone(), words }),
        }
    }
}

impl TokenSink for Reader {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => state.tag(&tag),
            Token::CharacterTokens(words) if state.depth > 0 && state.silent == 0 => state.words.push_str(&words),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}
