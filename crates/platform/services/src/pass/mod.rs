//! Personal links: a capability for one thing, for people without an account ("persönlicher Link").
//!
//! The holder of the secret may do the one thing for which the link was created: see a draft, sign in,
//! manage their registration. `purpose` names the thing to do, `subject` its object or person, `detail`
//! further data of the slice (a version, a page to go on to). A link opens once or often, until it expires,
//! is used up or revoked.
//!
//! Invariants:
//! * the database holds a hash of the secret only; the secret itself is returned once, by [`make`];
//! * a secret must match exactly;
//! * looking ([`find`], for GET) changes nothing; acting ([`take`], for POST) uses up a link that opens
//!   once, and of several who act at the same time one succeeds;
//! * a link that was created more than [`AHEAD`] after now, by a clock that ran ahead, never opens: it
//!   would open for too long.
//!
//! The number of links for one subject can be limited with [`recent`], which also counts those that were
//! used up or have expired.
//!
//! The slice checks, when a link is opened, if its maker still has the right to give it; a link only names
//! them. Absence is `Option`: the reason why a secret opens nothing is told to nobody.

mod store;
#[cfg(test)]
mod tests;

use base::{Clock, Now};
use db::Conn;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::Secret;
use crate::jobs::Chore;

pub use store::{list, recent, revoke, revoke_all};

/// Period that [`recent`] covers; a link is stored at least this long, even if it has expired.
pub const RECENT: SignedDuration = SignedDuration::from_hours(1);
/// Tolerance for links that were created in the future, because the clock was set back meanwhile.
pub const AHEAD: SignedDuration = SignedDuration::from_hours(24);
/// Largest difference between the clocks of two nodes.
const SKEW: SignedDuration = SignedDuration::from_mins(1);

/// A link to be created.
#[derive(Debug, Clone, Copy)]
pub struct NewPass<'a> {
    /// The act that it allows; a word of the slice.
    pub purpose: &'static str,
    /// The object or person of the act; in the slice's words.
    pub subject: &'a str,
    /// Further data of the slice.
    pub detail: &'a str,
    /// The person who creates it, with their name; `None` for the program.
    pub maker: Option<(Uuid, &'a str)>,
    /// Lifetime from now on.
    pub lasts: SignedDuration,
    /// True if it opens only once.
    pub once: bool,
}

/// A stored link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pass {
    /// The id, which is not the secret.
    pub id: Uuid,
    /// The act that it allows.
    pub purpose: String,
    /// The object or person of the act.
    pub subject: String,
    /// Further data of the slice.
    pub detail: String,
    /// The person who created it; `None` for the program.
    pub maker: Option<Uuid>,
    /// The name of that person at the time; empty for the program.
    pub maker_name: String,
    /// Time of creation.
    pub made_at: Timestamp,
    /// Time of expiry.
    pub ends_at: Timestamp,
}

/// Numbers of links that were created within [`RECENT`] for a purpose and subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Recent {
    /// Number of all.
    pub made: i64,
    /// Number of those that still open.
    pub open: i64,
}

/// Creates a link, in the transaction of the act that needs it. Returns its secret, which is available only
/// now.
///
/// # Errors
/// If the database fails, or the system gives no randomness.
pub async fn make(conn: &mut Conn<'_>, Now { clock, ids }: Now<'_>, new: &NewPass<'_>) -> anyhow::Result<Secret> {
    let made = make_as(conn, clock, ids.next(), new).await?;
    made.ok_or_else(|| anyhow::anyhow!("an id was given twice"))
}

/// As [`make`], with a given id: that of the job that creates the link, so that a job that runs twice
/// creates one link. `None` the second time.
///
/// # Errors
/// As [`make`].
pub async fn make_as(
    conn: &mut Conn<'_>,
    clock: &Clock,
    id: Uuid,
    new: &NewPass<'_>,
) -> anyhow::Result<Option<Secret>> {
    let secret = Secret::random()?;
    let is_new = store::insert(conn, (id, &secret.hash()), new, clock.now()).await?;
    Ok(is_new.then_some(secret))
}

/// The valid link with this secret and purpose. Changes nothing.
///
/// # Errors
/// If the database fails.
pub async fn find(conn: &mut Conn<'_>, purpose: &str, shown: &str, now: Timestamp) -> db::Result<Option<Pass>> {
    find_any(conn, &[purpose], shown, now).await
}

/// The valid link with this secret and one of these purposes. Changes nothing.
///
/// # Errors
/// If the database fails.
pub async fn find_any(conn: &mut Conn<'_>, purposes: &[&str], shown: &str, now: Timestamp) -> db::Result<Option<Pass>> {
    let Some(secret) = Secret::parse(shown) else { return Ok(None) };
    let found = store::find(conn, &secret.hash(), now).await?;
    Ok(found.filter(|pass| purposes.contains(&pass.purpose.as_str())))
}

/// As [`find`], and uses the link up if it opens only once.
///
/// # Errors
/// If the database fails.
pub async fn take(conn: &mut Conn<'_>, purpose: &str, shown: &str, now: Timestamp) -> db::Result<Option<Pass>> {
    let Some(secret) = Secret::parse(shown) else { return Ok(None) };
    let hash = secret.hash();
    if !store::use_up(conn, purpose, &hash, now).await? {
        return Ok(None);
    }
    store::by_hash(conn, &hash).await
}

/// Deletes links that have expired and do not count as recent any more, once a day.
pub const CHORE: Chore = Chore {
    kind: "purge-passes",
    clean: |conn, clock| Box::pin(async move { store::remove_ended(conn, clock.now()).await }),
};
