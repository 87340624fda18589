//! Index cards: one, lists of them, and how many there are.

use base::{Certainty, Locale, Slug, When, clock, markdown};
use db::{Conn, Result, on, unknown};
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
             CASE WHEN e.kind = 'field' THEN e.number ELSE (SELECT CASE WHEN COUNT(*) = 1 THEN MIN(f.number) END \
             FROM entry_fields ef JOIN entries f ON f.id = ef.field_id WHERE ef.entry_id = e.id) END AS field",
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

pub(super) fn when(edtf: Option<&str>, certainty: Option<&str>) -> Result<Option<When>> {
    let (Some(edtf), Some(certainty)) = (edtf, certainty) else { return Ok(None) };
    let certainty = Certainty::from_code(certainty).ok_or_else(|| unknown("certainty", certainty))?;
    When::parse(edtf, certainty).map(Some).map_err(|_| unknown("date", edtf))
}

fn day(micros: i64) -> Result<Date> {
    clock::from_micros(micros).map(clock::day_of).map_err(|_| unknown("instant", &micros.to_string()))
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

const TEXT: &str = "SELECT CASE WHEN t.body <> '' THEN t.body ELSE d.body END AS body, \
     (t.body IS NOT NULL AND (t.body <> '' OR d.body = '')) AS translated \
     FROM entry_texts d LEFT JOIN entry_texts t ON t.entry_id = d.entry_id AND t.locale = $1 \
     WHERE d.entry_id = $2 AND d.locale = 'de'";

/// The full text of an entry; the German one where a translation has none.
pub async fn text(conn: &mut Conn<'_>, locale: Locale, id: EntryId) -> Result<Text> {
    let (body, translated): (String, bool) =
        on!(conn, |c| sqlx::query_as(TEXT).bind(code(locale)).bind(id).fetch_one(c).await)?;
    Ok(Text { locale: if translated { locale } else { Locale::De }, body: markdown::to_html(&body) })
}

const VARIANTS: &str = "SELECT locale FROM entry_texts WHERE entry_id = $1";

/// The languages in which an entry has a text.
pub async fn variants(conn: &mut Conn<'_>, id: EntryId) -> Result<Vec<Locale>> {
    let rows: Vec<(String,)> = on!(conn, |c| sqlx::query_as(VARIANTS).bind(id).fetch_all(c).await)?;
    rows.iter().map(|(code,)| Locale::from_code(code).ok_or_else(|| unknown("language", code))).collect()
}

/// Which cards to list.
#[derive(Debug, Clone, Copy, Default)]
pub struct CardFilter<'a> {
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only what belongs to this field of action.
    pub field: Option<EntryId>,
    /// Only what touches this year.
    pub year: Option<i16>,
    /// Only what is in this town (AGS).
    pub municipality: Option<&'a str>,
    /// Only what can be a station of the thread: no phases, bodies and plain pages.
    pub stations: bool,
}

impl CardFilter<'_> {
    /// All of one kind.
    pub fn of(kind: Kind) -> Self {
        Self { kind: Some(kind), ..Self::default() }
    }

    /// First and last day of the year, as stored.
    fn year_bounds(&self) -> (Option<i64>, Option<i64>) {
        let day = |month, day| self.year.and_then(|year| Date::new(year, month, day).ok()).map(days);
        (day(1, 1), day(12, 31))
    }
}

/// In which order to list cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// What happened last comes first; undated things last.
    NewestFirst,
    /// As it happened; undated things last.
    OldestFirst,
    /// By number, else by title.
    Numbered,
}

/// `$2` is the state. The columns of a card are looked up for one page only: the databases would
/// otherwise make all of them for all cards before they sort and cut.
macro_rules! filtered {
    ($select:literal, $tail:expr) => {
        concat!(
            $select,
            " FROM entries c WHERE c.state = $2 \
             AND (CAST($3 AS TEXT) IS NULL OR c.kind = $3) \
             AND (CAST($4 AS UUID) IS NULL OR EXISTS (SELECT 1 FROM entry_fields x WHERE x.entry_id = c.id AND x.field_id = $4)) \
             AND (CAST($5 AS BIGINT) IS NULL OR (c.edtf IS NOT NULL AND (c.latest IS NULL OR c.latest >= $5))) \
             AND (CAST($6 AS BIGINT) IS NULL OR (c.edtf IS NOT NULL AND (c.earliest IS NULL OR c.earliest <= $6))) \
             AND (CAST($7 AS TEXT) IS NULL OR c.municipality = $7) \
             AND (NOT $8 OR c.kind NOT IN ('phase', 'body', 'page')) ",
            $tail
        )
    };
}

macro_rules! page_of_cards {
    ($order:literal, $outer:literal) => {
        concat!(
            select_cards!("", "JOIN ("),
            filtered!(
                "SELECT c.id AS page_id",
                concat!("ORDER BY ", $order, " LIMIT $9 OFFSET $10) page ON page.page_id = e.id ORDER BY ", $outer)
            )
        )
    };
}

const LIST_NEWEST: &str = page_of_cards!("c.earliest DESC NULLS LAST, c.id", "e.earliest DESC NULLS LAST, e.id");
const LIST_OLDEST: &str = page_of_cards!(
    "c.earliest NULLS LAST, c.latest NULLS LAST, c.number NULLS LAST, c.id",
    "e.earliest NULLS LAST, e.latest NULLS LAST, e.number NULLS LAST, e.id"
);
const LIST_NUMBERED: &str = page_of_cards!("c.number NULLS LAST, c.slug", "e.number NULLS LAST, e.slug");
const COUNT: &str = filtered!("SELECT COUNT(*)", "AND CAST($1 AS TEXT) IS NOT NULL");

/// One page of cards.
pub async fn list(
    conn: &mut Conn<'_>,
    locale: Locale,
    filter: CardFilter<'_>,
    order: Order,
    limit: i64,
    offset: i64,
) -> Result<Vec<Card>> {
    let sql = match order {
        Order::NewestFirst => LIST_NEWEST,
        Order::OldestFirst => LIST_OLDEST,
        Order::Numbered => LIST_NUMBERED,
    };
    let (from, to) = filter.year_bounds();
    let rows: Vec<CardRow> = on!(conn, |c| {
        sqlx::query_as(sql)
            .bind(code(locale))
            .bind("published")
            .bind(filter.kind.map(Kind::code))
            .bind(filter.field)
            .bind(from)
            .bind(to)
            .bind(filter.municipality)
            .bind(filter.stations)
            .bind(limit)
            .bind(offset)
            .fetch_all(c)
            .await
    })?;
    rows.into_iter().map(|row| row.into_card(locale)).collect()
}

/// How many cards a filter lets through.
pub async fn count(conn: &mut Conn<'_>, filter: CardFilter<'_>) -> Result<i64> {
    let (from, to) = filter.year_bounds();
    let (count,): (i64,) = on!(conn, |c| {
        sqlx::query_as(COUNT)
            .bind("")
            .bind("published")
            .bind(filter.kind.map(Kind::code))
            .bind(filter.field)
            .bind(from)
            .bind(to)
            .bind(filter.municipality)
            .bind(filter.stations)
            .fetch_one(c)
            .await
    })?;
    Ok(count)
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

const TIME_RANGE: &str = "SELECT MIN(e.earliest), MAX(COALESCE(e.latest, e.earliest)) FROM entries e \
     WHERE e.state = 'published' AND (CAST($1 AS TEXT) IS NULL OR e.kind = $1)";

/// The first and the last year that entries of a kind touch.
pub async fn time_range(conn: &mut Conn<'_>, kind: Option<Kind>) -> Result<Option<(i16, i16)>> {
    let (first, last): (Option<i64>, Option<i64>) =
        on!(conn, |c| sqlx::query_as(TIME_RANGE).bind(kind.map(Kind::code)).fetch_one(c).await)?;
    Ok(first.zip(last).and_then(|(first, last)| Some((year(first)?, year(last)?))))
}

fn year(days: i64) -> Option<i16> {
    let span = jiff::Span::new().try_days(days).ok()?;
    Some(jiff::civil::date(1970, 1, 1).checked_add(span).ok()?.year())
}

const COUNT_BY_FIELD: &str = "SELECT x.field_id, COUNT(*) FROM entry_fields x JOIN entries e ON e.id = x.entry_id \
     WHERE e.state = 'published' GROUP BY x.field_id";

/// How many entries belong to each field of action.
pub async fn count_by_field(conn: &mut Conn<'_>) -> Result<Vec<(EntryId, i64)>> {
    on!(conn, |c| sqlx::query_as(COUNT_BY_FIELD).fetch_all(c).await)
}

const COUNT_BY_TOWN: &str = "SELECT e.municipality, COUNT(*) FROM entries e \
     WHERE e.state = 'published' AND e.municipality IS NOT NULL GROUP BY e.municipality";

/// How many entries there are in each town that has any, by AGS.
pub async fn count_by_town(conn: &mut Conn<'_>) -> Result<Vec<(String, i64)>> {
    on!(conn, |c| sqlx::query_as(COUNT_BY_TOWN).fetch_all(c).await)
}
