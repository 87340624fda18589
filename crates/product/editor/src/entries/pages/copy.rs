//! The button that copies an entry: a new draft with its content.

use accounts::rights::WRITE_ENTRIES;
use accounts::{Desk, can_begin};
use axum::http::StatusCode;
use golden_thread::EntryId;
use web::Answer;
use web::form::Submission;

use super::NOTICES;
use super::begin::free_slug;
use super::submit::Sent;
use crate::entries::actions::{self, Refusal, Then};
use crate::entries::copied::{copied, title};
use crate::entries::opened::{by, subject};
use crate::entries::paths::{CopyPath, EntryPath};

/// Copies the newest version of an entry, and opens the form of the copy. Text that is not saved yet is kept.
pub(crate) async fn copy(path: CopyPath, desk: Desk, sent: Submission) -> Answer {
    let sent = Sent::take(&desk, (&path.folder, &path.slug), sent).await?;
    let original = &sent.opened.document;
    let kind = original.kind;
    desk.require(can_begin(&desk.person, kind))?;
    let title = title(&desk, original);
    let slug = free_slug(&desk, kind, &title).await?;
    let document = copied(original, title, slug, desk.state().clock.now());
    let subject = subject(&mut desk.db().read().await?.conn(), None, &document).await?;
    if !WRITE_ENTRIES.covers(&desk.person, &subject) {
        return refused(&desk, &sent, "entry-out-of-reach").await;
    }
    let id = EntryId(desk.state().ids.next());
    match actions::create(desk.state(), by(&desk), id, (&document, Then::Nothing)).await {
        Ok(()) => {}
        Err(Refusal::Unfit(_)) => return refused(&desk, &sent, "entry-copy-unfit").await,
        Err(refusal) if refusal.is_race() => return refused(&desk, &sent, "entry-just-taken").await,
        Err(refusal) => return Err(refusal.into_error()),
    }
    let path = EntryPath { folder: sent.opened.folder.clone(), slug: document.slug.to_string() };
    let answer = NOTICES.redirect(&desk, path, "kopiert");
    Ok(if sent.is_changed(&desk).await? { desk_kit::unsent::not_saved(answer) } else { answer })
}

/// The form as it was sent, with the reason why there is no copy.
async fn refused(desk: &Desk, sent: &Sent, why: &str) -> Answer {
    let mut page = sent.page(desk).await?;
    page.refusal = Some(desk.t(why));
    Ok(web::says_itself(StatusCode::CONFLICT, page.answer()?))
}
