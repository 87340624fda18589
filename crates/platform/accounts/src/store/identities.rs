//! Identities of people at the provider.

use base::clock::micros;
use db::{Conn, Result, on, run};
use jiff::Timestamp;

use crate::person::PersonId;

const FIND: &str = "SELECT p.id, p.name, p.disabled_at IS NOT NULL FROM identities i \
     JOIN persons p ON p.id = i.person_id WHERE i.issuer = $1 AND i.subject = $2";

/// The person with this identity: id, name, and true if they are disabled.
pub(crate) async fn find_identity(
    conn: &mut Conn<'_>,
    issuer: &str,
    subject: &str,
) -> Result<Option<(PersonId, String, bool)>> {
    on!(conn, |c| sqlx::query_as(FIND).bind(issuer).bind(subject).fetch_optional(c).await)
}

const INSERT: &str = "INSERT INTO identities (issuer, subject, person_id, linked_at) VALUES ($1, $2, $3, $4)";

/// Links an identity to a person.
pub(crate) async fn insert_identity(
    conn: &mut Conn<'_>,
    (issuer, subject): (&str, &str),
    person: PersonId,
    now: Timestamp,
) -> Result<()> {
    run!(conn, sqlx::query(INSERT).bind(issuer).bind(subject).bind(person).bind(micros(now)))?;
    Ok(())
}
