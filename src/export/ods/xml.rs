//! Text in XML.

/// Adds words to XML, in an element or in an attribute. They must be clean of what XML cannot hold.
pub(super) fn escape(words: &str, out: &mut String) {
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // In an attribute these would be read as spaces.
            '\n' => out.push_str("&#10;"),
            '\t' => out.push_str("&#9;"),
            c => out.push(c),
        }
    }
}

/// Words as XML.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    escape(words, &mut out);
    out
}

/// Adds words as paragraphs, one per line. Readers join spaces and drop those at the ends of a
/// paragraph, so all but single spaces between words are elements. A tab is a space: there is an
/// element for it, but LibreOffice 7.4 drops that and would join the words around it. With an address
/// each line is a link.
pub(super) fn paragraphs(words: &str, address: Option<&str>, out: &mut String) {
    for line in words.split('\n') {
        out.push_str("<text:p>");
        if let Some(address) = address {
            out.push_str("<text:a xlink:type=\"simple\" xlink:href=\"");
            escape(address, out);
            out.push_str("\">");
        }
        inline(line, out);
        out.push_str(if address.is_some() { "</text:a></text:p>" } else { "</text:p>" });
    }
}

fn inline(line: &str, out: &mut String) {
    let blank = [' ', '\t'];
    let mut rest = line;
    // At the start of a line a single space would be dropped as well.
    let mut after_word = false;
    while !rest.is_empty() {
        let spaces = rest.len() - rest.trim_start_matches(blank).len();
        if spaces > 0 {
            rest = &rest[spaces..];
            if spaces == 1 && after_word && !rest.is_empty() {
                out.push(' ');
            } else {
                out.push_str(&format!("<text:s text:c=\"{spaces}\"/>"));
            }
        }
        let (word, after) = rest.split_at(rest.find(blank).unwrap_or(rest.len()));
        escape(word, out);
        rest = after;
        after_word = true;
    }
}

#[cfg(test)]
mod tests {
    use super::{escaped, paragraphs};

    fn paragraphs_of(words: &str) -> String {
        let mut out = String::new();
        paragraphs(words, None, &mut out);
        out
    }

    #[test]
    fn spaces_that_would_be_lost_are_elements() {
        assert_eq!(paragraphs_of("a b"), "<text:p>a b</text:p>");
        assert_eq!(paragraphs_of("a  b"), "<text:p>a<text:s text:c=\"2\"/>b</text:p>");
        assert_eq!(paragraphs_of(" a "), "<text:p><text:s text:c=\"1\"/>a<text:s text:c=\"1\"/></text:p>");
        assert_eq!(paragraphs_of("a\t b\tc"), "<text:p>a<text:s text:c=\"2\"/>b c</text:p>");
        assert_eq!(paragraphs_of("a\n\n<b>"), "<text:p>a</text:p><text:p></text:p><text:p>&lt;b&gt;</text:p>");
    }

    #[test]
    fn every_line_of_a_link_leads_there() {
        let mut out = String::new();
        paragraphs("a\nb", Some("https://example.org/?a&b"), &mut out);
        assert_eq!(out.matches("xlink:href=\"https://example.org/?a&amp;b\"").count(), 2);
    }

    #[test]
    fn attributes_keep_their_line_ends() {
        assert_eq!(escaped("\"a\"\n&"), "&quot;a&quot;&#10;&amp;");
    }
}
