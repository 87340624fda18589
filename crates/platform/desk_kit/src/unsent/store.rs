//! The table of unsent texts.

use accounts::PersonId;
use base::Now;
use base::clock::micros;
use db::{Conn, Result, instant, on, run};
use jiff::Timestamp;
use uuid::Uuid;

use super::{MOST, Typed, Unsent};

const KEEP: &str = "INSERT INTO unsent (id, person_id, form, path, title, body, at) \
     SELECT $1, id, $3, $4, $5, $6, $7 FROM persons WHERE id = $2 \
     ON CONFLICT (person_id, form) DO UPDATE SET path = excluded.path, title = excluded.title, body = excluded.body, \
     at = excluded.at, dropped_at = NULL RETURNING id";
const CROWDED_OUT: &str = "DELETE FROM unsent WHERE person_id = $1 AND id IN \
     (SELECT id FROM unsent WHERE person_id = $1 ORDER BY at DESC, id DESC LIMIT $3 OFFSET $2)";

/// Keeps a text in the place of the former one of the same form, and returns its id; `None` if the person is gone.
pub(super) async fn keep(conn: &mut Conn<'_>, now: Now<'_>, typed: &Typed) -> Result<Option<Uuid>> {
    let id: Option<Uuid> = on!(conn, |c| {
        sqlx::query_scalar(KEEP)
            .bind(now.ids.next())
            .bind(typed.person)
            .bind(&typed.form)
            .bind(&typed.path)
            .bind(&typed.title)
            .bind(&typed.body)
            .bind(micros(now.clock.now()))
            .fetch_optional(c)
            .await
    })?;
    run!(conn, sqlx::query(CROWDED_OUT).bind(typed.person).bind(MOST).bind(MOST))?;
    Ok(id)
}

const IS_KEPT: &str = "SELECT EXISTS (SELECT 1 FROM unsent WHERE person_id = $1 AND form = $2)";

/// True if a person has a text for this form.
pub(super) async fn is_kept(conn: &mut Conn<'_>, person: PersonId, form: &str) -> Result<bool> {
    on!(conn, |c| sqlx::query_scalar(IS_KEPT).bind(person).bind(form).fetch_one(c).await)
}

const FORGET: &str = "DELETE FROM unsent WHERE person_id = $1 AND form = $2";

/// Deletes the text of a form, which was saved.
pub(super) async fn forget(conn: &mut Conn<'_>, person: PersonId, form: &str) -> Result<()> {
    run!(conn, sqlx::query(FORGET).bind(person).bind(form))?;
    Ok(())
}

const DROP: &str = "UPDATE unsent SET dropped_at = $3 WHERE person_id = $1 AND id = $2";

/// Stops offering a text, or with `None` offers it again; false if the person has none with this id.
pub(super) async fn drop_text(conn: &mut Conn<'_>, person: PersonId, id: Uuid, at: Option<Timestamp>) -> Result<bool> {
    Ok(run!(conn, sqlx::query(DROP).bind(person).bind(id).bind(at.map(micros)))? > 0)
}

const SET_BODY: &str = "UPDATE unsent SET body = $3 WHERE person_id = $1 AND id = $2";

/// Replaces the text of a person that is kept under this id.
pub(super) async fn set_body(conn: &mut Conn<'_>, person: PersonId, id: Uuid, body: &str) -> Result<()> {
    run!(conn, sqlx::query(SET_BODY).bind(person).bind(id).bind(body)).map(drop)
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    path: String,
    title: String,
    body: String,
    at: i64,
    dropped_at: Option<i64>,
}

impl Row {
    fn into_unsent(self) -> Result<Unsent> {
        let Self { id, path, title, body, at, dropped_at } = self;
        Ok(Unsent { id, path, title, body, at: instant(at)?, is_dropped: dropped_at.is_some() })
    }
}

const FIND: &str = "SELECT id, path, title, body, at, dropped_at FROM unsent WHERE person_id = $1 AND id = $2";

/// A text of a person.
pub(super) async fn find(conn: &mut Conn<'_>, person: PersonId, id: Uuid) -> Result<Option<Unsent>> {
    let row: Option<Row> = on!(conn, |c| sqlx::query_as(FIND).bind(person).bind(id).fetch_optional(c).await)?;
    row.map(Row::into_unsent).transpose()
}

// The bodies are left out: they are large, and lists do not show them.
const LIST: &str = "SELECT id, path, title, '' AS body, at, dropped_at FROM unsent WHERE person_id = $1 \
     ORDER BY CASE WHEN dropped_at IS NULL THEN 0 ELSE 1 END, at DESC, id DESC";

/// All texts of a person, those that are offered first, without their bodies. They are [`MOST`] at most.
pub(super) async fn list(conn: &mut Conn<'_>, person: PersonId) -> Result<Vec<Unsent>> {
    let rows: Vec<Row> = on!(conn, |c| sqlx::query_as(LIST).bind(person).fetch_all(c).await)?;
    rows.into_iter().map(Row::into_unsent).collect()
}

const OF_FORM: &str = "SELECT id, path, title, '' AS body, at, dropped_at FROM unsent \
     WHERE person_id = $1 AND (form = $2 OR form LIKE $3) AND dropped_at IS NULL ORDER BY at DESC, id DESC";

/// The texts of a person that are offered at a form, or at all forms whose names stand below this one.
pub(super) async fn of_form(conn: &mut Conn<'_>, person: PersonId, form: &str) -> Result<Vec<Unsent>> {
    let rows: Vec<Row> = on!(conn, |c| {
        sqlx::query_as(OF_FORM).bind(person).bind(form).bind(format!("{form}/+%")).fetch_all(c).await
    })?;
    rows.into_iter().map(Row::into_unsent).collect()
}

const PURGE: &str = "DELETE FROM unsent WHERE at < $1";

/// Deletes texts that were last touched before an instant.
pub(super) async fn purge(conn: &mut Conn<'_>, before: Timestamp) -> Result<u64> {
    run!(conn, sqlx::query(PURGE).bind(micros(before)))
}
