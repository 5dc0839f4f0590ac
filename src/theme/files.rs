//! The files of the default theme, as they stand in `themes/default`.

/// Names and texts. A test compares this list with the folder.
pub const DEFAULT: [(&str, &str); 12] = [
    ("strings/en.ftl", include_str!("../../themes/default/strings/en.ftl")),
    ("style.css", include_str!("../../themes/default/style.css")),
    ("templates/base.html", include_str!("../../themes/default/templates/base.html")),
    ("templates/blocks.html", include_str!("../../themes/default/templates/blocks.html")),
    ("templates/fragment.html", include_str!("../../themes/default/templates/fragment.html")),
    ("templates/group.html", include_str!("../../themes/default/templates/group.html")),
    ("templates/index.html", include_str!("../../themes/default/templates/index.html")),
    ("templates/manual.html", include_str!("../../themes/default/templates/manual.html")),
    ("templates/notice.html", include_str!("../../themes/default/templates/notice.html")),
    ("templates/register.html", include_str!("../../themes/default/templates/register.html")),
    ("templates/section.html", include_str!("../../themes/default/templates/section.html")),
    ("templates/single.html", include_str!("../../themes/default/templates/single.html")),
];
