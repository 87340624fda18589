//! The entries that a person may edit, as a part of other rooms' statements: the same rule as
//! [`crate::rights`], for all entries at once. A test compares the two.

use db::{Conn, Result, on};
use golden_thread::{EntryId, Kind};

use crate::person::PersonId;

/// The reach of a person with limited roles, as the beginning of a statement: a table `reached` of roles
/// and entries. `parameter` is the number of the parameter for the person.
///
/// A body or an event reaches everything that belongs to it, and through events everything that belongs to
/// those; a field of action reaches its entries, and no further.
fn reached(parameter: usize) -> String {
    let grants =
        format!("FROM grants g WHERE g.person_id = ${parameter} AND g.role IN ('editor', 'organiser', 'facilitator')");
    format!(
        "WITH RECURSIVE below (role, id) AS (SELECT g.role, g.entry_id {grants} AND g.scope IN ('body', 'event') \
         UNION SELECT b.role, t.entry_id FROM below b CROSS JOIN rights_ties t WHERE t.to_id = b.id \
         AND (SELECT e.kind FROM entries e WHERE e.id = b.id) IN ('body', 'event')), \
         reached (role, id) AS (SELECT role, id FROM below \
         UNION SELECT g.role, g.entry_id {grants} AND g.scope = 'field' \
         UNION SELECT f.role, t.entry_id FROM (SELECT g.role, g.entry_id {grants} AND g.scope = 'field') f \
         JOIN rights_ties t ON t.to_id = f.entry_id)"
    )
}

/// A subquery for the ids of the entries that a person with limited roles may edit.
pub(crate) fn writable_by(parameter: usize) -> String {
    let of_event = Kind::sql_list(|kind| kind.def().is_of_event);
    let results = Kind::sql_list(|kind| kind.def().is_result);
    format!(
        "{} SELECT r.id FROM reached r JOIN entries e ON e.id = r.id WHERE r.role = 'editor' \
         OR (r.role = 'organiser' AND e.kind IN {of_event}) OR (r.role = 'facilitator' AND e.kind IN {results})",
        reached(parameter)
    )
}

/// A subquery for the ids of the entries that a person with limited roles may publish.
pub(crate) fn publishable_by(parameter: usize) -> String {
    let of_event = Kind::sql_list(|kind| kind.def().is_of_event);
    format!(
        "{} SELECT r.id FROM reached r JOIN entries e ON e.id = r.id WHERE r.role = 'editor' \
         OR (r.role = 'organiser' AND e.kind IN {of_event})",
        reached(parameter)
    )
}

/// A condition on the medium `m`: a person with limited roles uploaded it, or may publish it.
pub(crate) fn own_media(parameter: usize) -> String {
    format!(
        "(m.uploaded_by = ${parameter} OR EXISTS (SELECT 1 FROM media_scopes s WHERE s.media_id = m.id AND s.entry_id IN \
         ({} SELECT r.id FROM reached r WHERE r.role IN ('editor', 'organiser'))))",
        reached(parameter)
    )
}

/// The entries that a person with limited roles may edit.
pub(crate) async fn writable(conn: &mut Conn<'_>, person: PersonId) -> Result<Vec<EntryId>> {
    let sql = writable_by(1);
    on!(conn, |c| sqlx::query_scalar(sqlx::AssertSqlSafe(sql.as_str())).bind(person).fetch_all(c).await)
}
