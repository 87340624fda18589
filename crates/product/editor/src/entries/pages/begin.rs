//! Beginning an entry: which kind, then its form.

use accounts::rights::{PUBLISH_ENTRIES, WRITE_ENTRIES};
use accounts::{Desk, DeskPage, Sight, can_begin};
use archive::Document;
use askama::Template;
use axum::Extension;
use base::Slug;
use desk_kit::form::{Faults, Filled, Part, Sent, Values};
use golden_thread::{EntryId, Kind};
use web::form::Submission;
use web::{Answer, Error};

use super::edit::EditPage;
use super::instant::InstantFields;
use super::submit::{self, Button, then};
use super::{NOTICES, Public, preview_link};
use crate::entries::actions::{self, Refusal, Then};
use crate::entries::form::{self, Read};
use crate::entries::layout::parts;
use crate::entries::opened::{blank, by, subject};
use crate::entries::paths::{BeginPath, EntriesPath, EntryPath, NewPath};
use crate::entries::store;

/// The name of the field with the id of the entry that the form begins.
const BEGINS: &str = "anfang";
/// The number of attempts to find an address that no entry of the kind has.
const ATTEMPTS: usize = 200;

#[derive(Template)]
#[template(path = "entries/pages/choose.html")]
struct ChoosePage {
    page: DeskPage,
    /// Path and name of each kind.
    kinds: Vec<(String, String)>,
}

/// The choice of a kind.
pub(crate) async fn choose(_: NewPath, desk: Desk) -> Answer {
    let mut kinds = Vec::new();
    for kind in Kind::all().iter().copied() {
        if can_begin(&desk.person, kind) {
            let path = BeginPath { folder: kind.folder().to_owned() };
            kinds.push((desk.href(path), desk.t(&format!("kind-{kind}"))));
        }
    }
    desk.require(!kinds.is_empty())?;
    let page = DeskPage::new(&desk, desk.t("entry-new")).below(desk.t("desk-area-entries"), EntriesPath);
    web::html(&ChoosePage { page, kinds })
}

/// The empty form of a kind.
pub(crate) async fn show(path: BeginPath, desk: Desk) -> Answer {
    let kind = Kind::from_folder(&path.folder).ok_or(Error::NotFound)?;
    desk.require(can_begin(&desk.person, kind))?;
    let id = EntryId(desk.state().ids.next());
    EditPage::of_new(&desk, (kind, id), &Filled::default()).await?.answer()
}

/// Takes the form and begins the entry as a draft, with what its button says.
pub(crate) async fn create(path: BeginPath, desk: Desk, public: Extension<Public>, sent: Submission) -> Answer {
    let kind = Kind::from_folder(&path.folder).ok_or(Error::NotFound)?;
    desk.require(can_begin(&desk.person, kind))?;
    let parts = parts(kind, true);
    let (button, fields) = (Button::of(&sent), InstantFields::of(&sent));
    let sent = sent.whole()?;
    let id = sent.get(BEGINS).parse().map_or_else(|_| EntryId(desk.state().ids.next()), EntryId);
    let mut filled = Filled::sent(&mut desk.db().read().await?.conn(), Sight::of(&desk.person), &parts, &sent).await?;
    if filled.press(sent.get("do")) {
        return EditPage::of_new(&desk, (kind, id), &filled).await?.answer();
    }
    if let Some(begun) = begun(&desk, kind, id).await? {
        return twice(&desk, begun, filled).await;
    }
    let new = New { kind, id, button, fields, is_asked: false };
    let slug = free_slug(&desk, kind, filled.values.get("matter.title")).await?;
    let base = blank(kind, &slug, desk.state().clock.now())?;
    let shown = Values::default();
    let read = match form::read(&desk, &base, Sent::of(&parts, &filled, &shown))? {
        Ok(read) => read,
        Err(faults) => return again(&desk, new, Filled { faults, ..filled }).await,
    };
    let subject = subject(&mut desk.db().read().await?.conn(), None, &read.document).await?;
    if !WRITE_ENTRIES.covers(&desk.person, &subject) {
        let faults = Faults::from([(String::new(), desk.t("entry-out-of-reach"))]);
        return again(&desk, new, Filled { faults, ..filled }).await;
    }
    desk.require(!button.publishes() || PUBLISH_ENTRIES.covers(&desk.person, &subject))?;
    let then = match then(&desk, button, &new.fields, None) {
        Ok(then) => then,
        Err(fields) => return again(&desk, New { fields, ..new }, filled).await,
    };
    let is_asked = submit::is_asked(&desk, &public, (button, ""), &read.document).await?;
    let then = if is_asked { Then::Nothing } else { then };
    keep(&desk, New { is_asked, ..new }, (&parts, read, then), filled).await
}

/// An entry that is about to begin.
#[derive(Debug)]
struct New {
    kind: Kind,
    id: EntryId,
    button: Button,
    fields: InstantFields,
    /// True if something is to be looked at before it goes public.
    is_asked: bool,
}

/// Begins the entry, or shows the form again with its faults.
async fn keep(desk: &Desk, new: New, (parts, read, then): (&[Part], Read, Then), filled: Filled) -> Answer {
    let refusal = match actions::create(desk.state(), by(desk), new.id, (&read.document, then)).await {
        Ok(()) => return done(desk, &new, &read.document).await,
        Err(refusal) => refusal,
    };
    let faults = match refusal {
        Refusal::Unfit(unfit) => read.places.faults(&filled.values, form::told(desk, parts, &unfit)),
        Refusal::Past => {
            let fields = InstantFields { day_fault: Some(desk.t("entry-instant-past")), ..new.fields };
            return again(desk, New { fields, ..new }, filled).await;
        }
        // The same form, sent at the same moment, was faster, or another one took the address.
        refusal => match begun(desk, new.kind, new.id).await? {
            Some(begun) => return twice(desk, begun, filled).await,
            None if refusal.is_race() => Faults::from([(String::new(), desk.t("entry-just-taken"))]),
            None => return Err(refusal.into_error()),
        },
    };
    again(desk, new, Filled { faults, ..filled }).await
}

async fn done(desk: &Desk, new: &New, document: &Document) -> Answer {
    let path = EntryPath { folder: new.kind.folder().to_owned(), slug: document.slug.to_string() };
    if new.is_asked {
        return Ok(submit::to_remarks(desk, &path, &new.fields));
    }
    let notice = match new.button {
        Button::Preview => return preview_link::to(desk, new.id, 1).await,
        Button::Publish | Button::PublishAnyway => "veroeffentlicht",
        Button::Schedule | Button::ScheduleAnyway => "geplant",
        Button::AskApproval => "zur-freigabe",
        Button::Save => "angelegt",
    };
    Ok(NOTICES.redirect(desk, path, notice))
}

/// The entry that the form has begun before.
async fn begun(desk: &Desk, kind: Kind, id: EntryId) -> Result<Option<EntryId>, Error> {
    let name = store::name(&mut desk.db().read().await?.conn(), id).await?;
    match name {
        Some((found, _)) if found == kind => Ok(Some(id)),
        // No form of ours names the entry of another kind.
        Some(_) => Err(Error::BadRequest),
        None => Ok(None),
    }
}

/// A form that was sent twice begins one entry. What it says the second time is merged into that, if it says more.
async fn twice(desk: &Desk, id: EntryId, filled: Filled) -> Answer {
    let sent = submit::Sent::of_begun(desk, id, filled).await?;
    if sent.is_changed(desk).await? {
        submit::conflict(desk, sent).await
    } else {
        Ok(NOTICES.redirect(desk, sent.opened.path(), "angelegt"))
    }
}

async fn again(desk: &Desk, new: New, filled: Filled) -> Answer {
    EditPage::of_new(desk, (new.kind, new.id), &filled).await?.with_instant(new.fields).refused()
}

/// An address for a new entry with this title.
pub(super) async fn free_slug(desk: &Desk, kind: Kind, title: &str) -> Result<Slug, Error> {
    let wanted = Slug::from_title(title).map_or_else(|| Slug::parse(kind.folder()), Ok)?;
    let mut reader = desk.db().read().await?;
    for number in 1..ATTEMPTS {
        let slug = if number == 1 { Some(wanted.clone()) } else { Slug::parse(&format!("{wanted}-{number}")).ok() };
        if let Some(slug) = slug
            && golden_thread::store::find_id(&mut reader.conn(), kind, slug.as_str()).await?.is_none()
        {
            return Ok(slug);
        }
    }
    Err(anyhow::anyhow!("no address is free for `{wanted}`").into())
}
