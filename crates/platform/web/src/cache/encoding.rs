//! Content coding: the negotiation with `Accept-Encoding`.

use axum::http::{HeaderMap, header};

/// A content coding that we can send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// The bytes as they are (`identity`).
    Plain,
    /// RFC 1952, which everything understands.
    Gzip,
    /// RFC 7932, the smallest.
    Brotli,
}

impl Encoding {
    /// All codings, in the order of their discriminants.
    pub(crate) const ALL: [Self; 3] = [Self::Plain, Self::Gzip, Self::Brotli];

    /// Its name in headers; `None` for `identity`.
    pub(crate) fn name(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }

    /// The smallest coding that the request accepts (RFC 9110, 12.5.3). The weights of a browser do not
    /// matter to us, except for zero: all codings decompress equally fast.
    pub(crate) fn best(request: &HeaderMap) -> Self {
        let mut best = Self::Plain;
        let accepted = request.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
        for choice in accepted.flat_map(|list| list.split(',')) {
            let (name, weight) = choice.split_once(';').unwrap_or((choice, ""));
            if is_refused(weight) {
                continue;
            }
            match name.trim() {
                name if name.eq_ignore_ascii_case("br") => return Self::Brotli,
                name if name.eq_ignore_ascii_case("gzip") => best = Self::Gzip,
                _ => {}
            }
        }
        best
    }
}

/// A weight of zero means *not acceptable*.
fn is_refused(weight: &str) -> bool {
    let value = weight.trim().strip_prefix("q=").or_else(|| weight.trim().strip_prefix("Q="));
    value.and_then(|value| value.trim().parse::<f32>().ok()).is_some_and(|value| value <= 0.0)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn best(accepted: &'static str) -> Encoding {
        Encoding::best(&HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(accepted))]))
    }

    #[test]
    fn smallest_accepted_encoding_is_chosen() {
        assert_eq!(best("gzip, deflate, br, zstd"), Encoding::Brotli);
        assert_eq!(best("gzip;q=1.0, BR;q=0.5"), Encoding::Brotli);
        assert_eq!(best("deflate, gzip"), Encoding::Gzip);
        assert_eq!(best("deflate"), Encoding::Plain);
        assert_eq!(Encoding::best(&HeaderMap::new()), Encoding::Plain);
    }

    #[test]
    fn weight_of_zero_refuses() {
        assert_eq!(best("br;q=0, gzip"), Encoding::Gzip);
        assert_eq!(best("br; q=0.000, gzip; q=0"), Encoding::Plain);
    }
}
