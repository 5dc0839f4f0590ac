//! How the cells look.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, FormatUnderline};

/// The formats of the cells.
pub(super) struct Look {
    pub heading: Format,
    pub note: Format,
    pub label: Format,
    pub head: Format,
    pub text: Format,
    pub date: Format,
    pub number: Format,
    pub link: Format,
}

impl Look {
    pub fn new() -> Look {
        // Every system has this font or one of the same widths, so heights of rows fit everywhere.
        let plain = Format::new().set_font_name("Arial").set_font_size(10).set_align(FormatAlign::Top);
        let note = plain.clone().set_text_wrap().set_align(FormatAlign::Left);
        let text = note.clone().set_border(FormatBorder::Thin).set_border_color(0xBF_BFBF);
        Look {
            heading: plain.set_bold().set_font_size(14),
            label: text.clone().set_bold(),
            head: text.clone().set_bold().set_background_color(0xDC_E6F1),
            date: text.clone().set_num_format("yyyy-mm-dd"),
            number: text.clone().set_num_format("0"),
            link: text.clone().set_font_color(0x0B_57D0).set_underline(FormatUnderline::Single),
            note,
            text,
        }
    }
}
