use crate::law::Ground;
use crate::lint::report::finding;
use crate::lint::{Report, Scope, declare_lint};

declare_lint! {
    /// Children are asked for consent, and nothing says from which age or how parents agree.
    ///
    /// # What it checks
    ///
    /// Purposes with a basis of `article = "6(1)(a)"` for a group with `children = true`: the group has a
    /// `minimum-age`, or a notice that speaks to it says in `children` what holds for them.
    ///
    /// # Why
    ///
    /// Article 8(1) has a parent consent for a child under 16, or the lower age of a Member State, where an
    /// online service is offered directly to children; Article 8(2) asks for efforts to verify it.
    ///
    /// # Example
    ///
    /// ```toml
    /// # subject-groups.toml
    /// [young-readers]
    /// name = "Young readers"
    /// singular = "a young reader"
    /// definition = "a reader under 18 who subscribes to our newsletter"
    /// children = true
    /// vulnerable = true
    ///
    /// # activities/newsletter.toml
    /// subject-groups = ["young-readers"]
    ///
    /// [dpia]
    /// criteria = ["vulnerable people"]
    /// reason = "One criterion of WP248 applies; an address is all we hold."
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # subject-groups.toml
    /// [young-readers]
    /// name = "Young readers"
    /// singular = "a young reader"
    /// definition = "a reader under 18 who subscribes to our newsletter"
    /// children = true
    /// vulnerable = true
    ///
    /// # activities/newsletter.toml
    /// subject-groups = ["young-readers"]
    ///
    /// [dpia]
    /// criteria = ["vulnerable people"]
    /// reason = "One criterion of WP248 applies; an address is all we hold."
    ///
    /// # notices.toml
    /// [website.children]
    /// age = 16
    /// stance = "with-parental-consent"
    /// consent = "A parent answers an e-mail before the first newsletter is sent."
    /// ```
    ///
    /// # Limits
    ///
    /// Article 8 speaks of information society services offered directly to a child; the records do not say
    /// which services are.
    "child-age-missing", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for purpose in scope.purposes() {
        let named = scope.bases_of(&purpose);
        let Some(consent) = named.iter().find(|one| one.ground() == Some(Ground::Consent)) else { continue };
        for id in &purpose.links.subject_groups {
            let group = &scope.registry.subject_groups[*id];
            let Some(children) = group.record.children.internal().located().filter(|one| *one.value) else { continue };
            let told = scope.registry.notices.iter().any(|(_, notice)| {
                notice.links.subject_groups.contains(id)
                    && notice.record.children.get().is_some_and(|children| !children.stance.is_absent())
            });
            if group.record.minimum_age.is_absent() && !told {
                report.add(
                    purpose.id,
                    finding(consent.span, format!("`purposes.{}` asks children for consent", purpose.row.key.name))
                        .label("at which age?")
                        .related(children.span, "children belong to this group")
                        .help(
                            "add `minimum-age` to the group, or say in `children` of the notice how parents agree \
                            (`stance`, `consent`)",
                        ),
                );
            }
        }
    }
}
