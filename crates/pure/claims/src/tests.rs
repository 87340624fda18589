//! Tests of claims: refusals, words, and round trips through JSON and floats.

use proptest::prelude::*;

use super::*;

fn number(text: &str) -> Number {
    text.parse().unwrap()
}

fn claim(amount: &str, qualifier: Qualifier, unit: Unit) -> Result<Claim, ClaimError> {
    let amount = match amount.split_once("..") {
        _ if amount.is_empty() => Amount::None,
        Some((min, max)) => Amount::Range { min: number(min), max: number(max) },
        None => Amount::Value(number(amount)),
    };
    Claim::new(amount, qualifier, unit, ClaimKind::Attended)
}

#[test]
fn claims_read_as_people_say_them() {
    use Qualifier::{About, AtLeast, Exact, Hundreds, MoreThan};
    let cases = [
        ("600", MoreThan, Unit::People, "mehr als 600 Personen", "more than 600 people"),
        ("500", About, Unit::People, "rund 500 Personen", "about 500 people"),
        ("40000", About, Unit::People, "rund 40.000 Personen", "about 40,000 people"),
        ("190", AtLeast, Unit::People, "mindestens 190 Personen", "at least 190 people"),
        ("", Hundreds, Unit::People, "Hunderte Personen", "hundreds of people"),
        ("1.5", Exact, Unit::Days, "1,5 Tage", "1.5 days"),
        ("1", Exact, Unit::Days, "1 Tag", "1 day"),
        ("2", Exact, Unit::Days, "2 Tage", "2 days"),
        ("0", Exact, Unit::Events, "0 Veranstaltungen", "0 events"),
        ("500..600", Exact, Unit::People, "500 bis 600 Personen", "500 to 600 people"),
        ("1..1.5", About, Unit::Days, "rund 1 bis 1,5 Tage", "about 1 to 1.5 days"),
        ("53", Exact, Unit::Municipalities, "53 Kommunen", "53 municipalities"),
        ("1", Exact, Unit::Fields, "1 Handlungsfeld", "1 field of action"),
    ];
    for (amount, qualifier, unit, german, english) in cases {
        let claim = claim(amount, qualifier, unit).unwrap();
        assert_eq!(claim.in_words(Locale::De), german);
        assert_eq!(claim.in_words(Locale::En), english);
    }
}

#[test]
fn leichte_sprache_uses_plain_words() {
    assert_eq!(claim("500", Qualifier::About, Unit::People).unwrap().in_words(Locale::Easy), "ungefähr 500 Personen");
    let hundreds = claim("", Qualifier::Hundreds, Unit::People).unwrap();
    assert_eq!(hundreds.in_words(Locale::Easy), "mehrere Hundert Personen");
}

#[test]
fn kinds_have_their_word_in_each_language() {
    let german = ClaimKind::ALL.map(|kind| kind.in_words(Locale::De));
    assert_eq!(german, ["geplant", "erwartet", "angemeldet", "teilgenommen", "gezählt", "geschätzt", "berichtet"]);
    assert_eq!(ClaimKind::ALL.map(|kind| kind.in_words(Locale::Easy)), german);
    // In English the codes are the words.
    assert_eq!(ClaimKind::ALL.map(|kind| kind.in_words(Locale::En)), ClaimKind::ALL.map(ClaimKind::code));
}

#[test]
fn amount_and_qualifier_must_fit_each_other() {
    let refused = [
        ("", Qualifier::Exact, ClaimError::AmountMissing),
        ("300", Qualifier::Hundreds, ClaimError::AmountBesideHundreds),
        ("1..2", Qualifier::Hundreds, ClaimError::AmountBesideHundreds),
        ("600..500", Qualifier::Exact, ClaimError::RangeOrder { min: number("600"), max: number("500") }),
        ("500..500", Qualifier::About, ClaimError::RangeOrder { min: number("500"), max: number("500") }),
        ("500..600", Qualifier::AtLeast, ClaimError::RangeQualifier { qualifier: Qualifier::AtLeast }),
        ("500..600", Qualifier::MoreThan, ClaimError::RangeQualifier { qualifier: Qualifier::MoreThan }),
        ("1.5", Qualifier::Exact, ClaimError::Fraction { unit: Unit::People }),
        ("1..2.5", Qualifier::Exact, ClaimError::Fraction { unit: Unit::People }),
    ];
    for (amount, qualifier, error) in refused {
        assert_eq!(claim(amount, qualifier, Unit::People), Err(error), "{amount:?} {qualifier}");
    }
}

#[test]
fn claim_is_read_from_its_flat_form() {
    let json = r#"{"kind": "attended", "value": 600, "qualifier": "more_than", "unit": "people", "when": "2018-09",
        "source": "i-r", "note": {"de": "an beiden Tagen"}}"#;
    let claim: Claim = serde_json::from_str(json).unwrap();
    assert_eq!(claim.amount(), Amount::Value(number("600")));
    assert_eq!(claim.qualifier(), Qualifier::MoreThan);
    assert_eq!(claim.unit(), Unit::People);
    assert_eq!(claim.kind(), ClaimKind::Attended);
    assert_eq!(claim.when, Some(Edtf::parse("2018-09").unwrap()));
    assert_eq!(claim.source.as_deref(), Some("i-r"));
    assert_eq!(claim.note.unwrap().de, "an beiden Tagen");
}

#[test]
fn flat_form_is_checked() {
    let refused = [
        (r#""value": 1, "min": 1"#, "a claim has either `value`, or both `min` and `max`"),
        (r#""min": 1"#, "a claim has either `value`, or both `min` and `max`"),
        (r#""value": 1.25"#, "expected a number from 0 to 1000000000000 with at most one decimal place"),
        (r#""value": -1"#, "expected a number from 0 to 1000000000000 with at most one decimal place"),
        (r#""value": 1, "amount": 2"#, "unknown field `amount`"),
        (r#""value": 1, "when": "2018-13""#, "expected a month from 01 to 12"),
        ("\"source\": \"x\"", "a claim needs `value`, or `min` and `max`"),
    ];
    for (keys, message) in refused {
        let json = format!(r#"{{"kind": "planned", "qualifier": "exact", "unit": "days", {keys}}}"#);
        let error = serde_json::from_str::<Claim>(&json).unwrap_err().to_string();
        assert!(error.contains(message), "{keys}: {error}");
    }
}

#[test]
fn numbers_are_plain_digits_with_one_decimal_place() {
    for text in ["0", "1.5", "40000", "1000000000000"] {
        assert_eq!(number(text).to_string(), text);
    }
    for text in ["", ".", "1.", ".5", "1.25", "1,5", "-1", "+1", "1e3", " 1", "1000000000000.1", "99999999999999999999"]
    {
        assert_eq!(text.parse::<Number>(), Err(NumberError), "{text:?}");
    }
    for value in [f64::NAN, f64::INFINITY, -0.5, 0.25, 1e300] {
        assert_eq!(Number::from_f64(value), Err(NumberError), "{value}");
    }
    assert_eq!(Number::whole(1), Ok(Number::ONE));
    assert_eq!(Number::whole(u64::MAX), Err(NumberError));
}

fn any_number() -> impl Strategy<Value = Number> {
    prop_oneof![
        (0..2_000_u64).prop_map(|tenths| Number::from_tenths(tenths).unwrap()),
        (0..=Number::MAX.tenths()).prop_map(|tenths| Number::from_tenths(tenths).unwrap()),
    ]
}

/// Valid amounts for this unit and qualifier.
fn any_amount(unit: Unit, qualifier: Qualifier) -> BoxedStrategy<Amount> {
    let step = if unit == Unit::Days { 1 } else { 10 };
    let number = move |steps: u64| Number::from_tenths(steps * step).unwrap();
    let most = Number::MAX.tenths() / 20;
    let value = prop_oneof![0..200_u64, 0..=most].prop_map(move |steps| Amount::Value(number(steps)));
    let range = (0..most, 1..=most)
        .prop_map(move |(steps, more)| Amount::Range { min: number(steps), max: number(steps + more) });
    match qualifier {
        Qualifier::Hundreds => Just(Amount::None).boxed(),
        Qualifier::AtLeast | Qualifier::MoreThan => value.boxed(),
        Qualifier::Exact | Qualifier::About => prop_oneof![value, range].boxed(),
    }
}

prop_compose! {
    fn any_claim()(
        qualifier in proptest::sample::select(Qualifier::ALL.to_vec()),
        unit in proptest::sample::select(Unit::ALL.to_vec()),
    )(
        amount in any_amount(unit, qualifier),
        qualifier in Just(qualifier),
        unit in Just(unit),
        kind in proptest::sample::select(ClaimKind::ALL.to_vec()),
        source in proptest::option::of("[a-z]{1,8}"),
        when in proptest::option::of(proptest::sample::select(vec!["2018", "2018-09~", "2018/.."])),
        note in proptest::option::of("[a-z]{1,8}"),
    ) -> Claim {
        let mut claim = Claim::new(amount, qualifier, unit, kind).unwrap();
        claim.when = when.map(|text| Edtf::parse(text).unwrap());
        claim.note = note.map(|de| Localized { de, en: None });
        claim.source = source;
        claim
    }
}

proptest! {
    #[test]
    fn numbers_survive_floats_and_text(number in any_number()) {
        prop_assert_eq!(Number::from_f64(number.to_f64()), Ok(number));
        prop_assert_eq!(number.to_string().parse(), Ok(number));
    }

    #[test]
    fn claims_survive_json_and_have_words(claim in any_claim()) {
        let json = serde_json::to_string(&claim).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Claim>(&json).unwrap(), &claim);
        let (value, min, max) = claim.amount().parts();
        prop_assert_eq!(Amount::from_parts(value, min, max), Ok(claim.amount()));
        for locale in Locale::ALL {
            let words = claim.in_words(locale);
            prop_assert!(words.chars().any(char::is_alphabetic) && words.trim() == words);
        }
    }
}
