//! The words of periods that have a name: "Anfang Dezember 2026", "in der Woche vom 14. bis 20. September 2026".

use super::lexicon::Case;
use super::period::Period;
use super::phrase::Voice;
use super::span::{Point, Span};

impl Voice {
    /// The words of an interval that stands for a named period; `None` for any other. Its two ends are uncertain together
    /// or not at all.
    pub(super) fn named_period(&self, start: Point, end: Point, case: Case) -> Option<String> {
        let is_uncertain = start.doubt.is_uncertain();
        if is_uncertain != end.doubt.is_uncertain() {
            return None;
        }
        let words = self.period(Period::between(start, end)?, case)?;
        let probably = if is_uncertain && !self.planned { self.lexicon.probably } else { "" };
        Some(format!("{probably}{words}"))
    }

    fn period(&self, period: Period, case: Case) -> Option<String> {
        let words = self.lexicon;
        let chosen = |at, bare| if case == Case::At { at } else { bare };
        Some(match period {
            Period::PartOfYear { part, year } => format!("{}{}{year}", chosen(words.in_part, ""), words.part(part)),
            Period::PartOfMonth { part, year, month } => {
                let month = self.span(Span::Month(year, month), Case::Bare);
                format!("{}{}{month}", chosen(words.in_part, ""), words.part(part))
            }
            Period::Week(_) => {
                let (first, last) = period.ends()?;
                let days = Self { weekday: false, ..*self }.sure_range_sentence(first.span, last.span);
                format!("{}{days}", chosen(words.in_week, words.week))
            }
            Period::Advent(year) => format!("{}{year}", chosen(words.in_advent, words.advent)),
        })
    }
}
