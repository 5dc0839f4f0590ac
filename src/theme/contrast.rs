//! Whether words can be told from what they stand on: WCAG 2.2, success criterion 1.4.3.
//!
//! 1. Colours come from `theme.toml`, else from the tokens of the style sheet.
//! 2. Each colour of words is held against each colour that the style sheet puts below it.
//! 3. A pair is reported where the theme set one of the two; those of the default theme are tested.

use super::colour::Colour;
use super::written::Colours;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{FileId, Span};

/// What text smaller than 18 points needs at least.
const LEAST: f64 = 4.5;

/// Words and what they stand on.
const PAIRS: [(&str, &str); 8] = [
    ("ink", "paper"),
    ("soft", "paper"),
    ("link", "paper"),
    ("gap", "paper"),
    ("ink", "tint"),
    ("soft", "tint"),
    ("link", "tint"),
    ("gap", "tint"),
];

/// A colour in force and where it was set; nowhere if the default theme sets it.
struct Set {
    colour: Colour,
    at: Option<Span>,
}

/// Findings on pairs whose contrast is too small. `tokens` is the part of the style sheet with the
/// colours, and its file where it is the theme's own.
pub(super) fn check(colours: Option<&Colours>, tokens: &str, own: Option<FileId>) -> Vec<Diagnostic> {
    let schemes = [
        ("light", 0, colours.and_then(|colours| colours.light.get())),
        ("dark", 1, colours.and_then(|colours| colours.dark.get())),
    ];
    let mut found = Vec::new();
    for (scheme, index, palette) in schemes {
        let set = |name: &str| {
            let field = palette.and_then(|palette| palette.named().into_iter().find(|(known, _)| *known == name));
            match field.and_then(|(_, field)| Some((field.get()?.clone(), field.span()))) {
                Some((colour, at)) => Some(Set { colour, at }),
                None => token(tokens, name, index).map(|(colour, range)| {
                    let at = own.map(|file| Span::new(file, range));
                    Set { colour, at }
                }),
            }
        };
        for (words, ground) in PAIRS {
            let (Some(words_set), Some(ground_set)) = (set(words), set(ground)) else { continue };
            found.extend(pair(scheme, (words, &words_set), (ground, &ground_set)));
        }
    }
    found
}

fn pair(scheme: &str, words: (&str, &Set), ground: (&str, &Set)) -> Option<Diagnostic> {
    let ratio = words.1.colour.contrast(&ground.1.colour);
    let at = words.1.at.or(ground.1.at)?;
    if ratio >= LEAST {
        return None;
    }
    // Cut, not rounded: 4.49 must not be shown as 4.5.
    let shown = (ratio * 100.0).floor() / 100.0;
    let ((words, words_set), (ground, ground_set)) = (words, ground);
    let message = format!("`{words}` on `{ground}` has a contrast of {shown:.2}:1 in {scheme} surroundings");
    let mut diagnostic = Diagnostic::error("low-contrast", at, message)
        .label(format!("{} on {}", words_set.colour.css(), ground_set.colour.css()))
        .note("text asks for at least 4.5:1, WCAG 2.2, success criterion 1.4.3")
        .help(format!("move `{words}` and `{ground}` further apart in lightness"));
    diagnostic.severity = Severity::Warning;
    if let Some(other) = ground_set.at.filter(|other| *other != at) {
        diagnostic = diagnostic.related(other, "the ground");
    }
    Some(diagnostic)
}

/// A colour of a style sheet and where its value stands, for light (0) or dark (1) surroundings. Both
/// stand in a `light-dark()`; a value without it holds for both, unless the property is set a second time.
pub(super) fn token(tokens: &str, name: &str, index: usize) -> Option<(Colour, std::ops::Range<usize>)> {
    let key = format!("--ropa-{name}:");
    let places: Vec<usize> = tokens.match_indices(&key).map(|(at, _)| at + key.len()).collect();
    let start = *places.get(index).or(places.first())?;
    let end = start + tokens.get(start..)?.find([';', '}'])?;
    let value = tokens.get(start..end)?;
    let (value, start) = match value.split_once("light-dark(").and_then(|(_, pair)| pair.rsplit_once(')')) {
        Some((pair, _)) => {
            let begin = start + value.find("light-dark(")? + "light-dark(".len();
            let comma = comma(pair)?;
            if index == 0 { (pair.get(..comma)?, begin) } else { (pair.get(comma + 1..)?, begin + comma + 1) }
        }
        None => (value, start),
    };
    let begin = start + value.len() - value.trim_start().len();
    Some((Colour::parse(value)?, begin..begin + value.trim().len()))
}

/// The first comma that stands in no brackets.
fn comma(pair: &str) -> Option<usize> {
    let mut depth = 0_i32;
    pair.char_indices().find_map(|(at, c)| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        (c == ',' && depth == 0).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::{LEAST, PAIRS, token};
    use crate::theme::files::{TOKENS, default_text};

    #[test]
    fn the_default_theme_can_be_read() {
        let tokens = default_text(TOKENS).unwrap();
        for index in [0, 1] {
            for (words, ground) in PAIRS {
                let colour = |name| token(tokens, name, index).unwrap_or_else(|| panic!("{name} {index}")).0;
                let ratio = colour(words).contrast(&colour(ground));
                assert!(ratio >= LEAST, "{words} on {ground}, {index}: {ratio}");
            }
        }
    }

    #[test]
    fn colours_are_found_in_every_form() {
        let found = |tokens: &str, index| {
            token(tokens, "ink", index).map(|(colour, at)| (colour.css().to_owned(), tokens[at].to_owned()))
        };
        let both = |css: &str| Some((css.to_owned(), css.to_owned()));
        let pair = ":root { --ropa-ink: light-dark( rgb(1, 2, 3), #fff ); }";
        assert_eq!((found(pair, 0), found(pair, 1)), (both("rgb(1, 2, 3)"), both("#fff")));
        let twice = ":root { --ropa-ink: #111 } @media (x) { :root { --ropa-ink:#222; } }";
        assert_eq!((found(twice, 0), found(twice, 1)), (both("#111"), both("#222")));
        let once = ":root { --ropa-ink: #111; }";
        assert_eq!((found(once, 0), found(once, 1)), (both("#111"), both("#111")));
        assert_eq!(
            (found("", 0), found("--ropa-ink: var(--x);", 0), found("--ropa-ink: light-dark(#111);", 1)),
            (None, None, None)
        );
    }
}
