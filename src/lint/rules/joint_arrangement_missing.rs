use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::activity::Activity;
use crate::record::recipient::RecipientKind;
use crate::registry::{Entry, Party};
use crate::source::Span;

declare_lint! {
    /// An activity has joint controllers, and no arrangement between them is on record.
    ///
    /// # What it checks
    ///
    /// Activities with several `controllers`, or that disclose data to a recipient of the kind
    /// `joint-controller`, have a `joint-arrangement`.
    ///
    /// # Why
    ///
    /// Article 26(1): joint controllers determine their responsibilities in a transparent manner by means of
    /// an arrangement between them.
    ///
    /// # Example
    ///
    /// ```toml
    /// # recipients.toml
    /// [club]
    /// name = "Example Book Club"
    /// category = "book clubs in Ireland"
    /// kind = "joint-controller"
    /// countries = ["IE"]
    /// contact = "hello@club.example"
    /// # activities/newsletter.toml
    /// [disclosures.club]
    /// recipients = ["club"]
    /// purpose = ["write the newsletter together"]
    /// only-necessary = true
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # recipients.toml
    /// [club]
    /// name = "Example Book Club"
    /// category = "book clubs in Ireland"
    /// kind = "joint-controller"
    /// countries = ["IE"]
    /// contact = "hello@club.example"
    /// # activities/newsletter.toml
    /// [disclosures.club]
    /// recipients = ["club"]
    /// purpose = ["write the newsletter together"]
    /// only-necessary = true
    ///
    /// [joint-arrangement]
    /// essence = "The club writes the newsletter. We send it and answer all requests."
    /// contact = "us"
    /// signed = 2024-01-01
    /// reference = "contracts/club.pdf"
    /// ```
    "joint-arrangement-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.activities().filter(|(_, entry)| entry.record.joint_arrangement.is_absent()) {
        let several = entry.record.controllers.span().filter(|_| entry.links.controllers.values.len() > 1);
        let Some(at) = several.or_else(|| joint_recipient(scope, entry)) else { continue };
        report.add(
            id,
            finding(at, format!("`{}` has joint controllers and no arrangement between them", entry.id))
                .label("decide on purposes and means together")
                .help("add `[joint-arrangement]` with `essence`, `contact`, `signed` and `reference`"),
        );
    }
}

/// Where a recipient that is a controller jointly with us is named.
fn joint_recipient(scope: &Scope<'_>, entry: &Entry<Activity>) -> Option<Span> {
    let rows = entry.record.disclosures.iter().zip(&entry.links.disclosures);
    let named = rows.flat_map(|(row, links)| links.recipients.iter().zip(row.value.recipients.located()));
    let is_joint = |party: &Party| match party {
        Party::Recipient(id) => {
            scope.registry.recipients[*id].record.kind.copied() == Some(RecipientKind::JointController)
        }
        _ => false,
    };
    named.into_iter().find(|(party, _)| is_joint(party)).map(|(_, name)| name.span)
}
