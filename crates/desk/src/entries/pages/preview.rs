//! What a version will look like: the real page, through the router of the public pages, in a transaction in
//! which it is public and that is then taken back.
//!
//! Whoever has a link to it ([`super::preview_link`]) sees the page without signing in, which is what one sends to
//! a colleague, or to journalists before an embargo ends. Search engines are told to keep out, and nobody
//! keeps the page.

use archive::Document;
use axum::Router;
use axum::body::Body;
use axum::extract::Extension;
use axum::http::{Request, header};
use axum::response::Response;
use base::Locale;
use thread::{EntryId, history};
use tower::ServiceExt as _;
use web::{Answer, AppState, Ctx, Error, Preview};

use super::act::instant_in_words;
use super::{preview_link, unlisted};
use crate::entries::actions::{self, Refusal, revision};
use crate::entries::paths::{EntryPath, PreviewPath};
use crate::entries::store;

/// What the preview needs of the site: its public pages.
#[derive(Debug, Clone)]
pub struct Public {
    /// Every page that the public sees, without language prefix.
    pub routes: Router<AppState>,
}

/// The page as it will be.
pub(crate) async fn show(path: PreviewPath, ctx: Ctx, Extension(public): Extension<Public>) -> Answer {
    let (id, number) = preview_link::open(&ctx, &path.secret).await?;
    let mut reader = ctx.db().read().await?;
    let document = revision(&mut reader.conn(), id, number).await.map_err(|_| Error::NotFound)?;
    let preview = about(&ctx, &mut reader.conn(), id, number).await?;
    drop(reader);
    let response = match render(&ctx, &public, id, &document, preview).await {
        Ok(response) => response,
        Err(Refusal::Broken(cause)) => return Err(cause.into()),
        Err(_) => return Err(Error::NotFound),
    };
    Ok(unlisted(response))
}

async fn render(
    ctx: &Ctx,
    public: &Public,
    id: EntryId,
    document: &Document,
    preview: Preview,
) -> Result<Response, Refusal> {
    let state = ctx.state();
    let tx = actions::foresee(state, id, document).await?;
    let foreseeing = state.foreseeing(state.db.within(tx), preview);
    let prefix = if ctx.locale() == Locale::En { Locale::En.prefix() } else { "" };
    let request = Request::get(format!("{prefix}{}", document.path())).body(Body::empty())?;
    let router = match prefix {
        "" => public.routes.clone(),
        prefix => Router::new().nest(prefix, public.routes.clone()),
    };
    let mut response = match router.with_state(foreseeing).oneshot(request).await {
        Ok(response) => response,
        Err(never) => match never {},
    };
    response.headers_mut().remove(header::ETAG);
    Ok(response)
}

/// What is said above the page.
async fn about(ctx: &Ctx, conn: &mut db::Conn<'_>, id: EntryId, number: i64) -> Result<Preview, Error> {
    let work = history::work(conn, id).await?.ok_or(Error::NotFound)?;
    let (kind, slug) = store::name(conn, id).await?.ok_or(Error::NotFound)?;
    let notice = match work.due {
        Some((due, at)) if due == number => {
            let key = if kind == thread::Kind::PressRelease { "preview-embargo" } else { "preview-due" };
            ctx.t_with(key, "instant", instant_in_words(ctx, at))
        }
        _ if work.live == Some(number) => ctx.t("preview-public"),
        _ if work.head != number => ctx.t_with("preview-old", "number", number),
        _ => ctx.t("preview-new"),
    };
    let back = ctx.href(EntryPath { folder: kind.folder().to_owned(), slug });
    Ok(Preview { notice, back: Some(back) })
}
