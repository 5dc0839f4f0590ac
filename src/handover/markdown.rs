//! The whole register as CommonMark with tables: to read in a repository, an issue or an editor, and to
//! compare from one day to the next.

use super::book::Book;
use super::links;
use crate::commonmark::{Lead, Part, write_parts};
use crate::document::Text;
use crate::markdown;
use crate::site::Site;

/// The register as CommonMark. Links between records lead to the anchors that GitHub, GitLab and others
/// give headings; wide tables are lists; what the lints found is left out, and so are pictures.
pub fn register(site: &Site<'_>) -> String {
    let book = Book::of(site);
    let strings = site.theme.strings();
    let numbered = |number: &str, title: &str| Text::from(format!("{} {title}", markdown::escape(number)));
    let whole = |level, anchor, document: &'_ crate::document::Document| (level, anchor, document.title.clone());
    let mut parts = Vec::new();
    let mut add = |(level, anchor, heading): (u8, Option<&'static str>, Text), blocks| {
        parts.push(Part { level, anchor, heading, blocks });
    };
    add(whole(1, None, &book.cover), &book.cover.lead);
    add(whole(2, Some("guide"), &book.guide), &book.guide.lead);
    add(whole(2, Some("glance"), &book.glance), &book.glance.lead);
    for chapter in &book.chapters {
        let heading = numbered(&chapter.number.to_string(), &markdown::escape(&chapter.title));
        parts.push(Part { level: 2, anchor: Some(&chapter.anchor), heading, blocks: &[] });
        for part in &chapter.parts {
            let heading = numbered(&part.number, &part.document.title.words);
            parts.push(Part { level: 3, anchor: Some(&part.anchor), heading, blocks: &part.document.lead });
            for section in &part.document.sections {
                let what = &section.heading.words;
                let heading = match &section.mark {
                    Some(mark) => strings.say("register-with", &[("what", what.into()), ("more", mark.into())]),
                    None => what.clone(),
                };
                parts.push(Part { level: 4, anchor: None, heading: heading.into(), blocks: &section.blocks });
            }
        }
    }
    write_parts(&parts, |url| match book.links.lead(url) {
        links::Lead::Inside(anchor) => Lead::Part(anchor.to_owned()),
        links::Lead::Outside(_) => Lead::Address,
        links::Lead::Nowhere => Lead::Nowhere,
    })
}
