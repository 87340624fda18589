//! Links that let somebody in: once, and not for long.
//!
//! Each is a personal link ([`services::pass`]): its purpose says which kind it is, its subject for whom, its detail
//! where it leads. To open a link shows a page with a button; only the button signs in. Programs that look at mails
//! before people do may open a link as often as they like.

use base::{Clock, coded};
use db::Conn;
use jiff::{SignedDuration, Timestamp};
use services::Secret;
use services::pass::{self, NewPass, Pass, Recent};
use uuid::Uuid;

use crate::actions::Now;
use crate::person::PersonId;
use crate::store;

#[cfg(test)]
mod tests;

coded! {
    /// What a link is for; the purpose of its pass.
    pub enum LinkKind {
        /// Somebody wants to sign in.
        SignIn = "sign_in",
        /// Somebody was invited and signs in for the first time.
        Invitation = "desk_invitation",
        /// Nobody is at the desk yet: whoever started the program becomes its administrator.
        First = "first_administrator",
    }
}

impl LinkKind {
    /// How long it holds.
    pub const fn lasts(self) -> SignedDuration {
        match self {
            Self::SignIn => SignedDuration::from_mins(15),
            Self::Invitation => SignedDuration::from_hours(24 * 7),
            Self::First => SignedDuration::from_hours(24),
        }
    }
}

/// A link that still holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    pub(crate) kind: LinkKind,
    /// For whom, and what they are called; none for the first administrator.
    pub(crate) person: Option<(PersonId, String)>,
    /// Where it leads.
    pub(crate) onward: String,
}

/// Makes a link, for a person or for the first administrator, and gives its secret.
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

/// Makes the link of a job, so that a job that runs twice makes one: `None` the second time.
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

/// The link that a secret opens now, whatever its kind. Changes nothing.
///
/// # Errors
/// If the database fails.
pub(crate) async fn find(conn: &mut Conn<'_>, shown: &str, now: Timestamp) -> db::Result<Option<Link>> {
    match pass::find_any(conn, &LinkKind::ALL.map(LinkKind::code), shown, now).await? {
        Some(pass) => read(conn, pass).await,
        None => Ok(None),
    }
}

/// Uses up the link that a secret opens; `None` if somebody was faster.
///
/// # Errors
/// If the database fails.
pub(crate) async fn take(conn: &mut Conn<'_>, kind: LinkKind, shown: &str, now: Timestamp) -> db::Result<Option<Link>> {
    match pass::take(conn, kind.code(), shown, now).await? {
        Some(pass) => read(conn, pass).await,
        None => Ok(None),
    }
}

/// How many links of a kind were made for a person within the hour.
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

/// The subject of a pass: a person, or nobody yet.
fn subject(person: Option<PersonId>) -> String {
    person.map(|id| id.to_string()).unwrap_or_default()
}

fn new<'a>(kind: LinkKind, subject: &'a str, onward: &'a str) -> NewPass<'a> {
    NewPass { purpose: kind.code(), subject, detail: onward, maker: None, lasts: kind.lasts(), once: true }
}

/// How many links somebody is sent within an hour, whoever asks for them.
pub const LINKS: i64 = 5;
/// How many of them at once.
const AT_ONCE: i64 = 2;

/// Whether somebody is sent another link, given how many they were sent within the hour and how many of
/// these still hold. After the second one the next comes only when none holds any more; so a stranger
/// who asks for links all the time cannot bring about a minute in which the person has none that works.
pub(crate) const fn may_send(sent: i64, holding: i64) -> bool {
    sent < LINKS && (sent < AT_ONCE || holding == 0)
}
