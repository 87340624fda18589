//! Writes of cards, claims and gaps. Only callable inside a write transaction.

use base::{Locale, Localized, clock, fold};
use claims::Claim;
use db::{Conn, Result, bind_all, insert_all, on, run};
use edtf::When;
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::AssertSqlSafe;

use super::attachments::insert_attachments;
use super::cards::days;
use crate::entry::Gap;
use crate::sheet::AttachmentMatter;
use crate::{EntryId, Kind, State};

/// A text of a card: language, title, summary, Markdown body.
pub type Text<'a> = (Locale, &'a str, &'a str, &'a str);

/// A card that is not in the database yet.
#[derive(Debug, Clone)]
pub struct NewEntry<'a> {
    /// Shared with the row of its slice.
    pub id: EntryId,
    /// Its kind, which never changes.
    pub kind: Kind,
    /// The form within the kind.
    pub form: Option<&'a str>,
    /// Last part of its path.
    pub slug: &'a str,
    /// Position in a numbered series.
    pub number: Option<i64>,
    /// Its visibility.
    pub state: State,
    /// When it was, is or will be.
    pub when: Option<When>,
    /// Official key of its town.
    pub municipality: Option<&'a str>,
    /// Slug of the picture above its text.
    pub picture: Option<&'a str>,
    /// True if it is in the picture on the start page.
    pub highlight: bool,
    /// When it was last changed.
    pub updated: Timestamp,
    /// Its texts in all languages.
    pub texts: Vec<Text<'a>>,
    /// The fields of action to which it belongs.
    pub fields: Vec<EntryId>,
    /// Keys of the sources of its facts.
    pub sources: &'a [String],
    /// The files that belong to it.
    pub attachments: &'a [AttachmentMatter],
}

impl<'a> NewEntry<'a> {
    /// A published card that has nothing but a German title (its slug) and was never changed; callers set
    /// the rest with `..`.
    pub fn new(id: EntryId, kind: Kind, slug: &'a str) -> Self {
        Self {
            id,
            kind,
            form: None,
            slug,
            number: None,
            state: State::Published,
            when: None,
            municipality: None,
            picture: None,
            highlight: false,
            updated: Timestamp::UNIX_EPOCH,
            texts: vec![(Locale::De, slug, "", "")],
            fields: Vec::new(),
            sources: &[],
            attachments: &[],
        }
    }
}

/// Upsert of a card. The kind of an entry never changes, so it is left out of the update.
const PUT_ENTRY: &str = "INSERT INTO entries (id, kind, form, slug, number, state, edtf, certainty, earliest, latest, \
     municipality, highlight, updated_at, lane, picture) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) \
     ON CONFLICT (id) DO UPDATE SET form = excluded.form, slug = excluded.slug, number = excluded.number, \
     state = excluded.state, edtf = excluded.edtf, certainty = excluded.certainty, earliest = excluded.earliest, \
     latest = excluded.latest, municipality = excluded.municipality, highlight = excluded.highlight, \
     updated_at = excluded.updated_at, lane = excluded.lane, picture = excluded.picture";
const INSERT_TEXT: &str =
    "INSERT INTO entry_texts (entry_id, locale, title, summary, body, folded) VALUES ($1, $2, $3, $4, $5, $6)";

/// Inserts new cards with their texts. Their fields and sources follow with [`insert_ties`], because they
/// may be cards that are inserted later.
pub async fn insert_entries(conn: &mut Conn<'_>, entries: &[NewEntry<'_>]) -> Result<()> {
    put_entries(conn, entries).await?;
    insert_texts(conn, entries).await
}

/// Upserts the cards alone, by id.
pub(super) async fn put_entries(conn: &mut Conn<'_>, entries: &[NewEntry<'_>]) -> Result<()> {
    insert_all!(conn, PUT_ENTRY, entries, |query, entry| {
        query
            .bind(entry.id)
            .bind(entry.kind.code())
            .bind(entry.form)
            .bind(entry.slug)
            .bind(entry.number)
            .bind(entry.state.code())
            .bind(entry.when.map(|when| when.edtf().to_string()))
            .bind(entry.when.map(|when| when.certainty().code()))
            .bind(entry.when.and_then(When::earliest).map(days))
            .bind(entry.when.and_then(last_day).map(days))
            .bind(entry.municipality)
            .bind(entry.highlight)
            .bind(clock::micros(entry.updated))
            .bind(entry.number.filter(|_| entry.kind == Kind::FIELD))
            .bind(entry.picture)
    })
}

/// Inserts the texts and files of new cards, and notes the media that they use.
pub(super) async fn insert_texts(conn: &mut Conn<'_>, entries: &[NewEntry<'_>]) -> Result<()> {
    let texts = entries.iter().flat_map(|entry| entry.texts.iter().map(|text| (entry.id, *text)));
    let texts: Vec<(EntryId, Text)> = texts.collect();
    insert_all!(conn, INSERT_TEXT, texts, |query, (id, (locale, title, summary, body))| {
        let folded = fold::words(title);
        query.bind(*id).bind(locale.code()).bind(*title).bind(*summary).bind(*body).bind(folded)
    })?;
    let attachments: Vec<_> = entries.iter().flat_map(|entry| numbered(entry.id, entry.attachments)).collect();
    insert_attachments(conn, &attachments).await?;
    let uses = entries.iter().flat_map(|entry| {
        let mut used = media::store::used_by(entry.picture, entry.texts.iter().map(|(.., body)| *body));
        used.extend(entry.attachments.iter().map(|attachment| attachment.file.as_str()));
        used.into_iter().map(|slug| (entry.id.0, slug))
    });
    media::store::note_uses(conn, &uses.collect::<Vec<_>>()).await
}

const UNFOLDED: &str = "SELECT entry_id, locale, title FROM entry_texts WHERE folded = '' AND title <> ''";
const FOLD: &str = "UPDATE entry_texts SET folded = $3 WHERE entry_id = $1 AND locale = $2";

const HAS_UNFOLDED: &str = "SELECT EXISTS (SELECT 1 FROM entry_texts WHERE folded = '' AND title <> '')";

/// True if an older version has stored titles that are not folded.
pub async fn has_unfolded_titles(conn: &mut Conn<'_>) -> Result<bool> {
    on!(conn, |c| sqlx::query_scalar(HAS_UNFOLDED).fetch_one(c).await)
}

/// Folds the titles that an older version has stored, at the start of a server.
pub async fn fold_titles(conn: &mut Conn<'_>) -> Result<()> {
    let titles: Vec<(EntryId, String, String)> = on!(conn, |c| sqlx::query_as(UNFOLDED).fetch_all(c).await)?;
    for (id, locale, title) in titles {
        run!(conn, sqlx::query(FOLD).bind(id).bind(locale).bind(fold::words(&title)))?;
    }
    Ok(())
}

/// The last day for filters by year; `None` if it has no end. If the end is not on record, only the year of
/// the beginning counts.
fn last_day(when: When) -> Option<Date> {
    let goes_on = when.covers_year(Date::MAX.year());
    when.latest().or_else(|| when.earliest().filter(|_| !goes_on).map(Date::last_of_year))
}

const INSERT_FIELD: &str = "INSERT INTO entry_fields (entry_id, field_id, position) VALUES ($1, $2, $3)";
const INSERT_ENTRY_SOURCE: &str = "INSERT INTO entry_sources (entry_id, source_key, position) VALUES ($1, $2, $3)";

const SET_LANES: &str = "UPDATE entries SET lane = (SELECT f.number FROM entry_fields t JOIN entries f ON f.id = t.field_id \
     WHERE t.entry_id = entries.id) WHERE id IN";

/// Ties kept cards to their fields of action and their sources. A card that is tied to exactly one field
/// keeps the field's number as its lane, so that lists need not look for it.
pub async fn insert_ties(conn: &mut Conn<'_>, entries: &[NewEntry<'_>]) -> Result<()> {
    let ties: Vec<_> = entries.iter().flat_map(|entry| numbered(entry.id, &entry.fields)).collect();
    insert_all!(conn, INSERT_FIELD, ties, |query, (id, position, field)| query
        .bind(*id)
        .bind(**field)
        .bind(*position))?;
    let in_one = entries.iter().filter(|entry| entry.fields.len() == 1 && entry.kind != Kind::FIELD);
    for some in in_one.map(|entry| entry.id).collect::<Vec<_>>().chunks(db::ROWS_AT_ONCE) {
        let sql = format!("{SET_LANES} {}", db::parameters(1, some.len()));
        run!(conn, bind_all!(sqlx::query(AssertSqlSafe(sql.as_str())), some))?;
    }
    let sources: Vec<_> = entries.iter().flat_map(|entry| numbered(entry.id, entry.sources)).collect();
    insert_all!(conn, INSERT_ENTRY_SOURCE, sources, |query, (id, position, source)| {
        query.bind(*id).bind(*source).bind(*position)
    })
}

/// The items of an entry, each with its position.
fn numbered<T>(id: EntryId, items: &[T]) -> impl Iterator<Item = (EntryId, i64, &T)> {
    (0_i64..).zip(items).map(move |(position, item)| (id, position, item))
}

const PUT_SOURCE: &str = "INSERT INTO sources (key, position, name_de, name_en, url) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (key) DO UPDATE SET position = excluded.position, name_de = excluded.name_de, \
     name_en = excluded.name_en, url = excluded.url";

/// Upserts a source by its key.
pub async fn put_source(
    conn: &mut Conn<'_>,
    position: i64,
    key: &str,
    name: &Localized,
    url: Option<&str>,
) -> Result<()> {
    run!(conn, sqlx::query(PUT_SOURCE).bind(key).bind(position).bind(&name.de).bind(&name.en).bind(url))?;
    Ok(())
}

const REMOVE_SOURCE: &str = "DELETE FROM sources WHERE key = $1 \
     AND NOT EXISTS (SELECT 1 FROM entry_sources WHERE source_key = $1) \
     AND NOT EXISTS (SELECT 1 FROM links WHERE source_key = $1) \
     AND NOT EXISTS (SELECT 1 FROM claims WHERE source_key = $1)";

/// Removes a source that is not referred to; false if it is.
pub async fn remove_source(conn: &mut Conn<'_>, key: &str) -> Result<bool> {
    Ok(run!(conn, sqlx::query(REMOVE_SOURCE).bind(key))? > 0)
}

const INSERT_CLAIM: &str = "INSERT INTO claims (entry_id, position, kind, amount, minimum, maximum, qualifier, unit, edtf, \
     source_key, note_de, note_en) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

/// Inserts the numbers stated about entries.
pub async fn insert_claims(conn: &mut Conn<'_>, claims: &[(EntryId, &[Claim])]) -> Result<()> {
    let claims: Vec<_> = claims.iter().flat_map(|(id, claims)| numbered(*id, claims)).collect();
    insert_all!(conn, INSERT_CLAIM, claims, |query, (id, position, claim)| {
        let (amount, minimum, maximum) = claim.amount().parts();
        let tenths = |number: Option<claims::Number>| number.and_then(|number| i64::try_from(number.tenths()).ok());
        query
            .bind(*id)
            .bind(*position)
            .bind(claim.kind().code())
            .bind(tenths(amount))
            .bind(tenths(minimum))
            .bind(tenths(maximum))
            .bind(claim.qualifier().code())
            .bind(claim.unit().code())
            .bind(claim.when.map(|when| when.to_string()))
            .bind(&claim.source)
            .bind(claim.note.as_ref().map(|note| &note.de))
            .bind(claim.note.as_ref().and_then(|note| note.en.as_ref()))
    })
}

const INSERT_GAP: &str = "INSERT INTO gaps (entry_id, position, side, text_de, text_en) VALUES ($1, $2, $3, $4, $5)";

/// Inserts the gaps in the record of an entry.
pub async fn insert_gaps(conn: &mut Conn<'_>, entry: EntryId, gaps: &[Gap]) -> Result<()> {
    let gaps: Vec<_> = numbered(entry, gaps).collect();
    insert_all!(conn, INSERT_GAP, gaps, |query, (id, position, gap)| {
        query.bind(*id).bind(*position).bind(gap.side.code()).bind(&gap.text.de).bind(&gap.text.en)
    })
}

/// Refreshes the planner's statistics. Both databases do this by themselves sooner or later, but after an
/// import it must not wait.
pub async fn analyze(conn: &mut Conn<'_>) -> Result<()> {
    run!(conn, sqlx::query("ANALYZE"))?;
    Ok(())
}
