//! What pictures are drawn with: a string that grows, and a few shapes.

use std::fmt::Write;

use super::label;
use super::{About, Svg};

/// Size of the font of most words, in pixels. The theme sets it, `style/pictures.css`.
pub(super) const SIZE: u32 = 13;
/// Size of the font of notes.
pub(super) const SMALL: u32 = 12;
/// Height of a line of words.
pub(super) const LINE: u32 = 16;

/// An SVG that is being written.
pub(super) struct Canvas(String);

impl Canvas {
    /// Begins a picture. One that holds links is a group of them; another is an image.
    pub(super) fn new(about: &About, kind: &str, size: (u32, u32), has_links: bool) -> Canvas {
        let (width, height) = size;
        let role = if has_links { "group" } else { "img" };
        let mut canvas = Canvas(String::with_capacity(8192));
        let id = Escaped(&about.id);
        let _ = write!(
            canvas.0,
            "<svg class=\"ropa-{kind}\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             role=\"{role}\" aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-desc\">\
             <title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>",
            Escaped(&about.title),
            Escaped(&about.description)
        );
        canvas
    }

    /// Closes the picture.
    pub(super) fn finish(mut self) -> Svg {
        self.0.push_str("</svg>");
        Svg(self.0)
    }

    /// A path; the theme knows its class.
    pub(super) fn path(&mut self, class: &str, d: &str) {
        if !d.is_empty() {
            self.open("path", class);
            let _ = write!(self.0, " d=\"{d}\"/>");
        }
    }

    /// A line of words that begins at a place.
    pub(super) fn text(&mut self, class: &str, x: u32, y: u32, words: &str) {
        self.open("text", class);
        let _ = write!(self.0, " x=\"{x}\" y=\"{y}\">{}</text>", Escaped(words));
    }

    /// Lines of words, one below the other. They stay one text for those who hear it.
    pub(super) fn lines(&mut self, class: &str, x: u32, y: u32, lines: &[String]) {
        let [first, rest @ ..] = lines else { return };
        self.open("text", class);
        let _ = write!(self.0, " x=\"{x}\" y=\"{y}\">{}", Escaped(first));
        for line in rest {
            let _ = write!(self.0, " <tspan x=\"{x}\" dy=\"{LINE}\">{}</tspan>", Escaped(line));
        }
        self.0.push_str("</text>");
    }

    /// What follows belongs together; with an address it is a link.
    pub(super) fn begin(&mut self, class: &str, href: Option<&str>) {
        self.open(if href.is_some() { "a" } else { "g" }, class);
        if let Some(href) = href {
            let _ = write!(self.0, " href=\"{}\"", Escaped(href));
        }
        self.0.push('>');
    }

    /// The end of what belongs together.
    pub(super) fn end(&mut self, is_link: bool) {
        self.0.push_str(if is_link { "</a>" } else { "</g>" });
    }

    /// The whole of words that were cut, shown when one points at them.
    pub(super) fn title(&mut self, words: &str) {
        let _ = write!(self.0, "<title>{}</title>", Escaped(words));
    }

    /// Words in a few lines of some width, whole as a title where they had to be cut.
    pub(super) fn label(&mut self, at: (u32, u32), words: &str, room: u32, most: usize) -> usize {
        let (lines, is_cut) = label::lines(words, SIZE, room, most);
        if is_cut {
            self.title(words);
        }
        self.lines("", at.0, at.1, &lines);
        lines.len()
    }

    fn open(&mut self, element: &str, class: &str) {
        self.0.push('<');
        self.0.push_str(element);
        if !class.is_empty() {
            let _ = write!(self.0, " class=\"ropa-{class}\"");
        }
    }
}

/// Words for content and attributes; what XML does not know is left out.
struct Escaped<'a>(&'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Most words need nothing, so that they go in as a whole.
        let special = |c: char| matches!(c, '&' | '<' | '>' | '"' | '\'' | '\0'..='\x1f' | '\u{fffe}' | '\u{ffff}');
        let mut rest = self.0;
        while let Some(at) = rest.find(special) {
            f.write_str(&rest[..at])?;
            let mut chars = rest[at..].chars();
            f.write_str(match chars.next() {
                Some('&') => "&amp;",
                Some('<') => "&lt;",
                Some('>') => "&gt;",
                Some('"') => "&quot;",
                Some('\'') => "&#39;",
                Some('\t' | '\n' | '\r') => " ",
                _ => "",
            })?;
            rest = chars.as_str();
        }
        f.write_str(rest)?;
        Ok(())
    }
}
