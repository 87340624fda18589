//! What a version will look like: the real page, through the router of the public pages, from a database in which
//! it is public ([`Rendered`]).
//!
//! The link is private: its address carries entry, version and end, sealed. Whoever has it sees the page
//! without signing in, which is what one sends to a colleague, or to journalists before an embargo ends.
//! Search engines are told to keep out, and nobody keeps the page.

use accounts::Desk;
use axum::Router;
use axum::extract::Extension;
use axum::response::{IntoResponse as _, Redirect, Response};
use jiff::{SignedDuration, Timestamp};
use services::keys::{Key, hex, unhex};
use thread::{EntryId, history};
use uuid::Uuid;
use web::form::Submission;
use web::{Answer, AppState, Ctx, Error, Preview};

use super::act::instant_in_words;
use super::unlisted;
use crate::entries::actions::{Refusal, revision};
use crate::entries::opened::Opened;
use crate::entries::paths::{EntryPath, PreviewLinkPath, PreviewPath};
use crate::entries::rendering::{Rendered, Version};
use crate::entries::store;

/// How long a link lasts.
const LASTS: SignedDuration = SignedDuration::from_hours(14 * 24);
/// Bytes of entry, version, end, and the half of a seal.
const LENGTH: usize = 16 + 8 + 8 + 16;

/// What the preview needs of the site: its public pages, and the key of its links.
#[derive(Debug, Clone)]
pub struct Public {
    /// Every page that the public sees, without language prefix.
    pub routes: Router<AppState>,
    /// Seals the links.
    pub key: Key,
}

/// The private link to the newest version.
pub(crate) async fn link(
    path: PreviewLinkPath,
    desk: Desk,
    Extension(public): Extension<Public>,
    _: Submission,
) -> Answer {
    let opened = Opened::find(&desk, &path.folder, &path.slug).await?;
    Ok(to(&desk, &public.key, opened.id, opened.work.head))
}

/// The address of the preview of a version.
pub(crate) fn address(ctx: &Ctx, key: &Key, id: EntryId, number: i64) -> String {
    let ends = (ctx.state().clock.now() + LASTS).as_second();
    let mut bytes = id.0.as_bytes().to_vec();
    bytes.extend(number.to_be_bytes());
    bytes.extend(ends.to_be_bytes());
    let seal = key.seal(&[&bytes]);
    bytes.extend(&seal[..16]);
    ctx.href(PreviewPath { seal: hex(&bytes) })
}

/// Opens the link: entry, version, end.
fn open(key: &Key, text: &str) -> Option<(EntryId, i64, Timestamp)> {
    let bytes = unhex(text).filter(|bytes| bytes.len() == LENGTH)?;
    let (said, seal) = bytes.split_at(LENGTH - 16);
    if !key.proves(&[said], seal) {
        return None;
    }
    let number = |from: usize| Some(i64::from_be_bytes(said.get(from..from + 8)?.try_into().ok()?));
    let id = EntryId(Uuid::from_slice(said.get(..16)?).ok()?);
    Some((id, number(16)?, Timestamp::from_second(number(24)?).ok()?))
}

/// The page as it will be.
pub(crate) async fn show(
    path: PreviewPath,
    ctx: Ctx,
    Extension(public): Extension<Public>,
    Extension(rendered): Extension<Rendered>,
) -> Answer {
    let (id, number, ends) = open(&public.key, &path.seal).ok_or(Error::NotFound)?;
    if ends < ctx.state().clock.now() {
        return Err(Error::NotFound);
    }
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

/// Goes to the preview of a version that was just saved.
pub(crate) fn to(ctx: &Ctx, key: &Key, id: EntryId, number: i64) -> Response {
    Redirect::to(&address(ctx, key, id, number)).into_response()
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
