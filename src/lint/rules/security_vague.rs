use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::source::Span;

declare_lint! {
    /// A security measure is described in words that fit any measure.
    ///
    /// # What it checks
    ///
    /// Measures without `detail`: `name` and `sentence`, or the `title` without these, against a list of phrases such as
    /// "appropriate measures" or "state of the art", in the language of the registry.
    ///
    /// # Why
    ///
    /// Article 30(1)(g) asks for a description of the measures of Article 32(1); its own words, said back,
    /// describe none.
    ///
    /// # Example
    ///
    /// ```toml
    /// # security-measures.toml
    /// [encryption]
    /// name = "state of the art security"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # security-measures.toml
    /// [encryption]
    /// name = "encryption"
    /// detail = "TLS 1.3 on all connections, AES-256 on all disks."
    /// ```
    "security-vague", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.security_measures.iter() {
        let measure = &entry.record;
        if !measure.detail.internal().is_absent() {
            continue;
        }
        let phrases = [&measure.name, &measure.sentence].into_iter().filter_map(|field| field.located());
        let mut texts: Vec<(&str, Span)> = phrases.map(|one| (&**one.value, one.span)).collect();
        if texts.is_empty() {
            texts.extend(measure.title.internal().located().map(|one| (one.value.as_str(), one.span)));
        }
        // Where one of the texts says something, the measure is described.
        let vague: Option<Vec<(String, Span)>> =
            texts.into_iter().map(|(text, span)| Some((scope.words.vague_measures.find(text)?, span))).collect();
        if let Some((words, span)) = vague.and_then(|found| found.into_iter().next()) {
            report.add(
                id,
                finding(span, format!("the measure `{}` could be any", entry.id))
                    .label(format!("\"{words}\""))
                    .help("say what is done, and how in `detail`, which stays in the register"),
            );
        }
    }
}
