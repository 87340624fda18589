//! Writes a document to the tables from which the public pages are made.

use base::{Ids, Locale};
use db::{BoxFuture, Conn};
use golden_thread::sheet::{LinkMatter, References};
use golden_thread::store::{self, NewEntry, NewLink};
use golden_thread::{EntryId, Kind, State};
use jiff::Timestamp;

use super::check::{Fault, Known, ReadTable, Why, check, place_of, stands};
use super::{Document, table_of};

/// The reason why a document cannot be stored.
#[derive(Debug)]
pub enum Unfit {
    /// It does not fit the other content. All changes are rolled back.
    Faults(Vec<Fault>),
    /// Breakage.
    Broken(anyhow::Error),
}

impl<E: Into<anyhow::Error>> From<E> for Unfit {
    fn from(cause: E) -> Self {
        Self::Broken(cause.into())
    }
}

/// Stores a document as the entry `id` in this state: card, texts, table, claims, links. Links that it does
/// not name any more are withdrawn with `why`. The search index is updated with [`crate::index_entry`],
/// when the public sees a difference.
///
/// # Errors
/// [`Unfit`]; the caller drops the transaction.
pub fn keep<'a>(
    conn: &'a mut Conn<'_>,
    (ids, now): (&'a Ids, Timestamp),
    (id, is_new): (EntryId, bool),
    (document, state): (&'a Document, State),
    why: &'a str,
) -> BoxFuture<'a, Result<(), Unfit>> {
    Box::pin(keep_now(conn, (ids, now), (id, is_new), (document, state), why))
}

async fn keep_now(
    conn: &mut Conn<'_>,
    (ids, now): (&Ids, Timestamp),
    (id, is_new): (EntryId, bool),
    (document, state): (&Document, State),
    why: &str,
) -> Result<(), Unfit> {
    let table = table_of(document);
    let known = Known::look_up(conn, document, table.as_deref()).await?;
    let mut faults = check(document, table.as_deref(), id, &known);
    faults.extend(against_others(conn, (id, document), table.as_deref(), &known).await?);
    let (Ok(table), true) = (table, faults.is_empty()) else { return Err(Unfit::Faults(faults)) };
    let references = known.entries;
    let form = table.form();
    let card = card(document, (id, state, now), form.as_deref(), &references)?;
    if is_new {
        let cards = std::slice::from_ref(&card);
        store::insert_entries(conn, cards).await?;
        store::insert_ties(conn, cards).await?;
    } else {
        store::replace_entry(conn, &card).await?;
    }
    table.replace(conn, id, &references).await?;
    store::insert_claims(conn, &[(id, &document.matter.claims)]).await?;
    around(conn, id, document).await?;
    put_links(conn, ids, id, document, &references, (now, why)).await
}

/// Serializes transactions that store documents with time-directed links, which could close a cycle, until
/// they end; to be called before [`keep`] by callers that mean to commit.
///
/// # Errors
/// If the database fails.
pub async fn guard(conn: &mut Conn<'_>, document: &Document) -> db::Result<()> {
    let directed = |link: &LinkMatter| stands(link) && link.relation.is_directed();
    if document.kind == Kind::EVENT || document.matter.links.iter().any(directed) {
        store::guard_links(conn).await?;
    }
    Ok(())
}

/// Stores the parts of a new entry besides card, table, claims and links.
pub(crate) async fn around(conn: &mut Conn<'_>, id: EntryId, document: &Document) -> db::Result<()> {
    let matter = &document.matter;
    store::insert_gaps(conn, id, &matter.gaps).await?;
    if let Some(video) = &matter.sign_language {
        store::insert_sign_video(conn, id, video).await?;
    }
    for (locale, text) in &document.translations {
        let original = text.original.as_deref();
        if text.is_public() {
            let stale = document.is_stale(*locale);
            store::note_translation(conn, (id, *locale), text.review, original, stale).await?;
        } else {
            let words = (text.title.as_str(), text.summary.as_str(), text.body.as_str());
            store::draft_translation(conn, (id, *locale), words, original).await?;
        }
    }
    Ok(())
}

/// The card of a document.
pub(crate) fn card<'a>(
    document: &'a Document,
    (id, state, updated): (EntryId, State, Timestamp),
    form: Option<&'a str>,
    references: &References,
) -> anyhow::Result<NewEntry<'a>> {
    let matter = &document.matter;
    let fields = matter.fields.iter().map(|slug| references.id_in(Kind::FIELD.folder(), slug));
    let mut texts = vec![(Locale::De, matter.title.as_str(), matter.summary.as_str(), document.body.as_str())];
    let public = document.translations.iter().filter(|(_, text)| text.is_public());
    texts.extend(public.map(|(locale, text)| (*locale, &*text.title, &*text.summary, &*text.body)));
    Ok(NewEntry {
        id,
        kind: document.kind,
        form,
        slug: document.slug.as_str(),
        number: matter.number,
        state,
        when: matter.when(),
        municipality: matter.municipality.as_deref(),
        picture: matter.picture.as_deref(),
        highlight: matter.highlight,
        updated,
        texts,
        fields: fields.collect::<anyhow::Result<_>>()?,
        sources: &matter.sources,
        attachments: &matter.attachments,
    })
}

/// The links that begin at an entry.
pub(crate) fn new_links<'a>(
    ids: &Ids,
    from: EntryId,
    links: &'a [LinkMatter],
    references: &References,
) -> anyhow::Result<Vec<NewLink<'a>>> {
    let new = |(position, link): (i64, &'a LinkMatter)| {
        let asserted_by = link.asserted_by.as_ref().map(|slug| references.id_in(Kind::BODY.folder(), slug));
        Ok(NewLink {
            id: ids.next(),
            from,
            relation: link.relation,
            to: references.id(&link.to)?,
            position,
            when: link.when,
            asserted_by: asserted_by.transpose()?,
            source: link.source.as_deref(),
            basis: link.basis,
            note: link.note.as_ref(),
            withdrawn: link.withdrawn.as_ref().map(|withdrawn| (withdrawn.at, withdrawn.why.as_str())),
        })
    };
    (0..).zip(links).map(new).collect()
}

async fn put_links(
    conn: &mut Conn<'_>,
    ids: &Ids,
    from: EntryId,
    document: &Document,
    references: &References,
    gone: (Timestamp, &str),
) -> Result<(), Unfit> {
    let links = &document.matter.links;
    let new = new_links(ids, from, links, references)?;
    store::put_links(conn, from, &new, gone).await?;
    for (place, link) in links.iter().enumerate() {
        if !stands(link) || !link.relation.is_directed() {
            continue;
        }
        let ends = link.relation.in_time(from, references.id(&link.to)?);
        if store::leads_to(conn, ends.outcome, ends.origin).await? {
            let fault = Fault::new(format!("matter.links.{place}.to"), Why::Circle(link.to.clone()));
            return Err(Unfit::Faults(vec![fault]));
        }
    }
    Ok(())
}

/// Checks that need the database: taken addresses, and events that would lie in themselves by way of
/// others, as published or as last saved.
async fn against_others(
    conn: &mut Conn<'_>,
    (id, document): (EntryId, &Document),
    table: ReadTable<'_>,
    known: &Known,
) -> anyhow::Result<Vec<Fault>> {
    let mut faults = Vec::new();
    let holder = store::find_id(conn, document.kind, document.slug.as_str()).await?;
    if holder.is_some_and(|holder| holder != id) {
        faults.push(Fault::new("slug", Why::Taken(document.slug.to_string())));
    }
    // A damaged table and a missing entry were reported already.
    let Ok(table) = table else { return Ok(faults) };
    let above = table.above().and_then(|name| Some((known.entries.id(&name).ok()?, name)));
    if let Some((above, name)) = above.filter(|(above, _)| document.kind == Kind::EVENT && *above != id)
        && (store::reach_of(conn, above).await?.events.contains(&id) || table.lies_in(conn, above, id).await?)
    {
        faults.push(Fault::new(place_of(table, &name), Why::InItself(name)));
    }
    Ok(faults)
}
