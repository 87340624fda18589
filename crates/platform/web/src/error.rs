//! Errors of handlers, and the pages that report them.
//!
//! *Absence* is [`Error::NotFound`]: the thing does not exist or is not public, which look the same
//! to a visitor. *Bad input* is [`Error::BadRequest`], and a truncated form
//! [`Error::CutOff`]. *Breakage* is [`Error::Broken`]: the visitor
//! sees an id, the log has the cause under that id. [`pages`] also replaces the answers of axum
//! itself (no route, wrong method, unreadable path), so every error is a page in the
//! visitor's language.

use askama::Template;
use axum::extract::{MatchedPath, OriginalUri, Request, State};
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};

use crate::ctx::{AppState, Ctx, own};
use crate::form::{Resend, SentForm};
use crate::headers;
use crate::page::Page;

/// The `Retry-After` of a busy server, in seconds.
const RETRY_SECONDS: HeaderValue = HeaderValue::from_static("30");

/// The result of a handler.
pub type Answer = Result<Response, Error>;

/// The reason why a handler gives no page.
#[derive(Debug)]
pub enum Error {
    /// The thing does not exist, or is not public (404).
    NotFound,
    /// The request cannot be understood (400).
    BadRequest,
    /// The request came from another site (CSRF, 403).
    Forbidden,
    /// The body took too long to arrive (408).
    Slow,
    /// The body is too large (413).
    TooLarge,
    /// The body is no form (415).
    NoForm,
    /// The body of a form is truncated (422).
    CutOff,
    /// Too many requests at once (503); the client may retry after `RETRY_SECONDS` seconds.
    Busy,
    /// A page that explains the error itself.
    Page(Box<Response>),
    /// An internal error (500).
    Broken(anyhow::Error),
}

impl Error {
    /// An error page that explains the error itself and names a next step. It is not cached.
    pub fn page(status: StatusCode, page: &impl Template) -> Self {
        match html(page) {
            Ok(mut answer) => {
                *answer.status_mut() = status;
                answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
                Self::Page(Box::new(answer))
            }
            Err(broken) => broken,
        }
    }
}

/// Lets `?` turn any other error into breakage.
impl<E: Into<anyhow::Error>> From<E> for Error {
    fn from(cause: E) -> Self {
        Self::Broken(cause.into())
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND.into_response(),
            Self::BadRequest => StatusCode::BAD_REQUEST.into_response(),
            Self::Forbidden => StatusCode::FORBIDDEN.into_response(),
            Self::Slow => StatusCode::REQUEST_TIMEOUT.into_response(),
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
            Self::NoForm => StatusCode::UNSUPPORTED_MEDIA_TYPE.into_response(),
            Self::CutOff => StatusCode::UNPROCESSABLE_ENTITY.into_response(),
            Self::Busy => (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, RETRY_SECONDS)]).into_response(),
            Self::Page(mut answer) => {
                answer.extensions_mut().insert(SaysItself);
                *answer
            }
            Self::Broken(cause) => {
                let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
                response.extensions_mut().insert(Cause(std::sync::Arc::new(cause)));
                response
            }
        }
    }
}

/// Renders a template as an answer.
pub fn html(page: &impl Template) -> Answer {
    Ok(Html(page.render()?).into_response())
}

/// Marks an answer that explains the error itself: a form with its messages, or beside a
/// concurrent change.
pub fn says_itself(status: StatusCode, mut page: Response) -> Response {
    *page.status_mut() = status;
    page.extensions_mut().insert(SaysItself);
    page
}

/// The same address without a trailing slash, which people and other sites like to add.
fn without_slash(uri: &Uri) -> Option<String> {
    let path =
        uri.path().strip_suffix('/').filter(|path| !path.is_empty() && !path.ends_with('/') && own(path) == *path)?;
    Some(uri.query().map_or_else(|| path.to_owned(), |query| format!("{path}?{query}")))
}

/// The mark of an answer that explains the error itself, so that [`pages`] leaves it unchanged.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SaysItself;

#[derive(Debug, Clone)]
struct Cause(std::sync::Arc<anyhow::Error>);

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    status: u16,
    text: String,
    /// The id that a visitor can name when asking for help.
    id: Option<String>,
    /// The content of the refused form, so that it can be sent again.
    again: Option<Resend>,
}

/// Middleware: replaces every error answer by a page.
pub(crate) async fn pages(
    State(state): State<AppState>,
    OriginalUri(uri): OriginalUri,
    mut request: Request,
    next: Next,
) -> Response {
    // The pattern of the path, never the path itself, which may contain a secret.
    let route = request.extensions().get::<MatchedPath>().cloned();
    let is_reading = matches!(*request.method(), Method::GET | Method::HEAD);
    let sent = SentForm::follow(&mut request, &state.public_url);
    let response = next.run(request).await;
    let status = match response.status() {
        // An unreadable path belongs to no page; only a query or a form can be a bad request.
        StatusCode::BAD_REQUEST if is_reading && uri.query().is_none() => StatusCode::NOT_FOUND,
        status => status,
    };
    let is_error = status.is_client_error() || status.is_server_error();
    if !is_error || response.extensions().get::<SaysItself>().is_some() {
        return response;
    }
    if let Some(address) = without_slash(&uri).filter(|_| status == StatusCode::NOT_FOUND) {
        return Redirect::permanent(&address).into_response();
    }
    let come_back = response.headers().get(header::RETRY_AFTER);
    let id = (status.is_server_error() && come_back.is_none()).then(|| state.ids.next().to_string());
    if let Some(id) = &id {
        let cause = response.extensions().get::<Cause>();
        let route = route.as_ref().map(MatchedPath::as_str);
        tracing::error!(id, route, cause = ?cause.map(|cause| &cause.0), "page is broken");
    }
    let again = match sent.filter(|_| can_be_sent_again(status)) {
        Some(sent) => sent.resend(&uri, status).await,
        None => None,
    };
    let mut answer = in_full(Ctx::new(&state, &uri), status, id, again);
    if let Some(come_back) = come_back {
        answer.headers_mut().insert(header::RETRY_AFTER, come_back.clone());
    }
    if let Some(allow) = response.headers().get(header::ALLOW) {
        answer.headers_mut().insert(header::ALLOW, allow.clone());
    }
    answer
}

/// True if it was our fault, or if shortening a text helps.
fn can_be_sent_again(status: StatusCode) -> bool {
    status.is_server_error() || status == StatusCode::PAYLOAD_TOO_LARGE
}

/// The error page as an uncached answer.
fn in_full(ctx: Ctx, status: StatusCode, id: Option<String>, again: Option<Resend>) -> Response {
    let mut answer = match page(ctx, status, id, again) {
        Ok(body) => (status, Html(body)).into_response(),
        Err(_) => status.into_response(),
    };
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

fn page(ctx: Ctx, status: StatusCode, id: Option<String>, again: Option<Resend>) -> askama::Result<String> {
    let (title, text) = match status {
        StatusCode::NOT_FOUND => (ctx.t("error-not-found-title"), ctx.t("error-not-found-text")),
        StatusCode::FORBIDDEN => (ctx.t("error-forbidden-title"), ctx.t("error-forbidden-text")),
        StatusCode::REQUEST_TIMEOUT => (ctx.t("error-slow-title"), ctx.t("error-slow-text")),
        StatusCode::PAYLOAD_TOO_LARGE if again.is_some() => {
            (ctx.t("error-too-large-title"), ctx.t("error-too-large-again"))
        }
        StatusCode::PAYLOAD_TOO_LARGE => (ctx.t("error-too-large-title"), ctx.t("error-too-large-text")),
        StatusCode::UNSUPPORTED_MEDIA_TYPE => (ctx.t("error-no-form-title"), ctx.t("error-no-form-text")),
        StatusCode::UNPROCESSABLE_ENTITY => (ctx.t("error-cut-off-title"), ctx.t("error-cut-off-text")),
        StatusCode::URI_TOO_LONG | StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE => {
            (ctx.t("error-too-long-title"), ctx.t("error-too-long-text"))
        }
        _ if again.is_some() => (ctx.t("error-broken-title"), ctx.t("error-broken-again")),
        StatusCode::SERVICE_UNAVAILABLE if id.is_none() => (ctx.t("error-busy-title"), ctx.t("error-busy-text")),
        _ if status.is_server_error() => (ctx.t("error-broken-title"), ctx.t("error-broken-text")),
        _ => (ctx.t("error-refused-title"), ctx.t("error-refused-text")),
    };
    let page = Page::new(ctx, title).without_index();
    ErrorPage { page, status: status.as_u16(), text, id, again }.render()
}

/// The page for a request that is refused before the router sees it.
pub(crate) fn refusal(state: &AppState, uri: &Uri, status: StatusCode) -> Response {
    let mut answer = in_full(Ctx::new(state, uri), status, None, None);
    headers::complete(&mut answer);
    if let Some(value) = headers::strict_transport(&state.public_url) {
        answer.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, value);
    }
    answer
}
