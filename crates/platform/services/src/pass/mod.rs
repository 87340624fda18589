//! Personal links: a capability for one thing, for people without an account ("persönlicher Link").
//!
//! Whoever shows the secret may do what the link was made for: look at a draft, sign in, manage what they
//! have signed up for. `purpose` names the thing to do, `subject` about what or for whom it is, `detail` what the
//! slice needs besides (a version, a page to go on to). A link opens once or often, until it ends, is used up or
//! revoked.
//!
//! Invariants:
//! * the database holds a hash of the secret only; the secret itself is told once, by [`make`];
//! * a secret is right to the letter, or it is none;
//! * looking ([`find`], for GET) changes nothing; acting ([`take`], for POST) uses up what opens once, and
//!   of several who act at the same time one succeeds;
//! * a link that was made more than [`AHEAD`] after now, by a clock that ran ahead, never opens: it would for too long.
//!
//! How many links are made for somebody can be limited with [`recent`], which counts also those that were used up or
//! have ended.
//!
//! Whether whoever made a link may still give it is asked by the slice when it is opened; a link knows only
//! who that was. Absence is `Option`: why a secret opens nothing is told to nobody.

mod store;
#[cfg(test)]
mod tests;

use base::{Clock, Ids};
use db::Conn;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::Secret;
use crate::jobs::Chore;

pub use store::{list, recent, revoke, revoke_all};

/// How far back [`recent`] looks; so long a link is kept after it was made, even if it has ended.
pub const RECENT: SignedDuration = SignedDuration::from_hours(1);
/// How far ahead of now a link may have been made: the clock was set back meanwhile.
pub const AHEAD: SignedDuration = SignedDuration::from_hours(24);
/// How far the clocks of two nodes may be apart.
const SKEW: SignedDuration = SignedDuration::from_mins(1);

/// What a link is made for.
#[derive(Debug, Clone, Copy)]
pub struct NewPass<'a> {
    /// What one may do with it; a word of the slice.
    pub purpose: &'static str,
    /// About what; in the slice's words.
    pub subject: &'a str,
    /// What the slice needs besides.
    pub detail: &'a str,
    /// Who made it, with the name of that time; `None` for the program.
    pub maker: Option<(Uuid, &'a str)>,
    /// How long it lasts.
    pub lasts: SignedDuration,
    /// Whether it opens only once.
    pub once: bool,
}

/// A link as the database knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pass {
    /// Its id, which is no secret.
    pub id: Uuid,
    /// What one may do with it.
    pub purpose: String,
    /// About what.
    pub subject: String,
    /// What the slice needs besides.
    pub detail: String,
    /// Who made it; `None` for the program.
    pub maker: Option<Uuid>,
    /// What they were called; empty for the program.
    pub maker_name: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// Until when it opens.
    pub ends_at: Timestamp,
}

/// The links that were made for a purpose about something within [`RECENT`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, sqlx::FromRow)]
pub struct Recent {
    /// How many there are.
    pub made: i64,
    /// How many of them still open.
    pub open: i64,
}

/// Makes a link, in the transaction of the act that needs it. Gives its secret, this once.
///
/// # Errors
/// If the database fails, or the system gives no randomness.
pub async fn make(conn: &mut Conn<'_>, (clock, ids): (&Clock, &Ids), new: &NewPass<'_>) -> anyhow::Result<Secret> {
    let made = make_as(conn, clock, ids.next(), new).await?;
    made.ok_or_else(|| anyhow::anyhow!("an id was given twice"))
}

/// As [`make`], with an id that is given: that of the job which makes the link, so that a job that runs twice makes one
/// link. `None` the second time.
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

/// The link that a secret opens now, for this purpose. Changes nothing.
///
/// # Errors
/// If the database fails.
pub async fn find(conn: &mut Conn<'_>, purpose: &str, shown: &str, now: Timestamp) -> db::Result<Option<Pass>> {
    find_any(conn, &[purpose], shown, now).await
}

/// The link that a secret opens now, for one of these purposes. Changes nothing.
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

/// Once a day: removes links that have ended and do not count any more.
pub const CHORE: Chore = Chore {
    kind: "purge-passes",
    clean: |conn, clock| Box::pin(async move { store::remove_ended(conn, clock.now()).await }),
};
