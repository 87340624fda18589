//! Acts on accounts, each as a step inside a write transaction: add, sign in, grant and revoke roles,
//! disable. Pages and the command line share these steps, and each is recorded in the audit log.
//!
//! A decision about administrators locks the one row of the desk first, so two such decisions follow each
//! other and the second sees the result of the first: the desk never loses its last administrator.

use base::{Email, Now};
use db::Conn;
use services::Secret;
use services::audit::{self, Act, Actor, AuditEvent};

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
pub enum Refused {
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
    /// The desk would lose its last administrator.
    #[error("this is the last administrator: let another one sign in first")]
    LastAdministrator,
    /// The database or the system's randomness failed.
    #[error(transparent)]
    Broken(#[from] anyhow::Error),
}

impl From<sqlx::Error> for Refused {
    fn from(error: sqlx::Error) -> Self {
        Self::Broken(error.into())
    }
}

impl Newcomer {
    /// Checks the name as it was typed.
    ///
    /// # Errors
    /// [`Refused::Name`].
    pub fn named(name: &str, email: Email, grants: Vec<Grant>) -> Result<Self, Refused> {
        Ok(Self { name: crate::person::name(name).ok_or(Refused::Name)?, email, grants })
    }
}

/// Adds a person with their roles.
///
/// # Errors
/// [`Refused::AddressTaken`], or breakage.
pub(crate) async fn add(conn: &mut Conn<'_>, now: Now<'_>, by: Actor<'_>, new: &Newcomer) -> Result<PersonId, Refused> {
    let id = PersonId(now.ids.next());
    let person = NewPerson { id, name: &new.name, email: &new.email, created_at: now.clock.now() };
    if !store::insert(conn, person).await? {
        return Err(Refused::AddressTaken);
    }
    let act = Act { event: AuditEvent::PersonAdded, by: Some(by), subject: &subject(id), label: &new.name };
    audit::note(conn, now, &act).await?;
    for grant in &new.grants {
        give(conn, now, by, (id, &new.name), *grant).await?;
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
    let by = Some(Actor { id: Some(person.0), name });
    let act = Act { event: AuditEvent::SignedIn, by, subject: "", label: way.code() };
    audit::note(conn, Now { clock, ids }, &act).await?;
    Ok(secret)
}

/// Grants a role.
///
/// # Errors
/// [`Refused::Already`] if they have it, or breakage.
pub(crate) async fn grant(
    conn: &mut Conn<'_>,
    now: Now<'_>,
    by: Actor<'_>,
    id: PersonId,
    grant: Grant,
) -> Result<(), Refused> {
    let profile = find(conn, id).await?;
    give(conn, now, by, (id, &profile.person.name), grant).await
}

/// Revokes a role.
///
/// # Errors
/// [`Refused::LastAdministrator`], [`Refused::Already`] if they do not have it, or breakage.
pub(crate) async fn take(
    conn: &mut Conn<'_>,
    now: Now<'_>,
    by: Actor<'_>,
    id: PersonId,
    grant: Grant,
) -> Result<(), Refused> {
    store::touch_desk(conn).await?;
    let profile = find(conn, id).await?;
    if grant.role == Role::Administrator {
        leave_an_administrator(conn, &profile).await?;
    }
    if !store::remove_grant(conn, id, grant).await? {
        return Err(Refused::Already);
    }
    note_grant(conn, now, by, (id, &profile.person.name), (AuditEvent::RoleTaken, grant)).await
}

/// Disables a person, and ends all their sessions.
///
/// # Errors
/// [`Refused::LastAdministrator`], [`Refused::Already`], or breakage.
pub(crate) async fn disable(conn: &mut Conn<'_>, now: Now<'_>, by: Actor<'_>, id: PersonId) -> Result<(), Refused> {
    store::touch_desk(conn).await?;
    let profile = find(conn, id).await?;
    leave_an_administrator(conn, &profile).await?;
    if !store::set_disabled(conn, id, Some(now.clock.now())).await? {
        return Err(Refused::Already);
    }
    store::end_all(conn, id).await?;
    let label = profile.person.name.as_str();
    let act = Act { event: AuditEvent::PersonDisabled, by: Some(by), subject: &subject(id), label };
    Ok(audit::note(conn, now, &act).await?)
}

/// Enables a person again.
///
/// # Errors
/// [`Refused::Already`], or breakage.
pub(crate) async fn enable(conn: &mut Conn<'_>, now: Now<'_>, by: Actor<'_>, id: PersonId) -> Result<(), Refused> {
    let profile = find(conn, id).await?;
    if !store::set_disabled(conn, id, None).await? {
        return Err(Refused::Already);
    }
    let label = profile.person.name.as_str();
    let act = Act { event: AuditEvent::PersonEnabled, by: Some(by), subject: &subject(id), label };
    Ok(audit::note(conn, now, &act).await?)
}

async fn find(conn: &mut Conn<'_>, id: PersonId) -> Result<Profile, Refused> {
    store::profile(conn, id).await?.ok_or(Refused::Unknown)
}

/// Refuses if this person is the last administrator.
async fn leave_an_administrator(conn: &mut Conn<'_>, profile: &Profile) -> Result<(), Refused> {
    let person = &profile.person;
    let runs_the_desk = person.is(Role::Administrator) && matches!(profile.state, AccountState::Active(_));
    if runs_the_desk && store::other_administrators(conn, person.id).await? == 0 {
        return Err(Refused::LastAdministrator);
    }
    Ok(())
}

async fn give(
    conn: &mut Conn<'_>,
    now: Now<'_>,
    by: Actor<'_>,
    person: (PersonId, &str),
    grant: Grant,
) -> Result<(), Refused> {
    if !store::insert_grant(conn, now.ids.next(), person.0, grant).await? {
        return Err(Refused::Already);
    }
    note_grant(conn, now, by, person, (AuditEvent::RoleGranted, grant)).await
}

/// Records a grant or its revocation. The label has three parts between tabs: name, role, and the entry of
/// the scope as content files refer to it, which may be empty.
async fn note_grant(
    conn: &mut Conn<'_>,
    now: Now<'_>,
    by: Actor<'_>,
    (id, name): (PersonId, &str),
    (event, grant): (AuditEvent, Grant),
) -> Result<(), Refused> {
    let entries: Vec<_> = grant.scope.entry().into_iter().collect();
    let cards = golden_thread::store::cards(conn, base::Locale::De, &entries).await?;
    let scope = cards.first().map(golden_thread::Card::reference).unwrap_or_default();
    let label = format!("{name}\t{}\t{scope}", grant.role);
    let act = Act { event, by: Some(by), subject: &subject(id), label: &label };
    Ok(audit::note(conn, now, &act).await?)
}

/// The subject of the audit log for a person.
pub(crate) fn subject(id: PersonId) -> String {
    format!("personen/{}", id.0)
}
