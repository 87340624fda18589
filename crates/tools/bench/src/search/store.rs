//! The databases' own full-text search over the same texts, and the sizes of the indexes.

use db::{Conn, Result, on, run};

const SQLITE: [&str; 2] = [
    "CREATE VIRTUAL TABLE rival USING fts5(title, text, tokenize = \"unicode61 remove_diacritics 2\")",
    "INSERT INTO rival (title, text) SELECT title, summary || ' ' || body FROM entry_texts WHERE locale = 'de'",
];
const POSTGRES: [&str; 3] = [
    "CREATE TABLE rival AS SELECT entry_id, setweight(to_tsvector('german', title), 'A') || \
     setweight(to_tsvector('german', summary || ' ' || body), 'B') AS words FROM entry_texts WHERE locale = 'de'",
    "CREATE INDEX rival_words ON rival USING gin (words)",
    "ANALYZE rival",
];

/// Creates the database's own index over titles and texts.
pub(super) async fn make_rival(conn: &mut Conn<'_>) -> Result<()> {
    let statements: &[&'static str] = if matches!(conn, Conn::Sqlite(..)) { &SQLITE } else { &POSTGRES };
    for sql in statements {
        run!(conn, sqlx::query(*sql))?;
    }
    Ok(())
}

const ASK_SQLITE: &str = "SELECT rowid FROM rival WHERE rival MATCH $1 ORDER BY bm25(rival, 10.0, 1.0) LIMIT 20";
const COUNT_SQLITE: &str = "SELECT COUNT(*) FROM rival WHERE rival MATCH $1";
const ASK_POSTGRES: &str = "SELECT ts_rank(words, plainto_tsquery('german', $1))::text FROM rival \
     WHERE words @@ plainto_tsquery('german', $1) ORDER BY ts_rank(words, plainto_tsquery('german', $1)) DESC LIMIT 20";
const COUNT_POSTGRES: &str = "SELECT COUNT(*) FROM rival WHERE words @@ plainto_tsquery('german', $1)";

/// Queries the database's own index for the best twenty hits and for their number.
pub(super) async fn ask_rival(conn: &mut Conn<'_>, words: &str) -> Result<i64> {
    let (count,): (i64,) = match conn {
        Conn::Sqlite(open, _) => {
            let _: Vec<(i64,)> = sqlx::query_as(ASK_SQLITE).bind(words).fetch_all(&mut **open).await?;
            sqlx::query_as(COUNT_SQLITE).bind(words).fetch_one(&mut **open).await?
        }
        Conn::Postgres(open, _) => {
            let _: Vec<(String,)> = sqlx::query_as(ASK_POSTGRES).bind(words).fetch_all(&mut **open).await?;
            sqlx::query_as(COUNT_POSTGRES).bind(words).fetch_one(&mut **open).await?
        }
    };
    Ok(count)
}

const WEIGHT: &str = "SELECT CAST(SUM(length(word) + length(stem) + length(reversed_word) + length(reversed_stem) + length(titled) \
     + length(anywhere)) AS BIGINT), COUNT(*) FROM search_words";

/// The size of our vocabulary in bytes, and its number of words.
pub(super) async fn weight(conn: &mut Conn<'_>) -> Result<(i64, i64)> {
    on!(conn, |c| sqlx::query_as(WEIGHT).fetch_one(c).await)
}

const FORGET: &str = "UPDATE search_index SET rules = 0";

/// Marks our index as outdated.
pub(super) async fn outdate(conn: &mut Conn<'_>) -> Result<()> {
    run!(conn, sqlx::query(FORGET))?;
    Ok(())
}
