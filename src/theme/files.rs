//! The files of the default theme, as they stand in `themes/default`.

/// Names and texts. A test compares this list with the folder.
pub const DEFAULT: [(&str, &str); 15] = [
    ("strings/en.ftl", include_str!("../../themes/default/strings/en.ftl")),
    ("style.css", include_str!("../../themes/default/style.css")),
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
