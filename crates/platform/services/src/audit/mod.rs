//! The audit log: sign-ins, changes of roles, exports, publications and other acts, with person and time.
//!
//! A slice records an act in the transaction in which it happens ([`note`]), so a committed act is recorded
//! and one that is rolled back is not. A row keeps the name of the person and of the thing as they were
//! then, and no IP address. Rows are deleted after [`RETENTION_DAYS`].

mod store;
#[cfg(test)]
mod tests;

use base::{Now, coded};
use db::Conn;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

pub use store::{actors, count, list};

/// Retention of a row in days: a year and a month, so that a yearly review sees all of it.
pub const RETENTION_DAYS: i64 = 396;

coded! {
    /// The kind of an act.
    pub enum AuditEvent {
        /// Somebody signed in.
        SignedIn = "signed_in",
        /// An attempt to sign in was refused.
        SignInRefused = "sign_in_refused",
        /// A person was added to the desk.
        PersonAdded = "person_added",
        /// A person may not sign in any more.
        PersonDisabled = "person_disabled",
        /// A person may sign in again.
        PersonEnabled = "person_enabled",
        /// A role was given.
        RoleGranted = "role_granted",
        /// A role was taken away.
        RoleTaken = "role_taken",
        /// A further way to sign in was set up: a passkey, a password, a provider.
        WayAdded = "way_added",
        /// A way to sign in was removed.
        WayRemoved = "way_removed",
        /// An entry was made public.
        Published = "published",
        /// An entry was taken back.
        Withdrawn = "withdrawn",
        /// A picture or file was uploaded.
        Uploaded = "uploaded",
        /// The description of a picture or file was changed.
        Described = "described",
        /// The bytes of a picture or file were replaced.
        Replaced = "replaced",
        /// A withdrawn medium, or former bytes of one, were restored.
        BroughtBack = "brought_back",
        /// Data left as a file.
        Exported = "exported",
        /// A setting of the site was changed.
        SettingChanged = "setting_changed",
        /// A job that was given up is tried again.
        JobRetried = "job_retried",
        /// A job that was given up is dismissed.
        JobDismissed = "job_dismissed",
    }
}

/// The person who acted, with their name at that time.
#[derive(Debug, Clone, Copy)]
pub struct Actor<'a> {
    /// The person; none for commands on the server.
    pub id: Option<Uuid>,
    /// The name shown in the log.
    pub name: &'a str,
}

/// An act to be recorded.
#[derive(Debug, Clone, Copy)]
pub struct Act<'a> {
    /// The kind of the act.
    pub event: AuditEvent,
    /// The actor; none if nobody knows, as with a wrong link.
    pub by: Option<Actor<'a>>,
    /// The subject, as a path at the desk without `/redaktion/`: `personen/ID`, `eintraege/aktuelles/SLUG`;
    /// empty if it has no page.
    pub subject: &'a str,
    /// The name of the subject, or the way in which the act was done.
    pub label: &'a str,
}

/// An act as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// Time of the act.
    pub at: Timestamp,
    /// The kind of the act.
    pub event: AuditEvent,
    /// The person, if known.
    pub person: Option<Uuid>,
    /// The name of the person at that time; empty if nobody knows.
    pub name: String,
    /// Path of the subject at the desk; may be empty.
    pub subject: String,
    /// The name of the subject at that time.
    pub label: String,
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
pub async fn note(conn: &mut Conn<'_>, Now { clock, ids }: Now<'_>, act: &Act<'_>) -> db::Result<()> {
    store::insert(conn, ids.next(), clock.now(), act).await
}

/// Deletes rows older than [`RETENTION_DAYS`]; returns their number.
///
/// # Errors
/// If the database fails.
pub async fn purge(conn: &mut Conn<'_>, now: Timestamp) -> db::Result<u64> {
    store::remove_before(conn, now - SignedDuration::from_hours(24 * RETENTION_DAYS)).await
}
