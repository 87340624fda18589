//! Line breaking for titles, without measuring in a browser.
//!
//! Widths are those of the site's text face at weight 600, rounded up in classes, so that a line
//! that fits here fits on the screen. A line breaks at spaces, after hyphens and dashes, at soft
//! hyphens, and, only where a single word is too long for a whole line, inside the word: at a
//! seam of a German compound if one is recognised, else between syllables. An author who wants
//! another seam writes a soft hyphen.

use std::collections::HashMap;

/// A character at which a word may be broken; a hyphen is shown there.
const SOFT_HYPHEN: char = '\u{ad}';

/// Lines of text with the penalties of breaking it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrapped {
    pub(super) lines: Vec<String>,
    /// The number of words broken where the author did not allow it.
    pub(super) broken: usize,
    /// The number of lines left out; if there are any, the last line ends in "…".
    pub(super) cut: usize,
}

impl Wrapped {
    /// The width of the widest line, in units.
    pub(super) fn width(&self, size: i32) -> i32 {
        self.lines.iter().map(|line| width(line, size)).max().unwrap_or(0)
    }
}

/// Breaks `text` into at most `most` lines no wider than `room`, as evenly as possible.
pub(super) fn wrap(text: &str, room: i32, size: i32, most: usize) -> Wrapped {
    let mut wrapped = fit(text, room, size, most);
    if wrapped.cut > 0 {
        return wrapped;
    }
    let pieces = pieces(text);
    // The narrowest column that needs no more lines and breaks no more words gives the most even lines.
    let (mut low, mut high) = (room / 2, wrapped.width(size));
    while wrapped.lines.len() > 1 && high - low > 2 {
        let narrow = i32::midpoint(low, high);
        let evened = fill(&pieces, narrow, size);
        if evened.lines.len() <= wrapped.lines.len() && evened.broken <= wrapped.broken {
            high = evened.width(size).min(narrow);
            wrapped = evened;
        } else {
            low = narrow;
        }
    }
    wrapped
}

/// Breaks a text into as many lines, with the same penalties, as [`wrap`], but without evening them.
fn fit(text: &str, room: i32, size: i32, most: usize) -> Wrapped {
    shortened(fill(&pieces(text), room, size), room, size, most)
}

/// A cache of texts that were broken before. A picture is drawn several times before the best is chosen,
/// and most texts get the same room each time.
#[derive(Debug, Default)]
pub(super) struct Wraps<'a>(HashMap<(&'a str, i32, i32), Wrapped>);

impl<'a> Wraps<'a> {
    /// Breaks a text into as many lines, with the same penalties, as [`wrap`], but without evening them.
    pub(super) fn fit(&mut self, text: &'a str, room: i32, size: i32, most: usize) -> Wrapped {
        let filled = self.0.entry((text, room, size)).or_insert_with(|| fill(&pieces(text), room, size));
        shortened(filled.clone(), room, size, most)
    }
}

fn shortened(wrapped: Wrapped, room: i32, size: i32, most: usize) -> Wrapped {
    if wrapped.lines.len() > most { cut(wrapped, room, size, most) } else { wrapped }
}

/// The width of a line in units at the given font size.
pub(super) fn width(line: &str, size: i32) -> i32 {
    units(advances(line), size)
}

/// The width of the widest part that cannot be broken where the author allowed it.
pub(super) fn widest_word(text: &str, size: i32) -> i32 {
    pieces(text).iter().map(|piece| units(piece.advance, size)).max().unwrap_or(0)
}

/// Converts thousandths of the font size to units, rounded up.
fn units(advance: i32, size: i32) -> i32 {
    (advance * size + 999) / 1000
}

fn advances(text: &str) -> i32 {
    text.chars().map(advance).sum()
}

/// The advance width of one character in thousandths of the font size.
fn advance(c: char) -> i32 {
    match c {
        SOFT_HYPHEN => 0,
        'j' | '.' | ',' | ':' | ';' | '\'' | '’' | '·' => 280,
        'i' | 'l' | '!' | ' ' | '\u{a0}' | '\u{202f}' => 305,
        'f' | 'r' | 't' | '-' | '(' | ')' => 372,
        'I' | '/' | '1' | '„' | '“' | '”' => 457,
        'c' | 's' | 'v' | 'x' | 'y' | 'z' | '–' | '?' => 526,
        'w' | 'D' | 'G' | 'H' | 'K' | 'N' | 'O' | 'Q' | 'Ö' | 'Ü' | '&' | '…' => 750,
        'm' | 'M' | 'W' | '—' => 880,
        'a'..='z' | 'ä' | 'ö' | 'ü' | 'E' | 'F' | 'J' | 'L' | 'P' | 'T' | '+' => 625,
        'A'..='Z' | 'Ä' | 'ß' | '0'..='9' | '»' | '«' => 690,
        _ => 1000,
    }
}

/// The connection between a piece and the next one on the same line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joint {
    Space,
    Nothing,
    /// Nothing on the same line, a hyphen at the end of a line.
    Hyphen,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    text: String,
    /// The width in thousandths of the font size.
    advance: i32,
    joint: Joint,
}

impl Piece {
    fn new(text: String, joint: Joint) -> Piece {
        Piece { advance: advances(&text), text, joint }
    }
}

/// Cuts a text at its break opportunities.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for word in text.split([' ', '\n', '\t']).filter(|word| !word.is_empty()) {
        let mut piece = String::new();
        for c in word.chars() {
            if c != SOFT_HYPHEN {
                piece.push(c);
            }
            let joint = match c {
                SOFT_HYPHEN => Joint::Hyphen,
                '-' | '/' | '–' => Joint::Nothing,
                _ => continue,
            };
            // An opening character, such as the dash of "–2018", stays with its word.
            if piece.chars().count() > 2 {
                pieces.push(Piece::new(std::mem::take(&mut piece), joint));
            }
        }
        if !piece.is_empty() {
            pieces.push(Piece::new(piece, Joint::Space));
        } else if let Some(last) = pieces.last_mut() {
            last.joint = Joint::Space;
        }
    }
    pieces
}

/// Fills lines greedily; a line is only wider than `room` if a single letter is.
fn fill(pieces: &[Piece], room: i32, size: i32) -> Wrapped {
    let mut lines: Vec<String> = Vec::new();
    let mut broken = 0;
    let (mut line, mut so_far) = (String::new(), 0);
    let mut joint = Joint::Nothing;
    for piece in pieces {
        let space = if joint == Joint::Space { " " } else { "" };
        // A piece that ends in a soft hyphen must leave room for the hyphen.
        let mark = if piece.joint == Joint::Hyphen { advance('-') } else { 0 };
        let joined = so_far + advances(space) + piece.advance;
        if units(joined + mark, size) <= room {
            line.push_str(space);
            line.push_str(&piece.text);
            so_far = joined;
        } else {
            close(&mut lines, &mut line, joint);
            line.push_str(&piece.text);
            so_far = piece.advance;
            while units(so_far + mark, size) > room {
                let fits = |part: &str| width(part, size) <= room;
                let Some((head, tail)) = hyphen::split(&line, fits) else { break };
                so_far = advances(&tail);
                lines.push(head);
                line = tail;
                broken += 1;
            }
        }
        joint = piece.joint;
    }
    close(&mut lines, &mut line, Joint::Nothing);
    Wrapped { lines, broken, cut: 0 }
}

/// Ends a line, with a hyphen if it ends inside a word.
fn close(lines: &mut Vec<String>, line: &mut String, joint: Joint) {
    if line.is_empty() {
        return;
    }
    if joint == Joint::Hyphen {
        line.push('-');
    }
    lines.push(std::mem::take(line));
}

/// Leaves out the lines beyond `most` and ends the last one with an ellipsis.
fn cut(mut wrapped: Wrapped, room: i32, size: i32, most: usize) -> Wrapped {
    wrapped.cut = wrapped.lines.len() - most;
    wrapped.lines.truncate(most);
    if let Some(last) = wrapped.lines.last_mut() {
        while !last.is_empty() && width(last, size) + width("…", size) > room {
            last.pop();
        }
        let end = last.trim_end_matches([' ', '-', '–', ',', ':', '»', '(']).len();
        last.truncate(end);
        last.push('…');
    }
    wrapped
}

pub(super) mod hyphen;

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, room: i32) -> Vec<String> {
        wrap(text, room, 10, 9).lines
    }

    #[test]
    fn breaks_at_spaces_and_evens_the_lines() {
        assert_eq!(lines("Fachtag: Gemeinsam Chancen schaffen", 120), ["Fachtag: Gemeinsam", "Chancen schaffen"]);
    }

    #[test]
    fn breaks_after_a_hyphen_and_keeps_it_once() {
        assert_eq!(lines("Ruhr-Konferenz", 70), ["Ruhr-", "Konferenz"]);
    }

    #[test]
    fn shows_a_soft_hyphen_only_where_it_breaks() {
        assert_eq!(lines("Bildungs\u{ad}partner", 300), ["Bildungspartner"]);
        assert_eq!(lines("Bildungs\u{ad}partner", 70), ["Bildungs-", "partner"]);
    }

    #[test]
    fn breaks_a_word_only_when_it_fits_on_no_line() {
        let wrapped = wrap("Quartiersentwicklung", 80, 10, 3);
        assert_eq!((wrapped.lines, wrapped.broken), (vec!["Quartiers-".into(), "entwicklung".into()], 1));
        assert_eq!(wrap("Quartiersentwicklung", 200, 10, 3).broken, 0);
    }

    #[test]
    fn says_that_text_was_left_out() {
        let wrapped = wrap("eins zwei drei vier fünf sechs", 50, 10, 2);
        assert_eq!((wrapped.cut, wrapped.lines.len()), (2, 2));
        assert!(wrapped.lines[1].ends_with('…'), "{wrapped:?}");
        assert!(wrapped.width(10) <= 50);
    }

    #[test]
    fn empty_text_has_no_lines() {
        assert_eq!(lines("  ", 100), Vec::<String>::new());
    }
}
