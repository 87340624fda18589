//! Goals, and fields of action with their lead bodies and their entries.

use base::Locale;
use db::{Conn, Result, on, run};
use golden_thread::store::CardRow;
use golden_thread::{Card, EntryId, Kind, Text, select_cards};
use sqlx::AssertSqlSafe;

const INSERT_FIELD: &str = "INSERT INTO fields (entry_id, lead_id) VALUES ($1, $2) \
     ON CONFLICT (entry_id) DO UPDATE SET lead_id = excluded.lead_id";

/// Inserts the data of a field besides its card.
pub(crate) async fn insert_field(conn: &mut Conn<'_>, id: EntryId, lead: Option<EntryId>) -> Result<()> {
    run!(conn, sqlx::query(INSERT_FIELD).bind(id).bind(lead))?;
    Ok(())
}

/// The stored data of a field besides its card.
#[derive(Debug, sqlx::FromRow)]
pub(crate) struct StoredField {
    /// The id of the field.
    #[sqlx(rename = "entry_id")]
    pub(crate) id: EntryId,
    /// The code of its cover pattern.
    pub(crate) form: Option<String>,
    /// The lead body.
    pub(crate) lead_id: Option<EntryId>,
}

const STORED_FIELDS: &str = "SELECT f.entry_id, e.form, f.lead_id FROM fields f JOIN entries e ON e.id = f.entry_id";

/// All fields, including drafts.
pub(crate) async fn stored_fields(conn: &mut Conn<'_>) -> Result<Vec<StoredField>> {
    on!(conn, |c| sqlx::query_as(STORED_FIELDS).fetch_all(c).await)
}

const LEADS: &str = "SELECT f.entry_id, f.lead_id FROM fields f JOIN entries e ON e.id = f.entry_id \
     WHERE e.state = 'published' AND f.lead_id IS NOT NULL";

/// The fields that have a lead body, each with it.
pub(crate) async fn leads(conn: &mut Conn<'_>) -> Result<Vec<(EntryId, EntryId)>> {
    on!(conn, |c| sqlx::query_as(LEADS).fetch_all(c).await)
}

const LEAD: &str = "SELECT lead_id FROM fields WHERE entry_id = $1 AND lead_id IS NOT NULL";

/// The lead body of a field.
pub(crate) async fn lead_of(conn: &mut Conn<'_>, field: EntryId) -> Result<Option<EntryId>> {
    let row: Option<(EntryId,)> = on!(conn, |c| sqlx::query_as(LEAD).bind(field).fetch_optional(c).await)?;
    Ok(row.map(|(lead,)| lead))
}

#[derive(sqlx::FromRow)]
struct QuestionRow {
    #[sqlx(flatten)]
    card: CardRow,
    of_field: EntryId,
}

/// Puts in the kinds whose entries open the page of their field.
fn with_leading(sql: &str) -> String {
    sql.replace("{leading}", &Kind::sql_list(|kind| kind.def().leads_field))
}

const FIRST_QUESTIONS: &str = select_cards!(
    ", r.of_field",
    "JOIN (SELECT x.field_id AS of_field, q.id, ROW_NUMBER() OVER (PARTITION BY x.field_id \
     ORDER BY q.number IS NULL, q.number, q.earliest IS NULL, q.earliest, q.id) AS place \
     FROM entry_fields x JOIN entries q ON q.id = x.entry_id WHERE q.kind IN {leading} AND q.state = 'published') r \
     ON r.id = e.id WHERE r.place = 1"
);

/// The first guiding question of each field that has one.
pub(crate) async fn first_questions(conn: &mut Conn<'_>, locale: Locale) -> Result<Vec<(EntryId, Card)>> {
    let sql = with_leading(FIRST_QUESTIONS);
    let rows: Vec<QuestionRow> =
        on!(conn, |c| sqlx::query_as(AssertSqlSafe(sql.as_str())).bind(locale.code()).fetch_all(c).await)?;
    rows.into_iter().map(|row| Ok((row.of_field, row.card.into_card(locale)?))).collect()
}

/// The number of a field's entries of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct KindCount {
    /// The kind of the entries.
    pub(crate) kind: Kind,
    /// The number of published entries.
    pub(crate) count: i64,
}

const COUNT_BY_KIND: &str = "SELECT e.kind, COUNT(*) FROM entry_fields x JOIN entries e ON e.id = x.entry_id \
     WHERE x.field_id = $1 AND e.state = 'published' GROUP BY e.kind";

/// The number of a field's entries of each kind.
pub(crate) async fn count_by_kind(conn: &mut Conn<'_>, field: EntryId) -> Result<Vec<KindCount>> {
    let rows: Vec<(String, i64)> = on!(conn, |c| sqlx::query_as(COUNT_BY_KIND).bind(field).fetch_all(c).await)?;
    let counts = rows.into_iter().map(|(code, count)| {
        let kind =
            Kind::from_code(&code).ok_or_else(|| sqlx::Error::Decode(format!("kind `{code}` is unknown").into()))?;
        Ok(KindCount { kind, count })
    });
    counts.collect()
}

const OF_FIELD: &str = select_cards!(
    "",
    "WHERE e.id IN (SELECT r.id FROM (SELECT i.id, ROW_NUMBER() OVER (PARTITION BY i.kind, COALESCE(i.form, '') = 'forum' \
     ORDER BY CASE WHEN i.kind IN {leading} THEN COALESCE(i.number, 9999) ELSE 0 END, \
     i.earliest IS NULL, i.earliest, i.number IS NULL, i.number, i.id) AS place \
     FROM entry_fields x JOIN entries i ON i.id = x.entry_id WHERE x.field_id = $2 AND i.state = 'published') r \
     WHERE r.place <= $3) \
     ORDER BY CASE WHEN e.kind IN {leading} THEN COALESCE(e.number, 9999) ELSE 0 END, \
     e.earliest IS NULL, e.earliest, e.number IS NULL, e.number, e.id"
);

/// The first entries of each kind in a field, with forums separate from other events: questions
/// by number, all others by time.
pub(crate) async fn of_field(conn: &mut Conn<'_>, locale: Locale, field: EntryId, of_each: i64) -> Result<Vec<Card>> {
    let sql = with_leading(OF_FIELD);
    let rows: Vec<CardRow> = on!(conn, |c| {
        sqlx::query_as(AssertSqlSafe(sql.as_str())).bind(locale.code()).bind(field).bind(of_each).fetch_all(c).await
    })?;
    rows.into_iter().map(|row| row.into_card(locale)).collect()
}

const GOAL_TEXTS: &str = "SELECT e.id, CASE WHEN t.body <> '' THEN t.body ELSE d.body END AS body, \
     (t.body IS NOT NULL AND (t.body <> '' OR d.body = '')) AS translated \
     FROM entries e JOIN entry_texts d ON d.entry_id = e.id AND d.locale = 'de' \
     LEFT JOIN entry_texts t ON t.entry_id = e.id AND t.locale = $1 \
     WHERE e.kind = 'goal' AND e.state = 'published' ORDER BY e.number IS NULL, e.number, e.slug LIMIT $2";

/// The full texts of the goals; the German one if there is no translation.
pub(crate) async fn goal_texts(conn: &mut Conn<'_>, locale: Locale, limit: i64) -> Result<Vec<(EntryId, Text)>> {
    let rows: Vec<(EntryId, String, bool)> =
        on!(conn, |c| sqlx::query_as(GOAL_TEXTS).bind(locale.code()).bind(limit).fetch_all(c).await)?;
    let mut texts = Vec::with_capacity(rows.len());
    for (id, body, translated) in rows {
        texts.push((id, Text::of(if translated { locale } else { Locale::De }, body).await));
    }
    Ok(texts)
}
