use crate::lint::report::finding;
use crate::lint::scope::node;
use crate::lint::{Report, Scope, declare_lint};
use crate::registry::Party;

declare_lint! {
    /// A purpose or a category of recipients is told in words that leave open whether it happens.
    ///
    /// # What it checks
    ///
    /// `title` and `includes` of purposes and `category` of the parties data are disclosed to, against a list of words
    /// such as "may" and "possibly", in the language of the registry.
    ///
    /// # Why
    ///
    /// Article 12(1) asks for clear and plain language; the Article 29 Working Party names "may", "might", "some",
    /// "often" and "possible" as words to avoid (WP260 rev.01, paragraph 13).
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [purposes.sell]
    /// includes = ["may compare your order with earlier ones"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/orders.toml
    /// [purposes.sell]
    /// includes = ["compare your order with earlier ones"]
    /// ```
    ///
    /// # Limits
    ///
    /// Knows words. A word that belongs to the matter itself, as in a title, is found too.
    "notice-weasel-words", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    let weasel = &scope.words.weasel;
    for purpose in scope.purposes() {
        let record = &purpose.row.value;
        let title = record.title.located().map(|one| (&**one.value, one.span));
        let includes = record.includes.located().map(|one| (&*one.value, one.span));
        for (text, span) in title.into_iter().chain(includes) {
            if let Some(words) = weasel.find(text) {
                report.add(
                    purpose.id,
                    finding(span, format!("`purposes.{}` leaves open whether it happens", purpose.row.key.name))
                        .label(format!("\"{words}\": does it or not?"))
                        .help("say what happens; the key `condition` says in which case"),
                );
            }
        }
    }
    for party in scope.disclosures_by_party().keys().copied() {
        let category = match party {
            Party::Processor(id) => &scope.registry.processors[id].record.category,
            Party::Recipient(id) => &scope.registry.recipients[id].record.category,
            Party::Controller(_) | Party::Source(_) => continue,
        };
        let Some(category) = category.located() else { continue };
        if let Some(words) = weasel.find(category.value) {
            report.add(
                node(party),
                finding(category.span, "a category of recipients leaves open who they are")
                    .label(format!("\"{words}\""))
                    .help("write `category` as a plain noun phrase, such as \"companies that send e-mail for us\""),
            );
        }
    }
}
