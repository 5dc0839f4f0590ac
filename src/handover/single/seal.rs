//! Closes a page: what it refers to goes into it, what it cannot take along goes out of it.
//!
//! The page is read as a browser's tokenizer reads it, so that any markup of a theme is understood, and
//! written again tag by tag.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::super::links::{is_for_everybody, route};

/// Keeps any browser from asking the network for anything, and from running anything, whatever the
/// theme says. Style sheets and pictures stand in the file.
const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" \
    content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'\">";

/// Elements without an end.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Elements that a closed page cannot have, with everything in them.
const DROPPED: [&str; 5] = ["script", "noscript", "iframe", "object", "template"];

/// The routes of the files that a page needs to look as it should.
pub(super) fn files(page: &str, at: &str) -> BTreeSet<String> {
    let found = RefCell::new(BTreeSet::new());
    read(page, |token| {
        if let Token::TagToken(tag) = token {
            let names = [address(tag, "src"), address(tag, "srcset")].into_iter().flatten();
            let linked = (&*tag.name == "link").then(|| address(tag, "href")).flatten();
            found.borrow_mut().extend(names.chain(linked).filter_map(|name| route(at, name)));
        }
    });
    found.into_inner()
}

/// The page with these files in it. Links to pages that stand on it lead there, at the anchor that
/// `places` has for their route; other links within the site lose their address.
pub(super) fn sealed(
    page: &str,
    at: &str,
    files: &BTreeMap<String, Option<Vec<u8>>>,
    places: &BTreeMap<String, String>,
) -> String {
    let ids = RefCell::new(BTreeSet::new());
    read(page, |token| {
        if let Token::TagToken(tag) = token {
            ids.borrow_mut().extend(address(tag, "id").map(str::to_owned));
        }
    });
    let writer = RefCell::new(Writer {
        at,
        files,
        places,
        ids: ids.into_inner(),
        out: String::with_capacity(page.len() + page.len() / 8),
        raw: false,
        dropping: None,
        drawings: 0,
        links: Vec::new(),
    });
    read(page, |token| writer.borrow_mut().token(token));
    writer.into_inner().out
}

struct Writer<'f> {
    at: &'f str,
    files: &'f BTreeMap<String, Option<Vec<u8>>>,
    places: &'f BTreeMap<String, String>,
    /// The anchors there are.
    ids: BTreeSet<String>,
    out: String,
    /// Whether the words are those of a style sheet, in which nothing is escaped.
    raw: bool,
    /// The element that is left out, and how many of its name are open.
    dropping: Option<(String, usize)>,
    /// How many SVG pictures are open.
    drawings: usize,
    /// For each link that is open, the element in its place.
    links: Vec<&'static str>,
}

impl<'f> Writer<'f> {
    fn token(&mut self, token: &Token) {
        if let Some((name, open)) = &mut self.dropping {
            if let Token::TagToken(tag) = token
                && *tag.name == **name
            {
                match tag.kind {
                    TagKind::StartTag => *open += 1,
                    TagKind::EndTag => *open -= 1,
                }
                if *open == 0 {
                    self.dropping = None;
                }
            }
            return;
        }
        match token {
            Token::DoctypeToken(_) => self.out.push_str("<!doctype html>"),
            Token::CharacterTokens(words) if self.raw => self.out.push_str(words),
            Token::CharacterTokens(words) => self.words(words),
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => self.start(tag),
            Token::TagToken(tag) => self.end(tag),
            _ => {}
        }
    }

    fn words(&mut self, words: &str) {
        for letter in words.chars() {
            match letter {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                other => self.out.push(other),
            }
        }
    }

    fn start(&mut self, tag: &Tag) {
        let name = &*tag.name;
        if DROPPED.contains(&name) {
            if !tag.self_closing {
                self.dropping = Some((name.to_owned(), 1));
            }
            return;
        }
        match name {
            "link" => self.linked(tag),
            // A policy of the theme's own, or a page to go to, would be one more thing that leads out.
            "meta" if address(tag, "http-equiv").is_some() => {}
            "base" => {}
            "meta" if address(tag, "charset").is_some() => {
                self.tag(name, tag);
                self.out.push_str(POLICY);
            }
            "a" => {
                let lead = ["href", "xlink:href"].into_iter().find_map(|key| address(tag, key));
                let lead = lead.and_then(|href| self.lead(href));
                let element = match (&lead, self.drawings) {
                    (Some(_), _) => "a",
                    (None, 0) => "span",
                    (None, _) => "g",
                };
                if !tag.self_closing {
                    self.links.push(element);
                }
                self.out.push('<');
                self.out.push_str(element);
                for attribute in &tag.attrs {
                    match &*attribute.name.local {
                        "href" | "xlink:href" | "target" | "rel" | "download" | "ping" => {}
                        key => self.attribute(key, &attribute.value),
                    }
                }
                if let Some(lead) = lead {
                    self.attribute("href", &lead);
                }
                self.out.push('>');
            }
            _ => {
                self.drawings += usize::from(name == "svg" && !tag.self_closing);
                self.raw = name == "style";
                self.tag(name, tag);
            }
        }
    }

    fn end(&mut self, tag: &Tag) {
        let name = &*tag.name;
        self.raw = false;
        let name = match name {
            "a" => self.links.pop().unwrap_or("a"),
            "svg" => {
                self.drawings = self.drawings.saturating_sub(1);
                name
            }
            _ => name,
        };
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// A tag with the addresses of its files.
    fn tag(&mut self, name: &str, tag: &Tag) {
        self.out.push('<');
        self.out.push_str(name);
        for attribute in &tag.attrs {
            let key = &*attribute.name.local;
            match key {
                "src" | "srcset" | "data" | "poster" => {
                    if let Some(data) = self.data(&attribute.value) {
                        self.attribute(key, &data);
                    }
                }
                "action" | "formaction" | "background" => {}
                // What a script would do.
                key if key.starts_with("on") => {}
                "href" | "xlink:href" if !attribute.value.starts_with('#') => {}
                key => self.attribute(key, &attribute.value),
            }
        }
        self.out.push_str(if tag.self_closing && !VOID.contains(&name) { "/>" } else { ">" });
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        for letter in value.chars() {
            match letter {
                '&' => self.out.push_str("&amp;"),
                '"' => self.out.push_str("&quot;"),
                '<' => self.out.push_str("&lt;"),
                other => self.out.push(other),
            }
        }
        self.out.push('"');
    }

    /// A style sheet or a favicon.
    fn linked(&mut self, tag: &Tag) {
        let of = |name: &str| address(tag, name).unwrap_or_default();
        match of("rel") {
            "stylesheet" => {
                let Some(sheet) = self.file(of("href")) else { return };
                self.out.push_str("<style");
                if let Some(media) = address(tag, "media") {
                    self.attribute("media", media);
                }
                // Nothing in a style sheet can end its element then, and it means the same.
                let sheet = String::from_utf8_lossy(sheet).replace("</", "<\\/");
                self.out.push_str(">\n");
                self.out.push_str(&sheet);
                self.out.push_str("</style>");
            }
            "icon" => {
                let Some(data) = self.data(of("href")) else { return };
                self.out.push_str("<link rel=\"icon\"");
                self.attribute("href", &data);
                self.out.push('>');
            }
            _ => {}
        }
    }

    fn file(&self, address: &str) -> Option<&'f [u8]> {
        self.files.get(&route(self.at, address)?)?.as_deref()
    }

    /// A picture as an address that holds it.
    fn data(&self, address: &str) -> Option<String> {
        let extension = address.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        let kind = match extension.as_str() {
            "svg" => "image/svg+xml",
            "png" => "image/png",
            "jpg" | "jpeg" => "image/jpeg",
            "webp" => "image/webp",
            "gif" => "image/gif",
            "ico" => "image/x-icon",
            _ => return None,
        };
        Some(format!("data:{kind};base64,{}", base64(self.file(address)?)))
    }

    /// Where a link leads in this file or outside, if anywhere.
    fn lead(&self, href: &str) -> Option<String> {
        if let Some(anchor) = href.strip_prefix('#') {
            return self.ids.contains(anchor).then(|| href.to_owned());
        }
        if is_for_everybody(href) {
            return Some(href.to_owned());
        }
        let anchor = self.places.get(&route(self.at, href)?)?;
        self.ids.contains(anchor).then(|| format!("#{anchor}"))
    }
}

/// What an attribute says.
fn address<'t>(tag: &'t Tag, name: &str) -> Option<&'t str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

/// Shows each token of a page to somebody.
fn read(page: &str, see: impl Fn(&Token)) {
    struct Sink<S>(S);
    impl<S: Fn(&Token)> TokenSink for Sink<S> {
        type Handle = ();

        fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
            (self.0)(&token);
            // A tokenizer alone does not know which elements hold no markup.
            match &token {
                Token::TagToken(tag) if tag.kind == TagKind::StartTag => match &*tag.name {
                    "style" | "noscript" | "iframe" => TokenSinkResult::RawData(RawKind::Rawtext),
                    "script" => TokenSinkResult::RawData(RawKind::ScriptData),
                    "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
                    _ => TokenSinkResult::Continue,
                },
                _ => TokenSinkResult::Continue,
            }
        }
    }
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from(page));
    let tokenizer = Tokenizer::new(Sink(see), TokenizerOpts::default());
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
}

/// Bytes in the letters of RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let at = |index: usize| u32::from(three.get(index).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for place in 0..4 {
            let letter = LETTERS.get((bits >> (18 - 6 * place) & 63) as usize).copied().unwrap_or(b'=');
            out.push(if place <= three.len() { char::from(letter) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{base64, files, sealed};

    fn close(page: &str) -> String {
        let files: BTreeMap<String, Option<Vec<u8>>> = files(page, "internal/register.html")
            .into_iter()
            .map(|name| {
                let bytes = match name.as_str() {
                    "internal/style.css" => Some(b"a::after { content: \"</style>\" }".to_vec()),
                    "internal/logo.svg" => Some(b"<svg/>".to_vec()),
                    _ => None,
                };
                (name, bytes)
            })
            .collect();
        let places = [("internal/a/b.html", "a-b"), ("internal/gone.html", "gone")];
        let places = places.map(|(route, anchor)| (route.to_owned(), anchor.to_owned())).into();
        sealed(page, "internal/register.html", &files, &places)
    }

    #[test]
    fn files_go_into_the_page() {
        assert_eq!(
            close(
                "<link rel=stylesheet href='style.css' media=print><link rel=preload href=x><link rel=stylesheet href=https://cdn.example/x.css>"
            ),
            "<style media=\"print\">\na::after { content: \"<\\/style>\" }</style>"
        );
        assert_eq!(
            close("<img src=logo.svg alt=\"&quot;\">"),
            "<img src=\"data:image/svg+xml;base64,PHN2Zy8+\" alt=\"&quot;\">"
        );
        assert_eq!(close("<img src=https://example.org/logo.svg alt=x>"), "<img alt=\"x\">");
        assert!(close("<meta charset=utf-8>").contains("default-src 'none'"));
    }

    #[test]
    fn links_stay_inside_or_lead_to_the_web() {
        let with =
            |link: &str| close(&format!("<p id=\"a-b\">{link}</p>")).replace("<p id=\"a-b\">", "").replace("</p>", "");
        assert_eq!(with("<a class=x href=\"a/b.html\">w</a>"), "<a class=\"x\" href=\"#a-b\">w</a>");
        assert_eq!(with("<a href=\"../internal/a/b.html#c\">w</a>"), "<a href=\"#a-b\">w</a>");
        assert_eq!(with("<a href=\"gone.html\">w</a>"), "<span>w</span>");
        assert_eq!(with("<a href=\"index.html\">&lt;w></a>"), "<span>&lt;w&gt;</span>");
        assert_eq!(with("<a href=\"#none\">w</a> <a href=#a-b>v</a>"), "<span>w</span> <a href=\"#a-b\">v</a>");
        assert_eq!(
            with("<a href=\"https://example.org/?a&amp;b\">w</a>"),
            "<a href=\"https://example.org/?a&amp;b\">w</a>"
        );
        assert_eq!(with("<a href=\"javascript:x\">w</a><a href=\"file:///x\">v</a>"), "<span>w</span><span>v</span>");
        assert_eq!(with("<svg><a href=\"gone.html\"><path d=\"M0\"/></a></svg>"), "<svg><g><path d=\"M0\"/></g></svg>");
    }

    #[test]
    fn nothing_runs() {
        let page = "<!doctype html><script>a<b</script><p onclick=\"x\">w</p><meta http-equiv=refresh content=1>";
        assert_eq!(close(page), "<!doctype html><p>w</p>");
    }

    #[test]
    fn bytes_become_letters() {
        for (bytes, letters) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")] {
            assert_eq!(base64(bytes.as_bytes()), letters);
        }
    }
}
