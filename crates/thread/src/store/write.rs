//! Keeping cards, links, claims and gaps. Only callable inside a write transaction.

use base::{Claim, Edtf, Locale, Localized, When, clock};
use db::{Conn, Result, run};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

use super::cards::days;
use crate::entry::Gap;
use crate::{EntryId, Kind, Relation, State};

/// A card that is not in the database yet.
#[derive(Debug, Clone)]
pub struct NewEntry<'a> {
    /// Its id, which its slice uses too.
    pub id: EntryId,
    /// What it is.
    pub kind: Kind,
    /// The kind more closely.
    pub form: Option<&'a str>,
    /// Its name in addresses.
    pub slug: &'a str,
    /// Its place in a numbered row.
    pub number: Option<i64>,
    /// Who may see it.
    pub state: State,
    /// When it was, is or will be.
    pub when: Option<When>,
    /// Official key of its town.
    pub municipality: Option<&'a str>,
    /// Slug of the picture above its text.
    pub picture: Option<&'a str>,
    /// Whether it is in the picture on the start page.
    pub highlight: bool,
    /// When it was last changed.
    pub updated: Timestamp,
    /// Its texts: language, title, summary, Markdown body.
    pub texts: Vec<(Locale, &'a str, &'a str, &'a str)>,
    /// The fields of action to which it belongs.
    pub fields: Vec<EntryId>,
    /// Keys of the sources of its facts.
    pub sources: &'a [String],
}

impl<'a> NewEntry<'a> {
    /// A published card that has nothing but a German title, its slug, and was never changed; the rest
    /// is put on with `..`.
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
        }
    }
}

/// What an entry is never changes, so the kind is left out of what a second writing says.
const PUT_ENTRY: &str = "INSERT INTO entries (id, kind, form, slug, number, state, edtf, certainty, earliest, latest, \
     municipality, highlight, updated_at, lane, picture) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) \
     ON CONFLICT (id) DO UPDATE SET form = excluded.form, slug = excluded.slug, number = excluded.number, \
     state = excluded.state, edtf = excluded.edtf, certainty = excluded.certainty, earliest = excluded.earliest, \
     latest = excluded.latest, municipality = excluded.municipality, highlight = excluded.highlight, \
     updated_at = excluded.updated_at, lane = excluded.lane, picture = excluded.picture";
const INSERT_TEXT: &str =
    "INSERT INTO entry_texts (entry_id, locale, title, summary, body) VALUES ($1, $2, $3, $4, $5)";

/// Keeps a new card with its texts. Its fields and sources follow with [`insert_ties`], because
/// they may be cards that are inserted later.
pub async fn insert_entry(conn: &mut Conn<'_>, entry: &NewEntry<'_>) -> Result<()> {
    put_entry(conn, entry).await?;
    insert_texts(conn, entry).await
}

/// Keeps the card alone, in the place of the one with its id if there is one.
pub(super) async fn put_entry(conn: &mut Conn<'_>, entry: &NewEntry<'_>) -> Result<()> {
    run!(
        conn,
        sqlx::query(PUT_ENTRY)
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
            .bind(entry.number.filter(|_| entry.kind == Kind::Field))
            .bind(entry.picture)
    )?;
    Ok(())
}

pub(super) async fn insert_texts(conn: &mut Conn<'_>, entry: &NewEntry<'_>) -> Result<()> {
    for (locale, title, summary, body) in &entry.texts {
        run!(
            conn,
            sqlx::query(INSERT_TEXT).bind(entry.id).bind(locale.code()).bind(*title).bind(*summary).bind(*body)
        )?;
    }
    let bodies = entry.texts.iter().map(|(.., body)| *body);
    media::store::note_uses(conn, entry.id.0, entry.picture, bodies).await
}

/// The last day that filters by year count in; `None` if it goes on. Where the end is not on record,
/// only the year of the beginning is known.
fn last_day(when: When) -> Option<Date> {
    let goes_on = when.covers_year(Date::MAX.year());
    when.latest().or_else(|| when.earliest().filter(|_| !goes_on).map(Date::last_of_year))
}

const INSERT_FIELD: &str = "INSERT INTO entry_fields (entry_id, field_id, position) VALUES ($1, $2, $3)";
const INSERT_ENTRY_SOURCE: &str = "INSERT INTO entry_sources (entry_id, source_key, position) VALUES ($1, $2, $3)";

const SET_LANE: &str = "UPDATE entries SET lane = (SELECT f.number FROM entries f WHERE f.id = $2) WHERE id = $1";

/// Ties a kept card to its fields of action and its sources. If it is tied to exactly one field, the
/// card keeps the field's number as its lane, so that lists need not look for it.
pub async fn insert_ties(conn: &mut Conn<'_>, entry: &NewEntry<'_>) -> Result<()> {
    for (position, field) in (0_i64..).zip(&entry.fields) {
        run!(conn, sqlx::query(INSERT_FIELD).bind(entry.id).bind(*field).bind(position))?;
    }
    if let [only] = entry.fields.as_slice()
        && entry.kind != Kind::Field
    {
        run!(conn, sqlx::query(SET_LANE).bind(entry.id).bind(*only))?;
    }
    for (position, source) in (0_i64..).zip(entry.sources) {
        run!(conn, sqlx::query(INSERT_ENTRY_SOURCE).bind(entry.id).bind(source).bind(position))?;
    }
    Ok(())
}

const PUT_SOURCE: &str = "INSERT INTO sources (key, position, name_de, name_en, url) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (key) DO UPDATE SET position = excluded.position, name_de = excluded.name_de, \
     name_en = excluded.name_en, url = excluded.url";

/// Keeps a source in the place of the one with its key, if there is one.
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

/// Removes a source that nothing names; false if something does.
pub async fn remove_source(conn: &mut Conn<'_>, key: &str) -> Result<bool> {
    Ok(run!(conn, sqlx::query(REMOVE_SOURCE).bind(key))? > 0)
}

/// A link that is not in the database yet.
#[derive(Debug, Clone)]
pub struct NewLink<'a> {
    /// Its id.
    pub id: Uuid,
    /// The entry with which the sentence begins.
    pub from: EntryId,
    /// The verb.
    pub relation: Relation,
    /// The entry with which the sentence ends.
    pub to: EntryId,
    /// Its place among the links of `from`.
    pub position: i64,
    /// When it came about.
    pub when: Option<Edtf>,
    /// The body that says so.
    pub asserted_by: Option<EntryId>,
    /// Key of the source.
    pub source: Option<&'a str>,
    /// A few words on it.
    pub note: Option<&'a Localized>,
    /// When and why it was withdrawn.
    pub withdrawn: Option<(Timestamp, &'a str)>,
}

const INSERT_LINK: &str = "INSERT INTO links (id, from_id, to_id, relation, origin_id, outcome_id, position, edtf, asserted_by, \
     source_key, note_de, note_en, withdrawn_at, withdrawn_why) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";

/// Keeps a link. Whether it closes a circle must have been asked before ([`crate::find_circle`]).
pub async fn insert_link(conn: &mut Conn<'_>, link: &NewLink<'_>) -> Result<()> {
    let ends = link.relation.in_time(link.from, link.to);
    run!(
        conn,
        sqlx::query(INSERT_LINK)
            .bind(link.id)
            .bind(link.from)
            .bind(link.to)
            .bind(link.relation.code())
            .bind(ends.origin)
            .bind(ends.outcome)
            .bind(link.position)
            .bind(link.when.map(|when| when.to_string()))
            .bind(link.asserted_by)
            .bind(link.source)
            .bind(link.note.map(|note| &note.de))
            .bind(link.note.and_then(|note| note.en.as_ref()))
            .bind(link.withdrawn.map(|(at, _)| clock::micros(at)))
            .bind(link.withdrawn.map(|(_, why)| why))
    )?;
    Ok(())
}

const INSERT_CLAIM: &str = "INSERT INTO claims (entry_id, position, kind, amount, minimum, maximum, qualifier, unit, edtf, \
     source_key, note_de, note_en) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

/// Keeps the numbers stated about an entry.
pub async fn insert_claims(conn: &mut Conn<'_>, entry: EntryId, claims: &[Claim]) -> Result<()> {
    for (position, claim) in (0_i64..).zip(claims) {
        let (amount, minimum, maximum) = claim.amount().parts();
        let tenths = |number: Option<base::Number>| number.and_then(|number| i64::try_from(number.tenths()).ok());
        run!(
            conn,
            sqlx::query(INSERT_CLAIM)
                .bind(entry)
                .bind(position)
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
        )?;
    }
    Ok(())
}

const INSERT_GAP: &str = "INSERT INTO gaps (entry_id, position, side, text_de, text_en) VALUES ($1, $2, $3, $4, $5)";

/// Keeps what is known to be missing about an entry.
pub async fn insert_gaps(conn: &mut Conn<'_>, entry: EntryId, gaps: &[Gap]) -> Result<()> {
    for (position, gap) in (0_i64..).zip(gaps) {
        run!(
            conn,
            sqlx::query(INSERT_GAP)
                .bind(entry)
                .bind(position)
                .bind(gap.side.code())
                .bind(&gap.text.de)
                .bind(&gap.text.en)
        )?;
    }
    Ok(())
}

/// Lets the database count what it holds, so that it plans its statements well. Both databases do
/// this by themselves sooner or later; after an import it must not wait.
pub async fn analyze(conn: &mut Conn<'_>) -> Result<()> {
    run!(conn, sqlx::query("ANALYZE"))?;
    Ok(())
}
