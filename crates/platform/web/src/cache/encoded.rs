//! HTTP bodies that are sent often, in every content coding that browsers ask for.
//!
//! Each coding is made when it is first asked for, as small as the library can make it in a time that a
//! visitor does not notice, and cached with its headers.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::{Read as _, Write as _};
use std::sync::OnceLock;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::Response;

use super::encoding::Encoding;

/// Brotli's scale ends at 11; from 9 on it takes many times longer for two per cent fewer bytes.
const BROTLI_QUALITY: u32 = 9;
/// Brotli's default window, 4 MiB: larger than any page.
const BROTLI_WINDOW: u32 = 22;
/// Bytes that brotli takes in at a time.
const BROTLI_BUFFER: usize = 16 * 1024;

/// One body with its headers, ready to be sent in any [`Encoding`].
#[derive(Debug)]
pub(crate) struct Encoded {
    plain: Bytes,
    headers: HeaderMap,
    /// Hash of the plain bytes; all nodes that run one binary agree on it.
    fingerprint: u64,
    variants: [OnceLock<Variant>; 3],
}

#[derive(Debug)]
struct Variant {
    bytes: Bytes,
    etag: HeaderValue,
    headers: HeaderMap,
}

impl Encoded {
    /// `headers` are those that all codings share.
    pub(crate) fn new(plain: Bytes, headers: HeaderMap) -> Self {
        Self { fingerprint: fingerprint(&plain), plain, headers, variants: Default::default() }
    }

    /// The bytes without content coding.
    #[cfg(test)]
    pub(crate) fn plain(&self) -> &Bytes {
        &self.plain
    }

    /// Estimated memory of all codings together, in bytes.
    pub(crate) fn weight(&self) -> u64 {
        // Text shrinks to a fifth or less; the headers of three variants take about 3 kB.
        self.plain.len() as u64 * 3 / 2 + 3_000
    }

    /// Makes the compressed codings now, so that no visitor waits for them.
    pub(crate) fn prepare(&self) {
        for encoding in Encoding::ALL {
            self.variant(encoding);
        }
    }

    /// The answer to a GET or HEAD request with these headers: the best coding that the browser accepts, or
    /// *304 Not Modified* if it has these very bytes.
    pub(crate) fn answer(&self, method: &Method, request: &HeaderMap) -> Response {
        let variant = self.variant(Encoding::best(request));
        let mut response = Response::new(Body::empty());
        response.headers_mut().clone_from(&variant.headers);
        if has(request, &variant.etag) {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            response.headers_mut().remove(header::CONTENT_LENGTH);
        } else if method != Method::HEAD {
            *response.body_mut() = Body::from(variant.bytes.clone());
        }
        response
    }

    fn variant(&self, encoding: Encoding) -> &Variant {
        self.variants[encoding as usize].get_or_init(|| {
            let (encoding, bytes) = encode(&self.plain, encoding);
            let mut headers = self.headers.clone();
            let etag = etag(self.fingerprint, encoding);
            headers.insert(header::ETAG, etag.clone());
            headers.insert(header::CONTENT_LENGTH, HeaderValue::from(bytes.len()));
            headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
            if let Some(name) = encoding.name() {
                headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
            }
            Variant { bytes, etag, headers }
        })
    }
}

/// A hash of the content. Keys of `DefaultHasher::new` are fixed, so all nodes that run one binary
/// agree.
pub(crate) fn fingerprint(content: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    hasher.finish()
}

/// Each coding is a representation of its own, hence has a strong tag of its own (RFC 9110, 8.8.3).
fn etag(fingerprint: u64, encoding: Encoding) -> HeaderValue {
    let tag = match encoding.name() {
        Some(name) => format!("\"{fingerprint:016x}-{name}\""),
        None => format!("\"{fingerprint:016x}\""),
    };
    HeaderValue::try_from(tag).unwrap_or(HeaderValue::from_static("\"\""))
}

/// True if the browser has this representation (`If-None-Match`; RFC 9110, 13.1.2).
fn has(request: &HeaderMap, etag: &HeaderValue) -> bool {
    let tags = request.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    tags.flat_map(|tags| tags.split(','))
        .map(|tag| tag.trim().trim_start_matches("W/"))
        .any(|tag| tag == "*" || tag.as_bytes() == etag.as_bytes())
}

/// The bytes in this coding, or without one if that does not make them smaller, as with fonts.
fn encode(plain: &Bytes, encoding: Encoding) -> (Encoding, Bytes) {
    let encoded = match encoding {
        Encoding::Plain => None,
        // Both write into memory, which does not fail.
        Encoding::Gzip => gzip(plain).ok(),
        Encoding::Brotli => brotli(plain).ok(),
    };
    match encoded.filter(|encoded| encoded.len() < plain.len() / 10 * 9) {
        Some(encoded) => (encoding, encoded.into()),
        None => (Encoding::Plain, plain.clone()),
    }
}

fn gzip(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(plain)?;
    writer.finish()
}

fn brotli(plain: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoded = Vec::new();
    brotli::CompressorReader::new(plain, BROTLI_BUFFER, BROTLI_QUALITY, BROTLI_WINDOW).read_to_end(&mut encoded)?;
    Ok(encoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(name: header::HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    fn text() -> Encoded {
        Encoded::new(Bytes::from("Gute Bildung. ".repeat(100)), HeaderMap::new())
    }

    #[test]
    fn every_encoding_gives_the_same_text_back() {
        let text = text();
        let variant = |encoding| text.variant(encoding).bytes.clone();
        let mut plain = Vec::new();
        flate2::read::GzDecoder::new(&*variant(Encoding::Gzip)).read_to_end(&mut plain).unwrap();
        assert_eq!(plain, text.plain);
        plain.clear();
        brotli::Decompressor::new(&*variant(Encoding::Brotli), 4096).read_to_end(&mut plain).unwrap();
        assert_eq!(plain, text.plain);
        assert_eq!(variant(Encoding::Plain), text.plain);
    }

    #[test]
    fn browser_that_has_these_very_bytes_gets_no_body() {
        let text = text();
        let full = text.answer(&Method::GET, &request(header::ACCEPT_ENCODING, "gzip"));
        let tag = full.headers()[header::ETAG].clone();
        let mut again = request(header::ACCEPT_ENCODING, "gzip");
        again.insert(
            header::IF_NONE_MATCH,
            HeaderValue::try_from(format!("\"x\", W/{}", tag.to_str().unwrap())).unwrap(),
        );
        assert_eq!(text.answer(&Method::GET, &again).status(), StatusCode::NOT_MODIFIED);
        again.insert(header::ACCEPT_ENCODING, HeaderValue::from_static("br"));
        assert_eq!(text.answer(&Method::GET, &again).status(), StatusCode::OK, "that was another encoding");
    }

    #[test]
    fn what_does_not_get_smaller_is_sent_as_it_is() {
        let font = Encoded::new((0..100).map(|byte: u8| byte.wrapping_mul(167)).collect(), HeaderMap::new());
        let answer = font.answer(&Method::GET, &request(header::ACCEPT_ENCODING, "br"));
        assert_eq!(answer.headers().get(header::CONTENT_ENCODING), None);
        assert_eq!(answer.headers()[header::CONTENT_LENGTH], "100");
    }

    #[test]
    fn head_tells_the_length_and_sends_nothing() {
        let answer = text().answer(&Method::HEAD, &HeaderMap::new());
        assert_eq!(answer.headers()[header::CONTENT_LENGTH], "1400");
        assert_eq!(axum::body::HttpBody::size_hint(answer.body()).exact(), Some(0));
    }
}
