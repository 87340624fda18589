//! Tests of dates that stay vague and keep their name: thirds of a month, weeks, Advent, parts of a season.

use super::*;

/// The text, its EDTF, and the words in which it is shown.
const GERMAN: [(&str, &str, &str); 33] = [
    ("Anfang Dezember 2026", "2026-12-01/2026-12-10~", "Anfang Dezember 2026"),
    ("Anfang Dezember (2026)", "2026-12-01/2026-12-10~", "Anfang Dezember 2026"),
    ("Anfang Dezember", "2026-12-01/2026-12-10~", "Anfang Dezember 2026"),
    ("Mitte März 2027", "2027-03-11~/2027-03-20~", "Mitte März 2027"),
    ("Ende Juni", "2027-06-21~/2027-06-30", "Ende Juni 2027"),
    ("Ende November", "2026-11-21~/2026-11-30", "Ende November 2026"),
    ("Ende nächsten Monats", "2026-12-21~/2026-12-31", "Ende Dezember 2026"),
    ("vermutlich Mitte März 2027", "2027-03-11%/2027-03-20%", "vermutlich Mitte März 2027"),
    ("etwa Mitte März 2027", "2027-03-11~/2027-03-20~", "Mitte März 2027"),
    ("ab Anfang März 2027", "2027-03/..", "seit März 2027"),
    ("Anfang März bis Ende Juni 2027", "2027-03/2027-06", "März–Juni 2027"),
    ("Anfang 2019", "2019-01/2019-04~", "Anfang 2019"),
    ("Spätherbst 2026", "2026-11~", "etwa November 2026"),
    ("Spätherbst", "2026-11~", "etwa November 2026"),
    ("Frühsommer", "2027-06~", "etwa Juni 2027"),
    ("Hochsommer 2026", "2026-07~", "etwa Juli 2026"),
    ("Anfang Herbst 2026", "2026-09~", "etwa September 2026"),
    ("Frühwinter 2026", "2026-12~", "etwa Dezember 2026"),
    ("Spätwinter 2026/27", "2027-02~", "etwa Februar 2027"),
    ("Herbst", "2026-23", "Herbst 2026"),
    ("Winter", "2026-24", "Winter 2026/27"),
    ("Juni", "2027-06", "Juni 2027"),
    ("seit Juni", "2026-06/..", "seit Juni 2026"),
    ("1. Quartal", "2027-01/2027-03", "Januar–März 2027"),
    ("Advent 2026", "2026-11-29~/2026-12-24~", "Advent 2026"),
    ("im Advent", "2026-11-29~/2026-12-24~", "Advent 2026"),
    ("KW 38", "2027-09-20~/2027-09-26~", "Woche vom 20. bis 26. September 2027"),
    ("KW 38/2026", "2026-09-14~/2026-09-20~", "Woche vom 14. bis 20. September 2026"),
    ("38. KW 2026", "2026-09-14~/2026-09-20~", "Woche vom 14. bis 20. September 2026"),
    ("KW 38–40 2026", "2026-09-14~/2026-10-04~", "um den 14. September 2026 – um den 4. Oktober 2026"),
    ("Woche vom 30. September 2026", "2026-09-28~/2026-10-04~", "Woche vom 28. September bis 4. Oktober 2026"),
    ("letzte Woche", "2026-11-16~/2026-11-22~", "Woche vom 16. bis 22. November 2026"),
    ("in der nächsten Woche", "2026-11-30~/2026-12-06~", "Woche vom 30. November bis 6. Dezember 2026"),
];

const ENGLISH: [(&str, &str, &str); 13] = [
    ("early December 2026", "2026-12-01/2026-12-10~", "early December 2026"),
    ("early December", "2026-12-01/2026-12-10~", "early December 2026"),
    ("mid-March 2027", "2027-03-11~/2027-03-20~", "mid-March 2027"),
    ("end of June", "2027-06-21~/2027-06-30", "late June 2027"),
    ("mid-2019", "2019-05~/2019-08~", "mid-2019"),
    ("late autumn 2026", "2026-11~", "around November 2026"),
    ("midsummer 2026", "2026-07~", "around July 2026"),
    ("Advent 2026", "2026-11-29~/2026-12-24~", "Advent 2026"),
    ("week 38", "2027-09-20~/2027-09-26~", "week from 20 to 26 September 2027"),
    ("calendar week 38 of 2026", "2026-09-14~/2026-09-20~", "week from 14 to 20 September 2026"),
    ("week of 14 September 2026", "2026-09-14~/2026-09-20~", "week from 14 to 20 September 2026"),
    ("last week", "2026-11-16~/2026-11-22~", "week from 16 to 22 November 2026"),
    ("next month", "2026-12", "December 2026"),
];

#[test]
fn vague_dates_stay_vague_and_are_shown_by_their_name() {
    for (texts, locale) in [(&GERMAN[..], De), (&ENGLISH[..], En)] {
        for (text, edtf, words) in texts {
            assert_eq!(date_of(text, locale), ((*edtf).to_owned(), Fixed), "{text}");
            let when = When::parse(edtf, Fixed).unwrap();
            assert_eq!(when.in_words(locale), *words, "{text}");
            assert_eq!(date_of(words, locale).0, *edtf, "{words}");
            assert!(when.is_vague(), "{text}");
        }
    }
}

#[test]
fn name_stands_in_a_sentence() {
    for (edtf, german, english) in [
        ("2026-12-01/2026-12-10~", "voraussichtlich Anfang Dezember 2026", "expected in early December 2026"),
        ("2019-05~/2019-08~", "voraussichtlich Mitte 2019", "expected in mid-2019"),
        (
            "2026-09-14~/2026-09-20~",
            "voraussichtlich in der Woche vom 14. bis 20. September 2026",
            "expected in the week from 14 to 20 September 2026",
        ),
        ("2026-11-29~/2026-12-24~", "voraussichtlich im Advent 2026", "expected in Advent 2026"),
    ] {
        let when = When::parse(edtf, Expected).unwrap();
        for (locale, words) in [(De, german), (En, english)] {
            assert_eq!(when.in_words_with_weekday(locale), words);
            assert_eq!(date_of(words, locale), (edtf.to_owned(), Expected), "{words}");
        }
    }
}
