//! A person leaves for good: what slices do with the things that were theirs.

use std::sync::Arc;

use base::Now;
use db::Conn;
use services::audit::{self, Actor};
use services::jobs::BoxFuture;

use crate::actions::{Refusal, find, leave_an_administrator};
use crate::acts::{AccountAct, Named};
use crate::details::revoke_links;
use crate::person::PersonId;
use crate::store;

/// Gives away what a person has in a slice, before the person is deleted. Foreign keys do the rest.
pub type DepartureFn = for<'a> fn(&'a mut Conn<'_>, PersonId) -> BoxFuture<'a, db::Result<()>>;

/// What all slices do; the app adds it to the routes of the desk (`axum::Extension`).
#[derive(Debug, Clone, Default)]
pub struct Departures(Arc<[DepartureFn]>);

impl Departures {
    /// The departures of all slices.
    pub fn new(all: impl IntoIterator<Item = DepartureFn>) -> Self {
        Self(all.into_iter().collect())
    }
}

/// Deletes a person with their sessions, ways to sign in, roles and unsent texts. What they did keeps their name.
///
/// # Errors
/// [`Refusal::Oneself`], [`Refusal::LastAdministrator`], [`Refusal::Unknown`], or breakage.
pub(crate) async fn delete(
    conn: &mut Conn<'_>,
    now: Now<'_>,
    by: Actor<'_>,
    departures: &Departures,
    id: PersonId,
) -> Result<(), Refusal> {
    store::touch_desk(conn).await?;
    let profile = find(conn, id).await?;
    if by.id == Some(id.0) {
        return Err(Refusal::Oneself);
    }
    leave_an_administrator(conn, &profile).await?;
    for depart in departures.0.iter() {
        depart(conn, id).await?;
    }
    revoke_links(conn, id, now.clock.now()).await?;
    store::delete(conn, id).await?;
    Ok(audit::note(conn, now, by, &AccountAct::PersonDeleted(Named::from(&profile.person))).await?)
}
