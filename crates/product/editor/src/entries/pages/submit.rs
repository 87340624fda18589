//! The form of an entry, sent: its buttons save what is in it, and do with the saved version what they say.
//!
//! Nothing typed is lost on the way: a form with faults, one that meets a version of somebody else, and one whose entry was
//! renamed or withdrawn meanwhile come back as they were sent, with what is to be done. What stands in fields beside the form
//! whose button was not pressed comes back after the save.

use accounts::{Desk, OwnerKey, Sight};
use archive::Document;
use axum::Extension;
use axum::response::{IntoResponse as _, Redirect, Response};
use desk_kit::form::Filled;
use desk_kit::unsent;
use golden_thread::history::Act;
use golden_thread::{EntryId, State};
use web::form::{END, Submission, YES};
use web::{Answer, Error, Notice};

use super::beside::Beside;
use super::button::Button;
use super::edit::{EditPage, values_of};
use super::instant::InstantFields;
use super::not_saved::{again, binned, conflict, not_done};
use super::notes::Written;
use super::sent::{HEAD, STATE, Sent};
use super::{NOTICES, Public, preview_link};
use crate::entries::actions::{self, NewVersion, Then};
use crate::entries::form::Read;
use crate::entries::opened::{ENTRY, Opened, by};
use crate::entries::paths::EntryPath;
use crate::entries::{in_place, notes};
use crate::registers::source;
use crate::remarks;

/// The name of the field with the fingerprint of the remarks that the page shows.
const REMARKS: &str = "hinweise";
/// The code of the message that asks to look at them.
pub(crate) const ASKED: &str = "vorher";

/// Takes the form of an entry.
pub(crate) async fn save(
    path: EntryPath,
    desk: Desk,
    public: Extension<Public>,
    Extension(key): Extension<OwnerKey>,
    sent: Submission,
) -> Answer {
    let (button, pressed) = (Button::of(&sent), sent.get("do").to_owned());
    let (as_sent, seen) = (sent.clone(), sent.get(REMARKS).to_owned());
    let mut sent = Sent::take(&desk, (&path.folder, &path.slug), sent).await?;
    if in_place::press(&desk, &sent.parts, &mut sent.filled, &pressed).await? {
        return sent.page(&desk).await?.answer();
    }
    if sent.opened.is_binned {
        return binned(&desk, &sent).await;
    }
    source::add_typed(&desk, &sent.parts, &mut sent.filled).await?;
    if !sent.filled.faults.is_empty() {
        return sent.page(&desk).await?.refused();
    }
    desk.require(!button.publishes() || sent.opened.may_publish)?;
    let then = match button.then(&desk, &sent.beside.instant, sent.opened.work.due.map(|(_, at)| at)) {
        Ok(then) => then,
        Err(instant) => {
            sent.beside.instant = instant;
            return sent.page(&desk).await?.refused();
        }
    };
    if sent.head != sent.opened.work.head {
        return conflict(&desk, sent).await;
    }
    let read = match sent.read(&desk, button).await? {
        Ok(read) => read,
        Err(faults) => return again(&desk, sent, faults).await,
    };
    let note = match sent.beside.note.read(&desk, &sent.opened).await? {
        Ok(note) => note,
        Err(note) => {
            sent.beside.note = note;
            return sent.page(&desk).await?.refused();
        }
    };
    let is_asked = is_asked(&desk, &public, (button, &seen), &read.document).await?;
    let then = if is_asked { Then::Nothing } else { then };
    // The future is large, and that of the request holds it.
    Box::pin(keep(&desk, (&key, &as_sent), sent, (read, then, note), (button, is_asked))).await
}

/// Saves the version, with what is to follow.
async fn keep(
    desk: &Desk,
    (key, as_sent): (&OwnerKey, &Submission),
    mut sent: Sent,
    (read, then, note): (Read, Then, Option<notes::actions::NewNote>),
    (button, is_asked): (Button, bool),
) -> Answer {
    let new = NewVersion {
        document: &read.document,
        act: Act::Saved,
        note: None,
        told: note.as_ref(),
        knows_withdrawal: sent.knows_withdrawal(),
        // What had to be left out goes public with no schedule.
        may_publish: sent.opened.may_publish && read.left.is_empty(),
        then,
    };
    let number = match actions::save(desk.state(), by(desk), sent.opened.seen(sent.head), new).await {
        Ok(number) => number,
        Err(refusal) => return not_done(desk, sent, &read, refusal).await,
    };
    let instant = sent.beside.instant.clone();
    sent.beside.note = Written::default();
    if matches!(then, Then::Schedule(_)) {
        sent.beside.instant = InstantFields::default();
    }
    if is_asked {
        return Ok(to_remarks(desk, &address(&sent, button, &read.document), &instant));
    }
    let saved = (sent.opened.id, number);
    if !read.left.is_empty() {
        let filled = Filled { faults: read.left, ..sent.filled };
        return in_part(desk, (key, as_sent), saved, (filled, sent.beside)).await;
    }
    let Some(notice) = notice(&sent, button, number) else {
        return preview_link::to(desk, sent.opened.id, number).await;
    };
    if sent.beside.is_pending(desk, &sent.opened).await? {
        return with_pending(desk, (key, as_sent), saved, (sent.beside, notice)).await;
    }
    Ok(NOTICES.redirect(desk, address(&sent, button, &read.document), notice))
}

/// True if there is something to look at before the document goes public, and its author has not seen it yet.
pub(crate) async fn is_asked(
    desk: &Desk,
    public: &Public,
    (button, seen): (Button, &str),
    document: &Document,
) -> Result<bool, Error> {
    if !button.publishes() {
        return Ok(false);
    }
    let found = remarks::find(desk, Some(Sight::of(&desk.person)), &public.routes, document).await?;
    let is_overruled = button.overrules() && seen == remarks::fingerprint(&found);
    Ok(!found.is_empty() && !is_overruled)
}

/// The redirect to the form, with what should be looked at first.
pub(crate) fn to_remarks(desk: &Desk, path: &EntryPath, fields: &InstantFields) -> Response {
    let address = NOTICES.address(desk, path, ASKED);
    let instant = fields.query();
    Redirect::to(&format!("{address}{instant}")).into_response()
}

/// The code of the message that a button has done what it says; `None` for the preview, which is seen.
fn notice(sent: &Sent, button: Button, number: i64) -> Option<&'static str> {
    Some(match button {
        Button::Preview => return None,
        Button::Publish | Button::PublishAnyway => "veroeffentlicht",
        Button::Schedule | Button::ScheduleAnyway => "geplant",
        Button::AskApproval => "zur-freigabe",
        Button::Save if number == sent.head => "unveraendert",
        Button::Save if sent.opened.waits_for_approval() => "gespeichert-freigabe",
        Button::Save => "gespeichert",
    })
}

/// The address of the form after a save. A draft that got another one is found there at once; an entry that the public
/// knows moves when it is published.
fn address(sent: &Sent, button: Button, document: &Document) -> EntryPath {
    let is_published = matches!(button, Button::Publish | Button::PublishAnyway);
    let slug =
        if is_published || sent.opened.state != State::Published { document.slug.as_str() } else { &sent.opened.slug };
    EntryPath { folder: sent.opened.folder.clone(), slug: slug.to_owned() }
}

/// The form after a save that had to leave something out: the words are still in it, and are kept for their author.
pub(crate) async fn in_part(
    desk: &Desk,
    owner: (&OwnerKey, &Submission),
    (id, number): (EntryId, i64),
    (mut filled, beside): (Filled, Beside),
) -> Answer {
    let opened = Opened::load(desk, id).await?;
    // The form of a new entry does not ask for its address.
    if !filled.values.has("slug") {
        filled.values.set("slug", &opened.slug);
    }
    let page = EditPage::again(desk, &opened, number, &filled).await?.with_beside(beside);
    keep_rest(desk, owner, (&opened, number), &page, filled.values.get("slug")).await?;
    page.saved_in_part().refused()
}

/// The form after a save, with fields beside it whose button was not pressed.
async fn with_pending(
    desk: &Desk,
    owner: (&OwnerKey, &Submission),
    (id, number): (EntryId, i64),
    (beside, notice): (Beside, &str),
) -> Answer {
    let opened = Opened::load(desk, id).await?;
    let values = values_of(desk, &opened, &opened.document).await?;
    let slug = values.get("slug").to_owned();
    let mut page = EditPage::again(desk, &opened, number, &Filled::with(values)).await?.with_beside(beside);
    let text = format!("{} {}", NOTICES.text(desk, notice), desk.t("entry-beside-pending"));
    page.notice = Some(Notice { text, is_warning: true });
    keep_rest(desk, owner, (&opened, number), &page, &slug).await?;
    page.answer()
}

/// Keeps what was sent for its author, as the form of the version that was saved of it.
async fn keep_rest(
    desk: &Desk,
    (key, sent): (&OwnerKey, &Submission),
    (opened, number): (&Opened, i64),
    page: &EditPage,
    slug: &str,
) -> Result<(), Error> {
    let rest = [
        (HEAD, number.to_string()),
        (ENTRY, opened.id.0.to_string()),
        (STATE, opened.state.code().to_owned()),
        ("slug", slug.to_owned()),
        (unsent::FORM, page.form_name().to_owned()),
        (unsent::ACTION, desk.href(opened.path())),
    ];
    let rest = rest.iter().fold(sent.clone(), |rest, (name, value)| rest.with(name, value));
    Ok(unsent::keep_rest(desk, key, sent, &rest.with(END, YES)).await?)
}
