//! Characters that the editors of TILT write as HTML does: `&amp;`, `&#39;`.

use crate::import::node::{Content, Node};

/// Reads the character references in all texts below a value, and says how many there were. Only the few
/// that the tools of TILT write are known; other texts with `&` stay as they are.
pub(super) fn unescape(node: &mut Node) -> usize {
    match &mut node.content {
        Content::Text(text) => {
            let (plain, found) = plain(text);
            *text = plain;
            found
        }
        Content::List(items) => items.iter_mut().map(unescape).sum(),
        Content::Table(entries) => entries.iter_mut().map(|(_, inner)| unescape(inner)).sum(),
        _ => 0,
    }
}

fn plain(text: &str) -> (String, usize) {
    let mut out = String::with_capacity(text.len());
    let (mut rest, mut found) = (text, 0);
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let name = rest.find(';').map(|end| &rest[1..end]);
        if let Some((name, character)) = name.and_then(|name| Some((name, character(name)?))) {
            out.push(character);
            rest = &rest[name.len() + 2..];
            found += 1;
        } else {
            out.push('&');
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    (out, found)
}

fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => number.parse(),
            };
            code.ok().and_then(char::from_u32)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn references_are_read_once() {
        for (text, read, count) in [
            ("Otto (GmbH &amp; Co KG)", "Otto (GmbH & Co KG)", 1),
            ("&#34;Agent&#x22; &lt;b&gt;", "\"Agent\" <b>", 4),
            ("&amp;amp;", "&amp;", 1),
            ("R&D; A & B, &eacute; &#; &#x110000; &", "R&D; A & B, &eacute; &#; &#x110000; &", 0),
        ] {
            assert_eq!(plain(text), (read.to_owned(), count));
        }
    }
}
