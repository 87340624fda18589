//! The form of an entry that was not saved as it was sent: it comes back with what is to be done.

use accounts::Desk;
use axum::http::StatusCode;
use desk_kit::form::{Conflict, Faults, Filled, Values, merge};
use golden_thread::history::{self, Act};
use web::{Answer, Error};

use super::edit::{self, values_of};
use super::sent::Sent;
use crate::entries::actions::{Refusal, revision};
use crate::entries::form::{self, Read};
use crate::entries::opened::author_of;

/// The form after a save that was refused.
pub(super) async fn not_done(desk: &Desk, mut sent: Sent, read: &Read, refusal: Refusal) -> Answer {
    match refusal {
        Refusal::Newer => {
            sent.opened = sent.opened.reloaded(desk).await?;
            conflict(desk, sent).await
        }
        Refusal::Withdrawn => withdrawn(desk, sent).await,
        Refusal::Binned => {
            sent.opened = sent.opened.reloaded(desk).await?;
            binned(desk, &sent).await
        }
        Refusal::Past => {
            sent.beside.instant.day_fault = Some(desk.t("entry-instant-past"));
            sent.page(desk).await?.refused()
        }
        Refusal::Unfit(unfit) => {
            let mut faults = read.left.clone();
            faults.extend(read.places.faults(&sent.filled.values, form::told(desk, &sent.parts, &unfit)));
            again(desk, sent, faults).await
        }
        Refusal::Broken(cause) => Err(Error::Broken(cause)),
    }
}

/// The form with faults.
pub(super) async fn again(desk: &Desk, sent: Sent, faults: Faults) -> Answer {
    let sent = Sent { filled: Filled { faults, ..sent.filled }, ..sent };
    sent.page(desk).await?.refused()
}

/// Shows both texts after somebody else has saved, merged where they do not touch each other.
pub(crate) async fn conflict(desk: &Desk, sent: Sent) -> Answer {
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let base = revision(conn, sent.opened.id, sent.head).await.map_err(|_| Error::BadRequest)?;
    let author = author_of(conn, &sent.opened).await?;
    drop(reader);
    let base = values_of(desk, &sent.opened, &base).await?;
    let theirs: Values = values_of(desk, &sent.opened, &sent.opened.document).await?;
    let merged = merge(&sent.parts, &base, &sent.filled.values, &theirs);
    let head = sent.opened.work.head;
    let conflict = Conflict::with(desk, author, &merged, &theirs);
    let sent = Sent { filled: sent.filled.merged(merged, conflict), head, ..sent };
    Ok(web::says_itself(StatusCode::CONFLICT, sent.page(desk).await?.answer()?))
}

/// Somebody has withdrawn the entry since; saved on purpose, the text is a draft.
async fn withdrawn(desk: &Desk, sent: Sent) -> Answer {
    let sent = sent.reloaded(desk).await?;
    let mut reader = desk.db().read().await?;
    let conn = &mut reader.conn();
    let acts = history::acts(conn, sent.opened.id).await?;
    drop(reader);
    let act = acts.into_iter().find(|act| act.act == Act::Withdrawn);
    let (author, why) = act.map(|act| (act.author, act.note.unwrap_or_default())).unwrap_or_default();
    let args = [("author", author.into()), ("why", why.into())];
    edit::not_done(sent.page(desk).await?, desk.t_args("entry-withdrawn-meanwhile", &args))
}

/// Somebody has deleted the draft since: the form as it was sent, with the button that brings the draft back.
pub(super) async fn binned(desk: &Desk, sent: &Sent) -> Answer {
    edit::not_done(sent.page(desk).await?, desk.t("entry-binned-meanwhile"))
}
