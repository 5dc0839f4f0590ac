//! The files of the default theme, as they stand in `themes/default`.

/// Names and texts. A test compares this list with the folder.
pub const DEFAULT: [(&str, &str); 24] = [
    ("script/notice.js", include_str!("../../themes/default/script/notice.js")),
    ("script/register.js", include_str!("../../themes/default/script/register.js")),
    ("strings/en.ftl", include_str!("../../themes/default/strings/en.ftl")),
    ("style/embed.css", include_str!("../../themes/default/style/embed.css")),
    ("style/notice.css", include_str!("../../themes/default/style/notice.css")),
    ("style/pages.css", include_str!("../../themes/default/style/pages.css")),
    ("style/print.css", include_str!("../../themes/default/style/print.css")),
    ("style/register.css", include_str!("../../themes/default/style/register.css")),
    ("style/tables.css", include_str!("../../themes/default/style/tables.css")),
    ("style/text.css", include_str!("../../themes/default/style/text.css")),
    ("style/tokens.css", include_str!("../../themes/default/style/tokens.css")),
    ("templates/base.html", include_str!("../../themes/default/templates/base.html")),
    ("templates/blocks.html", include_str!("../../themes/default/templates/blocks.html")),
    ("templates/feed.xml", include_str!("../../themes/default/templates/feed.xml")),
    ("templates/fragment.html", include_str!("../../themes/default/templates/fragment.html")),
    ("templates/group.html", include_str!("../../themes/default/templates/group.html")),
    ("templates/index.html", include_str!("../../themes/default/templates/index.html")),
    ("templates/manual.html", include_str!("../../themes/default/templates/manual.html")),
    ("templates/notice.html", include_str!("../../themes/default/templates/notice.html")),
    ("templates/point.html", include_str!("../../themes/default/templates/point.html")),
    ("templates/register.html", include_str!("../../themes/default/templates/register.html")),
    ("templates/section.html", include_str!("../../themes/default/templates/section.html")),
    ("templates/single.html", include_str!("../../themes/default/templates/single.html")),
    ("templates/sub-processors.html", include_str!("../../themes/default/templates/sub-processors.html")),
];

/// The parts of the style sheet of the public site, in their order.
pub(super) const PUBLIC_STYLE: [&str; 6] = [
    "style/tokens.css",
    "style/text.css",
    "style/pages.css",
    "style/notice.css",
    "style/tables.css",
    "style/print.css",
];

/// The parts of the style sheet of the register and of the manual, in their order.
pub(super) const INTERNAL_STYLE: [&str; 6] = [
    "style/tokens.css",
    "style/text.css",
    "style/pages.css",
    "style/tables.css",
    "style/register.css",
    "style/print.css",
];

/// A style sheet that a theme may add: it comes last on both sites.
pub(super) const OWN_STYLE: &str = "style.css";

/// The scripts of the public site and of the register.
pub(super) const SCRIPTS: [&str; 2] = ["script/notice.js", "script/register.js"];

/// The parts of the style sheet for fragments in other people's pages, in their order.
pub(super) const EMBED_STYLE: [&str; 2] = ["style/tokens.css", "style/embed.css"];
