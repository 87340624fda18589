//! Acts on accounts, each as a step inside a write transaction: add, sign in, grant and revoke roles,
//! disable. Pages and the command line share these steps, and each is recorded in the audit log.
//!
//! A decision about administrators locks the one row of the desk first, so two such decisions follow each
//! other and the second sees the result of the first: the desk never loses its last administrator.

use base::{Email, Now};
use db::Conn;
use services::Secret;
use services::audit::{self, Actor};

use crate::acts::{AccountAct, GivenRole, Named};
use crate::person::{AccountState, Grant, PersonId, Profile, Role};
use crate::session::{Session, SessionId, Way};
use crate::store::{self, NewPerson};

/// A person to be added.
#[derive(Debug, Clone)]
pub struct Newcomer {
    /// Cleaned and checked by [`Newcomer::named`].
    pub name: String,
    /// The address to which sign-in links go.
    pub email: Email,
    /// The roles given on the way.
    pub grants: Vec<Grant>,
}

/// The reason why an act is refused. The messages are for the command line and hold no address.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// The name is empty or too long.
    #[error("a name has 1 to 100 characters")]
    Name,
    /// Another person has the address.
    #[error("there is already a person with this address")]
    AddressTaken,
    /// There is no such person.
    #[error("there is no such person")]
    Unknown,
    /// The person is disabled.
    #[error("this person is disabled")]
    Disabled,
    /// The act would change nothing.
    #[error("it is so already")]
    Already,
    /// Nobody deletes themselves.
    #[error("nobody deletes themselves")]
    Oneself,
    /// The desk would lose its last administrator.
    #[error("this is the last administrator: let another one sign in first")]
    LastAdministrator,
    /// The database or the system's randomness failed.
    #[error(transparent)]
    Broken(#[from] anyhow::Error),
}

impl From<sqlx::Error> for Refusal {
    fn from(error: sqlx::Error) -> Self {
        Self::Broken(error.into())
    }
}

impl Newcomer {
    /// Checks the name as it was typed.
    ///
    /// # Errors
    /// [`Refusal::Name`].
    pub fn named(name: &str, email: Email, grants: Vec<Grant>) -> Result<Self, Refusal> {
        Ok(Self { name: crate::person::name(name).ok_or(Refusal::Name)?, email, grants })
    }
}

/// Adds a person with their roles.
///
/// # Errors
/// [`Refusal::AddressTaken`], or breakage.
pub(crate) async fn add(conn: &mut Conn<'_>, now: Now<'_>, by: Actor<'_>, new: &Newcomer) -> Result<PersonId, Refusal> {
    let id = PersonId(now.ids.next());
    let person = NewPerson { id, name: &new.name, email: &new.email, created_at: now.clock.now() };
    if !store::insert(conn, person).await? {
        return Err(Refusal::AddressTaken);
    }
    let person = Named { id, name: &new.name };
    audit::note(conn, now, by, &AccountAct::PersonAdded(person)).await?;
    for grant in &new.grants {
        give(conn, now, by, person, *grant).await?;
    }
    Ok(id)
}

/// Signs a person in: starts a session, and ends the one that the browser had.
///
/// # Errors
/// Breakage.
pub(crate) async fn sign_in(
    conn: &mut Conn<'_>,
    Now { clock, ids }: Now<'_>,
    (person, name): (PersonId, &str),
    (way, device): (Way, String),
    before: Option<&Secret>,
) -> anyhow::Result<Secret> {
    if let Some(before) = before {
        store::end_by_secret(conn, before).await?;
    }
    let (secret, now) = (Secret::random()?, clock.now());
    let session = Session { id: SessionId(ids.next()), way, device, started_at: now, used_at: now };
    store::insert_session(conn, person, &session, &secret).await?;
    store::mark_signed_in(conn, person, now).await?;
    let by = Actor { id: Some(person.0), name };
    audit::note(conn, Now { clock, ids }, by, &AccountAct::SignedIn(way)).await?;
    Ok(secret)
}

/// Grants a role.
///
/// # Errors
/// [`Refusal::Already`] if they have it, or breakage.
pub(crate) async fn grant(
    conn: &mut Conn<'_>,
    now: Now<'_>,
    by: Actor<'_>,
    id: PersonId,
    grant: Grant,
) -> Result<(), Refusal> {
    let profile = find(conn, id).await?;
    give(conn, now, by, Named::from(&profile.person), grant).await
}

/// Revokes a role.
///
/// # Errors
/// [`Refusal::LastAdministrator`], [`Refusal::Already`] if they do not have it, or breakage.
pub(crate) async fn take(
    conn: &mut Conn<'_>,
    now: Now<'_>,
    by: Actor<'_>,
    id: PersonId,
    grant: Grant,
) -> Result<(), Refusal> {
    store::touch_desk(conn).await?;
    let profile = find(conn, id).await?;
    if grant.role == Role::Administrator {
        leave_an_administrator(conn, &profile).await?;
    }
    if !store::remove_grant(conn, id, grant).await? {
        return Err(Refusal::Already);
    }
    let given = given(conn, grant).await?;
    Ok(audit::note(conn, now, by, &AccountAct::RoleTaken(Named::from(&profile.person), given)).await?)
}

/// Disables a person, and ends all their sessions.
///
/// # Errors
/// [`Refusal::LastAdministrator`], [`Refusal::Already`], or breakage.
pub(crate) async fn disable(conn: &mut Conn<'_>, now: Now<'_>, by: Actor<'_>, id: PersonId) -> Result<(), Refusal> {
    store::touch_desk(conn).await?;
    let profile = find(conn, id).await?;
    leave_an_administrator(conn, &profile).await?;
    if !store::set_disabled(conn, id, Some(now.clock.now())).await? {
        return Err(Refusal::Already);
    }
    store::end_all(conn, id).await?;
    Ok(audit::note(conn, now, by, &AccountAct::PersonDisabled(Named::from(&profile.person))).await?)
}

/// Enables a person again.
///
/// # Errors
/// [`Refusal::Already`], or breakage.
pub(crate) async fn enable(conn: &mut Conn<'_>, now: Now<'_>, by: Actor<'_>, id: PersonId) -> Result<(), Refusal> {
    let profile = find(conn, id).await?;
    if !store::set_disabled(conn, id, None).await? {
        return Err(Refusal::Already);
    }
    Ok(audit::note(conn, now, by, &AccountAct::PersonEnabled(Named::from(&profile.person))).await?)
}

/// The person with this id.
pub(crate) async fn find(conn: &mut Conn<'_>, id: PersonId) -> Result<Profile, Refusal> {
    store::profile(conn, id).await?.ok_or(Refusal::Unknown)
}

/// Refuses if this person is the last administrator.
pub(crate) async fn leave_an_administrator(conn: &mut Conn<'_>, profile: &Profile) -> Result<(), Refusal> {
    let person = &profile.person;
    let runs_the_desk = person.is(Role::Administrator) && matches!(profile.state, AccountState::Active(_));
    if runs_the_desk && store::other_administrators(conn, person.id).await? == 0 {
        return Err(Refusal::LastAdministrator);
    }
    Ok(())
}

async fn give(
    conn: &mut Conn<'_>,
    now: Now<'_>,
    by: Actor<'_>,
    person: Named<'_>,
    grant: Grant,
) -> Result<(), Refusal> {
    if !store::insert_grant(conn, now.ids.next(), person.id, grant).await? {
        return Err(Refusal::Already);
    }
    let given = given(conn, grant).await?;
    Ok(audit::note(conn, now, by, &AccountAct::RoleGranted(person, given)).await?)
}

/// A role with its scope as the audit log names it.
async fn given(conn: &mut Conn<'_>, grant: Grant) -> db::Result<GivenRole> {
    let entries: Vec<_> = grant.scope.entry().into_iter().collect();
    let cards = golden_thread::store::cards(conn, base::Locale::De, &entries).await?;
    Ok(GivenRole { role: grant.role, scope: cards.first().map(golden_thread::Card::reference).unwrap_or_default() })
}
