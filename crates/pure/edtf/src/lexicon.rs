//! The words for vague dates in each language. They belong to the value, as units belong to numbers, so
//! they are a table here and not in a text file.

use super::period::Part;
use super::span::{Season, Span};
use base::Locale;

/// The fixed words of one language.
pub(super) struct Lexicon {
    pub(super) expected: &'static str,
    pub(super) tentative: &'static str,
    pub(super) reported: &'static str,
    pub(super) probably: &'static str,
    /// For `~`; German years and days have their own forms.
    pub(super) about: &'static str,
    /// Between the ends of a range that belong together closely: `20.–21. September`.
    pub(super) tight: &'static str,
    /// Between ends that contain blanks.
    pub(super) loose: &'static str,
    pub(super) and_beyond: &'static str,
    pub(super) no_start: &'static str,
    pub(super) no_end: &'static str,
    pub(super) no_month: &'static str,
    pub(super) no_day: &'static str,
    pub(super) no_month_yet: &'static str,
    pub(super) no_day_yet: &'static str,
    pub(super) no_start_yet: &'static str,
    pub(super) no_end_yet: &'static str,
    seasons: [&'static str; 4],
    /// In front of a year or month, as long as no hyphen belongs between them.
    parts: [&'static str; 3],
    pub(super) week: &'static str,
    /// For the time of something: "in der Woche".
    pub(super) in_week: &'static str,
    pub(super) advent: &'static str,
    pub(super) in_advent: &'static str,
    /// For the time of something that falls into a third: "in early 2019".
    pub(super) in_part: &'static str,
}

/// The grammatical use of a date, which decides about its preposition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// As a label, without a preposition.
    Bare,
    /// The time of something: "im Herbst 2020".
    At,
    /// The start of a range: "vom 20. September".
    From,
    /// The end of a range: "bis 21. September".
    To,
    /// A start in the past without an end: "seit 2018".
    Since,
    /// A start in the future without an end: "ab 2027".
    Starting,
    /// An end without a start: "bis August 2018".
    Until,
}

pub(super) const fn of(locale: Locale) -> &'static Lexicon {
    match locale {
        Locale::De => &DE,
        Locale::En => &EN,
        Locale::Easy => &EASY,
    }
}

impl Lexicon {
    pub(super) const fn season(&self, season: Season) -> &'static str {
        match season {
            Season::Spring => self.seasons[0],
            Season::Summer => self.seasons[1],
            Season::Autumn => self.seasons[2],
            Season::Winter => self.seasons[3],
        }
    }

    pub(super) const fn part(&self, part: Part) -> &'static str {
        match part {
            Part::Early => self.parts[0],
            Part::Mid => self.parts[1],
            Part::Late => self.parts[2],
        }
    }
}

/// The preposition, with its article where it has one, and a blank behind it.
pub(super) fn preposition(case: Case, span: Span, weekday: bool, locale: Locale) -> &'static str {
    match locale.interface() {
        Locale::En => english(case, span),
        _ => german(case, Grain::of(span, weekday)),
    }
}

/// The form before "etwa" and "vermutlich": "von etwa 4. April".
pub(super) fn without_article(preposition: &'static str) -> &'static str {
    if preposition == "vom " { "von " } else { preposition }
}

/// The kinds of dates that differ in preposition and article in German.
#[derive(Clone, Copy)]
enum Grain {
    /// "zwischen 2000 und 2099" takes no preposition.
    Century,
    Decade,
    Year,
    Season,
    Month,
    Day,
    /// "Freitag, 17. Januar" takes no article.
    NamedDay,
}

impl Grain {
    fn of(span: Span, weekday: bool) -> Self {
        match span {
            Span::Century(_) => Self::Century,
            Span::Decade(_) => Self::Decade,
            Span::Year(_) | Span::SomeMonth(_) | Span::SomeDay(_) => Self::Year,
            Span::Season(..) => Self::Season,
            Span::Month(..) | Span::SomeDayOf(..) => Self::Month,
            Span::Day(_) if weekday => Self::NamedDay,
            Span::Day(_) => Self::Day,
        }
    }
}

fn german(case: Case, grain: Grain) -> &'static str {
    match (case, grain) {
        (Case::Bare, _) | (_, Grain::Century) | (Case::At, Grain::Year) => "",
        (Case::At, Grain::Decade) => "in den ",
        (Case::At, Grain::Day | Grain::NamedDay) => "am ",
        (Case::At, Grain::Season | Grain::Month) => "im ",
        (Case::From, Grain::Day | Grain::Season) => "vom ",
        (Case::From, _) => "von ",
        (Case::Since, Grain::Day) => "seit dem ",
        (Case::Since, _) => "seit ",
        (Case::Starting, Grain::Day) => "ab dem ",
        (Case::Starting, _) => "ab ",
        (Case::Until, Grain::Day) => "bis zum ",
        (Case::To | Case::Until, _) => "bis ",
    }
}

fn english(case: Case, span: Span) -> &'static str {
    match (case, span) {
        (Case::Bare, _) | (_, Span::Century(_)) => "",
        (Case::At, Span::Decade(_)) => "in the ",
        (Case::At, Span::Day(_)) => "on ",
        (Case::At, _) => "in ",
        (Case::From | Case::Starting, _) => "from ",
        (Case::To, _) => "to ",
        (Case::Since, _) => "since ",
        (Case::Until, _) => "until ",
    }
}

const DE: Lexicon = Lexicon {
    expected: "voraussichtlich ",
    tentative: "möglicherweise ",
    reported: " (laut Bericht)",
    probably: "vermutlich ",
    about: "etwa ",
    tight: "–",
    loose: " – ",
    and_beyond: " und darüber hinaus",
    no_start: " (Beginn nicht überliefert)",
    no_end: " (Ende nicht überliefert)",
    no_month: " (Monat nicht überliefert)",
    no_day: " (Tag nicht überliefert)",
    no_month_yet: " (Monat noch offen)",
    no_day_yet: " (Tag noch offen)",
    no_start_yet: " (Beginn noch offen)",
    no_end_yet: " (Ende noch offen)",
    seasons: ["Frühjahr", "Sommer", "Herbst", "Winter"],
    parts: ["Anfang ", "Mitte ", "Ende "],
    week: "Woche ",
    in_week: "in der Woche ",
    advent: "Advent ",
    in_advent: "im Advent ",
    in_part: "",
};

const EASY: Lexicon = Lexicon {
    expected: "wahrscheinlich ",
    tentative: "vielleicht ",
    reported: " (So steht es in einem Bericht.)",
    probably: "wahrscheinlich ",
    about: "ungefähr ",
    tight: " bis ",
    loose: " bis ",
    and_beyond: " und danach",
    no_start: " (Wir kennen den Anfang nicht.)",
    no_end: " (Wir kennen das Ende nicht.)",
    no_month: " (Wir kennen den Monat nicht.)",
    no_day: " (Wir kennen den Tag nicht.)",
    no_month_yet: " (Der Monat steht noch nicht fest.)",
    no_day_yet: " (Der Tag steht noch nicht fest.)",
    no_start_yet: " (Der Anfang steht noch nicht fest.)",
    no_end_yet: " (Das Ende steht noch nicht fest.)",
    seasons: ["Frühling", "Sommer", "Herbst", "Winter"],
    parts: ["Anfang ", "Mitte ", "Ende "],
    week: "Woche ",
    in_week: "in der Woche ",
    advent: "Advent ",
    in_advent: "im Advent ",
    in_part: "",
};

const EN: Lexicon = Lexicon {
    expected: "expected ",
    tentative: "possibly ",
    reported: " (as reported)",
    probably: "probably ",
    about: "around ",
    tight: "–",
    loose: " – ",
    and_beyond: " and beyond",
    no_start: " (start not on record)",
    no_end: " (end not on record)",
    no_month: " (month not on record)",
    no_day: " (day not on record)",
    no_month_yet: " (month still open)",
    no_day_yet: " (day still open)",
    no_start_yet: " (start still open)",
    no_end_yet: " (end still open)",
    seasons: ["spring", "summer", "autumn", "winter"],
    parts: ["early ", "mid-", "late "],
    week: "week ",
    in_week: "in the week ",
    advent: "Advent ",
    in_advent: "in Advent ",
    in_part: "in ",
};
