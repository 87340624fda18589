//! The vocabulary of typed dates, in German and English.

use jiff::civil::Weekday;

use crate::Certainty;
use crate::period::Part;
use crate::span::Season;

/// The function of a word in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    Month(i8),
    Season(Season),
    /// "Spätherbst", "midsummer".
    PartOfSeason(Part, Season),
    Weekday(Weekday),
    Certainty(Certainty),
    /// Expected if the date is in the future, uncertain if it is over.
    Likely,
    /// Approximate, `~`.
    About,
    /// Uncertain, `?`.
    Probably,
    /// Begins a range.
    From,
    /// Ends a range.
    To,
    Since,
    /// Begins a range with an open end.
    Starting,
    Between,
    And,
    Part(Part),
    /// "erstes", "first".
    Ordinal(i8),
    Quarter,
    Half,
    SchoolYear,
    Semester,
    /// A number of days from today.
    Day(i8),
    /// "dieses", "nächste", "letzten" before a week, a month or a year: so many from the present one.
    Turn(i8),
    Year,
    /// "Monat", "month".
    AnyMonth,
    Week,
    Advent,
    Oclock,
    /// A word without meaning for the date.
    Filler,
}

/// The function of a word in small letters, if it occurs in dates.
pub(super) fn meaning(word: &str) -> Option<Meaning> {
    calendar(word).or_else(|| manner(word)).or_else(|| stretch(word)).or_else(|| counted(word))
}

/// True for the name of a month in German or English, in full or abbreviated.
pub(super) fn is_month(word: &str) -> bool {
    matches!(calendar(&word.to_lowercase()), Some(Meaning::Month(_)))
}

/// Months, seasons and days of the week.
fn calendar(word: &str) -> Option<Meaning> {
    let month = match word {
        "januar" | "jänner" | "january" | "jan" => 1,
        "februar" | "february" | "feb" => 2,
        "märz" | "maerz" | "mär" | "mrz" | "march" | "mar" => 3,
        "april" | "apr" => 4,
        "mai" | "may" => 5,
        "juni" | "june" | "jun" => 6,
        "juli" | "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "oktober" | "october" | "okt" | "oct" => 10,
        "november" | "nov" => 11,
        "dezember" | "december" | "dez" | "dec" => 12,
        "advent" => return Some(Meaning::Advent),
        _ => {
            let season = season(word).map(Meaning::Season).or_else(|| part_of_season(word));
            return season.or_else(|| weekday(word).map(Meaning::Weekday));
        }
    };
    Some(Meaning::Month(month))
}

/// "Spätherbst", "Hochsommer", "midwinter".
fn part_of_season(word: &str) -> Option<Meaning> {
    const BEGINNINGS: [(&str, Part); 6] = [
        ("früh", Part::Early),
        ("frueh", Part::Early),
        ("hoch", Part::Mid),
        ("mid", Part::Mid),
        ("spät", Part::Late),
        ("spaet", Part::Late),
    ];
    BEGINNINGS.into_iter().find_map(|(beginning, part)| {
        let season = season(word.strip_prefix(beginning)?)?;
        Some(Meaning::PartOfSeason(part, season))
    })
}

fn season(word: &str) -> Option<Season> {
    Some(match word {
        "frühjahr" | "frühling" | "fruehjahr" | "fruehling" | "spring" => Season::Spring,
        "sommer" | "summer" => Season::Summer,
        "herbst" | "autumn" | "fall" => Season::Autumn,
        "winter" => Season::Winter,
        _ => return None,
    })
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "montag" | "mo" | "monday" | "mon" => Weekday::Monday,
        "dienstag" | "di" | "tuesday" | "tue" => Weekday::Tuesday,
        "mittwoch" | "mi" | "wednesday" | "wed" => Weekday::Wednesday,
        "donnerstag" | "do" | "thursday" | "thu" => Weekday::Thursday,
        "freitag" | "fr" | "friday" | "fri" => Weekday::Friday,
        "samstag" | "sonnabend" | "sa" | "saturday" | "sat" => Weekday::Saturday,
        "sonntag" | "so" | "sunday" | "sun" => Weekday::Sunday,
        _ => return None,
    })
}

/// Words of certainty and doubt.
fn manner(word: &str) -> Option<Meaning> {
    Some(match word {
        "voraussichtlich" | "vorauss" | "geplant" | "erwartet" | "expected" | "planned" => {
            Meaning::Certainty(Certainty::Expected)
        }
        "möglicherweise" | "vielleicht" | "eventuell" | "evtl" | "vorläufig" | "possibly" | "perhaps" | "maybe"
        | "tentatively" => Meaning::Certainty(Certainty::Tentative),
        "wahrscheinlich" | "likely" => Meaning::Likely,
        "vermutlich" | "mutmaßlich" | "wohl" | "probably" | "presumably" => Meaning::Probably,
        "um" | "ca" | "circa" | "zirka" | "etwa" | "ungefähr" | "rund" | "gegen" | "around" | "about" | "approx"
        | "approximately" | "roughly" => Meaning::About,
        _ => return None,
    })
}

/// Words that join dates or divide time.
fn stretch(word: &str) -> Option<Meaning> {
    Some(match word {
        "von" | "vom" | "from" => Meaning::From,
        "bis" | "to" | "until" | "till" => Meaning::To,
        "seit" | "since" => Meaning::Since,
        "ab" | "starting" => Meaning::Starting,
        "zwischen" | "between" => Meaning::Between,
        "und" | "and" => Meaning::And,
        "anfang" | "beginn" | "early" | "beginning" => Meaning::Part(Part::Early),
        "mitte" | "mid" | "middle" => Meaning::Part(Part::Mid),
        "ende" | "late" | "end" => Meaning::Part(Part::Late),
        "erstes" | "erste" | "first" => Meaning::Ordinal(1),
        "zweites" | "zweite" | "second" => Meaning::Ordinal(2),
        "drittes" | "dritte" | "third" => Meaning::Ordinal(3),
        "viertes" | "vierte" | "fourth" => Meaning::Ordinal(4),
        "quartal" | "quarter" | "q" => Meaning::Quarter,
        "halbjahr" | "hälfte" | "jahreshälfte" | "half" => Meaning::Half,
        "schuljahr" | "school" => Meaning::SchoolYear,
        "semester" | "sommersemester" | "wintersemester" | "sose" | "wise" | "ss" | "ws" | "term" => Meaning::Semester,
        "uhr" | "h" => Meaning::Oclock,
        "im" | "am" | "in" | "den" | "dem" | "der" | "des" | "die" | "das" | "zum" | "für" | "the" | "on" | "of"
        | "for" | "at" | "calendar" => Meaning::Filler,
        _ => return None,
    })
}

/// Words that count from the present day, and the units in which they do.
fn counted(word: &str) -> Option<Meaning> {
    Some(match word {
        "vorgestern" => Meaning::Day(-2),
        "gestern" | "yesterday" => Meaning::Day(-1),
        "heute" | "today" => Meaning::Day(0),
        "morgen" | "tomorrow" => Meaning::Day(1),
        "übermorgen" => Meaning::Day(2),
        "letztes" | "letzte" | "letzten" | "letzter" | "vergangene" | "vergangenen" | "vergangenes" | "vorige"
        | "vorigen" | "voriges" | "last" => Meaning::Turn(-1),
        "dieses" | "diese" | "diesen" | "dieser" | "diesem" | "this" => Meaning::Turn(0),
        "nächstes" | "nächste" | "nächsten" | "nächster" | "kommende" | "kommenden" | "kommendes" | "next" => {
            Meaning::Turn(1)
        }
        "jahr" | "jahres" | "jahre" | "jahren" | "year" => Meaning::Year,
        "monat" | "monats" | "month" => Meaning::AnyMonth,
        "woche" | "kw" | "kalenderwoche" | "week" => Meaning::Week,
        _ => return None,
    })
}
