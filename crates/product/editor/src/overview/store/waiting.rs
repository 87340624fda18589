//! The number of things that wait for a person.
//!
//! Every page of the desk asks for it. One small query finds what may wait for somebody; only if there is any, and only for
//! people with limited roles, a second one looks which of these entries they reach.

use accounts::rights::PUBLISH_ENTRIES;
use accounts::{Person, Sight};
use db::{Conn, Where, bind_where, on};
use golden_thread::EntryId;

// The conditions are those of the lists on the start page.
const CANDIDATES: &str = "SELECT a.entry_id, CAST(1 AS BIGINT) FROM approvals a JOIN work w ON w.entry_id = a.entry_id \
     WHERE a.state = 'asked' AND w.due_at IS NULL \
     UNION ALL SELECT entry_id, CAST(0 AS BIGINT) FROM approvals WHERE state = 'sent_back' AND person_id = $1 \
     UNION ALL SELECT a.entry_id, CAST(0 AS BIGINT) FROM assignments a WHERE a.person_id = $1 \
     AND NOT EXISTS (SELECT 1 FROM binned b WHERE b.entry_id = a.entry_id) \
     UNION ALL SELECT n.entry_id, CAST(0 AS BIGINT) FROM mentions m JOIN entry_notes n ON n.id = m.note_id WHERE m.person_id = $1 \
     AND n.done_at IS NULL AND n.deleted_at IS NULL \
     AND NOT EXISTS (SELECT 1 FROM binned b WHERE b.entry_id = n.entry_id)";

/// The number of things about entries that wait for a person.
pub(crate) async fn count_waiting(conn: &mut Conn<'_>, person: &Person) -> db::Result<i64> {
    let rows: Vec<(EntryId, i64)> = on!(conn, |c| sqlx::query_as(CANDIDATES).bind(person.id.0).fetch_all(c).await)?;
    // An entry with 1 waits for somebody who may publish it.
    let (to_publish, to_write): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(_, publishes)| *publishes == 1);
    let ids = |rows: Vec<(EntryId, i64)>| rows.into_iter().map(|(id, _)| id).collect::<Vec<_>>();
    let mut total = reached(conn, person, ids(to_write), Sight::writable).await?;
    if PUBLISH_ENTRIES.allows(person) {
        total += reached(conn, person, ids(to_publish), Sight::publishable).await?;
    }
    Ok(total)
}

/// The number of things that are about entries which a person reaches; several may be about one entry.
async fn reached(
    conn: &mut Conn<'_>,
    person: &Person,
    entries: Vec<EntryId>,
    condition: fn(&str, usize) -> String,
) -> db::Result<i64> {
    let mut conditions = Where::after(0);
    let limited = Sight::of(person).parameter(&mut conditions);
    let Some(parameter) = limited.filter(|_| !entries.is_empty()) else {
        return Ok(i64::try_from(entries.len()).unwrap_or(i64::MAX));
    };
    conditions.and_built(condition("e.id", parameter));
    conditions.and_among("e.id", entries.iter().map(|id| id.0));
    let open: Vec<EntryId> = on!(conn, |c| {
        bind_where!(sqlx::query_scalar(conditions.statement("SELECT e.id FROM entries e", "")), conditions)
            .fetch_all(c)
            .await
    })?;
    Ok(i64::try_from(entries.iter().filter(|id| open.contains(id)).count()).unwrap_or(i64::MAX))
}
