//! How the cells look.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, FormatUnderline};

/// The formats of the cells.
pub(super) struct Look {
    /// That of every cell, by which columns are measured too. Every system has it or one of the same
    /// widths, so heights of rows fit everywhere.
    pub font: Format,
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
        let font = Format::new().set_font_name("Arial").set_font_size(10);
        let plain = font.clone().set_align(FormatAlign::Top);
        let note = plain.clone().set_text_wrap().set_align(FormatAlign::Left);
        let text = note.clone().set_border(FormatBorder::Thin).set_border_color(0xBF_BFBF);
        Look {
            font,
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
