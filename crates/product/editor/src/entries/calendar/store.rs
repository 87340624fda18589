//! What a month holds.

use accounts::Sight;
use base::clock::micros;
use db::{Conn, Result, Where, bind_where, instant, on, unknown};
use edtf::When;
use golden_thread::store::{days, when};
use golden_thread::{Kind, State};
use jiff::Timestamp;
use jiff::civil::Date;

/// An entry of the calendar.
#[derive(Debug)]
pub(super) struct Planned {
    pub(super) kind: Kind,
    pub(super) slug: String,
    pub(super) title: String,
    pub(super) state: State,
}

fn planned(kind: &str, slug: String, title: String, state: &str) -> Result<Planned> {
    Ok(Planned {
        kind: Kind::from_code(kind).ok_or_else(|| unknown("kind", kind))?,
        slug,
        title,
        state: State::from_code(state).ok_or_else(|| unknown("state", state))?,
    })
}

const DUE: &str = "SELECT e.kind, e.slug, t.title, e.state, w.due_at FROM work w JOIN entries e ON e.id = w.entry_id \
     JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de'";

/// The publications that are scheduled between two instants, of entries that somebody may edit.
pub(super) async fn due(
    conn: &mut Conn<'_>,
    sight: Sight,
    (from, to): (Timestamp, Timestamp),
) -> Result<Vec<(Planned, Timestamp)>> {
    let mut conditions = Where::after(0);
    conditions.and_some("w.due_at >= $", Some(micros(from)));
    conditions.and_some("w.due_at < $", Some(micros(to)));
    sight.limit_to_writable(&mut conditions, "e.id");
    let rows: Vec<(String, String, String, String, i64)> = on!(conn, |c| {
        bind_where!(sqlx::query_as(conditions.statement(DUE, "ORDER BY w.due_at, e.id")), conditions).fetch_all(c).await
    })?;
    rows.into_iter()
        .map(|(kind, slug, title, state, at)| Ok((planned(&kind, slug, title, &state)?, instant(at)?)))
        .collect()
}

#[derive(sqlx::FromRow)]
struct EventRow {
    kind: String,
    slug: String,
    title: String,
    state: String,
    edtf: Option<String>,
    certainty: Option<String>,
}

const EVENTS: &str = "SELECT e.kind, e.slug, t.title, e.state, e.edtf, e.certainty FROM entries e \
     JOIN entry_texts t ON t.entry_id = e.id AND t.locale = 'de'";

/// The events that may touch these days, of those that somebody may edit.
pub(super) async fn events(
    conn: &mut Conn<'_>,
    sight: Sight,
    (first, last): (Date, Date),
) -> Result<Vec<(Planned, When)>> {
    let mut conditions = Where::after(0);
    conditions.and_some("e.kind = $", Some(Kind::EVENT.code()));
    conditions.and("e.state <> 'withdrawn' AND NOT EXISTS (SELECT 1 FROM binned b WHERE b.entry_id = e.id)");
    conditions.and_some("e.earliest <= $", Some(days(last)));
    conditions.and_some("COALESCE(e.latest, e.earliest) >= $", Some(days(first)));
    sight.limit_to_writable(&mut conditions, "e.id");
    let rows: Vec<EventRow> = on!(conn, |c| {
        let query = sqlx::query_as(conditions.statement(EVENTS, "ORDER BY e.earliest, t.title, e.id"));
        bind_where!(query, conditions).fetch_all(c).await
    })?;
    let event = |row: EventRow| {
        let when = when(row.edtf.as_deref(), row.certainty.as_deref())?;
        Ok(when.map(|when| Ok((planned(&row.kind, row.slug, row.title, &row.state)?, when))))
    };
    rows.into_iter().map(event).filter_map(Result::transpose).map(|one| one.and_then(|one| one)).collect()
}
