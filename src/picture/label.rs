//! Words that have to fit: how wide they are, where they break, where they end.

/// What takes the place of words that do not fit.
const ELLIPSIS: char = '…';

/// About how wide some words are in a common sans serif, in pixels. Fonts differ, so it is rather
/// too much than too little.
pub(super) fn width(words: &str, size: u32) -> u32 {
    let hundredths: u32 = words.chars().map(hundredths).sum();
    (hundredths * size).div_ceil(100)
}

/// Width of a character in hundredths of the size of the font.
fn hundredths(c: char) -> u32 {
    match c {
        'i' | 'j' | 'l' | '\'' | '.' | ',' | ':' | ';' | '|' | '!' => 29,
        ' ' | 'f' | 't' | 'r' | 'I' | '(' | ')' | '[' | ']' | '/' | '-' => 37,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 92,
        'A'..='Z' => 70,
        '\0'..='\u{7f}' => 59,
        '\u{300}'..='\u{36f}' => 0,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{fffd}' | '\u{1f000}'..='\u{10ffff}' => 105,
        _ => 66,
    }
}

/// Words as lines of some width, at most so many. What does not fit is cut off with an ellipsis;
/// then the second value is true.
pub(super) fn lines(words: &str, size: u32, room: u32, most: usize) -> (Vec<String>, bool) {
    let ends_word = |c: char| c.is_whitespace() && c != '\u{a0}';
    let space = hundredths(' ');
    let fits = |wide: u32| (wide * size).div_ceil(100) <= room;
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in words.split(ends_word).filter(|word| !word.is_empty()) {
        let wide: u32 = word.chars().map(hundredths).sum();
        let before = if line.is_empty() { 0 } else { used + space };
        if fits(before + wide) {
            push_word(&mut line, word);
            used = before + wide;
            continue;
        }
        if lines.len() + 1 >= most {
            push_word(&mut line, word);
            lines.push(cut(&line, size, room));
            return (lines, true);
        }
        if line.is_empty() {
            let (head, tail) = broken(word, size, room);
            lines.push(head);
            line = tail;
        } else {
            lines.push(std::mem::replace(&mut line, word.to_owned()));
        }
        used = line.chars().map(hundredths).sum();
        if !fits(used) {
            // A word that is wider than a line is not worth more lines than one.
            lines.push(cut(&line, size, room));
            return (lines, true);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    (lines, false)
}

fn push_word(line: &mut String, word: &str) {
    if !line.is_empty() {
        line.push(' ');
    }
    line.push_str(word);
}

/// The beginning of some words with an ellipsis.
fn cut(words: &str, size: u32, room: u32) -> String {
    let room = room.saturating_sub(width("…", size));
    let (mut head, _) = broken(words, size, room);
    head.truncate(head.trim_end().len());
    head.push(ELLIPSIS);
    head
}

/// As much as fits, and the rest.
fn broken(words: &str, size: u32, room: u32) -> (String, String) {
    let mut used = 0;
    let end = words.char_indices().find(|(_, c)| {
        used += hundredths(*c) * size;
        used > room * 100
    });
    let at = end.map_or(words.len(), |(at, _)| at);
    (words[..at].to_owned(), words[at..].to_owned())
}

#[cfg(test)]
mod tests {
    use super::{lines, width};

    #[test]
    fn words_break_where_they_have_to() {
        let (one, cut) = lines("contact details", 13, 188, 2);
        assert_eq!((one, cut), (vec!["contact details".to_owned()], false));
        let (two, cut) = lines("recruitment software as a service", 13, 150, 2);
        assert_eq!((two.len(), cut), (2, false), "{two:?}");
        let (cut_off, cut) = lines("a very long name of a recipient that nobody could ever read", 13, 100, 2);
        assert!(cut && cut_off.len() == 2 && cut_off[1].ends_with('…'), "{cut_off:?}");
        assert!(cut_off.iter().all(|line| width(line, 13) <= 100), "{cut_off:?}");
        assert_eq!(lines("", 13, 100, 2), (Vec::new(), false));
    }

    #[test]
    fn a_word_without_spaces_is_cut() {
        let (one, cut) = lines(&"x".repeat(400), 13, 100, 2);
        assert!(cut && one.len() == 2 && width(&one[1], 13) <= 100, "{one:?}");
    }
}
