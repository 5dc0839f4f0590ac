use crate::lint::report::finding;
use crate::lint::scope::DataPlace;
use crate::lint::{Report, Scope, declare_lint};
use crate::source::Span;

declare_lint! {
    /// Data are read from people's devices, and no cookie or other technique is listed.
    ///
    /// # What it checks
    ///
    /// Items of data categories and `observed-when` of activities, for phrases such as "tracking pixel", "web beacon"
    /// or "advertising ID", in the language of the registry, where no record in `cookies` belongs to the activity.
    ///
    /// # Why
    ///
    /// Article 5(3) of Directive 2002/58/EC covers whatever stores on or reads from a device: pixels, identifiers of
    /// devices and local storage too (EDPB Guidelines 2/2023, version 2).
    ///
    /// # Example
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [data.opened]
    /// categories = ["contact"]
    /// sources = ["observed"]
    /// observed-when = ["when a tracking pixel in the newsletter is loaded"]
    /// ```
    ///
    /// # Mended
    ///
    /// ```toml
    /// # activities/newsletter.toml
    /// [data.opened]
    /// categories = ["contact"]
    /// sources = ["observed"]
    /// observed-when = ["when a tracking pixel in the newsletter is loaded"]
    ///
    /// # cookies.toml
    /// [pixel]
    /// name = "pixels in newsletters"
    /// class = "analytics"
    /// technologies = ["pixel"]
    /// purposes = ["see which newsletters are opened"]
    /// lifetime = "session"
    /// consent = "opt-in"
    /// refuse = "by leaving the box empty"
    /// activity = "newsletter"
    /// ```
    ///
    /// # Limits
    ///
    /// Knows phrases. An app that reads identifiers under another name is not seen.
    "device-access-unlisted", Guidance, check
}

fn check(scope: &Scope<'_>, report: &mut Report) {
    for place in scope.data_rows() {
        if scope.registry.cookies.iter().any(|(_, cookie)| cookie.links.activity == Some(place.id)) {
            continue;
        }
        if let Some((words, span)) = device_access(scope, &place) {
            let found =
                finding(place.row.key.span, format!("`data.{}` come from people's devices", place.row.key.name))
                    .label("no record in `cookies` belongs to this activity")
                    .related(span, format!("\"{words}\""));
            report.add(
                place.id,
                found.help(format!(
                    "add a record to `cookies` with its `technologies`, `lifetime`, `consent` and `activity = \"{}\"`",
                    place.activity.id
                )),
            );
        }
    }
}

fn device_access<'a>(scope: &Scope<'a>, place: &DataPlace<'a>) -> Option<(String, Span)> {
    let observed = place.row.value.observed_when.located().map(|one| (&*one.value, one.span));
    let categories = place.links.categories.iter().map(|id| &scope.registry.data_categories[*id].record);
    let items = categories.flat_map(|category| category.items.get().into_iter().flat_map(|items| items.iter()));
    let items = items.map(|item| (&*item.label, item.span));
    let words = scope.words;
    observed
        .chain(items)
        .find_map(|(text, span)| words.device_access.find_affirmed(text, &words.denial).map(|found| (found, span)))
}
