//! Numbers, dates and sorting as people of a language write them.
//!
//! These are rules of the language, not texts of a page, so they are tables here and not in a text
//! file.

use jiff::civil::{Date, Weekday};

use crate::fold;
use crate::locale::Locale;

/// A whole number with its thousands set apart: `40.000`, in English `40,000`.
pub fn number(value: i64, locale: Locale) -> String {
    let mark = match locale.interface() {
        Locale::En => ',',
        _ => '.',
    };
    let digits = value.unsigned_abs().to_string();
    let mut words = String::with_capacity(digits.len() * 4 / 3 + 3);
    if value < 0 {
        words.push('−');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            words.push(mark);
        }
        words.push(digit);
    }
    words
}

/// A day: `23. November 2026`, in English `23 November 2026`.
pub fn date(date: Date, locale: Locale) -> String {
    format!("{} {}", day_and_month(date, locale), date.year())
}

/// A day with its weekday: `Freitag, 17. Januar 2020`, in English `Friday 17 January 2020`.
pub fn weekday_date(date: Date, locale: Locale) -> String {
    with_weekday(date, &self::date(date, locale), locale)
}

/// A day without its year: `23. November`, in English `23 November`.
pub fn day_and_month(date: Date, locale: Locale) -> String {
    format!("{} {}", day(date, locale), month(date.month(), locale))
}

/// A day of the month: `23.`, in English `23`.
pub fn day(date: Date, locale: Locale) -> String {
    match locale.interface() {
        Locale::En => date.day().to_string(),
        _ => format!("{}.", date.day()),
    }
}

/// Puts the weekday of a date in front of its words.
pub fn with_weekday(date: Date, words: &str, locale: Locale) -> String {
    let weekday = weekday(date.weekday(), locale);
    match locale.interface() {
        Locale::En => format!("{weekday} {words}"),
        _ => format!("{weekday}, {words}"),
    }
}

/// The name of a month, counted from 1; December for greater numbers.
pub fn month(month: i8, locale: Locale) -> &'static str {
    let names = match locale.interface() {
        Locale::En => &MONTHS_EN,
        _ => &MONTHS_DE,
    };
    names[usize::try_from(month).unwrap_or(12).clamp(1, 12) - 1]
}

/// The name of a weekday in the interface language of this locale.
pub fn weekday(weekday: Weekday, locale: Locale) -> &'static str {
    let index = usize::from(weekday.to_monday_zero_offset().unsigned_abs());
    match locale.interface() {
        Locale::En => WEEKDAYS_EN[index],
        _ => WEEKDAYS_DE[index],
    }
}

/// A collation key for German words (DIN 5007-1): `ä` sorts as `a`, `ß` as `ss`, case and marks are
/// ignored.
///
/// Blanks and hyphens come before letters, so `Bad Berka` stands before `Badenweiler`.
pub fn sort_key_de(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.chars() {
        if let Some(letters) = fold::plain(c) {
            key.push_str(letters);
        } else if c.is_alphanumeric() {
            key.extend(c.to_lowercase());
        } else if (c.is_whitespace() || matches!(c, '-' | '–' | '—' | '/')) && !key.is_empty() && !key.ends_with(' ')
        {
            key.push(' ');
        }
    }
    key.truncate(key.trim_end().len());
    key
}

const MONTHS_DE: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS_DE: [&str; 7] = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];
const WEEKDAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart_as_the_language_does() {
        let cases = [(0, "0", "0"), (999, "999", "999"), (1000, "1.000", "1,000"), (40_000, "40.000", "40,000")];
        for (value, german, english) in cases {
            assert_eq!(number(value, Locale::De), german);
            assert_eq!(number(value, Locale::Easy), german);
            assert_eq!(number(value, Locale::En), english);
        }
        assert_eq!(number(-1_234_567, Locale::De), "−1.234.567");
        assert_eq!(number(i64::MIN, Locale::En), "−9,223,372,036,854,775,808");
    }

    #[test]
    fn dates_are_written_out() {
        let day = Date::constant(2026, 11, 23);
        assert_eq!(date(day, Locale::De), "23. November 2026");
        assert_eq!(date(day, Locale::En), "23 November 2026");
        assert_eq!(weekday_date(Date::constant(2020, 1, 17), Locale::De), "Freitag, 17. Januar 2020");
        assert_eq!(weekday_date(Date::constant(2020, 1, 17), Locale::En), "Friday 17 January 2020");
    }

    #[test]
    fn every_month_and_weekday_has_its_name() {
        assert_eq!(month(1, Locale::De), "Januar");
        assert_eq!(month(3, Locale::En), "March");
        assert_eq!(month(12, Locale::Easy), "Dezember");
        assert_eq!(weekday(Weekday::Monday, Locale::De), "Montag");
        assert_eq!(weekday(Weekday::Sunday, Locale::En), "Sunday");
    }

    #[test]
    fn german_sorting_ignores_marks_and_case() {
        let mut places =
            ["Zeche", "Übach", "Essen", "Ückendorf", "Uelzen", "Straße", "Strasse am Tor", "Öde", "Oer-Erkenschwick"];
        places.sort_by_key(|place| sort_key_de(place));
        let sorted =
            ["Essen", "Öde", "Oer-Erkenschwick", "Straße", "Strasse am Tor", "Übach", "Ückendorf", "Uelzen", "Zeche"];
        assert_eq!(places, sorted);
    }

    #[test]
    fn sort_key_drops_quotation_marks_and_puts_short_words_first() {
        assert_eq!(sort_key_de("»Schöne neue Arbeitswelt!?«"), "schone neue arbeitswelt");
        assert_eq!(sort_key_de("Wetter (Ruhr)"), "wetter ruhr");
        assert!(sort_key_de("Bad Berka") < sort_key_de("Badenweiler"));
        assert_eq!(sort_key_de("  "), "");
    }
}
