//! The files of the default theme, as they stand in `themes/default`, and what else a theme may hold.

/// Names and texts, in the order of the names. The build script lists what stands in the folder.
pub const DEFAULT: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/default_theme.rs"));

/// The part of the style sheets after which the colours of `theme.toml` stand: those of paper come later.
pub(super) const TOKENS: &str = "style/tokens.css";

/// The parts of the style sheet of the public site, in their order.
pub(super) const PUBLIC_STYLE: &[&str] = &[
    TOKENS,
    "style/text.css",
    "style/pages.css",
    "style/notice.css",
    "style/tables.css",
    "style/brand.css",
    "style/print.css",
];

/// The parts of the style sheet of the register and of the manual, in their order.
pub(super) const INTERNAL_STYLE: &[&str] = &[
    TOKENS,
    "style/text.css",
    "style/pages.css",
    "style/tables.css",
    "style/register.css",
    "style/pictures.css",
    "style/brand.css",
    "style/print.css",
    "style/print-register.css",
];

/// The parts of the style sheet for fragments in other people's pages, in their order.
pub(super) const EMBED_STYLE: &[&str] = &[TOKENS, "style/embed.css"];

/// The parts of the style sheet that pages of versions load besides that of the public site.
pub(super) const VERSIONS_STYLE: &[&str] = &["style/versions.css"];

/// A style sheet that a theme may add: it comes last on both sites.
pub(super) const OWN_STYLE: &str = "style.css";

/// The favicon of a theme that names no other.
pub(super) const FAVICON: &str = "favicon.svg";

/// Name, colours, logo, footer.
pub(super) const LOOK: &str = "theme.toml";

/// The text of a file of the default theme.
pub fn default_text(name: &str) -> Option<&'static str> {
    DEFAULT.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// What a theme can hold: names and what each is for.
pub fn replaceable() -> Vec<(&'static str, String)> {
    let own = [
        (LOOK, "name, colours, logo, favicon, header and footer; not of the default theme".to_owned()),
        (OWN_STYLE, "rules of your own, last in both style sheets; not of the default theme".to_owned()),
    ];
    own.into_iter().chain(DEFAULT.iter().map(|(name, _)| (*name, purpose(name)))).collect()
}

/// What a file of the default theme is for.
fn purpose(name: &str) -> String {
    let (folder, file) = name.split_once('/').unwrap_or(("", name));
    match (folder, file) {
        ("templates", "base.html") => "what every whole page has around it".to_owned(),
        ("templates", "blocks.html") => "components: paragraphs, lists, tables, sections, contents, header".to_owned(),
        ("templates", _) => match super::contract::PAGES.iter().find(|page| page.template == file) {
            Some(page) => format!("{}; `ropa theme data {}`", page.about, page.name),
            None => "a part of other templates".to_owned(),
        },
        ("style", "embed.css") => "the style sheet for fragments in other people's pages".to_owned(),
        ("style", "versions.css") => "what pages of versions load besides the style sheet of the notices".to_owned(),
        ("style", _) => match (PUBLIC_STYLE.contains(&name), INTERNAL_STYLE.contains(&name)) {
            (true, true) => "a part of both style sheets".to_owned(),
            (true, false) => "a part of the style sheet of the notices".to_owned(),
            _ => "a part of the style sheet of the register and the manual".to_owned(),
        },
        ("strings", _) => "the words of the program; a theme writes only those it replaces".to_owned(),
        ("", "favicon.svg") => "the picture of the sites in tabs, unless `theme.toml` names another".to_owned(),
        ("script", _) => "a script that a page may load".to_owned(),
        _ => "a file of the default theme".to_owned(),
    }
}

/// Whether a theme may hold a file of this name: one of the default theme, the words of a language, or
/// one of its own two.
pub(super) fn is_known(name: &str) -> bool {
    let is_language = name.strip_prefix("strings/").is_some_and(|file| file.ends_with(".ftl") && !file.contains('/'));
    is_language || name == OWN_STYLE || name == LOOK || default_text(name).is_some()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{DEFAULT, EMBED_STYLE, INTERNAL_STYLE, PUBLIC_STYLE, VERSIONS_STYLE};

    #[test]
    fn every_part_of_the_style_has_its_place() {
        let sheets = [PUBLIC_STYLE, INTERNAL_STYLE, EMBED_STYLE, VERSIONS_STYLE];
        let placed: BTreeSet<&str> = sheets.into_iter().flatten().copied().collect();
        let there: BTreeSet<&str> =
            DEFAULT.iter().map(|(name, _)| *name).filter(|name| name.starts_with("style/")).collect();
        assert_eq!(placed, there);
    }
}
