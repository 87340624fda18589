//! Statements that select index cards, and reads of single cards.

use base::{Locale, Slug, clock};
use db::{Conn, Result, instant, on, unknown};
use edtf::{Certainty, When};
use jiff::civil::Date;

use super::code;
use crate::{Card, EntryId, Kind, Text};

/// A statement that selects cards, with further columns and a tail of its own; `$1` is always the
/// language. Slices use it to read their own columns along with the card.
#[macro_export]
macro_rules! select_cards {
    ($columns:literal, $tail:literal) => {
        concat!(
            "SELECT e.id, e.kind, e.form, e.slug, e.number, e.edtf, e.certainty, e.municipality, e.updated_at, \
             COALESCE(t.title, d.title) AS title, COALESCE(t.summary, d.summary) AS summary, \
             (t.entry_id IS NOT NULL) AS translated, \
             e.lane AS field",
            $columns,
            " FROM entries e JOIN entry_texts d ON d.entry_id = e.id AND d.locale = 'de' \
             LEFT JOIN entry_texts t ON t.entry_id = e.id AND t.locale = $1 ",
            $tail
        )
    };
}

/// A card as the database has it. Slices flatten it into rows of their own (`#[sqlx(flatten)]`).
#[derive(Debug, sqlx::FromRow)]
pub struct CardRow {
    id: EntryId,
    kind: String,
    form: Option<String>,
    slug: String,
    number: Option<i64>,
    edtf: Option<String>,
    certainty: Option<String>,
    municipality: Option<String>,
    updated_at: i64,
    title: String,
    summary: String,
    translated: bool,
    field: Option<i64>,
}

impl CardRow {
    /// The card in the language it was asked for.
    pub fn into_card(self, locale: Locale) -> Result<Card> {
        Ok(Card {
            id: self.id,
            kind: Kind::from_code(&self.kind).ok_or_else(|| unknown("kind", &self.kind))?,
            form: self.form,
            slug: Slug::parse(&self.slug).map_err(|_| unknown("slug", &self.slug))?,
            number: self.number,
            when: when(self.edtf.as_deref(), self.certainty.as_deref())?,
            field: self.field,
            municipality: self.municipality,
            title: self.title,
            summary: self.summary,
            locale: if self.translated { locale } else { Locale::De },
            updated: day(self.updated_at)?,
        })
    }
}

/// The date of a card, from its columns.
pub fn when(edtf: Option<&str>, certainty: Option<&str>) -> Result<Option<When>> {
    let (Some(edtf), Some(certainty)) = (edtf, certainty) else { return Ok(None) };
    let certainty = Certainty::from_code(certainty).ok_or_else(|| unknown("certainty", certainty))?;
    When::parse(edtf, certainty).map(Some).map_err(|_| unknown("date", edtf))
}

fn day(micros: i64) -> Result<Date> {
    instant(micros).map(clock::day_of)
}

/// Days since 1970-01-01, as dates are kept for sorting.
pub fn days(date: Date) -> i64 {
    i64::from(date.since(jiff::civil::date(1970, 1, 1)).map_or(0, |span| span.get_days()))
}

const FIND: &str = select_cards!("", "WHERE e.kind = $2 AND e.slug = $3 AND e.state = 'published'");

/// A published entry by its address.
pub async fn find(conn: &mut Conn<'_>, locale: Locale, kind: Kind, slug: &Slug) -> Result<Option<Card>> {
    let row: Option<CardRow> = on!(conn, |c| {
        sqlx::query_as(FIND).bind(code(locale)).bind(kind.code()).bind(slug.as_str()).fetch_optional(c).await
    })?;
    row.map(|row| row.into_card(locale)).transpose()
}

/// A published entry by its folder and slug (`seiten/mitmachen`); none if there is no such folder.
pub async fn find_by_reference(conn: &mut Conn<'_>, locale: Locale, reference: &str) -> Result<Option<Card>> {
    match Kind::split_reference(reference).map(|(kind, slug)| (kind, Slug::parse(slug))) {
        Some((kind, Ok(slug))) => find(conn, locale, kind, &slug).await,
        _ => Ok(None),
    }
}

const TEXT: &str = "SELECT CASE WHEN t.body <> '' THEN t.body ELSE d.body END AS body, \
     (t.body IS NOT NULL AND (t.body <> '' OR d.body = '')) AS translated \
     FROM entry_texts d LEFT JOIN entry_texts t ON t.entry_id = d.entry_id AND t.locale = $1 \
     WHERE d.entry_id = $2 AND d.locale = 'de'";

/// The full text of an entry; the German one where a translation has none.
pub async fn text(conn: &mut Conn<'_>, locale: Locale, id: EntryId) -> Result<Text> {
    let (body, translated): (String, bool) =
        on!(conn, |c| sqlx::query_as(TEXT).bind(code(locale)).bind(id).fetch_one(c).await)?;
    Ok(Text::of(if translated { locale } else { Locale::De }, body).await)
}

const PICTURE: &str = "SELECT picture FROM entries WHERE id = $1";

/// The name of the picture above an entry's text.
pub async fn picture(conn: &mut Conn<'_>, id: EntryId) -> Result<Option<String>> {
    let (picture,): (Option<String>,) = on!(conn, |c| sqlx::query_as(PICTURE).bind(id).fetch_one(c).await)?;
    Ok(picture)
}

const HIGHLIGHTED: &str = select_cards!(
    "",
    "WHERE e.id IN (SELECT h.id FROM entries h WHERE h.highlight AND h.state = 'published' \
     ORDER BY h.earliest NULLS LAST, h.number NULLS LAST, h.id LIMIT $2) \
     ORDER BY e.earliest NULLS LAST, e.number NULLS LAST, e.id"
);

/// The entries of the picture on the start page, in the order of time.
pub async fn highlighted(conn: &mut Conn<'_>, locale: Locale, limit: i64) -> Result<Vec<Card>> {
    let rows: Vec<CardRow> =
        on!(conn, |c| sqlx::query_as(HIGHLIGHTED).bind(code(locale)).bind(limit).fetch_all(c).await)?;
    rows.into_iter().map(|row| row.into_card(locale)).collect()
}

const TITLES: &str = "SELECT t.locale, t.title FROM entries e JOIN entry_texts t ON t.entry_id = e.id \
     WHERE e.kind = $1 AND e.slug = $2 AND e.state = 'published' ORDER BY t.locale";

/// The titles of an entry in each language that it has; empty unless it is published.
pub async fn titles(conn: &mut Conn<'_>, kind: Kind, slug: &str) -> Result<Vec<(Locale, String)>> {
    let rows: Vec<(String, String)> =
        on!(conn, |c| sqlx::query_as(TITLES).bind(kind.code()).bind(slug).fetch_all(c).await)?;
    let title = |(code, title): (String, String)| {
        Ok((Locale::from_code(&code).ok_or_else(|| unknown("language", &code))?, title))
    };
    rows.into_iter().map(title).collect()
}
