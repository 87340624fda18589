//! Reads of the index: words, stems, and the sets by which documents are filtered.

use db::{Conn, Result, bind_all, on, parameters, unknown};
use roaring::RoaringBitmap;
use sqlx::AssertSqlSafe;

use super::{beyond, reversed, set_of};
use search::{Aspect, Language, Postings, Term};

/// Rows that are read for one ending or beginning of a word.
const ROWS: i64 = 1_000;
/// Candidates that are compared with a misspelt word.
const CANDIDATES: i64 = 5_000;

type Columns = (Vec<u8>, Vec<u8>, Vec<u8>, Vec<u8>);

fn row((word, stem, titled, anywhere): Columns) -> Result<Term> {
    let postings = Postings { titled: set_of(&titled)?, anywhere: set_of(&anywhere)? };
    Ok(Term { word: text_of(word)?, stem: text_of(stem)?, postings })
}

fn text_of(bytes: Vec<u8>) -> Result<String> {
    String::from_utf8(bytes).map_err(|error| unknown("word", &error.to_string()))
}

const BEGINNING: &str = "SELECT word, stem, titled, anywhere FROM search_words \
     WHERE language = $1 AND stem >= $2 AND stem < $3 ORDER BY stem, word LIMIT $4";

/// The words whose stem is this one or, if compounds count, begins with it. Those with this very
/// stem come first.
pub(in crate::full_text) async fn beginning_with(
    conn: &mut Conn<'_>,
    language: Language,
    stem: &str,
    compounds: bool,
) -> Result<Vec<Term>> {
    let end = if compounds { beyond(stem.as_bytes()) } else { [stem.as_bytes(), &[0]].concat() };
    let rows: Vec<Columns> = on!(conn, |c| {
        sqlx::query_as(BEGINNING).bind(language.code()).bind(stem.as_bytes()).bind(end).bind(ROWS).fetch_all(c).await
    })?;
    rows.into_iter().map(row).collect()
}

const ENDING: &str = "SELECT word, stem, titled, anywhere FROM search_words \
     WHERE language = $1 AND reversed_stem > $2 AND reversed_stem < $3 ORDER BY reversed_stem, word LIMIT $4";

/// The words whose stem ends with this one and is longer.
pub(in crate::full_text) async fn ending_with(
    conn: &mut Conn<'_>,
    language: Language,
    stem: &str,
) -> Result<Vec<Term>> {
    let end = reversed(stem);
    let rows: Vec<Columns> = on!(conn, |c| {
        sqlx::query_as(ENDING).bind(language.code()).bind(&end).bind(beyond(&end)).bind(ROWS).fetch_all(c).await
    })?;
    rows.into_iter().map(row).collect()
}

/// All words that have one of these stems.
pub(in crate::full_text) async fn of_words(
    conn: &mut Conn<'_>,
    language: Language,
    stems: &[String],
) -> Result<Vec<Term>> {
    if stems.is_empty() {
        return Ok(Vec::new());
    }
    let list = parameters(2, stems.len());
    let sql = format!(
        "SELECT word, stem, titled, anywhere FROM search_words WHERE language = $1 AND stem IN {list} ORDER BY word"
    );
    let stems: Vec<&[u8]> = stems.iter().map(String::as_bytes).collect();
    let rows: Vec<Columns> = on!(conn, |c| {
        bind_all!(sqlx::query_as(AssertSqlSafe(sql.as_str())).bind(language.code()), stems).fetch_all(c).await
    })?;
    rows.into_iter().map(row).collect()
}

/// The words or stems that share the beginning or the end, and nearly the length, of one.
macro_rules! near {
    ($column:literal, $reversed:literal) => {
        concat!(
            "SELECT word, stem FROM (SELECT word, stem FROM search_words WHERE language = $1 AND ",
            $column,
            " >= $2 AND ",
            $column,
            " < $3 AND length(",
            $column,
            ") BETWEEN $6 AND $7 ORDER BY ",
            $column,
            ", word LIMIT $8) begin_alike UNION SELECT word, stem FROM (SELECT word, stem FROM search_words \
             WHERE language = $1 AND ",
            $reversed,
            " >= $4 AND ",
            $reversed,
            " < $5 AND length(",
            $reversed,
            ") BETWEEN $6 AND $7 ORDER BY ",
            $reversed,
            ", word LIMIT $8) end_alike"
        )
    };
}

const NEAR_WORDS: &str = near!("word", "reversed_word");
const NEAR_STEMS: &str = near!("stem", "reversed_stem");

/// Candidates for a word, or for a stem, that may be misspelt: word and stem of each.
pub(in crate::full_text) async fn near(
    conn: &mut Conn<'_>,
    language: Language,
    letters: &str,
    (beginning, end): (&str, &str),
    by_stem: bool,
) -> Result<Vec<(String, String)>> {
    let sql = if by_stem { NEAR_STEMS } else { NEAR_WORDS };
    let (beginning, end) = (beginning.as_bytes(), reversed(end));
    let length = i64::try_from(letters.len()).unwrap_or(i64::MAX);
    // One mistake changes the length of plain Latin letters by one byte, and that of others by up to four.
    let margin = if letters.is_ascii() { 1 } else { 4 };
    let rows: Vec<(Vec<u8>, Vec<u8>)> = on!(conn, |c| {
        sqlx::query_as(sql)
            .bind(language.code())
            .bind(beginning)
            .bind(beyond(beginning))
            .bind(&end)
            .bind(beyond(&end))
            .bind(length - margin)
            .bind(length + margin)
            .bind(CANDIDATES)
            .fetch_all(c)
            .await
    })?;
    rows.into_iter().map(|(word, stem)| Ok((text_of(word)?, text_of(stem)?))).collect()
}

const LIVE: &str = "SELECT live FROM search_index WHERE id = 1";

/// The documents that may be found; none without an index.
pub(in crate::full_text) async fn live(conn: &mut Conn<'_>) -> Result<RoaringBitmap> {
    let row: Option<(Vec<u8>,)> = on!(conn, |c| sqlx::query_as(LIVE).fetch_optional(c).await)?;
    row.map_or_else(|| Ok(RoaringBitmap::new()), |(bytes,)| set_of(&bytes))
}

const SET: &str = "SELECT documents FROM search_sets WHERE aspect = $1 AND value = $2";

/// The documents that share this value of an aspect.
pub(in crate::full_text) async fn set(conn: &mut Conn<'_>, aspect: Aspect, value: &str) -> Result<RoaringBitmap> {
    let row: Option<(Vec<u8>,)> =
        on!(conn, |c| sqlx::query_as(SET).bind(aspect.code()).bind(value.as_bytes()).fetch_optional(c).await)?;
    row.map_or_else(|| Ok(RoaringBitmap::new()), |(bytes,)| set_of(&bytes))
}

const SETS: &str =
    "SELECT aspect, value, documents FROM search_sets WHERE aspect IN ('kind', 'field', 'year', 'since', 'until')";

/// The sets of documents for all values by which they can be filtered.
pub(in crate::full_text) async fn sets(conn: &mut Conn<'_>) -> Result<Vec<(Aspect, String, RoaringBitmap)>> {
    let rows: Vec<(String, Vec<u8>, Vec<u8>)> = on!(conn, |c| sqlx::query_as(SETS).fetch_all(c).await)?;
    let rows = rows.into_iter().map(|(aspect, value, documents)| {
        let aspect = Aspect::from_code(&aspect).ok_or_else(|| unknown("aspect", &aspect))?;
        Ok((aspect, text_of(value)?, set_of(&documents)?))
    });
    rows.collect()
}
