//! The preview of a version: the real page, through the router of the public pages, from a database in which
//! it is public ([`Rendered`]).
//!
//! A link to it ([`super::preview_link`]) opens the page without signing in, for a colleague or for journalists
//! before an embargo ends. Search engines are told to keep out, and nobody
//! keeps the page.

use axum::Router;
use axum::extract::Extension;
use golden_thread::{EntryId, history};
use web::{Answer, AppState, Ctx, Error, Preview};

use super::act::instant_in_words;
use super::{preview_link, unlisted};
use crate::entries::actions::{Refusal, revision};
use crate::entries::paths::{EntryPath, PreviewPath};
use crate::entries::rendering::{Rendered, Version};
use crate::entries::store;

/// The public pages of the site, through which previews are rendered.
#[derive(Debug, Clone)]
pub struct Public {
    /// Every page that the public sees, without language prefix.
    pub routes: Router<AppState>,
}

/// The page as it will be.
pub(crate) async fn show(
    path: PreviewPath,
    ctx: Ctx,
    Extension(public): Extension<Public>,
    Extension(rendered): Extension<Rendered>,
) -> Answer {
    let (id, number) = preview_link::open(&ctx, &path.secret).await?;
    let mut reader = ctx.db().read().await?;
    let document = revision(&mut reader.conn(), id, number).await.map_err(|_| Error::NotFound)?;
    let said = about(&ctx, &mut reader.conn(), id, number).await?;
    drop(reader);
    let version = Version { id, number, document: &document, said };
    let response = match rendered.answer(&ctx, &public.routes, version).await {
        Ok(response) => response,
        Err(Refusal::Broken(cause)) => return Err(cause.into()),
        Err(_) => return Err(Error::NotFound),
    };
    Ok(unlisted(response))
}

/// The notice above the page.
async fn about(ctx: &Ctx, conn: &mut db::Conn<'_>, id: EntryId, number: i64) -> Result<Preview, Error> {
    let work = history::work(conn, id).await?.ok_or(Error::NotFound)?;
    let (kind, slug) = store::name(conn, id).await?.ok_or(Error::NotFound)?;
    let notice = match work.due {
        Some((due, at)) if due == number => {
            let key = if kind.def().has_embargo { "preview-embargo" } else { "preview-due" };
            ctx.t_with(key, "instant", instant_in_words(ctx, at))
        }
        _ if work.live == Some(number) => ctx.t("preview-public"),
        _ if work.head != number => ctx.t_with("preview-old", "number", number),
        _ => ctx.t("preview-new"),
    };
    let back = ctx.href(EntryPath { folder: kind.folder().to_owned(), slug });
    Ok(Preview { notice, back: Some(back) })
}
