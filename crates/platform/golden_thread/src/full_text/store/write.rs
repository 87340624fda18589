//! Writes of the index: replaced as a whole, or one document at a time.

use std::collections::HashMap;
use std::fmt::Write as _;

use db::{Conn, Result, bind_all, on, parameters, run};
use roaring::RoaringBitmap;
use search::{Document, Index, Language, Numbered, Postings, RULES, last_of_month};
use sqlx::AssertSqlSafe;

use super::read::live;
use super::{bytes_of, reversed, set_of};
use crate::EntryId;

/// Rows per `INSERT`. SQLite looks each parameter up among all before it, so that in a statement of 400
/// rows a row costs four times as much as in one of 32.
const BATCH: usize = 32;

const RULES_KEPT: &str = "SELECT COUNT(*) FROM search_index WHERE id = 1 AND rules = $1";

/// True if there is an index that the rules of this program built.
pub async fn has_index(conn: &mut Conn<'_>) -> Result<bool> {
    let (count,): (i64,) = on!(conn, |c| sqlx::query_as(RULES_KEPT).bind(RULES).fetch_one(c).await)?;
    Ok(count > 0)
}

const SETTLE: &str =
    "INSERT INTO search_index (id, rules, live) VALUES (1, 0, $1) ON CONFLICT (id) DO UPDATE SET id = 1";

/// Locks the index: waits for other writers to finish, and keeps them waiting until this transaction ends.
/// Every write calls it first; a caller whose decision depends on the content of the index calls it before
/// it reads.
pub async fn settle(conn: &mut Conn<'_>) -> Result<()> {
    // An empty set, in case there is no index yet.
    let empty = bytes_of(&RoaringBitmap::new())?;
    run!(conn, sqlx::query(SETTLE).bind(empty))?;
    Ok(())
}

const EMPTY: [&str; 3] = ["DELETE FROM search_documents", "DELETE FROM search_words", "DELETE FROM search_sets"];
const KEEP_STATE: &str = "UPDATE search_index SET rules = $1, live = $2 WHERE id = 1";

/// Replaces the whole index.
pub async fn replace(conn: &mut Conn<'_>, index: &Index) -> Result<()> {
    settle(conn).await?;
    for sql in EMPTY {
        run!(conn, sqlx::query(sql))?;
    }
    insert_documents(conn, &index.documents).await?;
    for batch in in_order(index).chunks(BATCH) {
        insert_words(conn, batch).await?;
    }
    for ((aspect, value), documents) in &index.sets {
        put_set(conn, aspect.code(), value, documents).await?;
    }
    let live = index.documents.iter().map(|document| document.number).collect();
    put_live(conn, &live).await
}

/// All words, in the order of the primary key, so that neighbours are written together.
fn in_order(index: &Index) -> Vec<(&(Language, String), &Postings)> {
    let mut words: Vec<_> = index.words.iter().collect();
    words.sort_by_key(|(word, _)| *word);
    words
}

async fn put_live(conn: &mut Conn<'_>, live: &RoaringBitmap) -> Result<()> {
    let live = bytes_of(live)?;
    run!(conn, sqlx::query(KEEP_STATE).bind(RULES).bind(live))?;
    Ok(())
}

async fn insert_documents(conn: &mut Conn<'_>, documents: &[Numbered]) -> Result<()> {
    for batch in documents.chunks(BATCH) {
        let sql = insert("search_documents (number, entry_id, aside_de, aside_en)", 4, batch.len());
        let mut query_rows = Vec::with_capacity(batch.len());
        for document in batch {
            query_rows.push((i64::from(document.number), document.id, &document.asides));
        }
        on!(conn, |c| {
            let mut query = sqlx::query(AssertSqlSafe(sql.as_str())).persistent(batch.len() == BATCH);
            for (number, id, [german, english]) in query_rows {
                query = query.bind(number).bind(id).bind(german).bind(english);
            }
            query.execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

async fn insert_words(conn: &mut Conn<'_>, batch: &[(&(Language, String), &Postings)]) -> Result<()> {
    let table = "search_words (language, word, stem, reversed_word, reversed_stem, titled, anywhere)";
    let sql = insert(table, 7, batch.len());
    let mut rows = Vec::with_capacity(batch.len());
    for ((language, word), postings) in batch {
        let stem = language.stem(word);
        rows.push((
            language.code(),
            word,
            reversed(word),
            reversed(&stem),
            stem,
            bytes_of(&postings.titled)?,
            bytes_of(&postings.anywhere)?,
        ));
    }
    on!(conn, |c| {
        let mut query = sqlx::query(AssertSqlSafe(sql.as_str())).persistent(batch.len() == BATCH);
        for (language, word, word_reversed, stem_reversed, stem, titled, anywhere) in rows {
            query = query
                .bind(language)
                .bind(word.as_bytes())
                .bind(stem.into_bytes())
                .bind(word_reversed)
                .bind(stem_reversed);
            query = query.bind(titled).bind(anywhere);
        }
        query.execute(c).await.map(|_| ())
    })
}

/// `INSERT INTO table (…) VALUES ($1, $2), ($3, $4)`.
fn insert(table: &str, columns: usize, rows: usize) -> String {
    let mut sql = format!("INSERT INTO {table} VALUES ");
    for row in 0..rows {
        for column in 0..columns {
            let before = match (row, column) {
                (0, 0) => "(",
                (_, 0) => "), (",
                _ => ", ",
            };
            // Writing into a String cannot fail.
            let _ = write!(sql, "{before}${}", row * columns + column + 1);
        }
    }
    sql.push(')');
    sql
}

const PUT_SET: &str = "INSERT INTO search_sets (aspect, value, documents) VALUES ($1, $2, $3) \
     ON CONFLICT (aspect, value) DO UPDATE SET documents = excluded.documents";

async fn put_set(conn: &mut Conn<'_>, aspect: &str, value: &str, documents: &RoaringBitmap) -> Result<()> {
    let documents = bytes_of(documents)?;
    run!(conn, sqlx::query(PUT_SET).bind(aspect).bind(value.as_bytes()).bind(documents))?;
    Ok(())
}

/// Indexes one entry, or indexes it anew. The caller may hand in published entries only.
pub async fn keep(conn: &mut Conn<'_>, document: &Document<'_>) -> Result<()> {
    forget(conn, EntryId(document.id)).await?;
    let mut live = live(conn).await?;
    let number = next_number(conn, document.first_number()).await?;
    let mut index = Index::default();
    index.add(document, number);
    insert_documents(conn, &index.documents).await?;
    for batch in in_order(&index).chunks(BATCH) {
        merge_words(conn, batch).await?;
    }
    for ((aspect, value), documents) in &index.sets {
        let before = super::read::set(conn, *aspect, value).await?;
        put_set(conn, aspect.code(), value, &(before | documents)).await?;
    }
    live.insert(number);
    put_live(conn, &live).await
}

const NUMBERS: &str = "SELECT number FROM search_documents WHERE entry_id = $1";

/// Takes an entry out, as it is withdrawn or about to be indexed anew. Its number stays taken: words that
/// held it still name it, but it is no longer among the documents that may be found.
pub async fn forget(conn: &mut Conn<'_>, id: EntryId) -> Result<()> {
    settle(conn).await?;
    let numbers: Vec<(i64,)> = on!(conn, |c| sqlx::query_as(NUMBERS).bind(id).fetch_all(c).await)?;
    let mut live = live(conn).await?;
    for number in numbers.into_iter().filter_map(|(number,)| u32::try_from(number).ok()) {
        live.remove(number);
    }
    put_live(conn, &live).await
}

const LAST_NUMBER: &str = "SELECT MAX(number) FROM search_documents WHERE number >= $1 AND number <= $2";

/// The first number of a month that no document ever had.
async fn next_number(conn: &mut Conn<'_>, first: u32) -> Result<u32> {
    let last = last_of_month(first);
    let (first_taken, last_taken) = (i64::from(first), i64::from(last));
    let (taken,): (Option<i64>,) =
        on!(conn, |c| sqlx::query_as(LAST_NUMBER).bind(first_taken).bind(last_taken).fetch_one(c).await)?;
    Ok(taken.and_then(|taken| u32::try_from(taken).ok()).map_or(first, |taken| taken + 1))
}

const MERGE_WORD: &str = "UPDATE search_words SET titled = $3, anywhere = $4 WHERE language = $1 AND word = $2";

/// Adds to words that are there, and inserts the others.
async fn merge_words(conn: &mut Conn<'_>, batch: &[(&(Language, String), &Postings)]) -> Result<()> {
    let mut new = Vec::with_capacity(batch.len());
    let there = sets_of(conn, batch).await?;
    for (key, postings) in batch {
        let (language, word) = (key.0.code(), key.1.as_bytes());
        let Some((titled, anywhere)) = there.get(&(key.0, word.to_vec())) else {
            new.push((*key, *postings));
            continue;
        };
        let titled = bytes_of(&(set_of(titled)? | &postings.titled))?;
        let anywhere = bytes_of(&(set_of(anywhere)? | &postings.anywhere))?;
        run!(conn, sqlx::query(MERGE_WORD).bind(language).bind(word).bind(titled).bind(anywhere))?;
    }
    if new.is_empty() { Ok(()) } else { insert_words(conn, &new).await }
}

/// For words of the index, by language and word, the serialized sets of documents: in titles, and anywhere.
type Sets = HashMap<(Language, Vec<u8>), (Vec<u8>, Vec<u8>)>;

async fn sets_of(conn: &mut Conn<'_>, batch: &[(&(Language, String), &Postings)]) -> Result<Sets> {
    let mut there = Sets::new();
    for language in Language::ALL {
        let of_language = batch.iter().filter(|((own, _), _)| *own == language);
        let words: Vec<&[u8]> = of_language.map(|((_, word), _)| word.as_bytes()).collect();
        if words.is_empty() {
            continue;
        }
        let list = parameters(2, words.len());
        let sql = format!("SELECT word, titled, anywhere FROM search_words WHERE language = $1 AND word IN {list}");
        let rows: Vec<(Vec<u8>, Vec<u8>, Vec<u8>)> = on!(conn, |c| {
            bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())).bind(language.code()), words).fetch_all(c).await
        })?;
        there.extend(rows.into_iter().map(|(word, titled, anywhere)| ((language, word), (titled, anywhere))));
    }
    Ok(there)
}
