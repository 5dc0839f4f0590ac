use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::recipient::RecipientKind;

declare_lint! {
    /// A recipient that decides jointly with us has no contact details.
    ///
    /// # What it checks
    ///
    /// Each recipient with `kind = "joint-controller"` has a `contact` or a `privacy-notice`. Joint
    /// controllers that stand among the controllers are checked by `controller-contact-missing`.
    ///
    /// # Why
    ///
    /// Article 30(1)(a) asks the record for the name and the contact details of the joint controller,
    /// where there is one.
    ///
    /// # Example
    ///
    /// ```toml
    /// # recipients.toml
    /// [book-fair]
    /// name = "Example Book Fair Ltd"
    /// category = "organisers of book fairs in Ireland"
    /// kind = "joint-controller"
    /// countries = ["IE"]
    ///
    /// # activities/orders.toml
    /// [joint-arrangement]
    /// essence = "We and the book fair decide together on orders at our stall. Each of us answers your requests."
    /// contact = "either of us"
    /// signed = 2026-02-01
    /// reference = "contracts/fair.pdf"
    ///
    /// [disclosures.fair]
    /// recipients = ["book-fair"]
    /// categories = ["orders"]
    /// purpose = ["settle what is sold at our stall"]
    /// only-necessary = true
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # recipients.toml
    /// [book-fair]
    /// name = "Example Book Fair Ltd"
    /// category = "organisers of book fairs in Ireland"
    /// kind = "joint-controller"
    /// countries = ["IE"]
    /// contact = "2 Example Street, Dublin, privacy@fair.example"
    ///
    /// # activities/orders.toml
    /// [joint-arrangement]
    /// essence = "We and the book fair decide together on orders at our stall. Each of us answers your requests."
    /// contact = "either of us"
    /// signed = 2026-02-01
    /// reference = "contracts/fair.pdf"
    ///
    /// [disclosures.fair]
    /// recipients = ["book-fair"]
    /// categories = ["orders"]
    /// purpose = ["settle what is sold at our stall"]
    /// only-necessary = true
    /// ```
    "joint-controller-contact-missing", Required, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (id, entry) in scope.registry.recipients.iter() {
        let record = &entry.record;
        let Some(kind) = record.kind.located().filter(|one| *one.value == RecipientKind::JointController) else {
            continue;
        };
        if record.contact.internal().is_absent() && record.privacy_notice.is_absent() {
            report.add(
                id,
                finding(kind.span, format!("the joint controller `{}` has no contact details", entry.id))
                    .label("decides jointly with us")
                    .help("add `contact`, which stays in the register: an address, an e-mail address or a telephone number"),
            );
        }
    }
}
