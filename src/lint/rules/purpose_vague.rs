use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A purpose is so wide that nobody can tell what is done.
    ///
    /// # What it checks
    ///
    /// The `title` of each purpose without `includes`, and the `purpose` and `cases` of disclosures, against a list of phrases such as "improve our
    /// services" or "marketing purposes", in the language of the registry.
    ///
    /// # Why
    ///
    /// Article 5(1)(b) asks for specified purposes; WP203, section III.1.1, and WP260 rev.01, paragraph 12,
    /// call "marketing purposes", "future research" or "develop new services" too vague.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [purposes.news]
    /// title = "improve our services"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [purposes.news]
    /// title = "improve our services"
    /// includes = ["choose the books of the next newsletter by the links readers opened"]
    /// ```
    ///
    /// # Limits
    ///
    /// A list of phrases: it misses most vague purposes. Not re-read in the source: WP203, WP260.
    "purpose-vague", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        for row in entry.record.purposes.iter().filter(|row| row.value.includes.is_empty()) {
            let Some(title) = row.value.title.located() else { continue };
            if let Some(words) = scope.words.vague_purposes.find(title.value) {
                report.add(
                    id,
                    finding(title.span, format!("`purposes.{}` of `{}` is vague", row.key.name, entry.id))
                        .label(format!("\"{words}\" could be anything"))
                        .help("say what is done, for whom and to what end in `title`, or list it in `includes`"),
                );
            }
        }
        for row in entry.record.disclosures.iter() {
            let key = &row.key.name;
            for text in row.value.purpose.located().chain(row.value.cases.located()) {
                if let Some(words) = scope.words.vague_purposes.find(&text.value) {
                    report.add(
                        id,
                        finding(text.span, format!("`disclosures.{key}` of `{}` is vague", entry.id))
                            .label(format!("\"{words}\" could be anything"))
                            .help("say what the recipients do with the data, or in which case they get them"),
                    );
                }
            }
        }
    }
}
