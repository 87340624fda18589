//! A form that its author puts aside to make something for one of its fields on another page, and takes up again there.

use accounts::{Desk, OwnerKey};
use uuid::Uuid;
use web::Error;
use web::form::Submission;

use super::{Typed, store, watch};
use crate::paths::UnsentPath;

/// Keeps a form as unsent text, and returns the id of that. The answer must be marked as one that
/// [saved nothing](super::not_saved).
///
/// # Errors
/// If the form is none of this person's that can be kept; if the database fails.
pub async fn put_aside(desk: &Desk, key: &OwnerKey, sent: &Submission) -> Result<Uuid, Error> {
    let typed = Typed::of(key, sent).filter(|typed| typed.person == desk.person.id);
    let typed = typed.ok_or(Error::BadRequest)?;
    watch::keep(desk.state(), &typed).await?.ok_or(Error::NotFound)
}

/// Fills in a field of a form that was put aside, and returns the address at which the form is shown again; `None` if it is
/// no longer kept.
///
/// # Errors
/// If the database fails.
pub async fn fill(desk: &Desk, id: Uuid, field: &str, value: &str) -> Result<Option<String>, Error> {
    let mut tx = desk.db().write().await?;
    let Some(kept) = store::find(&mut tx.conn(), desk.person.id, id).await? else { return Ok(None) };
    let body = Submission::parse(&kept.body)?.with(field, value).to_body();
    store::set_body(&mut tx.conn(), desk.person.id, id, &body).await?;
    tx.commit().await?;
    Ok(Some(format!("{}#form-{field}", desk.href(UnsentPath { id }))))
}
