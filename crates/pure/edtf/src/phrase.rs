//! Formats a date in words, as a label or for use in a sentence.

use jiff::civil::Date;

use super::edtf::{End, Form};
use super::lexicon::{self, Case, Lexicon};
use super::span::{Point, Season, Span};
use super::{Certainty, When};
use base::Locale;
use base::words;

/// The words as a label.
pub(super) fn label(when: When, locale: Locale, weekday: bool) -> String {
    let voice = Voice::new(when.certainty, locale, weekday);
    let form = when.edtf.0;
    match when.certainty {
        Certainty::Fixed => voice.label(form),
        Certainty::Reported => format!("{}{}", voice.label(form), voice.lexicon.reported),
        Certainty::Expected => format!("{}{}", voice.lexicon.expected, voice.sentence(form)),
        Certainty::Tentative => format!("{}{}", voice.lexicon.tentative, voice.sentence(form)),
    }
}

/// The words with the preposition that a sentence needs.
pub(super) fn in_sentence(when: When, locale: Locale) -> String {
    let voice = Voice::new(when.certainty, locale, false);
    match when.certainty {
        Certainty::Fixed => voice.sentence(when.edtf.0),
        Certainty::Reported => format!("{}{}", voice.sentence(when.edtf.0), voice.lexicon.reported),
        Certainty::Expected | Certainty::Tentative => label(when, locale, false),
    }
}

/// The settings of a phrase: language, with or without weekdays, in the past or planned.
#[derive(Clone, Copy)]
pub(super) struct Voice {
    pub(super) locale: Locale,
    pub(super) lexicon: &'static Lexicon,
    pub(super) weekday: bool,
    /// Planned dates are "still open" instead of "not on record", and do not say "vermutlich", which
    /// "voraussichtlich" already implies.
    pub(super) planned: bool,
}

impl Voice {
    fn new(certainty: Certainty, locale: Locale, weekday: bool) -> Self {
        let planned = matches!(certainty, Certainty::Expected | Certainty::Tentative);
        Self { locale, lexicon: lexicon::of(locale), weekday, planned }
    }

    fn label(&self, form: Form) -> String {
        match form {
            Form::One(point) => self.point(point, Case::Bare),
            Form::Between(End::At(start), End::At(end)) if start == end => self.point(start, Case::Bare),
            Form::Between(End::At(start), End::At(end)) => {
                self.named_period(start, end, Case::Bare).unwrap_or_else(|| self.range_label(start, end))
            }
            Form::Between(start, end) => self.half_open(start, end),
        }
    }

    fn sentence(&self, form: Form) -> String {
        match form {
            Form::One(point) => self.point(point, Case::At),
            Form::Between(End::At(start), End::At(end)) if start == end => self.point(start, Case::At),
            Form::Between(End::At(start), End::At(end)) => {
                self.named_period(start, end, Case::At).unwrap_or_else(|| self.range_sentence(start, end))
            }
            Form::Between(start, end) => self.half_open(start, end),
        }
    }

    /// The words of an interval with one known end.
    fn half_open(&self, start: End, end: End) -> String {
        let words = self.lexicon;
        let since = if self.planned { Case::Starting } else { Case::Since };
        match (start, end) {
            (End::At(start), End::Open) => self.point(start, since),
            (End::At(start), _) => self.point(start, Case::Starting) + self.gap(words.no_end, words.no_end_yet),
            (End::Unknown, End::At(end)) => self.point(end, Case::Until) + self.gap(words.no_start, words.no_start_yet),
            (_, End::At(end)) => self.point(end, Case::Until),
            // The parser refuses an interval without a known end.
            _ => String::new(),
        }
    }

    /// The words of one date with its doubt and preposition.
    pub(super) fn point(&self, point: Point, case: Case) -> String {
        let probably = if point.doubt.is_uncertain() && !self.planned { self.lexicon.probably } else { "" };
        let preposition = lexicon::preposition(case, point.span, self.weekday, self.locale);
        let words = self.span(point.span, case);
        match case {
            // Inside a range each end has its own doubt: "von vermutlich 2018 bis etwa 2019".
            Case::From | Case::To if !point.is_sure() => {
                let about = if point.doubt.is_approximate() { self.lexicon.about } else { "" };
                format!("{}{probably}{about}{words}", lexicon::without_article(preposition))
            }
            _ if point.doubt.is_approximate() => {
                probably.to_owned() + &self.about(point.span, case, preposition, &words)
            }
            _ => format!("{probably}{preposition}{words}"),
        }
    }

    fn about(&self, span: Span, case: Case, preposition: &str, words: &str) -> String {
        let about = self.lexicon.about;
        match (self.locale, case, span) {
            (Locale::De, Case::Bare | Case::At, Span::Year(_)) => format!("um {words}"),
            (Locale::De, Case::Bare | Case::At, Span::Day(_)) if !self.weekday => format!("um den {words}"),
            (Locale::En, _, Span::Century(_)) => format!("roughly {words}"),
            (Locale::En, Case::At, Span::Decade(_)) => format!("{about}the {words}"),
            (Locale::En, Case::At, _) => format!("{about}{words}"),
            (Locale::En, ..) => format!("{preposition}{about}{words}"),
            (Locale::De | Locale::Easy, ..) => format!("{about}{preposition}{words}"),
        }
    }

    /// The words of a stretch of days, without preposition or doubt.
    pub(super) fn span(&self, span: Span, case: Case) -> String {
        let words = self.lexicon;
        match span {
            Span::Century(century) => self.century(century),
            Span::Decade(decade) => self.decade(decade, case),
            Span::Year(year) => year.to_string(),
            Span::SomeMonth(year) => format!("{year}{}", self.gap(words.no_month, words.no_month_yet)),
            Span::SomeDay(year) => format!("{year}{}", self.gap(words.no_day, words.no_day_yet)),
            Span::Season(year, Season::Winter) => format!("{} {}", words.season(Season::Winter), winter(year)),
            Span::Season(year, season) => format!("{} {year}", words.season(season)),
            Span::Month(year, month) => self.month(year, month),
            Span::SomeDayOf(year, month) => self.month(year, month) + self.gap(words.no_day, words.no_day_yet),
            Span::Day(date) => self.named(date, words::date(date, self.locale)),
        }
    }

    fn century(&self, century: i16) -> String {
        match self.locale {
            Locale::En => format!("between {century}00 and {century}99"),
            Locale::De | Locale::Easy => format!("zwischen {century}00 und {century}99"),
        }
    }

    fn decade(&self, decade: i16, case: Case) -> String {
        match (self.locale, case) {
            (Locale::En, _) => format!("{decade}0s"),
            (_, Case::At) => format!("{decade}0er-Jahren"),
            _ => format!("{decade}0er-Jahre"),
        }
    }

    fn month(&self, year: i16, month: i8) -> String {
        format!("{} {year}", words::month(month, self.locale))
    }

    /// The words for an unknown part: "not on record" in the past, "still open" in a plan.
    fn gap(&self, past: &'static str, planned: &'static str) -> &'static str {
        if self.planned { planned } else { past }
    }

    /// Adds the weekday if this voice has weekdays.
    pub(super) fn named(&self, date: Date, words: String) -> String {
        if self.weekday { words::with_weekday(date, &words, self.locale) } else { words }
    }
}

/// The two years of a winter: `2018/19`, `1999/2000`.
fn winter(year: i16) -> String {
    let next = year + 1;
    if next % 100 == 0 { format!("{year}/{next}") } else { format!("{year}/{:02}", next % 100) }
}
