use crate::decode::word;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint, texts};

declare_lint! {
    /// Data may reveal a special category indirectly, and are not marked as such.
    ///
    /// # What it checks
    ///
    /// The `name` and the `items` of data categories, against lists of words such as "dietary" or "pharmacy
    /// order". What has `special`, and what `special-data-untagged` finds, is left alone.
    ///
    /// # Why
    ///
    /// Article 9(1) covers data that reveal a special category by comparison or deduction: the name of a
    /// spouse (C-184/20), orders of medicines (C-21/23, Lindenapotheke), visits of web pages (C-252/21).
    ///
    /// # Example
    ///
    /// ```toml
    /// # data-categories.toml
    /// [orders]
    /// items = ["the books you order", "the prices you pay", "your dietary wishes at readings"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # data-categories.toml
    /// [orders]
    /// items = ["the books you order", "the prices you pay", "whether you come to readings"]
    /// ```
    ///
    /// # Limits
    ///
    /// Words are a hint; whether data reveal anything depends on what is done with them. Not re-read in the
    /// source: C-184/20, C-21/23, C-252/21.
    "special-data-inferred", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.data_categories.iter() {
        for text in texts::unmarked(&entry.record) {
            if scope.words.special.values().any(|list| list.find(text.value).is_some()) {
                continue;
            }
            let found = scope.words.revealing.iter().find_map(|(kind, list)| Some((kind, list.find(text.value)?)));
            if let Some((kind, words)) = found {
                report.add(
                    id,
                    finding(text.span, format!("`{}` may reveal special data and is not marked", entry.id))
                        .label(format!("\"{words}\""))
                        .help(format!(
                            "set `special = \"{}\"` on the category or on the item, or say in a waiver why it reveals nothing",
                            word(kind)
                        )),
                );
            }
        }
    }
}
