//! Limits on the head of a request, stricter than hyper's.
//!
//! hyper refuses unreadable requests with a bare status. Long addresses and headers are refused here, far
//! below its limit, because only here do people get a page that explains the next step.

use axum::http::uri::Authority;
use axum::http::{HeaderValue, Request, StatusCode, Version, header};

/// Longest address, in bytes. Those of our own pages and forms stay below 1 KiB.
const LONGEST_ADDRESS: usize = 8 << 10;
/// Most bytes of all headers together. Browsers stay below 16 KiB; many cookies of other sites of a domain
/// do not.
const MOST_HEADERS: usize = 32 << 10;

/// The status with which a request is refused before it is routed.
pub(super) fn refused<B>(request: &Request<B>) -> Option<StatusCode> {
    let address = request.uri().path_and_query().map_or(0, |address| address.as_str().len());
    let headers: usize = request.headers().iter().map(|(name, value)| name.as_str().len() + value.len()).sum();
    if address > LONGEST_ADDRESS {
        return Some(StatusCode::URI_TOO_LONG);
    }
    if headers > MOST_HEADERS {
        return Some(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE);
    }
    (!names_one_host(request)).then_some(StatusCode::BAD_REQUEST)
}

/// True if there is exactly one host (RFC 9112, 3.2): a proxy before us could take another one of two.
fn names_one_host<B>(request: &Request<B>) -> bool {
    let mut hosts = request.headers().get_all(header::HOST).iter();
    match (hosts.next(), hosts.next()) {
        (Some(host), None) => host.is_empty() || is_host(host),
        (Some(_), Some(_)) => false,
        (None, _) => request.version() < Version::HTTP_11,
    }
}

fn is_host(host: &HeaderValue) -> bool {
    !host.as_bytes().contains(&b'@') && Authority::try_from(host.as_bytes()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_one_host_is_named() {
        let names = |version, hosts: &[&str]| {
            let request = Request::builder().version(version);
            let request = hosts.iter().fold(request, |request, host| request.header(header::HOST, *host));
            names_one_host(&request.body(()).unwrap())
        };
        for host in ["ort.example", "ort.example:8080", "[2001:db8::1]:80", "127.0.0.1", "x", ""] {
            assert!(names(Version::HTTP_11, &[host]) && names(Version::HTTP_10, &[host]), "{host}");
        }
        for host in ["ort.example, evil.example", "a b", "user@ort.example", "ort.example/x", "http://ort.example"] {
            assert!(!names(Version::HTTP_11, &[host]) && !names(Version::HTTP_10, &[host]), "{host}");
        }
        for version in [Version::HTTP_11, Version::HTTP_10] {
            assert!(!names(version, &["ort.example", "ort.example"]));
        }
        assert!(names(Version::HTTP_10, &[]) && !names(Version::HTTP_11, &[]));
    }

    #[test]
    fn address_and_headers_have_a_length_that_is_refused_one_byte_beyond() {
        let of = |address: usize, headers: usize| {
            let request = Request::get(format!("/{}", "a".repeat(address - 1))).header(header::HOST, "ort.example");
            let rest = headers - "hostort.example".len() - "cookie".len();
            refused(&request.header(header::COOKIE, "a".repeat(rest)).body(()).unwrap())
        };
        assert_eq!(of(LONGEST_ADDRESS, MOST_HEADERS), None);
        assert_eq!(of(LONGEST_ADDRESS + 1, 100), Some(StatusCode::URI_TOO_LONG));
        assert_eq!(of(1, MOST_HEADERS + 1), Some(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE));
    }
}
