//! The tables of remarks and inspections.

use accounts::Sight;
use base::clock::micros;
use db::{Conn, Result, Where, bind_where, insert_all, instant, on, run, unknown};
use golden_thread::{EntryId, Kind};
use jiff::Timestamp;

use super::{Remark, RemarkKind};

const CLEAR: &str = "DELETE FROM remarks WHERE entry_id = $1";
const INSERT: &str =
    "INSERT INTO remarks (entry_id, place, kind, subject, more, field) VALUES ($1, $2, $3, $4, $5, $6)";

/// Replaces the remarks about an entry.
pub(super) async fn replace(conn: &mut Conn<'_>, entry: EntryId, remarks: &[Remark]) -> Result<()> {
    run!(conn, sqlx::query(CLEAR).bind(entry))?;
    let rows: Vec<(i64, &Remark)> = (0..).zip(remarks).collect();
    insert_all!(conn, INSERT, rows, |query, (place, remark)| {
        let query = query.bind(entry).bind(*place).bind(remark.kind.code());
        query.bind(&remark.subject).bind(&remark.more).bind(&*remark.field)
    })
}

const GONE: &str = "DELETE FROM remarks WHERE entry_id NOT IN (SELECT id FROM entries WHERE state = 'published')";

/// Deletes the remarks about what the public does not see any more.
pub(super) async fn forget_hidden(conn: &mut Conn<'_>) -> Result<()> {
    run!(conn, sqlx::query(GONE))?;
    Ok(())
}

const PUBLIC: &str = "SELECT entry_id, live FROM work WHERE live IS NOT NULL ORDER BY entry_id";

/// The entries that the public sees, with the numbers of their public versions.
pub(super) async fn public(conn: &mut Conn<'_>) -> Result<Vec<(EntryId, i64)>> {
    on!(conn, |c| sqlx::query_as(PUBLIC).fetch_all(c).await)
}

/// An inspection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Progress {
    pub(super) begun_at: Timestamp,
    pub(super) ended_at: Option<Timestamp>,
    pub(super) looked_at: i64,
    pub(super) total: i64,
}

const NOTE: &str = "INSERT INTO inspections (id, begun_at, ended_at, looked_at, total) VALUES (1, $1, $2, $3, $4) \
     ON CONFLICT (id) DO UPDATE SET begun_at = excluded.begun_at, ended_at = excluded.ended_at, \
     looked_at = excluded.looked_at, total = excluded.total";

/// Notes how far an inspection is.
pub(super) async fn note(conn: &mut Conn<'_>, progress: Progress) -> Result<()> {
    let Progress { begun_at, ended_at, looked_at, total } = progress;
    run!(conn, sqlx::query(NOTE).bind(micros(begun_at)).bind(ended_at.map(micros)).bind(looked_at).bind(total))?;
    Ok(())
}

const PROGRESS: &str = "SELECT begun_at, ended_at, looked_at, total FROM inspections";

/// The inspection that runs, or ran last.
pub(super) async fn progress(conn: &mut Conn<'_>) -> Result<Option<Progress>> {
    let row: Option<(i64, Option<i64>, i64, i64)> = on!(conn, |c| sqlx::query_as(PROGRESS).fetch_optional(c).await)?;
    row.map(|(begun, ended, looked_at, total)| {
        Ok(Progress { begun_at: instant(begun)?, ended_at: ended.map(instant).transpose()?, looked_at, total })
    })
    .transpose()
}

/// A remark of the list, with its entry.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) kind: Kind,
    pub(super) slug: String,
    pub(super) title: String,
    pub(super) remark: Remark,
}

#[derive(sqlx::FromRow)]
struct Row {
    entry_kind: String,
    slug: String,
    title: String,
    kind: String,
    subject: String,
    more: String,
    field: String,
}

const TABLES: &str = "FROM remarks r JOIN entries e ON e.id = r.entry_id \
     JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de'";

/// A page of the remarks about entries that somebody may edit, and the number of all.
pub(super) async fn list(
    conn: &mut Conn<'_>,
    sight: Sight,
    kind: Option<RemarkKind>,
    (limit, offset): (i64, i64),
) -> Result<(Vec<Listed>, i64)> {
    let conditions = |parameters: usize| {
        let mut conditions = Where::after(parameters);
        conditions.and("e.state = 'published'");
        conditions.and_some("r.kind = $", kind.map(RemarkKind::code));
        sight.limit_to_writable(&mut conditions, "e.id");
        conditions
    };
    let counted = conditions(0);
    let total = on!(conn, |c| {
        let query = sqlx::query_scalar(counted.statement(&format!("SELECT COUNT(*) {TABLES}"), ""));
        bind_where!(query, counted).fetch_one(c).await
    })?;
    let listed = conditions(2);
    let head = format!("SELECT e.kind AS entry_kind, e.slug, t.title, r.kind, r.subject, r.more, r.field {TABLES}");
    let rows: Vec<Row> = on!(conn, |c| {
        let query = sqlx::query_as(listed.statement(&head, "ORDER BY t.title, e.id, r.place LIMIT $1 OFFSET $2"));
        bind_where!(query.bind(limit).bind(offset), listed).fetch_all(c).await
    })?;
    Ok((rows.into_iter().map(Row::into_listed).collect::<Result<_>>()?, total))
}

impl Row {
    fn into_listed(self) -> Result<Listed> {
        let kind = RemarkKind::from_code(&self.kind).ok_or_else(|| unknown("kind of remark", &self.kind))?;
        let entry_kind = Kind::from_code(&self.entry_kind).ok_or_else(|| unknown("kind", &self.entry_kind))?;
        let remark = Remark { kind, subject: self.subject, more: self.more, field: self.field.into() };
        Ok(Listed { kind: entry_kind, slug: self.slug, title: self.title, remark })
    }
}
