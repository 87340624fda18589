//! Property tests: the words of `in_words` are read back, and no text makes the reader panic.

use proptest::prelude::*;

use super::*;
use crate::tests::any_edtf;

/// True for dates whose words lose information. All others are read back unchanged.
fn says_too_little(when: When) -> bool {
    let edtf = when.edtf().to_string();
    let years = edtf.split('/').filter(|end| !end.is_empty() && *end != "..");
    // A year before 1000 is printed with fewer digits; the winter of 9999 reaches into a year of five.
    let is_odd_year = years.clone().any(|end| end.starts_with('0') || end.starts_with("9999-24"));
    // A stretch of one day, month or year is printed as that day, month or year.
    let is_single = edtf.split_once('/').is_some_and(|(start, end)| start == end);
    // "voraussichtlich" already says what "vermutlich" would.
    let planned = matches!(when.certainty(), Expected | Tentative);
    let loses_doubt = planned && edtf.contains(['?', '%']);
    is_odd_year || is_single || loses_doubt
}

proptest! {
    #[test]
    fn every_date_is_read_back_from_its_words(text in any_edtf()) {
        for certainty in Certainty::ALL {
            let when = When::parse(&text, certainty).unwrap();
            if says_too_little(when) {
                continue;
            }
            for locale in [De, En] {
                for words in [when.in_words(locale), when.in_words_with_weekday(locale)] {
                    let back = When::read(&words, TODAY, locale);
                    prop_assert_eq!(back, Ok(Reading { when, hours: None }), "{} as {:?}", text, words);
                }
            }
        }
    }

    #[test]
    fn any_text_is_a_date_that_can_be_written_or_a_refusal(text in "\\PC{0,30}") {
        if let Ok(reading) = When::read(&text, TODAY, De) {
            let written = reading.when.edtf().to_string();
            prop_assert_eq!(When::parse(&written, reading.when.certainty()), Ok(reading.when));
        }
    }

    #[test]
    fn any_row_of_date_words_is_a_date_that_can_be_written_or_a_refusal(
        words in proptest::collection::vec(proptest::sample::select(WORDS), 0..9), glue in "[ ]{0,1}",
    ) {
        for locale in [De, En] {
            if let Ok(reading) = When::read(&words.join(&glue), TODAY, locale) {
                let written = reading.when.edtf().to_string();
                prop_assert_eq!(When::parse(&written, reading.when.certainty()), Ok(reading.when));
            }
        }
    }
}

const WORDS: &[&str] = &[
    "20",
    "9",
    "2018",
    "2019",
    "99",
    "9999",
    "0000",
    "0001",
    "31",
    "201X",
    "2018/2019",
    "2018-09-20T10:00",
    ".",
    ",",
    "-",
    "–",
    "/",
    ":",
    "(",
    ")",
    "+",
    "'",
    "?",
    "~",
    "er",
    "s",
    "th",
    "bis",
    "und",
    "seit",
    "ab",
    "von",
    "zwischen",
    "um",
    "vermutlich",
    "wahrscheinlich",
    "voraussichtlich",
    "Winter",
    "Herbst",
    "März",
    "Q",
    "Quartal",
    "Halbjahr",
    "Anfang",
    "Mitte",
    "Schuljahr",
    "Jahr",
    "heute",
    "nächstes",
    "Freitag",
    "Uhr",
    "am",
    "pm",
    "Tag",
    "Ende",
    "nicht",
    "überliefert",
    "laut",
    "Bericht",
    "darüber",
    "hinaus",
    "Semester",
];
