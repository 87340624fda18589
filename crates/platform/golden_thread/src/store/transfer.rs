//! Reads of everything, drafts and withdrawn links too, for export.

use std::collections::HashMap;

use base::{Locale, Localized};
use claims::Claim;
use db::{Conn, Result, instant, on, unknown};
use edtf::{Edtf, When};
use jiff::Timestamp;

use super::around::{CLAIMS, ClaimRow, edtf, gap};
use super::cards::when;
use super::localized;
use super::steps::basis;
use crate::entry::Gap;
use crate::{Basis, EntryId, Kind, Relation, State};

const IS_EMPTY: &str = "SELECT COUNT(*) FROM (SELECT id FROM entries LIMIT 1) some_entry";

/// True if there is no entry at all, not even a draft.
pub async fn is_empty(conn: &mut Conn<'_>) -> Result<bool> {
    let (count,): (i64,) = on!(conn, |c| sqlx::query_as(IS_EMPTY).fetch_one(c).await)?;
    Ok(count == 0)
}

/// A card with all its texts.
#[derive(Debug, Clone)]
pub struct StoredCard {
    /// Shared with the row of its slice.
    pub id: EntryId,
    /// Its kind, which never changes.
    pub kind: Kind,
    /// The form within the kind.
    pub form: Option<String>,
    /// Last part of its path.
    pub slug: String,
    /// Position in a numbered series.
    pub number: Option<i64>,
    /// Its visibility.
    pub state: State,
    /// When it was, is or will be.
    pub when: Option<When>,
    /// Official key of its town.
    pub municipality: Option<String>,
    /// Slug of the picture above its text.
    pub picture: Option<String>,
    /// True if it is in the picture on the start page.
    pub highlight: bool,
    /// When it was last changed.
    pub updated: Timestamp,
    /// Language, title, summary and Markdown of each text; German first.
    pub texts: Vec<(Locale, String, String, String)>,
    /// Its fields of action.
    pub fields: Vec<EntryId>,
    /// Keys of its sources.
    pub sources: Vec<String>,
}

#[derive(sqlx::FromRow)]
struct CardRow {
    id: EntryId,
    kind: String,
    form: Option<String>,
    slug: String,
    number: Option<i64>,
    state: String,
    edtf: Option<String>,
    certainty: Option<String>,
    municipality: Option<String>,
    picture: Option<String>,
    highlight: bool,
    updated_at: i64,
}

const CARDS: &str = "SELECT id, kind, form, slug, number, state, edtf, certainty, municipality, picture, highlight, updated_at \
     FROM entries ORDER BY kind, slug";
const TEXTS: &str = "SELECT entry_id, locale, title, summary, body FROM entry_texts ORDER BY entry_id, locale";
const FIELDS: &str = "SELECT entry_id, field_id FROM entry_fields ORDER BY entry_id, position";
const ENTRY_SOURCES: &str = "SELECT entry_id, source_key FROM entry_sources ORDER BY entry_id, position";

/// All cards, by kind and slug.
pub async fn all_cards(conn: &mut Conn<'_>) -> Result<Vec<StoredCard>> {
    let rows: Vec<CardRow> = on!(conn, |c| sqlx::query_as(CARDS).fetch_all(c).await)?;
    let texts: Vec<(EntryId, String, String, String, String)> =
        on!(conn, |c| sqlx::query_as(TEXTS).fetch_all(c).await)?;
    let fields: Vec<(EntryId, EntryId)> = on!(conn, |c| sqlx::query_as(FIELDS).fetch_all(c).await)?;
    let sources: Vec<(EntryId, String)> = on!(conn, |c| sqlx::query_as(ENTRY_SOURCES).fetch_all(c).await)?;
    let mut texts =
        grouped(texts.into_iter().map(|(id, code, title, summary, body)| (id, (code, title, summary, body))));
    let mut fields = grouped(fields);
    let mut sources = grouped(sources);
    let mut cards = Vec::with_capacity(rows.len());
    for row in rows {
        let mut card = row.into_card()?;
        for (code, title, summary, body) in texts.remove(&card.id).unwrap_or_default() {
            let locale = Locale::from_code(&code).ok_or_else(|| unknown("language", &code))?;
            card.texts.push((locale, title, summary, body));
        }
        card.fields = fields.remove(&card.id).unwrap_or_default();
        card.sources = sources.remove(&card.id).unwrap_or_default();
        cards.push(card);
    }
    Ok(cards)
}

impl CardRow {
    fn into_card(self) -> Result<StoredCard> {
        Ok(StoredCard {
            id: self.id,
            kind: Kind::from_code(&self.kind).ok_or_else(|| unknown("kind", &self.kind))?,
            form: self.form,
            slug: self.slug,
            number: self.number,
            state: State::from_code(&self.state).ok_or_else(|| unknown("state", &self.state))?,
            when: when(self.edtf.as_deref(), self.certainty.as_deref())?,
            municipality: self.municipality,
            picture: self.picture,
            highlight: self.highlight,
            updated: instant(self.updated_at)?,
            texts: Vec::new(),
            fields: Vec::new(),
            sources: Vec::new(),
        })
    }
}

pub(super) fn grouped<T>(rows: impl IntoIterator<Item = (EntryId, T)>) -> HashMap<EntryId, Vec<T>> {
    let mut groups: HashMap<EntryId, Vec<T>> = HashMap::new();
    for (id, value) in rows {
        groups.entry(id).or_default().push(value);
    }
    groups
}

/// A link with everything that was ever recorded about it.
#[derive(Debug, Clone)]
pub struct StoredLink {
    /// The verb.
    pub relation: Relation,
    /// The entry with which the sentence ends.
    pub to: EntryId,
    /// The date of the link, if it is on record.
    pub when: Option<Edtf>,
    /// The body that asserts it.
    pub asserted_by: Option<EntryId>,
    /// Key of the source that documents it.
    pub source: Option<String>,
    /// The ground on which it stands, if somebody said so.
    pub basis: Option<Basis>,
    /// A remark.
    pub note: Option<Localized>,
    /// Time and reason of its withdrawal.
    pub withdrawn: Option<(Timestamp, String)>,
}

#[derive(sqlx::FromRow)]
struct LinkRow {
    from_id: EntryId,
    to_id: EntryId,
    relation: String,
    edtf: Option<String>,
    asserted_by: Option<EntryId>,
    source_key: Option<String>,
    note_de: Option<String>,
    note_en: Option<String>,
    withdrawn_at: Option<i64>,
    withdrawn_why: Option<String>,
    basis: Option<String>,
}

const LINKS: &str = "SELECT from_id, to_id, relation, edtf, asserted_by, source_key, note_de, note_en, withdrawn_at, withdrawn_why, \
     basis FROM links ORDER BY from_id, position, id";

/// All links, by the entry with which the sentence begins.
pub async fn all_links(conn: &mut Conn<'_>) -> Result<HashMap<EntryId, Vec<StoredLink>>> {
    let rows: Vec<LinkRow> = on!(conn, |c| sqlx::query_as(LINKS).fetch_all(c).await)?;
    let links: Result<Vec<_>> = rows.into_iter().map(LinkRow::into_link).collect();
    Ok(grouped(links?))
}

impl LinkRow {
    fn into_link(self) -> Result<(EntryId, StoredLink)> {
        let withdrawn = match (self.withdrawn_at, self.withdrawn_why) {
            (Some(at), Some(why)) => Some((instant(at)?, why)),
            _ => None,
        };
        let link = StoredLink {
            relation: Relation::from_code(&self.relation).ok_or_else(|| unknown("relation", &self.relation))?,
            to: self.to_id,
            when: self.edtf.as_deref().map(edtf).transpose()?,
            asserted_by: self.asserted_by,
            source: self.source_key,
            basis: basis(self.basis.as_deref())?,
            note: localized(self.note_de, self.note_en),
            withdrawn,
        };
        Ok((self.from_id, link))
    }
}

/// All claims, by entry.
pub async fn all_claims(conn: &mut Conn<'_>) -> Result<HashMap<EntryId, Vec<Claim>>> {
    let sql = format!("{CLAIMS} ORDER BY c.entry_id, c.position");
    let rows: Vec<ClaimRow> = on!(conn, |c| sqlx::query_as(sqlx::AssertSqlSafe(sql.as_str())).fetch_all(c).await)?;
    let claims: Result<Vec<_>> = rows.into_iter().map(|row| Ok((row.entry_id, row.claim()?))).collect();
    Ok(grouped(claims?))
}

const GAPS: &str = "SELECT entry_id, side, text_de, text_en FROM gaps ORDER BY entry_id, position";

/// All gaps, by entry.
pub async fn all_gaps(conn: &mut Conn<'_>) -> Result<HashMap<EntryId, Vec<Gap>>> {
    let rows: Vec<(EntryId, String, String, Option<String>)> = on!(conn, |c| sqlx::query_as(GAPS).fetch_all(c).await)?;
    let gaps: Result<Vec<_>> = rows.into_iter().map(|(id, side, de, en)| Ok((id, gap(&side, de, en)?))).collect();
    Ok(grouped(gaps?))
}

/// A source with its key.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct StoredSource {
    /// The key by which files refer to it.
    pub key: String,
    /// Its German name.
    pub name_de: String,
    /// Its English name.
    pub name_en: Option<String>,
    /// A page to read it at, if it is online.
    pub url: Option<String>,
}

const SOURCES: &str = "SELECT key, name_de, name_en, url FROM sources ORDER BY position";

/// All sources, in the order of their file.
pub async fn all_sources(conn: &mut Conn<'_>) -> Result<Vec<StoredSource>> {
    on!(conn, |c| sqlx::query_as(SOURCES).fetch_all(c).await)
}
