//! What the desk does with media: one function for each act, inside the desk's write transaction, so that
//! the record of who did it is kept with it.

use base::file_name::FileName;
use base::{Clock, Ids, Slug};
use db::{Conn, Result};
use uuid::Uuid;

use crate::intake::Taken;
use crate::medium::{About, FileType, Medium, MediumId, Sort};
use crate::store::{self, StoredFile};

/// How many letters of a title become a name in addresses; there is room for a number behind them.
const LONGEST_SLUG: usize = 80;

/// No medium has this name in addresses.
const RESERVED: &str = "neu";

/// Why an act was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// Somebody has changed the medium since; this is how it is now.
    Changed(Box<Medium>),
    /// It does not exist, or not any more.
    Gone,
    /// A picture takes the place of pictures only, and a file that of files of its type.
    OtherType,
    /// An entry that the public sees uses it.
    Used,
    /// The public sees it, and who acts may not decide what the public sees.
    Public,
}

/// Whose a new medium is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Who uploads it.
    pub uploader: Uuid,
    /// For which fields of action, bodies or events; none for the whole initiative.
    pub scopes: Vec<Uuid>,
    /// Whether they may decide that the public sees it.
    pub released: bool,
}

/// Who acts.
#[derive(Debug, Clone, Copy)]
pub struct By<'a> {
    /// What they are called.
    pub name: &'a str,
    /// Whether they may change what the public sees of the medium.
    pub may_publish: bool,
}

/// Keeps an upload as a new medium. Its name in addresses comes from its title, else from its name; a
/// number follows if that is taken.
///
/// # Errors
/// If the database fails.
pub async fn add(
    conn: &mut Conn<'_>,
    (clock, ids): (&Clock, &Ids),
    (origin, name): (&Origin, &FileName),
    about: About,
    taken: Taken,
) -> Result<Medium> {
    let (file_type, files) = StoredFile::all(taken);
    let begin = slug(&about.title).or_else(|| slug(&name.stem)).unwrap_or_else(|| "medium".to_owned());
    let now = clock.now();
    // The desk's form for a new medium has this address.
    let mut number = if begin == RESERVED { 2 } else { 1 };
    loop {
        let attempt = if number == 1 { begin.clone() } else { format!("{begin}-{number}") };
        let medium = Medium {
            id: MediumId(ids.next()),
            slug: Slug::parse(&attempt).map_err(|error| sqlx::Error::Encode(error.into()))?,
            file_type,
            name: name.with_ending(file_type.code()),
            about: about.clone(),
            version: 1,
            created: now,
            updated: now,
            released: origin.released,
            uploaded_by: Some(origin.uploader),
            withdrawn: None,
        };
        if store::insert(conn, &medium).await? {
            store::insert_scopes(conn, medium.id, &origin.scopes).await?;
            store::put_files(conn, medium.id, &files).await?;
            return Ok(medium);
        }
        number += 1;
    }
}

fn slug(title: &str) -> Option<String> {
    let slug = Slug::from_title(title)?;
    let cut = slug.as_str().get(..LONGEST_SLUG).unwrap_or(slug.as_str());
    Some(cut.trim_end_matches('-').to_owned())
}

/// Puts an upload in the place of a medium's bytes. Its address and what is said of it stay; the bytes that it
/// had can be brought back for [`Medium::KEPT_DAYS`].
///
/// # Errors
/// If the database fails. [`Refused::Gone`], [`Refused::OtherType`] or [`Refused::Public`].
pub async fn replace(
    conn: &mut Conn<'_>,
    now: (&Clock, &Ids),
    (slug, by): (&Slug, By<'_>),
    taken: Taken,
) -> Result<std::result::Result<Medium, Refused>> {
    let (file_type, files) = StoredFile::all(taken);
    let medium = match make_room(conn, now, (slug, by), file_type).await? {
        Ok(medium) => medium,
        Err(refused) => return Ok(Err(refused)),
    };
    store::put_files(conn, medium.id, &files).await?;
    Ok(Ok(medium))
}

/// Puts the bytes that a medium had before in the place of those that it has, which become former ones.
///
/// # Errors
/// If the database fails. [`Refused::Gone`], [`Refused::OtherType`] or [`Refused::Public`].
pub async fn bring_back(
    conn: &mut Conn<'_>,
    now: (&Clock, &Ids),
    (slug, by): (&Slug, By<'_>),
    former: Uuid,
) -> Result<std::result::Result<Medium, Refused>> {
    let Some(medium) = current(conn, slug).await? else { return Ok(Err(Refused::Gone)) };
    let Some(former) = store::former_one(conn, medium.id, former).await? else { return Ok(Err(Refused::Gone)) };
    let medium = match make_room(conn, now, (slug, by), former.file_type).await? {
        Ok(medium) => medium,
        Err(refused) => return Ok(Err(refused)),
    };
    store::bring_back(conn, medium.id, former.id).await?;
    Ok(Ok(medium))
}

/// Keeps the bytes of a medium as former ones, so that others of this type can take their place. Gives the medium
/// as it will be.
async fn make_room(
    conn: &mut Conn<'_>,
    (clock, ids): (&Clock, &Ids),
    (slug, by): (&Slug, By<'_>),
    file_type: FileType,
) -> Result<std::result::Result<Medium, Refused>> {
    // The row is touched first: who replaces or releases it at the same time waits.
    if !store::touch(conn, slug).await? {
        return Ok(Err(Refused::Gone));
    }
    let Some(medium) = current(conn, slug).await? else { return Ok(Err(Refused::Gone)) };
    // The address of a file has its ending.
    let fits = medium.sort() == file_type.sort() && (medium.sort() == Sort::Image || medium.file_type == file_type);
    if !fits {
        return Ok(Err(Refused::OtherType));
    }
    if medium.is_public() && !by.may_publish {
        return Ok(Err(Refused::Public));
    }
    let now = clock.now();
    store::replaced(conn, medium.id, file_type, now).await?;
    store::keep_former(conn, ids.next(), &medium, (now, by.name)).await?;
    Ok(Ok(Medium { file_type, ..medium }))
}

/// Keeps what somebody who has read a version says of a medium.
///
/// # Errors
/// If the database fails. [`Refused::Gone`], [`Refused::Public`] or [`Refused::Changed`].
pub async fn describe(
    conn: &mut Conn<'_>,
    clock: &Clock,
    (slug, by): (&Slug, By<'_>),
    version: i64,
    about: &About,
) -> Result<std::result::Result<Medium, Refused>> {
    let Some(medium) = current(conn, slug).await? else { return Ok(Err(Refused::Gone)) };
    if medium.is_public() && !by.may_publish {
        return Ok(Err(Refused::Public));
    }
    let read = Medium { version, ..medium };
    if store::describe(conn, &read, about, clock.now()).await? {
        return Ok(Ok(Medium { about: about.clone(), version: version + 1, ..read }));
    }
    let now = current(conn, slug).await?;
    Ok(Err(now.map_or(Refused::Gone, |now| Refused::Changed(Box::new(now)))))
}

/// Withdraws a medium that no public entry uses. It can be brought back for [`Medium::KEPT_DAYS`].
///
/// # Errors
/// If the database fails. [`Refused::Gone`], [`Refused::Public`] or [`Refused::Used`].
pub async fn withdraw(
    conn: &mut Conn<'_>,
    clock: &Clock,
    (slug, by): (&Slug, By<'_>),
) -> Result<std::result::Result<Medium, Refused>> {
    let Some(medium) = current(conn, slug).await? else { return Ok(Err(Refused::Gone)) };
    if medium.is_public() && !by.may_publish {
        return Ok(Err(Refused::Public));
    }
    if !store::set_withdrawn(conn, medium.id, Some(clock.now())).await? {
        return Ok(Err(Refused::Gone));
    }
    // Looked at after the row was touched: who is withdrawing it at the same time waits.
    if store::is_used(conn, slug).await? {
        return Ok(Err(Refused::Used));
    }
    Ok(Ok(medium))
}

/// Agrees that the public sees a medium, once everything is said that must be.
///
/// # Errors
/// If the database fails. [`Refused::Gone`] if it is withdrawn or somebody has agreed before.
pub async fn release(conn: &mut Conn<'_>, clock: &Clock, slug: &Slug) -> Result<std::result::Result<Medium, Refused>> {
    let Some(medium) = current(conn, slug).await? else { return Ok(Err(Refused::Gone)) };
    let is_new = store::release(conn, &medium, clock.now()).await?;
    Ok(if is_new { Ok(Medium { released: true, ..medium }) } else { Err(Refused::Gone) })
}

/// Brings a withdrawn medium back.
///
/// # Errors
/// If the database fails. [`Refused::Gone`] if it is deleted or was never withdrawn.
pub async fn restore(conn: &mut Conn<'_>, slug: &Slug) -> Result<std::result::Result<Medium, Refused>> {
    let Some(medium) = store::find(conn, slug).await? else { return Ok(Err(Refused::Gone)) };
    let is_back = store::set_withdrawn(conn, medium.id, None).await?;
    Ok(if is_back { Ok(medium) } else { Err(Refused::Gone) })
}

async fn current(conn: &mut Conn<'_>, slug: &Slug) -> Result<Option<Medium>> {
    Ok(store::find(conn, slug).await?.filter(|medium| medium.withdrawn.is_none()))
}
