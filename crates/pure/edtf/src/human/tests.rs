//! Tests of typed dates that are understood.

use super::*;
use crate::Certainty::{self, Expected, Fixed, Reported, Tentative};
use base::Locale::{De, En};
use jiff::civil::date;

mod hours;
mod named;
mod refused;
mod words;

/// The current day in all tests.
const TODAY: Date = date(2026, 11, 23);

fn read(text: &str, locale: Locale) -> Result<Reading, ReadError> {
    When::read(text, TODAY, locale)
}

fn date_of(text: &str, locale: Locale) -> (String, Certainty) {
    let reading = read(text, locale).unwrap_or_else(|error| panic!("{text:?}: {error}"));
    assert_eq!(reading.hours, None, "{text:?}");
    (reading.when.edtf().to_string(), reading.when.certainty())
}

#[test]
fn dates_are_read_as_people_write_them_in_german() {
    for (text, edtf) in [
        ("20.9.2018", "2018-09-20"),
        ("20. 09. 2018", "2018-09-20"),
        ("20. September 2018", "2018-09-20"),
        ("am 20. Sept. 2018", "2018-09-20"),
        ("Donnerstag, 20. September 2018", "2018-09-20"),
        ("Do., 20.9.2018", "2018-09-20"),
        ("September 2018", "2018-09"),
        ("Sept. 2018", "2018-09"),
        ("im Sept 2018.", "2018-09"),
        ("9.2018", "2018-09"),
        ("09/2018", "2018-09"),
        ("Herbst 2020", "2020-23"),
        ("im Frühling 2019", "2019-21"),
        ("Winter 2018/19", "2018-24"),
        ("Winter 1999/2000", "1999-24"),
        ("2018", "2018"),
        ("im Jahr 2018", "2018"),
        ("2010er-Jahre", "201X"),
        ("in den 2010er Jahren", "201X"),
        ("zwischen 1900 und 1999", "19XX"),
        ("um 2017", "2017~"),
        ("ca. März 2018", "2018-03~"),
        ("etwa im Sommer 2017", "2017-22~"),
        ("vermutlich 2019", "2019?"),
        ("vermutlich um 2019", "2019%"),
        ("2018?", "2018?"),
        ("heute", "2026-11-23"),
        ("morgen", "2026-11-24"),
        ("nächstes Jahr", "2027"),
    ] {
        assert_eq!(date_of(text, De), (edtf.to_owned(), Fixed), "{text}");
    }
}

#[test]
fn two_digits_behind_a_day_or_season_are_a_year_of_this_century_or_else_of_the_last() {
    for (text, edtf) in [
        ("20.11.26", "2026-11-20"),
        ("20. 11. 26", "2026-11-20"),
        ("1.2.46", "2046-02-01"),
        ("1.2.47", "1947-02-01"),
        ("20. September 18", "2018-09-20"),
        ("20.–21.9.18", "2018-09-20/2018-09-21"),
        ("20.9.18 - 27.9.18", "2018-09-20/2018-09-27"),
        ("Herbst 26", "2026-23"),
        ("Winter 26/27", "2026-24"),
        ("Sommer ’18", "2018-22"),
        ("September ’18", "2018-09"),
        ("’98", "1998"),
    ] {
        assert_eq!(date_of(text, De), (edtf.to_owned(), Fixed), "{text}");
    }
}

#[test]
fn stretches_take_from_their_end_what_their_start_leaves_out() {
    for (text, edtf) in [
        ("20.–21. September 2018", "2018-09-20/2018-09-21"),
        ("20.-21.9.2018", "2018-09-20/2018-09-21"),
        ("20.9.–21.9.2018", "2018-09-20/2018-09-21"),
        ("vom 20. bis 21. September 2018", "2018-09-20/2018-09-21"),
        ("20./21. September 2018", "2018-09-20/2018-09-21"),
        ("20. und 21. September 2018", "2018-09-20/2018-09-21"),
        ("28. September – 2. Oktober 2018", "2018-09-28/2018-10-02"),
        ("Donnerstag, 20. – Freitag, 21. September 2018", "2018-09-20/2018-09-21"),
        ("September–Oktober 2019", "2019-09/2019-10"),
        ("September/Oktober 2019", "2019-09/2019-10"),
        ("Frühjahr bis Herbst 2019", "2019-21/2019-23"),
        ("Herbst/Winter 2018/19", "2018-23/2018-24"),
        ("2018–2019", "2018/2019"),
        ("2018-2019", "2018/2019"),
        ("2018 - 2019", "2018/2019"),
        ("2018 / 2019", "2018/2019"),
        ("2018–2019+", "2018/2019~"),
        ("von 2018 bis 2019 und darüber hinaus", "2018/2019~"),
        ("seit 2018", "2018/.."),
        ("von 2018 bis heute", "2018/.."),
        ("ab dem 4. Mai 2027", "2027-05-04/.."),
        ("bis 2020", "../2020"),
        ("bis zum 31. August 2018", "../2018-08-31"),
        ("um 2018 – 2019", "2018~/2019"),
        ("zwischen März und Mai 2019", "2019-03/2019-05"),
    ] {
        assert_eq!(date_of(text, De), (edtf.to_owned(), Fixed), "{text}");
    }
}

#[test]
fn parts_of_a_year_become_intervals_of_months() {
    for (text, edtf) in [
        ("1. Quartal 2020", "2020-01/2020-03"),
        ("viertes Quartal 2020", "2020-10/2020-12"),
        ("Q2 2020", "2020-04/2020-06"),
        ("1.–2. Quartal 2020", "2020-01/2020-06"),
        ("2. Halbjahr 2019", "2019-07/2019-12"),
        ("2018/19", "2018-08/2019-07"),
        ("Schuljahr 2018/19", "2018-08/2019-07"),
        ("im Schuljahr 2018/2019", "2018-08/2019-07"),
        ("Anfang 2019", "2019-01/2019-04~"),
        ("Mitte 2019", "2019-05~/2019-08~"),
        ("Ende des Jahres 2019", "2019-09~/2019-12"),
        ("Ende dieses Jahres", "2026-09~/2026-12"),
        ("ab Anfang 2027", "2027-01~/.."),
        ("bis Ende 2020", "../2020-12"),
    ] {
        assert_eq!(date_of(text, De), (edtf.to_owned(), Fixed), "{text}");
    }
}

#[test]
fn certainty_is_read_from_its_words() {
    for (text, edtf, certainty) in [
        ("voraussichtlich Herbst 2020", "2020-23", Expected),
        ("voraussichtlich im Herbst 2020", "2020-23", Expected),
        ("geplant für Herbst 2020", "2020-23", Expected),
        ("Herbst 2020 (voraussichtlich)", "2020-23", Expected),
        ("voraussichtlich ab 2027", "2027/..", Expected),
        ("evtl. 20.9.2027", "2027-09-20", Tentative),
        ("vielleicht Sommer 2027", "2027-22", Tentative),
        ("Herbst 2020 (laut Bericht)", "2020-23", Reported),
        ("voraussichtlich im Mai 2020 (Tag noch offen)", "2020-05-XX", Expected),
        ("wahrscheinlich 2027", "2027", Expected),
        ("wahrscheinlich 2019", "2019?", Fixed),
    ] {
        assert_eq!(date_of(text, De), (edtf.to_owned(), certainty), "{text}");
    }
}

#[test]
fn english_is_read_too() {
    for (text, edtf, certainty) in [
        ("autumn 2020", "2020-23", Fixed),
        ("fall 2020", "2020-23", Fixed),
        ("expected in autumn 2020", "2020-23", Expected),
        ("20 September 2018", "2018-09-20", Fixed),
        ("20th of September 2018", "2018-09-20", Fixed),
        ("September 20, 2018", "2018-09-20", Fixed),
        ("Thursday, September 20th, 2018", "2018-09-20", Fixed),
        ("20–21 September 2018", "2018-09-20/2018-09-21", Fixed),
        ("from 28 September to 2 October 2018", "2018-09-28/2018-10-02", Fixed),
        ("from 2027", "2027/..", Fixed),
        ("since 2018", "2018/..", Fixed),
        ("mid-2019", "2019-05~/2019-08~", Fixed),
        ("first quarter of 2020", "2020-01/2020-03", Fixed),
        ("school year 2018/19", "2018-08/2019-07", Fixed),
        ("the 2010s", "201X", Fixed),
        ("probably around 2018", "2018%", Fixed),
        ("2018 (day not on record)", "2018-XX-XX", Fixed),
    ] {
        assert_eq!(date_of(text, En), (edtf.to_owned(), certainty), "{text}");
    }
}

#[test]
fn edtf_is_taken_as_it_is() {
    for text in
        ["2018", "2018-09-20", "2017-22", "201X", "2018-XX", "2018~", "2018/..", "/2018", "2018-09-20/2018-09-21~"]
    {
        assert_eq!(date_of(text, De), (text.to_owned(), Fixed));
    }
    assert_eq!(date_of("voraussichtlich 2027-23", De), ("2027-23".to_owned(), Expected));
    assert_eq!(date_of("2018-09-20 bis 2018-09-21", De).0, "2018-09-20/2018-09-21");
    assert_eq!(date_of("2018-09-20–2018-09-21", De).0, "2018-09-20/2018-09-21");
}
