use crate::decode::Located;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::registry::Node;
use crate::source::Span;

declare_lint! {
    /// A fact that the record must hold is only a link.
    ///
    /// # What it checks
    ///
    /// Purposes, names of data categories, criteria and limits of retention rules, details and sentences
    /// of security measures: text stands there, not only the address of another document.
    ///
    /// # Why
    ///
    /// Article 30(4) lets the authority ask for the record; for the Irish authority (guidance of April
    /// 2023) it stands on its own and does not send its reader elsewhere.
    ///
    /// # Example
    ///
    /// ```toml
    /// # retention.toml
    /// [subscription]
    /// criteria = ["https://books.example.com/retention"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # retention.toml
    /// [subscription]
    /// criteria = ["how long you subscribe"]
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: the guidance of the Irish authority.
    "mandatory-field-is-link", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let mut texts: Vec<(Node, &str, Span)> = Vec::new();
    for (id, entry) in scope.activities() {
        let titles = entry.record.purposes.iter().filter_map(|row| row.value.title.located());
        texts.extend(titles.map(|one| (id.into(), &**one.value, one.span)));
    }
    for (id, entry) in scope.registry.data_categories.iter() {
        texts.extend(entry.record.name.located().map(|one| (id.into(), &**one.value, one.span)));
    }
    for (id, entry) in scope.registry.retention.iter() {
        let rule = &entry.record;
        let single = [&rule.r#while, &rule.limit].into_iter().filter_map(|field| field.located());
        texts.extend(single.map(|one| (id.into(), &**one.value, one.span)));
        texts.extend(rule.criteria.located().map(|one| (id.into(), &*one.value, one.span)));
    }
    for (id, entry) in scope.registry.security_measures.iter() {
        let measure = &entry.record;
        let phrases = [&measure.name, &measure.sentence].into_iter().filter_map(|field| field.located());
        texts.extend(phrases.map(|one| (id.into(), &**one.value, one.span)));
        let detail: Option<Located<_>> = measure.detail.internal().located();
        texts.extend(detail.map(|one| (id.into(), &**one.value, one.span)));
    }
    for (node, text, span) in texts {
        if is_only_a_link(text) {
            let (name, _) = scope.registry.identity(node);
            report.add(
                node,
                finding(span, format!("`{name}` says nothing here but where to look"))
                    .label("only a link")
                    .help("write what the other document says, in a few words; the link can stand in `note`"),
            );
        }
    }
}

/// Whether a text is an address, or one link of Markdown, and nothing else.
fn is_only_a_link(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.');
    let text = text.strip_prefix("see ").or(text.strip_prefix("See ")).unwrap_or(text);
    let is_address = |text: &str| {
        let text = text.trim_start_matches('<');
        ["http://", "https://", "www."].iter().any(|start| text.starts_with(start))
            && !text.contains(char::is_whitespace)
    };
    let is_markdown = text
        .strip_prefix('[')
        .and_then(|rest| rest.split_once("]("))
        .is_some_and(|(words, rest)| !words.contains('[') && rest.find(')').is_some_and(|end| end + 1 == rest.len()));
    is_address(text) || is_markdown
}

#[cfg(test)]
mod tests {
    use super::is_only_a_link;

    #[test]
    fn a_link_among_words_is_fine() {
        for (text, only) in [
            ("https://example.org/retention", true),
            ("[our policy](https://example.org/retention)", true),
            ("see [our policy](https://example.org/retention).", true),
            ("<https://example.org>", true),
            ("three years, see [our policy](https://example.org/retention)", false),
            ("[a](https://a.example) and [b](https://b.example)", false),
            ("how long you subscribe", false),
        ] {
            assert_eq!(is_only_a_link(text), only, "{text}");
        }
    }
}
