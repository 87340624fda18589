//! Tests of times of day that are typed along with a date.

use super::*;
use crate::{ClockTime, Hours};

const DAY: &str = "2018-09-20";
const DAYS: &str = "2018-09-20/2018-09-21";

/// The text, its language, the EDTF of the date, and both ends of the hours.
const TYPED: [(&str, Locale, &str, &str, &str); 35] = [
    ("20.9.2018 9 Uhr", De, DAY, "09:00", ""),
    ("20.9.2018, 9.00 Uhr", De, DAY, "09:00", ""),
    ("20. September 2018 um 9 Uhr", De, DAY, "09:00", ""),
    ("20.9.2018 um 9", De, DAY, "09:00", ""),
    ("20.9.2018 um 9.30", De, DAY, "09:30", ""),
    ("20 September 2018 at 9", En, DAY, "09:00", ""),
    ("20.9.2018 ab 9:00", De, DAY, "09:00", ""),
    ("20.9.18 9 Uhr", De, DAY, "09:00", ""),
    ("2018-09-20T09:00", De, DAY, "09:00", ""),
    ("2018-09-20 09:00:00", De, DAY, "09:00", ""),
    ("9 Uhr am 20.9.2018", De, DAY, "09:00", ""),
    ("9–16 Uhr, 20.9.2018", De, DAY, "09:00", "16:00"),
    ("20.9.2018 9–16 Uhr", De, DAY, "09:00", "16:00"),
    ("20.9.2018 9-16 Uhr", De, DAY, "09:00", "16:00"),
    ("20.9.2018 9:00–16:00", De, DAY, "09:00", "16:00"),
    ("20. September 2018, 9 bis 16 Uhr", De, DAY, "09:00", "16:00"),
    ("20.9.2018, 12:00–16:30 Uhr", De, DAY, "12:00", "16:30"),
    ("20.9.2018 von 12 bis 16.30 Uhr", De, DAY, "12:00", "16:30"),
    ("20.9.2018, 18 bis 24 Uhr", De, DAY, "18:00", "24:00"),
    ("20.9.2018 bis 16 Uhr", De, DAY, "", "16:00"),
    ("20.9.2018, bis 24 Uhr", De, DAY, "", "24:00"),
    ("20.–21. September 2018, 9 Uhr", De, DAYS, "09:00", ""),
    ("20./21. September 2018 ab 18 Uhr", De, DAYS, "18:00", ""),
    ("vom 20. bis 21. September 2018, 9 bis 16 Uhr", De, DAYS, "09:00", "16:00"),
    ("20 September 2018, 9 am", En, DAY, "09:00", ""),
    ("20 September 2018, 9 a.m. to 4 p.m.", En, DAY, "09:00", "16:00"),
    ("20 September 2018 9am–4pm", En, DAY, "09:00", "16:00"),
    ("20 September 2018 9am-4pm", En, DAY, "09:00", "16:00"),
    ("20 September 2018, 11–1 pm", En, DAY, "11:00", "13:00"),
    ("20 September 2018 9:00–16:00", En, DAY, "09:00", "16:00"),
    ("20 September 2018 until 4 pm", En, DAY, "", "16:00"),
    ("20 September 2018, 12 pm to 4:30 pm", En, DAY, "12:00", "16:30"),
    ("20 September 2018, 12 am", En, DAY, "00:00", ""),
    ("ab 20.9.2018, 9 Uhr", De, "2018-09-20/..", "09:00", ""),
    ("bis zum 20.9.2018, 24 Uhr", De, "../2018-09-20", "", "24:00"),
];

fn hours(starts: &str, ends: &str) -> Hours {
    let time = |text: &str| (!text.is_empty()).then(|| ClockTime::parse(text).unwrap());
    Hours { starts: time(starts), ends: time(ends), across_days: false }
}

fn reading(text: &str, locale: Locale) -> Reading {
    read(text, locale).unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

#[test]
fn time_of_day_stands_beside_a_day() {
    for (text, locale, edtf, starts, ends) in TYPED {
        let when = When::parse(edtf, Fixed).unwrap();
        assert_eq!(reading(text, locale), Reading { when, hours: Some(hours(starts, ends)) }, "{text}");
    }
}

#[test]
fn times_beside_different_days_are_those_of_the_first_and_the_last() {
    let across = Hours { across_days: true, ..hours("12:00", "16:30") };
    for text in ["20.9.2018, 12 Uhr – 21.9.2018, 16:30 Uhr", "vom 20.9.2018, 12 Uhr bis 21.9.2018, 16:30 Uhr"] {
        let read = reading(text, De);
        assert_eq!(
            (read.when.edtf().to_string().as_str(), read.hours),
            ("2018-09-20/2018-09-21", Some(across)),
            "{text}"
        );
    }
}

#[test]
fn understanding_is_told_with_the_hours_and_is_understood_again() {
    for (text, locale, words) in [
        ("12.3.2027 9-16 Uhr", De, "Freitag, 12. März 2027, 9 bis 16 Uhr"),
        ("12.3.2027 9.30 Uhr", De, "Freitag, 12. März 2027, 9:30 Uhr"),
        ("12.3.2027 bis 24 Uhr", De, "Freitag, 12. März 2027, bis 24 Uhr"),
        ("vielleicht 12.3.2027 9 Uhr", De, "möglicherweise am Freitag, 12. März 2027, 9 Uhr"),
        ("3./4. Dezember 2026 ab 18 Uhr", De, "Donnerstag, 3. – Freitag, 4. Dezember 2026, 18 Uhr"),
        ("12 March 2027 9am–4pm", En, "Friday 12 March 2027, 9:00 to 16:00"),
        ("12 March 2027 until 4 pm", En, "Friday 12 March 2027, until 16:00"),
        ("12 March 2027", En, "Friday 12 March 2027"),
    ] {
        let read = reading(text, locale);
        assert_eq!(read.in_words(locale), words, "{text}");
        assert_eq!(reading(words, locale), read, "{words}");
    }
    let across = reading("20.9.2018, 12 Uhr – 21.9.2018, 16:30 Uhr", De);
    assert_eq!(
        across.in_words(De),
        "Donnerstag, 20. – Freitag, 21. September 2018, 12 Uhr am ersten bis 16:30 Uhr am letzten Tag"
    );
}
