//! The rows of events and documents for the archive, including drafts.

use base::Localized;
use db::{Conn, Result, on, run};
use golden_thread::EntryId;

/// The row of an event, besides its card.
#[derive(Debug, sqlx::FromRow)]
pub(crate) struct EventRow {
    pub(crate) entry_id: EntryId,
    pub(crate) form: Option<String>,
    pub(crate) venue: Option<String>,
    pub(crate) address: Option<String>,
    pub(crate) starts: Option<String>,
    pub(crate) ends: Option<String>,
    pub(crate) sign_up: Option<String>,
    pub(crate) online: Option<String>,
    pub(crate) parent_id: Option<EntryId>,
}

const INSERT_EVENT: &str = "INSERT INTO events (entry_id, venue, address, starts, ends, sign_up, online, parent_id) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
     ON CONFLICT (entry_id) DO UPDATE SET venue = excluded.venue, address = excluded.address, starts = excluded.starts, \
     ends = excluded.ends, sign_up = excluded.sign_up, online = excluded.online, parent_id = excluded.parent_id";

/// Inserts the row of an event; its form is stored with its card.
pub(crate) async fn insert_event(conn: &mut Conn<'_>, row: &EventRow) -> Result<()> {
    run!(
        conn,
        sqlx::query(INSERT_EVENT)
            .bind(row.entry_id)
            .bind(row.venue.as_deref())
            .bind(row.address.as_deref())
            .bind(row.starts.as_deref())
            .bind(row.ends.as_deref())
            .bind(row.sign_up.as_deref())
            .bind(row.online.as_deref())
            .bind(row.parent_id)
    )?;
    Ok(())
}

const ALL_EVENTS: &str = "SELECT v.entry_id, e.form, v.venue, v.address, v.starts, v.ends, v.sign_up, v.online, v.parent_id \
     FROM events v JOIN entries e ON e.id = v.entry_id";

/// The rows of all events.
pub(crate) async fn all_events(conn: &mut Conn<'_>) -> Result<Vec<EventRow>> {
    on!(conn, |c| sqlx::query_as(ALL_EVENTS).fetch_all(c).await)
}

/// The role of a body in an event.
#[derive(Debug, sqlx::FromRow)]
pub(crate) struct OrganiserRow {
    pub(crate) event_id: EntryId,
    pub(crate) position: i64,
    pub(crate) body_id: EntryId,
    pub(crate) role: String,
}

const CLEAR: [&str; 2] =
    ["DELETE FROM event_organisers WHERE event_id = $1", "DELETE FROM programme_items WHERE event_id = $1"];

/// Deletes the organisers and the programme of an event.
pub(crate) async fn clear_event(conn: &mut Conn<'_>, id: EntryId) -> Result<()> {
    for statement in CLEAR {
        run!(conn, sqlx::query(statement).bind(id))?;
    }
    Ok(())
}

const INSERT_ORGANISER: &str =
    "INSERT INTO event_organisers (event_id, position, body_id, role) VALUES ($1, $2, $3, $4)";

/// Inserts an organiser of an event.
pub(crate) async fn insert_organiser(conn: &mut Conn<'_>, row: &OrganiserRow) -> Result<()> {
    run!(
        conn,
        sqlx::query(INSERT_ORGANISER).bind(row.event_id).bind(row.position).bind(row.body_id).bind(row.role.as_str())
    )?;
    Ok(())
}

const ALL_ORGANISERS: &str =
    "SELECT event_id, position, body_id, role FROM event_organisers ORDER BY event_id, position";

/// The organisers of all events, grouped by event.
pub(crate) async fn all_organisers(conn: &mut Conn<'_>) -> Result<Vec<OrganiserRow>> {
    on!(conn, |c| sqlx::query_as(ALL_ORGANISERS).fetch_all(c).await)
}

/// A programme item of an event.
#[derive(Debug, sqlx::FromRow)]
pub(crate) struct ProgrammeRow {
    pub(crate) event_id: EntryId,
    pub(crate) position: i64,
    pub(crate) day: Option<i64>,
    pub(crate) starts: Option<String>,
    pub(crate) title_de: String,
    pub(crate) title_en: Option<String>,
    pub(crate) shows_id: Option<EntryId>,
}

impl ProgrammeRow {
    /// The title in all its languages.
    pub(crate) fn title(&self) -> Localized {
        Localized { de: self.title_de.clone(), en: self.title_en.clone() }
    }
}

const INSERT_PROGRAMME_ITEM: &str = "INSERT INTO programme_items (event_id, position, day, starts, title_de, title_en, shows_id) \
     VALUES ($1, $2, $3, $4, $5, $6, $7)";

/// Inserts a programme item.
pub(crate) async fn insert_programme_item(conn: &mut Conn<'_>, row: &ProgrammeRow) -> Result<()> {
    run!(
        conn,
        sqlx::query(INSERT_PROGRAMME_ITEM)
            .bind(row.event_id)
            .bind(row.position)
            .bind(row.day)
            .bind(row.starts.as_deref())
            .bind(row.title_de.as_str())
            .bind(row.title_en.as_deref())
            .bind(row.shows_id)
    )?;
    Ok(())
}

const ALL_PROGRAMMES: &str = "SELECT event_id, position, day, starts, title_de, title_en, shows_id \
     FROM programme_items ORDER BY event_id, position";

/// The programmes of all events, grouped by event.
pub(crate) async fn all_programmes(conn: &mut Conn<'_>) -> Result<Vec<ProgrammeRow>> {
    on!(conn, |c| sqlx::query_as(ALL_PROGRAMMES).fetch_all(c).await)
}

/// The row of a document, besides its card.
#[derive(Debug, sqlx::FromRow)]
pub(crate) struct DocumentRow {
    pub(crate) entry_id: EntryId,
    pub(crate) form: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) event_id: Option<EntryId>,
}

const INSERT_DOCUMENT: &str = "INSERT INTO documents (entry_id, url, event_id) VALUES ($1, $2, $3) \
     ON CONFLICT (entry_id) DO UPDATE SET url = excluded.url, event_id = excluded.event_id";

/// Inserts the row of a document; its form is stored with its card.
pub(crate) async fn insert_document(conn: &mut Conn<'_>, row: &DocumentRow) -> Result<()> {
    run!(conn, sqlx::query(INSERT_DOCUMENT).bind(row.entry_id).bind(row.url.as_deref()).bind(row.event_id))?;
    Ok(())
}

const ALL_DOCUMENTS: &str =
    "SELECT x.entry_id, e.form, x.url, x.event_id FROM documents x JOIN entries e ON e.id = x.entry_id";

/// The rows of all documents.
pub(crate) async fn all_documents(conn: &mut Conn<'_>) -> Result<Vec<DocumentRow>> {
    on!(conn, |c| sqlx::query_as(ALL_DOCUMENTS).fetch_all(c).await)
}

const LIES_IN: &str = "WITH RECURSIVE above(id) AS (SELECT entry_id FROM events WHERE entry_id = $1 \
     UNION SELECT v.parent_id FROM above a JOIN events v ON v.entry_id = a.id WHERE v.parent_id IS NOT NULL) \
     SELECT EXISTS (SELECT 1 FROM above WHERE id = $2)";

/// True if an event is the other one, or a direct or indirect sub-event of it.
pub(crate) async fn lies_in(conn: &mut Conn<'_>, event: EntryId, other: EntryId) -> Result<bool> {
    on!(conn, |c| sqlx::query_scalar(LIES_IN).bind(event).bind(other).fetch_one(c).await)
}
