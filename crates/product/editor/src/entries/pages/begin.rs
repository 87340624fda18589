//! Beginning an entry: which kind, then its form.

use accounts::rights::WRITE_ENTRIES;
use accounts::{Desk, DeskPage, Sight, can_begin};
use askama::Template;
use axum::response::Response;
use base::Slug;
use desk_kit::form::{Faults, Filled, Part, Sent, Values, press};
use golden_thread::{EntryId, Kind};
use web::form::Submission;
use web::{Answer, Error};

use super::edit::EditPage;
use super::{NOTICES, refused};
use crate::entries::actions::{self, Refusal};
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
    page(&desk, (kind, id), Filled::default()).await
}

/// Takes the form and begins the entry as a draft.
pub(crate) async fn create(path: BeginPath, desk: Desk, sent: Submission) -> Answer {
    let kind = Kind::from_folder(&path.folder).ok_or(Error::NotFound)?;
    desk.require(can_begin(&desk.person, kind))?;
    let parts = parts(kind, true);
    let sent = sent.whole()?;
    // A form that was sent twice begins one entry.
    let id = sent.get(BEGINS).parse().map_or_else(|_| EntryId(desk.state().ids.next()), EntryId);
    if let Some(begun) = begun(&desk, kind, id).await? {
        return Ok(begun);
    }
    let mut filled = Filled::sent(&mut desk.db().read().await?.conn(), Sight::of(&desk.person), &parts, &sent).await?;
    if let Some(touched) = press(&mut filled.values, sent.get("do")) {
        return page(&desk, (kind, id), Filled { touched, ..filled }).await;
    }
    let slug = free_slug(&desk, kind, filled.values.get("matter.title")).await?;
    let base = blank(kind, &slug, desk.state().clock.now())?;
    let shown = Values::default();
    let read = match form::read(&desk, &base, Sent::of(&parts, &filled, &shown))? {
        Ok(read) => read,
        Err(faults) => return Ok(refused(page(&desk, (kind, id), Filled { faults, ..filled }).await?)),
    };
    let subject = subject(&mut desk.db().read().await?.conn(), None, &read.document).await?;
    if !WRITE_ENTRIES.covers(&desk.person, &subject) {
        let faults = Faults::from([(String::new(), desk.t("entry-out-of-reach"))]);
        return Ok(refused(page(&desk, (kind, id), Filled { faults, ..filled }).await?));
    }
    keep(&desk, (kind, id), &parts, read, filled).await
}

/// Begins the entry, or shows the form again with its faults.
async fn keep(desk: &Desk, (kind, id): (Kind, EntryId), parts: &[Part], read: Read, filled: Filled) -> Answer {
    let faults = match actions::create(desk.state(), by(desk), id, &read.document).await {
        Ok(()) => return Ok(opens(desk, kind.folder().to_owned(), read.document.slug.as_str())),
        Err(Refusal::Unfit(unfit)) => read.places.faults(&filled.values, form::told(desk, parts, &unfit)),
        // The same form, sent at the same moment, was faster, or another one took the address.
        Err(refusal) => match begun(desk, kind, id).await? {
            Some(begun) => return Ok(begun),
            None if refusal.is_race() => Faults::from([(String::new(), desk.t("entry-just-taken"))]),
            None => return Err(refusal.into_error()),
        },
    };
    Ok(refused(page(desk, (kind, id), Filled { faults, ..filled }).await?))
}

/// The redirect to an entry that the form has begun before.
async fn begun(desk: &Desk, kind: Kind, id: EntryId) -> Result<Option<Response>, Error> {
    let name = store::name(&mut desk.db().read().await?.conn(), id).await?;
    match name {
        Some((found, slug)) if found == kind => Ok(Some(opens(desk, kind.folder().to_owned(), &slug))),
        // No form of ours names the entry of another kind.
        Some(_) => Err(Error::BadRequest),
        None => Ok(None),
    }
}

fn opens(desk: &Desk, folder: String, slug: &str) -> Response {
    NOTICES.redirect(desk, EntryPath { folder, slug: slug.to_owned() }, "angelegt")
}

async fn page(desk: &Desk, (kind, id): (Kind, EntryId), filled: Filled) -> Answer {
    let title = desk.t_with("entry-new-of", "kind", desk.t(&format!("kind-{kind}")));
    let page =
        DeskPage::new(desk, title).below(desk.t("desk-area-entries"), EntriesPath).refused(!filled.faults.is_empty());
    EditPage::of_new(desk, page, (kind, id), &filled).await?.answer()
}

async fn free_slug(desk: &Desk, kind: Kind, title: &str) -> Result<Slug, Error> {
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
