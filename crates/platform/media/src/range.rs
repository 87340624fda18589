//! Range requests (RFC 9110, 14): one range of bytes, with which a client resumes a broken
//! download.

use std::ops::Range;

use axum::http::{HeaderMap, header};

/// The part of a file to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Part {
    /// The whole file: no range was requested, or one that we need not understand.
    Whole,
    /// This range of bytes.
    Bytes(Range<u64>),
    /// The range is not satisfiable.
    Outside,
}

/// The part of a file with this length and tag that a request asks for.
pub(crate) fn wanted(request: &HeaderMap, length: u64, etag: &str) -> Part {
    let text = |name| request.get(name).and_then(|value| value.to_str().ok());
    // A range of other bytes than the client has would corrupt its copy.
    if text(header::IF_RANGE).is_some_and(|tag| tag.trim() != etag) {
        return Part::Whole;
    }
    text(header::RANGE).and_then(|range| parse(range, length)).unwrap_or(Part::Whole)
}

/// Parses one range. Several ranges and other units give `None`.
fn parse(range: &str, length: u64) -> Option<Part> {
    let (unit, range) = range.split_once('=')?;
    let (first, last) = range.split_once('-')?;
    let number = |text: &str| text.trim().parse::<u64>().ok();
    if !unit.trim().eq_ignore_ascii_case("bytes") {
        return None;
    }
    let range = match (first.trim(), last.trim()) {
        ("", last) => length.saturating_sub(number(last)?)..length,
        (first, "") => number(first)?..length,
        (first, last) => {
            let (first, last) = (number(first)?, number(last)?);
            if last < first {
                return None;
            }
            first..last.saturating_add(1).min(length)
        }
    };
    Some(if range.is_empty() { Part::Outside } else { Part::Bytes(range) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(range: &str) -> Part {
        wanted(&HeaderMap::from_iter([(header::RANGE, range.parse().unwrap())]), 100, "\"a\"")
    }

    #[test]
    fn one_range_is_understood() {
        assert_eq!(of("bytes=0-0"), Part::Bytes(0..1));
        assert_eq!(of("bytes=10-19"), Part::Bytes(10..20));
        assert_eq!(of("Bytes = 90-"), Part::Bytes(90..100));
        assert_eq!(of("bytes=-10"), Part::Bytes(90..100));
        assert_eq!(of("bytes=-1000"), Part::Bytes(0..100));
        assert_eq!(of("bytes=90-18446744073709551615"), Part::Bytes(90..100));
    }

    #[test]
    fn bytes_behind_the_end_are_told_from_what_is_no_range() {
        assert_eq!(of("bytes=100-"), Part::Outside);
        assert_eq!(of("bytes=-0"), Part::Outside);
        for other in
            ["bytes=0-1,5-6", "bytes=5-4", "pages=1-2", "bytes=a-b", "bytes=-", "bytes", "bytes=99999999999999999999-"]
        {
            assert_eq!(of(other), Part::Whole, "{other}");
        }
        assert_eq!(wanted(&HeaderMap::new(), 100, "\"a\""), Part::Whole);
    }

    #[test]
    fn part_of_other_bytes_is_not_sent() {
        let ask = |tag: &str| {
            let headers = [(header::RANGE, "bytes=5-9".parse().unwrap()), (header::IF_RANGE, tag.parse().unwrap())];
            wanted(&HeaderMap::from_iter(headers), 100, "\"a\"")
        };
        assert_eq!((ask("\"a\""), ask("\"b\"")), (Part::Bytes(5..10), Part::Whole));
    }
}
