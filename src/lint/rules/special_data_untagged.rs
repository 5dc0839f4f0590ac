use crate::decode::word;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint, texts};

declare_lint! {
    /// Data look like a special category by their name, and are not marked as one.
    ///
    /// # What it checks
    ///
    /// The `name` and the `items` of data categories, against lists of words for each special category, in
    /// the language of the registry. What has `special`, the category's or the item's, is left alone.
    ///
    /// # Why
    ///
    /// Article 9(1) prohibits the processing of special categories unless Article 9(2) lifts it; without
    /// the mark nobody asks which condition does.
    ///
    /// # Example
    ///
    /// ```toml
    /// # data-categories.toml
    /// [orders]
    /// items = ["the books you order", "the prices you pay", "your religious beliefs"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # data-categories.toml
    /// [orders]
    /// items = ["the books you order", "the prices you pay"]
    /// ```
    ///
    /// # Limits
    ///
    /// Words are a hint. Where the data are no special category, a waiver of the data category says why.
    "special-data-untagged", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.data_categories.iter() {
        for text in texts::unmarked(&entry.record) {
            let found = scope.words.special.iter().find_map(|(kind, list)| Some((kind, list.find(text.value)?)));
            if let Some((kind, words)) = found {
                report.add(
                    id,
                    finding(text.span, format!("`{}` looks like special data and is not marked", entry.id))
                        .label(format!("\"{words}\""))
                        .help(format!(
                            "set `special = \"{}\"` on the category or on the item, or say in a waiver why it is none",
                            word(kind)
                        )),
                );
            }
        }
    }
}
