//! Texts of authors in the register.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::composer::Composer;
use crate::markdown;
use crate::record::Kind;
use crate::registry::Node;

/// The text with its links as they hold in the register.
///
/// Authors write relative links for the public pages. Here such a link leads to the record of the
/// notice it means; any other one shows where it would lead.
pub(super) fn authored(composer: &Composer<'_>, text: &str) -> String {
    if !text.contains("](") && !text.contains("]:") {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    let mut open: Option<(String, String)> = None;
    for (event, range) in Parser::new_ext(text, Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) if is_relative(&dest_url) => {
                out.push_str(text.get(done..range.start).unwrap_or_default());
                done = range.end;
                open = Some((dest_url.into_string(), String::new()));
            }
            Event::End(TagEnd::Link) => {
                if let Some((target, words)) = open.take() {
                    out.push_str(&relative(composer, &target, &words));
                }
            }
            Event::Text(piece) | Event::Code(piece) => {
                if let Some((_, words)) = &mut open {
                    words.push_str(&piece);
                }
            }
            _ => {}
        }
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

fn is_relative(target: &str) -> bool {
    !target.split(['/', '?', '#']).next().unwrap_or_default().contains(':') && !target.starts_with("//")
}

fn relative(composer: &Composer<'_>, target: &str, words: &str) -> String {
    let page = target.split(['?', '#']).next().unwrap_or_default().trim_start_matches("./");
    let notice = page.strip_suffix(".html").and_then(|id| composer.desk.registry.notices.find(id));
    match notice {
        Some(id) => markdown::link(words, &composer.address_of(Node { kind: Kind::Notice, index: id.index() })),
        None => composer.say(
            "register-relative-link",
            &[("words", (&markdown::escape(words)).into()), ("target", (&markdown::escape(target)).into())],
        ),
    }
}
