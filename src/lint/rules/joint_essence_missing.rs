use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// People are not told the essence of an arrangement between joint controllers.
    ///
    /// # What it checks
    ///
    /// `joint-arrangement.essence` of activities that have a `joint-arrangement`.
    ///
    /// # Why
    ///
    /// Article 26(2): the essence of the arrangement shall be made available to the data subject.
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [joint-arrangement]
    /// contact = "us"
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
    "joint-essence-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities() {
        let arrangement = entry.record.joint_arrangement.located();
        if let Some(found) = arrangement.filter(|one| one.value.essence.is_absent()) {
            report.add(
                id,
                finding(found.span, format!("the essence of the joint arrangement of `{}` is not told", entry.id))
                    .label("no `essence`")
                    .help("add `joint-arrangement.essence`: who does what, in whole sentences for everybody"),
            );
        }
    }
}
