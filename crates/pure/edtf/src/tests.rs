//! Tests of EDTF: exact words, refusals by character, and properties of every date.

use proptest::prelude::*;

use super::*;

mod words;

fn when(edtf: &str) -> When {
    When::parse(edtf, Certainty::Fixed).unwrap()
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

const YEAR: &str = "a year from 0001 to 9999, of which the last two digits may be X";
const MONTH: &str = "a month from 01 to 12, a season from 21 to 24 or XX";

/// The text, the expectation, the character at which it fails, and what was found there.
const REFUSED: [(&str, &str, usize, &str); 37] = [
    ("", YEAR, 1, "the end"),
    ("im Herbst", YEAR, 1, "\"im Herbst\""),
    ("0000", YEAR, 1, "\"0000\""),
    ("00XX", YEAR, 1, "\"00XX\""),
    ("-0044", YEAR, 1, "\"-0044\""),
    ("Y17E8", YEAR, 1, "\"Y17E8\""),
    ("201", YEAR, 4, "the end"),
    ("2XXX", YEAR, 2, "\"XXX\""),
    ("20X8", YEAR, 3, "\"X8\""),
    ("20188", "\"/\" or the end", 5, "\"8\""),
    ("201X-01", "\"/\" or the end", 5, "\"-01\""),
    ("2018 ", "\"/\" or the end", 5, "\" \""),
    ("2018?~", "\"/\" or the end", 6, "\"~\""),
    ("2018-", MONTH, 6, "the end"),
    ("2018-9", MONTH, 6, "\"9\""),
    ("2018-00", MONTH, 6, "\"00\""),
    ("2018-13", MONTH, 6, "\"13\""),
    ("2018-25", MONTH, 6, "\"25\""),
    ("2018-XXXX", "\"/\" or the end", 8, "\"XX\""),
    ("2018-XX-01", "XX, as the month is left open", 9, "\"01\""),
    ("2018-09-", "a day of two digits or XX", 9, "the end"),
    ("2018-09-2X", "a day of two digits or XX", 9, "\"2X\""),
    ("2018-02-30", "a day that this month has", 9, "\"30\""),
    ("2019-02-29", "a day that this month has", 9, "\"29\""),
    ("2018-09-20T12:00", "\"/\" or the end", 11, "\"T12:00\""),
    ("2018-22-01", "\"/\" or the end", 8, "\"-01\""),
    ("..", "\"/\"", 3, "the end"),
    ("./2018", "\"..\" for an open end", 1, "\".\""),
    ("2018/.", "\"..\" for an open end", 6, "\".\""),
    ("2018/...", "the end", 8, "\".\""),
    ("2018/2019/2020", "the end", 10, "\"/2020\""),
    ("/", "a date on at least one side of the \"/\"", 2, "the end"),
    ("../..", "a date on at least one side of the \"/\"", 4, "\"..\""),
    ("201X/2019", "no X in an interval", 1, "\"201X\""),
    ("2018/2019-XX", "no X in an interval", 6, "\"2019-XX\""),
    ("2018/2017", "an end that is not before the start", 6, "\"2017\""),
    ("2018-09-21/2018-09-20", "an end that is not before the start", 12, "\"2018-09-20\""),
];

#[test]
fn refusal_says_what_was_expected_and_where() {
    for (text, expected, at, found) in REFUSED {
        let error = Edtf::parse(text).unwrap_err();
        assert_eq!((error.at(), error.expected()), (at, expected), "{text:?}");
        let message = format!("date {text:?}: expected {expected} at character {at}, found {found}");
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn every_form_of_level_1_keeps_its_text_and_knows_its_days() {
    let forms = [
        ("2018", "2018-01-01", "2018-12-31"),
        ("0999", "0999-01-01", "0999-12-31"),
        ("2018-09", "2018-09-01", "2018-09-30"),
        ("2020-02-29", "2020-02-29", "2020-02-29"),
        ("2017-21", "2017-03-01", "2017-05-31"),
        ("2017-22", "2017-06-01", "2017-08-31"),
        ("2020-23", "2020-09-01", "2020-11-30"),
        ("2019-24", "2019-12-01", "2020-02-29"),
        ("9999-24", "9999-12-01", "9999-12-31"),
        ("2018?", "2018-01-01", "2018-12-31"),
        ("2018-09~", "2018-09-01", "2018-09-30"),
        ("2018-09-20%", "2018-09-20", "2018-09-20"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2018-XX", "2018-01-01", "2018-12-31"),
        ("2018-XX-XX", "2018-01-01", "2018-12-31"),
        ("2018-09-XX", "2018-09-01", "2018-09-30"),
        ("2018/2019~", "2018-01-01", "2019-12-31"),
        ("2018-09-19/2018-09-29", "2018-09-19", "2018-09-29"),
        ("2018-09/2018", "2018-09-01", "2018-12-31"),
    ];
    for (text, first, last) in forms {
        let when = when(text);
        assert_eq!(when.edtf().to_string(), text);
        assert_eq!((when.earliest(), when.latest()), (Some(date(first)), Some(date(last))), "{text}");
    }
}

#[test]
fn open_and_unknown_ends_have_no_day() {
    for (text, first, last) in [
        ("2018/..", Some("2018-01-01"), None),
        ("2018-09-20/", Some("2018-09-20"), None),
        ("../2018-08", None, Some("2018-08-31")),
        ("/2018-08", None, Some("2018-08-31")),
    ] {
        let when = when(text);
        assert_eq!(when.edtf().to_string(), text);
        assert_eq!((when.earliest(), when.latest()), (first.map(date), last.map(date)), "{text}");
    }
}

#[test]
fn only_fixed_days_and_ranges_of_days_are_not_vague() {
    for text in ["2018-09-20", "2018-09-20/2018-09-21"] {
        assert!(!when(text).is_vague());
        assert!(When::parse(text, Certainty::Reported).unwrap().is_vague());
    }
    for text in ["2018", "2018-09", "2018-09-XX", "2018-09-20~", "2018-09-20/2018-09-21?", "2018-09-20/..", "2017-22"] {
        assert!(when(text).is_vague(), "{text}");
    }
}

#[test]
fn machine_value_is_only_what_html_can_say() {
    for text in ["2018", "2018-09", "2018-09-20"] {
        assert_eq!(when(text).machine().as_deref(), Some(text));
        assert_eq!(When::parse(text, Certainty::Expected).unwrap().machine().as_deref(), Some(text));
    }
    for text in ["2017-22", "201X", "2018~", "2018-09?", "2018-XX", "2018-09-20/2018-09-21", "2018/.."] {
        assert_eq!(when(text).machine(), None, "{text}");
    }
}

#[test]
fn an_open_end_covers_the_years_to_come_and_an_unknown_one_does_not() {
    let covered = |text: &str| (2015..=2022).filter(|year| when(text).covers_year(*year)).collect::<Vec<_>>();
    assert_eq!(covered("2018"), [2018]);
    assert_eq!(covered("2018-24"), [2018, 2019]);
    assert_eq!(covered("2017-12/2019-03"), [2017, 2018, 2019]);
    assert_eq!(covered("2020/.."), [2020, 2021, 2022]);
    assert_eq!(covered("2020/"), [2020]);
    assert_eq!(covered("../2016-08"), [2015, 2016]);
    assert_eq!(covered("/2016-08"), [2016]);
    assert_eq!(when("2018/2019~").years(), (Some(2018), Some(2019)));
    assert_eq!(when("2018/..").years(), (Some(2018), None));
    assert_eq!(when("/2018").years(), (None, Some(2018)));
}

#[test]
fn vague_dates_sort_by_their_days_and_open_ends_stand_behind() {
    let mut dates = ["2018/..", "2019-04-04", "2018", "2018-09-20", "../2018-08", "2017-22", "2018-01-01", "2018-09"];
    dates.sort_by_key(|text| when(text).sort_key());
    let sorted = ["2017-22", "2018-01-01", "2018", "2018/..", "../2018-08", "2018-09", "2018-09-20", "2019-04-04"];
    assert_eq!(dates, sorted);
    assert_eq!(when("2018/..").sort_key(), (date("2018-01-01"), Date::MAX));
}

#[test]
fn serde_checks_dates() {
    assert_eq!(serde_json::to_string(&when("2018/2019~").edtf()).unwrap(), "\"2018/2019~\"");
    assert_eq!(serde_json::from_str::<Edtf>("\"2017-22\"").unwrap(), when("2017-22").edtf());
    let error = serde_json::from_str::<Edtf>("\"2018-02-30\"").unwrap_err();
    assert!(error.to_string().contains("a day that this month has"), "{error}");
}

/// Any date of level 1, as text.
fn any_point(unspecified: bool) -> impl Strategy<Value = String> {
    let year = 1..=9999_i16;
    let open = u32::from(unspecified);
    prop_oneof![
        4 => year.clone().prop_map(|y| format!("{y:04}")),
        4 => (year.clone(), 1..=12_i8).prop_map(|(y, m)| format!("{y:04}-{m:02}")),
        4 => (year.clone(), 21..=24_i8).prop_map(|(y, s)| format!("{y:04}-{s}")),
        4 => (year.clone(), 1..=12_i8, 1..=28_i8).prop_map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}")),
        open => (1..=99_i16).prop_map(|c| format!("{c:02}XX")),
        open => (1..=999_i16).prop_map(|d| format!("{d:03}X")),
        open => year.clone().prop_map(|y| format!("{y:04}-XX")),
        open => year.clone().prop_map(|y| format!("{y:04}-XX-XX")),
        open => (year, 1..=12_i8).prop_map(|(y, m)| format!("{y:04}-{m:02}-XX")),
    ]
    .prop_flat_map(|date| proptest::sample::select(vec!["", "?", "~", "%"]).prop_map(move |doubt| date.clone() + doubt))
}

/// Any value of level 1, as text; ends in the wrong order are swapped.
pub(super) fn any_edtf() -> impl Strategy<Value = String> {
    let range = |(a, b): (String, String)| {
        let there = format!("{a}/{b}");
        if Edtf::parse(&there).is_ok() { there } else { format!("{b}/{a}") }
    };
    prop_oneof![
        any_point(true),
        (any_point(false), any_point(false)).prop_map(range),
        (any_point(false), proptest::sample::select(vec!["", ".."])).prop_map(|(a, open)| format!("{a}/{open}")),
        (any_point(false), proptest::sample::select(vec!["", ".."])).prop_map(|(b, open)| format!("{open}/{b}")),
    ]
}

proptest! {
    #[test]
    fn every_date_is_read_and_written_back_unchanged(text in any_edtf()) {
        prop_assert_eq!(Edtf::parse(&text).unwrap().to_string(), text);
    }

    #[test]
    fn first_day_is_never_after_the_last(text in any_edtf()) {
        let when = when(&text);
        if let (Some(first), Some(last)) = (when.earliest(), when.latest()) {
            prop_assert!(first <= last);
            prop_assert!(when.covers_year(first.year()) && when.covers_year(last.year()));
            prop_assert_eq!(when.sort_key(), (first, last));
        }
    }

    #[test]
    fn any_text_is_a_canonical_date_or_an_error_within_it(text in "[0-9X/.?~%-]{0,14}|.{0,20}") {
        match Edtf::parse(&text) {
            Ok(edtf) => prop_assert_eq!(edtf.to_string(), text),
            Err(error) => prop_assert!((1..=text.chars().count() + 1).contains(&error.at())),
        }
    }
}
