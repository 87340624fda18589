//! Tests of the exact words of vague dates.

use proptest::prelude::*;

use super::{any_edtf, when};
use crate::{Certainty, When};
use base::Locale::{self, De, Easy, En};

#[test]
fn labels_of_fixed_dates() {
    for (edtf, german, english) in [
        ("2018", "2018", "2018"),
        ("2017-12", "Dezember 2017", "December 2017"),
        ("2018-09-20", "20. September 2018", "20 September 2018"),
        ("2019-21", "Frühjahr 2019", "spring 2019"),
        ("2017-22", "Sommer 2017", "summer 2017"),
        ("2018-24", "Winter 2018/19", "winter 2018/19"),
        ("1999-24", "Winter 1999/2000", "winter 1999/2000"),
        ("2008-24", "Winter 2008/09", "winter 2008/09"),
        ("201X", "2010er-Jahre", "2010s"),
        ("20XX", "zwischen 2000 und 2099", "between 2000 and 2099"),
        ("2018-XX", "2018 (Monat nicht überliefert)", "2018 (month not on record)"),
        ("2018-XX-XX", "2018 (Tag nicht überliefert)", "2018 (day not on record)"),
        ("2017-12-XX", "Dezember 2017 (Tag nicht überliefert)", "December 2017 (day not on record)"),
        ("2018~", "um 2018", "around 2018"),
        ("2018-09~", "etwa September 2018", "around September 2018"),
        ("2018-09-20~", "um den 20. September 2018", "around 20 September 2018"),
        ("2018?", "vermutlich 2018", "probably 2018"),
        ("2018%", "vermutlich um 2018", "probably around 2018"),
        ("2017-22?", "vermutlich Sommer 2017", "probably summer 2017"),
    ] {
        assert_eq!(when(edtf).in_words(De), german);
        assert_eq!(when(edtf).in_words(En), english);
    }
}

#[test]
fn labels_of_ranges() {
    for (edtf, german, english) in [
        ("2018-09-20/2018-09-21", "20.–21. September 2018", "20–21 September 2018"),
        ("2018-09-28/2018-10-02", "28. September – 2. Oktober 2018", "28 September – 2 October 2018"),
        ("2018-12-30/2019-01-02", "30. Dezember 2018 – 2. Januar 2019", "30 December 2018 – 2 January 2019"),
        ("2018-09-20/2018-09-20", "20. September 2018", "20 September 2018"),
        ("2019-09/2019-10", "September–Oktober 2019", "September–October 2019"),
        ("2018-12/2019-01", "Dezember 2018 – Januar 2019", "December 2018 – January 2019"),
        ("2019-21/2019-23", "Frühjahr–Herbst 2019", "spring–autumn 2019"),
        ("2018-22/2018-24", "Sommer 2018 – Winter 2018/19", "summer 2018 – winter 2018/19"),
        ("2018/2019", "2018–2019", "2018–2019"),
        ("2018/2019~", "2018–2019+", "2018–2019+"),
        ("2018~/2019", "um 2018 – 2019", "around 2018 – 2019"),
        ("2018/2019?", "2018 – vermutlich 2019", "2018 – probably 2019"),
        ("2018-09-20/2019", "20. September 2018 – 2019", "20 September 2018 – 2019"),
        ("2018/..", "seit 2018", "since 2018"),
        ("2018-09-20/..", "seit dem 20. September 2018", "since 20 September 2018"),
        ("2018~/..", "etwa seit 2018", "since around 2018"),
        ("2018?/..", "vermutlich seit 2018", "probably since 2018"),
        ("2018/", "ab 2018 (Ende nicht überliefert)", "from 2018 (end not on record)"),
        ("../2018-08", "bis August 2018", "until August 2018"),
        ("../2018-08-31", "bis zum 31. August 2018", "until 31 August 2018"),
        ("/2018-08", "bis August 2018 (Beginn nicht überliefert)", "until August 2018 (start not on record)"),
    ] {
        assert_eq!(when(edtf).in_words(De), german);
        assert_eq!(when(edtf).in_words(En), english);
    }
}

#[test]
fn phrases_stand_in_a_sentence() {
    for (edtf, german, english) in [
        ("2018", "2018", "in 2018"),
        ("2017-12", "im Dezember 2017", "in December 2017"),
        ("2017-22", "im Sommer 2017", "in summer 2017"),
        ("2019-04-04", "am 4. April 2019", "on 4 April 2019"),
        ("201X", "in den 2010er-Jahren", "in the 2010s"),
        ("20XX", "zwischen 2000 und 2099", "between 2000 and 2099"),
        ("2017-12-XX", "im Dezember 2017 (Tag nicht überliefert)", "in December 2017 (day not on record)"),
        ("2018~", "um 2018", "around 2018"),
        ("201X~", "etwa in den 2010er-Jahren", "around the 2010s"),
        ("20XX~", "etwa zwischen 2000 und 2099", "roughly between 2000 and 2099"),
        ("2017-22~", "etwa im Sommer 2017", "around summer 2017"),
        ("2019-04-04%", "vermutlich um den 4. April 2019", "probably around 4 April 2019"),
        ("2017-12?", "vermutlich im Dezember 2017", "probably in December 2017"),
        ("2018/..", "seit 2018", "since 2018"),
        ("2018-09-20/2018-09-21", "vom 20. bis 21. September 2018", "from 20 to 21 September 2018"),
        ("2018-09-28/2018-10-02", "vom 28. September bis 2. Oktober 2018", "from 28 September to 2 October 2018"),
        ("2018-09-20/2018-09-20", "am 20. September 2018", "on 20 September 2018"),
        ("2019-09/2019-10", "von September bis Oktober 2019", "from September to October 2019"),
        ("2019-21/2019-23", "vom Frühjahr bis Herbst 2019", "from spring to autumn 2019"),
        ("2018/2019", "von 2018 bis 2019", "from 2018 to 2019"),
        ("2018/2019~", "von 2018 bis 2019 und darüber hinaus", "from 2018 to 2019 and beyond"),
        ("2018~/2019?", "von etwa 2018 bis vermutlich 2019", "from around 2018 to probably 2019"),
        ("2018-09-20~/2019", "von etwa 20. September 2018 bis 2019", "from around 20 September 2018 to 2019"),
    ] {
        assert_eq!(when(edtf).as_phrase(De), german);
        assert_eq!(when(edtf).as_phrase(En), english);
    }
}

#[test]
fn certainty_is_said_in_words() {
    use Certainty::{Expected, Reported, Tentative};
    for (edtf, certainty, german, english) in [
        ("2020-23", Expected, "voraussichtlich im Herbst 2020", "expected in autumn 2020"),
        ("2020", Expected, "voraussichtlich 2020", "expected in 2020"),
        ("2020-05-04", Expected, "voraussichtlich am 4. Mai 2020", "expected on 4 May 2020"),
        ("2020-05-04/2020-05-05", Expected, "voraussichtlich vom 4. bis 5. Mai 2020", "expected from 4 to 5 May 2020"),
        (
            "2020-05-XX",
            Expected,
            "voraussichtlich im Mai 2020 (Tag noch offen)",
            "expected in May 2020 (day still open)",
        ),
        ("2020?", Expected, "voraussichtlich 2020", "expected in 2020"),
        ("2020~", Expected, "voraussichtlich um 2020", "expected around 2020"),
        ("2027/..", Expected, "voraussichtlich ab 2027", "expected from 2027"),
        (
            "2027-05-04/",
            Expected,
            "voraussichtlich ab dem 4. Mai 2027 (Ende noch offen)",
            "expected from 4 May 2027 (end still open)",
        ),
        ("../2027", Expected, "voraussichtlich bis 2027", "expected until 2027"),
        ("2020-23", Tentative, "möglicherweise im Herbst 2020", "possibly in autumn 2020"),
        ("2020-23", Reported, "Herbst 2020 (laut Bericht)", "autumn 2020 (as reported)"),
        ("2019?", Reported, "vermutlich 2019 (laut Bericht)", "probably 2019 (as reported)"),
    ] {
        let when = When::parse(edtf, certainty).unwrap();
        assert_eq!(when.in_words(De), german);
        assert_eq!(when.in_words(En), english);
    }
    let reported = When::parse("2020-23", Reported).unwrap();
    assert_eq!(reported.as_phrase(De), "im Herbst 2020 (laut Bericht)");
    let expected = When::parse("2020-23", Expected).unwrap();
    assert_eq!(expected.as_phrase(De), "voraussichtlich im Herbst 2020");
}

#[test]
fn weekdays_are_added_to_days_only() {
    for (edtf, certainty, german, english) in [
        ("2020-01-17", Certainty::Fixed, "Freitag, 17. Januar 2020", "Friday 17 January 2020"),
        (
            "2018-09-20/2018-09-21",
            Certainty::Fixed,
            "Donnerstag, 20. – Freitag, 21. September 2018",
            "Thursday 20 – Friday 21 September 2018",
        ),
        (
            "2018-09-28/2018-10-02",
            Certainty::Fixed,
            "Freitag, 28. September – Dienstag, 2. Oktober 2018",
            "Friday 28 September – Tuesday 2 October 2018",
        ),
        (
            "2018-09-20/2018-09-21",
            Certainty::Expected,
            "voraussichtlich von Donnerstag, 20., bis Freitag, 21. September 2018",
            "expected from Thursday 20 to Friday 21 September 2018",
        ),
        (
            "2020-01-17",
            Certainty::Expected,
            "voraussichtlich am Freitag, 17. Januar 2020",
            "expected on Friday 17 January 2020",
        ),
        ("2020-01-17/..", Certainty::Fixed, "seit Freitag, 17. Januar 2020", "since Friday 17 January 2020"),
        ("2020-01-17~", Certainty::Fixed, "etwa Freitag, 17. Januar 2020", "around Friday 17 January 2020"),
        ("2017-22", Certainty::Fixed, "Sommer 2017", "summer 2017"),
    ] {
        let when = When::parse(edtf, certainty).unwrap();
        assert_eq!(when.in_words_with_weekday(De), german);
        assert_eq!(when.in_words_with_weekday(En), english);
    }
}

#[test]
fn leichte_sprache_avoids_dashes_and_hard_words() {
    for (edtf, certainty, words) in [
        ("2018-09-20/2018-09-21", Certainty::Fixed, "20. bis 21. September 2018"),
        ("2018/2019~", Certainty::Fixed, "von 2018 bis 2019 und danach"),
        ("2019-21", Certainty::Fixed, "Frühling 2019"),
        ("2020-23", Certainty::Expected, "wahrscheinlich im Herbst 2020"),
        ("2020-23", Certainty::Tentative, "vielleicht im Herbst 2020"),
        ("2018~", Certainty::Fixed, "ungefähr 2018"),
        ("2017-12-XX", Certainty::Fixed, "Dezember 2017 (Wir kennen den Tag nicht.)"),
    ] {
        assert_eq!(When::parse(edtf, certainty).unwrap().in_words(Easy), words);
    }
}

proptest! {
    #[test]
    fn every_date_has_words_in_every_form(text in any_edtf()) {
        for (certainty, locale) in Certainty::ALL.into_iter().flat_map(|c| Locale::ALL.map(|l| (c, l))) {
            let when = When::parse(&text, certainty).unwrap();
            for words in [when.in_words(locale), when.in_words_with_weekday(locale), when.as_phrase(locale)] {
                prop_assert!(!words.is_empty());
                prop_assert!(words.trim() == words && !words.contains("  "), "{words:?}");
                // Each written year appears in the words.
                let year = &text.trim_start_matches(['/', '.'])[..2];
                prop_assert!(words.contains(year.trim_start_matches('0')), "{words:?}");
            }
        }
    }
}
