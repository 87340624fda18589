//! Acts on people, each in its own transaction: for the command line and for the first start.

use base::{Email, Now};
use db::{Conn, Db};
use services::Secret;
use services::audit::Actor;

use crate::actions::{self, Newcomer, Refusal};
use crate::link::{self, LinkKind};
use crate::paths::{DeskPath, LinkPath};
use crate::person::{AccountState, Grant, Person, PersonId, Profile, Role, Scope, ScopeKind};
use crate::store;

/// People that are read at a time.
const PORTION: i64 = 500;

/// The actor in the audit log for acts at the command line.
const AT_THE_COMMAND_LINE: Actor<'_> = Actor { id: None, name: "zukunftsbildung user" };

/// Adds a person.
///
/// # Errors
/// [`Refusal`].
pub async fn add(db: &Db, now: Now<'_>, new: &Newcomer) -> Result<PersonId, Refusal> {
    let mut tx = db.write().await?;
    let id = actions::add(&mut tx.conn(), now, AT_THE_COMMAND_LINE, new).await?;
    tx.commit().await?;
    Ok(id)
}

/// A person who may sign in, with their present roles.
///
/// # Errors
/// If the database fails.
pub async fn at_work(conn: &mut Conn<'_>, id: PersonId) -> db::Result<Option<Person>> {
    let profile = store::profile(conn, id).await?;
    Ok(profile.filter(|profile| !matches!(profile.state, AccountState::Disabled(_))).map(|profile| profile.person))
}

/// Everybody who may sign in, by name, with their present roles.
///
/// # Errors
/// If the database fails.
pub async fn all_at_work(conn: &mut Conn<'_>) -> db::Result<Vec<Person>> {
    let (mut people, mut skip) = (Vec::new(), 0);
    loop {
        let portion = store::list_people(conn, None, skip, PORTION).await?;
        let is_last = i64::try_from(portion.len()).is_ok_and(|found| found < PORTION);
        let enabled = portion.into_iter().filter(|profile| !matches!(profile.state, AccountState::Disabled(_)));
        people.extend(enabled.map(|profile| profile.person));
        if is_last {
            return Ok(people);
        }
        skip += PORTION;
    }
}

/// Creates a one-time sign-in link, valid for 15 minutes, and returns its path.
///
/// # Errors
/// [`Refusal::Unknown`], [`Refusal::Disabled`], or breakage.
pub async fn link(db: &Db, now: Now<'_>, email: &Email) -> Result<String, Refusal> {
    let mut tx = db.write().await?;
    let account = store::find_account(&mut tx.conn(), email).await?.ok_or(Refusal::Unknown)?;
    if account.is_disabled {
        return Err(Refusal::Disabled);
    }
    let secret = link::make(&mut tx.conn(), now, LinkKind::SignIn, (Some(account.id), &start())).await?;
    tx.commit().await?;
    Ok(path_of(&secret))
}

/// If there is nobody at the desk yet, creates the link that makes its holder the first administrator,
/// valid for a day, and returns its path. Links created before stay valid until one of them was used.
///
/// # Errors
/// Breakage.
pub async fn first_link(db: &Db, now: Now<'_>) -> Result<Option<String>, Refusal> {
    let mut tx = db.write().await?;
    if store::is_anybody(&mut tx.conn()).await? {
        return Ok(None);
    }
    let secret = link::make(&mut tx.conn(), now, LinkKind::First, (None, &start())).await?;
    tx.commit().await?;
    Ok(Some(path_of(&secret)))
}

/// Disables a person and ends their sessions.
///
/// # Errors
/// [`Refusal`].
pub async fn disable(db: &Db, now: Now<'_>, email: &Email) -> Result<(), Refusal> {
    let mut tx = db.write().await?;
    let account = store::find_account(&mut tx.conn(), email).await?.ok_or(Refusal::Unknown)?;
    actions::disable(&mut tx.conn(), now, AT_THE_COMMAND_LINE, account.id).await?;
    Ok(tx.commit().await?)
}

/// Everybody, by name.
///
/// # Errors
/// Breakage.
pub async fn everybody(db: &Db) -> anyhow::Result<Vec<Profile>> {
    let mut reader = db.read().await?;
    let mut people = Vec::new();
    loop {
        let skip = i64::try_from(people.len())?;
        let portion = store::list_people(&mut reader.conn(), None, skip, PORTION).await?;
        if portion.is_empty() {
            return Ok(people);
        }
        people.extend(portion);
    }
}

/// Parses a role within a scope as the command line names it: `initiative`, or an entry by its reference
/// (`handlungsfelder/vielfalt`). An error is one line for the person at the command line.
///
/// # Errors
/// If there is no such entry, or the role cannot hold there.
pub async fn parse_grant(db: &Db, role: Role, scope: &str) -> anyhow::Result<Grant> {
    let scope = if scope == ScopeKind::Initiative.code() {
        Scope::Initiative
    } else {
        let found = store::find_scope(&mut db.read().await?.conn(), scope).await?;
        found.ok_or_else(|| anyhow::anyhow!("there is no field, body or event `{scope}`"))?
    };
    let fitting = || role.scopes().iter().map(|kind| kind.code()).collect::<Vec<_>>().join(", ");
    Grant::new(role, scope).ok_or_else(|| anyhow::anyhow!("the role {role} can be limited to: {}", fitting()))
}

/// The path of a sign-in link.
fn path_of(secret: &Secret) -> String {
    LinkPath { secret: secret.as_str().to_owned() }.to_string()
}

fn start() -> String {
    DeskPath.to_string()
}
