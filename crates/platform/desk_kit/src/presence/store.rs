//! The table of open forms.

use accounts::PersonId;
use db::{Conn, Result, instant, on, run};

use super::Present;

const SEEN_AT: &str = "SELECT seen_at FROM open_forms WHERE form = $1 AND person_id = $2";

/// The time at which the browser of a person was last heard of with a form, in microseconds.
pub(super) async fn seen_at(conn: &mut Conn<'_>, person: PersonId, form: &str) -> Result<Option<i64>> {
    on!(conn, |c| sqlx::query_scalar(SEEN_AT).bind(form).bind(person).fetch_optional(c).await)
}

const OPEN: &str = "INSERT INTO open_forms (form, person_id, since, seen_at) VALUES ($1, $2, $3, $3) \
     ON CONFLICT (form, person_id) DO UPDATE SET seen_at = excluded.seen_at, \
     since = CASE WHEN open_forms.seen_at < $4 THEN excluded.since ELSE open_forms.since END";

/// Records that a person has a form open. It is opened anew if nothing was heard of it since `lapsed`.
pub(super) async fn open(conn: &mut Conn<'_>, (person, form): (PersonId, &str), now: i64, lapsed: i64) -> Result<()> {
    run!(conn, sqlx::query(OPEN).bind(form).bind(person).bind(now).bind(lapsed))?;
    Ok(())
}

const LEAVE: &str = "UPDATE open_forms SET seen_at = 0 WHERE form = $1 AND person_id = $2";

/// Records that a person has left a form. The row stays: they may come back to the page as it is.
pub(super) async fn leave(conn: &mut Conn<'_>, person: PersonId, form: &str) -> Result<()> {
    run!(conn, sqlx::query(LEAVE).bind(form).bind(person))?;
    Ok(())
}

const OTHERS: &str = "SELECT p.name, MIN(o.since) FROM open_forms o JOIN persons p ON p.id = o.person_id \
     WHERE (o.form = $1 OR o.form LIKE $2) AND o.seen_at > $3 AND o.person_id <> $4 \
     GROUP BY p.id, p.name, p.sort_name ORDER BY p.sort_name, p.id";

/// The other people who have a form about a thing open, by name.
pub(super) async fn others(conn: &mut Conn<'_>, (person, thing): (PersonId, &str), since: i64) -> Result<Vec<Present>> {
    let below = format!("{thing}/%");
    let rows: Vec<(String, i64)> =
        on!(conn, |c| sqlx::query_as(OTHERS).bind(thing).bind(&below).bind(since).bind(person).fetch_all(c).await)?;
    rows.into_iter().map(|(name, since)| Ok(Present { name, since: instant(since)? })).collect()
}

const PURGE: &str = "DELETE FROM open_forms WHERE seen_at < $1";

/// Deletes rows of browsers that were last heard of before an instant, in microseconds.
pub(super) async fn purge(conn: &mut Conn<'_>, before: i64) -> Result<u64> {
    run!(conn, sqlx::query(PURGE).bind(before))
}
