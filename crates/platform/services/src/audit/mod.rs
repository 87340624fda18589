//! The audit log: sign-ins, changes of roles, exports, publications and other acts, with person and time.
//!
//! A slice declares its events ([`audit_events!`](macro@crate::audit_events)) and says of each of its acts which event
//! it is and what it was about ([`Act`]). It records an act in the transaction in which it happens ([`note`]), so a
//! committed act is recorded and one that is rolled back is not. A row keeps the name of the person and of the thing as they were
//! then, and no IP address. Rows are deleted after [`RETENTION_DAYS`].

mod event;
mod store;
#[cfg(test)]
mod tests;

use base::Now;
use db::Conn;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

pub use event::{AuditEvent, EventDef, LabelFn, SameCode};
pub use store::{actors, count, list};

/// Retention of a row in days: a year and a month, so that a yearly review sees all of it.
pub const RETENTION_DAYS: i64 = 396;

/// All pages of the desk lie below it, so rows leave it out.
const DESK: &str = "/redaktion/";

/// The person who acted, with their name at that time.
#[derive(Debug, Clone, Copy)]
pub struct Actor<'a> {
    /// The person; none for commands on the server and for strangers.
    pub id: Option<Uuid>,
    /// The name shown in the log.
    pub name: &'a str,
}

impl Actor<'_> {
    /// Nobody knows who it was, as with a wrong link.
    pub const NOBODY: Self = Self { id: None, name: "" };
}

/// An act to be recorded. A slice has an enum of its acts; each variant holds the thing that it is about, so that an
/// event cannot be recorded of something else.
pub trait Act {
    /// The kind of the act.
    fn event(&self) -> AuditEvent;

    /// The page of the subject at the desk, as its typed path prints it; empty if it has none.
    fn subject(&self) -> String {
        String::new()
    }

    /// The name of the subject, or the way in which the act was done.
    fn label(&self) -> String;
}

/// An act as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// Time of the act.
    pub at: Timestamp,
    /// The written form of its event, which may be that of a slice which this program does not have any more.
    pub code: String,
    /// The person, if known.
    pub person: Option<Uuid>,
    /// The name of the person at that time; empty if nobody knows.
    pub name: String,
    /// The page of the subject, without `/redaktion/`: `personen/ID`, `eintraege/aktuelles/SLUG`; may be empty.
    pub subject: String,
    /// The name of the subject at that time, or the way in which the act was done; see [`AuditEvent::label`].
    pub label: String,
}

impl Noted {
    /// The kind of the act, if a slice of this program declares it.
    pub fn event(&self) -> Option<AuditEvent> {
        AuditEvent::from_code(&self.code)
    }

    /// Path of the subject at the desk, without language prefix, if it has a page.
    pub fn path(&self) -> Option<String> {
        (!self.subject.is_empty()).then(|| format!("{DESK}{}", self.subject))
    }
}

/// A filter of the log; all conditions must hold.
#[derive(Debug, Clone, Copy, Default)]
pub struct AuditFilter {
    /// Only these events.
    pub event: Option<AuditEvent>,
    /// Only acts of this person.
    pub person: Option<Uuid>,
}

/// Records an act, in the transaction in which it happens.
///
/// # Errors
/// If the database fails.
pub async fn note(conn: &mut Conn<'_>, now: Now<'_>, by: Actor<'_>, act: &impl Act) -> db::Result<()> {
    let noted = Noted {
        at: now.clock.now(),
        code: act.event().code().to_owned(),
        person: by.id,
        name: by.name.to_owned(),
        subject: act.subject().trim_start_matches(DESK).to_owned(),
        label: act.label(),
    };
    store::insert(conn, now.ids.next(), &noted).await
}

/// Deletes rows older than [`RETENTION_DAYS`]; returns their number.
///
/// # Errors
/// If the database fails.
pub async fn purge(conn: &mut Conn<'_>, now: Timestamp) -> db::Result<u64> {
    store::remove_before(conn, now - SignedDuration::from_hours(24 * RETENTION_DAYS)).await
}
