//! Logos and favicons: what may stand beside the pages as it is.
//!
//! A picture is served from the host of the notices. One that runs a script or loads something from
//! elsewhere would break the promise that a notice calls nobody, so such a picture is refused, whatever
//! the browser would do with it.

use super::brand::Asset;
use super::drawing;
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Span};

/// The most bytes of a picture: more would weigh more than the notice itself.
pub(super) const LARGEST: usize = 100 * 1024;

/// A file of the theme that `theme.toml` names.
pub(super) struct Picture<'a> {
    /// Its name in the theme.
    pub(super) file: &'a str,
    /// Its bytes.
    pub(super) bytes: &'a [u8],
    /// Where it is named.
    pub(super) at: Span,
    /// Its text, where it is one.
    pub(super) source: Option<FileId>,
}

/// A picture under the name that it has on the sites: its stem, and its own ending.
pub(super) fn asset(picture: &Picture<'_>, stem: &str, endings: &[&str]) -> Result<Asset, Box<Diagnostic>> {
    let refuse =
        |message: String, help: &str| Err(Box::new(Diagnostic::error("bad-picture", picture.at, message).help(help)));
    let file = picture.file;
    let ending = file.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    if !endings.contains(&ending.as_str()) {
        let known = endings.iter().map(|one| format!("`.{one}`")).collect::<Vec<_>>().join(", ");
        return refuse(format!("`{file}` is no picture that can stand here"), &format!("a file here ends in {known}"));
    }
    if picture.bytes.len() > LARGEST {
        let (kilobytes, most) = (picture.bytes.len().div_ceil(1024), LARGEST / 1024);
        let message =
            format!("`{file}` has {kilobytes} kB, more than {most} kB, and every reader of a notice loads it");
        return refuse(message, "make it smaller, or draw it as SVG");
    }
    if ending == "svg" {
        drawing::harm_in(picture).map_or(Ok(()), |wrong| Err(Box::new(wrong)))?;
    } else if !begins_right(&ending, picture.bytes) {
        let message = format!("`{file}` does not begin like a `.{ending}` file");
        return refuse(message, "save it in the format that its name says");
    }
    let ending = if ending == "jpeg" { "jpg" } else { &ending };
    Ok(Asset { name: format!("{stem}.{ending}"), bytes: picture.bytes.to_vec() })
}

fn begins_right(ending: &str, bytes: &[u8]) -> bool {
    match ending {
        "png" => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
        "jpg" | "jpeg" => bytes.starts_with(&[0xff, 0xd8, 0xff]),
        "webp" => bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP".as_slice()),
        "ico" => bytes.starts_with(&[0, 0, 1, 0]),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{LARGEST, Picture, asset};
    use crate::source::Span;

    fn svg(inner: &str) -> Result<(), String> {
        let text = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">{inner}</svg>");
        judged("logo.svg", text.as_bytes())
    }

    fn judged(file: &str, bytes: &[u8]) -> Result<(), String> {
        let picture = Picture { file, bytes, at: Span::default(), source: None };
        asset(&picture, "logo", &["svg", "png", "webp", "jpg", "jpeg"]).map(|_| ()).map_err(|found| found.message)
    }

    #[test]
    fn drawings_pass() {
        for good in [
            "<path d=\"M0 0h1\"/>",
            "<defs><linearGradient id=\"a\"/></defs><rect fill=\"url(#a)\" width=\"1\" height=\"1\"/>",
            "<style>@media (prefers-color-scheme: dark) { path { fill: #fff } }</style>",
            "<use href=\"#a\"/>",
        ] {
            assert_eq!(svg(good), Ok(()), "{good}");
        }
    }

    #[test]
    fn what_runs_or_calls_is_refused() {
        for bad in [
            "<script>alert(1)</script>",
            "<g onload=\"alert(1)\"/>",
            "<foreignObject/>",
            "<image href=\"https://example.org/a.png\"/>",
            "<image xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"a.png\"/>",
            "<image href=\"data:image/png;base64,xx\"/>",
            "<a href=\"javascript:alert(1)\"/>",
            "<use href=\"#a\"><set attributeName=\"href\" to=\"https://example.org/#b\"/></use>",
            "<style>@import 'a.css'</style>",
            "<style>path { fill: URL( 'https://example.org/a' ) }</style>",
            "<style>path { fill: \\75rl(x) }</style>",
            "<rect style=\"fill: url(https://example.org)\"/>",
            "<rect fill=\"image-set('a.png' 1x)\"/>",
            "<style>@IMPORT 'https://example.org/a.css'</style>",
            "<rect style=\"fill:\\75rl(https://example.org/a)\"/>",
            "<rect fill=\"\\75rl(https://example.org/a)\"/>",
            "<meta xmlns=\"http://www.w3.org/1999/xhtml\" http-equiv=\"refresh\" content=\"0;https://example.org\"/>",
            "<img xmlns=\"http://www.w3.org/1999/xhtml\" srcset=\"https://example.org/a.png 1x\"/>",
            "<h:form xmlns:h=\"http://www.w3.org/1999/xhtml\" action=\"javascript:alert(1)\"><h:button/></h:form>",
            "<image srcset=\"https://example.org/a.png 1x\"/>",
            "<g formaction=\"javascript:alert(1)\"/>",
            "<a href=\"#a\" ping=\"https://example.org\"/>",
            "<b xmlns=\"\"/>",
        ] {
            assert!(svg(bad).is_err_and(|message| message.contains("holds")), "{bad}");
        }
        for bad in [
            "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "<?xml-stylesheet href=\"a.css\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "<svg/>",
            "<html/>",
            "not xml",
        ] {
            assert!(judged("logo.svg", bad.as_bytes()).is_err(), "{bad}");
        }
    }

    #[test]
    fn names_sizes_and_beginnings_are_looked_at() {
        assert!(judged("logo.png", b"\x89PNG\r\n\x1a\n...").is_ok());
        assert!(judged("logo.png", b"<svg/>").is_err());
        assert!(judged("logo.exe", b"MZ").is_err());
        assert!(judged("logo", b"").is_err());
        let mut large = b"\x89PNG\r\n\x1a\n".to_vec();
        large.resize(LARGEST + 1, 0);
        assert!(judged("logo.png", &large).is_err_and(|message| message.contains("101 kB")));
    }
}
