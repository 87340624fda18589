//! What the desk's list of entries searches and filters by: one row for the newest version of each entry.

use db::{Conn, bind_all, insert_all, on, parameters, run};
use jiff::civil::Date;
use sqlx::AssertSqlSafe;

use super::days;
use crate::EntryId;

base::coded! {
    /// How far a text in another language is.
    pub enum TextState {
        /// There is none.
        None = "none",
        /// Nobody has checked it, so the public does not see it.
        Unchecked = "unchecked",
        /// The public sees it with the version.
        Public = "public",
    }
}

/// The newest version of an entry, as the desk's list finds it.
#[derive(Debug, Clone)]
pub struct DeskCard {
    /// The entry.
    pub entry: EntryId,
    /// Its German title, folded.
    pub title_key: String,
    /// The first day of what it is about.
    pub day: Option<Date>,
    /// Its English text.
    pub english: TextState,
    /// Its text in Leichte Sprache.
    pub easy: TextState,
    /// True if a translation is older than its original.
    pub stale: bool,
    /// True if it has a picture above its text.
    pub pictured: bool,
    /// Every word of it once, folded, between blanks.
    pub words: String,
}

const INSERT: &str = "INSERT INTO desk_cards (entry_id, title_key, day, english, easy, stale, pictured, words) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

/// Stores these cards in the place of former ones.
pub async fn put_desk_cards(conn: &mut Conn<'_>, cards: &[DeskCard]) -> db::Result<()> {
    for some in cards.chunks(db::ROWS_AT_ONCE) {
        let ids: Vec<EntryId> = some.iter().map(|card| card.entry).collect();
        let sql = format!("DELETE FROM desk_cards WHERE entry_id IN {}", parameters(1, ids.len()));
        run!(conn, bind_all!(sqlx::query(AssertSqlSafe(sql.as_str())), &ids))?;
    }
    insert_all!(conn, INSERT, cards, |query, card| {
        query
            .bind(card.entry)
            .bind(&card.title_key)
            .bind(card.day.map(days))
            .bind(card.english.code())
            .bind(card.easy.code())
            .bind(card.stale)
            .bind(card.pictured)
            .bind(&card.words)
    })
}

const IS_WITHOUT: &str =
    "SELECT EXISTS (SELECT 1 FROM work w WHERE NOT EXISTS (SELECT 1 FROM desk_cards d WHERE d.entry_id = w.entry_id))";

/// True if an entry has no card, because an older version of the program has stored it.
pub async fn is_without_desk_card(conn: &mut Conn<'_>) -> db::Result<bool> {
    on!(conn, |c| sqlx::query_scalar(IS_WITHOUT).fetch_one(c).await)
}

const WITHOUT: &str = "SELECT w.entry_id, r.document FROM work w JOIN revisions r ON r.entry_id = w.entry_id AND r.number = w.head \
     WHERE NOT EXISTS (SELECT 1 FROM desk_cards d WHERE d.entry_id = w.entry_id) ORDER BY w.entry_id LIMIT $1";

/// Entries without a card, at most `limit`, each with the document of its newest version.
pub async fn without_desk_card(conn: &mut Conn<'_>, limit: i64) -> db::Result<Vec<(EntryId, String)>> {
    on!(conn, |c| sqlx::query_as(WITHOUT).bind(limit).fetch_all(c).await)
}
