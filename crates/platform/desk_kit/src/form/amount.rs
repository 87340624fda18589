//! Numbers as people type them, with the marks of their language.

use base::Locale;
use claims::Number;

/// Reads a number with at most one decimal place. Thousands may be set apart, by the mark of the language or by a blank, if
/// they are groups of three digits. A mark that cannot set thousands apart is a decimal mark in either language: `1.5` is one
/// and a half at a German desk too. What could be meant in two ways is refused.
pub(super) fn read(text: &str, locale: Locale) -> Option<Number> {
    let (group, mark) = if locale == Locale::En { (',', '.') } else { ('.', ',') };
    let text: String = text.trim().chars().map(|c| if is_blank(c) { ' ' } else { c }).collect();
    let (whole, fraction) = match text.split_once(mark) {
        Some((whole, fraction)) => (whole, fraction),
        None => match text.split_once(group) {
            Some((whole, fraction)) if fraction.len() != 3 && !fraction.contains([group, ' ']) => (whole, fraction),
            _ => (text.as_str(), "0"),
        },
    };
    let whole = digits(whole, group)?;
    let tenth = tenth(fraction)?;
    Number::from_tenths(whole.checked_mul(10)?.checked_add(tenth)?).ok()
}

/// The blanks with which people set thousands apart: plain, without break, narrow.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

/// A whole number: digits, or groups of three with one and the same mark between them.
fn digits(text: &str, group: char) -> Option<u64> {
    let mark = if text.contains(group) { group } else { ' ' };
    let mut groups = text.split(mark);
    let first = groups.next()?;
    let is_grouped = text.contains(mark);
    let is_first = is_plain(first) && (!is_grouped || first.len() <= 3);
    let rest: Vec<&str> = groups.collect();
    if !is_first || !rest.iter().all(|group| group.len() == 3 && is_plain(group)) {
        return None;
    }
    format!("{first}{}", rest.concat()).parse().ok()
}

/// The one digit behind the decimal mark; zeros may follow. Three digits would be thousands in the other language.
fn tenth(text: &str) -> Option<u64> {
    let is_sound = is_plain(text) && text.len() != 3 && text.bytes().skip(1).all(|digit| digit == b'0');
    if is_sound { text[..1].parse().ok() } else { None }
}

fn is_plain(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tenths(text: &str, locale: Locale) -> Option<u64> {
        read(text, locale).map(Number::tenths)
    }

    #[test]
    fn either_mark_is_a_decimal_mark_if_it_sets_no_thousands_apart() {
        for text in ["1,5", "1.5", "1,50", "1.50", " 1,5 "] {
            for locale in [Locale::De, Locale::En] {
                assert_eq!(tenths(text, locale), Some(15), "{text} {locale}");
            }
        }
        assert_eq!((tenths("0.5", Locale::De), tenths("0,5", Locale::En)), (Some(5), Some(5)));
        assert_eq!((tenths("12.0", Locale::De), tenths("1234.5", Locale::De)), (Some(120), Some(12_345)));
    }

    #[test]
    fn thousands_are_groups_of_three_digits() {
        for text in ["1.500", "1 500", "1\u{202f}500", "1\u{a0}500", "1500"] {
            assert_eq!(tenths(text, Locale::De), Some(15_000), "{text}");
        }
        assert_eq!(tenths("1,500", Locale::En), Some(15_000));
        assert_eq!(tenths("1.234.567,5", Locale::De), Some(12_345_675));
        assert_eq!(tenths("1,234,567.5", Locale::En), Some(12_345_675));
        assert_eq!(tenths("1 234 567,5", Locale::De), Some(12_345_675));
    }

    #[test]
    fn what_is_no_such_number_or_could_be_two_is_refused() {
        for text in [
            "1,25",
            "1.25",
            "12.34",
            "0,05",
            "1,500",
            "1.2.3",
            "1.2345",
            "1 5",
            "1.5 00",
            "-1",
            "+1",
            "1,",
            ",5",
            "",
            " ",
            "x",
            "1e3",
            "1,5,5",
            "1 000.000",
            "0000.000",
            "99999999999999999999",
        ] {
            assert_eq!(tenths(text, Locale::De), None, "{text}");
        }
        for text in ["1.500", "1,25", "1.234,5", "1.5.5"] {
            assert_eq!(tenths(text, Locale::En), None, "{text}");
        }
    }
}
