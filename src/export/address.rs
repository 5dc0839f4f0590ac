//! Which addresses may become links.

/// The address as a link of an export, if it is one that readers can follow and that cannot run
/// anything: the web or mail, without spaces, quotation marks or control characters.
pub(super) fn followable(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once(':')?;
    let known = match scheme {
        "http" | "https" => rest.strip_prefix("//")?,
        "mailto" => rest,
        _ => return None,
    };
    let odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '\'' | '<' | '>' | '\\' | '`');
    let not_xml = |c: char| matches!(c, '\u{fffe}' | '\u{ffff}');
    (!known.is_empty() && !address.contains(odd) && !address.contains(not_xml)).then_some(address)
}

/// The words of a link with its address on the next line, where it cannot be a link.
pub(super) fn spelled_out(words: &str, address: &str) -> String {
    if words.trim().is_empty() || words == address { address.to_owned() } else { format!("{words}\n{address}") }
}

#[cfg(test)]
mod tests {
    use super::{followable, spelled_out};

    #[test]
    fn links_lead_to_the_web_and_to_mail() {
        for good in ["https://example.org/a?b=c&d#e", "http://example.org", "mailto:a@example.org"] {
            assert_eq!(followable(good), Some(good));
        }
        for bad in [
            "javascript:alert(1)",
            "https:evil",
            "https://",
            "file:///etc/passwd",
            "https://a b",
            "https://a\u{1}",
            "https://a\u{fffe}",
            "data:text/html,x",
            "/relative",
            "",
        ] {
            assert_eq!(followable(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn words_that_are_the_address_are_not_said_twice() {
        assert_eq!(spelled_out("Site", "ftp://a"), "Site\nftp://a");
        assert_eq!(spelled_out("ftp://a", "ftp://a"), "ftp://a");
        assert_eq!(spelled_out(" ", "ftp://a"), "ftp://a");
    }
}
