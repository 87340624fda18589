//! The desk's changes to media: one function for each, inside the desk's write transaction, so that
//! the audit record is stored with the change.

use base::file_name::FileName;
use base::{Clock, Now, Slug};
use db::{Conn, Result};
use uuid::Uuid;

use crate::intake::Taken;
use crate::medium::{About, FileType, Medium, MediumId, Sort};
use crate::store::{self, StoredFile};

/// The most bytes of a slug made from a title; a number may follow it.
const LONGEST_SLUG: usize = 80;

/// The slug that no medium gets, because the form for a new medium has its address.
const RESERVED: &str = "neu";

/// The reason why a change was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// An optimistic lock failed: somebody has changed the medium since it was read; this is its current state.
    Changed(Box<Medium>),
    /// The medium does not exist, or was withdrawn.
    Gone,
    /// A picture can only be replaced by a picture, and a file by a file of the same type.
    OtherType,
    /// The logo or an entry uses the medium: a published one, or a draft.
    Used,
    /// The medium is public, and the actor may not change what is published.
    Public,
}

/// The origin of a new medium.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The id of the uploading person.
    pub uploader: Uuid,
    /// The fields of action, bodies or events of the medium; empty for the whole initiative.
    pub scopes: Vec<Uuid>,
    /// True if the uploader may publish, so that the medium needs no further release.
    pub released: bool,
}

/// The person who makes a change, and their rights.
#[derive(Debug, Clone, Copy)]
pub struct By<'a> {
    /// The name of the person, for the record.
    pub name: &'a str,
    /// True if they may change the public state of the medium.
    pub may_publish: bool,
}

/// Stores an upload as a new medium. Its slug comes from its title, else from its file name; a
/// number follows if that is taken.
///
/// # Errors
/// If the database fails.
pub async fn add(
    conn: &mut Conn<'_>,
    Now { clock, ids }: Now<'_>,
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

/// Replaces the bytes of a medium. Its address and its description stay; the former bytes
/// can be restored for [`Medium::KEPT_DAYS`].
///
/// # Errors
/// If the database fails. [`Refusal::Gone`], [`Refusal::OtherType`] or [`Refusal::Public`].
pub async fn replace(
    conn: &mut Conn<'_>,
    now: Now<'_>,
    (slug, by): (&Slug, By<'_>),
    taken: Taken,
) -> Result<std::result::Result<Medium, Refusal>> {
    let (file_type, files) = StoredFile::all(taken);
    let medium = match make_room(conn, now, slug, by, file_type).await? {
        Ok(medium) => medium,
        Err(refused) => return Ok(Err(refused)),
    };
    store::put_files(conn, medium.id, &files).await?;
    Ok(Ok(medium))
}

/// Restores the former bytes of a medium; the current ones become former ones.
///
/// # Errors
/// If the database fails. [`Refusal::Gone`], [`Refusal::OtherType`] or [`Refusal::Public`].
pub async fn bring_back(
    conn: &mut Conn<'_>,
    now: Now<'_>,
    (slug, by): (&Slug, By<'_>),
    former: Uuid,
) -> Result<std::result::Result<Medium, Refusal>> {
    let Some(medium) = current(conn, slug).await? else { return Ok(Err(Refusal::Gone)) };
    let Some(former) = store::former_one(conn, medium.id, former).await? else { return Ok(Err(Refusal::Gone)) };
    let medium = match make_room(conn, now, slug, by, former.file_type).await? {
        Ok(medium) => medium,
        Err(refused) => return Ok(Err(refused)),
    };
    store::bring_back(conn, medium.id, former.id).await?;
    Ok(Ok(medium))
}

/// Stores the bytes of a medium as former ones, so that others of this type can replace them. Returns the medium
/// with its new type.
async fn make_room(
    conn: &mut Conn<'_>,
    Now { clock, ids }: Now<'_>,
    slug: &Slug,
    by: By<'_>,
    file_type: FileType,
) -> Result<std::result::Result<Medium, Refusal>> {
    // The row is touched first, so that a concurrent replacement or release waits.
    if !store::touch(conn, slug).await? {
        return Ok(Err(Refusal::Gone));
    }
    let Some(medium) = current(conn, slug).await? else { return Ok(Err(Refusal::Gone)) };
    // The address of a file contains its ending, so the type must stay.
    let fits = medium.sort() == file_type.sort() && (medium.sort() == Sort::Image || medium.file_type == file_type);
    if !fits {
        return Ok(Err(Refusal::OtherType));
    }
    if medium.is_public() && !by.may_publish {
        return Ok(Err(Refusal::Public));
    }
    let now = clock.now();
    store::replaced(conn, medium.id, file_type, now).await?;
    store::keep_former(conn, ids.next(), &medium, now, by.name).await?;
    Ok(Ok(Medium { file_type, ..medium }))
}

/// Saves the description of a medium if nobody has changed it since this version (optimistic lock).
///
/// # Errors
/// If the database fails. [`Refusal::Gone`], [`Refusal::Public`] or [`Refusal::Changed`].
pub async fn describe(
    conn: &mut Conn<'_>,
    clock: &Clock,
    (slug, by): (&Slug, By<'_>),
    version: i64,
    about: &About,
) -> Result<std::result::Result<Medium, Refusal>> {
    let Some(medium) = current(conn, slug).await? else { return Ok(Err(Refusal::Gone)) };
    if medium.is_public() && !by.may_publish {
        return Ok(Err(Refusal::Public));
    }
    let read = Medium { version, ..medium };
    if store::describe(conn, &read, about, clock.now()).await? {
        return Ok(Ok(Medium { about: about.clone(), version: version + 1, ..read }));
    }
    let now = current(conn, slug).await?;
    Ok(Err(now.map_or(Refusal::Gone, |now| Refusal::Changed(Box::new(now)))))
}

/// Withdraws a medium that no entry uses, or one that entries use if somebody wants it gone all the same: somebody in the
/// picture objects. Then its places stay empty. It can be restored for [`Medium::KEPT_DAYS`].
///
/// # Errors
/// If the database fails. [`Refusal::Gone`], [`Refusal::Public`] or [`Refusal::Used`].
pub async fn withdraw(
    conn: &mut Conn<'_>,
    clock: &Clock,
    (slug, by): (&Slug, By<'_>),
    even_used: bool,
) -> Result<std::result::Result<Medium, Refusal>> {
    let Some(medium) = current(conn, slug).await? else { return Ok(Err(Refusal::Gone)) };
    if medium.is_public() && !by.may_publish {
        return Ok(Err(Refusal::Public));
    }
    if !store::set_withdrawn(conn, medium.id, Some(clock.now())).await? {
        return Ok(Err(Refusal::Gone));
    }
    // Checked after the row was touched, so that a concurrent change waits.
    if !even_used && store::is_used(conn, slug).await? {
        return Ok(Err(Refusal::Used));
    }
    Ok(Ok(medium))
}

/// Releases a medium for the public, which sees it once its description is complete.
///
/// # Errors
/// If the database fails. [`Refusal::Gone`] if it is withdrawn or was released before.
pub async fn release(conn: &mut Conn<'_>, clock: &Clock, slug: &Slug) -> Result<std::result::Result<Medium, Refusal>> {
    let Some(medium) = current(conn, slug).await? else { return Ok(Err(Refusal::Gone)) };
    let is_new = store::release(conn, &medium, clock.now()).await?;
    Ok(if is_new { Ok(Medium { released: true, ..medium }) } else { Err(Refusal::Gone) })
}

/// Restores a withdrawn medium.
///
/// # Errors
/// If the database fails. [`Refusal::Gone`] if it is deleted or was never withdrawn.
pub async fn restore(conn: &mut Conn<'_>, slug: &Slug) -> Result<std::result::Result<Medium, Refusal>> {
    let Some(medium) = store::find(conn, slug).await? else { return Ok(Err(Refusal::Gone)) };
    let is_back = store::set_withdrawn(conn, medium.id, None).await?;
    Ok(if is_back { Ok(medium) } else { Err(Refusal::Gone) })
}

async fn current(conn: &mut Conn<'_>, slug: &Slug) -> Result<Option<Medium>> {
    Ok(store::find(conn, slug).await?.filter(|medium| medium.withdrawn.is_none()))
}
