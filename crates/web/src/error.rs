//! What goes wrong, and the pages that say so.
//!
//! *Absence* is [`Error::NotFound`]: the thing does not exist or is not public, which are the same
//! to a visitor. *Bad input* is [`Error::BadRequest`]. *Breakage* is [`Error::Broken`]: the visitor
//! sees an id, the log has the cause under that id. [`pages`] also dresses the answers that axum
//! gives by itself (no route, wrong method, unreadable path), so every error is a page in the
//! visitor's language.

use askama::Template;
use axum::extract::{OriginalUri, Request, State};
use axum::http::{StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};

use crate::ctx::{AppState, Ctx, own};
use crate::page::Page;

/// What a handler returns.
pub type Answer = Result<Response, Error>;

/// Why there is no page.
#[derive(Debug)]
pub enum Error {
    /// It does not exist, or the public may not see it.
    NotFound,
    /// The request cannot be understood.
    BadRequest,
    /// Something of ours is broken.
    Broken(anyhow::Error),
}

/// Breakage travels up with `?`.
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
            Self::Broken(cause) => {
                let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
                response.extensions_mut().insert(Cause(std::sync::Arc::new(cause)));
                response
            }
        }
    }
}

/// Renders a template as the answer.
pub fn html(page: &impl Template) -> Answer {
    Ok(Html(page.render()?).into_response())
}

/// The same address without the slash at its end, which people and other sites like to add.
fn without_slash(uri: &Uri) -> Option<String> {
    let path =
        uri.path().strip_suffix('/').filter(|path| !path.is_empty() && !path.ends_with('/') && own(path) == *path)?;
    Some(uri.query().map_or_else(|| path.to_owned(), |query| format!("{path}?{query}")))
}

#[derive(Debug, Clone)]
struct Cause(std::sync::Arc<anyhow::Error>);

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    page: Page,
    status: u16,
    text: String,
    /// What a visitor can name when asking for help.
    id: Option<String>,
}

/// Middleware: gives every error answer a page.
pub(crate) async fn pages(
    State(state): State<AppState>,
    OriginalUri(uri): OriginalUri,
    request: Request,
    next: Next,
) -> Response {
    let response = next.run(request).await;
    let status = match response.status() {
        // A path that cannot be read names nothing of ours; only a query can be a bad request.
        StatusCode::BAD_REQUEST if uri.query().is_none() => StatusCode::NOT_FOUND,
        status => status,
    };
    if !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    if let Some(address) = without_slash(&uri).filter(|_| status == StatusCode::NOT_FOUND) {
        return Redirect::permanent(&address).into_response();
    }
    let id = status.is_server_error().then(|| state.ids.next().to_string());
    if let Some(id) = &id {
        let cause = response.extensions().get::<Cause>();
        tracing::error!(id, path = uri.path(), cause = ?cause.map(|cause| &cause.0), "page is broken");
    }
    let ctx = Ctx::new(&state, &uri);
    let (title, text) = match status {
        StatusCode::NOT_FOUND => (ctx.t("error-not-found-title"), ctx.t("error-not-found-text")),
        _ if status.is_server_error() => (ctx.t("error-broken-title"), ctx.t("error-broken-text")),
        _ => (ctx.t("error-refused-title"), ctx.t("error-refused-text")),
    };
    let page = Page::new(ctx, title).without_index();
    let body = ErrorPage { page, status: status.as_u16(), text, id }.render();
    let mut answer = match body {
        Ok(body) => (status, Html(body)).into_response(),
        Err(_) => status.into_response(),
    };
    if let Some(allow) = response.headers().get(header::ALLOW) {
        answer.headers_mut().insert(header::ALLOW, allow.clone());
    }
    answer
}
