use crate::decode::{Field, Phrase};
use crate::diagnostic::Diagnostic;
use crate::lint::report::finding;
use crate::lint::scope::node;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::party::ShownAs;
use crate::registry::Party;

declare_lint! {
    /// A recipient is hidden behind its category, or known by its category alone.
    ///
    /// # What it checks
    ///
    /// Processors and recipients that activities disclose data to: `shown-as = "category"`, and a `name`
    /// that repeats the `category` where no `contact` says where the actual names are kept. Authorities,
    /// courts, the public, other persons and buyers of a business are left out: they are seldom known
    /// before.
    ///
    /// # Why
    ///
    /// A notice should name recipients, or the controller be able to say why categories are fair (WP260
    /// rev.01, annex); who asks under Article 15(1)(c) may have the actual recipients (C-154/21,
    /// Österreichische Post).
    ///
    /// # Example
    ///
    /// ```toml
    /// # processors.toml
    /// [host]
    /// shown-as = "category"
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # processors.toml
    /// [host]
    /// shown-as = "name"
    /// ```
    ///
    /// # Limits
    ///
    /// Not re-read in the source: C-154/21 and the annex of WP260. The judgment is about requests for
    /// access, and leaves out recipients that cannot be identified. A waiver with the reason is the place to
    /// say why a category is fair.
    "recipient-unnamed", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for (&party, disclosures) in scope.disclosures_by_party() {
        let found = match party {
            Party::Processor(id) => {
                let record = &scope.registry.processors[id].record;
                let has_contact = !record.contact.internal().is_absent();
                hidden(scope, party, &record.shown_as, &record.name, &record.category, has_contact)
            }
            Party::Recipient(id) => {
                let record = &scope.registry.recipients[id].record;
                let has_contact = !record.contact.internal().is_absent();
                match record.kind.copied() {
                    Some(kind) if kind.is_seldom_known() => None,
                    _ => hidden(scope, party, &record.shown_as, &record.name, &record.category, has_contact),
                }
            }
            Party::Controller(_) | Party::Source(_) => None,
        };
        if let Some(found) = found {
            let found =
                disclosures.iter().take(3).fold(found, |found, at| found.related(*at, "data are disclosed here"));
            report.add(node(party), found);
        }
    }
}

fn hidden(
    scope: &Scope<'_>,
    party: Party,
    shown_as: &Field<ShownAs>,
    name: &Field<String>,
    category: &Field<Phrase>,
    has_contact: bool,
) -> Option<Diagnostic> {
    let id = scope.id(node(party));
    if let Some(shown) = shown_as.located().filter(|shown| *shown.value == ShownAs::Category) {
        return Some(
            finding(shown.span, format!("notices show `{id}` by its category, not by its name"))
                .label("hides the name")
                .help("remove `shown-as`, or accept this with a waiver that says why the category is fair"),
        );
    }
    let (written, category) = (name.located()?, category.get()?);
    let same = written.value.trim().to_lowercase() == category.trim().to_lowercase();
    (same && !has_contact).then(|| {
        finding(written.span, format!("`{id}` is a category, and nothing says who belongs to it"))
            .label("the same words as `category`")
            .help("write the actual name in `name`, or say in `contact` where the list of names is kept")
    })
}
