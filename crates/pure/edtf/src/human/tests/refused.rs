//! Tests of texts that are no dates or ambiguous ones.

use super::*;

/// The text, the code of its refusal, and the part that is refused.
const REFUSED: [(&str, &str, &str); 59] = [
    ("", "empty", ""),
    (" \t", "empty", ""),
    ("September 18", "short-year", "18"),
    ("Sommer ’2018", "short-year", "’2018"),
    ("2018–19", "short-year", "19"),
    ("2018-19", "short-year", "19"),
    ("20188", "short-year", "20188"),
    ("2018/20", "short-year", "20"),
    ("20. September", "no-year", ""),
    ("20.9.", "no-year", ""),
    ("20.9. 18 Uhr", "no-year", ""),
    ("20. September 9:30", "no-year", ""),
    ("20. September bis Oktober", "no-year", ""),
    ("März 2025 bis Mai", "no-year", ""),
    ("Ende", "no-year", ""),
    ("KW 54/2026", "no-such-day", "KW 54/2026"),
    ("Woche vom 15. bis 21. September 2026", "no-week", ""),
    ("Ende nächster Woche", "unclear", "nächster"),
    ("nächsten Freitag", "unclear", "nächsten"),
    ("31.2.2020", "no-such-day", "31.2.2020"),
    ("29. Februar 2019", "no-such-day", "29.2.2019"),
    ("20.13.2018", "no-such-day", "20.13.2018"),
    ("13/2018", "no-such-day", "13.2018"),
    ("5. Quartal 2020", "no-such-day", "5."),
    ("9/10/2018", "day-or-month", "9/10/2018"),
    ("20-09-2018", "day-or-month", "20-09-2018"),
    ("Winter 2018", "winter", "2018"),
    ("Sommersemester 2019", "semester", ""),
    ("WS 2018/19", "semester", ""),
    ("winter term 2018/19", "semester", ""),
    ("Ende der 2010er", "decade", ""),
    ("Mitte der 2010er-Jahre", "decade", ""),
    ("2018 und 2020", "two-dates", ""),
    ("20. und 27. September 2018", "two-dates", ""),
    ("2019 bis 2018", "backwards", ""),
    ("21.–20. September 2018", "backwards", ""),
    ("Freitag, 20. September 2018", "weekday", "Donnerstag"),
    ("20.9.2018 25 Uhr", "no-such-time", "25:00"),
    ("20.9.2018 9:60", "no-such-time", "9:60"),
    ("Herbst 2020, 9 Uhr", "time-without-day", ""),
    ("Anfang Dezember 2026, 9 Uhr", "time-without-day", ""),
    ("9 Uhr", "time-without-day", ""),
    ("20.9.2018 gegen 9 Uhr", "about-time", "gegen"),
    ("20.9.2018, 24 Uhr", "starts-late", ""),
    ("20.9.2018 16–9 Uhr", "backwards", ""),
    ("20.9.2018, 9–12 Uhr – 21.9.2018, 10–16 Uhr", "several-times", ""),
    ("2018 bis", "unfinished", ""),
    ("vom 20. September 2018", "unfinished", ""),
    ("2018 oder 2019", "unclear", "oder"),
    ("demnächst", "unclear", "demnächst"),
    ("20.9.2018 ☺", "unclear", "☺"),
    ("Ostern 2018", "unclear", "Ostern"),
    ("1. Halbjahr 2018/19", "unclear", "/"),
    ("laut Bericht", "unclear", "laut"),
    ("12.3.2027 abends", "unclear", "abends"),
    ("12.3.2027 9-16 Uhr und nach Vereinbarung", "unclear", "nach"),
    ("12.3.2027 9 Uhr c. t.", "unclear", "c"),
    ("12.3.2027 9 Uhr 10 Uhr", "unclear", "10"),
    ("Ende Juni 2027 im Rathaus", "unclear", "Rathaus"),
];

#[test]
fn what_could_mean_two_things_is_refused_with_the_reason() {
    for (text, code, about) in REFUSED {
        let error = read(text, De).expect_err(text);
        assert_eq!((error.code(), error.about(De).as_str()), (code, about), "{text}: {error}");
    }
    assert_eq!(read(&"2018 ".repeat(41), De), Err(ReadError::TooLong));
}

#[test]
fn refusals_speak_the_language_of_the_reader() {
    let error = read("Freitag, 20. September 2018", De).unwrap_err();
    assert_eq!((error.about(En).as_str(), error.to_string().as_str()), ("Thursday", "it is a Thursday"));
    assert_eq!(read("31.2.2020", De).unwrap_err().to_string(), "\"31.2.2020\" does not exist");
}
