//! The table of assignments.

use accounts::PersonId;
use db::{Conn, Result, on, run};
use golden_thread::EntryId;
use golden_thread::store::days;
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use uuid::Uuid;

use super::Assignment;

const FIND: &str = "SELECT person_id, person, day, giver FROM assignments WHERE entry_id = $1";

/// The assignment of an entry.
pub(crate) async fn find(conn: &mut Conn<'_>, entry: EntryId) -> Result<Option<Assignment>> {
    let row: Option<(Option<Uuid>, String, i64, String)> =
        on!(conn, |c| sqlx::query_as(FIND).bind(entry).fetch_optional(c).await)?;
    Ok(row.map(|(person_id, person, day, giver)| Assignment { person_id, person, day: of_days(day), giver }))
}

const GIVE: &str = "INSERT INTO assignments (entry_id, person_id, person, day, giver, reminded_on) \
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (entry_id) DO UPDATE SET person_id = excluded.person_id, \
     person = excluded.person, day = excluded.day, giver = excluded.giver, reminded_on = excluded.reminded_on";

/// Gives an entry to a person, in the place of the former assignment. One of today needs no reminder.
pub(super) async fn give(conn: &mut Conn<'_>, entry: EntryId, new: &Assignment, today: Date) -> Result<()> {
    let Assignment { person_id, person, day, giver } = new;
    let (day, told) = (days(*day), (*day <= today).then(|| days(today)));
    let person_id = *person_id;
    run!(conn, sqlx::query(GIVE).bind(entry).bind(person_id).bind(person).bind(day).bind(giver).bind(told))?;
    Ok(())
}

const END: &str = "DELETE FROM assignments WHERE entry_id = $1";

/// Ends the assignment of an entry; false if it has none.
pub(super) async fn end(conn: &mut Conn<'_>, entry: EntryId) -> Result<bool> {
    Ok(run!(conn, sqlx::query(END).bind(entry))? > 0)
}

const DUE: &str = "SELECT a.entry_id, a.person_id, a.day FROM assignments a WHERE a.day <= $1 AND a.reminded_on IS NULL \
     AND a.person_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM binned b WHERE b.entry_id = a.entry_id) \
     ORDER BY a.day, a.entry_id";

/// The assignments whose day has come, and of which their persons have not been reminded.
pub(super) async fn due(conn: &mut Conn<'_>, today: Date) -> Result<Vec<(EntryId, PersonId, Date)>> {
    let rows: Vec<(EntryId, PersonId, i64)> = on!(conn, |c| sqlx::query_as(DUE).bind(days(today)).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(entry, person, day)| (entry, person, of_days(day))).collect())
}

const REMINDED: &str = "UPDATE assignments SET reminded_on = $4 \
     WHERE entry_id = $1 AND person_id = $2 AND day = $3 AND reminded_on IS NULL";

/// Records that a person was reminded of an assignment; false if it is another one by now, or somebody else was faster.
pub(super) async fn reminded(
    conn: &mut Conn<'_>,
    (entry, person, day): (EntryId, PersonId, Date),
    today: Date,
) -> Result<bool> {
    Ok(run!(conn, sqlx::query(REMINDED).bind(entry).bind(person).bind(days(day)).bind(days(today)))? > 0)
}

fn of_days(days: i64) -> Date {
    date(1970, 1, 1).saturating_add(days.days())
}
