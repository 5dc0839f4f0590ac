//! `styles.xml`: how cells look by default, and how the pages print.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use unic_langid::LanguageIdentifier;

use super::super::spreadsheet::clean;
use super::Arranged;
use super::xml::{escaped, paragraphs};

/// The default style and, for each number of pages that a sheet is wide, a page style of that number.
pub(super) fn styles(title: &str, language: &str, as_of: NaiveDate, sheets: &[Arranged<'_>]) -> String {
    let widths: BTreeSet<u16> = sheets.iter().map(|sheet| sheet.layout.pages).collect();
    let (mut left, mut right) = (String::new(), String::new());
    paragraphs(&clean(title).replace('\n', " "), None, &mut left);
    paragraphs(&as_of.to_string(), None, &mut right);
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-styles \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
         xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
         xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" office:version=\"1.3\">",
    );
    out.push_str(&format!(
        "<office:styles><style:default-style style:family=\"table-cell\"><style:text-properties \
         fo:font-size=\"10pt\" fo:font-family=\"'Liberation Sans', Arial, sans-serif\"{}/></style:default-style>\
         <style:style style:name=\"Default\" style:family=\"table-cell\"/></office:styles>",
        language_of(language)
    ));
    out.push_str("<office:automatic-styles>");
    for pages in &widths {
        out.push_str(&format!(
            "<style:page-layout style:name=\"layout{pages}\"><style:page-layout-properties \
             fo:page-width=\"29.7cm\" fo:page-height=\"21cm\" style:print-orientation=\"landscape\" \
             fo:margin=\"1cm\" style:print-page-order=\"ltr\" style:first-page-number=\"continue\" \
             style:scale-to-X=\"{pages}\" style:scale-to-Y=\"0\"/>\
             <style:header-style><style:header-footer-properties fo:min-height=\"0.6cm\" \
             fo:margin-bottom=\"0.2cm\"/></style:header-style><style:footer-style>\
             <style:header-footer-properties fo:min-height=\"0.6cm\" fo:margin-top=\"0.2cm\"/>\
             </style:footer-style></style:page-layout>"
        ));
    }
    out.push_str("</office:automatic-styles><office:master-styles>");
    for pages in &widths {
        out.push_str(&format!(
            "<style:master-page style:name=\"pages{pages}\" style:page-layout-name=\"layout{pages}\">\
             <style:header><style:region-left>{left}</style:region-left><style:region-right>{right}\
             </style:region-right></style:header><style:footer><style:region-left><text:p>\
             <text:sheet-name>?</text:sheet-name></text:p></style:region-left><style:region-right><text:p>\
             <text:page-number>1</text:page-number> / <text:page-count>1</text:page-count></text:p>\
             </style:region-right></style:footer></style:master-page>"
        ));
    }
    out + "</office:master-styles></office:document-styles>\n"
}

/// The language and country of a tag as attributes, so that words are not marked as misspelt.
fn language_of(tag: &str) -> String {
    let Ok(language) = tag.parse::<LanguageIdentifier>() else { return String::new() };
    let country = language.region.map_or("none".to_owned(), |region| region.to_string());
    format!(" fo:language=\"{}\" fo:country=\"{}\"", escaped(language.language.as_str()), escaped(&country))
}

#[cfg(test)]
mod tests {
    use super::language_of;

    #[test]
    fn tags_become_language_and_country() {
        assert_eq!(language_of("fi"), " fo:language=\"fi\" fo:country=\"none\"");
        assert_eq!(language_of("de-AT"), " fo:language=\"de\" fo:country=\"AT\"");
        assert_eq!(language_of("no tag"), "");
    }
}
