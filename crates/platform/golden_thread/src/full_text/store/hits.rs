//! Loads the cards and texts of hits, which the index knows by number only.

use std::collections::HashMap;

use base::Locale;
use db::{Conn, Result, bind_all, on, parameters, unknown};
use sqlx::AssertSqlSafe;

use crate::store::CardRow;
use crate::{Card, EntryId, select_cards};

/// A hit with its card.
#[derive(Debug)]
pub(in crate::full_text) struct FoundCard {
    pub(in crate::full_text) card: Card,
    /// The words of its page besides its text, in German and in English.
    pub(in crate::full_text) asides: [String; 2],
}

/// Number, id of the entry, and the words of its page besides its text.
type DocumentRow = (i64, EntryId, String, String);

const CARDS: &str = select_cards!("", "WHERE e.state = 'published' AND e.id IN ");

/// The cards of these hits, in their order. An entry that is no longer public is left out, even if the
/// index does not know it yet.
pub(in crate::full_text) async fn found_cards(
    conn: &mut Conn<'_>,
    locale: Locale,
    numbers: &[u32],
) -> Result<Vec<FoundCard>> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    // Two statements, so that no planner chooses to walk through all cards.
    let list = parameters(1, numbers.len());
    let sql = format!("SELECT number, entry_id, aside_de, aside_en FROM search_documents WHERE number IN {list}");
    let values: Vec<i64> = numbers.iter().copied().map(i64::from).collect();
    let documents: Vec<DocumentRow> =
        on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())), values).fetch_all(c).await)?;
    let ids: Vec<EntryId> = documents.iter().map(|(_, id, ..)| *id).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!("{CARDS}{}", parameters(2, ids.len()));
    let rows: Vec<CardRow> = on!(conn, |c| {
        bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())).bind(locale.code()), ids).fetch_all(c).await
    })?;
    let mut cards: HashMap<EntryId, Card> = HashMap::with_capacity(rows.len());
    for row in rows {
        let card = row.into_card(locale)?;
        cards.insert(card.id, card);
    }
    let found_cards = documents.into_iter().filter_map(|(number, id, german, english)| {
        Some((numbers.iter().position(|other| i64::from(*other) == number)?, cards.remove(&id)?, [german, english]))
    });
    let mut found_cards: Vec<_> = found_cards.collect();
    found_cards.sort_by_key(|(position, ..)| *position);
    Ok(found_cards.into_iter().map(|(_, card, asides)| FoundCard { card, asides }).collect())
}

/// Language, summary and Markdown of an entry's texts.
type Texts = Vec<(Locale, String, String)>;

/// The texts of some entries.
pub(in crate::full_text) async fn texts_of(conn: &mut Conn<'_>, ids: &[EntryId]) -> Result<HashMap<EntryId, Texts>> {
    let mut texts: HashMap<EntryId, Texts> = HashMap::new();
    if ids.is_empty() {
        return Ok(texts);
    }
    let list = parameters(1, ids.len());
    let sql = format!("SELECT entry_id, locale, summary, body FROM entry_texts WHERE entry_id IN {list}");
    let rows: Vec<(EntryId, String, String, String)> =
        on!(conn, |c| bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())), ids).fetch_all(c).await)?;
    for (id, code, summary, body) in rows {
        let locale = Locale::from_code(&code).ok_or_else(|| unknown("language", &code))?;
        texts.entry(id).or_default().push((locale, summary, body));
    }
    Ok(texts)
}
