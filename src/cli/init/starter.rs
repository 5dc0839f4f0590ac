//! The files of a new registry.

use chrono::NaiveDate;

/// The day that stands in the templates where the day of `ropa init` belongs.
const TODAY: &str = "2026-01-01";

/// A template: its path below the registry, and its text.
macro_rules! templates {
    ($($path:literal),* $(,)?) => { [$(($path, include_str!($path))),*] };
}

/// Every file by its path below the registry, with dates of today.
pub(super) fn files(today: NaiveDate) -> Vec<(&'static str, String)> {
    let templates = templates![
        "registry.toml",
        "activities/accounts.toml",
        "activities/website.toml",
        "controllers/example.toml",
        "cookies.toml",
        "data-categories.toml",
        "legal-bases.toml",
        "notices/privacy.toml",
        "processors/hosting-provider.toml",
        "recipients.toml",
        "retention.toml",
        "security-measures.toml",
        "subject-groups.toml",
        "systems.toml",
    ];
    templates.map(|(path, text)| (path, text.replace(TODAY, &today.to_string()))).into()
}
