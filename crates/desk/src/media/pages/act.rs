//! What is done with a medium besides describing it: other bytes, withdrawal, return.

use accounts::{Desk, can_upload};
use axum::response::{IntoResponse as _, Redirect};
use base::Slug;
use db::{Conn, Tx};
use media::actions::{self, Refused};
use media::{Medium, Upload};
use services::audit::{self, Act, Deed};
use web::form::Submission;
use web::{Answer, Error};

use super::NoticeQuery;
use super::new::take;
use super::show::{Returned, answer};
use crate::media::paths::{MediumPath, ReplacementPath, RestorationPath, WithdrawalPath};
use crate::media::store;

/// Puts an upload in the place of a medium's bytes; its address stays.
pub(super) async fn replace(path: ReplacementPath, desk: Desk, sent: Upload) -> Answer {
    desk.require(can_upload(&desk.person))?;
    let taken = match take(&desk, &sent.name, sent.file).await? {
        Ok(taken) => taken,
        Err(faults) => {
            let returned = Returned { file: Some(faults), ..Returned::default() };
            return answer(&desk, &path.slug, &NoticeQuery::default(), returned).await;
        }
    };
    let mut tx = desk.db().write().await?;
    match actions::replace(&mut tx.conn(), &desk.state().clock, &path.slug, taken).await? {
        Ok(medium) => {
            // Pages say how wide and high a picture is.
            keep(tx, medium.missing().is_empty()).await?;
            Ok(told(&desk, path.slug, "ersetzt"))
        }
        Err(Refused::OtherType) => Ok(told(&desk, path.slug, "andere-art")),
        Err(_) => Err(Error::NotFound),
    }
}

/// Withdraws a medium that nothing uses.
pub(super) async fn withdraw(path: WithdrawalPath, desk: Desk, _: Submission) -> Answer {
    desk.require(can_upload(&desk.person))?;
    let state = desk.state();
    let mut tx = state.db.write().await?;
    let is_used = !store::uses(&mut tx.conn(), path.slug.as_str()).await?.is_empty();
    let done =
        if is_used { Err(Refused::Used) } else { actions::withdraw(&mut tx.conn(), &state.clock, &path.slug).await? };
    match done {
        Ok(medium) => {
            note(&mut tx.conn(), &desk, Deed::Withdrawn, &medium).await?;
            tx.commit().await?;
            Ok(told(&desk, path.slug, "zurueckgezogen"))
        }
        Err(Refused::Used) => Ok(told(&desk, path.slug, "genutzt")),
        Err(_) => Err(Error::NotFound),
    }
}

/// Brings a withdrawn medium back.
pub(super) async fn restore(path: RestorationPath, desk: Desk, _: Submission) -> Answer {
    desk.require(can_upload(&desk.person))?;
    let mut tx = desk.db().write().await?;
    let medium = actions::restore(&mut tx.conn(), &path.slug).await?.map_err(|_| Error::NotFound)?;
    note_if_public(&mut tx.conn(), &desk, &medium).await?;
    // A text may have named it meanwhile.
    tx.publish().await?;
    Ok(told(&desk, path.slug, "wiederhergestellt"))
}

/// Keeps what was done; if pages show it, they are rendered anew.
pub(super) async fn keep(tx: Tx, is_shown: bool) -> db::Result<()> {
    if is_shown { tx.publish().await } else { tx.commit().await }
}

/// Notes in the audit log that the public may see a medium now.
pub(super) async fn note_if_public(conn: &mut Conn<'_>, desk: &Desk, medium: &Medium) -> Result<(), Error> {
    if medium.missing().is_empty() { note(conn, desk, Deed::Published, medium).await } else { Ok(()) }
}

async fn note(conn: &mut Conn<'_>, desk: &Desk, deed: Deed, medium: &Medium) -> Result<(), Error> {
    let (clock, ids) = (&desk.state().clock, &desk.state().ids);
    let subject = format!("medien/{}", medium.slug);
    let act = Act { deed, by: Some(desk.actor()), subject: &subject, label: &medium.about.title };
    Ok(audit::note(conn, (clock, ids), &act).await?)
}

fn told(desk: &Desk, slug: Slug, notice: &str) -> axum::response::Response {
    Redirect::to(&format!("{}?hinweis={notice}", desk.href(MediumPath { slug }))).into_response()
}
