//! A new address of one's own: it counts once its owner has pressed the button behind a link that went there.
//!
//! The link is a personal link ([`services::pass`]): its subject is the person, its detail the former and the new
//! address on two lines. It works only for the person themselves, signed in, so that an address with a slip in it hands
//! nobody else the account; and only as long as they have the former address.

use base::{Email, Now};
use db::Conn;
use jiff::{SignedDuration, Timestamp};
use services::Secret;
use services::pass::{self, NewPass, Pass};

use crate::link::LINKS;
use crate::person::Person;

/// The purpose of these links.
pub(crate) const PURPOSE: &str = "new_address";

/// How long such a link works.
pub(crate) const LASTS: SignedDuration = SignedDuration::from_hours(24);

/// Creates the link for a new address; those before it do not work any more. `None` if the person has asked for too
/// many within an hour.
///
/// # Errors
/// Breakage.
pub(crate) async fn make(
    conn: &mut Conn<'_>,
    now: Now<'_>,
    person: &Person,
    email: &Email,
) -> anyhow::Result<Option<Secret>> {
    let subject = person.id.to_string();
    if pass::recent(conn, (PURPOSE, &subject), now.clock.now()).await?.made >= LINKS {
        return Ok(None);
    }
    pass::revoke_all(conn, (PURPOSE, &subject), now.clock.now()).await?;
    let detail = format!("{}\n{email}", person.email);
    let new = NewPass { purpose: PURPOSE, subject: &subject, detail: &detail, maker: None, lasts: LASTS, once: true };
    pass::make(conn, now, &new).await.map(Some)
}

/// The new address of this person that a link confirms; changes nothing.
///
/// # Errors
/// If the database fails.
pub(crate) async fn find(
    conn: &mut Conn<'_>,
    person: &Person,
    shown: &str,
    now: Timestamp,
) -> db::Result<Option<Email>> {
    Ok(pass::find(conn, PURPOSE, shown, now).await?.and_then(|pass| read(person, &pass)))
}

/// As [`find`], and uses the link up.
///
/// # Errors
/// If the database fails.
pub(crate) async fn take(
    conn: &mut Conn<'_>,
    person: &Person,
    shown: &str,
    now: Timestamp,
) -> db::Result<Option<Email>> {
    Ok(pass::take(conn, PURPOSE, shown, now).await?.and_then(|pass| read(person, &pass)))
}

fn read(person: &Person, pass: &Pass) -> Option<Email> {
    let (former, new) = pass.detail.split_once('\n')?;
    let is_theirs = pass.subject == person.id.to_string() && former == person.email.as_str();
    is_theirs.then(|| Email::parse(new).ok()).flatten()
}
