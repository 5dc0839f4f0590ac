use crate::decode::Country;
use crate::law;
use crate::law::Ground;
use crate::lint::report::finding;
use crate::lint::scope::PurposeRow;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::notice::Stance;

declare_lint! {
    /// People may consent at an age at which a parent consents for them.
    ///
    /// # What it checks
    ///
    /// Purposes with a basis of `article = "6(1)(a)"` for a group whose `minimum-age` is below the age in the
    /// country of the controller, or below 13 where that is not known. A notice that speaks to the group and
    /// has `children.stance = "with-parental-consent"`, and a group with `children = false`, are left out.
    ///
    /// # Why
    ///
    /// Article 8(1): for online services offered directly to a child, consent is the child's own from 16, or
    /// from a lower age that a Member State sets, not below 13; below it a parent consents.
    ///
    /// # Example
    ///
    /// ```toml
    /// # subject-groups.toml
    /// [young-readers]
    /// name = "Young readers"
    /// singular = "a young reader"
    /// definition = "a reader under 18 who subscribes to our newsletter"
    /// minimum-age = 13
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
    /// minimum-age = 16
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
    /// # Limits
    ///
    /// Article 8 speaks of information society services offered directly to a child; the records do not say
    /// which services are, nor in which states. Ages of some states were not re-read in the source; the
    /// finding says so.
    "child-age-too-low", Suspicious, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for purpose in scope.purposes() {
        let named = scope.bases_of(&purpose);
        let Some(consent) = named.iter().find(|one| one.ground() == Some(Ground::Consent)) else { continue };
        let age = age_of(scope, &purpose);
        let limit = age.map_or_else(law::lowest_consent_age, |age| age.age);
        for id in &purpose.links.subject_groups {
            let group = &scope.registry.subject_groups[*id];
            let Some(lowest) = group.record.minimum_age.located().filter(|one| *one.value < limit) else { continue };
            let by_parents = scope.registry.notices.iter().any(|(_, notice)| {
                let stance = notice.record.children.get().and_then(|children| children.stance.copied());
                notice.links.subject_groups.contains(id) && stance == Some(Stance::WithParentalConsent)
            });
            if by_parents || group.record.children.internal().is_false() {
                continue;
            }
            let place = age.map_or("any state", |age| age.country.country().name.as_str());
            let mut found = finding(
                consent.span,
                format!("`purposes.{}` takes consent from people of {}", purpose.row.key.name, lowest.value),
            )
            .label(format!("their own from {limit} in {place}"))
            .related(lowest.span, "youngest age");
            if let Some(age) = age {
                let doubt = if age.verified { "" } else { ", not re-read in a source" };
                found = found.note(format!("{limit} in {place}: {}{doubt}", age.law));
            }
            report.add(
                purpose.id,
                found.help(format!(
                    "raise `minimum-age` to {limit}, or have parents consent and say so in `children` of the notice"
                )),
            );
        }
    }
}

/// The age in the country of the activity's first controller.
fn age_of(scope: &Scope<'_>, purpose: &PurposeRow<'_>) -> Option<&'static law::ConsentAge> {
    let id = purpose.activity.links.controllers.values.first()?;
    let record = &scope.registry.controllers[*id].record;
    let seat = record.address.get().and_then(|address| address.country.copied());
    let Country(code) = seat.or(record.registered_in.copied())?;
    law::consent_age(code)
}
