use crate::decode::Located;
use crate::lint::report::finding;
use crate::lint::texts;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Data look like data on criminal convictions or offences and are not marked.
    ///
    /// # What it checks
    ///
    /// The `name`, `items` and `description` of data categories without `criminal`, against a list of words such as
    /// "offence" and "conviction", in the language of the registry. A sentence that denies it is left alone.
    ///
    /// # Why
    ///
    /// Article 10 allows such data only under official authority or where the law says so; lints that ask for it look
    /// at `criminal`.
    ///
    /// # Example
    ///
    /// ```toml
    /// # data-categories.toml
    /// [contact]
    /// description = "A note says whether an order led to a conviction for fraud."
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # data-categories.toml
    /// [contact]
    /// description = "We keep no note of any conviction."
    /// ```
    ///
    /// # Limits
    ///
    /// A list of words: `criminal = false` says that they mislead.
    "criminal-data-untagged", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let words = scope.words;
    for (id, entry) in scope.registry.data_categories.iter().filter(|(_, entry)| entry.record.criminal.is_absent()) {
        let description = entry.record.description.located();
        let description = description.map(|one| Located { value: &**one.value, span: one.span });
        let mut texts = texts::of_category(&entry.record).into_iter().chain(description);
        let found = texts.find_map(|text| Some((text.span, words.criminal.find_affirmed(text.value, &words.denial)?)));
        if let Some((at, word)) = found {
            report.add(
                id,
                finding(at, format!("`{}` looks like data on offences and does not say so", entry.id))
                    .label(format!("\"{word}\""))
                    .help("add `criminal = true`, or `false` if they are none"),
            );
        }
    }
}
