//! The form of an entry, sent: its buttons save what is in it, and do with the saved version what they say.
//!
//! Nothing typed is lost on the way: a form with faults, one that meets a version of somebody else, and one whose entry was
//! renamed or withdrawn meanwhile come back as they were sent, with what is to be done.

use accounts::{Desk, OwnerKey, Sight};
use archive::Document;
use axum::Extension;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Redirect, Response};
use desk_kit::form::{Conflict, Faults, Filled, Part, Values, merge};
use desk_kit::unsent;
use golden_thread::history::{self, Act};
use golden_thread::{EntryId, State};
use web::form::{END, Submission, YES};
use web::{Answer, Error};

use super::edit::{EditPage, values_of};
use super::instant::{InstantFields, instant};
use super::notes::Written;
use super::{NOTICES, Public, preview_link};
use crate::entries::actions::{self, NewVersion, Refusal, Then, revision};
use crate::entries::form::{self, Read};
use crate::entries::opened::{ENTRY, Opened, author_of, by};
use crate::entries::paths::EntryPath;
use crate::entries::{in_place, notes};
use crate::registers::source;
use crate::remarks;

/// The name of the field with the version that was opened.
pub(crate) const HEAD: &str = "fassung";
/// The name of the field with the state that the entry had.
pub(crate) const STATE: &str = "zustand";

/// The name of the field with the fingerprint of the remarks that the page shows.
pub(crate) const REMARKS: &str = "hinweise";
/// The code of the message that asks to look at them.
pub(crate) const ASKED: &str = "vorher";

/// The number of the version with which an entry begins.
pub(crate) const BEGUN: i64 = 1;

/// A button of the form that saves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Button {
    Save,
    Preview,
    /// Save, and hand it over to be approved.
    AskApproval,
    Publish,
    /// Although there are remarks, which the form names.
    PublishAnyway,
    Schedule,
    ScheduleAnyway,
}

impl Button {
    /// The button by its value. A form without one was sent by the Enter key, which saves.
    pub(crate) fn of(sent: &Submission) -> Self {
        match sent.get("do") {
            "vorschau" => Self::Preview,
            "freigabe" => Self::AskApproval,
            "veroeffentlichen" => Self::Publish,
            "trotzdem" => Self::PublishAnyway,
            "planen" => Self::Schedule,
            "trotzdem-planen" => Self::ScheduleAnyway,
            _ => Self::Save,
        }
    }

    /// True if only people may press it who publish.
    pub(crate) fn publishes(self) -> bool {
        !matches!(self, Self::Save | Self::Preview | Self::AskApproval)
    }

    /// Reads a form. What does not exist keeps nobody from saving a draft; for the other buttons, all of it must be there.
    pub(crate) fn read(
        self,
        desk: &Desk,
        base: &Document,
        sent: desk_kit::form::Sent<'_>,
    ) -> anyhow::Result<Result<Read, Faults>> {
        match form::read(desk, base, sent)? {
            Err(faults) if self == Self::Save => Ok(form::read_known(desk, base, sent)?.map_err(|_| faults)),
            read => Ok(read),
        }
    }

    /// True if somebody has seen remarks and presses all the same.
    fn overrules(self) -> bool {
        matches!(self, Self::PublishAnyway | Self::ScheduleAnyway)
    }
}

/// The form of an entry as it was sent.
#[derive(Debug)]
pub(crate) struct Sent {
    /// The entry as it is now.
    pub(crate) opened: Opened,
    /// The version that the form was made of.
    pub(crate) head: i64,
    pub(crate) filled: Filled,
    /// A note beside the form.
    pub(crate) note: Written,
    parts: Vec<Part>,
    /// The state that the entry had for its author.
    state: Option<State>,
}

impl Sent {
    /// Takes the form of an entry that this person may write.
    pub(crate) async fn take(desk: &Desk, address: (&str, &str), sent: Submission) -> Result<Self, Error> {
        let opened = Opened::of_form(desk, address, &sent).await?;
        let parts = opened.parts();
        let head = sent.get(HEAD).parse().map_err(|_| Error::BadRequest)?;
        let (state, note) = (State::from_code(sent.get(STATE)), Written::of(&sent));
        let sent = sent.whole()?;
        let filled = Filled::sent(&mut desk.db().read().await?.conn(), Sight::of(&desk.person), &parts, &sent).await?;
        Ok(Self { opened, head, filled, note, parts, state })
    }

    /// The page with the form as it was sent.
    pub(crate) async fn page(&self, desk: &Desk) -> Result<EditPage, Error> {
        let page = EditPage::again(desk, &self.opened, self.head, &self.filled).await?;
        Ok(page.with_note(self.note.clone()))
    }

    /// The same form, about the entry as it is by now.
    pub(crate) async fn reloaded(self, desk: &Desk) -> Result<Self, Error> {
        Ok(Self { opened: self.opened.reloaded(desk).await?, ..self })
    }

    /// The form of a new entry that was sent before: it was made of the version that it has begun.
    pub(crate) async fn of_begun(desk: &Desk, id: EntryId, filled: Filled) -> Result<Self, Error> {
        let opened = Opened::load(desk, id).await?;
        let begun = revision(&mut desk.db().read().await?.conn(), id, BEGUN).await?;
        let mut filled = filled;
        // The form of a new entry does not ask for its address.
        filled.values.set("slug", begun.slug.as_str());
        let (parts, state, note) = (opened.parts(), Some(opened.state), Written::default());
        Ok(Self { opened, head: BEGUN, filled, note, parts, state })
    }

    /// The document that the form makes of the newest version for a button, if this person may make it.
    async fn read(&self, desk: &Desk, button: Button) -> Result<Result<Read, Faults>, Error> {
        let shown = values_of(desk, &self.opened, &self.opened.document).await?;
        let sent = desk_kit::form::Sent::of(&self.parts, &self.filled, &shown);
        let read = match button.read(desk, &self.opened.document, sent)? {
            Ok(read) => read,
            Err(faults) => return Ok(Err(faults)),
        };
        Ok(match self.opened.refusal_of(desk, &read.document).await? {
            Some(why) => Err(read.refused(desk.t(why))),
            None => Ok(read),
        })
    }

    /// True if the form holds something that its version does not, or a note beside it is not written yet.
    pub(crate) async fn is_changed(&self, desk: &Desk) -> Result<bool, Error> {
        if self.head != self.opened.work.head || !self.note.text.is_empty() {
            return Ok(true);
        }
        Ok(match self.read(desk, Button::Publish).await? {
            Ok(read) => !read.document.says_the_same(&self.opened.document),
            Err(_) => true,
        })
    }
}

/// Takes the form of an entry.
pub(crate) async fn save(
    path: EntryPath,
    desk: Desk,
    public: Extension<Public>,
    Extension(key): Extension<OwnerKey>,
    sent: Submission,
) -> Answer {
    let (button, pressed) = (Button::of(&sent), sent.get("do").to_owned());
    let as_sent = sent.clone();
    let (fields, seen) = (InstantFields::of(&sent), sent.get(REMARKS).to_owned());
    let mut sent = Sent::take(&desk, (&path.folder, &path.slug), sent).await?;
    if in_place::press(&desk, &sent.parts, &mut sent.filled, &pressed).await? {
        return sent.page(&desk).await?.answer();
    }
    if sent.opened.is_binned {
        return binned(&desk, &sent).await;
    }
    source::add_typed(&desk, &sent.parts, &mut sent.filled).await?;
    if !sent.filled.faults.is_empty() {
        return with_instant(&desk, &sent, fields).await;
    }
    desk.require(!button.publishes() || sent.opened.may_publish)?;
    let then = match then(&desk, button, &fields, sent.opened.work.due.map(|(_, at)| at)) {
        Ok(then) => then,
        Err(fields) => return with_instant(&desk, &sent, fields).await,
    };
    if sent.head != sent.opened.work.head {
        return conflict(&desk, sent).await;
    }
    let read = match sent.read(&desk, button).await? {
        Ok(read) => read,
        Err(faults) => return again(&desk, sent, faults).await,
    };
    let note = match sent.note.read(&desk, &sent.opened).await? {
        Ok(note) => note,
        Err(note) => return Sent { note, ..sent }.page(&desk).await?.refused(),
    };
    let is_asked = is_asked(&desk, &public, (button, &seen), &read.document).await?;
    let then = if is_asked { Then::Nothing } else { then };
    // The future is large, and that of the request holds it.
    Box::pin(keep(&desk, (&key, &as_sent), sent, (read, then, note), (button, fields, is_asked))).await
}

/// Saves the version, with what is to follow.
async fn keep(
    desk: &Desk,
    (key, as_sent): (&OwnerKey, &Submission),
    sent: Sent,
    (read, then, note): (Read, Then, Option<notes::actions::NewNote>),
    (button, fields, is_asked): (Button, InstantFields, bool),
) -> Answer {
    let new = NewVersion {
        document: &read.document,
        act: Act::Saved,
        note: None,
        knows_withdrawal: sent.state == Some(State::Withdrawn) || sent.opened.state != State::Withdrawn,
        // What had to be left out goes public with no schedule.
        may_publish: sent.opened.may_publish && read.left.is_empty(),
        then,
    };
    let saved = actions::save(desk.state(), by(desk), sent.opened.seen(sent.head), new).await;
    if let (Ok(_), Some(note)) = (&saved, &note) {
        notes::actions::add(desk.state(), by(desk), sent.opened.id, note).await?;
    }
    match saved {
        Ok(_) if is_asked => Ok(to_remarks(desk, &address(&sent, button, &read.document), &fields)),
        Ok(number) if !read.left.is_empty() => {
            in_part(desk, (key, as_sent), (sent.opened.id, number), Filled { faults: read.left, ..sent.filled }).await
        }
        Ok(number) => done(desk, &sent, (button, number), &read.document).await,
        Err(refusal) => not_done(desk, sent, &read, (refusal, fields)).await,
    }
}

/// The act that follows a save; if its instant cannot be read, the fields with what is wrong.
pub(crate) fn then(
    desk: &Desk,
    button: Button,
    fields: &InstantFields,
    due: Option<jiff::Timestamp>,
) -> Result<Then, InstantFields> {
    match button {
        Button::Save | Button::Preview => Ok(Then::Nothing),
        Button::AskApproval => Ok(Then::AskApproval),
        Button::Publish | Button::PublishAnyway => Ok(Then::Publish),
        Button::Schedule | Button::ScheduleAnyway => instant(desk, fields, due).map(Then::Schedule),
    }
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

async fn done(desk: &Desk, sent: &Sent, (button, number): (Button, i64), document: &Document) -> Answer {
    let notice = match button {
        Button::Preview => return preview_link::to(desk, sent.opened.id, number).await,
        Button::Publish | Button::PublishAnyway => "veroeffentlicht",
        Button::Schedule | Button::ScheduleAnyway => "geplant",
        Button::AskApproval => "zur-freigabe",
        Button::Save if number == sent.head => "unveraendert",
        Button::Save if sent.opened.waits_for_approval() => "gespeichert-freigabe",
        Button::Save => "gespeichert",
    };
    Ok(NOTICES.redirect(desk, address(sent, button, document), notice))
}

/// The address of the form after a save. A draft that got another one is found there at once; an entry that the public
/// knows moves when it is published.
fn address(sent: &Sent, button: Button, document: &Document) -> EntryPath {
    let is_published = matches!(button, Button::Publish | Button::PublishAnyway);
    let slug =
        if is_published || sent.opened.state != State::Published { document.slug.as_str() } else { &sent.opened.slug };
    EntryPath { folder: sent.opened.folder.clone(), slug: slug.to_owned() }
}

async fn not_done(desk: &Desk, mut sent: Sent, read: &Read, (refusal, fields): (Refusal, InstantFields)) -> Answer {
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
            let fields = InstantFields { day_fault: Some(desk.t("entry-instant-past")), ..fields };
            with_instant(desk, &sent, fields).await
        }
        Refusal::Unfit(unfit) => {
            let mut faults = read.left.clone();
            faults.extend(read.places.faults(&sent.filled.values, form::told(desk, &sent.parts, &unfit)));
            again(desk, sent, faults).await
        }
        Refusal::Broken(cause) => Err(Error::Broken(cause)),
    }
}

/// The form after a save that had to leave something out: the words are still in it, and are kept for their author.
pub(crate) async fn in_part(
    desk: &Desk,
    (key, sent): (&OwnerKey, &Submission),
    (id, number): (EntryId, i64),
    mut filled: Filled,
) -> Answer {
    let opened = Opened::load(desk, id).await?;
    // The form of a new entry does not ask for its address.
    if !filled.values.has("slug") {
        filled.values.set("slug", &opened.slug);
    }
    let page = EditPage::again(desk, &opened, number, &filled).await?;
    let rest = [
        (HEAD, number.to_string()),
        (ENTRY, id.0.to_string()),
        (STATE, opened.state.code().to_owned()),
        ("slug", filled.values.get("slug").to_owned()),
        (unsent::FORM, page.form_name().to_owned()),
        (unsent::ACTION, desk.href(opened.path())),
    ];
    let rest = rest.iter().fold(sent.clone(), |rest, (name, value)| rest.with(name, value));
    unsent::keep_rest(desk, key, sent, &rest.with(END, YES)).await?;
    page.saved_in_part().refused()
}

async fn again(desk: &Desk, sent: Sent, faults: Faults) -> Answer {
    let sent = Sent { filled: Filled { faults, ..sent.filled }, ..sent };
    sent.page(desk).await?.refused()
}

async fn with_instant(desk: &Desk, sent: &Sent, fields: InstantFields) -> Answer {
    sent.page(desk).await?.with_instant(fields).refused()
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
    says_itself(StatusCode::CONFLICT, &sent.page(desk).await?)
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
    let mut page = sent.page(desk).await?;
    let args = [("author", author.into()), ("why", why.into())];
    page.refusal = Some(desk.t_args("entry-withdrawn-meanwhile", &args));
    says_itself(StatusCode::CONFLICT, &page)
}

/// Somebody has deleted the draft since: the form as it was sent, with the button that brings the draft back.
async fn binned(desk: &Desk, sent: &Sent) -> Answer {
    let mut page = sent.page(desk).await?;
    page.refusal = Some(desk.t("entry-binned-meanwhile"));
    says_itself(StatusCode::CONFLICT, &page)
}

fn says_itself(status: StatusCode, page: &EditPage) -> Answer {
    let answer: Response = page.answer()?;
    Ok(web::says_itself(status, answer))
}
