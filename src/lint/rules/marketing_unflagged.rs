use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// A purpose reads like direct marketing, and does not say whether it is.
    ///
    /// # What it checks
    ///
    /// The `title` and `includes` of purposes without `direct-marketing`, against a list of words such as
    /// "newsletter" or "promotion", in the language of the registry.
    ///
    /// # Why
    ///
    /// Article 21(2) and (3) let everybody stop direct marketing, without a reason and without exception; notices
    /// tell it, and other lints check it, for purposes that say what they are.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/newsletter.toml, without purposes.news.direct-marketing
    /// [purposes.news]
    /// title = "send you our newsletter"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [purposes.news]
    /// title = "send you our newsletter"
    /// direct-marketing = true
    /// ```
    ///
    /// # Limits
    ///
    /// A list of words: it misses much, and advertising that is not directed at a person is no direct marketing; then
    /// `direct-marketing = false` says so.
    "marketing-unflagged", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for purpose in scope.purposes().filter(|purpose| purpose.row.value.direct_marketing.is_absent()) {
        let row = &purpose.row.value;
        let title = row.title.located().map(|one| (one.span, &**one.value));
        let mut texts = title.into_iter().chain(row.includes.located().map(|one| (one.span, &*one.value)));
        let found = texts.find_map(|(at, text)| Some((at, scope.words.marketing.find(text)?)));
        if let Some((at, words)) = found {
            report.add(
                purpose.id,
                finding(at, format!("`purposes.{}` does not say whether it is direct marketing", purpose.row.key.name))
                    .label(format!("\"{words}\""))
                    .help("add `direct-marketing = true` if people get it because of who they are, else `false`"),
            );
        }
    }
}
