//! How the cells look.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

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
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_align(FormatAlign::Left);
        let head = text.clone().set_bold().set_background_color(0xDC_E6F1).set_border_bottom(FormatBorder::Thin);
        Look {
            heading: Format::new().set_bold().set_font_size(14).set_align(FormatAlign::Top),
            note: text.clone(),
            label: text.clone().set_bold(),
            head,
            date: text.clone().set_num_format("yyyy-mm-dd"),
            number: text.clone().set_align(FormatAlign::Right).set_num_format("0"),
            link: text.clone().set_hyperlink(),
            text,
        }
    }
}
