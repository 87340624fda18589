//! The words of a range with two known ends: "20.–21. September 2018", "vom 20. bis 21. September
//! 2018".

use super::lexicon::{self, Case};
use super::phrase::Voice;
use super::span::{Doubt, Point, Season, Span};
use base::Locale;
use base::words;

/// The two ends of a range; the first omits what the second repeats.
struct Ends {
    start: String,
    end: String,
    /// True if the dash has no blanks around it.
    tight: bool,
}

impl Voice {
    pub(super) fn range_label(&self, start: Point, end: Point) -> String {
        let beyond = goes_beyond(start, end);
        if beyond && self.locale == Locale::Easy {
            // Leichte Sprache has words in place of the plus sign.
            return self.range_sentence(start, end);
        }
        if !beyond && is_doubted(start, end) {
            return format!("{}{}{}", self.point(start, Case::Bare), self.lexicon.loose, self.point(end, Case::Bare));
        }
        let ends = self.ends(start.span, end.span);
        let dash = if ends.tight { self.lexicon.tight } else { self.lexicon.loose };
        let plus = if beyond { "+" } else { "" };
        format!("{}{dash}{}{plus}", ends.start, ends.end)
    }

    pub(super) fn range_sentence(&self, start: Point, end: Point) -> String {
        let beyond = goes_beyond(start, end);
        if !beyond && is_doubted(start, end) {
            return format!("{} {}", self.point(start, Case::From), self.point(end, Case::To));
        }
        let beyond = if beyond { self.lexicon.and_beyond } else { "" };
        self.sure_range_sentence(start.span, end.span) + beyond
    }

    /// The words of a range in a sentence, without doubt.
    pub(super) fn sure_range_sentence(&self, start: Span, end: Span) -> String {
        let ends = self.ends(start, end);
        let from = lexicon::preposition(Case::From, start, self.weekday, self.locale);
        let to = lexicon::preposition(Case::To, end, self.weekday, self.locale);
        // The date behind a German weekday is set off by commas on both sides.
        let named = self.weekday && matches!(start, Span::Day(_));
        let comma = if named && self.locale != Locale::En { "," } else { "" };
        format!("{from}{}{comma} {to}{}", ends.start, ends.end)
    }

    /// Shortens the start of a range by the parts that its end repeats.
    fn ends(&self, start: Span, end: Span) -> Ends {
        let full = Ends { start: self.span(start, Case::Bare), end: self.span(end, Case::Bare), tight: false };
        match (start, end) {
            (Span::Year(_), Span::Year(_)) => Ends { tight: true, ..full },
            (Span::Day(a), Span::Day(b)) if a.first_of_month() == b.first_of_month() => {
                Ends { start: self.named(a, words::day(a, self.locale)), tight: !self.weekday, ..full }
            }
            (Span::Day(a), Span::Day(b)) if a.year() == b.year() => {
                Ends { start: self.named(a, words::day_and_month(a, self.locale)), ..full }
            }
            (Span::Month(year, month), Span::Month(same, _)) if year == same => {
                Ends { start: words::month(month, self.locale).to_owned(), tight: true, ..full }
            }
            // A winter names two years, so it shares none.
            (Span::Season(year, season), Span::Season(same, other)) if year == same && other != Season::Winter => {
                Ends { start: self.lexicon.season(season).to_owned(), tight: true, ..full }
            }
            _ => full,
        }
    }
}

/// True for `2018/2019~`: the years are known, it went on somewhat longer.
fn goes_beyond(start: Point, end: Point) -> bool {
    let years = matches!((start.span, end.span), (Span::Year(_), Span::Year(_)));
    years && start.is_sure() && end.doubt == Doubt::Approximate
}

fn is_doubted(start: Point, end: Point) -> bool {
    !(start.is_sure() && end.is_sure())
}
