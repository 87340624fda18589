//! Beginning an entry: its form, empty or with what a template holds.

use accounts::rights::{PUBLISH_ENTRIES, WRITE_ENTRIES};
use accounts::{Desk, OwnerKey, Sight, can_begin};
use archive::Document;
use axum::Extension;
use axum::extract::Query;
use base::Slug;
use desk_kit::form::{Faults, Filled, Part, Sent, Values};
use golden_thread::{EntryId, Kind};
use serde::Deserialize;
use uuid::Uuid;
use web::form::Submission;
use web::{Answer, Error};

use super::beside::Beside;
use super::button::Button;
use super::edit::EditPage;
use super::instant::InstantFields;
use super::not_saved::conflict;
use super::sent::{self, BEGUN};
use super::submit;
use super::{NOTICES, Public, preview_link};
use crate::entries::actions::{self, Refusal, Then};
use crate::entries::alike::Alike;
use crate::entries::form::{self, Read};
use crate::entries::in_place;
use crate::entries::layout::parts;
use crate::entries::opened::{blank, by, subject, titles_of};
use crate::entries::paths::{BeginPath, EntryPath};
use crate::entries::store;
use crate::entries::templates::{self, Chosen};
use crate::registers::source;

/// The name of the field with the id of the entry that the form begins.
const BEGINS: &str = "anfang";
/// The name of the field with the template that it begins with.
const TEMPLATE: &str = "vorlage";
/// The number of attempts to find an address that no entry of the kind has.
const ATTEMPTS: usize = 200;

/// The template with which a form begins.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct BeginQuery {
    #[serde(default)]
    vorlage: Option<Uuid>,
}

/// The form of a kind: empty, or with what a template holds.
pub(crate) async fn show(path: BeginPath, desk: Desk, Query(query): Query<BeginQuery>) -> Answer {
    let kind = Kind::from_folder(&path.folder).ok_or(Error::NotFound)?;
    desk.require(can_begin(&desk.person, kind))?;
    let new = New::of(kind, EntryId(desk.state().ids.next()));
    let Some(id) = query.vorlage else {
        return new.page(&desk, &Filled::default()).await?.offering_templates(&desk, kind).await?.answer();
    };
    let mut reader = desk.db().read().await?;
    let chosen = templates::actions::chosen(&mut reader.conn(), kind, id).await?.ok_or(Error::NotFound)?;
    let titles = titles_of(&mut reader.conn(), Sight::of(&desk.person), &[&chosen.document]).await?;
    drop(reader);
    let values = form::write(&desk, &chosen.document, &parts(kind, true), &titles)?;
    New { template: Some(chosen), ..new }.page(&desk, &Filled::with(values)).await?.answer()
}

/// Takes the form and begins the entry as a draft, with what its button says.
pub(crate) async fn create(
    path: BeginPath,
    desk: Desk,
    public: Extension<Public>,
    Extension(key): Extension<OwnerKey>,
    sent: Submission,
) -> Answer {
    let kind = Kind::from_folder(&path.folder).ok_or(Error::NotFound)?;
    desk.require(can_begin(&desk.person, kind))?;
    let parts = parts(kind, true);
    let (button, fields) = (Button::of(&sent), InstantFields::of(&sent));
    let sent = sent.whole()?;
    let id = sent.get(BEGINS).parse().map_or_else(|_| EntryId(desk.state().ids.next()), EntryId);
    let mut reader = desk.db().read().await?;
    let mut filled = Filled::sent(&mut reader.conn(), Sight::of(&desk.person), &parts, &sent).await?;
    let template = match sent.get(TEMPLATE).parse() {
        Ok(template) => templates::actions::chosen(&mut reader.conn(), kind, template).await?,
        Err(_) => None,
    };
    drop(reader);
    let new = New { button, fields, template, ..New::of(kind, id) };
    if in_place::press(&desk, &parts, &mut filled, sent.get("do")).await? {
        return new.page(&desk, &filled).await?.answer();
    }
    source::add_typed(&desk, &parts, &mut filled).await?;
    if !filled.faults.is_empty() {
        return again(&desk, new, filled).await;
    }
    if let Some(begun) = begun(&desk, kind, id).await? {
        return twice(&desk, begun, filled).await;
    }
    let read = match read(&desk, &new, &parts, &filled).await? {
        Ok(read) => read,
        Err(faults) => return again(&desk, new, Filled { faults, ..filled }).await,
    };
    let then = match button.then(&desk, &new.fields, None) {
        Ok(then) => then,
        Err(fields) => return again(&desk, New { fields, ..new }, filled).await,
    };
    if let Some(alike) = Alike::find(&desk, kind, &read.document.matter.title, &sent).await? {
        return ask(&desk, new, alike, filled).await;
    }
    let is_asked = submit::is_asked(&desk, &public, (button, ""), &read.document).await?;
    let then = if is_asked { Then::Nothing } else { then };
    keep(&desk, (&key, &sent), New { is_asked, ..new }, (&parts, read, then), filled).await
}

/// The document that the form begins, if this person may begin it.
async fn read(desk: &Desk, new: &New, parts: &[Part], filled: &Filled) -> Result<Result<Read, Faults>, Error> {
    let slug = free_slug(desk, new.kind, filled.values.get("matter.title")).await?;
    let now = desk.state().clock.now();
    let base = match &new.template {
        // What no form asks for, such as its translations, comes along.
        Some(template) => Document { slug, ..template.document.clone() },
        None => blank(new.kind, &slug, now)?,
    };
    let shown = Values::default();
    let read = match new.button.read(desk, &base, Sent::of(parts, filled, &shown))? {
        Ok(read) => read,
        Err(faults) => return Ok(Err(faults)),
    };
    let subject = subject(&mut desk.db().read().await?.conn(), None, &read.document).await?;
    if !WRITE_ENTRIES.covers(&desk.person, &subject) {
        return Ok(Err(read.refused(desk.t("entry-out-of-reach"))));
    }
    desk.require(!new.button.publishes() || PUBLISH_ENTRIES.covers(&desk.person, &subject))?;
    Ok(Ok(read))
}

/// An entry that is about to begin.
#[derive(Debug)]
struct New {
    kind: Kind,
    id: EntryId,
    button: Button,
    fields: InstantFields,
    /// The template that it begins with.
    template: Option<Chosen>,
    /// True if something is to be looked at before it goes public.
    is_asked: bool,
}

impl New {
    fn of(kind: Kind, id: EntryId) -> Self {
        let fields = InstantFields::default();
        Self { kind, id, button: Button::Save, fields, template: None, is_asked: false }
    }

    /// The page with its form.
    async fn page(&self, desk: &Desk, filled: &Filled) -> Result<EditPage, Error> {
        // The future is large, and those of many requests hold it.
        let mut page = Box::pin(EditPage::of_new(desk, (self.kind, self.id), filled)).await?;
        page.template = self.template.as_ref().map(|chosen| (chosen.id, chosen.name.clone()));
        Ok(page.with_instant(self.fields.clone()))
    }
}

/// Begins the entry, or shows the form again with its faults.
async fn keep(
    desk: &Desk,
    (key, sent): (&OwnerKey, &Submission),
    new: New,
    (parts, read, then): (&[Part], Read, Then),
    filled: Filled,
) -> Answer {
    let refusal = match actions::create(desk.state(), by(desk), new.id, (&read.document, then)).await {
        Ok(()) if !read.left.is_empty() => {
            let beside = Beside { instant: new.fields, ..Beside::default() };
            return submit::in_part(
                desk,
                (key, sent),
                (new.id, BEGUN),
                (Filled { faults: read.left, ..filled }, beside),
            )
            .await;
        }
        Ok(()) => return done(desk, &new, &read.document).await,
        Err(refusal) => refusal,
    };
    let faults = match refusal {
        Refusal::Unfit(unfit) => {
            let mut faults = read.left;
            faults.extend(read.places.faults(&filled.values, form::told(desk, parts, &unfit)));
            faults
        }
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

/// Asks if the entry is there already; it may be itself, if the same form was sent at the same moment.
async fn ask(desk: &Desk, new: New, alike: Alike, filled: Filled) -> Answer {
    if let Some(begun) = begun(desk, new.kind, new.id).await? {
        return twice(desk, begun, filled).await;
    }
    let mut page = new.page(desk, &filled).await?;
    page.alike = Some(alike);
    page.refused()
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
    let sent = sent::Sent::of_begun(desk, id, filled).await?;
    if sent.is_changed(desk).await? {
        conflict(desk, sent).await
    } else {
        Ok(NOTICES.redirect(desk, sent.opened.path(), "angelegt"))
    }
}

async fn again(desk: &Desk, new: New, filled: Filled) -> Answer {
    new.page(desk, &filled).await?.refused()
}

/// An address for a new entry with this title.
pub(crate) async fn free_slug(desk: &Desk, kind: Kind, title: &str) -> Result<Slug, Error> {
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
