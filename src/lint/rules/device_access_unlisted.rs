use crate::lint::report::finding;
use crate::lint::scope::DataPlace;
use crate::lint::{Report, Scope, declare_lint};
use crate::record::data_category::DataCategory;
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
    let items: Vec<_> = scope.registry.data_categories.iter().map(|(_, one)| of_items(scope, &one.record)).collect();
    let listed: Vec<_> = scope.registry.cookies.iter().filter_map(|(_, cookie)| cookie.links.activity).collect();
    for place in scope.data_rows() {
        if listed.contains(&place.id) {
            continue;
        }
        if let Some((words, span)) = device_access(scope, &place, &items) {
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

/// What reads devices, in the words of a row or of its categories.
fn device_access(scope: &Scope<'_>, place: &DataPlace<'_>, items: &[Option<(String, Span)>]) -> Option<(String, Span)> {
    let observed = place.row.value.observed_when.located().find_map(|one| in_words(scope, &one.value, one.span));
    observed.or_else(|| place.links.categories.iter().find_map(|id| items.get(id.index() as usize)?.clone()))
}

/// Categories are few and rows are many, so each category is read once.
fn of_items(scope: &Scope<'_>, category: &DataCategory) -> Option<(String, Span)> {
    category.items.get()?.iter().find_map(|item| in_words(scope, &item.label, item.span))
}

fn in_words(scope: &Scope<'_>, text: &str, span: Span) -> Option<(String, Span)> {
    scope.words.device_access.find_affirmed(text, &scope.words.denial).map(|found| (found, span))
}
