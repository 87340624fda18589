//! Who did what that matters: sign-ins, changes of roles, exports, publications.
//!
//! A slice notes an act in the transaction in which it happens ([`note`]), so an act that is kept is
//! noted and one that is rolled back is not. A row keeps the name of the person and of the thing as
//! they were then, and no address of a computer. Rows are removed after [`RETENTION_DAYS`].

mod store;
#[cfg(test)]
mod tests;

use base::{Clock, Ids, coded};
use db::Conn;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

pub use store::{actors, count, list};

/// How many days a row is kept: a year and a month, so that a yearly review sees all of it.
pub const RETENTION_DAYS: i64 = 396;

coded! {
    /// What was done.
    pub enum AuditEvent {
        /// Somebody signed in.
        SignedIn = "signed_in",
        /// A link or password that is not right was tried.
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
        /// What is said of a picture or file was changed.
        Described = "described",
        /// Other bytes took the place of those of a picture or file.
        Replaced = "replaced",
        /// Something withdrawn, or former bytes, were brought back.
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

/// Who did it, with the name of that time.
#[derive(Debug, Clone, Copy)]
pub struct Actor<'a> {
    /// The person; none for who works at the command line.
    pub id: Option<Uuid>,
    /// What they were called.
    pub name: &'a str,
}

/// Something that was done.
#[derive(Debug, Clone, Copy)]
pub struct Act<'a> {
    /// What.
    pub event: AuditEvent,
    /// By whom; none if nobody knows, as with a wrong link.
    pub by: Option<Actor<'a>>,
    /// About what, as a path at the desk without `/redaktion/`: `personen/ID`,
    /// `eintraege/aktuelles/SLUG`; empty if about nothing that has a page.
    pub subject: &'a str,
    /// What it was called, or how it was done.
    pub label: &'a str,
}

/// An act as it was noted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// When.
    pub at: Timestamp,
    /// What.
    pub event: AuditEvent,
    /// Who, if known.
    pub person: Option<Uuid>,
    /// What they were called; empty if nobody knows.
    pub name: String,
    /// About what.
    pub subject: String,
    /// What it was called.
    pub label: String,
}

/// Which acts to list.
#[derive(Debug, Clone, Copy, Default)]
pub struct AuditFilter {
    /// Only these events.
    pub event: Option<AuditEvent>,
    /// Only what this person did.
    pub person: Option<Uuid>,
}

/// Notes an act, in the transaction in which it happens.
///
/// # Errors
/// If the database fails.
pub async fn note(conn: &mut Conn<'_>, (clock, ids): (&Clock, &Ids), act: &Act<'_>) -> db::Result<()> {
    store::insert(conn, ids.next(), clock.now(), act).await
}

/// Removes what is older than [`RETENTION_DAYS`]; says how many rows.
///
/// # Errors
/// If the database fails.
pub async fn purge(conn: &mut Conn<'_>, now: Timestamp) -> db::Result<u64> {
    store::remove_before(conn, now - SignedDuration::from_hours(24 * RETENTION_DAYS)).await
}
