//! `settings.xml`: which rows and columns stay in view.

use super::Arranged;
use super::xml::escape;

/// The view of every sheet.
pub(super) fn settings(sheets: &[Arranged<'_>]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-settings \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:config=\"urn:oasis:names:tc:opendocument:xmlns:config:1.0\" \
         xmlns:ooo=\"http://openoffice.org/2004/office\" office:version=\"1.3\"><office:settings>\
         <config:config-item-set config:name=\"ooo:view-settings\"><config:config-item-map-indexed \
         config:name=\"Views\"><config:config-item-map-entry><config:config-item config:name=\"ViewId\" \
         config:type=\"string\">view1</config:config-item><config:config-item-map-named config:name=\"Tables\">",
    );
    for sheet in sheets {
        out.push_str("<config:config-item-map-entry config:name=\"");
        escape(&sheet.name, &mut out);
        out.push_str("\">");
        let (frozen, columns) = (sheet.layout.frozen, u32::from(sheet.layout.frozen_columns));
        if frozen > 0 {
            // Mode 2 is a frozen split, mode 0 none; of the parts (top left, top right, bottom left, bottom
            // right) the last that there is is worked in.
            let (mode, part) = if columns > 0 { (2, 3) } else { (0, 2) };
            let items = [
                ("HorizontalSplitMode", "short", mode),
                ("VerticalSplitMode", "short", 2),
                ("HorizontalSplitPosition", "int", columns),
                ("VerticalSplitPosition", "int", frozen),
                ("ActiveSplitRange", "short", part),
                ("PositionLeft", "int", 0),
                ("PositionRight", "int", columns),
                ("PositionTop", "int", 0),
                ("PositionBottom", "int", frozen),
            ];
            for (name, kind, value) in items {
                out.push_str(&format!(
                    "<config:config-item config:name=\"{name}\" config:type=\"{kind}\">{value}</config:config-item>"
                ));
            }
        }
        out.push_str("</config:config-item-map-entry>");
    }
    out + "</config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed>\
           </config:config-item-set></office:settings></office:document-settings>\n"
}
