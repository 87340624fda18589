//! Parses submitted forms.

use std::borrow::Cow;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use percent_encoding::percent_decode_str;

use super::resend::SentForm;
use super::same_site::is_from_another_site;
use crate::ctx::AppState;
use crate::error::Error;
use crate::serve::is_too_slow;

/// Largest form of the public site, in bytes.
const LARGEST: usize = 64 * 1024;
/// Factor by which a form may exceed the limit and is still parsed, so that it can be shown again to be
/// shortened.
const READ_BEYOND: usize = 2;
/// Largest body that is read on the public site, in bytes. Only forms are accepted there.
pub(crate) const LARGEST_BODY: usize = READ_BEYOND * LARGEST;

/// Largest form on other routes, in bytes; their router adds it to the request.
#[derive(Debug, Clone, Copy)]
pub struct FormLimit(pub(crate) usize);

impl FormLimit {
    /// The limit of the public site: for routes of the desk on which strangers submit forms, who could
    /// otherwise fill the memory.
    pub const PUBLIC: Self = Self(LARGEST);
}

/// The submitted names and values, as valid text.
///
/// Refused are forms of another site (403), slow bodies (408), large ones (413), other media types (415),
/// and bytes that are no text (400).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission(Arc<[(String, String)]>);

impl Submission {
    /// The trimmed value of a field; empty if it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(sent, _)| sent == name).map_or("", |(_, value)| value.trim())
    }

    /// All values of a field that may be sent several times, one on each line.
    pub fn all(&self, name: &str) -> String {
        let values = self.0.iter().filter(|(sent, _)| sent == name).map(|(_, value)| value.trim());
        values.collect::<Vec<_>>().join("\n")
    }

    /// All names and values, in their order.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The form as the body of a request; [`Submission::parse`] reads it.
    pub fn to_body(&self) -> String {
        let pair = |(name, value): (&str, &str)| format!("{}={}", encoded(name), encoded(value));
        self.pairs().map(pair).collect::<Vec<_>>().join("&")
    }

    /// The form with another value of a field, which stands at its end.
    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> Self {
        let others = self.0.iter().filter(|(held, _)| held != name).cloned();
        Self(others.chain([(name.to_owned(), value.to_owned())]).collect())
    }

    /// A submission of a test.
    #[cfg(test)]
    pub(super) fn of(pairs: &[(&str, &str)]) -> Self {
        Self(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    /// Reads the body of a form.
    ///
    /// # Errors
    /// [`Error::BadRequest`] if it holds bytes that are no text.
    pub fn parse(body: &str) -> Result<Self, Error> {
        let pairs = body.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Ok((decoded(name)?, decoded(value)?))
        });
        pairs.collect::<Result<_, Error>>().map(Self)
    }
}

impl FromRequest<AppState> for Submission {
    type Rejection = Error;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Error> {
        let (head, body) = request.into_parts();
        if is_from_another_site(&head.headers, &state.public_url) {
            return Err(Error::Forbidden);
        }
        if !is_form(&head.headers) {
            return Err(Error::NoForm);
        }
        let largest = head.extensions.get::<FormLimit>().map_or(LARGEST, |limit| limit.0);
        let body = read(body, READ_BEYOND * largest).await?;
        let submission = Self::parse(&body)?;
        if let Some(sent) = head.extensions.get::<SentForm>() {
            sent.keep(&submission);
        }
        if body.len() > largest { Err(Error::TooLarge) } else { Ok(submission) }
    }
}

/// A percent-encoded value for a query string.
pub fn encoded(value: &str) -> String {
    percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC).to_string()
}

pub(super) fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded"))
}

pub(super) async fn read(body: Body, largest: usize) -> Result<String, Error> {
    let bytes = to_bytes(body, largest).await;
    // The third cause would be a broken connection; then nobody reads the answer.
    let bytes = bytes.map_err(|error| if is_too_slow(&error) { Error::Slow } else { Error::TooLarge })?;
    String::from_utf8(bytes.into()).map_err(|_| Error::BadRequest)
}

/// A name or value as text: with `\n` as line ends, and without control characters such as the null byte,
/// which PostgreSQL refuses.
fn decoded(text: &str) -> Result<String, Error> {
    let text = if text.contains('+') { Cow::Owned(text.replace('+', " ")) } else { Cow::Borrowed(text) };
    let text = percent_decode_str(&text).decode_utf8().map_err(|_| Error::BadRequest)?;
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    Ok(text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_values_are_decoded() {
        let sent = Submission::parse("name=K%C3%B6rber+%26+Co&text=a%0D%0Ab%0Dc&leer=&nur&name=zweiter").unwrap();
        assert_eq!(sent.get("name"), "Körber & Co");
        assert_eq!(sent.get("text"), "a\nb\nc");
        assert_eq!((sent.get("leer"), sent.get("nur"), sent.get("fehlt")), ("", "", ""));
        assert_eq!((sent.pairs().count(), sent.all("name")), (5, "Körber & Co\nzweiter".to_owned()));
    }

    #[test]
    fn characters_that_nobody_can_type_are_left_out() {
        let sent = Submission::parse("text=+a%00b%1B%C2%85c%09d%0A+").unwrap();
        assert_eq!(sent.get("text"), "abc\td");
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        for body in ["text=%FF", "text=%C3", "%E2%28%A1=x"] {
            assert!(matches!(Submission::parse(body), Err(Error::BadRequest)), "{body}");
        }
        // A percent sign that begins no byte stands for itself.
        assert_eq!(Submission::parse("text=100%25+%zz").unwrap().get("text"), "100% %zz");
    }

    #[tokio::test]
    async fn what_is_too_large_is_turned_away() {
        let read = async |size| read(Body::from("x".repeat(size)), LARGEST).await;
        assert_eq!(read(LARGEST).await.unwrap().len(), LARGEST);
        assert!(matches!(read(LARGEST + 1).await, Err(Error::TooLarge)));
    }

    #[test]
    fn only_forms_count_as_forms() {
        let is = |kind: &'static str| is_form(&HeaderMap::from_iter([(header::CONTENT_TYPE, kind.parse().unwrap())]));
        assert!(is("application/x-www-form-urlencoded") && is("Application/X-WWW-form-urlencoded; charset=UTF-8"));
        assert!(!is("multipart/form-data; boundary=x") && !is("text/plain") && !is_form(&HeaderMap::new()));
    }
}
