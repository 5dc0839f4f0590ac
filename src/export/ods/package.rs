//! What the package says of itself.

use chrono::NaiveDate;

use super::super::spreadsheet::clean;
use super::MEDIA_TYPE;
use super::xml::escaped;

/// The list of the files.
pub(super) fn manifest() -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest \
         xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">",
    );
    let files = ["content.xml", "meta.xml", "settings.xml", "styles.xml"].map(|name| (name, "text/xml"));
    for (path, media_type) in std::iter::once(("/", MEDIA_TYPE)).chain(files) {
        let version = if path == "/" { " manifest:version=\"1.3\"" } else { "" };
        out.push_str(&format!(
            "<manifest:file-entry manifest:full-path=\"{path}\"{version} manifest:media-type=\"{media_type}\"/>"
        ));
    }
    out + "</manifest:manifest>\n"
}

/// The properties: title, language and day, but nobody's name.
pub(super) fn meta(title: &str, language: &str, as_of: NaiveDate) -> String {
    let (title, language) = (escaped(&clean(title)), escaped(&clean(language)));
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-meta \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\"><office:meta>\
         <meta:generator>ropa/{version}</meta:generator><dc:title>{title}</dc:title>\
         <meta:creation-date>{as_of}T00:00:00</meta:creation-date><dc:date>{as_of}T00:00:00</dc:date>\
         <dc:language>{language}</dc:language></office:meta></office:document-meta>\n"
    )
}
