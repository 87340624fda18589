//! Labels of the wide picture: each gets the free stretch around its knot, above or below the
//! line, and the line breaks that fit best.

use super::Knot;
use super::layout::{Anchor, Area, Label};
use super::wrap::{Wrapped, Wraps, width, wrap};

/// Font sizes of title and date. The picture is shown a little larger than drawn on a screen of
/// 1280 px, so that both stay above 12 px there.
pub(super) const SIZE: (i32, i32) = (12, 12);
/// The distance between two lines.
pub(super) const LINE: i32 = 14;
/// The free space around every label.
pub(super) const AIR: i32 = 5;
/// The greatest width of a label; a wider one would be a line of text.
const WIDEST: i32 = 132;
/// The most lines of a title.
const MOST_LINES: usize = 4;
/// The most lines of a date.
const MOST_DATE_LINES: usize = 2;

/// The side of the line on which a label lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Above,
    Below,
}

/// The unbroken texts of a label.
#[derive(Debug, Clone, Copy)]
pub(super) struct Caption<'a> {
    pub(super) title: &'a str,
    pub(super) when: &'a str,
}

/// A title and a date, broken into lines to fit a stretch.
#[derive(Debug, Clone)]
pub(super) struct Text {
    pub(super) title: Wrapped,
    pub(super) when: Wrapped,
    room: i32,
}

impl Text {
    /// Breaks the texts of a knot to fit `room` units and `rows` lines in all.
    fn new<'a>(Caption { title, when }: Caption<'a>, room: i32, rows: usize, wraps: &mut Wraps<'a>) -> Text {
        let room = room.clamp(12, WIDEST);
        // The title has the first line, even if the date needs more.
        let own = usize::from(!title.is_empty());
        let when = wraps.fit(when, room, SIZE.1, rows.saturating_sub(own).min(MOST_DATE_LINES));
        let most = rows.saturating_sub(when.lines.len()).min(MOST_LINES);
        Text { title: wraps.fit(title, room, SIZE.0, most), when, room }
    }

    /// The same texts with even lines, for the label that is finally chosen.
    pub(super) fn even(&self, Caption { title, when }: Caption<'_>) -> Text {
        let even = |text: &str, size: i32, lines: usize| wrap(text, self.room, size, lines);
        Text {
            title: even(title, SIZE.0, self.title.lines.len()),
            when: even(when, SIZE.1, self.when.lines.len()),
            room: self.room,
        }
    }

    pub(super) fn rows(&self) -> usize {
        self.title.lines.len() + self.when.lines.len()
    }

    pub(super) fn width(&self) -> i32 {
        self.title.width(SIZE.0).max(self.when.width(SIZE.1))
    }

    /// A penalty: words left out weigh more than words broken, and both weigh more than a fourth and a
    /// fifth line.
    pub(super) fn harm(&self) -> usize {
        10 * (self.title.cut + self.when.cut)
            + 3 * (self.title.broken + self.when.broken)
            + self.rows().saturating_sub(3)
    }
}

/// The height of a label with this number of lines.
pub(super) fn height(rows: usize) -> i32 {
    i32::try_from(rows).unwrap_or(i32::MAX / LINE) * LINE + 2
}

/// The best label for a knot at `x` within the stretch: centred on the knot if that has no penalty,
/// else shifted into the available room.
pub(super) fn text<'a>(caption: Caption<'a>, x: i32, stretch: (i32, i32), rows: usize, wraps: &mut Wraps<'a>) -> Text {
    let centred = Text::new(caption, 2 * (x - stretch.0).min(stretch.1 - x), rows, wraps);
    if centred.harm() == 0 {
        return centred;
    }
    let shifted = Text::new(caption, stretch.1 - stretch.0, rows, wraps);
    if centred.harm() <= shifted.harm() { centred } else { shifted }
}

/// Places a text beside its knot; `edge` is the y of the label's side that faces the line.
pub(super) fn put(text: Text, x: i32, stretch: (i32, i32), side: Side, edge: i32) -> Label {
    let half = (text.width() + 1) / 2;
    let middle = x.min(stretch.1 - half).max(stretch.0 + half);
    let tall = height(text.rows());
    let top = if side == Side::Above { edge - tall } else { edge };
    let lines = i32::try_from(text.title.lines.len()).unwrap_or(0);
    let first = top + SIZE.0 - 1;
    Label {
        anchor: Anchor::Middle,
        at: (middle, first),
        when_at: (middle, first + lines * LINE),
        area: Area { left: middle - half, top, right: middle + half, bottom: top + tall },
        lines: text.title.lines,
        when: text.when.lines,
    }
}

/// A title without the part that is the title of another knot: `Themenforum 04: Vielfalt` is on the strand of
/// the knot `Vielfalt`. The link's name has the full title.
pub(super) fn title(knots: &[Knot], knot: usize) -> &str {
    let title = knots[knot].title.as_str();
    match title.split_once(": ") {
        Some((head, tail)) if knots.iter().any(|other| other.title == tail) => head,
        _ => title,
    }
}

/// A date without its remark in parentheses, for which a label has no room.
pub(super) fn date(when: &str) -> &str {
    when.split_once(" (").map_or(when, |(date, _)| date)
}

/// Half the width that a column needs so that the words of a label are not broken.
pub(super) fn half_need(title: &str, when: &str) -> i32 {
    let word = super::wrap::widest_word(title, SIZE.0);
    let date = width(date(when), SIZE.1).min(70);
    word.max(date).clamp(40, 104) / 2 + AIR
}
