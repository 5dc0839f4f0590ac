//! Colours as `theme.toml` writes them.
//!
//! A colour goes into a style sheet that everybody loads, so it is read as strictly as CSS could be
//! written and nothing but what was understood is passed on.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, Error};

use crate::decode::BadText;

/// A colour of sRGB.
#[derive(Debug, Clone, PartialEq)]
pub struct Colour {
    css: String,
    /// Red, green and blue in linear light, each from 0 to 1.
    light: [f64; 3],
    /// 1 hides what lies below.
    alpha: f64,
}

/// The forms, for messages.
const FORMS: &str = "write it as `#0b57a4`, `#05a`, `rgb(11 87 164)` or `oklch(0.45 0.13 255)`";

impl Colour {
    /// Reads one of the forms `#rgb`, `#rrggbb`, `rgb(...)` and `oklch(...)`, the last two with or without
    /// `/ alpha`.
    pub fn parse(text: &str) -> Option<Colour> {
        let css = text.split_whitespace().collect::<Vec<_>>().join(" ").to_ascii_lowercase();
        let (light, alpha) = match css.strip_prefix('#') {
            Some(digits) => (hex(digits)?, 1.0),
            None => function(&css)?,
        };
        Some(Colour { css, light, alpha })
    }

    /// The colour in CSS: lower case, single spaces.
    pub fn css(&self) -> &str {
        &self.css
    }

    /// Whether nothing shines through.
    pub fn is_opaque(&self) -> bool {
        self.alpha >= 1.0
    }

    /// Contrast ratio with another colour, from 1 to 21: WCAG 2.2, "contrast ratio".
    pub fn contrast(&self, other: &Colour) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// WCAG 2.2, "relative luminance".
    fn luminance(&self) -> f64 {
        let [red, green, blue] = self.light;
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

fn hex(digits: &str) -> Option<[f64; 3]> {
    if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let pairs: Vec<String> = match digits.len() {
        3 => digits.chars().map(|digit| format!("{digit}{digit}")).collect(),
        6 => [0, 2, 4].iter().filter_map(|at| digits.get(*at..at + 2)).map(str::to_owned).collect(),
        _ => return None,
    };
    let mut light = [0.0; 3];
    for (channel, pair) in light.iter_mut().zip(&pairs) {
        *channel = linear(f64::from(u8::from_str_radix(pair, 16).ok()?) / 255.0);
    }
    Some(light)
}

fn function(css: &str) -> Option<([f64; 3], f64)> {
    let (name, rest) = css.split_once('(')?;
    let inner = rest.strip_suffix(')')?;
    let (channels, alpha) = match inner.split_once('/') {
        Some((channels, alpha)) => (channels, share(alpha.trim(), 1.0).filter(|alpha| *alpha <= 1.0)?),
        None => (inner, 1.0),
    };
    let parts: Vec<&str> = match channels.contains(',') {
        true => channels.split(',').map(str::trim).collect(),
        false => channels.split_whitespace().collect(),
    };
    let [one, two, three] = parts.as_slice() else { return None };
    let light = match name {
        "rgb" => {
            let channel = |text: &str| share(text, 255.0).filter(|value| *value <= 255.0);
            [channel(one)?, channel(two)?, channel(three)?].map(|value| linear(value / 255.0))
        }
        "oklch" if !channels.contains(',') => {
            let lightness = share(one, 1.0).filter(|value| *value <= 1.0)?;
            let chroma = share(two, 0.4).filter(|value| *value <= 0.5)?;
            let hue = number(three.strip_suffix("deg").unwrap_or(three)).filter(|value| *value <= 360.0)?;
            oklch(lightness, chroma, hue)
        }
        _ => return None,
    };
    Some((light, alpha))
}

/// A number, or a share of the whole: `50%`.
fn share(text: &str, whole: f64) -> Option<f64> {
    match text.strip_suffix('%') {
        Some(percent) => Some(number(percent)? / 100.0 * whole),
        None => number(text),
    }
}

/// Digits with at most one point among them: no sign, no exponent, no word.
fn number(text: &str) -> Option<f64> {
    let plain = text.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        && text.ends_with(|c: char| c.is_ascii_digit())
        && text.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    if plain && text.len() <= 12 { text.parse().ok() } else { None }
}

/// From a channel of sRGB to linear light.
fn linear(channel: f64) -> f64 {
    if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
}

/// From OKLCH to linear sRGB, with what lies outside cut off: CSS Color 4, the matrices of OKLab.
fn oklch(lightness: f64, chroma: f64, hue: f64) -> [f64; 3] {
    let (sine, cosine) = hue.to_radians().sin_cos();
    let (a, b) = (chroma * cosine, chroma * sine);
    let cube = |value: f64| value * value * value;
    let long = cube(lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b);
    let middle = cube(lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b);
    let short = cube(lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b);
    [
        4.076_741_662_1 * long - 3.307_711_591_3 * middle + 0.230_969_929_2 * short,
        -1.268_438_004_6 * long + 2.609_757_401_1 * middle - 0.341_319_396_5 * short,
        -0.004_196_086_3 * long - 0.703_418_614_7 * middle + 1.707_614_701_0 * short,
    ]
    .map(|channel: f64| channel.clamp(0.0, 1.0))
}

impl<'de> Deserialize<'de> for Colour {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Colour, D::Error> {
        let text = String::deserialize(deserializer)?;
        Colour::parse(&text)
            .ok_or_else(|| D::Error::custom(BadText::new("bad-colour", format!("`{text}` is not a colour"), FORMS)))
    }
}

impl JsonSchema for Colour {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Colour".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^(#[0-9A-Fa-f]{3}|#[0-9A-Fa-f]{6}|[Rr][Gg][Bb]\\([0-9.,/% ]+\\)|[Oo][Kk][Ll][Cc][Hh]\\([0-9./% deg]+\\))$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Colour;

    fn ratio(one: &str, other: &str) -> f64 {
        Colour::parse(one).unwrap().contrast(&Colour::parse(other).unwrap())
    }

    #[test]
    fn contrasts_are_those_of_wcag() {
        assert!((ratio("#000", "#fff") - 21.0).abs() < 1e-9);
        // Published examples: #767676 is the lightest grey that passes on white, #777777 fails.
        assert!((ratio("#767676", "#ffffff") - 4.54).abs() < 0.005);
        assert!((ratio("#777777", "#ffffff") - 4.48).abs() < 0.005);
        assert!((ratio("rgb(118 118 118)", "rgb(255, 255, 255)") - 4.54).abs() < 0.005);
    }

    #[test]
    fn forms_of_one_colour_are_equal() {
        for (oklch, hex) in
            [("oklch(1 0 0)", "#fff"), ("oklch(62.796% 0.25768 29.234)", "#f00"), ("oklch(0 0 0)", "#000")]
        {
            let ratio = ratio(oklch, hex);
            assert!((1.0..1.01).contains(&ratio), "{oklch} {hex}: {ratio}");
        }
    }

    #[test]
    fn nothing_else_passes() {
        for bad in [
            "",
            "#",
            "#12",
            "#12345",
            "#12345g",
            "red",
            "rgb(1 2)",
            "rgb(1 2 3 4)",
            "rgb(256 0 0)",
            "rgb(-1 0 0)",
            "rgb(1e2 0 0)",
            "rgb(1 2 3",
            "rgb(1 2 3))",
            "oklch(2 0 0)",
            "oklch(0.5, 0.1, 20)",
            "oklch(nan 0 0)",
            "#fff; } body { color: red",
            "url(x)",
            "var(--x)",
            "rgb(1 2 3 / 2)",
            "#fff/**/",
            "rgb(1..2 2 3)",
        ] {
            assert_eq!(Colour::parse(bad), None, "{bad}");
        }
        assert_eq!(Colour::parse(" RGB( 1  2 3 / 50% ) ").unwrap().css(), "rgb( 1 2 3 / 50% )");
    }
}
