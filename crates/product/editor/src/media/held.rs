//! A medium as a page of the desk opens it: found, and allowed to this person.
//!
//! The right to upload is checked by an extractor before the body, so a forbidden upload is not read.

use accounts::{Desk, PersonId};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use base::Slug;
use db::Conn;
use golden_thread::EntryId;
use media::Medium;
use media::actions::By;
use web::{AppState, Error};

use super::paths::ReplacementPath;
use crate::entries::opened::subject_of;
use crate::entries::store as entries_store;
use crate::rights::{CHANGE_MEDIA, Holding, PUBLISH_MEDIA, UPLOAD, can_see_medium};

/// A medium that somebody may see.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) medium: Medium,
    /// True if this person may change it as it is.
    pub(super) may_change: bool,
    /// True if this person decides on its publication.
    pub(super) may_publish: bool,
}

impl Held {
    /// Finds a medium, and refuses who may not see it.
    ///
    /// # Errors
    /// Not found; not allowed; breakage.
    pub(super) async fn find(desk: &Desk, slug: &Slug) -> Result<Self, Error> {
        desk.require(UPLOAD.allows(&desk.person))?;
        let mut reader = desk.db().read().await?;
        let conn = &mut reader.conn();
        let medium = media::store::find(conn, slug).await?.ok_or(Error::NotFound)?;
        let holding = holding(conn, &medium).await?;
        drop(reader);
        desk.require(can_see_medium(&desk.person, &holding))?;
        let may_publish = PUBLISH_MEDIA.covers(&desk.person, &holding);
        Ok(Self { medium, may_change: CHANGE_MEDIA.covers(&desk.person, &holding), may_publish })
    }

    /// As [`Held::find`], for somebody who is about to change it.
    ///
    /// # Errors
    /// Not found; not allowed; breakage.
    pub(super) async fn to_change(desk: &Desk, slug: &Slug) -> Result<Self, Error> {
        let held = Self::find(desk, slug).await?;
        desk.require(held.may_change)?;
        Ok(held)
    }

    pub(super) fn by<'a>(&self, desk: &'a Desk) -> By<'a> {
        By { name: &desk.person.name, may_publish: self.may_publish }
    }
}

/// The subject of a decision about a medium.
async fn holding(conn: &mut Conn<'_>, medium: &Medium) -> db::Result<Holding> {
    let scopes: Vec<EntryId> = media::store::scopes(conn, medium.id).await?.into_iter().map(EntryId).collect();
    holding_of(conn, (medium.uploaded_by.map(PersonId), &scopes), medium.is_public()).await
}

/// The subject of a decision about a medium that somebody uploaded for these entries.
///
/// # Errors
/// If the database fails.
pub(super) async fn holding_of(
    conn: &mut Conn<'_>,
    (uploader, entries): (Option<PersonId>, &[EntryId]),
    is_public: bool,
) -> db::Result<Holding> {
    let mut scopes = Vec::new();
    for entry in entries {
        if let Some((kind, _)) = entries_store::name(conn, *entry).await? {
            scopes.push(subject_of(conn, *entry, kind).await?);
        }
    }
    Ok(Holding { uploader, scopes, is_public })
}

/// Somebody who may upload.
#[derive(Debug)]
pub(super) struct Uploader(pub(super) Desk);

impl FromRequestParts<AppState> for Uploader {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Response> {
        let desk = <Desk as FromRequestParts<AppState>>::from_request_parts(parts, state).await?;
        desk.require(UPLOAD.allows(&desk.person)).map_err(IntoResponse::into_response)?;
        Ok(Self(desk))
    }
}

/// Somebody who may put other bytes in the place of those of a medium.
#[derive(Debug)]
pub(super) struct Replacer {
    pub(super) desk: Desk,
    pub(super) held: Held,
}

impl FromRequestParts<AppState> for Replacer {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Response> {
        let path = ReplacementPath::from_request_parts(parts, state).await.map_err(IntoResponse::into_response)?;
        let desk = <Desk as FromRequestParts<AppState>>::from_request_parts(parts, state).await?;
        let held = Held::to_change(&desk, &path.slug).await.map_err(IntoResponse::into_response)?;
        Ok(Self { desk, held })
    }
}
