//! Writes of links. Only callable inside a write transaction.

use base::{Localized, clock};
use db::{Conn, Result, insert_all};
use edtf::Edtf;
use jiff::Timestamp;
use uuid::Uuid;

use crate::{Basis, EntryId, Relation};

/// A link that is not in the database yet.
#[derive(Debug, Clone)]
pub struct NewLink<'a> {
    /// Fresh for each link.
    pub id: Uuid,
    /// The entry with which the sentence begins.
    pub from: EntryId,
    /// The verb.
    pub relation: Relation,
    /// The entry with which the sentence ends.
    pub to: EntryId,
    /// Its place among the links of `from`.
    pub position: i64,
    /// The date of the link, if it is on record.
    pub when: Option<Edtf>,
    /// The body that asserts it.
    pub asserted_by: Option<EntryId>,
    /// Key of the source that documents it.
    pub source: Option<&'a str>,
    /// The ground on which it stands, if somebody said so.
    pub basis: Option<Basis>,
    /// A remark.
    pub note: Option<&'a Localized>,
    /// Time and reason of its withdrawal.
    pub withdrawn: Option<(Timestamp, &'a str)>,
}

const INSERT_LINK: &str = "INSERT INTO links (id, from_id, to_id, relation, origin_id, outcome_id, position, edtf, asserted_by, \
     source_key, note_de, note_en, withdrawn_at, withdrawn_why, basis) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";

/// Inserts links. The caller must have checked that none closes a cycle ([`crate::find_circle`]).
pub async fn insert_links(conn: &mut Conn<'_>, links: &[NewLink<'_>]) -> Result<()> {
    insert_all!(conn, INSERT_LINK, links, |query, link| {
        let ends = link.relation.in_time(link.from, link.to);
        query
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
            .bind(link.basis.map(Basis::code))
    })
}
