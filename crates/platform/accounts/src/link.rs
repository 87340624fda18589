//! Sign-in links: each works once, and not for long.
//!
//! Each is a personal link ([`services::pass`]): its purpose is the kind of link, its subject the person,
//! its detail the path to go to afterwards. Opening a link shows a page with a button; only the button
//! signs in. So mail scanners may open a link as often as they like.

use base::{Clock, Now, coded};
use db::Conn;
use jiff::{SignedDuration, Timestamp};
use services::Secret;
use services::pass::{self, NewPass, Pass, Recent};
use uuid::Uuid;

use crate::person::PersonId;
use crate::store;

#[cfg(test)]
mod tests;

coded! {
    /// The kind of a link; the purpose of its pass.
    pub enum LinkKind {
        /// Somebody wants to sign in.
        SignIn = "sign_in",
        /// Somebody was invited and signs in for the first time.
        Invitation = "desk_invitation",
        /// There is nobody at the desk yet: the holder becomes the first administrator.
        First = "first_administrator",
    }
}

impl LinkKind {
    /// Lifetime of a link.
    pub const fn lasts(self) -> SignedDuration {
        match self {
            Self::SignIn => SignedDuration::from_mins(15),
            Self::Invitation => SignedDuration::from_hours(24 * 7),
            Self::First => SignedDuration::from_hours(24),
        }
    }
}

/// A valid link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) kind: LinkKind,
    /// The person with their name; none for the first administrator.
    pub(crate) person: Option<(PersonId, String)>,
    /// The path to go to after sign-in.
    pub(crate) onward: String,
}

/// Creates a link, for a person or for the first administrator, and returns its secret.
///
/// # Errors
/// Breakage.
pub(crate) async fn make(
    conn: &mut Conn<'_>,
    now: Now<'_>,
    kind: LinkKind,
    (person, onward): (Option<PersonId>, &str),
) -> anyhow::Result<Secret> {
    pass::make(conn, now, &new(kind, &subject(person), onward)).await
}

/// Creates the link of a job, idempotently: a job that runs twice gets `None` the second time.
///
/// # Errors
/// Breakage.
pub(crate) async fn make_in_job(
    conn: &mut Conn<'_>,
    clock: &Clock,
    job: Uuid,
    kind: LinkKind,
    (person, onward): (PersonId, &str),
) -> anyhow::Result<Option<Secret>> {
    pass::make_as(conn, clock, job, &new(kind, &subject(Some(person)), onward)).await
}

/// The valid link with this secret, of any kind. Changes nothing.
///
/// # Errors
/// If the database fails.
pub(crate) async fn find(conn: &mut Conn<'_>, shown: &str, now: Timestamp) -> db::Result<Option<Link>> {
    match pass::find_any(conn, &LinkKind::ALL.map(LinkKind::code), shown, now).await? {
        Some(pass) => read(conn, pass).await,
        None => Ok(None),
    }
}

/// Uses up the link with this secret; `None` if it is not valid any more.
///
/// # Errors
/// If the database fails.
pub(crate) async fn take(conn: &mut Conn<'_>, kind: LinkKind, shown: &str, now: Timestamp) -> db::Result<Option<Link>> {
    match pass::take(conn, kind.code(), shown, now).await? {
        Some(pass) => read(conn, pass).await,
        None => Ok(None),
    }
}

/// Number of links of a kind that were created for a person within the last hour, and of those that are
/// valid.
///
/// # Errors
/// If the database fails.
pub(crate) async fn recent(
    conn: &mut Conn<'_>,
    kind: LinkKind,
    person: PersonId,
    now: Timestamp,
) -> db::Result<Recent> {
    pass::recent(conn, (kind.code(), &subject(Some(person))), now).await
}

/// A pass as a link; `None` if its person may not sign in.
async fn read(conn: &mut Conn<'_>, pass: Pass) -> db::Result<Option<Link>> {
    let kind = LinkKind::from_code(&pass.purpose).ok_or_else(|| db::unknown("kind of a link", &pass.purpose))?;
    if kind == LinkKind::First {
        return Ok(Some(Link { kind, person: None, onward: pass.detail }));
    }
    let id = pass.subject.parse().map(PersonId).map_err(|_| db::unknown("person of a link", &pass.subject))?;
    let name = store::name_of_enabled(conn, id).await?;
    Ok(name.map(|name| Link { kind, person: Some((id, name)), onward: pass.detail }))
}

/// The subject of a pass: the id of a person, or empty for the first administrator.
fn subject(person: Option<PersonId>) -> String {
    person.map(|id| id.to_string()).unwrap_or_default()
}

fn new<'a>(kind: LinkKind, subject: &'a str, onward: &'a str) -> NewPass<'a> {
    NewPass { purpose: kind.code(), subject, detail: onward, maker: None, lasts: kind.lasts(), once: true }
}

/// Most links that one person is sent within an hour, by anybody's request.
pub const LINKS: i64 = 5;
/// Most of them that are valid at the same time.
const AT_ONCE: i64 = 2;

/// Rate limit: true if a person is sent another link, given the number of links of the last hour and the
/// number of those that are still valid. After the second one the next is sent only when none is valid any
/// more; so a stranger who asks for links all the time cannot leave the person without a working one.
pub(crate) const fn may_send(sent: i64, holding: i64) -> bool {
    sent < LINKS && (sent < AT_ONCE || holding == 0)
}
