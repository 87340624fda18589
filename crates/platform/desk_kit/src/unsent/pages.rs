//! The pages of unsent text: the list of one's own, the form with the text in it, and the address at which scripts keep it.

use accounts::{Desk, DeskPage, OwnerKey};
use askama::Template;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::{Extension, Router};
use axum_extra::routing::RouterExt as _;
use base::Locale;
use db::Conn;
use tower::ServiceExt as _;
use web::form::{FormLimit, Resend, ResendField, Submission};
use web::{Answer, AppState, Error, Notice, Notices};

use super::{SHOW, Typed, Unsent, store, watch};
use crate::paths::{DroppedPath, KeepPath, ReturnedPath, UnsentListPath, UnsentPath};
use crate::{Attention, Line};

/// Texts that the start page shows; the list has all.
const SHOWN: usize = 5;

const NOTICES: Notices =
    Notices { done: &[("verworfen", "unsent-dropped"), ("wieder-da", "unsent-returned")], refused: &[] };

/// All routes of the desk, through which a form is shown with the text that was typed into it.
#[derive(Debug, Clone)]
pub struct DeskRoutes(pub Router<AppState>);

/// The routes of unsent text.
pub(crate) fn router() -> Router<AppState> {
    Router::new().typed_get(list).typed_get(resume).typed_post(keep).typed_post(drop_text).typed_post(return_text)
}

/// A text of the list.
#[derive(Debug)]
struct Entry {
    title: String,
    at: String,
    is_dropped: bool,
    resume: String,
    /// The button that drops it, or takes that back.
    button: String,
}

#[derive(Template)]
#[template(path = "unsent/list.html")]
struct ListPage {
    page: DeskPage,
    notice: Option<Notice>,
    entries: Vec<Entry>,
}

async fn list(_: UnsentListPath, desk: Desk) -> Answer {
    let texts = store::list(&mut desk.db().read().await?.conn(), desk.person.id).await?;
    let page = DeskPage::new(&desk, desk.t("unsent-list"));
    let entry = |unsent: Unsent| Entry {
        at: page.moment(unsent.at),
        resume: desk.href(UnsentPath { id: unsent.id }),
        button: if unsent.is_dropped {
            desk.href(ReturnedPath { id: unsent.id })
        } else {
            desk.href(DroppedPath { id: unsent.id })
        },
        is_dropped: unsent.is_dropped,
        title: titled(&desk, unsent.title),
    };
    let entries = texts.into_iter().map(entry).collect();
    web::html(&ListPage { notice: NOTICES.find(&desk), page, entries })
}

fn titled(desk: &Desk, title: String) -> String {
    if title.is_empty() { desk.t("unsent-untitled") } else { title }
}

/// Keeps the form of a page while somebody fills it in.
async fn keep(_: KeepPath, desk: Desk, Extension(key): Extension<OwnerKey>, sent: Submission) -> Answer {
    let typed = Typed::of(&key, &sent).filter(|typed| typed.person == desk.person.id);
    let typed = typed.ok_or(Error::BadRequest)?;
    watch::keep(desk.state(), &typed).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}

async fn drop_text(path: DroppedPath, desk: Desk, _: Submission) -> Answer {
    mark(&desk, path.id, true).await?;
    Ok(NOTICES.redirect(&desk, UnsentListPath, "verworfen"))
}

async fn return_text(path: ReturnedPath, desk: Desk, _: Submission) -> Answer {
    mark(&desk, path.id, false).await?;
    Ok(NOTICES.redirect(&desk, UnsentListPath, "wieder-da"))
}

async fn mark(desk: &Desk, id: uuid::Uuid, is_dropped: bool) -> Result<(), Error> {
    let at = is_dropped.then(|| desk.state().clock.now());
    let mut tx = desk.db().write().await?;
    if !store::drop_text(&mut tx.conn(), desk.person.id, id, at).await? {
        return Err(Error::NotFound);
    }
    Ok(tx.commit().await?)
}

#[derive(Template)]
#[template(path = "unsent/text.html")]
struct TextPage {
    page: DeskPage,
    texts: Vec<ResendField>,
}

/// The form with the text in it, as its own page shows it; the text alone if there is no such form any more.
async fn resume(
    path: UnsentPath,
    desk: Desk,
    Extension(routes): Extension<DeskRoutes>,
    Extension(limit): Extension<FormLimit>,
    headers: HeaderMap,
) -> Answer {
    let found = store::find(&mut desk.db().read().await?.conn(), desk.person.id, path.id).await?;
    let unsent = found.ok_or(Error::NotFound)?;
    let sent = Submission::parse(&unsent.body)?;
    let answer = shown(&desk, routes, (limit, &headers), (&unsent.path, &sent)).await?;
    if answer.status() == StatusCode::OK {
        return Ok(answer);
    }
    let fields = Resend::new(&axum::http::Uri::from_static("/"), &sent).map(|form| form.fields).unwrap_or_default();
    let texts = fields.into_iter().filter(|field| field.number.is_some()).collect();
    let page = DeskPage::new(&desk, titled(&desk, unsent.title)).below(desk.t("unsent-list"), UnsentListPath);
    web::html(&TextPage { page, texts })
}

/// The answer of a form's own page to the button [`SHOW`].
async fn shown(
    desk: &Desk,
    DeskRoutes(routes): DeskRoutes,
    (limit, headers): (FormLimit, &HeaderMap),
    (path, sent): (&str, &Submission),
) -> Result<Response, Error> {
    let mut request = Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(sent.with("do", SHOW).to_body()))?;
    for cookie in headers.get_all(header::COOKIE) {
        request.headers_mut().append(header::COOKIE, cookie.clone());
    }
    request.extensions_mut().insert(limit);
    let routes = Router::new().merge(routes.clone()).nest(Locale::En.prefix(), routes);
    match routes.with_state(desk.state().clone()).oneshot(request).await {
        Ok(answer) => Ok(answer),
        Err(never) => match never {},
    }
}

/// The person's own unsent texts, for their start page.
pub(crate) async fn attention(conn: &mut Conn<'_>, desk: &Desk, page: &DeskPage) -> Result<Vec<Attention>, Error> {
    let texts: Vec<Unsent> =
        store::list(conn, desk.person.id).await?.into_iter().filter(|unsent| !unsent.is_dropped).collect();
    let total = i64::try_from(texts.len())?;
    let line = |unsent: Unsent| Line {
        title: titled(desk, unsent.title),
        href: desk.href(UnsentPath { id: unsent.id }),
        note: page.moment(unsent.at),
    };
    let lines = texts.into_iter().take(SHOWN).map(line).collect();
    Ok(vec![Attention { code: "unsent", waits: false, total, lines, all: desk.href(UnsentListPath) }])
}
