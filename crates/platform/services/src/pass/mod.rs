//! Personal links: a capability for one thing, for people without an account ("persönlicher Link").
//!
//! Whoever shows the secret may do what the link was made for: look at a draft, sign in, manage what they
//! have signed up for. `purpose` names the thing to do, `subject` about what it is, `detail` what the slice
//! needs besides (a version, a page to go on to). A link opens once or often, until it ends, is used up or
//! revoked.
//!
//! Invariants:
//! * the database holds a hash of the secret only; the secret itself is told once, by [`make`];
//! * a secret is right to the letter, or it is none;
//! * looking ([`find`], for GET) changes nothing; acting ([`take`], for POST) uses up what opens once, and
//!   of several who act at the same time one succeeds.
//!
//! Whether whoever made a link may still give it is asked by the slice when it is opened; a link knows only
//! who that was. Absence is `Option`: why a secret opens nothing is told to nobody.

mod store;
#[cfg(test)]
mod tests;

use base::{Clock, Ids};
use db::Conn;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::jobs::Chore;
use crate::keys::hex;

pub use store::{list, revoke, revoke_all};

/// Bytes of a secret.
const LENGTH: usize = 32;

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

/// A secret as small hexadecimal digits, to be put into an address. Never printed by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct PassSecret(String);

impl PassSecret {
    fn random() -> anyhow::Result<Self> {
        let mut bytes = [0; LENGTH];
        getrandom::fill(&mut bytes)
            .map_err(|error| anyhow::anyhow!("the operating system gives no randomness: {error}"))?;
        Ok(Self(hex(&bytes)))
    }

    /// The secret itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for PassSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PassSecret")
    }
}

/// What is kept of a secret that somebody shows: of the very letters, so nothing else has the same. `None` if it
/// cannot be one.
fn hash_of(shown: &str) -> Option<String> {
    let is_one = shown.len() == 2 * LENGTH && shown.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    is_one.then(|| hex(&Sha256::digest(shown.as_bytes())))
}

/// Makes a link, in the transaction of the act that needs it. Gives its secret, this once.
///
/// # Errors
/// If the database fails, or the system gives no randomness.
pub async fn make(conn: &mut Conn<'_>, (clock, ids): (&Clock, &Ids), new: &NewPass<'_>) -> anyhow::Result<PassSecret> {
    let secret = PassSecret::random()?;
    let hash = hash_of(secret.as_str()).ok_or_else(|| anyhow::anyhow!("our own secret is none"))?;
    store::insert(conn, (ids.next(), &hash), new, clock.now()).await?;
    Ok(secret)
}

/// The link that a secret opens now, for this purpose. Changes nothing.
///
/// # Errors
/// If the database fails.
pub async fn find(conn: &mut Conn<'_>, purpose: &str, shown: &str, now: Timestamp) -> db::Result<Option<Pass>> {
    match hash_of(shown) {
        Some(hash) => store::find(conn, purpose, &hash, now).await,
        None => Ok(None),
    }
}

/// As [`find`], and uses the link up if it opens only once.
///
/// # Errors
/// If the database fails.
pub async fn take(conn: &mut Conn<'_>, purpose: &str, shown: &str, now: Timestamp) -> db::Result<Option<Pass>> {
    let Some(hash) = hash_of(shown) else { return Ok(None) };
    if !store::use_up(conn, purpose, &hash, now).await? {
        return Ok(None);
    }
    store::by_hash(conn, &hash).await
}

/// Once a day: removes links that have ended.
pub const CHORE: Chore = Chore {
    kind: "purge-passes",
    clean: |conn, clock| Box::pin(async move { store::remove_ended(conn, clock.now()).await }),
};
