//! Acts on a medium besides its description: other bytes, release, withdrawal, return.

use accounts::Desk;
use axum::response::Response;
use base::Slug;
use db::{Conn, Tx};
use media::actions::{self, Refusal};
use media::{Medium, Upload};
use services::audit;
use web::form::{Submission, YES};
use web::{Answer, Error};

use super::NOTICES;
use super::new::take;
use super::show::{FORMER, Returned, answer};
use crate::acts::MediumAct;
use crate::media::held::{Held, Replacer};
use crate::media::paths::{MediumPath, ReleasePath, ReplacementPath, RestorationPath, ReturnPath, WithdrawalPath};
use crate::media::store;

/// The field of the button that withdraws a medium although entries use it.
pub(super) const EVEN_USED: &str = "trotzdem";

/// Puts an upload in the place of a medium's bytes; its address stays.
pub(super) async fn replace(path: ReplacementPath, Replacer { desk, held }: Replacer, mut sent: Upload) -> Answer {
    let file = sent.files.swap_remove(0).read().await?;
    let taken = match take(&desk, &file.name, file.file).await? {
        Ok(taken) => taken,
        Err(faults) => {
            let returned = Returned { file: Some(faults), ..Returned::default() };
            return answer(&desk, &held, returned).await;
        }
    };
    let state = desk.state();
    let mut tx = state.db.write().await?;
    let now = state.now();
    let done = actions::replace(&mut tx.conn(), now, (&path.slug, held.by(&desk)), taken).await?;
    other_bytes(&desk, tx, path.slug, done, (|medium| MediumAct::Replaced(medium), "ersetzt")).await
}

/// Brings bytes back that a medium had before.
pub(super) async fn bring_back(path: ReturnPath, desk: Desk, sent: Submission) -> Answer {
    let held = Held::to_change(&desk, &path.slug).await?;
    let former = sent.get(FORMER).parse().map_err(|_| Error::NotFound)?;
    let state = desk.state();
    let mut tx = state.db.write().await?;
    let now = state.now();
    let done = actions::bring_back(&mut tx.conn(), now, (&path.slug, held.by(&desk)), former).await?;
    other_bytes(&desk, tx, path.slug, done, (|medium| MediumAct::BroughtBack(medium), "zurueckgeholt")).await
}

async fn other_bytes(
    desk: &Desk,
    mut tx: Tx,
    slug: Slug,
    done: Result<Medium, Refusal>,
    (act, notice): (fn(&Medium) -> MediumAct<'_>, &str),
) -> Answer {
    match done {
        Ok(medium) => {
            note(&mut tx.conn(), desk, act(&medium)).await?;
            // Pages say how wide and high a picture is.
            keep(tx, medium.is_public()).await?;
            Ok(noticed(desk, slug, notice))
        }
        Err(Refusal::OtherType) => Ok(noticed(desk, slug, "andere-art")),
        Err(refused) => Err(refusal(desk, &refused)),
    }
}

/// Agrees that the public sees a medium.
pub(super) async fn release(path: ReleasePath, desk: Desk, _: Submission) -> Answer {
    let held = Held::find(&desk, &path.slug).await?;
    desk.require(held.may_publish)?;
    let mut tx = desk.db().write().await?;
    let medium = actions::release(&mut tx.conn(), &desk.state().clock, &path.slug).await?;
    let medium = medium.map_err(|refused| refusal(&desk, &refused))?;
    note(&mut tx.conn(), &desk, MediumAct::Published(&medium)).await?;
    keep(tx, medium.is_public()).await?;
    Ok(noticed(&desk, path.slug, "freigegeben"))
}

/// Withdraws a medium that nothing uses.
pub(super) async fn withdraw(path: WithdrawalPath, desk: Desk, sent: Submission) -> Answer {
    let held = Held::to_change(&desk, &path.slug).await?;
    let state = desk.state();
    let even_used = sent.get(EVEN_USED) == YES;
    let mut tx = state.db.write().await?;
    let done = if !even_used && store::is_used(&mut tx.conn(), path.slug.as_str()).await? {
        Err(Refusal::Used)
    } else {
        actions::withdraw(&mut tx.conn(), &state.clock, (&path.slug, held.by(&desk)), even_used).await?
    };
    match done {
        Ok(medium) => {
            note(&mut tx.conn(), &desk, MediumAct::Withdrawn(&medium)).await?;
            // Pages that showed it are rendered anew.
            tx.publish().await?;
            Ok(noticed(&desk, path.slug, "zurueckgezogen"))
        }
        Err(Refusal::Used) => Ok(noticed(&desk, path.slug, "genutzt")),
        Err(refused) => Err(refusal(&desk, &refused)),
    }
}

/// Brings a withdrawn medium back. If the public sees it then, that is a publication.
pub(super) async fn restore(path: RestorationPath, desk: Desk, _: Submission) -> Answer {
    let held = Held::to_change(&desk, &path.slug).await?;
    let mut tx = desk.db().write().await?;
    let medium = actions::restore(&mut tx.conn(), &path.slug).await?.map_err(|_| Error::NotFound)?;
    desk.require(held.may_publish || !medium.missing().is_empty())?;
    note(&mut tx.conn(), &desk, MediumAct::BroughtBack(&medium)).await?;
    // A text may have named it meanwhile.
    tx.publish().await?;
    Ok(noticed(&desk, path.slug, "wiederhergestellt"))
}

/// The answer to an act that the page did not offer.
pub(super) fn refusal(desk: &Desk, refused: &Refusal) -> Error {
    match refused {
        Refusal::Public => desk.require(false).err().unwrap_or(Error::Forbidden),
        _ => Error::NotFound,
    }
}

/// Keeps what was done; if pages show it, they are rendered anew.
pub(super) async fn keep(tx: Tx, is_shown: bool) -> db::Result<()> {
    if is_shown { tx.publish().await } else { tx.commit().await }
}

/// Notes in the audit log that the public may see a medium now.
pub(super) async fn note_if_public(conn: &mut Conn<'_>, desk: &Desk, medium: &Medium) -> Result<(), Error> {
    if medium.is_public() { note(conn, desk, MediumAct::Published(medium)).await } else { Ok(()) }
}

/// Notes in the audit log what was done with a medium.
pub(super) async fn note(conn: &mut Conn<'_>, desk: &Desk, act: MediumAct<'_>) -> Result<(), Error> {
    Ok(audit::note(conn, desk.state().now(), desk.actor(), &act).await?)
}

/// Redirects to the page of the medium with a flash message.
fn noticed(desk: &Desk, slug: Slug, notice: &str) -> Response {
    NOTICES.redirect(desk, MediumPath { slug }, notice)
}
