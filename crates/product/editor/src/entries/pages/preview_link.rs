//! The personal links to a preview: made, listed and revoked at the entry, opened without signing in.
//!
//! A link shows one version. It ends by itself, when somebody revokes it, and when its maker may not write
//! the entry any more: they could not show it to anybody either.

use accounts::rights::WRITE_ENTRIES;
use accounts::{Desk, PersonId};
use axum::response::{IntoResponse as _, Redirect};
use golden_thread::EntryId;
use jiff::SignedDuration;
use services::pass::{self, NewPass, Pass};
use uuid::Uuid;
use web::form::Submission;
use web::{Answer, Ctx, Error};

use super::act::{after, instant_in_words};
use super::sent::Sent;
use crate::entries::opened::subject_of;
use crate::entries::paths::{PreviewPath, RevocationPath};
use crate::entries::store;

/// The purpose of the links among all passes.
const PURPOSE: &str = "preview";
/// The lifetime of a link.
const LASTS: SignedDuration = SignedDuration::from_hours(14 * 24);
/// The name of the field with the id of the link to revoke.
const LINK: &str = "link";
/// Its value for all of them.
pub(super) const ALL: &str = "alle";

/// A link that opens now, as the page of the entry lists it.
#[derive(Debug)]
pub(super) struct OpenLink {
    pub(super) id: Uuid,
    /// Its version, its maker, the time, and the end of the link, in words.
    pub(super) description: String,
}

/// Makes a link to a version and goes there.
pub(super) async fn to(desk: &Desk, id: EntryId, number: i64) -> Answer {
    let state = desk.state();
    let (subject, detail) = (id.0.to_string(), number.to_string());
    let new = NewPass {
        purpose: PURPOSE,
        subject: &subject,
        detail: &detail,
        maker: Some((desk.person.id.0, &desk.person.name)),
        lasts: LASTS,
        once: false,
    };
    let mut tx = state.db.write().await?;
    let secret = pass::make(&mut tx.conn(), state.now(), &new).await?;
    tx.commit().await?;
    let address = desk.href(PreviewPath { secret: secret.as_str().to_owned() });
    Ok(Redirect::to(&address).into_response())
}

/// Opens a link: entry and version.
///
/// # Errors
/// Not found, whatever the reason; breakage.
pub(super) async fn open(ctx: &Ctx, shown: &str) -> Result<(EntryId, i64), Error> {
    let state = ctx.state();
    let mut reader = ctx.db().read().await?;
    let conn = &mut reader.conn();
    let pass = pass::find(conn, PURPOSE, shown, state.clock.now()).await?.ok_or(Error::NotFound)?;
    let maker = pass.maker.ok_or(Error::NotFound)?;
    let maker = accounts::directory::at_work(conn, PersonId(maker)).await?.ok_or(Error::NotFound)?;
    let (id, number) = target(&pass).ok_or(Error::NotFound)?;
    let (kind, _) = store::name(conn, id).await?.ok_or(Error::NotFound)?;
    let subject = subject_of(conn, id, kind).await?;
    if WRITE_ENTRIES.covers(&maker, &subject) { Ok((id, number)) } else { Err(Error::NotFound) }
}

fn target(pass: &Pass) -> Option<(EntryId, i64)> {
    Some((EntryId(pass.subject.parse().ok()?), pass.detail.parse().ok()?))
}

/// The links to previews of an entry that open now, the newest first.
///
/// # Errors
/// If the database fails.
pub(super) async fn open_links(desk: &Desk, id: EntryId) -> Result<Vec<OpenLink>, Error> {
    let now = desk.state().clock.now();
    let passes = pass::list(&mut desk.db().read().await?.conn(), PURPOSE, &id.0.to_string(), now).await?;
    let description = |pass: &Pass| {
        desk.t_args(
            "preview-link",
            &[
                ("number", pass.detail.as_str().into()),
                ("maker", pass.maker_name.as_str().into()),
                ("made", instant_in_words(desk, pass.made_at).into()),
                ("ends", instant_in_words(desk, pass.ends_at).into()),
            ],
        )
    };
    Ok(passes.iter().map(|pass| OpenLink { id: pass.id, description: description(pass) }).collect())
}

/// Revokes one link of the entry, or all.
pub(super) async fn revoke(path: RevocationPath, desk: Desk, sent: Submission) -> Answer {
    let link = sent.get(LINK).to_owned();
    let sent = Sent::take(&desk, (&path.folder, &path.slug), sent).await?;
    let (subject, now) = (sent.opened.id.0.to_string(), desk.state().clock.now());
    let mut tx = desk.db().write().await?;
    let conn = &mut tx.conn();
    if link == ALL {
        pass::revoke_all(conn, (PURPOSE, &subject), now).await?;
    } else {
        let id: Uuid = link.parse().map_err(|_| Error::NotFound)?;
        if !pass::revoke(conn, (PURPOSE, &subject), id, now).await? {
            return Err(Error::NotFound);
        }
    }
    tx.commit().await?;
    after(&desk, &sent, "link-zurueckgezogen").await
}
