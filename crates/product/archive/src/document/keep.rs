//! Puts a document into the tables from which the public pages are made.

use std::collections::HashSet;

use base::{Ids, Locale};
use bodies::sheet::MunicipalitySheet;
use db::{BoxFuture, Conn};
use golden_thread::sheet::{self, LinkMatter, MOST_ROWS, References, StoredTable};
use golden_thread::store::{self, NewEntry, NewLink};
use golden_thread::{EntryId, Kind, State};
use jiff::Timestamp;

use super::Document;
use crate::tables::table_of;

/// Why a document cannot be kept.
#[derive(Debug)]
pub enum Unfit {
    /// It does not fit together with what is there. Nothing was changed that is not rolled back.
    Faults(Vec<Fault>),
    /// Something of ours is broken.
    Broken(anyhow::Error),
}

impl<E: Into<anyhow::Error>> From<E> for Unfit {
    fn from(cause: E) -> Self {
        Self::Broken(cause.into())
    }
}

/// Something in a document that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where in the document: `matter.links.2.to`.
    pub path: String,
    /// What is wrong.
    pub why: Why,
}

/// What does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// There is no entry with this folder and slug.
    NoEntry(String),
    /// There is no source with this key.
    NoSource(String),
    /// There is no town with this key.
    NoTown(String),
    /// The entry is linked with itself.
    WithItself,
    /// The same link is there twice.
    Twice,
    /// An event would be part of itself, by way of the event above it.
    InItself(String),
    /// The same field of action or source is named twice.
    Double(String),
    /// Something would have led to itself, by way of this entry.
    Circle(String),
    /// Another entry of its kind has this address, or had it.
    Taken(String),
    /// The slice refuses a value of its table: the key of a text that says why.
    Senseless(&'static str),
    /// The table is none of its kind, in the words of the file format. No form can bring that about.
    NoTable(String),
    /// A list has more rows than [`MOST_ROWS`]: so many.
    TooLong(usize),
}

/// Keeps a document as the entry `id` in this state: cards, texts, table, claims, links. Links that it does
/// not name any more are withdrawn with `why`. Search follows with [`crate::index_entry`], once the public
/// sees a difference.
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
    if let Some(fault) = too_long(document) {
        return Err(Unfit::Faults(vec![fault]));
    }
    let table = table_of(document).map_err(|fault| Unfit::Faults(vec![fault]))?;
    let mut named = Named { conn, document, references: References::default(), faults: Vec::new() };
    named.find_all(id).await?;
    named.above_itself(id, &*table).await?;
    let Named { conn, references, faults, .. } = named;
    if !faults.is_empty() {
        return Err(Unfit::Faults(faults));
    }
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

/// Lets those who keep documents that could close a circle follow each other, until their transactions end; to be
/// called before [`keep`], by whoever means to commit.
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

/// The first list of a document that has too many rows.
fn too_long(document: &Document) -> Option<Fault> {
    let matter = &document.matter;
    let lists = [
        ("matter.claims", matter.claims.len()),
        ("matter.links", sheet::standing(&matter.links)),
        ("matter.gaps", matter.gaps.len()),
        ("matter.fields", matter.fields.len()),
        ("matter.sources", matter.sources.len()),
    ];
    let of_matter = lists.into_iter().find(|(_, rows)| *rows > MOST_ROWS).map(|(path, rows)| (path.to_owned(), rows));
    let of_table =
        || document.table.as_ref().and_then(sheet::too_long).map(|(path, rows)| (format!("table.{path}"), rows));
    let (path, rows) = of_matter.or_else(of_table)?;
    Some(Fault { path, why: Why::TooLong(rows) })
}

/// Keeps what belongs to a new card beside its slice's table, its claims and its links.
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
            let fault = Fault { path: format!("matter.links.{place}.to"), why: Why::Circle(link.to.clone()) };
            return Err(Unfit::Faults(vec![fault]));
        }
    }
    Ok(())
}

fn stands(link: &LinkMatter) -> bool {
    link.withdrawn.is_none()
}

/// The entries to which a document refers, as folder and slug, each with its place in the document.
pub fn references_of(document: &Document) -> Vec<(String, String)> {
    let matter = &document.matter;
    let within = |kind: Kind, slug: &str| format!("{}/{slug}", kind.folder());
    let fields = matter.fields.iter().enumerate();
    let mut named: Vec<(String, String)> =
        fields.map(|(place, slug)| (format!("matter.fields.{place}"), within(Kind::FIELD, slug))).collect();
    for (place, link) in matter.links.iter().enumerate() {
        named.push((format!("matter.links.{place}.to"), link.to.clone()));
        let body = link.asserted_by.iter();
        named.extend(body.map(|slug| (format!("matter.links.{place}.asserted_by"), within(Kind::BODY, slug))));
    }
    if let Ok(table) = table_of(document) {
        named.extend(table.references().into_iter().map(|reference| ("table".to_owned(), reference)));
    }
    named
}

/// Looks up what a document names.
struct Named<'a, 'c, 'd> {
    conn: &'a mut Conn<'c>,
    document: &'d Document,
    references: References,
    faults: Vec<Fault>,
}

impl Named<'_, '_, '_> {
    async fn find_all(&mut self, id: EntryId) -> anyhow::Result<()> {
        let document = self.document;
        self.own_address(id).await?;
        for (path, reference) in references_of(document) {
            self.find(path, &reference).await?;
        }
        let sources: HashSet<String> =
            store::all_sources(self.conn).await?.into_iter().map(|source| source.key).collect();
        let claims = document.matter.claims.iter().map(|claim| claim.source.as_ref());
        let links = document.matter.links.iter().map(|link| link.source.as_ref());
        for (list, named) in [("claims", claims.collect::<Vec<_>>()), ("links", links.collect())] {
            for (place, key) in named.into_iter().enumerate() {
                let unknown = key.filter(|key| !sources.contains(*key));
                unknown.inspect(|key| {
                    self.report(format!("matter.{list}.{place}.source"), Why::NoSource((*key).clone()));
                });
            }
        }
        for (place, key) in document.matter.sources.iter().enumerate().filter(|(_, key)| !sources.contains(*key)) {
            self.report(format!("matter.sources.{place}"), Why::NoSource(key.clone()));
        }
        if let Some(town) = &document.matter.municipality
            && !MunicipalitySheet::all(self.conn).await?.keys().any(|key| key == town)
        {
            self.report("matter.municipality".to_owned(), Why::NoTown(town.clone()));
        }
        self.twins(id);
        self.doubles("fields", &document.matter.fields);
        self.doubles("sources", &document.matter.sources);
        Ok(())
    }

    async fn own_address(&mut self, id: EntryId) -> anyhow::Result<()> {
        let slug = self.document.slug.as_str();
        let holder = store::find_id(self.conn, self.document.kind, slug).await?;
        if holder.is_some_and(|holder| holder != id) {
            self.report("slug".to_owned(), Why::Taken(slug.to_owned()));
        }
        Ok(())
    }

    async fn find(&mut self, path: String, reference: &str) -> anyhow::Result<()> {
        let place = reference.split_once('/').and_then(|(folder, slug)| Some((Kind::from_folder(folder)?, slug)));
        let found = match place {
            Some((kind, slug)) => store::find_id(self.conn, kind, slug).await?,
            None => None,
        };
        match found {
            Some(id) => _ = self.references.learn(reference, id),
            None => self.report(path, Why::NoEntry(reference.to_owned())),
        }
        Ok(())
    }

    /// An event that would lie in itself, by way of others: as the public sees them, or as they were last saved.
    async fn above_itself(&mut self, id: EntryId, table: &dyn StoredTable) -> anyhow::Result<()> {
        let Some(name) = table.above() else { return Ok(()) };
        // What is not there was reported already.
        let Ok(above) = self.references.id(&name) else { return Ok(()) };
        if self.document.kind == Kind::EVENT
            && (above == id
                || store::reach_of(self.conn, above).await?.events.contains(&id)
                || table.lies_in(self.conn, above, id).await?)
        {
            self.report("table.parent".to_owned(), Why::InItself(name));
        }
        Ok(())
    }

    /// Links with itself, and the same link twice.
    fn twins(&mut self, id: EntryId) {
        let links = &self.document.matter.links;
        let ends: Vec<Option<EntryId>> = links.iter().map(|link| self.references.id(&link.to).ok()).collect();
        for (place, link) in links.iter().enumerate().filter(|(_, link)| stands(link)) {
            let path = format!("matter.links.{place}.to");
            if ends[place] == Some(id) {
                self.report(path.clone(), Why::WithItself);
            }
            let same = |other: usize| {
                stands(&links[other]) && links[other].relation == link.relation && ends[other] == ends[place]
            };
            if (0..place).any(same) {
                self.report(path, Why::Twice);
            }
        }
    }

    /// The same name twice in a list that holds each once.
    fn doubles(&mut self, list: &str, names: &[String]) {
        for (place, name) in names.iter().enumerate().filter(|(place, name)| names[..*place].contains(name)) {
            self.report(format!("matter.{list}.{place}"), Why::Double(name.clone()));
        }
    }

    fn report(&mut self, path: String, why: Why) {
        self.faults.push(Fault { path, why });
    }
}
