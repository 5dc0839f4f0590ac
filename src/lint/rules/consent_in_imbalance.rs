use crate::law::Ground;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Consent is asked of people who depend on those who ask.
    ///
    /// # What it checks
    ///
    /// Purposes with a basis of `article = "6(1)(a)"` for a group whose name says that its members depend on
    /// the controller: employees, trainees, pupils.
    ///
    /// # Why
    ///
    /// Consent is hardly free where the balance of power is clear (recital 43); at work it is seldom a valid
    /// ground (EDPB Guidelines 05/2020, paragraphs 21 to 23).
    ///
    /// # Example
    ///
    /// ```toml
    /// # subject-groups.toml
    /// [employees]
    /// name = "Employees"
    /// singular = "an employee"
    /// definition = "a person who works for us"
    /// vulnerable = true
    ///
    /// # activities/newsletter.toml
    /// subject-groups = ["employees"]
    ///
    /// [dpia]
    /// criteria = ["vulnerable people"]
    /// reason = "One criterion of WP248 applies; the news holds no data on anybody."
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// subject-groups = ["customers"]
    /// ```
    ///
    /// # Limits
    ///
    /// Knows groups by their names alone, in the language of the registry. Consent asked by public bodies,
    /// which recital 43 also names, is not judged: the records do not show what depends on it.
    "consent-in-imbalance", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for purpose in scope.purposes() {
        let named = scope.bases_of(&purpose);
        let Some(consent) = named.iter().find(|one| one.ground() == Some(Ground::Consent)) else { continue };
        for id in &purpose.links.subject_groups {
            let group = &scope.registry.subject_groups[*id];
            let Some(name) = group.record.name.located() else { continue };
            if scope.words.dependent.find(name.value).is_some() {
                report.add(
                    purpose.id,
                    finding(
                        consent.span,
                        format!("`purposes.{}` asks `{}` for consent", purpose.row.key.name, group.id),
                    )
                    .label("is it free?")
                    .related(name.span, "depend on those who ask")
                    .help(
                        "name another basis in `legal-bases`, or waive this lint with what makes a refusal free \
                        of harm",
                    ),
                );
            }
        }
    }
}
