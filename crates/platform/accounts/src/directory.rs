//! The people of the desk from outside, each step with its own transaction: for the command line and
//! for the first start.

use base::Email;
use db::{Conn, Db};
use services::Secret;
use services::audit::Actor;

use crate::actions::{self, Newcomer, Now, Refused};
use crate::link::{self, LinkKind};
use crate::paths::{DeskPath, LinkPath};
use crate::person::{Grant, Person, PersonId, Profile, Role, Scope, ScopeKind, Standing};
use crate::store;

/// How many people are read at a time.
const PORTION: i64 = 500;

/// Who works at the command line, as the log names them.
const AT_THE_COMMAND_LINE: Actor<'_> = Actor { id: None, name: "zukunftsbildung user" };

/// Adds a person.
///
/// # Errors
/// [`Refused`].
pub async fn add(db: &Db, now: Now<'_>, new: &Newcomer) -> Result<PersonId, Refused> {
    let mut tx = db.write().await?;
    let id = actions::add(&mut tx.conn(), now, AT_THE_COMMAND_LINE, new).await?;
    tx.commit().await?;
    Ok(id)
}

/// A person who may sign in, with what they may do today.
///
/// # Errors
/// If the database fails.
pub async fn at_work(conn: &mut Conn<'_>, id: PersonId) -> db::Result<Option<Person>> {
    let profile = store::profile(conn, id).await?;
    Ok(profile.filter(|profile| !matches!(profile.standing, Standing::Disabled(_))).map(|profile| profile.person))
}

/// Makes a one-time link with which a person signs in, and gives its path. It holds 15 minutes.
///
/// # Errors
/// [`Refused::Unknown`], [`Refused::Disabled`], or breakage.
pub async fn link(db: &Db, now: Now<'_>, email: &Email) -> Result<String, Refused> {
    let mut tx = db.write().await?;
    let account = store::find_account(&mut tx.conn(), email).await?.ok_or(Refused::Unknown)?;
    if account.is_disabled {
        return Err(Refused::Disabled);
    }
    let secret = link::make(&mut tx.conn(), now, LinkKind::SignIn, (Some(account.id), &start())).await?;
    tx.commit().await?;
    Ok(path_of(&secret))
}

/// If nobody is at the desk yet, makes the link that lets its first administrator in, and gives its
/// path. It holds a day. Links made before keep holding until somebody has used one.
///
/// # Errors
/// Breakage.
pub async fn first_link(db: &Db, now: Now<'_>) -> Result<Option<String>, Refused> {
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
/// [`Refused`].
pub async fn disable(db: &Db, now: Now<'_>, email: &Email) -> Result<(), Refused> {
    let mut tx = db.write().await?;
    let account = store::find_account(&mut tx.conn(), email).await?.ok_or(Refused::Unknown)?;
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

/// A role within a scope as the command line names it: `initiative`, or an entry by its reference
/// (`handlungsfelder/vielfalt`). An error says in one line what is wrong.
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

/// The way by which a link that we made leads somebody in.
fn path_of(secret: &Secret) -> String {
    LinkPath { secret: secret.as_str().to_owned() }.to_string()
}

fn start() -> String {
    DeskPath.to_string()
}
