//! The submitted form on an error page, so that it can be sent once more after a fault of ours.
//!
//! Nothing typed gets lost: the page has a form with the same address and the same fields. Each request
//! with a form carries a [`SentForm`]. The extractor that reads the form leaves a copy there; if none has
//! read it, because the database failed before, the unread body comes back and is read for the page. Forms
//! of another site never get that far, and secrets are not shown again.

use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::http::{Method, StatusCode, Uri};
use hyper::body::{Frame, SizeHint};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use super::same_site::is_from_another_site;
use super::shield::HONEYPOT;
use super::submission::{Submission, is_form, read};
use crate::ctx::own;

/// Fields that carry a secret: a password, or the challenge of a passkey. A form with one is not shown
/// again.
const SECRET_FIELDS: [&str; 2] = ["passwort", "frage"];
/// The largest body that is read for the error page alone, in bytes.
const LARGEST_UNREAD: usize = 2 << 20;
/// Timeout of reading it.
const READ_LIMIT: Duration = Duration::from_secs(10);
/// Number of such bodies in memory at a time. Beyond it, the page is shown without the form.
static UNREAD_PERMITS: Semaphore = Semaphore::const_new(4);
/// Longest value in a field of one line, in characters.
const ONE_LINE: usize = 80;

/// The form of a request, kept for the case that the answer is an error. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct SentForm(Arc<Mutex<State>>);

#[derive(Debug, Default)]
enum State {
    /// An extractor is reading it, or has failed to.
    #[default]
    Elsewhere,
    /// Nobody has begun to read.
    Unread(Body),
    Read(Submission),
}

impl SentForm {
    /// Keeps the form of a request; `None` if it has none, or one of another site.
    pub(crate) fn follow(request: &mut Request, public_url: &str) -> Option<Self> {
        let headers = request.headers();
        if request.method() != Method::POST || !is_form(headers) || is_from_another_site(headers, public_url) {
            return None;
        }
        let sent = Self::default();
        let body = std::mem::take(request.body_mut());
        *request.body_mut() = Body::new(Followed { body: Some(body), is_begun: false, sent: sent.clone() });
        request.extensions_mut().insert(sent.clone());
        Some(sent)
    }

    /// Leaves a copy.
    pub(super) fn keep(&self, submission: &Submission) {
        self.put(State::Read(submission.clone()));
    }

    /// The form, if it arrived completely; an unread one is read now. `None` while somebody else reads it, and for one that
    /// is too large or too slow.
    pub async fn submission(&self) -> Option<Submission> {
        let state = std::mem::take(&mut *self.state());
        let submission = match state {
            State::Read(submission) => submission,
            State::Unread(body) => {
                let _permit = UNREAD_PERMITS.try_acquire().ok()?;
                Submission::parse(&timeout(READ_LIMIT, read(body, LARGEST_UNREAD)).await.ok()?.ok()?).ok()?
            }
            State::Elsewhere => return None,
        };
        self.keep(&submission);
        Some(submission)
    }

    /// The form to send once more, if it is complete and holds no secret. An unread body is read only if
    /// `status` is a fault of ours, and not if it was refused for its size.
    pub(crate) async fn resend(self, uri: &Uri, status: StatusCode) -> Option<Resend> {
        if matches!(*self.state(), State::Unread(_)) && !status.is_server_error() {
            return None;
        }
        Resend::new(uri, &self.submission().await?)
    }

    fn put(&self, state: State) {
        *self.state() = state;
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A body that goes back to its [`SentForm`] if it is dropped unread.
#[derive(Debug)]
struct Followed {
    /// `None` only while it is dropped.
    body: Option<Body>,
    is_begun: bool,
    sent: SentForm,
}

impl HttpBody for Followed {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        self.is_begun = true;
        self.body.as_mut().map_or(Poll::Ready(None), |body| Pin::new(body).poll_frame(cx))
    }

    fn is_end_stream(&self) -> bool {
        self.body.as_ref().is_none_or(HttpBody::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.body.as_ref().map(HttpBody::size_hint).unwrap_or_default()
    }
}

impl Drop for Followed {
    fn drop(&mut self) {
        if let Some(body) = self.body.take().filter(|_| !self.is_begun) {
            self.sent.put(State::Unread(body));
        }
    }
}

/// A form to send once more.
#[derive(Debug, PartialEq, Eq)]
pub struct Resend {
    /// Path to which it was sent.
    pub action: String,
    /// All submitted fields, in their order.
    pub fields: Vec<ResendField>,
}

/// A field of such a form.
#[derive(Debug, PartialEq, Eq)]
pub struct ResendField {
    /// As in the original form.
    pub name: String,
    /// As it was submitted.
    pub value: String,
    /// The number of the visible text field; `None` for codes, tickets and ids, which are sent as hidden
    /// fields.
    pub number: Option<usize>,
}

impl Resend {
    /// The form that was sent to an address; `None` if it holds a secret.
    pub fn new(uri: &Uri, submission: &Submission) -> Option<Self> {
        if submission.pairs().any(|(name, _)| SECRET_FIELDS.contains(&name)) {
            return None;
        }
        let mut texts = 0;
        // A filled honeypot may be emptied; without a filled one there is nothing to lose.
        let fields = submission.pairs().filter(|(name, _)| *name != HONEYPOT).map(|(name, value)| {
            let number = is_text(value).then(|| {
                texts += 1;
                texts
            });
            ResendField { name: name.to_owned(), value: value.to_owned(), number }
        });
        let fields = fields.collect();
        let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        Some(Self { action: format!("{}{query}", own(uri.path())), fields })
    }
}

impl ResendField {
    /// True if one line is enough to show it.
    pub fn is_one_line(&self) -> bool {
        !self.value.contains('\n') && self.value.chars().nth(ONE_LINE).is_none()
    }
}

/// True if a person wrote this; values of machines have no blanks and are short.
fn is_text(value: &str) -> bool {
    value.trim().contains(char::is_whitespace) || value.chars().nth(ONE_LINE).is_some()
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderName, header};

    use super::*;

    fn request(headers: &[(HeaderName, &str)]) -> Request {
        let request = Request::post("/kontakt?von=hier");
        let request = headers.iter().fold(request, |request, (name, value)| request.header(name, *value));
        request.body(Body::from("text=zwei+Worte&ticket=abc&text=eins")).unwrap()
    }

    fn form() -> (HeaderName, &'static str) {
        (header::CONTENT_TYPE, "application/x-www-form-urlencoded")
    }

    #[tokio::test]
    async fn form_that_nobody_read_comes_back_whole_if_the_fault_is_ours() {
        let resend = async |status| {
            let mut request = request(&[form()]);
            let sent = SentForm::follow(&mut request, "https://ort.example").unwrap();
            drop(request);
            sent.resend(&Uri::from_static("/kontakt?von=hier"), status).await
        };
        assert_eq!(resend(StatusCode::PAYLOAD_TOO_LARGE).await, None);
        let resend = resend(StatusCode::SERVICE_UNAVAILABLE).await.unwrap();
        let fields = resend.fields.iter().map(|field| (field.name.as_str(), field.value.as_str(), field.number));
        let expected = [("text", "zwei Worte", Some(1)), ("ticket", "abc", None), ("text", "eins", None)];
        assert_eq!(fields.collect::<Vec<_>>(), expected);
        assert_eq!(resend.action, "/kontakt?von=hier");
    }

    #[tokio::test]
    async fn half_of_a_form_is_not_shown_as_if_it_were_whole() {
        let mut request = request(&[form()]);
        let sent = SentForm::follow(&mut request, "https://ort.example").unwrap();
        let mut body = request.into_body();
        std::future::poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await.unwrap().unwrap();
        drop(body);
        assert_eq!(sent.resend(&Uri::from_static("/kontakt"), StatusCode::INTERNAL_SERVER_ERROR).await, None);
    }

    #[test]
    fn form_of_another_site_and_what_is_no_form_are_not_followed() {
        let foreign = (HeaderName::from_static("sec-fetch-site"), "cross-site");
        for headers in [&[form(), foreign][..], &[(header::CONTENT_TYPE, "text/plain")], &[]] {
            assert!(SentForm::follow(&mut request(headers), "https://ort.example").is_none(), "{headers:?}");
        }
    }

    #[test]
    fn secrets_are_not_shown_again() {
        for name in SECRET_FIELDS {
            let submission = Submission::of(&[("email", "a@ort.example"), (name, "geheim und lang")]);
            assert_eq!(Resend::new(&Uri::from_static("/anmelden/passwort"), &submission), None);
        }
    }

    #[test]
    fn honeypot_is_left_out() {
        let submission = Submission::of(&[("text", "zwei Worte"), (HONEYPOT, "https://ort.example")]);
        let fields = Resend::new(&Uri::from_static("/kontakt"), &submission).unwrap().fields;
        assert_eq!(fields.iter().map(|field| field.name.as_str()).collect::<Vec<_>>(), ["text"]);
    }

    #[test]
    fn address_of_another_host_is_no_place_to_send_to() {
        let submission = Submission::of(&[("a", "b")]);
        let action = |uri: &str| Resend::new(&uri.parse().unwrap(), &submission).unwrap().action;
        assert_eq!(action("//evil.example/x"), "/");
        assert_eq!(action("http://evil.example/kontakt"), "/kontakt", "only the path of an absolute address counts");
    }
}
