use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// An arrangement between joint controllers names no contact point for people.
    ///
    /// # What it checks
    ///
    /// `joint-arrangement.contact` of activities that have a `joint-arrangement`.
    ///
    /// # Why
    ///
    /// Article 26(1), third sentence: the arrangement may designate a contact point for data subjects; they
    /// may turn to each controller all the same (Article 26(3)).
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [joint-arrangement]
    /// essence = "The club writes the newsletter. We send it and answer all requests."
    /// signed = 2024-01-01
    /// reference = "contracts/club.pdf"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [joint-arrangement]
    /// essence = "The club writes the newsletter. We send it and answer all requests."
    /// contact = "us"
    /// signed = 2024-01-01
    /// reference = "contracts/club.pdf"
    /// ```
    "joint-contact-missing", Pedantic, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        let arrangement = entry.record.joint_arrangement.located();
        if let Some(found) = arrangement.filter(|one| one.value.contact.is_absent()) {
            report.add(
                id,
                finding(found.span, format!("the joint arrangement of `{}` names no contact point", entry.id))
                    .label("whom can people turn to?")
                    .help("add `joint-arrangement.contact`; it completes \"You can turn to ...\""),
            );
        }
    }
}
